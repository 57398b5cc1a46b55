import type { Profile } from '../../model/disclosure';
import type { Family, FormSpec } from '../../model/form';
import type { Canvas } from './canvas';
import { withYear, type PlacedColumn } from './columns';
import { headerCells } from './header';
import { LOOK, ROW_HEIGHT, TITLE_HEIGHT, TITLE_SIZE } from './look';
import { lineCount, rowHeight, textWidth } from './measure';
import { HEAD_ROWS, type SheetPlacement } from './placement';

/*
 * What stands above the body of a table: number, title, institution, year, unit, and the header.
 */

/** Texts above the header. */
export interface HeadTexts {
  readonly number: string;
  readonly title: string;
  readonly entity: string;
  /** 2023年度, where the title names no year; '' for none. */
  readonly year: string;
  readonly unit: string;
}

/** 单位名称：… or 部门名称：…, in the words of the family. */
export function entityLine({ level, entity }: Profile, family: Family | undefined): string {
  const words = family?.entityWord ?? { unit: '单位名称', department: '部门名称' };
  return `${words[level]}：${entity}`;
}

/** The year of a form whose title has none. */
export function yearLine({ year }: Profile, family: Family | undefined, form: FormSpec | undefined): string {
  const line = family?.yearLine ?? '';
  const isNamed = !form || form.title.includes('{year}');
  return isNamed || line === '' || (year === null && line.includes('{year}')) ? '' : withYear(line, year);
}

/** 预算公开表1, 公开01表: the number of a form as its family prints it. */
export function formNumber(format: string, number: number): string {
  return format.replace('{NN}', String(number).padStart(2, '0')).replace('{N}', String(number));
}

function putTitle(canvas: Canvas, title: string): void {
  const area = { row: 1, column: 0, rows: 1, columns: canvas.width };
  canvas.put(1, 0, title);
  canvas.merge(area);
  canvas.style(area, LOOK.title);
  const room = Math.floor((canvas.widthOf(0, canvas.width) * 10) / TITLE_SIZE);
  canvas.height(1, rowHeight(lineCount(title, room), TITLE_HEIGHT, TITLE_SIZE));
}

/** Columns from `from` on that a text needs, before `end`. */
function columnsFor(canvas: Canvas, text: string, from: number, end: number): number {
  let columns = 1;
  while (from + columns < end && canvas.widthOf(from, columns) < textWidth(text) + 2) columns += 1;
  return columns;
}

function putPart(
  canvas: Canvas,
  column: number,
  columns: number,
  text: string,
  look: (typeof LOOK)['left' | 'right' | 'centred'],
): void {
  const area = { row: 2, column, rows: 1, columns };
  canvas.put(2, column, text);
  canvas.merge(area);
  canvas.style(area, look);
}

/**
 * Institution at the left, unit at the right, the year between them where there is room, else behind the institution.
 */
function putDetails(canvas: Canvas, { entity, year, unit }: HeadTexts): void {
  const { width } = canvas;
  // The unit has the last column, or as many columns as it needs where they are narrow.
  let columns = Math.min(width, 1);
  while (columns < width - 1 && canvas.widthOf(width - columns, columns) < textWidth(unit) + 2) columns += 1;
  const split = width - columns;
  const own = columnsFor(canvas, entity, 0, split);
  const between = year !== '' && split > own && canvas.widthOf(own, split - own) >= textWidth(year) + 2;
  const left = [entity, between ? '' : year].filter((text) => text !== '').join('　　');
  if (split > 0) {
    putPart(canvas, 0, between ? own : split, left, LOOK.left);
    if (between) putPart(canvas, own, split - own, year, LOOK.centred);
    canvas.height(2, rowHeight(lineCount(left, canvas.widthOf(0, between ? own : split)), ROW_HEIGHT));
  }
  putPart(canvas, split, columns, split > 0 ? unit : `${left}；${unit}`, LOOK.right);
}

/** Writes the rows above the header. */
export function putHead(canvas: Canvas, texts: HeadTexts): void {
  canvas.extend(HEAD_ROWS);
  canvas.put(0, canvas.width - 1, texts.number);
  canvas.style({ row: 0, column: 0, rows: 1, columns: canvas.width }, LOOK.right);
  putTitle(canvas, texts.title);
  putDetails(canvas, texts);
}

/** Numbers of the columns: of all, or of the amounts with a label beside them (栏次). */
function putNumbers(canvas: Canvas, row: number, columns: readonly PlacedColumn[], label: string | true): void {
  let number = 0;
  columns.forEach(({ at, role, block }, index) => {
    if (label === true || role === 'amount') canvas.put(row, at, String((number += 1)));
    else if (columns[index - 1]?.block !== block) {
      let end = index;
      while (columns[end]?.block === block && ['code', 'name', 'category'].includes(columns[end]!.role)) end += 1;
      canvas.put(row, at, label);
      canvas.merge({ row, column: at, rows: 1, columns: Math.max(1, end - index) });
    }
  });
}

/** Writes the header, with the row of numbers under it where the form has one. */
export function putHeader(canvas: Canvas, sheet: SheetPlacement): void {
  const { columns, headerRows, bodyTop, form } = sheet;
  canvas.extend(bodyTop);
  canvas.style({ row: HEAD_ROWS, column: 0, rows: bodyTop - HEAD_ROWS, columns: canvas.width }, LOOK.header);
  for (const { area, text } of headerCells(columns, HEAD_ROWS, headerRows)) {
    canvas.put(area.row, area.column, text);
    canvas.merge(area);
    const lines = lineCount(text, canvas.widthOf(area.column, area.columns));
    const height = rowHeight(lines, ROW_HEIGHT);
    // A heading that spans several rows spreads over them; the last one takes what the others leave.
    canvas.height(area.row + area.rows - 1, Math.max(ROW_HEIGHT, height - (area.rows - 1) * ROW_HEIGHT));
  }
  if (form?.numbered) putNumbers(canvas, bodyTop - 1, columns, form.numbered);
}
