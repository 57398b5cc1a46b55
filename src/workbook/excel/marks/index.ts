import { noteText } from '../../memory';
import { cellName, parseCell } from '../../address';
import { paintStyles, SEVERITIES, type Mark, type SheetPlan } from '../../plan';
import { checkMarks } from '../../plan-check';
import { nameKey } from '../../sheet-name';
import { keep, requireSheet, type Book, type BookSheet } from '../book';
import { refuse } from '../errors';
import { can } from '../host';
import { MARKS_KEY, type KeptMark, type KeptSheet, type SheetRef } from '../records';
import { onceRange } from '../write-sheet';
import { OPERATION_BYTES, runSteps, type Step } from '../session';
import { OwnTexts, putFresh, RemarksAt, stoppedAtRemark } from './remarks';
import { addRule, RuleSearch } from './rules';

/*
 * Marks on cells that may be marked already, and may hold the user's own formats, notes and comments.
 */

const PER_MARK = 10 * OPERATION_BYTES;

/** Every text that a note or comment of ours may hold. */
export function ownTexts(sheets: readonly { readonly marks: readonly KeptMark[] }[]): OwnTexts {
  return new OwnTexts(sheets.flatMap(({ marks }) => marks.map(({ text }) => text)));
}

/** One mark a cell: of several the last one. */
function lastOf(marks: readonly Mark[]): Mark[] {
  return [...new Map(marks.map((mark) => [mark.cell, mark])).values()];
}

/** By sheet, in the order of the first mark. */
export function marksBySheet(marks: readonly Mark[]): Map<string, Mark[]> {
  const sheets = new Map<string, Mark[]>();
  for (const mark of marks) {
    const key = nameKey(mark.sheet);
    const known = sheets.get(key);
    if (known) known.push(mark);
    else sheets.set(key, [mark]);
  }
  return new Map([...sheets].map(([key, list]) => [key, lastOf(list)]));
}

/** Adds marks to what is kept of the sheet. */
export function withMarks(kept: readonly KeptSheet[], { id, name }: SheetRef, marks: readonly KeptMark[]): KeptSheet[] {
  if (marks.length === 0) return [...kept];
  const isThis = (sheet: KeptSheet): boolean => sheet.id === id || sheet.name === name;
  const before = kept.filter(isThis).flatMap((sheet) => sheet.marks);
  // An earlier text of the same cell is kept too: its note may have moved with the rows.
  const all = new Map([...before, ...marks].map((mark) => [JSON.stringify(mark), mark]));
  return [...kept.filter((sheet) => !isThis(sheet)), { id, name, marks: [...all.values()] }];
}

function paint(sheet: Excel.Worksheet, { cell, severity }: Mark): void {
  const range = onceRange(sheet, cell);
  if (can('conditionalFormats')) addRule(range, severity);
  else range.format.fill.color = `#${SEVERITIES[severity].fill}`;
}

function keptMark(mark: Mark, before: string | null | undefined): KeptMark {
  const text = noteText(mark);
  if (can('conditionalFormats')) return { cell: mark.cell, text };
  return { cell: mark.cell, text, fill: SEVERITIES[mark.severity].fill, ...(before !== undefined && { before }) };
}

/** Marks on a sheet that was just written: nothing of the user's stands there. */
export function freshMarks(
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  marks: readonly Mark[],
): { steps: Step[]; kept: KeptMark[] } {
  const styles = paintStyles(plan);
  const fillAt = (cell: string): string | null => {
    const { row, column } = parseCell(cell)!;
    return styles[row]?.[column]?.fill ?? null;
  };
  return {
    kept: marks.map((mark) => keptMark(mark, fillAt(mark.cell))),
    // Notes last: where Excel refuses one, everything else is done.
    steps: [
      ...marks.map((mark) => ({ bytes: PER_MARK, run: () => paint(sheet, mark) })),
      ...marks.map((mark) => ({ bytes: PER_MARK, run: () => putFresh(sheet, mark.cell, noteText(mark)) })),
      ...lastingNotes(plan, marks).map(({ cell, text }) => ({
        bytes: PER_MARK,
        run: () => putFresh(sheet, cell, text),
      })),
    ],
  };
}

