import type { ColumnRole, StatementColumn } from '../model/disclosure';
import type { Dimension, PartialKey } from '../model/key';
import { comparable } from '../shared/text';
import { headRole, isNoteHead, isOfWhich, isTotalHead, measureOfHead } from '../vocabulary/labels';
import { flowOf, meaningUnder } from '../vocabulary/lexicon';
import { childrenOf, isWithin, parentOf } from '../vocabulary/members';
import type { Figures } from './figures';
import type { HeaderPath } from './header';
import { sliceOf } from './slices';

/*
 * Columns: their roles, the tables that stand side by side in one grid, and which columns add up to which. What the header leaves open
 * (one partition of the total or two) is decided by the figures.
 */

export interface ColumnBlock {
  readonly key: PartialKey;
  readonly columns: readonly StatementColumn[];
  /** Matrix columns of `columns`, once for every time that they stand side by side; one fold for an ordinary table. */
  readonly folds: readonly (readonly number[])[];
  /** What the heads say about the rows of each fold. */
  readonly foldKeys: readonly PartialKey[];
}

interface Draft {
  readonly index: number;
  role: ColumnRole;
  readonly path: HeaderPath;
  readonly key: PartialKey;
}

/** What the body of a column holds, for columns whose head says nothing. */
export interface ColumnContent {
  readonly figures: number;
  readonly texts: number;
}

/** Splits the columns into side-by-side blocks and gives each its role. */
export function draftBlocks(paths: readonly HeaderPath[], contents: readonly ColumnContent[]): Draft[][] {
  const blocks: Draft[][] = [];
  let block: Draft[] = [];
  let amounts = false;
  paths.forEach((printed, index) => {
    const role = roleOf(printed, contents[index]!);
    if (role === undefined) return;
    const path = role === 'amount' ? withoutLabels(printed) : printed;
    const labels = role === 'code' || role === 'name' || role === 'ordinal';
    if (labels && amounts) {
      blocks.push(block);
      block = [];
      amounts = false;
    }
    amounts ||= role === 'amount';
    block.push({ index, role, path, key: role === 'amount' ? keyOf(path) : {} });
  });
  if (block.length > 0) blocks.push(block);
  for (const each of blocks) settleNames(each);
  return blocks.filter((each) => each.some((column) => column.role === 'amount'));
}

function roleOf(path: HeaderPath, content: ColumnContent): ColumnRole | undefined {
  const leaf = path[path.length - 1];
  if (!leaf) return content.figures > content.texts ? 'amount' : content.texts > 0 ? 'name' : undefined;
  if (isNoteHead(leaf.text)) return 'category';
  const role = headRole(leaf.text);
  if (role === 'name' && content.texts === 0 && content.figures > 1) return 'amount';
  return role ?? (content.texts > 2 * content.figures && content.texts > 1 ? 'name' : 'amount');
}

/** Of several name columns the one that names projects or 科目 is the name; the others say what it belongs to. */
function settleNames(block: Draft[]): void {
  const names = block.filter((column) => column.role === 'name');
  const main = names.find((column) => /项目名称/.test(leafText(column))) ?? names[0];
  for (const column of names) if (column !== main) column.role = 'category';
  const codes = block.filter((column) => column.role === 'code');
  const name = main ? block.indexOf(main) : -1;
  for (const column of codes) if (name >= 0 && block.indexOf(column) > name + 1) column.role = 'category';
}

function leafText(column: Draft): string {
  return column.path[column.path.length - 1]?.text ?? '';
}

function keyOf(path: HeaderPath): PartialKey {
  const stepwise = path.reduce<PartialKey>((above, head) => ({ ...above, ...meaningUnder(above, head.text) }), {});
  const measure = measureOfHead(path[path.length - 1]?.text ?? '');
  if (measure) return { ...stepwise, stage: measure };
  const texts = path.map((head) => head.text);
  const slice = sliceOf(texts);
  if (slice !== undefined) return { ...stepwise, slice };
  // A head cut into several rows (附属单|位上|缴收入) means something only when joined.
  return path.length > 1 ? { ...meaningUnder({}, texts.join('')), ...stepwise } : stepwise;
}

/** Heads of names and codes that conversion stretched over the amounts beside them say nothing about these. */
function withoutLabels(path: HeaderPath): HeaderPath {
  const leaf = path[path.length - 1];
  return leaf && headRole(leaf.text) === undefined ? path.filter((head) => headRole(head.text) === undefined) : path;
}

/** Completes the blocks: what each block as a whole says, and which columns are sums of which. */
export function finishBlocks(
  drafts: readonly (readonly Draft[])[],
  figures: Figures,
  bodyRows: readonly number[],
): ColumnBlock[] {
  return foldAlike(drafts).map((folds) => {
    const columns = folds[0]!;
    const flow = flowOfBlock(columns);
    const parts = new SumFinder(columns, figures, bodyRows).find();
    const folded = folds.length > 1;
    return {
      key: flow ? { flow } : {},
      columns: columns.map(({ index, role, path }, at) => ({
        index,
        role,
        path: path.map((head) => head.text),
        key: folded ? {} : inherited(columns, parts, at),
        parts: parts[at]!,
      })),
      folds: folds.map((fold) => fold.map(({ index }) => index)),
      foldKeys: folded ? folds.map((fold) => fold.find(({ role }) => role === 'amount')?.key ?? {}) : [{}],
    };
  });
}

