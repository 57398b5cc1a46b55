import type { Disclosure } from '../../model/disclosure';
import type { Family } from '../../model/form';
import type { SheetPlan } from '../plan';
import { columnWidths, leastDecimals, putBody } from './body';
import { Canvas } from './canvas';
import { entityLine, formNumber, putHead, putHeader, yearLine } from './head';
import { LOOK, ROW_HEIGHT } from './look';
import { lineCount, rowHeight } from './measure';
import { printTable } from './page';
import { HEAD_ROWS, titleOf, type SheetPlacement } from './placement';

/*
 * One table as a sheet: number and title, entity and unit, header, body, notes.
 */

/** Above this width (characters) a table of no form is printed across. */
const PORTRAIT_WIDTH = 100;
/** Above this width the name columns are not frozen: they would leave no room for the amounts. */
const FREEZE_WIDTH = 60;

const NO_DATA = '注：本表无数据';
const LISTED_EMPTY = '注：本表无数据（公开文件的表目注明）';
const NOT_FOUND = '注：公开文件中没有找到本表';
const SAYS_EMPTY = /无数据|空表|没有|无此|无.{0,30}(?:预算|安排|收支|支出|收入)/;

function putNotes(canvas: Canvas, notes: readonly string[]): void {
  for (const text of notes) {
    const area = { row: canvas.rows, column: 0, rows: 1, columns: canvas.width };
    canvas.put(area.row, 0, text);
    canvas.merge(area);
    canvas.style(area, LOOK.note);
    canvas.height(area.row, rowHeight(lineCount(text, canvas.widthOf(0, canvas.width)), ROW_HEIGHT));
  }
}

/** Notes as printed; a form that holds nothing says so. */
function notesOf(disclosure: Disclosure, { statement, form, blocks }: SheetPlacement): string[] {
  if (!statement)
    return [disclosure.listed?.some((each) => each.form === form?.id && each.empty) ? LISTED_EMPTY : NOT_FOUND];
  const notes = statement.notes.map(({ text }) => text);
  const holds = blocks.some(({ source }) =>
    source?.facts.some((row) => row.some((id) => id >= 0 && disclosure.facts[id]!.amount.printed)),
  );
  if (form && !holds && statement.strays.length === 0 && !notes.some((text) => SAYS_EMPTY.test(text)))
    notes.push(NO_DATA);
  return notes;
}

/** Rows and columns that stay in sight: the head, and the names where the table is one block. */
function frozenColumns({ blocks, columns }: SheetPlacement, canvas: Canvas): number {
  if (blocks.length !== 1) return 0;
  const texts = columns.findIndex(({ role }) => role === 'amount');
  return texts > 0 && canvas.widthOf(0, texts) <= FREEZE_WIDTH ? texts : 0;
}

/** A laid-out sheet, and how many of its texts were too long for a cell. */
export interface LaidOutSheet {
  readonly plan: SheetPlan;
  readonly clipped: number;
}

/**
 * Lays out one table.
 * @param unfilled the form is there to be filled in, so that there is nothing to say of what it does not hold.
 */
export function layOutSheet(
  disclosure: Disclosure,
  family: Family | undefined,
  sheet: SheetPlacement,
  unfilled = false,
): LaidOutSheet {
  const { form, statement, bodyTop, bodyRows } = sheet;
  const { profile } = disclosure;
  const least = leastDecimals(disclosure, sheet);
  const canvas = new Canvas(columnWidths(disclosure, sheet, least));
  const number = form ? formNumber(family?.numberFormat ?? '', form.number) : (statement?.number ?? '');
  canvas.extend(bodyTop + bodyRows);
  // First of all runs, over every row there will be: what follows names only what differs.
  const notes = unfilled ? [] : notesOf(disclosure, sheet);
  canvas.style({ ...canvas.all, rows: bodyTop + bodyRows }, LOOK.sheet);
  const own =
    statement?.key.entity === undefined
      ? profile
      : { ...profile, entity: statement.key.entity, level: 'unit' as const };
  putHead(canvas, {
    number,
    title: titleOf(sheet, profile),
    entity: entityLine(own, family),
    year: yearLine(profile, family, form),
    unit: `${family?.unitWord ?? '单位'}：${sheet.unit}`,
  });
  const table = { row: HEAD_ROWS, column: 0, rows: bodyTop + bodyRows - HEAD_ROWS, columns: canvas.width };
  canvas.style(table, LOOK.grid);
  putHeader(canvas, sheet);
  notes.push(...putBody(canvas, disclosure, sheet, least));
  canvas.style({ row: bodyTop + bodyRows, column: 0, rows: notes.length, columns: canvas.width }, LOOK.sheet);
  putNotes(canvas, notes);
  const isWide = canvas.widthOf(0, canvas.width) > PORTRAIT_WIDTH;
  const plan = canvas.finish({
    name: sheet.name,
    kind: form ? 'form' : 'table',
    defaultRowHeight: ROW_HEIGHT,
    freeze: { rows: bodyTop, columns: frozenColumns(sheet, canvas) },
    print: printTable(
      canvas,
      form?.orientation ?? (isWide ? 'landscape' : 'portrait'),
      bodyTop,
      sheet.blocks.length > 1,
    ),
  });
  return { plan, clipped: canvas.clipped };
}
