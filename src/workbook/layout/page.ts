import type { PrintSetup } from '../plan';
import type { Canvas } from './canvas';
import { ROW_HEIGHT } from './look';

/*
 * How a sheet is printed.
 */

// Points.
const A4 = { short: 595, long: 842 };
const MARGINS: PrintSetup['margins'] = { side: 36, top: 45, bottom: 45, edge: 22 };
const POINTS_PER_CHARACTER = 5.25;
const COLUMN_PADDING = 3.75;

// A table that is a little too long for one page is printed a little smaller: two rows on a page of their own help
// nobody.
const MOST_SHRUNK = 1.25;
// A table whose two sides balance in the last line is not torn apart for less.
const MOST_SHRUNK_WHOLE = 1.45;

/** A4 with page numbers, as wide as the page, as many pages as it takes. */
export function printSetup(orientation: PrintSetup['orientation'], repeatRows: number): PrintSetup {
  return { orientation, pagesTall: 0, repeatRows, margins: MARGINS, centred: true, pageNumbers: true };
}

/**
 * The same, on one page where that costs little.
 * @param whole the table should not be torn apart.
 */
export function printTable(
  canvas: Canvas,
  orientation: PrintSetup['orientation'],
  repeatRows: number,
  whole: boolean,
): PrintSetup {
  const isTall = orientation === 'portrait';
  const room = {
    width: (isTall ? A4.short : A4.long) - 2 * MARGINS.side,
    height: (isTall ? A4.long : A4.short) - MARGINS.top - MARGINS.bottom,
  };
  const width = canvas.widthOf(0, canvas.width) * POINTS_PER_CHARACTER + canvas.width * COLUMN_PADDING;
  const scale = Math.min(1, room.width / width);
  const pages = (canvas.totalHeight(ROW_HEIGHT) * scale) / room.height;
  return {
    ...printSetup(orientation, repeatRows),
    pagesTall: pages <= (whole ? MOST_SHRUNK_WHOLE : MOST_SHRUNK) ? 1 : 0,
  };
}
