import type { SourceCell } from '../../model/source';
import type { Box, Glyph, Page } from './geometry';
import { type Line, linesOf } from './lines';
import { type RuledTable, ruledTables } from './ruled';

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
  /** Widths of the columns, in points: a table that goes on over a page keeps them. */
  readonly widths: readonly number[];
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
  let rest = page.glyphs;
  const items: PageItem[] = [];
  for (const ruled of ruledTables(page.rules)) {
    const inside = rest.filter((glyph) => isIn(ruled.box, glyph));
    const table = tableOf(ruled, inside, page.number);
    if (!table) continue;
    items.push(table);
    rest = rest.filter((glyph) => !isIn(ruled.box, glyph));
  }
  for (const line of linesOf(rest)) items.push({ ...line, kind: 'line', page: page.number });
  return { width: page.width, items: items.sort((a, b) => a.base - b.base) };
}

/** By the middle of the character: text may touch the border of its cell. */
function isIn({ left, right, top, bottom }: Box, glyph: Glyph): boolean {
  const x = (glyph.left + glyph.right) / 2;
  const y = middle(glyph);
  return x >= left && x <= right && y >= top && y <= bottom;
}

function middle({ base, size }: Glyph): number {
  // A character reaches about as far as four fifths of its size above the baseline.
  return base - 0.35 * size;
}

function tableOf({ box, xs, ys, cells }: RuledTable, glyphs: readonly Glyph[], page: number): PageTable | undefined {
  const rows = ys.slice(1).map((): SourceCell[] => []);
  let filled = 0;
  for (const { row, rowSpan, colSpan, box: inside } of cells) {
    const text = linesOf(glyphs.filter((glyph) => isIn(inside, glyph)))
      .map((line) => line.text)
      .join('');
    if (text !== '') filled += 1;
    rows[row]!.push({ text, place: { page }, ...(colSpan > 1 && { colSpan }), ...(rowSpan > 1 && { rowSpan }) });
  }
  // A page may begin with the last blank rows of a table.
  const isBlank = glyphs.length === 0 && rows.length > 0 && xs.length > 3;
  if (filled < LEAST_CELLS && !isBlank) return undefined;
  return { kind: 'table', page, base: box.top, rows, widths: xs.slice(1).map((x, at) => x - xs[at]!) };
}
