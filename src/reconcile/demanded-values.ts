import type { Fact, StatementBlock } from '../model/disclosure';
import { type Figure, isText } from '../model/relation';
import { Decimal } from '../shared/decimal';
import { convert, type Evaluation } from './evaluate';

/*
 * What broken sums want the figures of a table to be, and which neighbours have just that value.
 */

/** Fewer figures than this are slips of their own. */
export const LEAST = 3;
const ONE = new Decimal(1);
/** A value that more figures of a row or column have (or nearly) than this tells nothing. */
const MOST_LIKE = 40;

/** A value that a broken sum wants a figure to have, give or take what rounding explains. */
export interface Want {
  readonly value: Decimal;
  readonly slack: Decimal;
  /** Both as plain numbers. */
  readonly about: number;
  readonly give: number;
  /** How many figures the relation adds up: the fewer, the less else may be wrong in it. */
  readonly terms: number;
}

export type Wants = ReadonlyMap<Fact, readonly Want[]>;

/** What the broken sums want of every figure of a table. */
export function wantsOf(broken: readonly Evaluation[], originals: ReadonlyMap<Figure, Figure>): Map<Fact, Want[]> {
  const wants = new Map<Fact, Want[]>();
  const want = (
    figure: Figure,
    by: Decimal,
    {
      slack,
      relation: {
        stated: { unit },
        terms,
      },
    }: Evaluation,
  ): void => {
    if (isText(figure) || originals.has(figure)) return;
    const value = figure.amount.value.minus(convert(by, unit, figure.unit));
    const own = convert(slack, unit, figure.unit);
    gather(wants, figure, { value, slack: own, about: Number(value), give: Number(own), terms: terms.length });
  };
  for (const evaluation of broken) {
    const { relation, difference } = evaluation;
    if (relation.kind === 'ratio' || relation.kind === 'growth') continue;
    want(relation.stated, difference, evaluation);
    for (const { fact, sign } of relation.terms) want(fact, difference.times(-sign), evaluation);
  }
  return wants;
}

export function gather<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}

/** Figures are compared with many wants: at a glance first, exactly where it is close. */
const glances = new WeakMap<Fact, number>();

function glance(fact: Fact): number {
  let known = glances.get(fact);
  if (known === undefined) glances.set(fact, (known = Number(fact.amount.value)));
  return known;
}

export function isWanted(fact: Fact, wants: readonly Want[], times: Decimal = ONE, factor = 1): boolean {
  const about = glance(fact);
  return wants.some((want) => {
    const most = Math.max(1, factor);
    if (Math.abs(about - want.about * factor) > want.give * most + 1e-6 * Math.abs(about)) return false;
    return fact.amount.value
      .minus(want.value.times(times))
      .abs()
      .lessThanOrEqualTo(want.slack.times(Decimal.max(times, ONE)));
  });
}

/** The figures of a row or a column by value: those that a relation wants are found without asking each. */
class Lane {
  private readonly facts: readonly Fact[];

  constructor(facts: readonly Fact[]) {
    this.facts = facts.filter((fact) => glance(fact) !== 0).sort((a, b) => glance(a) - glance(b) || a.id - b.id);
  }

  /** Figures other than `fact` with a value that is wanted; none where so many have it that it tells nothing. */
  wanted(fact: Fact, wants: readonly Want[]): Fact[] {
    const found = new Set<Fact>();
    for (const want of wants) {
      const reach = want.give + 2e-6 * (Math.abs(want.about) + want.give);
      let near = 0;
      for (let at = this.firstFrom(want.about - reach); at < this.facts.length; at += 1) {
        const other = this.facts[at]!;
        if (glance(other) > want.about + reach) break;
        if ((near += 1) > MOST_LIKE) return [];
        if (other !== fact && isWanted(other, [want])) found.add(other);
      }
    }
    return [...found].sort((a, b) => a.id - b.id);
  }

  /** Where the figures of at least a value begin. */
  private firstFrom(value: number): number {
    let low = 0;
    let high = this.facts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (glance(this.facts[middle]!) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A cell that holds no figure. */
const NO_FACT = -1;

/** A part of a table with its figures by row and column. */
export class Block {
  private readonly lanes = new Map<string, Lane>();

  constructor(
    readonly block: StatementBlock,
    private readonly facts: readonly Fact[],
  ) {}

  at(row: number, column: number): Fact | undefined {
    const id = this.block.facts[row]?.[column] ?? NO_FACT;
    return id === NO_FACT ? undefined : this.facts[id];
  }

  column(column: number): Fact[] {
    return this.block.rows.flatMap((_, row) => this.at(row, column) ?? []);
  }

  row(row: number): Fact[] {
    return this.block.columns.flatMap((_, column) => this.at(row, column) ?? []);
  }

  /** The row or the column that a figure stands in. */
  lane(fact: Fact, way: 'row' | 'column'): Lane {
    const name = `${way} ${fact[way]}`;
    let lane = this.lanes.get(name);
    if (!lane) this.lanes.set(name, (lane = new Lane(this[way](fact[way]))));
    return lane;
  }
}

/** Counts distinct figures by what they have in common. */
export class Votes<T> {
  private readonly byName = new Map<string, { value: T; facts: Set<Fact> }>();

  add(name: string, value: T, fact: Fact): void {
    const known = this.byName.get(name);
    if (known) known.facts.add(fact);
    else this.byName.set(name, { value, facts: new Set([fact]) });
  }

  /** What at least so many figures have in common. */
  common(least = LEAST): { value: T; facts: Fact[] }[] {
    return [...this.byName.values()]
      .filter(({ facts }) => facts.size >= least)
      .map(({ value, facts }) => ({ value, facts: [...facts].sort((a, b) => a.id - b.id) }));
  }
}

/** What most relations want; of several the one of the shortest relation. */
export function commonest(wants: readonly Want[]): Decimal {
  const times = ({ value }: Want): number => wants.filter((other) => other.value.equals(value)).length;
  return wants.reduce((best, want) => ((times(want) - times(best) || best.terms - want.terms) > 0 ? want : best)).value;
}

/** How many digits tell figures apart, 3 at most: not the zeros at both ends, 0 and 100.00 are printed everywhere. */
export function tellingDigits(value: Decimal): number {
  return Math.min(
    3,
    value
      .toString()
      .replace(/[^\d]/g, '')
      .replace(/^0+|(?<!0)0+$/g, '').length,
  );
}
