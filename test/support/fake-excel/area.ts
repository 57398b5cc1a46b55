import type { Area } from '../../../src/workbook';
import { hostError } from './error';

/*
 * Addresses as Excel reads them: 'A1', '$A$1:B2', 'A:C', '2:5', with or without a sheet in front.
 */

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

export const WHOLE_SHEET: Area = { row: 0, column: 0, rows: LAST_ROW, columns: LAST_COLUMN };

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

interface Corner {
  readonly row?: number;
  readonly column?: number;
}

function corner(text: string): Corner | undefined {
  const match = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?$/.exec(text);
  if (!match || text === '') return undefined;
  const [, letters, digits] = match;
  return {
    ...(letters !== undefined && { column: columnNumber(letters) }),
    ...(digits !== undefined && { row: Number(digits) - 1 }),
  };
}

/** The rectangle of an address without its sheet; an address that Excel does not accept throws as Excel does. */
export function parseArea(address: string): Area {
  const parts = address.replace(/^(?:'(?:[^']|'')*'|[^'!]*)!/, '').split(':');
  const corners = parts.map(corner);
  const [from, to = from] = corners;
  const wrong = (): never => {
    throw hostError('InvalidArgument', `not an address: ${address}`);
  };
  if (!from || !to || parts.length > 2) return wrong();
  const sameKind =
    (from.row === undefined) === (to.row === undefined) && (from.column === undefined) === (to.column === undefined);
  // 'A' and '5' alone are no addresses; 'A:A' and '5:5' are.
  if (!sameKind || (parts.length === 1 && (from.row === undefined || from.column === undefined))) return wrong();
  const row = Math.min(from.row ?? 0, to.row ?? 0);
  const column = Math.min(from.column ?? 0, to.column ?? 0);
  const lastRow = from.row === undefined ? LAST_ROW - 1 : Math.max(from.row, to.row!);
  const lastColumn = from.column === undefined ? LAST_COLUMN - 1 : Math.max(from.column, to.column!);
  if (lastRow >= LAST_ROW || lastColumn >= LAST_COLUMN) return wrong();
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

/** 'B2' or 'B2:C5', or '2:5' for whole rows. */
export function areaName({ row, column, rows, columns }: Area): string {
  if (columns === LAST_COLUMN) return `${row + 1}:${row + rows}`;
  if (rows === LAST_ROW) return `${columnLetters(column)}:${columnLetters(column + columns - 1)}`;
  const first = `${columnLetters(column)}${row + 1}`;
  return rows * columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows}`;
}

/** The address with its sheet, as Range.address gives it: quoted only where that is needed. */
export function fullAddress(sheet: string, area: Area): string {
  const name = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) ? sheet : `'${sheet.replace(/'/g, "''")}'`;
  return `${name}!${areaName(area)}`;
}

export function overlaps(one: Area, other: Area): boolean {
  return (
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows &&
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns
  );
}

export function contains(outer: Area, inner: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

/**
 * Calls `visit` for every cell; a range of whole rows or columns is refused, since nobody should format a million
 * cells.
 */
export function eachCell(area: Area, visit: (row: number, column: number) => void): void {
  if (area.rows * area.columns > 2_000_000) throw hostError('InvalidArgument', `range too large: ${areaName(area)}`);
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) visit(row, column);
  }
}
