import type { Plan, SheetPlan } from '../plan';
import { nameKey } from '../sheet-name';
import { backupNames, keep, readBook, sheetNamed, type Book, type BookSheet } from './book';
import { refuse } from './errors';
import { can } from './host';
import { freshMarks, marksBySheet, withMarks } from './marks';
import { RemarksOf, stoppedAtRemark } from './marks/remarks';
import { setPage } from './page';
import { MARKS_KEY, UNDO_KEY, type ReplacedSheet, type SheetRef, type UndoRecord } from './records';
import { OPERATION_BYTES, runSteps, sizeOf, type Step } from './session';
import { emptySheet, sheetSteps } from './write-sheet';

/*
 * Carries a plan out in four requests: what is there, room for it, its content, its pages. A sheet of the same name
 * stays the same sheet and gets new content, since formulas of the user's other sheets may lead to it; a hidden copy
 * keeps the old content for undo.
 */

/** How far an apply() has come: what has to be taken back when it fails half-way. */
export interface Progress {
  record: UndoRecord | undefined;
  /** Has the content of replaced sheets been touched? */
  isWriting: boolean;
}

interface Target {
  readonly plan: SheetPlan;
  readonly existing: BookSheet | undefined;
}

/** Reasons not to begin. */
function check(targets: readonly Target[], isBookProtected: boolean): void {
  for (const { existing } of targets) {
    if (existing?.isProtected) {
      refuse(`工作表“${existing.name}”受保护，不能填入。请在“审阅”选项卡中撤销工作表保护，再试一次。`);
    }
    if (existing?.visibility === 'VeryHidden') {
      refuse(
        `工作表“${existing.name}”被宏或其他程序隐藏，不能填入。请先取消隐藏（可在 VBA 编辑器中改 Visible 属性）或给它改名，再试一次。`,
      );
    }
  }
  if (isBookProtected && targets.some(({ existing }) => !existing)) {
    refuse('工作簿的结构受保护，不能添加工作表。请在“审阅”选项卡中撤销工作簿保护，再试一次。');
  }
}

/** What is asked of a sheet before it is replaced. */
interface Before {
  readonly tables: Excel.TableCollection;
  readonly used: Excel.Range;
  readonly remarks: RemarksOf;
  readonly titles: Excel.Range | undefined;
}

function loadBefore({ sheet }: BookSheet): Before {
  const { tables } = sheet;
  tables.load('items/name');
  const used = sheet.getUsedRangeOrNullObject(false).untrack();
  used.load('rowIndex,rowCount,columnIndex,columnCount');
  const remarks = new RemarksOf();
  remarks.ask(sheet);
  const titles = can('printSetup') ? sheet.pageLayout.getPrintTitleRowsOrNullObject().untrack() : undefined;
  titles?.load('address');
  return { tables, used, remarks, titles };
}

/** A target with its sheet, which exists by now. */
interface Made extends Target {
  readonly sheet: Excel.Worksheet;
  readonly before: Before | undefined;
  readonly backup: Excel.Worksheet | undefined;
}

function makeRoom(context: Excel.RequestContext, targets: readonly Target[], backups: readonly string[]): Made[] {
  const { worksheets } = context.workbook;
  const free = [...backups];
  return targets.map((target): Made => {
    const { existing, plan } = target;
    if (!existing) {
      const sheet = worksheets.add(plan.name);
      sheet.load('id,name');
      return { ...target, sheet, before: undefined, backup: undefined };
    }
    const before = loadBefore(existing);
    const name = free.shift();
    if (name === undefined) return { ...target, sheet: existing.sheet, before, backup: undefined };
    const backup = existing.sheet.copy('End');
    backup.name = name;
    backup.visibility = 'Hidden';
    backup.load('id,name');
    return { ...target, sheet: existing.sheet, before, backup };
  });
}

function replacedSheet(book: Book, { plan, existing, before, backup }: Made): ReplacedSheet {
  const { id, name, visibility } = existing!;
  const { used } = before!;
  const known = book.marks.find((sheet) => sheet.name === name);
  return {
    sheet: { id, name },
    ...(backup && { backup: { id: backup.id, name: backup.name } }),
    visibility,
    rows: Math.max(plan.values.length, used.isNullObject ? 1 : used.rowIndex + used.rowCount),
    columns: Math.max(plan.columnWidths.length, used.isNullObject ? 1 : used.columnIndex + used.columnCount),
    marks: known?.marks ?? [],
  };
}

