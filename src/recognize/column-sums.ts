import type { Dimension } from '../model/key';
import { isOfWhich, isTotalHead } from '../vocabulary/labels';
import { childrenOf, isWithin } from '../vocabulary/members';
import { type Draft, leafText } from './columns';
import type { Figures } from './figures';

/*
 * Which columns add up to which: by the groups that the header makes, by what the vocabulary says of their words, and, where these leave more
 * than one reading, by the figures.
 */

/** How many rows obey the sums of the header, less those that break them: the better reading has the higher number. */
export function fitOf(drafts: readonly (readonly Draft[])[], figures: Figures, bodyRows: readonly number[]): number {
  let fit = 0;
  for (const columns of drafts) {
    const parts = new SumFinder(columns, figures, bodyRows).find();
    columns.forEach((column, at) => {
      for (const group of parts[at]!)
        fit += score(
          column,
          group.map((part) => columns[part]!),
          figures,
          bodyRows,
        );
    });
  }
  return fit;
}

function score(total: Draft, parts: readonly Draft[], figures: Figures, rows: readonly number[]): number {
  let sum = 0;
  for (const row of rows) {
    const verdict = verdictOn(total, parts, figures, row);
    sum += verdict < 0 ? -2 : verdict;
  }
  return sum;
}

function verdictOn(total: Draft, parts: readonly Draft[], figures: Figures, row: number): -1 | 0 | 1 {
  return figures.test(
    [row, total.index],
    parts.map((part) => [row, part.index] as const),
  );
}

interface Contribution {
  /** Columns that stand for the whole group when the group is added to others. */
  readonly columns: readonly number[];
}

/** Counts, rates and differences stand beside amounts and are no parts of them. */
function isMeasure({ key }: Draft): boolean {
  return key.stage === 'count' || key.stage === 'rate' || key.stage === 'change';
}

/** Finds the sums of one block of columns. */
export class SumFinder {
  private readonly parts: number[][][];
  private readonly amounts: readonly number[];
  /** Amount columns whose heads say something: only they can be part or whole of another by their words. */
  private readonly telling: ReadonlySet<number>;

  constructor(
    private readonly columns: readonly Draft[],
    private readonly figures: Figures,
    private readonly rows: readonly number[],
  ) {
    this.parts = columns.map(() => []);
    this.amounts = columns.flatMap((column, at) => (column.role === 'amount' && !isMeasure(column) ? [at] : []));
    this.telling = new Set(this.amounts.filter((at) => Object.keys(columns[at]!.key).length > 0));
  }

  find(): number[][][] {
    this.group(this.amounts, 0);
    this.vocabularyParents();
    return this.parts;
  }

  /** Adds up the columns under one head; returns what stands for them one level up. */
  private group(columns: readonly number[], depth: number): Contribution {
    const totals: number[] = [];
    const units: { at: number; columns: readonly number[]; ofWhich?: boolean }[] = [];
    for (const segment of this.segments(columns, depth)) {
      const [only] = segment;
      const leaf = segment.length === 1 && this.columns[only!]!.path.length <= depth + 1;
      if (leaf && isTotalHead(leafText(this.columns[only!]!))) totals.push(only!);
      else if (leaf) units.push({ at: only!, columns: [only!], ofWhich: isOfWhich(leafText(this.columns[only!]!)) });
      else units.push({ at: only!, columns: this.group(segment, depth + 1).columns });
    }
    if (totals.length === 0) return { columns: units.filter(({ ofWhich }) => !ofWhich).flatMap((unit) => unit.columns) };
    const leading = units.length === 0 || totals[0]! < units[0]!.at;
    totals.forEach((total, order) => {
      const from = leading ? total : (totals[order - 1] ?? -1);
      const to = leading ? (totals[order + 1] ?? Infinity) : total;
      const own = units.filter((unit) => unit.at > from && unit.at < to);
      this.addUp(
        total,
        own.filter(({ ofWhich }) => !ofWhich).flatMap((unit) => unit.columns),
        own.flatMap((unit) => unit.columns),
      );
    });
    return { columns: totals };
  }

