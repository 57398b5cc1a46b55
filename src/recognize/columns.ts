import type { ColumnRole, StatementColumn } from '../model/disclosure';
import type { PartialKey } from '../model/key';
import { comparable } from '../shared/text';
import { headRole, isNoteHead, measureOfHead } from '../vocabulary/labels';
import { flowOf, meaningUnder } from '../vocabulary/lexicon';
import { isWithin, parentOf } from '../vocabulary/members';
import { SumFinder } from './column-sums';
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
  for (const each of blocks) {
    settleNames(each);
    settleSide(each);
  }
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
  const others = new Set(names.flatMap((column) => (column === main ? [] : [stemOf(column)])));
  for (const column of codes) {
    const behind = name >= 0 && block.indexOf(column) > name + 1;
    // 功能科目编码 goes with 功能科目名称, not with 项目名称.
    const ofOther = main !== undefined && stemOf(column) !== stemOf(main) && others.has(stemOf(column));
    if (behind || ofOther) column.role = 'category';
  }
}

/** 本年收入 over names and amounts both is the side of a form, with its 上年结转 and 总计; over amounts alone it is this year's income. */
function settleSide(block: Draft[]): void {
  const side = block.find((column) => column.role === 'name')?.path[0];
  if (!side || !/^本年(?:收入|支出)$/.test(comparable(side.text))) return;
  for (const column of block) if (column.role === 'amount' && column.path[0]?.id === side.id) column.key = keyOf(column.path.slice(1));
}

/** What a code or a name is of: 功能科目 of 功能科目编码 and 功能科目名称. */
function stemOf(column: Draft): string {
  return comparable(leafText(column)).replace(/(?:编码|代码|编号|名称)$/, '');
}

/** The head next to the figures. */
export function leafText(column: Draft): string {
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
    const both = flowsBoth(columns);
    const flow = both ? undefined : flowOfBlock(columns);
    const parts = new SumFinder(columns, figures, bodyRows).find();
    const folded = folds.length > 1;
    return {
      key: flow ? { flow } : {},
      columns: columns.map(({ index, role, path }, at) => ({
        index,
        role,
        path: texts(path),
        ...(folded ? { folds: folds.map((fold) => texts(fold[at]!.path)) } : {}),
        key: folded ? {} : { ...inherited(columns, parts, at), ...(both ? flowOfColumn(columns[at]!) : {}) },
        parts: parts[at]!,
      })),
      folds: folds.map((fold) => fold.map(({ index }) => index)),
      foldKeys: folded ? folds.map((fold) => fold.find(({ role }) => role === 'amount')?.key ?? {}) : [{}],
    };
  });
}

function texts(path: HeaderPath): string[] {
  return path.map((head) => head.text);
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
  const item = key.item ?? (isOfSeveralTrees(columns, parts[at]!) ? SEVERAL : undefined);
  return {
    ...key,
    ...(vintage === undefined ? {} : { vintage }),
    ...(fund === undefined ? {} : { fund }),
    ...(item === undefined ? {} : { item }),
  };
}

/** Not an item of the vocabulary: “三公”经费, 会议费 and 培训费 together are known to their own table alone. */
const SEVERAL = 'l:several';

function isOfSeveralTrees(columns: readonly Draft[], groups: readonly (readonly number[])[]): boolean {
  return groups.some((group) => {
    const items = group.map((part) => columns[part]!.key.item);
    return !items.includes(undefined) && new Set(items.map((item) => item!.split(':')[0])).size > 1;
  });
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

/** 年初结转和结余, 本年收入, 本年支出, 年末结转和结余 of one list of items: both ways of the money side by side. */
function flowsBoth(columns: readonly Draft[]): boolean {
  const flows = new Set(columns.map((column) => (column.role === 'amount' ? flowOfColumn(column).flow : undefined)));
  return flows.has('income') && flows.has('expenditure');
}

function flowOfColumn({ path, key }: Draft): PartialKey {
  const said = path.map(({ text }) => flowOf(text)).find((flow) => flow !== undefined);
  const flow = said ?? (key.vintage === 'carryover' ? 'income' : undefined);
  return flow === undefined ? {} : { flow };
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