function recordOf(book: Book, made: readonly Made[]): UndoRecord {
  const added = made.filter(({ existing }) => !existing).map(({ sheet: { id, name } }): SheetRef => ({ id, name }));
  return { added, replaced: made.filter(({ existing }) => existing).map((one) => replacedSheet(book, one)) };
}

/**
 * What undo shall know after this; a list of findings by itself is no fill, and leaves the last one to be taken back.
 */
function nextUndo(book: Book, plan: Plan, record: UndoRecord): UndoRecord | undefined {
  if (plan.sheets.some(({ kind }) => kind !== 'findings')) return record;
  return book.undo && { ...book.undo, added: [...book.undo.added, ...record.added] };
}

function contentSteps(
  context: Excel.RequestContext,
  book: Book,
  plan: Plan,
  made: readonly Made[],
  record: UndoRecord,
): Step[] {
  const marks = marksBySheet(plan.marks);
  const painted: Step[] = [];
  const names = new Set(made.map(({ plan: { name } }) => nameKey(name)));
  let kept = book.marks.filter(({ name }) => !names.has(nameKey(name)));
  const steps = made.flatMap(({ plan: sheetPlan, sheet, existing, before }): Step[] => {
    const fresh = freshMarks(sheet, sheetPlan, marks.get(nameKey(sheetPlan.name)) ?? []);
    painted.push(...fresh.steps);
    const ref = existing ?? [...record.added].find(({ name }) => name === sheetPlan.name)!;
    kept = withMarks(kept, ref, fresh.kept);
    const empty: Step = {
      bytes: 10 * OPERATION_BYTES,
      run: () => {
        // Before the cells are emptied: some hosts take the notes away with them, and others do not.
        before?.remarks.delete();
        emptySheet(sheet);
        if (existing?.visibility === 'Hidden') sheet.visibility = 'Visible';
      },
    };
    return [...(existing ? [empty] : []), ...sheetSteps(sheet, sheetPlan)];
  });
  const undo = nextUndo(book, plan, record);
  const isFill = undo === record;
  const end: Step = {
    bytes: sizeOf(kept) + sizeOf(undo ?? null) + OPERATION_BYTES * (4 + book.backups.length),
    run: () => {
      keep(context, book, MARKS_KEY, kept.length > 0 ? kept : undefined);
      if (!isFill && undo === undefined) return;
      keep(context, book, UNDO_KEY, undo);
      // Copies of the fill before this one.
      if (isFill) for (const { sheet } of book.backups) sheet.delete();
    },
  };
  return [...steps, end, ...painted];
}

/** @throws WorkbookError before anything is written, where it can be known; what Excel throws otherwise. */
export async function applyPlan(context: Excel.RequestContext, plan: Plan, progress: Progress): Promise<void> {
  const protection = can('bookProtection') ? context.workbook.protection : undefined;
  protection?.load('protected');
  const book = await readBook(context);
  const targets = plan.sheets.map((sheet): Target => ({ plan: sheet, existing: sheetNamed(book.sheets, sheet.name) }));
  check(targets, protection?.protected ?? false);

  const isFill = plan.sheets.some(({ kind }) => kind !== 'findings');
  const replacing = targets.filter(({ existing }) => existing).length;
  const backups = isFill && can('backup') && !protection?.protected ? backupNames(book, replacing) : [];
  // Ids are not known yet; the names are free, so they are enough to find these sheets again.
  progress.record = {
    added: targets.filter(({ existing }) => !existing).map(({ plan: { name } }) => ({ id: '', name })),
    replaced: [],
  };
  const made = makeRoom(context, targets, backups);
  await context.sync();
  for (const { existing, before } of made) {
    const table = before?.tables.items[0]?.name;
    if (table === undefined) continue;
    refuse(
      `工作表“${existing!.name}”中有 Excel 表格“${table}”，不能整张替换。请先用“表设计”中的“转换为区域”，或给工作表改名，再试一次。`,
    );
  }
  const record = recordOf(book, made);
  progress.record = record;
  progress.isWriting = true;
  try {
    await runSteps(context, contentSteps(context, book, plan, made, record));
  } catch (error) {
    if (!stoppedAtRemark(error)) throw error;
  }
  await setPages(context, made);
}

async function setPages(context: Excel.RequestContext, made: readonly Made[]): Promise<void> {
  if (!can('printSetup') || made.length === 0) return;
  // Print titles cannot be taken off again, so a sheet that had none gets none.
  for (const { plan, sheet, before } of made) setPage(sheet, plan.print, before?.titles?.isNullObject !== true);
  try {
    await context.sync();
  } catch {
    // No printer, no page: everything else is there.
  }
}
