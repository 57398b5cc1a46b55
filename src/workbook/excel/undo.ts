import { columnName } from '../address';
import { Finder, keep, sheetNamed, type Book, type BookSheet } from './book';
import { refuse } from './errors';
import { can } from './host';
import { withMarks } from './marks';
import { RemarksOf } from './marks/remarks';
import { copyPage, loadPage } from './page';
import { MARKS_KEY, UNDO_KEY, type ReplacedSheet, type UndoRecord } from './records';
import { addressOf, emptySheet, onceRange } from './write-sheet';

/*
 * Takes a fill back: sheets that it made go; sheets that it replaced get their old content from the copy that was made
 * of them, and stay the same sheets, so that formulas elsewhere still lead to them.
 */

/** Sizes beyond this row stay as they are. */
const MOST_ROWS = 5_000;

/** What a replaced sheet was like, asked of its copy. */
interface Old {
  readonly entry: ReplacedSheet;
  readonly sheet: BookSheet | undefined;
  readonly backup: BookSheet;
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]>;
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
  readonly frozen: Excel.Range;
  readonly page: Excel.PageLayout;
  readonly titles: Excel.Range;
  /** Of the sheet as it is now. */
  readonly remarks: RemarksOf;
}

function sizesAddress({ rows, columns }: ReplacedSheet): string {
  return addressOf({ row: 0, column: 0, rows: Math.min(rows, MOST_ROWS), columns });
}

function loadOld(entry: ReplacedSheet, sheet: BookSheet | undefined, backup: BookSheet): Old {
  const area = onceRange(backup.sheet, sizesAddress(entry));
  const rows = area.getRowProperties({ rowHidden: true, format: { rowHeight: true } });
  const columns = area.getColumnProperties({ columnHidden: true, format: { columnWidth: true } });
  const frozen = backup.sheet.freezePanes.getLocationOrNullObject().untrack();
  frozen.load('address');
  const page = loadPage(backup.sheet);
  const titles = page.getPrintTitleRowsOrNullObject().untrack();
  titles.load('address');
  const remarks = new RemarksOf();
  if (sheet) remarks.ask(sheet.sheet);
  return { entry, sheet, backup, rows, columns, frozen, page, titles, remarks };
}

const withoutSheet = (address: string): string => address.replace(/^.*!/, '');

function restore({ entry, sheet: found, backup, rows, columns, frozen, remarks }: Old): void {
  if (!found) {
    // The user deleted the sheet since: its copy takes its place.
    backup.sheet.name = entry.sheet.name;
    backup.sheet.visibility = entry.visibility as Excel.SheetVisibility;
    return;
  }
  const { sheet } = found;
  remarks.delete();
  emptySheet(sheet);
  // Whole columns: merged cells and conditional formats may reach beyond the cells in use.
  const all = `A:${columnName(entry.columns - 1)}`;
  onceRange(sheet, all).copyFrom(onceRange(backup.sheet, all), 'All');
  const sized = onceRange(sheet, sizesAddress(entry));
  sized.setRowProperties(rows.value);
  sized.setColumnProperties(columns.value);
  if (!frozen.isNullObject) sheet.freezePanes.freezeAt(withoutSheet(frozen.address));
  sheet.visibility = entry.visibility as Excel.SheetVisibility;
  backup.sheet.delete();
}

async function restorePages(context: Excel.RequestContext, olds: readonly Old[]): Promise<void> {
  const pages = olds.flatMap(({ sheet, page, titles }) => (sheet ? [{ sheet: sheet.sheet, page, titles }] : []));
  if (pages.length === 0) return;
  for (const { sheet, page, titles } of pages) {
    copyPage(sheet, page);
    if (!titles.isNullObject) sheet.pageLayout.setPrintTitleRows(withoutSheet(titles.address));
  }
  try {
    await context.sync();
  } catch {
    // No printer, no page: everything else is back.
  }
}

