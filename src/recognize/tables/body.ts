import type { ColumnRole, StatementColumn } from '../../model/disclosure';
import type { PartialKey } from '../../model/key';
import { positions } from '../../shared/positions';
import { isOtherCodeHead, isTotalHead, isTotalRow, looksLikeUnit } from '../../vocabulary/labels';
import { meaningOf } from '../../vocabulary/lexicon';
import type { ColumnBlock } from './columns';
import type { Figures } from './figures';
import { isSectionRow, textsOf } from './header';
import { isInstitutionCode, joinCode, readLabel, splitCode } from './labels';
import type { MatrixCell } from '../layout/matrix';
import { readRows, type RowDraft } from './rows';

/*
 * The body of one block: its rows as drafts, then their tree. A block that is folded (the same columns again beside it)
 * is read fold after fold as one list; a table of several sections (一、政府采购情况, 二、机关运行经费 …) is read section by section.
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
  const { block, cells } = input;
  const folds = block.folds.map((_, fold) => layoutOf(block, fold));
  const amounts = positions(block.columns, ({ role }) => role === 'amount');
  const main = amounts.find((at) => isTotalHead(ownHead(block.columns[at]!))) ?? amounts[0]!;
  const all: RowDraft[] = [];
  for (const { name, rows: bodyRows } of splitSections(input)) {
    const above = meaningOf(name);
    const rows: RowDraft[] = [];
    for (const layout of folds)
      for (const index of bodyRows) {
        const row = draftRow(block, layout, cells[index]!, index);
        if (row) rows.push(row);
      }
    readRows({
      rows: withoutInstitutionCodes(rows),
      figures: input.figures,
      amounts,
      main,
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

/**
 * Institutions may stand with their codes among those of 科目 (501001 above 208, 20805 …), the department that they
 * belong to (501) above all: they are rows without a code of 科目. Changes the rows; where all are institutions, they are
 * left alone.
 */
function withoutInstitutionCodes(rows: RowDraft[]): RowDraft[] {
  const isOne = ({ code, label, ofOther }: RowDraft): boolean => !ofOther && label !== '' && isInstitutionCode(code);
  const codes = rows.flatMap((row) => (isOne(row) ? [row.code] : []));
  if (codes.length === 0) return rows;
  const isDepartment = ({ code, label }: RowDraft): boolean =>
    code !== '' && looksLikeUnit(label) && codes.some((own) => own !== code && own.startsWith(code));
  const found = rows.filter((row) => isOne(row) || isDepartment(row));
  if (rows.every((row) => row.code === '' || found.includes(row))) return rows;
  for (const row of found) row.code = '';
  return rows;
}

function ownHead(column: StatementColumn): string {
  return column.path[column.path.length - 1] ?? '';
}

/** Adds the rows that are not blank; their parts are renumbered. */
function append(all: RowDraft[], rows: readonly RowDraft[]): void {
  let next = all.length;
  const places = rows.map(({ role }) => (role === 'blank' ? -1 : next++));
  const moved = next !== rows.length;
  rows.forEach((row, at) => {
    if (places[at]! < 0) return;
    if (moved) row.parts = row.parts.map((part) => places[part]!).filter((place) => place >= 0);
    all.push(row);
  });
}

interface Section {
  readonly name: string;
  readonly rows: readonly number[];
}

/**
 * Sections begin at a numbered row alone in its line that is followed by a row of heads or of a lower level; the
 * classes of a 收支总表, which are numbered and often empty too, are followed by their like.
 */
