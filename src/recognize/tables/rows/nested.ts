import { positions } from '../../../shared/positions';
import { comparable } from '../../../shared/text';
import { looksLikeUnit } from '../../../vocabulary/labels';
import { nameOf, type RowContext, rowFit, slackAt, valueAt } from './draft';

/*
 * Names without codes: projects, units, or both in one list, where a department's own row, its units and their projects
 * stand one after the other and nothing but the sums tells them apart. The tree with the most sums that hold wins;
 * names that read like institutions are the tie-breaker, so that one wrong figure does not change the tree.
 */

interface Top {
  readonly at: number;
  readonly children: readonly number[];
}

interface Parse {
  readonly score: number;
  /** Top-level rows, each with its children. */
  readonly tops: readonly Top[];
  /** The row that is the sum of the top-level rows. */
  readonly root: number | undefined;
}

const HOLDS = 2;
const UNIT_WITH_ONE_CHILD = 1.5;
const ONE_CHILD = 0.2;
const UNIT_BROKEN = -0.5;
const UNIT_WITHOUT_CHILDREN = -1;
const ROOT_HOLDS = 3;
const ROOT_BROKEN = -0.5;
const ROOT_NAMED = 0.5;

export function readNestedRows(context: RowContext): void {
  const { rows } = context;
  const groups = numberedGroups(context);
  if (groups) {
    readGroups(context, groups);
    return;
  }
  const totals = positions(rows, ({ role }) => role === 'total');
  const items = positions(rows, ({ role }) => role === 'item');
  const finder = new NestFinder(context, items);
  const readings = totals.length > 0 ? finder.under(totals[0]!, items) : [...finder.rootless(), ...finder.underFirst()];
  const best = likeliest(readings);
  if (best.root !== undefined && totals.length === 0) {
    rows[best.root]!.role = 'total';
    totals.push(best.root);
  }
  hangChildren(rows, best.tops, totals.length > 0 ? 1 : 0);
  for (const at of totals) {
    rows[at]!.parts = best.tops.map((top) => top.at);
    rows[at]!.key = { item: context.rootItem };
  }
  nameRows(context, best.tops);
}

/**
 * 一、货物, units and purchases under it, 二、工程 …: the positions of the numbered rows, when the total before or after them
 * is their sum.
 */
function numberedGroups(context: RowContext): readonly number[] | undefined {
  const { rows } = context;
  const heads = positions(rows, ({ role, read }) => role === 'item' && read.level === 1);
  if (heads.length < 2) return undefined;
  const first = rows.findIndex((row) => row.role === 'item');
  const total = rows.findIndex((row) => row.role === 'total');
  const inOrder = heads.every((at, order) => rows[at]!.read.ordinal === order + 1);
  if (heads[0] !== first || total < 0 || !inOrder) return undefined;
  const items = positions(rows, ({ role }) => role === 'item');
  return rowFit(context, total, heads) > rowFit(context, total, items) ? heads : undefined;
}

/** Every group is a list of its own under its numbered row. */
function readGroups(context: RowContext, heads: readonly number[]): void {
  const { rows } = context;
  heads.forEach((head, order) => {
    const next = heads[order + 1] ?? rows.length;
    const items = positions(rows.slice(head + 1, next), ({ role }) => role === 'item').map((at) => head + 1 + at);
    const best = likeliest(new NestFinder(context, items).under(head, items));
    rows[head]!.key = { item: `p:${rows[head]!.index}` };
    rows[head]!.depth = 1;
    rows[head]!.parts = best.tops.map(({ at }) => at);
    hangChildren(rows, best.tops, 2);
    nameRows(context, best.tops);
  });
  for (const row of rows)
    if (row.role === 'total') {
      row.parts = [...heads];
      row.key = { item: context.rootItem };
    }
}

function likeliest(readings: readonly Parse[]): Parse {
  return readings.reduce((winner, reading) => (reading.score > winner.score ? reading : winner));
}

function hangChildren(rows: RowContext['rows'], tops: Parse['tops'], depth: number): void {
  for (const { at, children } of tops) {
    rows[at]!.parts = [...children];
    rows[at]!.depth = depth;
    for (const child of children) rows[child]!.depth = depth + 1;
  }
}