/**
 * Remarks that stay when marks go. A cell holds one note: where a mark stands, its own comes first and this one is left
 * to the sheet's foot.
 */
function lastingNotes({ notes = [] }: SheetPlan, marks: readonly Mark[]): { cell: string; text: string }[] {
  const marked = new Set(marks.map(({ cell }) => cell));
  return notes
    .map(({ row, column, text }) => ({ cell: cellName(row, column), text }))
    .filter(({ cell }) => !marked.has(cell));
}

interface Target {
  readonly at: BookSheet;
  readonly marks: readonly Mark[];
  readonly remarks: RemarksAt;
  readonly fills: ReadonlyMap<string, Excel.RangeFill>;
}

function targetOf(book: Book, name: string, marks: readonly Mark[], own: OwnTexts, rules: RuleSearch): Target {
  const at = requireSheet(book, name);
  const remarks = new RemarksAt(at.sheet, own);
  remarks.ask(marks.map(({ cell }) => cell));
  const fills = new Map<string, Excel.RangeFill>();
  for (const { cell } of marks) {
    if (can('conditionalFormats')) {
      rules.ask(at.name, at.sheet.getRange(cell));
    } else {
      const { fill } = at.sheet.getRange(cell).format;
      fill.load('color');
      fills.set(cell, fill);
    }
  }
  return { at, marks, remarks, fills };
}

const WHITE = 'FFFFFF';

/** The fill as it is now; undefined where it is not touched. White is none: this Excel tells them not apart. */
function fillNow(target: Target, cell: string): string | null | undefined {
  const color = target.fills.get(cell)?.color.replace('#', '').toUpperCase();
  return color === WHITE ? null : color;
}

/** Refuses what cannot be marked, before anything is. */
function check(book: Book, marks: readonly Mark[]): void {
  checkMarks(marks, new Set(book.sheets.map(({ name }) => nameKey(name))));
  for (const { sheet } of marks) {
    const { name, isProtected } = requireSheet(book, sheet);
    if (isProtected) refuse(`工作表“${name}”受保护，不能做标记。请在“审阅”选项卡中撤销工作表保护，再试一次。`);
  }
}

/** Marks cells of sheets that exist: two to three requests. */
export async function putMarks(context: Excel.RequestContext, book: Book, marks: readonly Mark[]): Promise<void> {
  check(book, marks);
  if (marks.length === 0) return;
  const rules = new RuleSearch();
  const own = ownTexts(book.marks);
  const targets = [...marksBySheet(marks)].map(([, list]) => targetOf(book, list[0]!.sheet, list, own, rules));
  await context.sync();
  // Both must be asked, so not the one after the other.
  const more = [rules.read(), ...targets.map(({ remarks }) => remarks.locate())];
  if (more.includes(true)) await context.sync();

  let kept = book.marks;
  for (const target of targets) {
    const made = target.marks.map((mark) => keptMark(mark, fillNow(target, mark.cell)));
    kept = withMarks(kept, target.at, made);
  }
  const steps: Step[] = [
    {
      bytes: OPERATION_BYTES + JSON.stringify(kept).length * 3,
      run: () => {
        keep(context, book, MARKS_KEY, kept);
        for (const rule of rules.found()) rule.delete();
      },
    },
    ...targets.flatMap(({ at, marks: list }) =>
      list.map((mark) => ({ bytes: PER_MARK, run: () => paint(at.sheet, mark) })),
    ),
    ...targets.flatMap(({ marks: list, remarks }) =>
      list.map((mark) => ({ bytes: PER_MARK, run: () => remarks.put(mark.cell, noteText(mark)) })),
    ),
  ];
  try {
    await runSteps(context, steps);
  } catch (error) {
    if (!stoppedAtRemark(error)) throw error;
  }
}
