import type { CellStyle } from '../plan';

/*
 * What the official forms look like, in one place.
 */

const FONT = '宋体';
export const BODY_SIZE = 10;
export const TITLE_SIZE = 16;
export const ROW_HEIGHT = 16.5;
export const TITLE_HEIGHT = 30;

export const LOOK = {
  // Everything is text until a run says that it is an amount: codes keep their zeros, and nothing becomes a formula.
  sheet: { font: FONT, size: BODY_SIZE, vertical: 'middle', numberFormat: '@' },
  title: { size: TITLE_SIZE, bold: true, horizontal: 'center', wrap: true },
  right: { horizontal: 'right' },
  left: { horizontal: 'left' },
  header: { horizontal: 'center', wrap: true },
  grid: { border: 'grid' },
  text: { horizontal: 'left', wrap: true },
  centred: { horizontal: 'center' },
  total: { bold: true },
  note: { horizontal: 'left', vertical: 'top', wrap: true },
  strayText: { horizontal: 'left', wrap: true, numberFormat: '@' },
  /** Taken from the explanation, for want of a table. */
  fromText: { color: '1F4E9E' },
  link: { color: '0563C1', underline: true, horizontal: 'center' },
} as const satisfies Record<string, CellStyle>;

/** Style of a column of amounts in this number format. */
export function amountStyle(numberFormat: string): CellStyle {
  return { horizontal: 'right', numberFormat };
}