/**
 * Units become members of the dimension entity; everything else is an item of its own, however often its name is
 * printed.
 */
function nameRows(context: RowContext, tops: Parse['tops']): void {
  const { rows } = context;
  for (const { at, children } of tops) {
    const name = nameOf(rows[at]!);
    // A project and what it consists of: rows without names of their own.
    const isDetailed =
      children.length > 0 && !looksLikeUnit(name) && children.every((child) => rows[child]!.label === '');
    const entity = !isDetailed && (children.length > 0 || looksLikeUnit(name)) ? comparable(name) : undefined;
    rows[at]!.key = entity === undefined ? { item: `p:${rows[at]!.index}` } : { item: context.rootItem, entity };
    for (const child of children)
      rows[child]!.key = { item: `p:${rows[child]!.index}`, ...(entity === undefined ? {} : { entity }) };
  }
}

/** Looks for the best tree over a list of rows; positions are indices in `items`. */
class NestFinder {
  private readonly values: number[];
  private readonly slacks: number[];
  private readonly units: boolean[];
  /** The first institution from a position on. */
  private readonly nextUnits: number[];
  /** True when institutions and projects stand in one list: an institution without projects is then odd. */
  private readonly mixed: boolean;
  private readonly prefix: number[] = [0];
  private readonly looseness: number[] = [0];
  /** Positions by running total: where a parent's sum may end. */
  private readonly ends = new Map<number, number[]>();

  constructor(
    private readonly context: RowContext,
    private readonly items: readonly number[],
  ) {
    const { rows, main } = context;
    this.values = items.map((at) => valueAt(context, at, main));
    this.slacks = items.map((at) => slackAt(context, at, main));
    this.units = items.map((at) => looksLikeUnit(nameOf(rows[at]!)));
    this.nextUnits = nextOf(this.units);
    this.mixed = this.units.includes(true) && this.units.includes(false);
    this.values.forEach((value, at) => {
      this.prefix.push(this.prefix[at]! + value);
      this.looseness.push(this.looseness[at]! + this.slacks[at]!);
    });
    this.prefix.forEach((sum, at) => {
      const known = this.ends.get(sum);
      if (known) known.push(at);
      else this.ends.set(sum, [at]);
    });
  }

  /**
   * Readings without a row for the whole: only institutions may be parents, since any round figure may happen to be the
   * sum of the next.
   */
  rootless(): Parse[] {
    return [this.flat(0), this.parse(0, true)];
  }

  /** Readings under a given total row. */
  under(total: number, items: readonly number[]): Parse[] {
    const value = valueAt(this.context, total, this.context.main);
    const slack = slackAt(this.context, total, this.context.main);
    return items.length === 0
      ? [{ score: 0, tops: [], root: total }]
      : this.readings(0).map((parse) => this.rooted(parse, total, value, slack, 0));
  }

  /** Readings of the first row as the sum of the top-level rows after it. */
  underFirst(): Parse[] {
    const [first, second] = this.items;
    if (first === undefined || second === undefined || this.items.length < 3) return [];
    const label = comparable(nameOf(this.context.rows[first]!));
    const own = label === comparable(this.context.entity);
    const bonus = own || (label === comparable(nameOf(this.context.rows[second]!)) && this.units[0]) ? ROOT_NAMED : 0;
    return this.readings(1).map((parse) => this.rooted(parse, first, this.values[0]!, this.slacks[0]!, bonus));
  }

  private readings(start: number): Parse[] {
    return [this.flat(start), this.parse(start, true), this.parse(start, false)];
  }

  private rooted(parse: Parse, root: number, value: number, slack: number, bonus: number): Parse {
    let sum = 0;
    let loose = slack;
    for (const top of parse.tops) {
      sum += valueAt(this.context, top.at, this.context.main);
      loose += slackAt(this.context, top.at, this.context.main);
    }
    const holds = sum !== 0 && Math.abs(sum - value) <= loose;
    // Without a sum that holds, only names make a total of the first row or a parent of a project; round figures add up
    // by chance.
    const byName = parse.tops.every(
      ({ at, children }) => children.length === 0 || looksLikeUnit(nameOf(this.context.rows[at]!)),
    );
    const credible = holds || (byName && (bonus > 0 || this.context.rows[root]!.role === 'total'));
    return { ...parse, root, score: credible ? parse.score + bonus + (holds ? ROOT_HOLDS : ROOT_BROKEN) : -Infinity };
  }

