import type { SheetPlace } from '../../model/source';
import { Canvas, MAX_TEXT } from '../layout/canvas';
import { LOOK, ROW_HEIGHT, TITLE_HEIGHT } from '../layout/look';
import { INDENT_WIDTH, lineCount, rowHeight } from '../layout/measure';
import { printSetup } from '../layout/page';
import type { CellStyle, CellValue, SheetPlan } from '../plan';

/*
 * A long list on a sheet of its own: title, what is to be said of it, a header that stands still and filters, and its
 * rows.
 */

export interface ListColumn {
  readonly heading: string;
  readonly width: number;
  /** Of every cell below the header; texts that wrap make their rows higher. */
  readonly style: CellStyle;
}

export interface ListRow {
  /** One a column. */
  readonly values: readonly CellValue[];
  /** What single cells need beyond the style of their columns; cells of one look share one object. */
  readonly looks?: ReadonlyMap<number, CellStyle>;
  /** A cell that jumps to another sheet. */
  readonly link?: { readonly column: number; readonly target: SheetPlace };
}

export interface List {
  readonly name: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly columns: readonly ListColumn[];
  /** A row of sums between the lines and the header. */
  readonly totals?: readonly CellValue[];
  readonly rows: readonly ListRow[];
  /** Stands in the place of the rows where there are none. */
  readonly nothing: string;
  readonly frozenColumns?: number;
}

/** Columns of text and of short words. */
export const TEXT: CellStyle = { horizontal: 'left', vertical: 'top', wrap: true };
export const WORD: CellStyle = { horizontal: 'center', vertical: 'top', wrap: true };
/** Text right of numbers. */
export const TEXT_APART: CellStyle = { ...TEXT, indent: 1 };
/** Numbers that name something: a file, a year. */
export const NUMBER: CellStyle = { ...WORD, numberFormat: '0' };
/** A count of none is a dash: what is there stands out. */
export const COUNT: CellStyle = { horizontal: 'right', vertical: 'top', numberFormat: '#,##0;-#,##0;"–"' };

// The buttons of the filter take the corner of the header.
const HEADER_HEIGHT = 32;

/** Row of the first entry of a list, from 0. */
export function firstRow({ lines, totals }: Pick<List, 'lines' | 'totals'>): number {
  return 1 + lines.length + (totals ? 1 : 0) + 1;
}

/** How many texts of the list are cut because no cell can hold them. */
export function cutTexts({ rows }: List): number {
  return rows.reduce(
    (sum, { values }) => sum + values.filter((value) => typeof value === 'string' && value.length > MAX_TEXT).length,
    0,
  );
}

export function layOutList(list: List): SheetPlan {
  const { columns, rows, totals, name, frozenColumns = 0 } = list;
  const canvas = new Canvas(columns.map(({ width }) => width));
  const across = { column: 0, columns: columns.length };
  const body = firstRow(list);
  const header = body - 1;
  canvas.extend(body + Math.max(1, rows.length));
  canvas.style(canvas.all, LOOK.sheet);
  putHead(canvas, list);
  if (totals) {
    totals.forEach((value, column) => canvas.put(header - 1, column, value));
    columns.forEach(({ style }, column) =>
      canvas.style({ row: header - 1, column, rows: 1, columns: 1 }, { ...style, vertical: 'middle' }),
    );
    canvas.style({ row: header - 1, rows: 1, ...across }, { ...LOOK.grid, bold: true });
  }
  columns.forEach(({ heading }, column) => canvas.put(header, column, heading));
  canvas.style({ row: header, rows: 1, ...across }, { ...LOOK.header, ...LOOK.grid, bold: true });
  canvas.height(header, HEADER_HEIGHT);
  putRows(canvas, list, body);
  return {
    ...canvas.finish({
      name,
      kind: 'findings',
      defaultRowHeight: ROW_HEIGHT,
      freeze: { rows: body, columns: frozenColumns },
      print: printSetup('landscape', body),
    }),
    filter: { row: header, rows: 1 + Math.max(1, rows.length), ...across },
  };
}

function putHead(canvas: Canvas, { title, lines }: List): void {
  const width = canvas.widthOf(0, canvas.width);
  [title, ...lines].forEach((text, row) => {
    const area = { row, column: 0, rows: 1, columns: canvas.width };
    canvas.put(row, 0, text);
    canvas.merge(area);
    canvas.style(area, row === 0 ? { ...LOOK.title, horizontal: 'left' } : { horizontal: 'left', wrap: true });
    canvas.height(row, row === 0 ? TITLE_HEIGHT : rowHeight(lineCount(text, width), ROW_HEIGHT));
  });
}

function putRows(canvas: Canvas, { columns, rows, nothing }: List, top: number): void {
  const count = Math.max(1, rows.length);
  columns.forEach(({ style }, column) =>
    canvas.style({ row: top, column, rows: count, columns: 1 }, { ...LOOK.grid, ...style }),
  );
  if (rows.length === 0) canvas.put(top, 0, nothing);
  rows.forEach(({ values, link }, index) => {
    const row = top + index;
    let lines = 1;
    values.forEach((value, column) => {
      canvas.put(row, column, value);
      const { width, style } = columns[column]!;
      if (typeof value === 'string' && style.wrap)
        lines = Math.max(lines, lineCount(breakable(value), width - (style.indent ?? 0) * INDENT_WIDTH));
    });
    canvas.height(row, rowHeight(lines, ROW_HEIGHT));
    if (link) canvas.link({ row, ...link });
  });
  columns.forEach((_, column) => styleSingly(canvas, rows, column, top));
}

/** As spreadsheet programs break it: behind the separators of a path. */
function breakable(text: string): string {
  return text.replace(/[/\\]/g, '$& ');
}

/** One run for neighbours of one look. */
function styleSingly(canvas: Canvas, rows: readonly ListRow[], column: number, top: number): void {
  for (let from = 0; from < rows.length;) {
    const look = rows[from]!.looks?.get(column);
    let to = from + 1;
    while (to < rows.length && rows[to]!.looks?.get(column) === look) to += 1;
    if (look) canvas.style({ row: top + from, column, rows: to - from, columns: 1 }, look);
    from = to;
  }
}