/** Gathers neighbouring blocks that are one list folded to save paper: a code, a name, one amount, and the same heads again. */
function foldAlike(drafts: readonly (readonly Draft[])[]): (readonly Draft[])[][] {
  const groups: (readonly Draft[])[][] = [];
  for (const block of drafts) {
    const last = groups[groups.length - 1];
    if (last && isFoldable(block) && signature(block) === signature(last[0]!)) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function isFoldable(block: readonly Draft[]): boolean {
  return block.some(({ role }) => role === 'code') && block.filter(({ role }) => role === 'amount').length === 1;
}

function signature(block: readonly Draft[]): string {
  return block.map((column) => `${column.role}:${comparable(leafText(column))}`).join(' ');
}

/**
 * What sums say about columns: 本年收入合计 is this year's money, and so are the sources that it adds up; the sum of the three budgets is
 * 财政拨款, even when its head says 合计.
 */
function inherited(
  columns: readonly Draft[],
  parts: readonly (readonly (readonly number[])[])[],
  at: number,
): PartialKey {
  const { key } = columns[at]!;
  const total = columns.find(
    (column, other) => column.key.vintage !== undefined && parts[other]!.some((group) => group.includes(at)),
  );
  const vintage = key.vintage ?? total?.key.vintage ?? (isBesideCarryover(columns, parts, at) ? 'current' : undefined);
  const fund = key.fund ?? commonFund(parts[at]!.flat().map((part) => columns[part]!.key.fund));
  return { ...key, ...(vintage === undefined ? {} : { vintage }), ...(fund === undefined ? {} : { fund }) };
}

/** 上年结转 beside 一般公共预算, 政府性基金 … in one sum: then these are this year's money. */
function isBesideCarryover(
  columns: readonly Draft[],
  parts: readonly (readonly (readonly number[])[])[],
  at: number,
): boolean {
  if (columns[at]!.key.fund === undefined) return false;
  const carried = columns.flatMap(({ key }, other) => (key.vintage === 'carryover' && key.fund === undefined ? [other] : []));
  const beside = (column: number, group: readonly number[]): boolean =>
    group.includes(column) || group.some((part) => parts[part]!.some((inner) => beside(column, inner)));
  return parts.some((groups) => groups.some((group) => carried.some((other) => group.includes(other)) && beside(at, group)));
}

/** The member under which all of these lie; undefined for the whole. */
function commonFund(funds: readonly (string | undefined)[]): string | undefined {
  if (funds.length === 0 || funds.includes(undefined)) return undefined;
  let common = funds[0]!;
  for (const fund of funds) while (!isWithin('fund', fund!, common)) common = parentOf('fund', common) ?? 'all';
  return common === 'all' ? undefined : common;
}

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

/** The head over all columns of a block may say which way the money flows, or the head of its names (收入项目); 支出功能分类 does not. */
function flowOfBlock(columns: readonly Draft[]): string | undefined {
  for (const column of columns) {
    const [head] = column.path;
    if (!head) continue;
    const flow =
      headRole(head.text) === undefined || /^(?:本年)?(?:收入|支出)项目$/.test(comparable(head.text))
        ? flowOf(head.text)
        : undefined;
    if (flow) return flow;
  }
  return undefined;
}

interface Contribution {
  /** Columns that stand for the whole group when the group is added to others. */
  readonly columns: readonly number[];
}

/** Counts, rates and differences stand beside amounts and are no parts of them. */
function isMeasure({ key }: Draft): boolean {
  return key.stage === 'count' || key.stage === 'rate' || key.stage === 'change';
}

class SumFinder {
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
    const units: { at: number; columns: readonly number[] }[] = [];
    for (const segment of this.segments(columns, depth)) {
      const [only] = segment;
      const leaf = segment.length === 1 && this.columns[only!]!.path.length <= depth + 1;
      if (leaf && isTotalHead(leafText(this.columns[only!]!))) totals.push(only!);
      else if (leaf) {
        if (!isOfWhich(leafText(this.columns[only!]!))) units.push({ at: only!, columns: [only!] });
      } else units.push({ at: only!, columns: this.group(segment, depth + 1).columns });
    }
    if (totals.length === 0) return { columns: units.flatMap((unit) => unit.columns) };
    const leading = units.length === 0 || totals[0]! < units[0]!.at;
    totals.forEach((total, order) => {
      const from = leading ? total : (totals[order - 1] ?? -1);
      const to = leading ? (totals[order + 1] ?? Infinity) : total;
      this.addUp(
        total,
        units.filter((unit) => unit.at > from && unit.at < to).flatMap((unit) => unit.columns),
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

  /** Records the partitions of a total: all parts together, or one for each dimension, as the figures have it. */
  private addUp(total: number, parts: readonly number[]): void {
    const whole = this.roots(parts);
    if (whole.length === 0) return;
    const choices = [whole, ...this.byDimension(total, parts), ...this.byItemTree(parts)].map((columns) => ({
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
