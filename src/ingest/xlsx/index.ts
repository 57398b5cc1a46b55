import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { Message, SourceDocument } from '../../model/source';
import { shownNumber } from './shown';
import { type Merge, readSheets, type SheetInput } from '../sheets';

/*
 * Workbooks from files: every sheet that is shown, its amounts as they are shown. Nothing is calculated: a formula is
 * what the program that saved the file made of it.
 */

type Value = SheetInput['values'][number][number];

/**
 * Reads the sheets of an .xlsx or .xls file.
 * @param content its bytes; the text of a workbook that is written as XML
 * @param ignore names of sheets that hold no submission
 * @throws Error when the file is damaged or locked with a password
 */
export function readXlsx(name: string, content: Uint8Array | string, ignore: readonly string[]): SourceDocument {
  const book = read(content, {
    type: typeof content === 'string' ? 'string' : 'array',
    dense: true,
    cellNF: true,
    cellText: true,
    cellHTML: false,
    cellStyles: true,
  });
  const isHidden = (sheet: string): boolean =>
    (book.Workbook?.Sheets?.find((each) => each.name === sheet)?.Hidden ?? 0) > 0;
  const shown = book.SheetNames.filter((sheet) => !isHidden(sheet));
  const document = readSheets(
    name,
    shown.map((sheet) => sheetInput(sheet, book.Sheets[sheet]!)),
    ignore,
  );
  return { ...document, messages: [...document.messages, ...messagesOf(book, shown)] };
}

/** Who made the workbook, and its sheets; they are not read. */
export function headOfXlsx(bytes: Uint8Array): { readonly creator: string; readonly sheets: readonly string[] } {
  const { Props, SheetNames } = read(bytes, { type: 'array', bookProps: true, bookSheets: true });
  return { creator: Props?.Author ?? '', sheets: SheetNames };
}

function messagesOf(book: WorkBook, shown: readonly string[]): Message[] {
  const hidden = book.SheetNames.filter((sheet) => !shown.includes(sheet));
  const covered = shown.filter((sheet) => hidesSome(book.Sheets[sheet]!));
  const open = shown.reduce(
    (count, sheet) =>
      count + rowsOf(book.Sheets[sheet]!).reduce((sum, { cells }) => sum + cells.filter(isOpenFormula).length, 0),
    0,
  );
  return [
    ...(hidden.length > 0 ? [{ severity: 'info' as const, text: `隐藏的工作表没有读：${hidden.join('、')}` }] : []),
    ...(covered.length > 0 ? [{ severity: 'info' as const, text: `隐藏的行、列没有读：${covered.join('、')}` }] : []),
    ...(open > 0
      ? [
          {
            severity: 'warning' as const,
            text: `有 ${open} 个公式没有存下结果，用到它们的合计没有核对；请用 Excel 或 WPS 打开、保存后再核对`,
          },
        ]
      : []),
  ];
}

type Row = readonly (CellObject | undefined)[];

/**
 * The rows of a sheet that are shown, with their numbers from 0; those that hold nothing are holes, and so are such
 * cells.
 */
function rowsOf(sheet: WorkSheet): { readonly row: number; readonly cells: Row }[] {
  const rows: { row: number; cells: Row }[] = [];
  ((sheet['!data'] ?? []) as (CellObject[] | undefined)[]).forEach((cells, row) => {
    if (cells && !sheet['!rows']?.[row]?.hidden) rows.push({ row, cells });
  });
  return rows;
}

function isOpenFormula(cell: CellObject | undefined): boolean {
  return cell?.f !== undefined && (cell.v === undefined || cell.t === 'z');
}

/** Rows or columns that hold something are hidden. */
function hidesSome(sheet: WorkSheet): boolean {
  const data = (sheet['!data'] ?? []) as (CellObject[] | undefined)[];
  const isFilled = (cells: CellObject[] | undefined, column: number): boolean => cells?.[column]?.v !== undefined;
  return (
    (sheet['!rows'] ?? []).some((row, at) => row?.hidden && data[at]?.some((cell) => cell?.v !== undefined)) ||
    (sheet['!cols'] ?? []).some((column, at) => column?.hidden && data.some((cells) => isFilled(cells, at)))
  );
}

/** A sheet as wide is read column by column as it stands; of a wider one only the columns that hold something. */
const WIDE = 256;

function sheetInput(name: string, sheet: WorkSheet): SheetInput {
  const rows = rowsOf(sheet);
  const numbers = rows.map(({ row }) => row);
  const columns = columnsOf(rows).filter((column) => !sheet['!cols']?.[column]?.hidden);
  const cellsOf = (cells: Row): (CellObject | undefined)[] => columns.map((column) => cells[column]);
  return {
    name,
    at: { rows: numbers, columns },
    values: rows.map(({ cells }) => cellsOf(cells).map(valueOf)),
    shown: rows.map(({ cells }) => cellsOf(cells).map(shownOf)),
    merges: (sheet['!merges'] ?? []).flatMap(({ s, e }): Merge[] => {
      const [top, bottom] = reach(numbers, s.r, e.r);
      const [left, right] = reach(columns, s.c, e.c);
      if (rows[top]?.row !== s.r || columns[left] !== s.c) return [];
      return [{ row: top, column: left, rows: bottom - top, columns: right - left }];
    }),
  };
}

/** The columns that are read, from 0. */
function columnsOf(rows: readonly { readonly cells: Row }[]): number[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  if (width <= WIDE) return Array.from({ length: width }, (_, column) => column);
  const used = new Set<number>();
  for (const { cells } of rows)
    cells.forEach((cell, column) => {
      if (cell) used.add(column);
    });
  return [...used].sort((one, other) => one - other);
}

/** Where the numbers from `first` to `last` stand in a rising list: from the one, up to but without the other. */
function reach(list: readonly number[], first: number, last: number): [from: number, to: number] {
  const at = (wanted: number): number => {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [at(first), at(last + 1)];
}

/** Stands in the cell of a formula without a result. */
const OPEN_FORMULA = '公式没有结果';

/** An error (#REF!) is the text that is shown; it is no amount. */
function valueOf(cell: CellObject | undefined): Value {
  // A formula whose result was not stored is neither blank nor zero.
  if (isOpenFormula(cell)) return OPEN_FORMULA;
  if (cell?.v === undefined) return null;
  if (cell.t === 'n' && typeof cell.v === 'number') return cell.v;
  if (cell.t === 's') return String(cell.v);
  return cell.w ?? String(cell.v);
}

function shownOf(cell: CellObject | undefined): string | null {
  return cell ? shownNumber(cell) : null;
}
