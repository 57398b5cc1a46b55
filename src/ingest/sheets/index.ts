import type { GridBlock, LineBlock, SheetPlace, SourceBlock, SourceCell, SourceDocument } from '../../model/source';
import { Decimal } from '../../shared/decimal';

/* An open workbook as a document: every sheet is a heading and a grid. Sheets filled by us, by hand or elsewhere are read alike. */

/** One sheet's used rectangle from A1; null for an empty cell or one that a merged cell covers. */
export interface SheetInput {
  readonly name: string;
  readonly values: readonly (readonly (string | number | boolean | null)[])[];
}

/** Formulas leave binary noise in the last digits of a number; no disclosure prints more than this. */
const MOST_DECIMALS = 6;
/** Amounts are printed to the cent of their unit even when the cell holds a whole number. */
const LEAST_DECIMALS = 2;

/**
 * Reads sheets into a document. Sheet names stand in front of their grids as lines, since a sheet's name often is all the title it has.
 * @param ignore names of sheets that hold no submission (核对结果)
 */
export function readSheets(name: string, sheets: readonly SheetInput[], ignore: readonly string[] = []): SourceDocument {
  const blocks = sheets.filter((sheet) => !ignore.includes(sheet.name)).flatMap(sheetBlocks);
  return { name, blocks, messages: [] };
}

function sheetBlocks(sheet: SheetInput): SourceBlock[] {
  const decimals = decimalsOf(sheet);
  const rows = sheet.values.flatMap((row, r) => {
    const cells = row.map((value, c) => sheetCell(value, { sheet: sheet.name, cell: `${columnName(c)}${r + 1}` }, decimals));
    return cells.some(({ text }) => text !== '') ? [cells] : [];
  });
  const first = rows[0]?.[0];
  if (!first) return [];
  const heading: LineBlock = { kind: 'line', text: sheet.name, headingLevel: 1, place: { sheet: sheet.name, cell: 'A1' } };
  const grid: GridBlock = { kind: 'grid', rows, place: first.place };
  return [heading, grid];
}

/** How finely a sheet prints its amounts: the most digits that any of its numbers needs. */
function decimalsOf(sheet: SheetInput): number {
  let most = LEAST_DECIMALS;
  for (const row of sheet.values)
    for (const value of row) if (typeof value === 'number' && Number.isFinite(value)) most = Math.max(most, rounded(value).decimalPlaces());
  return most;
}

function rounded(value: number): Decimal {
  return new Decimal(value).toDecimalPlaces(MOST_DECIMALS);
}

/** Numbers carry the sheet's precision: a cell that holds 14 among amounts to the cent stands for 14.00. */
function sheetCell(value: string | number | boolean | null, place: SheetPlace, decimals: number): SourceCell {
  if (typeof value === 'number' && Number.isFinite(value)) return { text: rounded(value).toString(), place, decimals };
  return { text: value === null ? '' : String(value).trim(), place };
}

function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