  private segments(columns: readonly number[], depth: number): number[][] {
    const found: number[][] = [];
    let id: string | undefined;
    for (const column of columns) {
      const path = this.columns[column]!.path;
      const own = path[depth]?.id;
      if (own !== undefined && own === id && path.length > depth + 1) found[found.length - 1]!.push(column);
      else found.push([column]);
      id = own;
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
    const choices = [whole, ...all, ...this.byDimension(total, parts), ...this.byItemTree(parts)].map((columns) => ({
      columns,
      fit: this.fit(total, columns),
    }));
    const [first, ...others] = choices;
    const better = others.filter((choice) => choice.fit > first!.fit);
    const chosen = (better.length > 0 ? better : [first!]).filter(({ columns }) => this.isCredible(total, columns));
    this.parts[total]!.push(...chosen.map((choice) => [...choice.columns]));
  }

  /** Columns under unknown heads are parts of a total only where at least as many rows say so as deny it. */
  private isCredible(total: number, parts: readonly number[]): boolean {
    if (parts.every((part) => this.columns[part]!.key.slice === undefined)) return true;
    const verdicts = this.rows.map((row) => verdictOn(this.columns[total]!, parts.map((part) => this.columns[part]!), this.figures, row));
    const holds = verdicts.filter((verdict) => verdict > 0).length;
    return holds > 0 && holds >= verdicts.filter((verdict) => verdict < 0).length;
  }

  private byDimension(total: number, parts: readonly number[]): number[][] {
    const groups = new Map<Dimension, number[]>();
    for (const part of parts)
      for (const name of Object.keys(this.columns[part]!.key) as Dimension[])
        if (this.columns[part]!.key[name] !== this.columns[total]!.key[name])
          groups.set(name, [...(groups.get(name) ?? []), part]);
    const distinct = [...groups.values()]
      .map((group) => this.roots(group))
      .filter((group) => group.length > 1 && group.length < parts.length);
    return distinct;
  }

  /** 合计 of 三公经费 beside 机关运行经费: only what belongs to one tree of items can be its parts. */
  private byItemTree(parts: readonly number[]): number[][] {
    const groups = new Map<string, number[]>();
    for (const part of parts) {
      const root = this.columns[part]!.key.item?.split(':')[0] ?? '';
      const group = groups.get(root);
      if (group) group.push(part);
      else groups.set(root, [part]);
    }
    return groups.size > 1 ? [...groups.values()].map((group) => this.roots(group)) : [];
  }

  /** Leaves out columns that are a part of another one in the list. */
  private roots(parts: readonly number[]): number[] {
    const telling = parts.filter((part) => this.telling.has(part));
    return parts.filter(
      (part) => !this.telling.has(part) || !telling.some((other) => other !== part && this.below(part, other)),
    );
  }

  /** True when column `part` is, by its words, a part of column `whole`: one dimension further down, all others alike. */
  private below(part: number, whole: number): boolean {
    const inner = this.columns[part]!.key;
    const outer = this.columns[whole]!.key;
    let deeper = 0;
    for (const name of new Set([...Object.keys(inner), ...Object.keys(outer)]) as Set<Dimension>) {
      if (inner[name] === outer[name]) continue;
      if (inner[name] === undefined || outer[name] === undefined || !isWithin(name, inner[name], outer[name]))
        return false;
      deeper += 1;
    }
    return deeper === 1;
  }

  /** 财政拨款 beside 一般公共预算, 政府性基金 …: a column is the sum of those that the vocabulary puts under it, when all are there or the figures agree. */
  private vocabularyParents(): void {
    for (const whole of this.telling) {
      if (this.parts[whole]!.length > 0) continue;
      const inner = this.roots([...this.telling].filter((part) => part !== whole && this.below(part, whole)));
      if (inner.length > 1 && (this.isComplete(whole, inner) || this.fit(whole, inner) > 0))
        this.parts[whole]!.push(inner);
    }
  }

  /** True when every part that the vocabulary knows of the whole has its column: then the sum must hold, whatever is printed. */
  private isComplete(whole: number, parts: readonly number[]): boolean {
    const { key } = this.columns[whole]!;
    const names = new Set(
      parts.flatMap((part) =>
        (Object.keys(this.columns[part]!.key) as Dimension[]).filter(
          (name) => this.columns[part]!.key[name] !== key[name],
        ),
      ),
    );
    const [name] = names;
    if (name === undefined || names.size > 1) return false;
    const wanted = childrenOf(name, key[name] ?? 'all');
    return (
      wanted.length > 0 && wanted.every((member) => parts.some((part) => this.columns[part]!.key[name] === member))
    );
  }

  private fit(total: number, parts: readonly number[]): number {
    return score(
      this.columns[total]!,
      parts.map((part) => this.columns[part]!),
      this.figures,
      this.rows,
    );
  }
}
