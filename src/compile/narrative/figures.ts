import { type Disclosure, type Fact, UNITS } from '../../model/disclosure';
import { type FactKey, keyText, makeKey, type PartialKey } from '../../model/key';
import { halfUnit } from '../../shared/amount';
import { type Decimal, ZERO } from '../../shared/decimal';
import { comparable } from '../../shared/text';
import { functionClassName, natureOfClass } from '../../vocabulary/items';
import { EMPTY_NOTE } from '../../vocabulary/narrative/wording';
import { AMOUNTS, type AmountSpec } from './amounts';

/*
 * What the tables say, asked by key and by name. A blank cell of a table that is filled in is zero; nothing else is
 * inferred but sums that the specification names.
 */

/** An amount of the tables. */
export interface Known {
  /** In 元. */
  readonly value: Decimal;
  /** As printed: what a count is. */
  readonly printed: Decimal;
  /** How far the true value may lie from it: half a unit of every printed digit that went into it. */
  readonly slack: Decimal;
  readonly key: FactKey;
}

/** Numbers and marks before the name of a row: 一、 （一） 1. ①, 其中：. */
const NUMBERING =
  /^(?:其中[：:])?(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]、?|\d{1,2}[.、．](?!\d)|[①-⑳])?/;

/**
 * The name of a row without its number and without the blanks that conversion left in it; brackets as prose has them.
 */
