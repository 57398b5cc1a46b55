import type { Disclosure, Fact, StatementBlock } from '../model/disclosure';
import { type Figure, isText } from '../model/relation';
import { Decimal } from '../shared/decimal';
import { correctedFigure } from './correct';
import { convert, evaluate, type Evaluation, withFigures } from './evaluate';

/*
 * Slips of whole rows and columns: a column in 元 under a head that says 万元, two rows exchanged, values typed a row too high, a column
 * copied from its neighbour. What the relations want of many figures at once tells them; each is one finding and not twenty.
 */

export type PatternKind = 'scaled-column' | 'scaled-row' | 'scaled-table' | 'swapped-rows' | 'swapped-columns' | 'shifted-rows' | 'copied-column';

/** One slip of many figures. */
export interface Pattern {
  readonly kind: PatternKind;
  /** The figures that were meant for others, in the order of print, with what each should be. */
  readonly corrections: ReadonlyMap<Fact, Decimal>;
  /** How many times too large; for a shift how many rows too high (less than 0: too low). */
  readonly by?: Decimal;
  /** The row or column that the first one was exchanged with, or copied from: one of its figures. */
  readonly other?: Fact;
  readonly mended: readonly Evaluation[];
}

/** Fewer figures than this are slips of their own. */
const LEAST = 3;
const ONE = new Decimal(1);
const FACTORS = [10, 100, 1000, 10000, 100000000].flatMap((by) => [new Decimal(by), new Decimal(1).div(by)]);
/** One relation in so many may stay or become broken: there may be other slips. */
const SPOILT_SHARE = 4;

/** A value that more figures of a row or column have (or nearly) than this tells nothing. */
const MOST_LIKE = 40;
/** So many in one document, and so many tried for each, are enough. */
const MOST = 20;
const MOST_DRAFTS = 100;

type Draft = Omit<Pattern, 'mended'>;

/** The slips of whole rows and columns that explain broken relations. */
export function findPatterns(disclosure: Disclosure, evaluations: readonly Evaluation[]): Pattern[] {
  const patterns: Pattern[] = [];
  const originals = new Map<Figure, Figure>();
  let current = evaluations;
  for (let open = brokenOf(current); open.length > 1 && patterns.length < MOST; open = brokenOf(current)) {
    const done = new Set(originals.values());
    const best = bestOf(drafts(disclosure, open, originals, done), current);
    if (!best) break;
    patterns.push(best.pattern);
    for (const [changed, fact] of best.originals) originals.set(changed, fact);
    current = current.map((evaluation) => best.replaced.get(evaluation) ?? evaluation);
  }
  return patterns;
}

function brokenOf(evaluations: readonly Evaluation[]): Evaluation[] {
  return evaluations.filter(({ outcome, relation }) => outcome === 'broken' && relation.kind !== 'bound');
}

/** A value that a broken sum wants a figure to have, give or take what rounding explains. */
interface Want {
  readonly value: Decimal;
  readonly slack: Decimal;
  /** Both as plain numbers. */
  readonly about: number;
  readonly give: number;
  /** How many figures the relation adds up: the fewer, the less else may be wrong in it. */
  readonly terms: number;
}

type Wants = ReadonlyMap<Fact, readonly Want[]>;

