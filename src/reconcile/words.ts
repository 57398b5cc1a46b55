import type { Disclosure, Fact } from '../model/disclosure';
import { type Decimal, plain } from '../shared/decimal';
import { squeeze } from '../shared/text';
import type { Evaluation } from './evaluate';

/* Arithmetic in the user's words. */

/** How many terms a message spells out; the rest are counted. */
const SPELT_OUT = 8;

/** Names figures by table, row and column, as printed. */
export class Words {
  constructor(private readonly disclosure: Disclosure) {}

  /** 《预算支出总表》, by the printed title without its year. */
  table(fact: Fact): string {
    return `《${this.disclosure.statements[fact.statement]!.title.replace(/^\d{4}年(?:度)?/, '')}》`;
  }

  row(fact: Fact): string {
    const { rows } = this.disclosure.statements[fact.statement]!.blocks[fact.block]!;
    const row = rows[fact.row]!;
    const label = squeeze(row.label).replace(/^(?:[一二三四五六七八九十]+、|[①-⑩])/, '') || row.code || (row.role === 'total' ? '合计' : '');
    const doubled = row.category !== '' && rows.some((other) => other !== row && other.label === row.label);
    return doubled ? `${label}（${squeeze(row.category)}）` : label;
  }

  column(fact: Fact): string {
    const column = this.disclosure.statements[fact.statement]!.blocks[fact.block]!.columns[fact.column]!;
    return squeeze(column.path[column.path.length - 1] ?? '');
  }

  /** The amount as printed, or 空 for a blank. */
  amount(fact: Fact, unit = fact.unit): string {
    if (!fact.amount.printed) return fact.amount.raw === '' ? '空' : fact.amount.raw;
    return fact.unit === unit ? squeeze(fact.amount.raw) : `${squeeze(fact.amount.raw)}${fact.unit}`;
  }

  /** One line: what is stated, what it should add up to, the difference. */
  arithmetic(evaluation: Evaluation): string {
    const { relation, expected, difference } = evaluation;
    const { stated, terms } = relation;
    const decimals = Math.max(stated.amount.decimals, ...terms.map(({ fact }) => fact.amount.decimals));
    const sign = evaluation.outcome === 'broken' ? '≠' : '≈';
    const left = `${this.place(stated)} ${this.amount(stated)}`;
    const filled = terms.filter(({ fact }) => fact.amount.printed && !fact.amount.value.isZero());
    const same = filled.every(({ fact }) => fact.statement === stated.statement);
    const spelt = (filled.length > 0 ? filled : terms.slice(0, 1)).slice(0, SPELT_OUT).map(({ fact }) => `${this.within(fact, stated, same)} ${this.amount(fact, stated.unit)}`);
    const rest = filled.length > SPELT_OUT ? ` + … 共 ${filled.length} 项` : '';
    const sum = terms.length > 1 || filled.some(({ fact }) => fact.unit !== stated.unit) ? ` = ${plain(expected, decimals)}` : '';
    return `${left} ${sign} ${spelt.join(' + ')}${rest}${sum}，差 ${plain(difference.abs(), decimals)}`;
  }

  /** Table, row and column of a figure. */
  place(fact: Fact): string {
    return `${this.table(fact)}${this.full(fact)}`;
  }

  private full(fact: Fact): string {
    const row = this.row(fact);
    const column = this.column(fact);
    return column === '' || row === column ? row : `${row}·${column}`;
  }

  /** A term beside the stated figure: what they share is not said again. */
  private within(fact: Fact, stated: Fact, same: boolean): string {
    if (!same || fact.statement !== stated.statement) return this.place(fact);
    if (fact.row === stated.row && fact.block === stated.block) return this.column(fact);
    if (fact.column === stated.column && fact.block === stated.block) return this.row(fact);
    return this.full(fact);
  }
}

/** A proposed value as it would be printed in the place of the figure. */
export function printedLike(fact: Fact, value: Decimal, decimals: number): string {
  return plain(value, Math.max(fact.amount.decimals, fact.amount.printed ? 0 : decimals));
}

/** Digits that the figures of a relation are printed with. */
export function decimalsOf({ relation }: Evaluation): number {
  return Math.max(relation.stated.amount.decimals, ...relation.terms.map(({ fact }) => fact.amount.decimals));
}