export function nameOf(label: string): string {
  return label
    .replace(/[\s\u3000]+/g, '')
    .replace(NUMBERING, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）');
}

/**
 * What may be printed of the year before, in the order of preference: what the year itself is printed as, what was
 * spent, what was planned.
 */
const STAGES_BEFORE = ['', 'executed', 'final', 'adjusted', 'budget'] as const;

const CODE = /^\d{3}(?:\d\d){0,2}$/;
const ECONOMIC_CODE = /^e:(\d{3}(?:\d\d)?)/;

export class Figures {
  private readonly byKey = new Map<string, Fact>();
  /** Names of 支出功能分类 codes, as the tables print them. */
  private readonly names = new Map<string, string>();
  private readonly found = new Map<string, Known | undefined>();

  constructor(private readonly disclosure: Disclosure) {
    const unfilled = unfilledForms(disclosure);
    for (const fact of disclosure.facts) {
      if (unfilled.has(fact.statement)) continue;
      const key = keyText(fact.key);
      const before = this.byKey.get(key);
      if (!before || isFiner(fact, before)) this.byKey.set(key, fact);
    }
    // A table with codes names an item best; the first of them counts.
    for (const coded of [true, false])
      for (const { code, item, label } of this.rows())
        if (code === coded && label !== '' && !this.names.has(item))
          this.names.set(item, this.named(item, label, code));
  }

  /** An amount by its name in AMOUNTS; undefined when the tables do not print it. */
  amount(name: string): Known | undefined {
    if (!this.found.has(name)) this.found.set(name, this.lookUp(name));
    return this.found.get(name);
  }

  /** What the tables print for a key; a blank cell is zero. */
  at(part: PartialKey): Known | undefined {
    const key = makeKey(part);
    const fact = this.byKey.get(keyText(key));
    return fact && knownOf(fact);
  }

  /**
   * The amount of the year before, where a table prints one beside it; its key says whether it was planned or spent.
   */
  before({ key }: Known): Known | undefined {
    return (
      STAGES_BEFORE.map((stage) => this.at({ ...key, year: '-1', stage })).find((each) => each !== undefined) ??
      this.at({ ...key, stage: 'previous' })
    );
  }

  /** The budget that a final account is held against, where a table prints one beside it. */
  budget({ key }: Known): Known | undefined {
    return ['adjusted', 'budget'].map((stage) => this.at({ ...key, stage })).find((each) => each !== undefined);
  }

  /** 支出功能分类 codes that are printed beside a total, lowest or highest level, those with money only. */
  codes({ key }: Known, which: 'class' | 'leaf'): readonly { readonly code: string; readonly known: Known }[] {
    const own = this.items(key, CODE).filter(({ known }) => !known.value.isZero());
    if (which === 'class')
      return own.filter(({ item }) => item.length === 3).map(({ item, known }) => ({ code: item, known }));
    return own
      .filter(({ item }) => !own.some((other) => other.item !== item && other.item.startsWith(item)))
      .map(({ item, known }) => ({ code: item, known }));
  }

  /** 医疗卫生（类）…（款）…（项）, or the name alone. */
  codeName(code: string): string {
    return this.names.get(code) ?? functionClassName(code) ?? code;
  }

  /** Names of the 款 of 经济分类 that have money of a nature, in the order of the table. */
  economicNames(nature: 'personnel' | 'public', of: Known): readonly string[] {
    const names = new Map<string, string>();
    for (const statement of this.disclosure.statements)
      for (const block of statement.blocks)
        block.rows.forEach((row, at) => {
          const code = ECONOMIC_CODE.exec(row.key.item ?? '')?.[1];
          if (code?.length !== 5 || natureOfClass(code) !== nature) return;
          const printed = block.facts[at]!.some((id) => id >= 0 && this.isOf(this.disclosure.facts[id]!, of.key));
          if (printed) names.set(code, nameOf(row.label));
        });
    return [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
  }

  /**
   * Rows with a number in the table that prints an amount, below it and above the next total, as long as their labels
   * say so.
   */
  rowsBeside(name: string, label: RegExp): readonly { readonly name: string; readonly known: Known }[] {
    const whole = this.amount(name);
    const fact = whole && this.byKey.get(keyText(whole.key));
    if (!fact) return [];
    const block = this.disclosure.statements[fact.statement]!.blocks[fact.block]!;
    return block.rows.flatMap((row, at) => {
      const id = block.facts[at]![fact.column] ?? -1;
      return at > fact.row && id >= 0 && label.test(comparable(row.label))
        ? [{ name: nameOf(row.label), known: knownOf(this.disclosure.facts[id]!) }]
        : [];
    });
  }

  private lookUp(name: string): Known | undefined {
    const spec = AMOUNTS[name];
    if (!spec) throw new Error(`no amount ${name}`);
    return (
      spec.keys.map((key) => this.at(key)).find((each) => each !== undefined) ??
      this.summed(spec) ??
      (spec.row && this.rowsBeside(spec.row.beside, spec.row.label)[0]?.known)
    );
  }

  private summed({ keys, sum, items, economic }: AmountSpec): Known | undefined {
    const [key = {}] = keys;
    if (sum) {
      const parts = sum.map((each) => this.amount(each));
      return parts.every((each) => each !== undefined) ? total(parts, makeKey(key)) : undefined;
    }
    if (items !== undefined) {
      const parts = [...this.byKey.values()].filter(
        (fact) =>
          fact.key.item.startsWith(items) && fact.key.entity === 'all' && fact.key.year === '' && fact.key.stage === '',
      );
      return parts.length > 0 ? total(parts.map(knownOf), makeKey(key)) : undefined;
    }
    const whole = economic && this.amount(economic.of);
    if (!whole) return undefined;
    const classes = this.items(whole.key, /^e:\d{3}$/);
    if (classes.length === 0) return undefined;
    return total(
      classes.filter(({ item }) => natureOfClass(item.slice(2)) === economic.nature).map(({ known }) => known),
      makeKey(key),
    );
  }

  /** Every item of a pattern whose key is that of a total but for the item. */
  private items(key: FactKey, pattern: RegExp): { item: string; known: Known }[] {
    const found: { item: string; known: Known }[] = [];
    for (const fact of this.byKey.values()) {
      const { item } = fact.key;
      if (pattern.test(item) && keyText(fact.key) === keyText({ ...key, item }))
        found.push({ item, known: knownOf(fact) });
    }
    return found.sort((a, b) => (a.item < b.item ? -1 : 1));
  }

  /** A figure of 基本支出 (or its halves) of the same money, other than zero. */
  private isOf({ amount, key }: Fact, of: FactKey): boolean {
    const same =
      key.fund === of.fund &&
      key.vintage === of.vintage &&
      key.entity === of.entity &&
      key.stage === of.stage &&
      key.year === of.year;
    return same && ['basic', 'personnel', 'public'].includes(key.nature) && !amount.value.isZero();
  }

  private *rows(): Iterable<{ code: boolean; item: string; label: string }> {
    for (const { blocks } of this.disclosure.statements)
      for (const { rows } of blocks)
        for (const { code, label, key } of rows)
          if (CODE.test(key.item ?? '')) yield { code: code !== '', item: key.item!, label };
  }

  /** A class goes by the name of a table with codes; one in a list of all classes by its official name. */
  private named(item: string, label: string, coded: boolean): string {
    return coded ? nameOf(label) : (functionClassName(item) ?? nameOf(label));
  }
}

/**
 * Statements without any figure that do not say that there is none: nobody has filled them in yet, so that a blank in
 * them is no zero.
 */
function unfilledForms({ statements, facts, listed = [] }: Disclosure): ReadonlySet<number> {
  const filled = new Set(facts.filter(({ amount }) => amount.printed).map(({ statement }) => statement));
  const saysNone = ({ id, notes }: Disclosure['statements'][number]): boolean =>
    notes.some(({ text }) => EMPTY_NOTE.some((words) => text.includes(words))) ||
    listed.some(({ form, empty }) => form === id && empty);
  return new Set(statements.flatMap((statement, at) => (filled.has(at) || saysNone(statement) ? [] : [at])));
}

function knownOf({ amount, unit, key }: Fact): Known {
  const scale = UNITS[unit];
  return { value: amount.value.times(scale), printed: amount.value, slack: halfUnit(amount).times(scale), key };
}

function total(parts: readonly Known[], key: FactKey): Known {
  const value = parts.reduce((sum, { value: part }) => sum.plus(part), ZERO);
  return { value, printed: value, slack: parts.reduce((sum, { slack }) => sum.plus(slack), ZERO), key };
}

/** Printed where the other is blank, or printed to a smaller unit. */
function isFiner(fact: Fact, than: Fact): boolean {
  if (fact.amount.printed !== than.amount.printed) return fact.amount.printed;
  if (!fact.amount.printed) return false;
  const fineness = ({ amount, unit }: Fact): number => amount.decimals - Math.log10(UNITS[unit]);
  return !fact.amount.value.isZero() && fineness(fact) > fineness(than);
}
