import type { CellValue } from '../plan';

/*
 * How a value is handed to Excel so that it arrives as what it is. A text in a cell of format @ stays text, and so does
 * a text behind an apostrophe in any other cell. What Excel makes of the two together, or of an equals sign in a cell
 * of format @, differs from version to version, so neither occurs.
 */

export interface Entry {
  readonly value: string | number;
  readonly numberFormat: string;
}

const GENERAL = 'General';
const TEXT = '@';

// The full-width signs too: a Chinese Excel takes them for the narrow ones.
const IS_RISKY = /^[=+\-@'＝＋－＠]/;

/**
 * @param numberFormat what the cell shall have; it is replaced by General where the value could not live in it
 */
export function entryOf(value: CellValue, numberFormat = GENERAL): Entry {
  if (value === null || value === '') return { value: '', numberFormat };
  const other = numberFormat === TEXT ? GENERAL : numberFormat;
  if (typeof value === 'number') return { value, numberFormat: other };
  if (numberFormat === TEXT && !IS_RISKY.test(value)) return { value, numberFormat };
  return { value: `'${value}`, numberFormat: other };
}

/** A formula of our own making. */
export function formulaEntry(formula: string, numberFormat = GENERAL): Entry {
  return { value: `=${formula}`, numberFormat: numberFormat === TEXT ? GENERAL : numberFormat };
}
