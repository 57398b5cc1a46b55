import type { Disclosure, Fact, StatementBlock } from '../../model/disclosure';
import type { Figure } from '../../model/relation';
import { Decimal } from '../../shared/decimal';
import { correctedFigure } from '../correct';
import { convert, evaluate, type Evaluation, withFigures } from '../evaluate';
import { fillBlanks } from './blanks';
import { slid } from './slides';
import { displacedBy, shifted, type ShiftVotes } from './shifts';
import { Block, commonest, gather, isWanted, LEAST, Votes, type Wants, wantsOf } from '../demanded-values';

/*
 * Slips of whole rows and columns: a column in 元 under a head that says 万元, two rows exchanged, values typed a row too
 * high, a column copied from its neighbour. What the relations want of many figures at once tells them; each is one
 * finding and not twenty.
 */

export type PatternKind =
  | 'scaled-column'
  | 'scaled-row'
  | 'scaled-table'
  | 'swapped-rows'
  | 'swapped-columns'
  | 'shifted-rows'
  | 'copied-column'
  | 'blank-row'
  | 'blank-column';

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

const FACTORS = [10, 100, 1000, 10000, 100000000].flatMap((by) => [new Decimal(by), new Decimal(1).div(by)]);
/** One relation in so many may stay or become broken: there may be other slips. */
const SPOILT_SHARE = 4;

/** So many in one document, and so many tried for each, are enough. */
const MOST = 20;
const MOST_DRAFTS = 200;

/** A slip of many figures as it may have been. */
export interface Draft extends Omit<Pattern, 'mended'> {
  /** The same slip with one more row. */
  readonly more?: () => Draft[];
}

