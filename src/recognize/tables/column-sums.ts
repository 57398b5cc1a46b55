import type { Dimension } from '../../model/key';
import { positions } from '../../shared/positions';
import { isOfWhich, isTotalHead } from '../../vocabulary/labels';
import { childrenOf, parentOf } from '../../vocabulary/members';
import { type SaidYear, yearSaid } from '../../vocabulary/years';
import { type Draft, type DraftBlock, leafText } from './columns';
import type { Figures } from './figures';
import type { HeaderText } from './header';

/*
 * Which columns add up to which: by the groups that the header makes, by what the vocabulary says of their words, and,
 * where these leave more than one reading, by the figures.
 */

/**
 * Of each column of a block the columns that it is the sum of, in one or several ways; empty for a column that is no
 * sum.
 */
export type Sums = readonly (readonly (readonly number[])[])[];

/** How many rows obey the sums of the header, less those that break them: the better reading has the higher number. */
export function fitOf(drafted: readonly DraftBlock[], figures: Figures, bodyRows: readonly number[]): number {
  let fit = 0;
  for (const { columns, sums } of drafted)
    sums.forEach((groups, total) => {
      for (const group of groups) fit += score(columns, total, group, figures, bodyRows);
    });
  return fit;
}

/** Finds the sums of one block of columns. */
export function findSums(columns: readonly Draft[], figures: Figures, rows: readonly number[]): Sums {
  return new SumFinder(columns, figures, rows).find();
}

/** How many rows in which the parts add up to the total, less those in which they do not. */
function score(
  columns: readonly Draft[],
  total: number,
  parts: readonly number[],
  figures: Figures,
  rows: readonly number[],
): number {
  const whole = columns[total]!.index;
  const added = parts.map((part) => columns[part]!.index);
  let sum = 0;
  for (const row of rows) {
    const verdict = figures.testRow(row, whole, added);
    sum += verdict < 0 ? -2 : verdict;
  }
  return sum;
}

/** Columns under one head that is no total: alone, or with all that stand under it. */
interface Unit {
  readonly at: number;
  /** Columns that stand for the unit when it is added to others. */
  readonly columns: readonly number[];
  readonly ofWhich: boolean;
}

/** The vocabulary puts a dozen below one: of more columns than this the words do not tell which belong to which whole. */
const MOST_BELOW = 60;

/** Counts, rates and differences stand beside amounts and are no parts of them. */
function isMeasure({ key }: Draft): boolean {
  return key.stage === 'count' || key.stage === 'rate' || key.stage === 'change';
}

/** The year that the heads of a column name, the innermost first. */
function yearOf({ path }: Draft): SaidYear | undefined {
  for (let at = path.length - 1; at >= 0; at -= 1) {
    const said = yearSaid(path[at]!.text);
    if (said) return said;
  }
  return undefined;
}

/** True when a column is plainly of another year, or of money spent beside money planned, than a total. */
function isOfOtherTime(part: Draft, total: Draft): boolean {
  const own = yearOf(part);
  return (
    (own !== undefined && 'offset' in own && JSON.stringify(own) !== JSON.stringify(yearOf(total))) ||
    (part.key.stage === 'executed' && total.key.stage !== 'executed')
  );
}

/** True when a column names a year that a total does not. */
function isOfOtherYear(part: Draft, total: Draft): boolean {
  const own = yearOf(part);
  return own !== undefined && JSON.stringify(own) !== JSON.stringify(yearOf(total));
}

interface Share {
  readonly total: number;
  readonly own: readonly Unit[];
}

/** Totals stand before what they add up, or behind it. */
function shareOut(totals: readonly number[], units: readonly Unit[]): Share[] {
  const leading = units.length === 0 || totals[0]! < units[0]!.at;
  let next = 0;
  return totals.map((total, order) => {
    const from = leading ? total : (totals[order - 1] ?? -1);
    const to = leading ? (totals[order + 1] ?? Infinity) : total;
    while (next < units.length && units[next]!.at <= from) next += 1;
    const first = next;
    while (next < units.length && units[next]!.at < to) next += 1;
    return { total, own: units.slice(first, next) };
  });
}

/** What the heads of a column say, as words that tell whether two columns say the same. */
interface Saying {
  readonly own: string;
  /** The same with one dimension one or more steps further up. */
  readonly above: readonly string[];
}

/** A column is by its words a part of another: one dimension is further down, all others are alike. */
function sayingOf({ key }: Draft): Saying {
  const said = Object.entries(key) as [Dimension, string][];
  const text = (changed?: Dimension, member?: string): string =>
    JSON.stringify(said.map(([name, own]) => [name, name === changed ? member : own]).sort(byName));
  const above: string[] = [];
  for (const [name, own] of said)
    for (let member = parentOf(name, own); member !== undefined; member = parentOf(name, member))
      above.push(text(name, member));
  return { own: text(), above };
}

