import { type Disclosure, type Fact, UNITS } from '../model/disclosure';
import type { TextFact } from '../model/narrative';
import { type Figure, isCounted, isText, type Relation } from '../model/relation';
import { Decimal, plain } from '../shared/decimal';
import type { Window } from '../shared/slip-candidates';
import { squeeze } from '../shared/text';
import type { Evaluation } from './evaluate';

/* Arithmetic in the user's words. */

/** How many terms a message spells out; the rest are counted. */
const SPELT_OUT = 8;
const LONGEST_SUBJECT = 40;
const MOST_ALTERNATIVES = 4;

/** What a figure of the text is, where its subject does not say. */
const ROLES: Readonly<Record<TextFact['role'], string>> = {
  value: '',
  budget: '预算',
  prior: '上年数',
  delta: '增减额',
  rate: '增减比例',
  share: '占比',
  completion: '完成比例',
  aside: '',
  unread: '',
};

/** Names figures by table, row and column, as printed; those of the text by section and subject. */
export class Words {
  constructor(private readonly disclosure: Disclosure) {}

  /** 《预算支出总表》, by the printed title without its year; “三、支出预算情况说明” for the text. */
  table(fact: Figure): string {
    if (isText(fact) && fact.form !== undefined) return `《${fact.form}》`;
    if (isText(fact)) return `“${squeeze(this.disclosure.narrative?.sections[fact.section]?.title ?? '情况说明')}”`;
    return `《${this.disclosure.statements[fact.statement]!.title.replace(/^\d{4}年(?:度)?/, '')}》`;
  }

  /** A row by its name; with its second name where the first stands twice. */
  row(fact: Fact): string {
    const { rows } = this.disclosure.statements[fact.statement]!.blocks[fact.block]!;
    const row = rows[fact.row]!;
    const label =
      squeeze(row.label).replace(/^(?:[一二三四五六七八九十]+、|[①-⑩])/, '') ||
      row.code ||
      (row.role === 'total' ? '合计' : '');
    const doubled = row.category !== '' && rows.some((other) => other !== row && other.label === row.label);
    return doubled ? `${label}（${squeeze(row.category)}）` : label;
  }

  /** A column by its head. */
  column(fact: Fact): string {
    const column = this.disclosure.statements[fact.statement]!.blocks[fact.block]!.columns[fact.column]!;
    return squeeze(column.path[column.path.length - 1] ?? '');
  }

  /** The amount as printed, or 空 for a blank. */
  amount(fact: Figure, unit = fact.unit): string {
    if (!fact.amount.printed) return fact.amount.raw === '' ? '空' : fact.amount.raw;
    if (fact.unit === '%') return `${fact.amount.raw}%`;
    if (isCounted(fact)) return `${squeeze(fact.amount.raw)}${fact.unit}`;
    // What a table counts stands under the money unit of that table.
    return fact.unit === unit || isCountUnit(unit)
      ? squeeze(fact.amount.raw)
      : `${squeeze(fact.amount.raw)}${fact.unit}`;
  }

  /** One line: what is stated, what it should be, the difference. */
  arithmetic(evaluation: Evaluation): string {
    switch (evaluation.relation.kind) {
      case 'ratio':
      case 'growth':
        return this.rate(evaluation);
      case 'bound':
        return this.bound(evaluation);
      default:
        return this.sum(evaluation);
    }
  }

  /** What a wrong figure should be, as far as it is known. */
  proposal(fact: Figure, proposed: Decimal | undefined, within: Window, decimals: number): string {
    const { printed, raw } = fact.amount;
    const what = `${this.place(fact)} ${!printed && raw === '' ? '未填写，' : `${this.amount(fact)} `}`;
    if (proposed !== undefined) return `${what}疑应为 ${printedLike(fact, proposed, decimals)}`;
    return `${what}疑有误，${roughly(within).trim() || '请核实'}`;
  }

