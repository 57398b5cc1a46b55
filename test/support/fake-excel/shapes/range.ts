import type { Area } from '../../../../src/workbook';
import { areaName, contains, fullAddress, LAST_COLUMN, LAST_ROW, overlaps, parseArea } from '../area';
import type { FakeBook } from '../book';
import { hostError } from '../error';
import type { Shape } from '../shape';
import type { FakeSheet } from '../sheet';
import { RULES } from './annotations';
import { FORMAT, guard } from './format';
import { WORKSHEET } from './workbook';

/*
 * Range: values by matrix, whose shape must be the range's own.
 */

export interface RangeTarget {
  readonly book: FakeBook;
  readonly sheet: FakeSheet;
  readonly area: Area;
}

export function rangeOf(book: FakeBook, sheet: FakeSheet, area: Area): RangeTarget {
  return { book, sheet, area };
}

function matrix<T>({ area }: RangeTarget, cell: (row: number, column: number) => T): T[][] {
  if (area.rows * area.columns > 5_000_000) throw hostError('InvalidArgument', 'more than five million cells');
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (__, c) => cell(area.row + r, area.column + c)),
  );
}

function eachGiven(
  { area }: RangeTarget,
  value: unknown,
  visit: (row: number, column: number, one: unknown) => void,
): void {
  const rows = value as readonly (readonly unknown[])[];
  const fits =
    Array.isArray(value) &&
    rows.length === area.rows &&
    rows.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!fits) throw hostError('InvalidArgument', `the matrix does not have the shape of ${areaName(area)}`);
  rows.forEach((row, r) => row.forEach((one, c) => visit(area.row + r, area.column + c, one)));
}

function putValues(range: RangeTarget, value: unknown): void {
  guard(range);
  const { book, sheet, area } = range;
  eachGiven(range, value, (row, column, one) => {
    sheet.write(row, column, one);
    const { formula } = sheet.content(row, column);
    if (formula !== undefined) sheet.set(row, column, { value: book.reckon(formula), formula });
  });
  book.changed(sheet, area, true);
}

function valueAt({ book, sheet }: RangeTarget, row: number, column: number): unknown {
  const { value, formula } = sheet.content(row, column);
  return formula === undefined ? value : book.reckon(formula);
}

interface SizeOptions {
  readonly format?: { readonly rowHeight?: boolean; readonly columnWidth?: boolean };
  readonly rowHidden?: boolean;
  readonly columnHidden?: boolean;
}

interface RowSize {
  readonly rowHidden?: boolean;
  readonly format?: { readonly rowHeight?: number };
}

interface ColumnSize {
  readonly columnHidden?: boolean;
  readonly format?: { readonly columnWidth?: number };
}

function setHidden(set: Set<number>, index: number, hidden: boolean): void {
  if (hidden) set.add(index);
  else set.delete(index);
}

function eachIndex(from: number, count: number, visit: (index: number, at: number) => void): void {
  if (count > 100_000) throw hostError('InvalidArgument', 'rows or columns of the whole sheet');
  for (let at = 0; at < count; at += 1) visit(from + at, at);
}