function byName([one]: readonly unknown[], [other]: readonly unknown[]): number {
  return String(one) < String(other) ? -1 : 1;
}

class SumFinder {
  private readonly parts: (readonly number[])[][];
  private readonly amounts: readonly number[];
  /** Amount columns whose heads say something: only they can be part or whole of another by their words. */
  private readonly telling: readonly number[];
  /** Of a total the columns that stand under its head without being parts of it. */
  private readonly beside: (readonly number[])[] = [];
  /** The dimensions of which the heads of an amount column say something. */
  private readonly said: readonly (readonly Dimension[])[];
  private readonly sayings: readonly Saying[];

  constructor(
    private readonly columns: readonly Draft[],
    private readonly figures: Figures,
    private readonly rows: readonly number[],
  ) {
    this.parts = columns.map(() => []);
    this.amounts = positions(columns, (column) => column.role === 'amount' && !isMeasure(column));
    this.said = columns.map(({ key }) => Object.keys(key) as Dimension[]);
    this.sayings = columns.map(sayingOf);
    this.telling = this.amounts.filter((at) => this.said[at]!.length > 0);
  }

  find(): Sums {
    this.group(this.amounts, 0);
    this.vocabularyParents();
    return this.parts;
  }

  /** Adds up the columns under one head; returns what stands for them one level up. */
  private group(columns: readonly number[], depth: number): readonly number[] {
    const totals: number[] = [];
    const units: Unit[] = [];
    for (const segment of this.segments(columns, depth)) {
      const at = segment[0]!;
      const head =
        segment.length === 1 && this.columns[at]!.path.length <= depth + 1 ? leafText(this.columns[at]!) : undefined;
      if (head === undefined) units.push({ at, columns: this.group(segment, depth + 1), ofWhich: false });
      else if (isTotalHead(head)) totals.push(at);
      else units.push({ at, columns: segment, ofWhich: isOfWhich(head) });
    }
    if (totals.length === 0) return columnsOf(units, false);
    for (const { total, own } of this.shares(totals, units)) {
      this.addUp(total, columnsOf(own, false), columnsOf(own, true));
      const taken = new Set(this.parts[total]!.flat());
      this.beside[total] = this.roots(columnsOf(own, false)).filter((part) => !taken.has(part));
    }
    return totals;
  }

  /**
   * Which columns each total may add up. 上年执行数 beside 合计, 基本支出, 项目支出 is no part of this year's; whether 2023年执行数 is one
   * the figures tell. A total of several years has nothing but other years beside it.
   */
  private shares(totals: readonly number[], units: readonly Unit[]): readonly Share[] {
    const without = (isOther: (part: Draft, total: Draft) => boolean): readonly Share[] => {
      const timely = units.filter(({ columns }) =>
        columns.some((column) => totals.some((total) => !isOther(this.columns[column]!, this.columns[total]!))),
      );
      return shareOut(totals, timely.length === 0 && units.length > 1 ? units : timely);
    };
    const plain = without(isOfOtherTime);
    const dated = without((part, total) => isOfOtherTime(part, total) || isOfOtherYear(part, total));
    const fit = (shares: readonly Share[]): number =>
      shares.reduce((sum, { total, own }) => sum + this.fit(total, this.roots(columnsOf(own, false))), 0);
    return fit(dated) > fit(plain) ? dated : plain;
  }

  private segments(columns: readonly number[], depth: number): number[][] {
    const found: number[][] = [];
    let last: HeaderText | undefined;
    for (const column of columns) {
      const path = this.columns[column]!.path;
      const head = path[depth];
      if (head !== undefined && head === last && path.length > depth + 1) found[found.length - 1]!.push(column);
      else found.push([column]);
      last = head;
    }
    return found;
  }

  /**
   * Records the partitions of a total: all parts together, or one for each dimension, as the figures have it.
   * @param withOfWhich the parts and those under 其中: 其中：基本支出, 项目支出 may be all there is
   */
  private addUp(total: number, parts: readonly number[], withOfWhich: readonly number[]): void {
    const whole = this.roots(parts);
    if (whole.length === 0) return;
    const all = withOfWhich.length > parts.length ? [this.roots(withOfWhich)] : [];
    // 资金来源 over 本年小计, the funds that it adds up and 上年结转, which it does not: a part of the whole beside it.
    const beside = parts.flatMap((part) => this.beside[part] ?? []);
    if (beside.length > 0) all.push([...whole, ...beside]);
    const others = [...all, ...this.byDimension(total, parts), ...this.byItemTree(parts)];
    const chosen = others.length === 0 ? [whole] : this.fittest(total, whole, others);
    for (const columns of chosen) if (this.isCredible(total, columns)) this.parts[total]!.push(columns);
  }

