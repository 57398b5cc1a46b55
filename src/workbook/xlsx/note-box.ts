import { lineCount } from '../layout/measure';
import type { SheetPlan } from '../plan';

/*
 * How large a note must be to show all its text: spreadsheet programs neither fit the box nor scroll it.
 */

/** Edges of a box in columns and rows of the sheet, with fractions. */
export interface NoteAnchor {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What the file writer keeps of a note. */
export interface NoteBox {
  anchor?: NoteAnchor;
}

// Characters of the standard font; a note is set a little smaller.
const WIDTH = 44;
const CHARACTERS = 46;
const LINE_HEIGHT = 13;
const PADDING = 12;
const DEFAULT_COLUMN = 9;

/** A box right of the cell, as wide as WIDTH characters, with room for every line. */
export function noteBox(
  sheet: SheetPlan,
  cell: { readonly row: number; readonly column: number },
  text: string,
): NoteAnchor {
  const left = cell.column + 1;
  let right = left;
  for (let width = 0; width < WIDTH; right += 1) width += sheet.columnWidths[right] ?? DEFAULT_COLUMN;
  const heights = new Map(sheet.rowHeights.map(({ row, height }) => [row, height]));
  const needed = lineCount(text, CHARACTERS) * LINE_HEIGHT + PADDING;
  const top = Math.max(0, cell.row - 1);
  let bottom = top;
  for (let height = 0; height < needed; bottom += 1) height += heights.get(bottom) ?? sheet.defaultRowHeight;
  return { left: left + 0.2, top: top + 0.3, right: right + 0.2, bottom: bottom + 0.3 };
}