/** The slips of whole rows and columns that explain broken relations. */
export function findPatterns(disclosure: Disclosure, evaluations: readonly Evaluation[]): Pattern[] {
  const filled = fillBlanks(disclosure, evaluations);
  const patterns: Pattern[] = [...filled.patterns];
  const originals = new Map<Figure, Figure>(filled.originals);
  let current = filled.evaluations;
  for (
    let open = brokenOf(current);
    open.length > 1 && patterns.length < MOST + filled.patterns.length;
    open = brokenOf(current)
  ) {
    const done = new Set(originals.values());
    const best = bestOf(drafts(disclosure, open, originals, done), current, done);
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

function drafts(
  disclosure: Disclosure,
  broken: readonly Evaluation[],
  originals: ReadonlyMap<Figure, Figure>,
  done: ReadonlySet<Figure>,
): Draft[] {
  const wants = wantsOf(broken, originals);
  const byBlock = new Map<StatementBlock, Fact[]>();
  for (const fact of wants.keys()) {
    const block = disclosure.statements[fact.statement]!.blocks[fact.block]!;
    gather(byBlock, block, fact);
  }
  const found = [...byBlock].flatMap(([block, facts]) => {
    if (facts.length < 2) return [];
    const table = new Block(block, disclosure.facts);
    return [
      ...slid(table, facts, wants),
      ...scaled(table, facts, wants),
      ...moved(table, facts, wants),
      ...copied(table, facts, wants),
    ];
  });
  return found.filter((draft) => isFree(draft, done)).slice(0, MOST_DRAFTS);
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
  const whole = (by: Decimal): Map<Fact, Decimal> =>
    divided(
      table.block.rows.flatMap((_, row) => table.row(row)),
      by,
    );
  return [
    ...tables.common().map(({ value }): Draft => ({ kind: 'scaled-table', by: value, corrections: whole(value) })),
    ...columns.common().map(({ value: { at, by } }): Draft => ({
      kind: 'scaled-column',
      by,
      corrections: divided(table.column(at), by),
    })),
    ...rows
      .common()
      .map(({ value: { at, by } }): Draft => ({ kind: 'scaled-row', by, corrections: divided(table.row(at), by) })),
  ];
}

/** Two rows or columns exchanged; rows a step too high or too low. */
function moved(table: Block, facts: readonly Fact[], wants: Wants): Draft[] {
  const rows = new Votes<readonly [number, number]>();
  const columns = new Votes<readonly [number, number]>();
  const shifts: ShiftVotes = new Votes();
  for (const fact of facts) {
    const wanted = wants.get(fact)!;
    for (const other of table.lane(fact, 'column').wanted(fact, wanted)) {
      const pair = [Math.min(fact.row, other.row), Math.max(fact.row, other.row)] as const;
      rows.add(pair.join(' '), pair, fact);
      const by = other.row - fact.row;
      if (Math.abs(by) === 1) shifts.add(`${fact.column} ${by}`, [fact.column, by], fact);
    }
    for (const by of displacedBy(table, fact, wants)) shifts.add(`${fact.column} ${by}`, [fact.column, by], fact);
    for (const other of table.lane(fact, 'row').wanted(fact, wanted)) {
      const pair = [Math.min(fact.column, other.column), Math.max(fact.column, other.column)] as const;
      columns.add(pair.join(' '), pair, fact);
    }
  }
  const exchanged = (pairs: readonly (readonly [Fact | undefined, Fact | undefined])[]): Map<Fact, Decimal> =>
    new Map(
      pairs.flatMap(([a, b]) =>
        a && b && !a.amount.value.equals(b.amount.value)
          ? [[a, b.amount.value] as const, [b, a.amount.value] as const]
          : [],
      ),
    );
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

/** A column that repeats another one, where the relations want something else of it. */
function copied(table: Block, facts: readonly Fact[], wants: Wants): Draft[] {
  const byColumn = new Map<number, Fact[]>();
  for (const fact of facts) gather(byColumn, fact.column, fact);
  return [...byColumn].flatMap(([column, wanting]): Draft[] => {
    if (wanting.length < LEAST) return [];
    const filled = table.column(column).filter(({ amount }) => !amount.value.isZero());
    if (filled.length < LEAST) return [];
    const source = table.block.columns.findIndex(
      (_, at) =>
        at !== column && filled.every((fact) => table.at(fact.row, at)?.amount.value.equals(fact.amount.value)),
    );
    if (source < 0) return [];
    const corrections = new Map<Fact, Decimal>();
    for (const fact of wanting) corrections.set(fact, commonest(wants.get(fact)!));
    return [{ kind: 'copied-column', corrections, other: table.at(wanting[0]!.row, source)! }];
  });
}

interface Tried {
  readonly draft: Draft;
  readonly pattern: Pattern;
  readonly score: number;
  readonly replaced: ReadonlyMap<Evaluation, Evaluation>;
  readonly originals: ReadonlyMap<Figure, Figure>;
}

/** The relations of figures. */
type Around = ReadonlyMap<Figure, readonly Evaluation[]>;

/** The draft that mends most and spoils least. */
function bestOf(
  all: readonly Draft[],
  evaluations: readonly Evaluation[],
  done: ReadonlySet<Figure>,
): Tried | undefined {
  if (all.length === 0) return undefined;
  const around = aroundOf(all, evaluations);
  let best: Tried | undefined;
  for (const draft of all) {
    const tried = attempt(draft, around);
    if (
      tried &&
      (!best || tried.score > best.score) &&
      needsBothSides(draft, tried.score, around) &&
      needsMany(tried, around)
    )
      best = tried;
  }
  return best?.draft.more ? grown(best, evaluations, done) : best;
}

/** The relations of the figures that these drafts correct. */
function aroundOf(all: readonly Draft[], evaluations: readonly Evaluation[]): Around {
  const around = new Map<Figure, Evaluation[]>();
  for (const { corrections } of all) for (const fact of corrections.keys()) around.set(fact, []);
  for (const evaluation of evaluations)
    for (const figure of figuresOf(evaluation)) around.get(figure)?.push(evaluation);
  return around;
}

/** With the rows at both ends that nothing told of by itself, as long as each of them explains more. */
function grown(start: Tried, evaluations: readonly Evaluation[], done: ReadonlySet<Figure>): Tried {
  let best = start;
  for (let longer: Tried | undefined = start; longer;) {
    longer = undefined;
    const more = (best.draft.more?.() ?? []).filter((draft) => isFree(draft, done));
    const around = aroundOf(more, evaluations);
    for (const draft of more) {
      const tried = attempt(draft, around);
      if (tried && tried.score > best.score) best = longer = tried;
    }
  }
  return best;
}

/** None of the figures is explained already. */
function isFree({ corrections }: Draft, done: ReadonlySet<Figure>): boolean {
  return ![...corrections.keys()].some((fact) => done.has(fact));
}

/** Two rows or columns were exchanged only if putting one of them right is not enough. */
function needsBothSides(draft: Draft, score: number, around: Around): boolean {
  if (!draft.kind.startsWith('swapped')) return true;
  const isOther = (fact: Fact): boolean =>
    draft.kind === 'swapped-rows' ? fact.row === draft.other!.row : fact.column === draft.other!.column;
  return [true, false].every((side) => {
    const corrections = new Map([...draft.corrections].filter(([fact]) => isOther(fact) === side));
    const alone = attempt({ ...draft, corrections }, around, 1);
    return !alone || alone.score + 2 < score;
  });
}

/** So much a slide of several rows has to explain, and move: a few slips look like one by accident. */
const LEAST_OF_SLIDE = 6;
const ROWS_OF_SLIDE = 5;

function isOfMany({ corrections }: Draft, score: number): boolean {
  return score >= LEAST_OF_SLIDE && new Set([...corrections.keys()].map(({ row }) => row)).size >= ROWS_OF_SLIDE;
}

/** Values stand in the wrong row only if no single figure explains as much. */
function needsMany({ draft, score }: Tried, around: Around): boolean {
  if (draft.kind !== 'shifted-rows') return true;
  if (draft.by!.abs().greaterThan(1) && !isOfMany(draft, score)) return false;
  return [...draft.corrections].every((only) => {
    const alone = attempt({ ...draft, corrections: new Map([only]) }, around, 1);
    return !alone || alone.score + 1 < score;
  });
}

function figuresOf({ relation }: Evaluation): Figure[] {
  return [relation.stated, ...relation.terms.map(({ fact }) => fact)];
}

/**
 * Divided until nothing of them is left within their printed digits figures agree with anything: that explains nothing.
 */
function vanishes({ relation: { stated, terms }, slack }: Evaluation): boolean {
  return (
    slack.greaterThan(0) &&
    [stated, ...terms.map(({ fact }) => fact)].every((figure) =>
      convert(figure.amount.value.abs(), figure.unit, stated.unit).lessThanOrEqualTo(slack),
    )
  );
}

function attempt(draft: Draft, around: Around, atLeast?: number): Tried | undefined {
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
  const least = atLeast ?? (draft.kind.startsWith('swapped') || draft.kind === 'shifted-rows' ? 2 : LEAST);
  if (mended.length < least || wrong.size < least || spoilt * SPOILT_SHARE > mended.length) return undefined;
  const originals = new Map([...changed].map(([fact, other]) => [other, fact] as const));
  // Of two explanations the one with fewer figures.
  const score = 2 * mended.length - 1.5 * spoilt - 0.01 * changed.size;
  const { more: _, ...slip } = draft;
  return { draft, pattern: { ...slip, mended }, score, replaced, originals };
}
