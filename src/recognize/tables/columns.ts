import type { ColumnRole, StatementColumn } from '../../model/disclosure';
import type { Dimension, PartialKey } from '../../model/key';
import { memoized } from '../../shared/memo';
import { positions } from '../../shared/positions';
import { comparable } from '../../shared/text';
import { isRateHead } from '../../vocabulary/heads';
import { headRole, isNoteHead, isOfWhich, measureOfHead } from '../../vocabulary/labels';
import { flowOf, meaningUnder } from '../../vocabulary/lexicon';
import { isWithin, parentOf } from '../../vocabulary/members';
import { findSums, type Sums } from './column-sums';
import type { Figures } from './figures';
import type { HeaderPath } from './header';
import { sliceOf } from './slices';

/*
 * Columns: their roles, the tables that stand side by side in one grid, and what their heads and sums say about them.
 */

export interface ColumnBlock {
  readonly key: PartialKey;
  readonly columns: readonly StatementColumn[];
  /** Matrix columns of `columns`, once for every time that they stand side by side; one fold for an ordinary table. */
  readonly folds: readonly (readonly number[])[];
  /** What the heads say about the rows of each fold. */
  readonly foldKeys: readonly PartialKey[];
}

/** A column while its place in the table is being found. */
export interface Draft {
  readonly index: number;
  role: ColumnRole;
  readonly path: HeaderPath;
  key: PartialKey;
}

/** What the body of a column holds, for columns whose head says nothing. */
export interface ColumnContent {
  readonly figures: number;
  readonly texts: number;
  /** How many of the figures are printed with a percent sign. */
  readonly percents: number;
}

/** The columns of one block, and which of them add up to which. */
export interface DraftBlock {
  readonly columns: readonly Draft[];
  readonly sums: Sums;
}

/** Splits the columns into side-by-side blocks, gives each column its role and finds the sums of each block. */
export function draftBlocks(
  paths: readonly HeaderPath[],
  contents: readonly ColumnContent[],
  figures: Figures,
  bodyRows: readonly number[],
): DraftBlock[] {
  const drafted: DraftBlock[] = [];
  for (const columns of splitBlocks(paths, contents)) {
    settleNames(columns);
    settleSide(columns);
    if (columns.some(isAmount)) drafted.push({ columns, sums: findSums(columns, figures, bodyRows) });
  }
  return drafted;
}

function splitBlocks(paths: readonly HeaderPath[], contents: readonly ColumnContent[]): Draft[][] {
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
    block.push({ index, role, path, key: role === 'amount' ? keyOfAmounts(path, contents[index]!) : NOTHING });
  });
  if (block.length > 0) blocks.push(block);
  return blocks;
}

const NOTHING: PartialKey = {};

function isAmount({ role }: { readonly role: ColumnRole }): boolean {
  return role === 'amount';
}

function roleOf(path: HeaderPath, content: ColumnContent): ColumnRole | undefined {
  const leaf = path[path.length - 1];
  if (!leaf) return content.figures > content.texts ? 'amount' : content.texts > 0 ? 'name' : undefined;
  const role = headRole(leaf.text);
  if (role === 'name' && content.texts === 0 && content.figures > 1) return 'amount';
  if (role !== undefined) return role;
  if (isNoteHead(leaf.text)) return 'category';
  return content.texts > 2 * content.figures && content.texts > 1 ? 'name' : 'amount';
}

/** Of several name columns the one that names projects or 科目 is the name; the others say what it belongs to. */
function settleNames(block: Draft[]): void {
  const names = block.filter((column) => column.role === 'name');
  const main =
    names.length > 1
      ? (names.find((column) => leafText(column).includes('项目名称')) ?? ofSubjects(block, names) ?? names[0])
      : names[0];
  if (!main) return;
  const others = new Set<string>();
  for (const column of names) {
    if (column === main) continue;
    column.role = 'category';
    others.add(stemOf(column));
  }
  const name = block.indexOf(main);
  block.forEach((column, at) => {
    if (column.role !== 'code') return;
    const behind = at > name + 1;
    // 功能科目编码 goes with 功能科目名称, not with 项目名称.
    const ofOther = others.size > 0 && stemOf(column) !== stemOf(main) && others.has(stemOf(column));
    if (behind || ofOther) column.role = 'category';
  });
}

/** Of 单位名称, 科目编码, 科目名称 the name that goes with the codes of 科目. */
function ofSubjects(block: readonly Draft[], names: readonly Draft[]): Draft | undefined {
  const stems = new Set(
    block.flatMap((column) => (column.role === 'code' && /科目/.test(stemOf(column)) ? [stemOf(column)] : [])),
  );
  return names.find((column) => stems.has(stemOf(column)));
}

/**
 * 本年收入 over names and amounts both is the side of a form, with its 上年结转 and 总计; over amounts alone it is this year's
 * income.
 */