interface Found {
  readonly added: readonly BookSheet[];
  readonly replaced: readonly {
    readonly entry: ReplacedSheet;
    readonly sheet: BookSheet | undefined;
    readonly backup: BookSheet;
  }[];
}

/** Reasons not to begin. */
function check(book: Book, { added, replaced }: Found): void {
  for (const { sheet } of replaced) {
    if (sheet?.isProtected) {
      refuse(`工作表“${sheet.name}”受保护，不能恢复。请在“审阅”选项卡中撤销工作表保护，再试一次。`);
    }
  }
  const goes = new Set(added.map(({ id }) => id));
  const stays = book.sheets.some(({ id, visibility }) => visibility === 'Visible' && !goes.has(id));
  const comes = replaced.some(({ entry }) => entry.visibility === 'Visible');
  if (added.length > 0 && !stays && !comes) {
    refuse('撤销以后工作簿里没有可见的工作表了，Excel 不允许。请先新建一张工作表，再撤销。');
  }
}

function find(book: Book, record: UndoRecord): Found {
  const noted = [
    ...record.added,
    ...record.replaced.flatMap(({ sheet, backup }) => (backup ? [sheet, backup] : [sheet])),
  ];
  const finder = new Finder([...book.sheets, ...book.backups], noted);
  const added = record.added.flatMap((ref) => finder.find(ref) ?? []);
  const replaced = record.replaced.map((entry) => {
    const backup = entry.backup && finder.find(entry.backup);
    if (!backup) {
      const why = can('backup') ? '备份已经不在工作簿里' : '这个版本的 Excel 不能备份工作表';
      return refuse(`工作表“${entry.sheet.name}”替换前的内容恢复不了：${why}。请关闭工作簿而不保存，再重新打开。`);
    }
    return { entry, sheet: finder.find(entry.sheet), backup };
  });
  return { added, replaced };
}

/**
 * Takes a fill back: at most three requests.
 * @param next what can be taken back after this
 * @returns false when nothing of it is left to take back
 */
export async function takeBack(
  context: Excel.RequestContext,
  book: Book,
  record: UndoRecord,
  next?: UndoRecord,
): Promise<boolean> {
  const found = find(book, record);
  check(book, found);
  const olds = found.replaced.map(({ entry, sheet, backup }) => loadOld(entry, sheet, backup));
  if (olds.length > 0) await context.sync();

  // First what comes back, so that there is always a visible sheet.
  olds.forEach(restore);
  for (const { sheet, visibility } of found.added) {
    if (visibility === 'VeryHidden') sheet.visibility = 'Hidden';
    sheet.delete();
  }
  const names = new Set([...record.added.map(({ name }) => name), ...record.replaced.map(({ sheet }) => sheet.name)]);
  const others = book.marks.filter(({ name }) => !names.has(name));
  const kept = record.replaced.reduce((list, { sheet, marks }) => withMarks(list, sheet, marks), others);
  keep(context, book, MARKS_KEY, kept.length > 0 ? kept : undefined);
  keep(context, book, UNDO_KEY, next);
  await context.sync();
  await restorePages(context, olds);
  return found.added.length + olds.length > 0;
}

/** Takes back what a fill had prepared when it failed before it wrote anything. */
export async function removeAdded(context: Excel.RequestContext, book: Book, { added }: UndoRecord): Promise<void> {
  const needed = new Set((book.undo?.replaced ?? []).map(({ backup }) => backup?.name));
  for (const { name } of added) sheetNamed(book.sheets, name)?.sheet.delete();
  for (const { name, sheet } of book.backups) if (!needed.has(name)) sheet.delete();
  await context.sync();
}

/** Removes the copies that undo would need, and with them what there was to take back. */
export async function forget(context: Excel.RequestContext, book: Book): Promise<void> {
  for (const { sheet } of book.backups) sheet.delete();
  keep(context, book, UNDO_KEY, undefined);
  await context.sync();
}
