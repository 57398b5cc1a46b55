import { WorkbookError } from '../port';
import { nameKey } from '../sheet-name';
import { MARKS_KEY, readMarks, readUndo, UNDO_KEY, type KeptSheet, type SheetRef, type UndoRecord } from './records';

/*
 * The workbook as it stands: what every operation looks at first, in one request.
 */

export interface BookSheet extends SheetRef {
  readonly sheet: Excel.Worksheet;
  readonly visibility: string;
  readonly isProtected: boolean;
}

export interface Book {
  /** The user's sheets and ours, in order; not the copies that undo needs. */
  readonly sheets: readonly BookSheet[];
  readonly backups: readonly BookSheet[];
  readonly marks: readonly KeptSheet[];
  readonly undo: UndoRecord | undefined;
  /** Keys of the settings of ours that there are. */
  readonly settings: ReadonlySet<string>;
}

const BACKUP = /^勾稽撤销备份\d+$/;

/** Names for copies of sheets that are replaced; a reader of the workbook sees what they are. */
export function backupNames(book: Book, count: number): string[] {
  const taken = new Set(book.backups.map(({ name }) => name));
  const names: string[] = [];
  for (let number = 1; names.length < count; number += 1) {
    const name = `勾稽撤销备份${number}`;
    if (!taken.has(name)) names.push(name);
  }
  return names;
}

/** One request. */
export async function readBook(context: Excel.RequestContext): Promise<Book> {
  const { worksheets, settings } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
  const marks = settings.getItemOrNullObject(MARKS_KEY);
  const undo = settings.getItemOrNullObject(UNDO_KEY);
  marks.load('value');
  undo.load('value');
  await context.sync();
  const all = worksheets.items.map((sheet): BookSheet => {
    const { id, name, visibility, protection } = sheet;
    return { sheet, id, name, visibility, isProtected: protection.protected };
  });
  return {
    sheets: all.filter(({ name }) => !BACKUP.test(name)),
    backups: all.filter(({ name }) => BACKUP.test(name)),
    marks: marks.isNullObject ? [] : readMarks(marks.value),
    undo: undo.isNullObject ? undefined : readUndo(undo.value),
    settings: new Set([...(marks.isNullObject ? [] : [MARKS_KEY]), ...(undo.isNullObject ? [] : [UNDO_KEY])]),
  };
}

/** The sheet of this name, whatever its case. */
export function sheetNamed(sheets: readonly BookSheet[], name: string): BookSheet | undefined {
  const key = nameKey(name);
  return sheets.find((sheet) => nameKey(sheet.name) === key);
}

/** @throws WorkbookError unknown-sheet */
export function requireSheet({ sheets }: Book, name: string): BookSheet {
  const sheet = sheetNamed(sheets, name);
  if (!sheet) throw new WorkbookError('unknown-sheet', `没有工作表“${name}”。`);
  return sheet;
}

/**
 * Finds sheets again that were noted down earlier. Excel numbers all sheets anew when a file is opened: while none of
 * the ids is known any more, names count.
 */
export class Finder {
  private readonly isSameSession: boolean;

  constructor(
    private readonly sheets: readonly BookSheet[],
    noted: readonly SheetRef[],
  ) {
    this.isSameSession = noted.some(({ id }) => this.byId(id) !== undefined);
  }

  /** The sheet, unless the user has renamed it: then it is not ours to delete. */
  find({ id, name }: SheetRef): BookSheet | undefined {
    if (!this.isSameSession) return sheetNamed(this.sheets, name);
    return this.sheets.find((sheet) => sheet.id === id && sheet.name === name);
  }

  /** The sheet, whatever it is called by now. */
  follow({ id, name }: SheetRef): BookSheet | undefined {
    return (this.isSameSession ? this.byId(id) : undefined) ?? sheetNamed(this.sheets, name);
  }

  private byId(id: string): BookSheet | undefined {
    return this.sheets.find((sheet) => sheet.id === id);
  }
}

/** Keeps a value inside the workbook, or takes it out where there is nothing to keep. */
export function keep(context: Excel.RequestContext, book: Book, key: string, value: object | undefined): void {
  const { settings } = context.workbook;
  if (value !== undefined) settings.add(key, JSON.stringify(value));
  else if (book.settings.has(key)) settings.getItem(key).delete();
}
