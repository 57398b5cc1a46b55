import type { Area } from '../address';
import type { CellValue } from '../plan';
import type { SheetValues } from '../port';
import { readBook, requireSheet, type BookSheet } from './book';
import { refuse } from './errors';
import { addressOf, onceRange } from './write-sheet';

/*
 * Reads sheets back: which there are, how large they are, what is in them.
 */

// Excel on the web answers with five million bytes at most; a Chinese text of fifty characters takes 150.
const MOST_CELLS = 30_000;
// No disclosure comes near it: values stand at the far end of the sheet by mistake.
const MOST_CELLS_OF_SHEET = 1_000_000;

type HostValue = string | number | boolean;

interface Extent {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Some rows of a sheet. */
interface Band extends Area {
  readonly at: BookSheet;
}

function cellValue(value: HostValue): CellValue {
  if (value === '') return null;
  return typeof value === 'boolean' ? String(value).toUpperCase() : value;
}

/** From A1 on: rows and columns before the first one in use are empty. */
function fromA1(
  values: readonly (readonly HostValue[])[],
  { rowIndex, columnIndex, columnCount }: Extent,
): CellValue[][] {
  const before = Array.from({ length: columnIndex }, () => null);
  const blank = (): CellValue[] => Array.from({ length: columnIndex + columnCount }, () => null);
  const rows = values.map((row) => [...before, ...row.map(cellValue)]);
  return [...Array.from({ length: rowIndex }, blank), ...rows];
}

/** How large sheets were when they were last read: whoever is known to be small is read without asking first. */
export class Reader {
  private readonly small = new Set<string>();

  /** All sheets in three requests, or those named in two once they have been read before. */
  async read(context: Excel.RequestContext, names?: readonly string[]): Promise<SheetValues[]> {
    const book = await readBook(context);
    const wanted = names && new Set(names.map((name) => requireSheet(book, name)));
    const sheets = wanted ? book.sheets.filter((sheet) => wanted.has(sheet)) : book.sheets;
    if (sheets.length === 0) return [];
    return names && sheets.every(({ id }) => this.small.has(id))
      ? readWhole(context, sheets)
      : this.readSized(context, sheets);
  }

  private async readSized(context: Excel.RequestContext, sheets: readonly BookSheet[]): Promise<SheetValues[]> {
    const extents = sheets.map(({ sheet }) => {
      const used = sheet.getUsedRangeOrNullObject(true).untrack();
      used.load('rowIndex,columnIndex,rowCount,columnCount');
      return used;
    });
    await context.sync();
    const bands = sheets.flatMap((at, index) => {
      const used = extents[index]!;
      if (!used.isNullObject) checkSize(at, used);
      const isSmall = used.isNullObject || used.rowCount * used.columnCount <= MOST_CELLS / 4;
      if (isSmall) this.small.add(at.id);
      else this.small.delete(at.id);
      return used.isNullObject ? [] : bandsOf(at, used);
    });
    const read = new Map<BookSheet, HostValue[][]>(sheets.map((at) => [at, []]));
    await readBands(context, bands, (at, values) => read.get(at)!.push(...values));
    return sheets.map((at, index) => {
      const used = extents[index]!;
      return { name: at.name, values: used.isNullObject ? [] : fromA1(read.get(at)!, used) };
    });
  }
}

function checkSize({ name }: BookSheet, { rowCount, columnCount }: Extent): void {
  if (rowCount * columnCount <= MOST_CELLS_OF_SHEET) return;
  refuse(
    `工作表“${name}”用到了 ${rowCount} 行、${columnCount} 列，太大，读不了。请删去表尾或右侧误填的内容，或者把这张表移到别的工作簿。`,
  );
}

/** One request for the values of all these sheets. */
async function readWhole(context: Excel.RequestContext, sheets: readonly BookSheet[]): Promise<SheetValues[]> {
  const ranges = sheets.map(({ sheet }) => {
    const used = sheet.getUsedRangeOrNullObject(true).untrack();
    used.load('rowIndex,columnIndex,rowCount,columnCount,values');
    return used;
  });
  await context.sync();
  return sheets.map(({ name }, index) => {
    const used = ranges[index]!;
    return { name, values: used.isNullObject ? [] : fromA1(used.values as HostValue[][], used) };
  });
}

function bandsOf(at: BookSheet, { rowIndex, columnIndex, rowCount, columnCount }: Extent): Band[] {
  const rows = Math.max(1, Math.floor(MOST_CELLS / columnCount));
  const bands: Band[] = [];
  for (let done = 0; done < rowCount; done += rows) {
    bands.push({
      at,
      row: rowIndex + done,
      rows: Math.min(rows, rowCount - done),
      column: columnIndex,
      columns: columnCount,
    });
  }
  return bands;
}

/** In as few requests as the size allows; almost always that is one. */
async function readBands(
  context: Excel.RequestContext,
  bands: readonly Band[],
  take: (at: BookSheet, values: HostValue[][]) => void,
  from = 0,
): Promise<void> {
  const ranges: { readonly at: BookSheet; readonly range: Excel.Range }[] = [];
  let cells = 0;
  let next = from;
  while (next < bands.length && (next === from || cells + bands[next]!.rows * bands[next]!.columns <= MOST_CELLS)) {
    const { at, row, rows, column, columns } = bands[next]!;
    const range = onceRange(at.sheet, addressOf({ row, column, rows, columns }));
    range.load('values');
    ranges.push({ at, range });
    cells += rows * columns;
    next += 1;
  }
  if (ranges.length === 0) return;
  await context.sync();
  for (const { at, range } of ranges) take(at, range.values as HostValue[][]);
  if (next < bands.length) await readBands(context, bands, take, next);
}
