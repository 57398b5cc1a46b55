import type { ColumnRole, StatementColumn } from '../model/disclosure';
import type { PartialKey } from '../model/key';
import { isOtherCodeHead, isTotalHead, isTotalRow } from '../vocabulary/labels';
import { meaningOf } from '../vocabulary/lexicon';
import type { ColumnBlock } from './columns';
import type { Figures } from './figures';
import { isSectionRow } from './header';
import { joinCode, readLabel, splitCode } from './labels';
import type { MatrixCell } from './matrix';
import { readRows, type RowDraft } from './rows';

/*
 * The body of one block: its rows as drafts, then their tree. A block that is folded (the same columns again beside it) is read fold after
 * fold as one list; a table of several sections (一、政府采购情况, 二、机关运行经费 …) is read section by section.
 */

export interface BodyInput {
  readonly cells: readonly (readonly MatrixCell[])[];
  readonly bodyRows: readonly number[];
  readonly figures: Figures;
  readonly block: ColumnBlock;
  readonly flow: string | undefined;
  readonly rootItem: string;
  readonly ofProjects: boolean;
  readonly entity: string;
  /** Name of the section that the table begins with, '' when there is none. */
  readonly section: string;
}

/** Rows of a block, blank ones left out, `parts` in terms of the rows returned. */
export function readBody(input: BodyInput): RowDraft[] {
  const sections = splitSections(input);
  const all: RowDraft[] = [];
  for (const { name, rows: bodyRows } of sections) {
    const above = meaningOf(name);
    const rows = input.block.folds.flatMap((fold) => bodyRows.flatMap((index) => draftRow(input, fold, index) ?? []));
    const amounts = input.block.columns.flatMap((column, at) => (column.role === 'amount' ? [at] : []));
    const main = amounts.find((at) => isTotalHead(ownHead(input.block.columns[at]!)));
    readRows({
      rows,
      figures: input.figures,
      amounts,
      main: main ?? amounts[0]!,
      flow: input.flow,
      rootItem: above.item ?? (name === '' ? input.rootItem : `x:${name}`),
      above,
      ofProjects: input.ofProjects,
      entity: input.entity,
    });
    append(all, rows);
  }
  return all;
}

function ownHead(column: StatementColumn): string {
  return column.path[column.path.length - 1] ?? '';
}

/** Adds the rows that are not blank; their parts are renumbered. */
function append(all: RowDraft[], rows: readonly RowDraft[]): void {
  const places = new Map<number, number>();
  rows.forEach((row, at) => {
    if (row.role !== 'blank') places.set(at, all.length + places.size);
  });
  for (const row of rows)
    if (row.role !== 'blank') all.push({ ...row, parts: row.parts.flatMap((part) => places.get(part) ?? []) });
}

interface Section {
  readonly name: string;
  readonly rows: readonly number[];
}

/**
 * Sections begin at a numbered row alone in its line that is followed by a row of heads or of a lower level; the classes of a 收支总表, which are
 * numbered and often empty too, are followed by their like.
 */
function splitSections({ cells, bodyRows, section }: BodyInput): Section[] {
  const sections: { name: string; rows: number[] }[] = [{ name: section, rows: [] }];
  const texts = (row: number | undefined): string[] =>
    row === undefined ? [] : cells[row]!.map(({ text }) => text).filter((text) => text !== '');
  const sectioned = section !== '';
  bodyRows.forEach((row, at) => {
    const own = texts(row);
    const next = texts(bodyRows[at + 1]);
    if (sectioned && isSectionRow(own) && next.length > 0 && !isSectionRow(next))
      sections.push({ name: own[0]!, rows: [] });
    else if (!(sectioned && isHeadRow(own))) sections[sections.length - 1]!.rows.push(row);
  });
  return sections.filter(({ rows }) => rows.length > 0);
}

/** The heads that a section repeats: 项目 统计数. */
function isHeadRow(texts: readonly string[]): boolean {
  return (
    texts.length > 1 &&
    texts.every((text) => /^(?:项目|行次|统计数|金额|数量|决算数|预算数|计量单位)$/.test(text.replace(/\s/g, '')))
  );
}

const ROLES = new WeakMap<ColumnBlock, Map<ColumnRole, number[]>>();
const NONE: readonly number[] = [];

/** The columns of a role; looked up for every row of the table. */
function columnsOf(block: ColumnBlock, role: ColumnRole): readonly number[] {
  let roles = ROLES.get(block);
  if (!roles) {
    roles = new Map();
    for (const [c, column] of block.columns.entries()) roles.set(column.role, [...(roles.get(column.role) ?? []), c]);
    ROLES.set(block, roles);
  }
  return roles.get(role) ?? NONE;
}

function draftRow({ cells, block }: BodyInput, fold: readonly number[], index: number): RowDraft | undefined {
  const row = cells[index]!;
  const at = [...fold];
  const textsOf = (role: ColumnRole): string[] => columnsOf(block, role).map((c) => row[at[c]!]!.text);
  const printedCodes = columnsOf(block, 'code').filter((c) => row[at[c]!]!.text !== '');
  const subject = columnsOf(block, 'code').some((c) => !isOtherCodeHead(ownHead(block.columns[c]!)));
  const codes = printedCodes.flatMap((c) => (subject && isOtherCodeHead(ownHead(block.columns[c]!)) ? [] : [row[at[c]!]!.text]));
  let code = joinCode(codes);
  let label = textsOf('name').join('');
  if (code === '' && codes.length > 0 && label === '') label = codes.join('');
  const split = code === '' ? splitCode(label) : undefined;
  if (split) ({ code, name: label } = split);
  const category = textsOf('category').join(' ').trim();
  const empty = textsOf('amount').every((text) => text === '');
  if (label === '' && code === '' && empty && category === '') return undefined;
  const read = readLabel(label);
  // 公用经费合计 stands in the first of several folds, its amount at the end of the row: one merged cell.
  if (read.total && empty) takeAmountsFromRight(row, block, fold, at);
  else if (label === '' && code === '' && block.folds.length > 1) return undefined;
  const name = block.columns.findIndex((column) => column.role === 'name');
  const leftTotal = label === '' && code === '' && isTotalRow(row.find(({ text }) => text !== '')?.text ?? '');
  return {
    index,
    fold: block.folds.indexOf(fold),
    at,
    place: row[at[Math.max(name, 0)]!]!.place,
    code,
    ofOther: !subject && !split,
    label,
    category,
    read,
    role: read.total || leftTotal ? 'total' : 'item',
    key: foldKey(block, fold),
    depth: 0,
    parts: [],
    partial: false,
  };
}

function takeAmountsFromRight(
  row: readonly MatrixCell[],
  block: ColumnBlock,
  fold: readonly number[],
  at: number[],
): void {
  const amounts = block.columns.flatMap((column, c) => (column.role === 'amount' ? [c] : []));
  for (const other of block.folds) {
    if (other[0]! <= fold[0]!) continue;
    const labels = block.columns.some((column, c) => column.role !== 'amount' && row[other[c]!]!.text !== '');
    if (labels) return;
    if (amounts.every((c) => row[other[c]!]!.text === '')) continue;
    for (const c of amounts) at[c] = other[c]!;
    return;
  }
}

function foldKey(block: ColumnBlock, fold: readonly number[]): PartialKey {
  return block.foldKeys[block.folds.indexOf(fold)] ?? {};
}