function splitSections({ cells, bodyRows, section }: BodyInput): readonly Section[] {
  if (section === '') return bodyRows.length === 0 ? [] : [{ name: '', rows: bodyRows }];
  const sections: { name: string; rows: number[] }[] = [{ name: section, rows: [] }];
  const filled = bodyRows.map((row) => textsOf(cells[row]!).filter((text) => text !== ''));
  bodyRows.forEach((row, at) => {
    const own = filled[at]!;
    const next = filled[at + 1] ?? [];
    if (isSectionRow(own) && next.length > 0 && !isSectionRow(next)) sections.push({ name: own[0]!, rows: [] });
    else if (!isHeadRow(own)) sections[sections.length - 1]!.rows.push(row);
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

/** Where the columns of a block stand in one of its folds: the same for every row. Columns are those of the matrix. */
interface Layout {
  readonly fold: number;
  /** Each column of the block. */
  readonly at: readonly number[];
  /** Codes of 科目; where there are none, those of institutions or projects. */
  readonly codes: readonly number[];
  /** The codes are those of 科目. */
  readonly subject: boolean;
  readonly names: readonly number[];
  readonly categories: readonly number[];
  readonly amounts: readonly number[];
  /** The column whose place is that of the row. */
  readonly first: number;
  /** What the heads say about the rows of the fold. */
  readonly key: PartialKey;
}

function layoutOf({ columns, folds, foldKeys }: ColumnBlock, fold: number): Layout {
  const at = folds[fold]!;
  const ofRole = (role: ColumnRole): number[] => at.filter((_, c) => columns[c]!.role === role);
  const subjects = at.filter((_, c) => columns[c]!.role === 'code' && !isOtherCodeHead(ownHead(columns[c]!)));
  const names = ofRole('name');
  return {
    fold,
    at,
    codes: subjects.length > 0 ? subjects : ofRole('code'),
    subject: subjects.length > 0,
    names,
    categories: ofRole('category'),
    amounts: ofRole('amount'),
    first: names[0] ?? at[0]!,
    key: foldKeys[fold] ?? {},
  };
}

/** The texts of some cells of a row as one. */
function textOf(row: readonly MatrixCell[], columns: readonly number[], between: string): string {
  if (columns.length === 0) return '';
  return columns.length === 1 ? row[columns[0]!]!.text : columns.map((c) => row[c]!.text).join(between);
}

function isEmpty(row: readonly MatrixCell[], columns: readonly number[]): boolean {
  for (const c of columns) if (row[c]!.text !== '') return false;
  return true;
}

function draftRow(block: ColumnBlock, layout: Layout, row: readonly MatrixCell[], index: number): RowDraft | undefined {
  const codes: string[] = [];
  for (const c of layout.codes) if (row[c]!.text !== '') codes.push(row[c]!.text);
  let code = codes.length === 0 ? '' : joinCode(codes);
  let label = textOf(row, layout.names, '');
  if (code === '' && label === '') label = codes.join('');
  const split = code === '' ? splitCode(label) : undefined;
  if (split) ({ code, name: label } = split);
  const category = textOf(row, layout.categories, ' ').trim();
  const empty = isEmpty(row, layout.amounts);
  if (label === '' && code === '' && empty && category === '') return undefined;
  const read = readLabel(label);
  // 公用经费合计 stands in the first of several folds, its amount at the end of the row: one merged cell.
  const fromRight = read.total && empty;
  if (!fromRight && label === '' && code === '' && block.folds.length > 1) return undefined;
  const leftTotal = label === '' && code === '' && isTotalRow(row.find(({ text }) => text !== '')?.text ?? '');
  return {
    index,
    fold: layout.fold,
    at: fromRight ? withAmountsFromRight(row, block, layout) : layout.at,
    place: row[layout.first]!.place,
    code,
    ofOther: !layout.subject && !split,
    label,
    category,
    read,
    role: read.total || leftTotal ? 'total' : 'item',
    key: layout.key,
    depth: 0,
    parts: [],
    partial: false,
  };
}

/** The columns of a row whose amounts stand in a fold further to the right; those of its own fold when none do. */
function withAmountsFromRight(
  row: readonly MatrixCell[],
  { columns, folds }: ColumnBlock,
  { at }: Layout,
): readonly number[] {
  for (const other of folds) {
    if (other[0]! <= at[0]!) continue;
    if (
      !isEmpty(
        row,
        other.filter((_, c) => columns[c]!.role !== 'amount'),
      )
    )
      return at;
    if (isEmpty(row, other)) continue;
    return at.map((own, c) => (columns[c]!.role === 'amount' ? other[c]! : own));
  }
  return at;
}
