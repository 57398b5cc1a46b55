import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { Message, SourceDocument } from '../../model/source';
import { readSheets, type SheetInput } from '../sheets';

/*
 * Workbooks from files: every sheet that is shown, its amounts as they are shown. Nothing is calculated: a formula is
 * what the program that saved the file made of it.
 */

type Value = SheetInput['values'][number][number];

/**
 * Reads the sheets of an .xlsx or .xls file.
 * @param ignore names of sheets that hold no submission
 * @throws Error when the file is damaged or locked with a password
 */
export function readXlsx(name: string, bytes: Uint8Array, ignore: readonly string[]): SourceDocument {
  const book = read(bytes, { type: 'array', dense: true, cellNF: true, cellText: true, cellHTML: false });
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
  const open = shown.reduce(
    (count, sheet) =>
      count + rowsOf(book.Sheets[sheet]!).reduce((sum, row) => sum + row.filter(isOpenFormula).length, 0),
    0,
  );
  return [
    ...(hidden.length > 0 ? [{ severity: 'info' as const, text: `隐藏的工作表没有读：${hidden.join('、')}` }] : []),
    ...(open > 0
      ? [
          {
            severity: 'warning' as const,
            text: `有 ${open} 个公式没有存下结果，按空格核对；请用 Excel 或 WPS 打开、保存后再核对`,
          },
        ]
      : []),
  ];
}

function rowsOf(sheet: WorkSheet): readonly (readonly (CellObject | undefined)[])[] {
  // Rows that hold nothing are holes.
  return Array.from((sheet['!data'] ?? []) as ArrayLike<CellObject[] | undefined>, (row) => Array.from(row ?? []));
}

function isOpenFormula(cell: CellObject | undefined): boolean {
  return cell?.f !== undefined && cell.v === undefined;
}

function sheetInput(name: string, sheet: WorkSheet): SheetInput {
  const rows = rowsOf(sheet);
  return {
    name,
    values: rows.map((row) => row.map(valueOf)),
    shown: rows.map((row) => row.map(shownOf)),
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({
      row: s.r,
      column: s.c,
      rows: e.r - s.r + 1,
      columns: e.c - s.c + 1,
    })),
  };
}

/** An error (#REF!) is the text that is shown; it is no amount. */
function valueOf(cell: CellObject | undefined): Value {
  if (cell?.v === undefined) return null;
  if (cell.t === 'n' && typeof cell.v === 'number') return cell.v;
  if (cell.t === 's') return String(cell.v);
  return cell.w ?? String(cell.v);
}

function shownOf(cell: CellObject | undefined): string | null {
  return cell?.t === 'n' && cell.z !== undefined && cell.z !== 'General' && cell.w !== undefined ? cell.w : null;
}