  private flat(start: number): Parse {
    const lonely = this.mixed
      ? this.units.filter((unit, at) => unit && at >= start && this.values[at] !== 0).length
      : 0;
    return {
      score: lonely * UNIT_WITHOUT_CHILDREN,
      tops: this.items.slice(start).map((at) => ({ at, children: [] })),
      root: undefined,
    };
  }

  /** Best reading of the rows from position `start` on as a sequence of top-level rows with children. */
  private parse(start: number, unitsOnly: boolean): Parse {
    const count = this.items.length;
    const scores = new Array<number>(count + 1).fill(0);
    const ends = new Array<number>(count).fill(0);
    for (let at = count - 1; at >= start; at -= 1) {
      scores[at] =
        (this.mixed && this.units[at] && this.values[at] !== 0 ? UNIT_WITHOUT_CHILDREN : 0) + scores[at + 1]!;
      ends[at] = at + 1;
      if (unitsOnly && !this.units[at] && !this.repeated(at)) continue;
      for (const end of this.candidateEnds(at)) {
        const score = this.parentScore(at, end) + scores[end]!;
        if (score <= scores[at]!) continue;
        scores[at] = score;
        ends[at] = end;
      }
    }
    const tops: Top[] = [];
    for (let at = start; at < count; at = ends[at]!)
      tops.push({ at: this.items[at]!, children: this.items.slice(at + 1, ends[at]) });
    return { score: scores[start] ?? 0, tops, root: undefined };
  }

  /**
   * Ends (exclusive positions) of a run of children after `at`: where the sum fits, and before the next institution.
   */
  private candidateEnds(at: number): number[] {
    const value = this.values[at]!;
    if (value === 0) return [];
    const found = new Set<number>();
    for (const end of this.ends.get(this.prefix[at + 1]! + value) ?? []) if (end > at + 1) found.add(end);
    const next = this.nextUnits[at + 1]!;
    if (next > at + 1) found.add(next);
    return [...found];
  }

  /** A project's own line, and the same name and amount again with its details. */
  private repeated(at: number): boolean {
    const { rows } = this.context;
    const next = this.items[at + 1];
    return (
      next !== undefined &&
      this.values[at] === this.values[at + 1] &&
      rows[this.items[at]!]!.label !== '' &&
      rows[this.items[at]!]!.label === rows[next]!.label &&
      rows[this.items[at]!]!.category === ''
    );
  }

  /** A row with a name, and one without below it: its details. */
  private goesOn(at: number): boolean {
    const { rows } = this.context;
    const next = this.items[at + 1];
    return next !== undefined && rows[this.items[at]!]!.label !== '' && rows[next]!.label === '';
  }

  private parentScore(at: number, end: number): number {
    const sum = this.prefix[end]! - this.prefix[at + 1]!;
    const slack = this.looseness[end]! - this.looseness[at + 1]! + this.slacks[at]!;
    if (Math.abs(sum - this.values[at]!) > slack) return this.units[at] ? UNIT_BROKEN : -HOLDS;
    if (end > at + 2) return HOLDS;
    if (this.repeated(at) || this.goesOn(at)) return UNIT_WITH_ONE_CHILD;
    return this.units[at] && !this.units[at + 1] ? UNIT_WITH_ONE_CHILD : this.units[at] ? ONE_CHILD : -ONE_CHILD;
  }
}

/** Where the first that is true stands from each position on; the length behind the last. */
function nextOf(list: readonly boolean[]): number[] {
  const next = new Array<number>(list.length + 1).fill(list.length);
  for (let at = list.length - 1; at >= 0; at -= 1) next[at] = list[at] ? at : next[at + 1]!;
  return next;
}
