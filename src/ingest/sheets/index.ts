import type { GridBlock, LineBlock, SheetPlace, SourceBlock, SourceCell, SourceDocument } from '../../model/source';
import { cleanDocument } from '../clean';
import { Decimal, plain } from '../../shared/decimal';

/*
 * An open workbook as a document: every sheet is a heading and a grid. Sheets filled by us, by hand or elsewhere are
 * read alike.
 */

/** One sheet's used rectangle from A1; null for an empty cell or one that a merged cell covers. */
export interface SheetInput {
  readonly name: string;
  /** Which row and column of the sheet, from 0, each of the values' is; the same number when absent. */
  readonly at?: { readonly rows: readonly number[]; readonly columns: readonly number[] };
  readonly values: readonly (readonly (string | number | boolean | null)[])[];
  /** The numbers as the sheet shows them, where they have a number format of their own; null for all other cells. */
  readonly shown?: readonly (readonly (string | null)[])[];
  /** Merged cells, rows and columns from 0. */
  readonly merges?: readonly Merge[];
}

export interface Merge {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Formulas leave binary noise in the last digits of a number; no disclosure prints more than this. */
const MOST_DECIMALS = 6;
/** Amounts are printed to the cent of their unit even when the cell holds a whole number. */
const LEAST_DECIMALS = 2;

/**
 * Reads sheets into a document. Sheet names stand in front of their grids as lines, since a sheet's name often is all
 * the title it has.
 * @param ignore names of sheets that hold no submission (核对结果)
 */
export function readSheets(
  name: string,
  sheets: readonly SheetInput[],
  ignore: readonly string[] = [],
): SourceDocument {
  const blocks = sheets.filter((sheet) => !ignore.includes(sheet.name)).flatMap(sheetBlocks);
  return cleanDocument({ name, blocks, messages: [] });
}

function sheetBlocks(sheet: SheetInput): SourceBlock[] {
  const decimals = decimalsOf(sheet);
  const all = sheet.values.map((row, r) =>
    row.map((value, c) =>
      sheetCell(
        value,
        sheet.shown?.[r]?.[c] ?? null,
        { sheet: sheet.name, cell: `${columnName(sheet.at?.columns[c] ?? c)}${(sheet.at?.rows[r] ?? r) + 1}` },
        decimals,
      ),
    ),
  );
  const kept = all.flatMap((cells, r) => (cells.some(({ text }) => text !== '') ? [r] : []));
  const spans = new Spans(
    sheet.merges ?? [],
    kept,
    all.reduce((most, row) => Math.max(most, row.length), 0),
  );
  const rows = kept.map((r) => spans.row(r, all[r]!));
  const first = rows[0]?.[0];
  if (!first) return [];
  const heading: LineBlock = {
    kind: 'line',
    text: sheet.name,
    headingLevel: 1,
    place: { sheet: sheet.name, cell: 'A1' },
  };
  const grid: GridBlock = { kind: 'grid', rows, place: first.place };
  return [heading, grid];
}

/**
 * Merged cells over the rows that are kept: empty rows are left out of a grid. What reaches beyond the cells of the
 * sheet is cut off; what overlaps with one before it is none.
 */
class Spans {
  private readonly anchors = new Map<number, { readonly colSpan?: number; readonly rowSpan?: number }>();
  private readonly covered = new Set<number>();
  /** Where each row that is kept stands among those that are. */
  private readonly order: ReadonlyMap<number, number>;

  constructor(
    merges: readonly Merge[],
    private readonly kept: readonly number[],
    private readonly width: number,
  ) {
    this.order = new Map(kept.map((row, at) => [row, at]));
    for (const merge of merges) this.add(merge);
  }

  private add({ row, column, rows, columns }: Merge): void {
    const first = this.order.get(row);
    // The cell itself stands in a row that is left out: then it is empty.
    if (first === undefined || column >= this.width) return;
    let last = first;
    while (last + 1 < this.kept.length && this.kept[last + 1]! < row + rows) last += 1;
    const across = Math.min(columns, this.width - column);
    const cells: number[] = [];
    for (let at = first; at <= last; at += 1)
      for (let c = column; c < column + across; c += 1) {
        const cell = this.kept[at]! * this.width + c;
        if (this.covered.has(cell) || this.anchors.has(cell)) return;
        if (at !== first || c !== column) cells.push(cell);
      }
    this.anchors.set(row * this.width + column, {
      ...(across > 1 && { colSpan: across }),
      ...(last > first && { rowSpan: last - first + 1 }),
    });
    for (const cell of cells) this.covered.add(cell);
  }

  row(r: number, cells: readonly SourceCell[]): SourceCell[] {
    return cells.flatMap((cell, c) => {
      const at = r * this.width + c;
      return this.covered.has(at) ? [] : [{ ...cell, ...this.anchors.get(at) }];
    });
  }
}

/** How finely a sheet prints its amounts: the most digits that any of its numbers needs. */
function decimalsOf(sheet: SheetInput): number {
  let most = LEAST_DECIMALS;
  for (const row of sheet.values)
    for (const value of row)
      if (typeof value === 'number' && Number.isFinite(value)) most = Math.max(most, rounded(value).decimalPlaces());
  return most;
}

function rounded(value: number): Decimal {
  return new Decimal(value).toDecimalPlaces(MOST_DECIMALS);
}

/** 8.5 is shown as 8.50; a whole number may be a count. */
function printed(value: Decimal): string {
  return plain(value, value.isInteger() ? 0 : LEAST_DECIMALS);
}

/** Numbers carry the sheet's precision: a cell that holds 14 among amounts to the cent stands for 14.00. */
function sheetCell(
  value: string | number | boolean | null,
  shown: string | null,
  place: SheetPlace,
  decimals: number,
): SourceCell {
  // A format may show zero as nothing, or as a dash; ##### is a column too narrow.
  if (value === 0 && shown !== null && !shown.includes('#') && !/\d/.test(shown)) return { text: shown.trim(), place };
  if (typeof value === 'number' && shown !== null && /\d/.test(shown)) return { text: shown.trim(), place };
  if (typeof value === 'number' && Number.isFinite(value)) return { text: printed(rounded(value)), place, decimals };
  return { text: value === null ? '' : String(value).trim(), place };
}

function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
