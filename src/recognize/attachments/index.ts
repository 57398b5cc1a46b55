import type { Attachment, AttachmentRow } from '../../model/attachment';
import type { GridBlock, LineBlock, SourceBlock, SourceCell } from '../../model/source';
import { parseAmount } from '../../shared/amount';
import { comparable } from '../../shared/text';
import { EXECUTION_WORDS } from '../../vocabulary/assessments';
import { type MatrixCell, toMatrix } from '../layout/matrix';
import { attachmentFigure } from './figure';
import { type FilledCell, readFunds } from './funds';

/*
 * Reads 绩效目标表: one grid a project, labels beside values; the money stands twice, for the whole term and for the year.
 */

const YEAR = /^[（(]?\s?(20\d\d)\s?[）)]?\s?年?度?[）)]?$/;
const TITLE_LINES = 3;

/** All forms of a document, in order. */
export function readAttachments(blocks: readonly SourceBlock[]): Attachment[] {
  const found: Attachment[] = [];
  blocks.forEach((block, at) => {
    if (block.kind === 'line') return;
    const printed = forms(block);
    if (printed.length === 0) return;
    const above = linesAbove(blocks, at);
    for (const rows of printed) {
      const form = readForm(rows, above);
      if (form) found.push(form);
    }
  });
  return found;
}

/** The lines right above a grid that may be titles, in order. */
function linesAbove(blocks: readonly SourceBlock[], grid: number): LineBlock[] {
  const lines: LineBlock[] = [];
  for (const block of blocks.slice(Math.max(0, grid - TITLE_LINES), grid)) {
    if (block.kind === 'line') lines.push(block);
    else lines.length = 0;
  }
  return lines;
}

/** The cells of a row that hold something, with their columns. */
function filledCells(row: readonly MatrixCell[]): FilledCell[] {
  return row.flatMap(({ text, place }, column) => (text === '' ? [] : [{ text, place, column }]));
}

/** The first text of a row, '' when it is blank. */
function firstText(row: readonly MatrixCell[]): string {
  for (const { text } of row) if (text !== '') return text;
  return '';
}

/** The filled cells of the rows of each form in a grid; forms without a line between them are one grid. */
function forms(grid: GridBlock): (readonly (readonly FilledCell[])[])[] {
  const { rows } = toMatrix(grid);
  const starts: number[] = [];
  for (let at = 0; at < rows.length; at += 1) if (firstText(rows[at]!).startsWith('项目名称')) starts.push(at);
  const found = starts.map((start, order) => rows.slice(start, starts[order + 1] ?? rows.length).map(filledCells));
  // 自评表 are read by what their labels say, for their cells seldom stay where they were.
  return found.filter((form) => !form.some((row) => row.some(({ text }) => text.includes(EXECUTION_WORDS))));
}

function readForm(rows: readonly (readonly FilledCell[])[], above: readonly LineBlock[]): Attachment | undefined {
  const [, name] = rows[0]!;
  if (!name || rows.length < 4) return undefined;
  const dated = above.find(({ text }) => YEAR.test(text.trim()));
  // 七、绩效目标 and 详见绩效目标表 may stand above the title.
  const title = above.filter(({ text }) => text.includes('绩效')).pop() ?? above[above.length - 1];
  const form = comparable(title?.text ?? '绩效目标表');
  const { term, annual } = readFunds(rows, form, name.text);
  if (!term) return undefined;
  return {
    title: form,
    place: name.place,
    term,
    annual,
    name: attachmentFigure({ ...BLANK, raw: name.text }, '项目名称', form, '', name.place),
    unit: unitOf(rows),
    year: dated ? Number(YEAR.exec(dated.text.trim())![1]) : null,
    yearPlace: dated?.place ?? name.place,
    rows: rows.filter((cells) => cells.length > 0).map(readRow),
  };
}

const BLANK = parseAmount('')!;

function readRow(cells: readonly SourceCell[]): AttachmentRow {
  const [first, second] = cells;
  const text =
    cells.length === 2
      ? second!.text
      : cells
          .slice(1)
          .map((cell) => cell.text)
          .join('|');
  return { label: comparable(first!.text), text, place: (second ?? first!).place };
}

function unitOf(rows: readonly (readonly SourceCell[])[]): string {
  for (const cells of rows.slice(0, 4)) {
    const at = cells.findIndex((cell) => comparable(cell.text).startsWith('实施单位'));
    if (at >= 0) return cells[at + 1]?.text ?? '';
  }
  return '';
}
