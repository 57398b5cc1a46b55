import type { SourceCell } from '../../model/source';
import type { Box, Glyph, Page } from './geometry';
import { type Line, linesOf } from './lines';
import { isStacked, rowsOf } from './rows';
import { type RuledTable, ruledTables } from './ruled';
import { middleOf, stretchAt, stretchesOf, unitsOf } from './units';
import { unruledTables } from './unruled';
import { withoutWatermark } from './watermark';

/* A page as a person reads it: lines of text and tables, from the top. */

export interface PageLine extends Line {
  readonly kind: 'line';
  readonly page: number;
}

export interface PageTable {
  readonly kind: 'table';
  readonly page: number;
  readonly base: number;
  readonly rows: readonly (readonly SourceCell[])[];
  /** Where its columns run, in points: a table that goes on over a page keeps their widths. */
  readonly columns: readonly Column[];
  /** Columns are only known by what stands in them. */
  readonly isLoose?: boolean;
}

export interface Column {
  readonly left: number;
  readonly right: number;
}

export type PageItem = PageLine | PageTable;

export interface PageLayout {
  /** Of the paper, in points. */
  readonly width: number;
  readonly items: readonly PageItem[];
}

/** A drawing with fewer filled cells is no table. */
const LEAST_CELLS = 2;

/** What stands on a page, in order of reading. */
export function layOut(page: Page): PageLayout {
  let rest = withoutWatermark(page.glyphs);
  const items: PageItem[] = [];
  for (const ruled of ruledTables(page)) {
    const inside: Glyph[] = [];
    const outside: Glyph[] = [];
    for (const { glyphs, left, right, middle } of unitsOf(rest))
      (isIn(ruled.box, (left + right) / 2, middle) ? inside : outside).push(...glyphs);
    const table = tableOf(ruled, inside, page.number);
    if (!table) continue;
    items.push(table);
    rest = outside;
  }
  const { tables, rest: text } = unruledTables(rest, page);
  for (const table of tables) items.push(table);
  for (const line of linesOf(text)) items.push({ ...line, kind: 'line', page: page.number });
  return { width: page.width, items: withPlaces(items.sort((a, b) => a.base - b.base)) };
}

/** Cells are found by the order of their table on the page, and of their row in it. */
function withPlaces(items: readonly PageItem[]): PageItem[] {
  let table = 0;
  return items.map((item) => {
    if (item.kind === 'line') return item;
    table += 1;
    const number = table;
    return {
      ...item,
      rows: item.rows.map((row, at) =>
        row.map((cell) => ({ ...cell, place: { page: item.page, table: number, row: at + 1 } })),
      ),
    };
  });
}

function isIn({ left, right, top, bottom }: Box, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function tableOf({ box, xs, ys, cells }: RuledTable, glyphs: readonly Glyph[], page: number): PageTable | undefined {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const at = new Int32Array(columns * rows);
  cells.forEach(({ row, column, rowSpan, colSpan }, cell) => {
    for (let r = row; r < row + rowSpan; r += 1) at.fill(cell, r * columns + column, r * columns + column + colSpan);
  });
  const inside: Glyph[][] = cells.map(() => []);
  for (const unit of unitsOf(glyphs)) {
    const row = stretchAt(ys, middleOf(unit.glyphs[0]!));
    stretchesOf(unit, xs, (column) => at[row * columns + column]!).forEach((column, order) =>
      inside[at[row * columns + column]!]!.push(unit.glyphs[order]!),
    );
  }
  if (inside.filter((each) => each.length > 0).length < LEAST_CELLS && !(glyphs.length === 0 && columns > 2))
    return undefined;
  const found: SourceCell[][] = [];
  for (let row = 0; row < rows; row += 1) {
    const own = cells.map((cell, index) => ({ cell, glyphs: inside[index]! })).filter(({ cell }) => cell.row === row);
    const isOne =
      own.some(({ cell }) => cell.rowSpan > 1) || own.reduce((sum, { cell }) => sum + cell.colSpan, 0) < columns;
    const contents = own.map((each) => each.glyphs);
    const parts = !isOne && isStacked(contents) ? rowsOf(contents) : [contents];
    for (const part of parts)
      found.push(
        own.map(({ cell: { colSpan, rowSpan } }, index) => ({
          text: textOf(part[index]!),
          place: { page },
          ...(colSpan > 1 && { colSpan }),
          ...(rowSpan > 1 && { rowSpan }),
        })),
      );
  }
  return {
    kind: 'table',
    page,
    base: box.top,
    rows: found,
    columns: xs.slice(1).map((right, index) => ({ left: xs[index]!, right })),
  };
}

/** The text of a cell: its lines put together. */
export function textOf(glyphs: readonly Glyph[]): string {
  return linesOf(glyphs)
    .map((line) => line.text)
    .join('');
}