  /** The partitions that fit better than all parts together; these when none does. */
  private fittest(
    total: number,
    whole: readonly number[],
    others: readonly (readonly number[])[],
  ): (readonly number[])[] {
    const fit = this.fit(total, whole);
    const better = others.filter((columns) => this.fit(total, columns) > fit);
    return better.length > 0 ? better : [whole];
  }

  /** Columns under unknown heads are parts of a total only where at least as many rows say so as deny it. */
  private isCredible(total: number, parts: readonly number[]): boolean {
    if (parts.every((part) => this.columns[part]!.key.slice === undefined)) return true;
    const added = parts.map((part) => this.columns[part]!.index);
    const verdicts = this.rows.map((row) => this.figures.testRow(row, this.columns[total]!.index, added));
    const holds = verdicts.filter((verdict) => verdict > 0).length;
    return holds > 0 && holds >= verdicts.filter((verdict) => verdict < 0).length;
  }

  private byDimension(total: number, parts: readonly number[]): number[][] {
    const whole = this.columns[total]!.key;
    const groups = new Map<Dimension, number[]>();
    for (const part of parts)
      for (const name of this.said[part]!)
        if (this.columns[part]!.key[name] !== whole[name]) {
          const group = groups.get(name);
          if (group) group.push(part);
          else groups.set(name, [part]);
        }
    const distinct: number[][] = [];
    for (const group of groups.values()) {
      const roots = this.roots(group);
      if (roots.length > 1 && roots.length < parts.length) distinct.push(roots);
    }
    return distinct;
  }

  /** 合计 of 三公经费 beside 机关运行经费: only what belongs to one tree of items can be its parts. */
  private byItemTree(parts: readonly number[]): number[][] {
    if (parts.every((part) => this.columns[part]!.key.item === undefined)) return [];
    const groups = new Map<string, number[]>();
    for (const part of parts) {
      const root = this.columns[part]!.key.item?.split(':')[0] ?? '';
      const group = groups.get(root);
      if (group) group.push(part);
      else groups.set(root, [part]);
    }
    return groups.size > 1 ? [...groups.values()].map((group) => this.roots(group)) : [];
  }

  /** Leaves out columns that are by their words a part of another one in the list. */
  private roots(parts: readonly number[]): number[] {
    const all = new Set(parts.map((part) => this.sayings[part]!.own));
    return parts.filter((part) => !this.sayings[part]!.above.some((saying) => all.has(saying)));
  }

  /**
   * 财政拨款 beside 一般公共预算, 政府性基金 …: a column is the sum of those that the vocabulary puts under it, when all are there or
   * the figures agree.
   */
  private vocabularyParents(): void {
    const partsOf = new Map<string, number[]>();
    for (const part of this.telling)
      for (const saying of this.sayings[part]!.above) {
        const parts = partsOf.get(saying);
        if (parts) parts.push(part);
        else partsOf.set(saying, [part]);
      }
    for (const whole of this.telling) {
      if (this.parts[whole]!.length > 0) continue;
      const below = partsOf.get(this.sayings[whole]!.own) ?? [];
      if (below.length < 2 || below.length > MOST_BELOW) continue;
      const inner = this.roots(below);
      if (inner.length > 1 && (this.isComplete(whole, inner) || this.fit(whole, inner) > 0))
        this.parts[whole]!.push(inner);
    }
  }

  /**
   * True when every part that the vocabulary knows of the whole has its column: then the sum must hold, whatever is
   * printed.
   */
  private isComplete(whole: number, parts: readonly number[]): boolean {
    const { key } = this.columns[whole]!;
    const names = new Set(
      parts.flatMap((part) => this.said[part]!.filter((name) => this.columns[part]!.key[name] !== key[name])),
    );
    const [name] = names;
    if (name === undefined || names.size > 1) return false;
    const wanted = childrenOf(name, key[name] ?? 'all');
    return (
      wanted.length > 0 && wanted.every((member) => parts.some((part) => this.columns[part]!.key[name] === member))
    );
  }

  private fit(total: number, parts: readonly number[]): number {
    return score(this.columns, total, parts, this.figures, this.rows);
  }
}

/** @param ofWhich those under 其中 too */
function columnsOf(units: readonly Unit[], ofWhich: boolean): number[] {
  const columns: number[] = [];
  for (const unit of units) if (ofWhich || !unit.ofWhich) columns.push(...unit.columns);
  return columns;
}
