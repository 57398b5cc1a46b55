import type { SheetPlace } from '../../../model/source';
import { Finder, keep, sheetNamed, type Book, type BookSheet } from '../book';
import { refuse } from '../errors';
import { can } from '../host';
import { MARKS_KEY, type KeptMark, type KeptSheet } from '../records';
import { ownTexts } from '.';
import { RemarksAt, RemarksOf } from './remarks';
import { RuleSearch } from './rules';

/*
 * Takes every mark away and leaves what was there before.
 */

interface OldFill {
  readonly fill: Excel.RangeFill;
  /** Fills of ours that the cell may wear; any other is the user's by now. */
  readonly ours: readonly string[];
  readonly before: string | null;
}

/** Cells that were filled where there were no conditional formats. */
function loadFills(at: BookSheet | undefined, { marks }: KeptSheet): OldFill[] {
  if (!at) return [];
  const cells = new Map<string, { ours: string[]; before: string | null }>();
  for (const { cell, fill, before } of marks) {
    if (fill === undefined) continue;
    const known = cells.get(cell);
    if (known) known.ours.push(fill);
    else cells.set(cell, { ours: [fill], before: before ?? null });
  }
  return [...cells].map(([cell, rest]) => {
    const { fill } = at.sheet.getRange(cell).format;
    fill.load('color');
    return { fill, ...rest };
  });
}

function restore({ fill, ours, before }: OldFill): void {
  if (!ours.includes(fill.color.replace('#', '').toUpperCase())) return;
  if (before === null) fill.clear();
  else fill.color = `#${before}`;
}

function refuseProtected({ name }: BookSheet): never {
  return refuse(`工作表“${name}”受保护，标记清除不了。请在“审阅”选项卡中撤销工作表保护，再试一次。`);
}

interface Found {
  readonly at: BookSheet;
  readonly rules: RuleSearch;
  readonly remarks: RemarksOf;
}

/** Removes every mark that we made: at most three requests. */
export async function removeMarks(context: Excel.RequestContext, book: Book): Promise<void> {
  const own = ownTexts([...book.marks, ...(book.undo?.replaced ?? [])]);
  // The copies that undo needs too, or it would bring marks back that were removed.
  const found = [...book.sheets, ...book.backups].map((at): Found => {
    const rules = new RuleSearch();
    const remarks = new RemarksOf();
    if (can('conditionalFormats')) rules.ask(at.name, at.sheet.getRange());
    if (!own.isEmpty) remarks.ask(at.sheet);
    return { at, rules, remarks };
  });
  const finder = new Finder(book.sheets, book.marks);
  const fills = book.marks.flatMap((kept) => loadFills(finder.follow(kept), kept));
  await context.sync();
  const more = found.map(({ rules }) => rules.read());
  if (more.includes(true)) await context.sync();

  for (const { at, rules, remarks } of found) {
    const marks = rules.found();
    if (at.isProtected && marks.length + remarks.count(own) > 0) refuseProtected(at);
  }
  for (const { rules, remarks } of found) {
    for (const rule of rules.found()) rule.delete();
    remarks.delete(own);
  }
  fills.forEach(restore);
  keep(context, book, MARKS_KEY, undefined);
  await context.sync();
}

interface MarkedCells {
  readonly at: BookSheet;
  readonly cells: ReadonlySet<string>;
  readonly kept: KeptSheet | undefined;
  readonly rules: RuleSearch;
  readonly remarks: RemarksAt;
  readonly fills: readonly OldFill[];
}

function askCells(book: Book, finder: Finder, at: BookSheet, cells: ReadonlySet<string>): MarkedCells {
  const kept = book.marks.find((sheet) => finder.follow(sheet) === at);
  const rules = new RuleSearch();
  if (can('conditionalFormats')) for (const cell of cells) rules.ask(at.name, at.sheet.getRange(cell));
  const remarks = new RemarksAt(at.sheet, ownTexts(book.marks));
  remarks.ask([...cells]);
  const marks = kept?.marks.filter(({ cell }) => cells.has(cell)) ?? [];
  return { at, cells, kept, rules, remarks, fills: kept ? loadFills(at, { ...kept, marks }) : [] };
}

/**
 * What is still to be known of the sheet: a note that is not on its cell any more has moved, and will be looked for.
 */
function stillKept({ cells, kept, remarks }: MarkedCells): readonly KeptMark[] {
  const removed = new Set([...cells].filter((cell) => remarks.delete(cell) || !can('comments')));
  return kept?.marks.filter(({ cell }) => !removed.has(cell)) ?? [];
}

/** Removes the marks of these cells and of no others: at most three requests. Sheets that are gone have none. */
export async function removeMarksAt(
  context: Excel.RequestContext,
  book: Book,
  places: readonly SheetPlace[],
): Promise<void> {
  const bySheet = new Map<BookSheet, Set<string>>();
  for (const { sheet, cell } of places) {
    const at = sheetNamed(book.sheets, sheet);
    if (at) bySheet.set(at, (bySheet.get(at) ?? new Set()).add(cell));
  }
  if (bySheet.size === 0) return;
  const finder = new Finder(book.sheets, book.marks);
  const found = [...bySheet].map(([at, cells]) => askCells(book, finder, at, cells));
  await context.sync();
  const more = found.map(({ rules, remarks }) => [rules.read(), remarks.locate()]).flat();
  if (more.includes(true)) await context.sync();

  for (const { at, rules } of found) if (at.isProtected && rules.found().length > 0) refuseProtected(at);
  const touched = new Map(found.map((cells) => [cells.kept, stillKept(cells)]));
  for (const { rules, fills } of found) {
    for (const rule of rules.found()) rule.delete();
    fills.forEach(restore);
  }
  const kept = book.marks.map((sheet) => ({ ...sheet, marks: touched.get(sheet) ?? sheet.marks }));
  const left = kept.filter(({ marks }) => marks.length > 0);
  keep(context, book, MARKS_KEY, left.length > 0 ? left : undefined);
  await context.sync();
}