function settleSide(block: Draft[]): void {
  const side = block.find((column) => column.role === 'name')?.path[0];
  if (!side || !/^本年(?:收入|支出)$/.test(comparable(side.text))) return;
  for (const column of block)
    if (column.role === 'amount' && column.path[0] === side) column.key = keyOf(column.path.slice(1));
}

/** What a code or a name is of: 功能科目 of 功能科目编码 (with 类, 款 and 项 below it) and 功能科目名称. */
function stemOf({ path }: Draft): string {
  const leaf = comparable(path[path.length - 1]?.text ?? '');
  const head = /^[类款项]$/.test(leaf) && path.length > 1 ? comparable(path[path.length - 2]!.text) : leaf;
  return head.replace(/(?:编码|代码|编号|名称)$/, '');
}

/** The head next to the figures. */
export function leafText(column: Draft): string {
  return column.path[column.path.length - 1]?.text ?? '';
}

/** Stands between the heads of a path where they are one text; no document holds it. */
const BETWEEN = '\u001f';

function keyOf(path: HeaderPath): PartialKey {
  return path.length === 0 ? NOTHING : keyOfHeads(texts(path).join(BETWEEN));
}

/** What heads and cells say: figures with percent signs are rates, whatever stands above them. */
function keyOfAmounts(path: HeaderPath, { figures, percents }: ColumnContent): PartialKey {
  const key = keyOf(path);
  const isRate = (percents > 0 && 2 * percents > figures) || isRateHead(path[path.length - 1]?.text ?? '');
  return isRate && key.stage !== 'rate' ? { ...key, stage: 'rate' } : key;
}

/** What the heads above a column say about its figures. */
const keyOfHeads = memoized((joined): PartialKey => {
  const heads = joined.split(BETWEEN);
  const stepwise = heads.reduce<PartialKey>((above, head) => below(above, head, meaningUnder(above, head)), {});
  const measure = measureOfHead(heads[heads.length - 1]!);
  if (measure) return { ...stepwise, stage: measure };
  const slice = sliceOf(heads);
  if (slice !== undefined) return { ...stepwise, slice };
  // A head cut into several rows (附属单|位上|缴收入) means something only when joined.
  return heads.length > 1 ? { ...meaningUnder({}, heads.join('')), ...stepwise } : stepwise;
});

/** What a head says under others; 其中：教育收费 under 事业收入 is a part of it, whatever fund it is elsewhere. */
function below(above: PartialKey, head: string, own: PartialKey): PartialKey {
  const contradicts =
    isOfWhich(head) && above.fund !== undefined && own.fund !== undefined && !isWithin('fund', own.fund, above.fund);
  return contradicts ? { ...above, slice: comparable(head) } : { ...above, ...own };
}

/** Heads of names and codes that conversion stretched over the amounts beside them say nothing about these. */
function withoutLabels(path: HeaderPath): HeaderPath {
  const leaf = path[path.length - 1];
  return leaf && path.length > 1 && headRole(leaf.text) === undefined
    ? path.filter((head) => headRole(head.text) === undefined)
    : path;
}

/** Completes the blocks: what each block as a whole says, and what the sums say about its columns. */
export function finishBlocks(drafted: readonly DraftBlock[]): ColumnBlock[] {
  return foldAlike(drafted).map((folds) => {
    const { columns, sums } = folds[0]!;
    const both = flowsBoth(columns);
    const flow = both ? undefined : flowOfBlock(columns);
    const folded = folds.length > 1;
    for (const column of columns) column.key = withoutIdleVintage(column, columns);
    const money = new Inheritance(columns, sums);
    return {
      key: flow ? { flow } : {},
      columns: columns.map(({ index, role, path }, at) => {
        if (folded)
          return {
            index,
            role,
            path: texts(path),
            folds: folds.map((fold) => texts(fold.columns[at]!.path)),
            key: {},
            parts: sums[at]!,
          };
        const key = money.keyOf(at);
        return {
          index,
          role,
          path: texts(path),
          key: both ? { ...key, ...flowOfColumn(columns[at]!) } : key,
          parts: sums[at]!,
        };
      }),
      folds: folds.map((fold) => fold.columns.map(({ index }) => index)),
      foldKeys: folded ? folds.map((fold) => fold.columns.find(isAmount)?.key ?? {}) : [{}],
    };
  });
}

function texts(path: HeaderPath): string[] {
  return path.map((head) => head.text);
}

/**
 * 本年预算 beside 上年结转 is this year's money. As the only head of amounts, over rows that end with 上年结转 and 收入总计, it says no
 * more than 预算数: the rows tell which year's money they are.
 */
function withoutIdleVintage({ key, path }: Draft, columns: readonly Draft[]): PartialKey {
  const isIdle =
    key.vintage === 'current' &&
    path.some((head) => /^[本当]年预算数?$/.test(comparable(head.text))) &&
    !columns.some((other) => other.key.vintage === 'carryover');
  if (!isIdle) return key;
  const { vintage: _vintage, ...rest } = key;
  return rest;
}

