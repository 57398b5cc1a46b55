import type { SheetPlace } from '../model/source';

/*
 * Cell addresses. Rows and columns are counted from 0 everywhere in this room, as spreadsheet programs' own range calls
 * count them; only text that a person reads (A1, row 12) counts from 1.
 */

/** A rectangle of cells; `row` and `column` from 0, `rows` and `columns` at least 1. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/**
 * Letters of a column.
 * @example columnName(27) // 'AB'
 */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/**
 * A1 address of a cell.
 * @example cellName(5, 3) // 'D6'
 */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/**
 * A1 address of a rectangle.
 * @example areaName({ row: 2, column: 0, rows: 3, columns: 4 }) // 'A3:D5'
 */
export function areaName({ row, column, rows, columns }: Area): string {
  return `${cellName(row, column)}:${cellName(row + rows - 1, column + columns - 1)}`;
}

/**
 * Row and column of an A1 address without $ signs.
 * @returns undefined when the text is no such address, or lies outside the largest sheet there is.
 */
export function parseCell(cell: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(cell);
  if (!match) return undefined;
  const [, letters, digits] = match;
  let column = 0;
  for (const letter of letters!) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return column > MAX_COLUMNS || row > MAX_ROWS ? undefined : { row: row - 1, column: column - 1 };
}

/** Name of a sheet as a formula writes it: always in quotes, quotes inside it doubled. */
export function quoteSheet(sheet: string): string {
  return `'${sheet.replace(/'/g, "''")}'`;
}

// A text constant inside a formula may have this many characters; a longer one makes the file unreadable for Excel.
const MAX_CONSTANT = 255;

function textConstant(text: string): string {
  return `"${text.slice(0, MAX_CONSTANT).replace(/"/g, '""')}"`;
}

/**
 * The formula (without its equals sign) that shows `text` and jumps to a cell of the same workbook.
 * @example linkFormula({ sheet: '表', cell: 'D6' }, 'D6') // `HYPERLINK("#'表'!D6","D6")`
 */
export function linkFormula(target: SheetPlace, text: string): string {
  return `HYPERLINK(${textConstant(`#${quoteSheet(target.sheet)}!${target.cell}`)},${textConstant(text)})`;
}