export const RANGE: Shape<RangeTarget> = {
  name: 'Range',
  alive: ({ sheet }) => !sheet.deleted,
  props: {
    address: { set: '1.1', get: ({ sheet, area }) => fullAddress(sheet.name, area) },
    rowIndex: { set: '1.1', get: ({ area }) => area.row },
    columnIndex: { set: '1.1', get: ({ area }) => area.column },
    rowCount: { set: '1.1', get: ({ area }) => area.rows },
    columnCount: { set: '1.1', get: ({ area }) => area.columns },
    cellCount: {
      set: '1.1',
      get: ({ area }) => (area.rows * area.columns > 2 ** 31 - 1 ? -1 : area.rows * area.columns),
    },
    values: { set: '1.1', get: (range) => matrix(range, (row, column) => valueAt(range, row, column)), put: putValues },
    formulas: {
      set: '1.1',
      get: (range) =>
        matrix(
          range,
          (row, column) => range.sheet.content(row, column).formula ?? range.sheet.content(row, column).value,
        ),
      put: putValues,
    },
    numberFormat: {
      set: '1.1',
      get: (range) => matrix(range, (row, column) => range.sheet.format(row, column, 'numberFormat')),
      put: (range, value) => {
        guard(range);
        eachGiven(range, value, (row, column, one) => {
          if (one === null) return;
          if (typeof one !== 'string') throw hostError('InvalidArgument', 'a number format is a text');
          range.sheet.paint({ row, column, rows: 1, columns: 1 }, 'numberFormat', one);
        });
      },
    },
    rowHidden: {
      set: '1.2',
      get: ({ sheet, area }) => sheet.hiddenRows.has(area.row),
      put: (range, value) => {
        guard(range);
        eachIndex(range.area.row, range.area.rows, (row) => setHidden(range.sheet.hiddenRows, row, value === true));
      },
    },
    columnHidden: {
      set: '1.2',
      get: ({ sheet, area }) => sheet.hiddenColumns.has(area.column),
      put: (range, value) => {
        guard(range);
        eachIndex(range.area.column, range.area.columns, (column) =>
          setHidden(range.sheet.hiddenColumns, column, value === true),
        );
      },
    },
  },
  navs: {
    format: { set: '1.1', shape: () => FORMAT, to: (range) => range },
    conditionalFormats: { set: '1.6', shape: () => RULES, to: (range) => range },
    worksheet: { set: '1.1', shape: () => WORKSHEET, to: ({ book, sheet }) => ({ book, sheet }) },
  },
  methods: {
    clear: {
      set: '1.1',
      call: (range, [what]) => {
        guard(range);
        range.sheet.clear(range.area, (what as string | undefined) ?? 'All');
        if (what !== 'Formats') range.book.changed(range.sheet, range.area, true);
      },
    },
    merge: {
      set: '1.2',
      call: (range, [across]) => {
        guard(range);
        if (across === true) throw new TypeError('the fake merges whole ranges only');
        range.sheet.merge(range.area);
      },
    },
    unmerge: {
      set: '1.2',
      call: (range) => {
        guard(range);
        range.sheet.unmerge(range.area);
      },
    },
    select: {
      set: '1.1',
      call: ({ book, sheet, area }) => {
        if (book.active?.sheet !== sheet) throw hostError('InvalidOperation', 'the sheet of the range is not active');
        book.active = { sheet, address: areaName(area) };
      },
    },
    copyFrom: {
      set: '1.9',
      call: (range, [source, type]) => {
        guard(range);
        const from = source as RangeTarget;
        if (typeof source !== 'object') throw new TypeError('the fake copies from a Range');
        if (type !== undefined && type !== 'All') throw new TypeError('the fake copies everything or nothing');
        if (!sameArea(from.area, range.area))
          throw hostError('UndefinedBehaviour', 'copying between ranges of different place');
        range.sheet.pasteAll(from.sheet, range.area);
        range.book.changed(range.sheet, range.area, true);
      },
    },
    getRowProperties: {
      set: '1.9',
      value: true,
      call: ({ sheet, area }, [options]) => {
        const { format, rowHidden } = options as SizeOptions;
        return Array.from({ length: area.rows }, (_, at) => ({
          ...(rowHidden && { rowHidden: sheet.hiddenRows.has(area.row + at) }),
          ...(format?.rowHeight && { format: { rowHeight: sheet.height(area.row + at) } }),
        }));
      },
    },
    setRowProperties: {
      set: '1.9',
      call: (range, [list]) => {
        guard(range);
        const { sheet, area } = range;
        const rows = list as readonly RowSize[];
        if (rows.length !== area.rows) throw hostError('InvalidArgument', 'one entry a row');
        eachIndex(area.row, area.rows, (row, at) => {
          const { format, rowHidden } = rows[at]!;
          if (format?.rowHeight !== undefined) sheet.heights.set(row, format.rowHeight);
          if (rowHidden !== undefined) setHidden(sheet.hiddenRows, row, rowHidden);
        });
      },
    },
    getColumnProperties: {
      set: '1.9',
      value: true,
      call: ({ sheet, area }, [options]) => {
        const { format, columnHidden } = options as SizeOptions;
        return Array.from({ length: area.columns }, (_, at) => ({
          ...(columnHidden && { columnHidden: sheet.hiddenColumns.has(area.column + at) }),
          ...(format?.columnWidth && { format: { columnWidth: sheet.width(area.column + at) } }),
        }));
      },
    },
    setColumnProperties: {
      set: '1.9',
      call: (range, [list]) => {
        guard(range);
        const { sheet, area } = range;
        const columns = list as readonly ColumnSize[];
        if (columns.length !== area.columns) throw hostError('InvalidArgument', 'one entry a column');
        eachIndex(area.column, area.columns, (column, at) => {
          const { format, columnHidden } = columns[at]!;
          if (format?.columnWidth !== undefined) sheet.widths.set(column, format.columnWidth);
          if (columnHidden !== undefined) setHidden(sheet.hiddenColumns, column, columnHidden);
        });
      },
    },
    getUsedRangeOrNullObject: {
      set: '1.4',
      object: () => RANGE,
      orNull: true,
      call: ({ book, sheet, area }, [valuesOnly]) => {
        if (area.rows !== LAST_ROW || area.columns !== LAST_COLUMN)
          throw new TypeError('the fake knows the used range of whole sheets');
        const used = sheet.used(valuesOnly === true);
        return used && rangeOf(book, sheet, used);
      },
    },
    getIntersectionOrNullObject: {
      set: '1.4',
      object: () => RANGE,
      orNull: true,
      call: ({ book, sheet, area }, [other]) => {
        const { area: with_ } = typeof other === 'string' ? { area: parseArea(other) } : (other as RangeTarget);
        if (!overlaps(area, with_)) return undefined;
        const row = Math.max(area.row, with_.row);
        const column = Math.max(area.column, with_.column);
        const rows = Math.min(area.row + area.rows, with_.row + with_.rows) - row;
        const columns = Math.min(area.column + area.columns, with_.column + with_.columns) - column;
        return rangeOf(book, sheet, { row, column, rows, columns });
      },
    },
  },
};

function sameArea(one: Area, other: Area): boolean {
  return contains(one, other) && contains(other, one);
}