/**
 * Gathers neighbouring blocks that are one list folded to save paper: a code, a name, one amount, and the same heads
 * again.
 */
function foldAlike(drafted: readonly DraftBlock[]): (readonly DraftBlock[])[] {
  const groups: DraftBlock[][] = [];
  for (const block of drafted) {
    const last = groups[groups.length - 1];
    if (last && isFoldable(block.columns) && signature(block.columns) === signature(last[0]!.columns)) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function isFoldable(block: readonly Draft[]): boolean {
  return block.some(({ role }) => role === 'code') && block.filter(isAmount).length === 1;
}

function signature(block: readonly Draft[]): string {
  return block.map((column) => `${column.role}:${comparable(leafText(column))}`).join(' ');
}

/** Not an item of the vocabulary: “三公”经费, 会议费 and 培训费 together are known to their own table alone. */
const SEVERAL = 'l:several';

/**
 * What sums say about columns: 本年收入合计 is this year's money, and so are the sources that it adds up; the sum of the
 * three budgets is 财政拨款, even when its head says 合计.
 */
class Inheritance {
  /** Columns that say which year's money they are. */
  private readonly dated: readonly number[];
  /** 上年结转 of no fund in particular. */
  private readonly carried: readonly number[];

  constructor(
    private readonly columns: readonly Draft[],
    private readonly sums: Sums,
  ) {
    this.dated = positions(columns, ({ key }) => key.vintage !== undefined);
    this.carried = this.dated.filter(
      (at) => columns[at]!.key.vintage === 'carryover' && columns[at]!.key.fund === undefined,
    );
  }

  /** What a column says, and the sums about it. */
  keyOf(at: number): PartialKey {
    const { key } = this.columns[at]!;
    const groups = this.sums[at]!;
    const vintage = key.vintage ?? this.vintageOf(at);
    const fund =
      key.fund ??
      (groups.length === 0 ? undefined : commonFund(groups.flat().map((part) => this.columns[part]!.key.fund)));
    const item = key.item ?? (groups.some((group) => this.isOfSeveralTrees(group)) ? SEVERAL : undefined);
    if (vintage === key.vintage && fund === key.fund && item === key.item) return key;
    const found: Partial<Record<Dimension, string>> = { ...key };
    if (vintage !== undefined) found.vintage = vintage;
    if (fund !== undefined) found.fund = fund;
    if (item !== undefined) found.item = item;
    return found;
  }

  private vintageOf(at: number): string | undefined {
    const total = this.dated.find((other) => this.sums[other]!.some((group) => group.includes(at)));
    return total === undefined
      ? this.isBesideCarryover(at)
        ? 'current'
        : undefined
      : this.columns[total]!.key.vintage;
  }

  private isOfSeveralTrees(group: readonly number[]): boolean {
    const items = group.map((part) => this.columns[part]!.key.item);
    return !items.includes(undefined) && new Set(items.map((item) => item!.split(':')[0])).size > 1;
  }

  /** 上年结转 beside 一般公共预算, 政府性基金 … in one sum: then these are this year's money. */
  private isBesideCarryover(at: number): boolean {
    if (this.carried.length === 0 || this.columns[at]!.key.fund === undefined) return false;
    return this.sums.some((groups) =>
      groups.some((group) => this.carried.some((other) => group.includes(other)) && this.isIn(at, group)),
    );
  }

  /** True for a column of the group, and for one that adds up to a column of it. */
  private isIn(column: number, group: readonly number[]): boolean {
    return group.includes(column) || group.some((part) => this.sums[part]!.some((inner) => this.isIn(column, inner)));
  }
}

/** The member under which all of these lie; undefined for the whole. */
function commonFund(funds: readonly (string | undefined)[]): string | undefined {
  if (funds.length === 0 || funds.includes(undefined)) return undefined;
  let common = funds[0]!;
  for (const fund of funds) while (!isWithin('fund', fund!, common)) common = parentOf('fund', common) ?? 'all';
  return common === 'all' ? undefined : common;
}

/** 年初结转和结余, 本年收入, 本年支出, 年末结转和结余 of one list of items: both ways of the money side by side. */
function flowsBoth(columns: readonly Draft[]): boolean {
  let income = false;
  let expenditure = false;
  for (const column of columns) {
    if (column.role !== 'amount') continue;
    const { flow } = flowOfColumn(column);
    income ||= flow === 'income';
    expenditure ||= flow === 'expenditure';
  }
  return income && expenditure;
}

function flowOfColumn({ path, key }: Draft): PartialKey {
  for (const { text } of path) {
    const flow = flowOf(text);
    if (flow !== undefined) return { flow };
  }
  return key.vintage === 'carryover' ? { flow: 'income' } : NOTHING;
}

/**
 * The head over all columns of a block may say which way the money flows, or the head of its names (收入项目); 支出功能分类 does
 * not.
 */
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
