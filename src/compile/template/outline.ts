import type { Family, FixedRow, FormBlock, FormColumn, FormRows } from '../../model/form';
import { ECONOMIC_CLASSES } from '../../vocabulary/economic';

/*
 * Rows to be filled in where a form takes its rows from whoever fills it: by code in groups of 类, 款 and 项, by class
 * where a form names 支出经济分类 without codes, else plain. The forms stay as their family describes them; only rows that it
 * leaves open are given room.
 */

/** A row of a list: its code will have so many digits. A parent is the sum of the codes below it. */
export interface CodedRow extends FixedRow {
  readonly digits: number;
  readonly parent: boolean;
}

/** A class whose items are written into the rows under it. */
export interface ClassRow extends FixedRow {
  /** So many rows belong to it. */
  readonly room: number;
}

/** Digits of 类, 款 and 项 of 支出功能分类; of 类 and 款 of 支出经济分类. */
const FUNCTION_DIGITS: readonly number[] = [3, 5, 7];
const ECONOMIC_DIGITS: readonly number[] = [3, 5];
/** Rows of a group: one for each upper level, the others for the lowest. */
const GROUP = 5;
/**
 * Lists of so many rows give every class room for all its official items, shorter ones for their share of them, and for
 * two at least.
 */
const ROWS_FOR_ALL_ITEMS = 60;
const LEAST_ROOM = 2;

function blankRow(): FixedRow {
  return { label: '', key: {}, role: 'item' };
}

/** True for a row whose code will be written in. */
export function isCoded(row: FixedRow): row is CodedRow {
  return 'digits' in row;
}

/** True for a printed class over rows of its items. */
export function isClass(row: FixedRow): row is ClassRow {
  return 'room' in row;
}

function codedRows(digits: readonly number[], count: number): CodedRow[] {
  return Array.from({ length: count }, (_, at) => {
    const level = Math.min(at % GROUP, digits.length - 1);
    return { ...blankRow(), digits: digits[level]!, parent: level < digits.length - 1, indent: level };
  });
}

function classRows(count: number): FixedRow[] {
  return ECONOMIC_CLASSES.flatMap(({ code, name, items }) => {
    const room = Math.max(LEAST_ROOM, Math.ceil((items.length * count) / ROWS_FOR_ALL_ITEMS));
    const head: ClassRow = { label: name, key: { item: `e:${code}` }, role: 'item', room };
    return [head, ...Array.from({ length: room }, () => ({ ...blankRow(), indent: 1 }))];
  });
}

function has(columns: readonly FormColumn[], role: FormColumn['role']): boolean {
  return columns.some((column) => column.role === role);
}

function outlineOf(
  columns: readonly FormColumn[],
  { of }: Extract<FormRows, { kind: 'open' }>,
  count: number,
): FixedRow[] {
  if (has(columns, 'code')) return codedRows(of === 'economic' ? ECONOMIC_DIGITS : FUNCTION_DIGITS, count);
  if (!has(columns, 'name')) return [blankRow()];
  return of === 'economic' ? classRows(count) : Array.from({ length: count }, blankRow);
}

function withRoom(block: FormBlock, count: number): FormBlock {
  const { rows, columns } = block;
  if (rows.kind === 'fixed' || rows.blank) return block;
  return { ...block, rows: { ...rows, blank: outlineOf(columns, rows, count) } };
}

/** Where the year is to be written. */
const YEAR_ROOM = '＿＿＿＿';

/** The family with room for the year in titles that name it, and beside the institution where titles do not. */
export function withYearRoom(family: Family): Family {
  const room = (text: string): string => text.replace(/\{year\}/g, YEAR_ROOM);
  return {
    ...family,
    ...(family.yearLine !== undefined && { yearLine: room(family.yearLine) }),
    forms: family.forms.map((form) => ({ ...form, title: room(form.title) })),
  };
}

/**
 * The family with room in every form whose rows are open.
 * @param count rows of a list; classes share more or fewer, a form of one line has one.
 */
export function withOutlines(family: Family, count: number): Family {
  return {
    ...family,
    forms: family.forms.map((form) => ({ ...form, blocks: form.blocks.map((block) => withRoom(block, count)) })),
  };
}