  /**
   * Explanations of which none is better than the others: each figure with what it should be if it is the wrong one.
   */
  either(explanations: readonly Explanation[]): string {
    const shown = explanations.slice(0, MOST_ALTERNATIVES).map(({ fact, proposed, within }) => {
      const value = proposed === undefined ? roughly(within) : ` 应为 ${plain(proposed, fact.amount.decimals)}`;
      return `${this.place(fact)} ${this.amount(fact)}${value}`;
    });
    const rest = explanations.length > MOST_ALTERNATIVES ? `；……共 ${explanations.length} 处都可能` : '';
    return `哪一处有误不能确定：${shown.join('，或 ')}${rest}`;
  }

  private sum(evaluation: Evaluation): string {
    const { relation, expected, difference } = evaluation;
    const { stated, terms } = relation;
    const decimals = mostDecimals(relation);
    const sign = evaluation.outcome === 'broken' ? '≠' : evaluation.outcome === 'exact' ? '=' : '≈';
    const left = named(this.place(stated), this.amount(stated));
    const filled = terms.filter(({ fact }) => fact.amount.printed && !fact.amount.value.isZero());
    const same = filled.every(({ fact }) => this.sameTable(fact, stated));
    const nothing = filled.length === 0 && terms.length > 1 ? `所列 ${terms.length} 项均为 0` : '';
    const spelt = (filled.length > 0 ? filled : nothing === '' ? terms : [])
      .slice(0, SPELT_OUT)
      .map(({ fact, sign: way }, at) => {
        const joint = at === 0 ? (way < 0 ? '−' : '') : way < 0 ? ' − ' : ' + ';
        return `${joint}${named(this.within(fact, stated, same), this.amount(fact, stated.unit))}`;
      });
    const rest = filled.length > SPELT_OUT ? ` + … 共 ${filled.length} 项` : '';
    // One figure that stands for the sum, with its sign and in its unit, is the sum.
    const [only] = filled;
    const alone =
      filled.length === 0 ||
      (filled.length === 1 && only!.sign > 0 && (only!.fact.unit === stated.unit || isCountUnit(stated.unit)));
    const sum = alone ? '' : ` = ${plain(expected, decimals)}${isCounted(stated) ? stated.unit : ''}`;
    const gap = evaluation.outcome === 'exact' ? '' : `，差 ${plain(difference.abs(), decimals)}`;
    return `${left} ${sign} ${nothing}${spelt.join('')}${rest}${sum}${gap}`;
  }

  private rate({ relation, expected, difference, outcome }: Evaluation): string {
    const { stated, terms, kind } = relation;
    const [part, whole] = terms;
    const decimals = stated.amount.decimals;
    const shown = expected.toDecimalPlaces(Math.max(decimals, 2));
    const same = terms.every(({ fact }) => this.sameTable(fact, stated));
    const name = (fact: Figure): string => `${this.within(fact, stated, same)} ${this.amount(fact)}`;
    const base =
      kind === 'growth'
        ? `（${name(whole!.fact)} ${part!.sign > 0 ? '−' : '+'} ${this.amount(part!.fact)}）`
        : name(whole!.fact);
    const baseIsZero = outcome === 'broken' && expected.isZero();
    const quotient = rateInWords(`${name(part!.fact)} ÷ ${base}`, relation);
    if (baseIsZero) return `${this.place(stated)} ${this.amount(stated)}：${quotient}，上年（基数）为 0，不能计算比例`;
    const sign = outcome === 'broken' ? '≠' : '=';
    const gap =
      outcome === 'broken'
        ? `，差 ${plain(difference.abs().toDecimalPlaces(Math.max(decimals, 2)), decimals)} 个百分点`
        : '';
    return `${this.place(stated)} ${this.amount(stated)} ${sign} ${quotient} = ${plain(shown, decimals)}%${gap}`;
  }