/** What the broken sums want of every figure of a table. */
function wantsOf(broken: readonly Evaluation[], originals: ReadonlyMap<Figure, Figure>): Map<Fact, Want[]> {
  const wants = new Map<Fact, Want[]>();
  const want = (figure: Figure, by: Decimal, { slack, relation: { stated: { unit }, terms } }: Evaluation): void => {
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

function gather<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
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

function isWanted(fact: Fact, wants: readonly Want[], times: Decimal = ONE, factor = 1): boolean {
  const about = glance(fact);
  return wants.some((want) => {
    const most = Math.max(1, factor);
    if (Math.abs(about - want.about * factor) > want.give * most + 1e-6 * Math.abs(about)) return false;
    return fact.amount.value.minus(want.value.times(times)).abs().lessThanOrEqualTo(want.slack.times(Decimal.max(times, ONE)));
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

class Block {
  private readonly lanes = new Map<string, Lane>();

  constructor(
    readonly block: StatementBlock,
    private readonly facts: readonly Fact[],
  ) {}

  at(row: number, column: number): Fact | undefined {
    return this.facts[this.block.facts[row]?.[column] ?? -1];
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

function drafts(disclosure: Disclosure, broken: readonly Evaluation[], originals: ReadonlyMap<Figure, Figure>, done: ReadonlySet<Figure>): Draft[] {
  const wants = wantsOf(broken, originals);
  const byBlock = new Map<StatementBlock, Fact[]>();
  for (const fact of wants.keys()) {
    const block = disclosure.statements[fact.statement]!.blocks[fact.block]!;
    gather(byBlock, block, fact);
  }
  const found = [...byBlock].flatMap(([block, facts]) => {
    if (facts.length < 2) return [];
    const table = new Block(block, disclosure.facts);
    return [...scaled(table, facts, wants), ...moved(table, facts, wants), ...copied(table, facts, wants)];
  });
  return found.filter(({ corrections }) => ![...corrections.keys()].some((fact) => done.has(fact))).slice(0, MOST_DRAFTS);
}

/** Counts distinct figures by what they have in common. */
class Votes<T> {
  private readonly byName = new Map<string, { value: T; facts: Set<Fact> }>();

  add(name: string, value: T, fact: Fact): void {
    const known = this.byName.get(name);
    if (known) known.facts.add(fact);
    else this.byName.set(name, { value, facts: new Set([fact]) });
  }

  /** What at least so many figures have in common. */
  common(least = LEAST): { value: T; facts: Fact[] }[] {
    return [...this.byName.values()].filter(({ facts }) => facts.size >= least).map(({ value, facts }) => ({ value, facts: [...facts].sort((a, b) => a.id - b.id) }));
  }
}

/** A column, a row or a table of which every figure is the same number of times too large. */
function scaled(table: Block, facts: readonly Fact[], wants: Wants): Draft[] {
  const columns = new Votes<{ at: number; by: Decimal }>();
  const rows = new Votes<{ at: number; by: Decimal }>();
  const tables = new Votes<Decimal>();
  for (const fact of facts) {
    const { value } = fact.amount;
    if (value.isZero()) continue;
    for (const by of FACTORS) {
      if (!isWanted(fact, wants.get(fact)!, by, Number(by))) continue;
      columns.add(`${fact.column} ${by.toString()}`, { at: fact.column, by }, fact);
      rows.add(`${fact.row} ${by.toString()}`, { at: fact.row, by }, fact);
      tables.add(by.toString(), by, fact);
    }
  }
  const divided = (all: readonly Fact[], by: Decimal): Map<Fact, Decimal> =>
    new Map(all.filter(({ amount }) => !amount.value.isZero()).map((fact) => [fact, fact.amount.value.div(by)]));
  const whole = (by: Decimal): Map<Fact, Decimal> => divided(table.block.rows.flatMap((_, row) => table.row(row)), by);
  return [
    ...tables.common().map(({ value }): Draft => ({ kind: 'scaled-table', by: value, corrections: whole(value) })),
    ...columns.common().map(({ value: { at, by } }): Draft => ({ kind: 'scaled-column', by, corrections: divided(table.column(at), by) })),
    ...rows.common().map(({ value: { at, by } }): Draft => ({ kind: 'scaled-row', by, corrections: divided(table.row(at), by) })),
  ];
}

/** Two rows or columns exchanged; rows a step too high or too low. */
function moved(table: Block, facts: readonly Fact[], wants: Wants): Draft[] {
  const rows = new Votes<readonly [number, number]>();
  const columns = new Votes<readonly [number, number]>();
  const shifts = new Votes<readonly [column: number, by: number]>();
  for (const fact of facts) {
    const wanted = wants.get(fact)!;
    for (const other of table.lane(fact, 'column').wanted(fact, wanted)) {
      const pair = [Math.min(fact.row, other.row), Math.max(fact.row, other.row)] as const;
      rows.add(pair.join(' '), pair, fact);
      const by = other.row - fact.row;
      if (Math.abs(by) === 1) shifts.add(`${fact.column} ${by}`, [fact.column, by], fact);
    }
    for (const other of table.lane(fact, 'row').wanted(fact, wanted)) {
      const pair = [Math.min(fact.column, other.column), Math.max(fact.column, other.column)] as const;
      columns.add(pair.join(' '), pair, fact);
    }
  }
  const exchanged = (pairs: readonly (readonly [Fact | undefined, Fact | undefined])[]): Map<Fact, Decimal> =>
    new Map(pairs.flatMap(([a, b]) => (a && b && !a.amount.value.equals(b.amount.value) ? [[a, b.amount.value] as const, [b, a.amount.value] as const] : [])));
  return [
    ...rows.common(2).flatMap(({ value: [a, b], facts: voting }): Draft[] => {
      const corrections = exchanged(table.block.columns.map((_, column) => [table.at(a, column), table.at(b, column)]));
      if (new Set(voting.map(({ row }) => row)).size < 2) return [];
      return [{ kind: 'swapped-rows', corrections, other: voting.find(({ row }) => row === b)! }];
    }),
    ...columns.common(2).flatMap(({ value: [a, b], facts: voting }): Draft[] => {
      const corrections = exchanged(table.block.rows.map((_, row) => [table.at(row, a), table.at(row, b)]));
      if (new Set(voting.map(({ column }) => column)).size < 2) return [];
      return [{ kind: 'swapped-columns', corrections, other: voting.find(({ column }) => column === b)! }];
    }),
    ...shifted(table, wants, shifts),
  ];
}

/** The rows from the first to the last that wants its neighbour's value: in every column that does, or in all of them. */
function shifted(table: Block, wants: Wants, shifts: Votes<readonly [column: number, by: number]>): Draft[] {
  const common = shifts.common(1);
  return [1, -1].flatMap((by): Draft[] => {
    const voting = common.filter(({ value }) => value[1] === by);
    const rows = voting.flatMap(({ facts }) => facts.map(({ row }) => row));
    if (rows.length < LEAST) return [];
    const [first, last] = [Math.min(...rows), Math.max(...rows)];
    // What stood at the end where the shift began is printed nowhere: the relations say what it was.
    const edge = by < 0 ? first - 1 : last + 1;
    const draft = (columns: readonly number[], withEdge: boolean): Draft => {
      const corrections = new Map<Fact, Decimal>();
      for (let row = first; row <= last; row += 1)
        for (const column of columns) {
          const [fact, meant] = [table.at(row, column), table.at(row + by, column)];
          if (fact && meant && !fact.amount.value.equals(meant.amount.value)) corrections.set(fact, meant.amount.value);
        }
      for (const column of withEdge ? columns : []) {
        const fact = table.at(edge, column);
        const wanted = fact && wants.get(fact);
        if (wanted) corrections.set(fact, commonest(wanted));
      }
      return { kind: 'shifted-rows', corrections, by: new Decimal(-by) };
    };
    const every = table.block.columns.map((_, column) => column);
    const own = voting.map(({ value }) => value[0]);
    return [own, every].flatMap((columns) => [draft(columns, false), draft(columns, true)]);
  });
}

/** A column that repeats another one, where the relations want something else of it. */
function copied(table: Block, facts: readonly Fact[], wants: Wants): Draft[] {
  const byColumn = new Map<number, Fact[]>();
  for (const fact of facts) gather(byColumn, fact.column, fact);
  return [...byColumn].flatMap(([column, wanting]): Draft[] => {
    if (wanting.length < LEAST) return [];
    const filled = table.column(column).filter(({ amount }) => !amount.value.isZero());
    const source = table.block.columns.findIndex((_, at) => at !== column && filled.length >= LEAST && filled.every((fact) => table.at(fact.row, at)?.amount.value.equals(fact.amount.value)));
    if (source < 0) return [];
    const corrections = new Map<Fact, Decimal>();
    for (const fact of wanting) corrections.set(fact, commonest(wants.get(fact)!));
    return [{ kind: 'copied-column', corrections, other: table.at(wanting[0]!.row, source)! }];
  });
}

/** What most relations want; of several the one of the shortest relation. */
function commonest(wants: readonly Want[]): Decimal {
  const times = ({ value }: Want): number => wants.filter((other) => other.value.equals(value)).length;
  return wants.reduce((best, want) => (times(want) - times(best) || best.terms - want.terms) > 0 ? want : best).value;
}

interface Tried {
  readonly pattern: Pattern;
  readonly score: number;
  readonly replaced: ReadonlyMap<Evaluation, Evaluation>;
  readonly originals: ReadonlyMap<Figure, Figure>;
}

/** The draft that mends most and spoils least. */
function bestOf(all: readonly Draft[], evaluations: readonly Evaluation[]): Tried | undefined {
  if (all.length === 0) return undefined;
  const around = new Map<Figure, Evaluation[]>();
  for (const { corrections } of all) for (const fact of corrections.keys()) around.set(fact, []);
  for (const evaluation of evaluations) for (const figure of figuresOf(evaluation)) around.get(figure)?.push(evaluation);
  let best: Tried | undefined;
  for (const draft of all) {
    const tried = attempt(draft, around);
    if (tried && (!best || tried.score > best.score) && needsBothSides(draft, tried.score, around)) best = tried;
  }
  return best;
}

/** Two rows or columns were exchanged only if putting one of them right is not enough. */
function needsBothSides(draft: Draft, score: number, around: ReadonlyMap<Figure, readonly Evaluation[]>): boolean {
  if (!draft.kind.startsWith('swapped')) return true;
  const isOther = (fact: Fact): boolean => (draft.kind === 'swapped-rows' ? fact.row === draft.other!.row : fact.column === draft.other!.column);
  return [true, false].every((side) => {
    const corrections = new Map([...draft.corrections].filter(([fact]) => isOther(fact) === side));
    const alone = attempt({ ...draft, corrections }, around, 1);
    return !alone || alone.score + 2 < score;
  });
}

function figuresOf({ relation }: Evaluation): Figure[] {
  return [relation.stated, ...relation.terms.map(({ fact }) => fact)];
}

/** Divided until nothing of them is left within their printed digits figures agree with anything: that explains nothing. */
function vanishes({ relation: { stated, terms }, slack }: Evaluation): boolean {
  return slack.greaterThan(0) && [stated, ...terms.map(({ fact }) => fact)].every((figure) => convert(figure.amount.value.abs(), figure.unit, stated.unit).lessThanOrEqualTo(slack));
}

function attempt(draft: Draft, around: ReadonlyMap<Figure, readonly Evaluation[]>, atLeast?: number): Tried | undefined {
  const changed = new Map<Figure, Figure>();
  for (const [fact, value] of draft.corrections) changed.set(fact, correctedFigure(fact, value));
  const replaced = new Map<Evaluation, Evaluation>();
  const mended: Evaluation[] = [];
  const wrong = new Set<Figure>();
  let spoilt = 0;
  for (const evaluation of new Set([...changed.keys()].flatMap((fact) => around.get(fact) ?? []))) {
    const again = evaluate(withFigures(evaluation.relation, changed));
    replaced.set(evaluation, again);
    if (evaluation.relation.kind === 'bound') continue;
    if (evaluation.outcome === 'broken' && again.outcome !== 'broken' && !vanishes(again)) {
      mended.push(evaluation);
      for (const figure of figuresOf(evaluation)) if (changed.has(figure)) wrong.add(figure);
    } else if (evaluation.outcome !== 'broken' && again.outcome === 'broken') spoilt += 1;
  }
  const least = atLeast ?? (draft.kind.startsWith('swapped') ? 2 : LEAST);
  if (mended.length < least || wrong.size < least || spoilt * SPOILT_SHARE > mended.length) return undefined;
  const originals = new Map([...changed].map(([fact, other]) => [other, fact] as const));
  // Of two explanations the one with fewer figures.
  const score = 2 * mended.length - 1.5 * spoilt - 0.01 * changed.size;
  return { pattern: { ...draft, mended }, score, replaced, originals };
}
