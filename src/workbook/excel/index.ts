import type { SheetPlace } from '../../model/source';
import { parseCell } from '../address';
import type { Edit, LiveWorkbook } from '../live';
import type { Mark, Plan } from '../plan';
import { checkPlan } from '../plan-check';
import { WorkbookError, type SheetValues } from '../port';
import { applyPlan, type Progress } from './apply';
import { readBook, requireSheet, type Book } from './book';
import { Edits } from './edits';
import { entryOf } from './entry';
import { refuse } from './errors';
import { putMarks } from './marks';
import { removeMarks, removeMarksAt } from './marks/unmark';
import { Reader } from './read';
import { settingKey } from './records';
import { Session } from './session';
import { forget, removeAdded, takeBack } from './undo';

/*
 * The workbook that is open in Excel, through Office.js. Every operation takes a constant number of requests, whatever
 * the size of the document: 4 to fill and mark, 3 to read everything, 2 to read a sheet again, 4 to mark or unmark.
 */

export { hostFault, hostLimits, LOWEST_SET } from './host';

export class ExcelWorkbook implements LiveWorkbook {
  private readonly session = new Session();
  private readonly edits = new Edits(this.session);
  private readonly reader = new Reader();

  async apply(plan: Plan): Promise<void> {
    checkPlan(plan);
    const progress: Progress = { record: undefined, isWriting: false };
    try {
      await this.change('填入工作表', (context) => applyPlan(context, plan, progress));
    } catch (error) {
      await this.rollBack(progress);
      throw error;
    }
  }

  async mark(marks: readonly Mark[]): Promise<void> {
    await this.change('标记', async (context) => putMarks(context, await readBook(context), marks));
  }

  async unmark(): Promise<void> {
    await this.change('清除标记', async (context) => removeMarks(context, await readBook(context)));
  }

  async unmarkCells(places: readonly SheetPlace[]): Promise<void> {
    await this.change('清除标记', async (context) => removeMarksAt(context, await readBook(context), places));
  }

  readBack(names?: readonly string[]): Promise<SheetValues[]> {
    return this.session.run('读取工作表', (context) => this.reader.read(context, names));
  }

  sheetNames(): Promise<string[]> {
    return this.session.run('读取工作表', async (context) => (await readBook(context)).sheets.map(({ name }) => name));
  }

  protectedSheets(): Promise<string[]> {
    return this.session.run('读取工作表', async (context) => {
      const { sheets } = await readBook(context);
      return sheets.filter(({ isProtected }) => isProtected).map(({ name }) => name);
    });
  }

  async select(place: SheetPlace): Promise<void> {
    await this.session.run('定位', async (context) => {
      const { name, sheet, visibility } = placed(await readBook(context), place);
      if (visibility !== 'Visible') refuse(`工作表“${name}”是隐藏的，不能定位。请先取消隐藏。`);
      sheet.activate();
      sheet.getRange(place.cell).select();
      await context.sync();
    });
  }

  /**
   * The cell keeps its format, but for a number in a cell of format 文本 and for text there that looks like a formula.
   */
  async write(place: SheetPlace, value: string | number): Promise<void> {
    await this.change('写入', async (context) => {
      const { name, sheet, isProtected } = placed(await readBook(context), place);
      if (isProtected) refuse(`工作表“${name}”受保护，不能写入。请在“审阅”选项卡中撤销工作表保护，再试一次。`);
      const range = sheet.getRange(place.cell);
      range.load('numberFormat');
      await context.sync();
      const before = String((range.numberFormat as unknown[][])[0]![0]);
      const entry = entryOf(value, before);
      if (entry.numberFormat !== before) range.numberFormat = [[entry.numberFormat]];
      range.values = [[entry.value]];
      await context.sync();
    });
  }

  onEdit(listener: (edits: readonly Edit[]) => void): () => void {
    return this.edits.listen(listener);
  }

  /** A plan that writes 核对结果 and nothing else is no fill: what was filled in before it is what undo takes back. */
  undo(): Promise<boolean> {
    return this.change('撤销填入', async (context) => {
      const book = await readBook(context);
      return book.undo !== undefined && takeBack(context, book, book.undo);
    });
  }

  /** Removes the hidden copies that undo would need: before the workbook is handed on, say. */
  async forgetUndo(): Promise<void> {
    await this.change('删除撤销备份', async (context) => forget(context, await readBook(context)));
  }

  readSetting(key: string): Promise<string | undefined> {
    return this.session.run('读取设置', async (context) => {
      const setting = context.workbook.settings.getItemOrNullObject(settingKey(key));
      setting.load('value');
      await context.sync();
      const value: unknown = setting.isNullObject ? undefined : setting.value;
      return typeof value === 'string' ? value : undefined;
    });
  }

  async writeSetting(key: string, value: string): Promise<void> {
    await this.session.run('保存设置', async (context) => {
      context.workbook.settings.add(settingKey(key), value);
      await context.sync();
    });
  }

  private change<T>(doing: string, work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    return this.session.run(doing, (context) => this.edits.silently(context, () => work(context)));
  }

  /** Excel keeps what was done before a failure; half a fill helps nobody. */
  private async rollBack({ record, isWriting }: Progress): Promise<void> {
    if (!record) return;
    const work = async (context: Excel.RequestContext): Promise<void> => {
      const book = await readBook(context);
      if (!isWriting) {
        await removeAdded(context, book, record);
        return;
      }
      const isKept = JSON.stringify(book.undo) === JSON.stringify(record);
      await takeBack(context, book, record, isKept ? undefined : book.undo);
    };
    // When this fails too, the first failure is still the one to tell.
    await this.change('撤销填入', work).catch(() => undefined);
  }
}

/** @throws WorkbookError unknown-sheet, invalid-cell */
function placed(book: Book, { sheet, cell }: SheetPlace): ReturnType<typeof requireSheet> {
  const found = requireSheet(book, sheet);
  if (!parseCell(cell)) throw new WorkbookError('invalid-cell', `“${cell}”不是单元格地址。`);
  return found;
}