  private bound({ relation, difference, outcome }: Evaluation): string {
    const { stated, terms } = relation;
    const whole = terms[0]!.fact;
    const same = this.sameTable(whole, stated);
    const gap = outcome === 'broken' ? `，多 ${plain(difference, stated.amount.decimals)}` : '';
    // 8批次 > 5人次: two kinds of things are told apart by their units alone.
    const left = this.amount(stated, stated.unit === whole.unit ? stated.unit : '');
    const right = `${this.within(whole, stated, same)} ${this.amount(whole, stated.unit)}`.trim();
    return `${this.place(stated)} ${left} ${outcome === 'broken' ? '>' : '≤'} ${right}${gap}`;
  }

  private sameTable(a: Figure, b: Figure): boolean {
    return isText(a) ? isText(b) && a.section === b.section : !isText(b) && a.statement === b.statement;
  }

  /** Table, row and column of a figure. */
  place(fact: Figure): string {
    return `${this.table(fact)}${this.full(fact)}`;
  }

  private full(fact: Figure): string {
    if (isText(fact)) return this.subject(fact);
    const row = this.row(fact);
    const column = this.column(fact);
    return column === '' || row === column ? row : `${row}·${column}`;
  }

  private subject(fact: TextFact): string {
    const words = fact.subject.replace(/(?:为|是|：)$/, '').slice(-LONGEST_SUBJECT);
    const role = ROLES[fact.role];
    // 占 alone, or nothing, says no more than what the figure is.
    if (role !== '' && words.length < 2) return role;
    return role === '' || words.includes(role) ? words : `${words}（${role}）`;
  }

  /** A term beside the stated figure: what they share is not said again. */
  private within(fact: Figure, stated: Figure, same: boolean): string {
    if (!same || !this.sameTable(fact, stated)) return this.place(fact);
    if (isText(fact) || isText(stated)) return this.full(fact);
    if (fact.row === stated.row && fact.block === stated.block) return this.column(fact);
    if (fact.column === stated.column && fact.block === stated.block) return this.row(fact);
    return this.full(fact);
  }
}

/** 本年数 ÷ 上年数 − 100% for a rise, the other way round for a fall. */
function rateInWords(quotient: string, { rise }: Evaluation['relation']): string {
  if (rise === undefined) return quotient;
  return rise > 0 ? `${quotient} − 100%` : `100% − ${quotient}`;
}

/** A figure without a name of its own is its amount alone. */
function named(name: string, amount: string): string {
  return `${name} ${amount}`.trimStart();
}

/** Neither money nor a percentage. */
function isCountUnit(unit: string): boolean {
  return unit !== '' && unit !== '%' && !(unit in UNITS);
}

/** Which figure, and what it should be. */
interface Explanation {
  readonly fact: Figure;
  readonly proposed: Decimal | undefined;
  readonly within: Window;
}

/** About which value, to as many digits as are sure. */
function roughly({ low, high }: Window): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return '';
  const digits = Math.max(0, Math.min(4, -Math.floor(Math.log10(Math.max(high - low, 1e-4)))));
  return ` 推算约为 ${plain(new Decimal((low + high) / 2).toDecimalPlaces(digits))}`;
}

/** A proposed value as it would be printed in the place of the figure. */
export function printedLike(fact: Figure, value: Decimal, decimals: number): string {
  return plain(value, Math.max(fact.amount.decimals, fact.amount.printed ? 0 : decimals));
}

/** Digits that the figures of a relation are printed with. */
export function decimalsOf({ relation }: Evaluation): number {
  if (relation.kind === 'ratio' || relation.kind === 'growth') return relation.stated.amount.decimals;
  return mostDecimals(relation);
}

/** Not Math.max with all of them as arguments: a sum may have more terms than a call may have arguments. */
function mostDecimals({ stated, terms }: Relation): number {
  return terms.reduce((most, { fact }) => Math.max(most, fact.amount.decimals), stated.amount.decimals);
}
