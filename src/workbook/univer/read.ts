import { CellValueType, type ICellData, type Nullable, type Workbook, type Worksheet } from '@univerjs/core';
import { parseCell } from '../address';
import {
  type CellStyle,
  type CellValue,
  type Link,
  type PrintSetup,
  type SheetKind,
  type SheetPlan,
  type StyleRun,
} from '../plan';
import { columnCharacters, rowPoints } from './sheet-data';
import { fromUniver } from './styles';

/*
 * Sheets as they stand, read past everything that is only shown: marks and number formats leave the values alone.
 */

/** What a planned sheet says that Univer has no place for. */
export interface SheetExtras {
  readonly kind: SheetKind;
  readonly print: PrintSetup;
  /** Columns that the plan freezes and the page, for want of room, does not. */
  readonly unfrozen: number;
}

const PLAIN: SheetExtras = {
  kind: 'table',
  print: {
    orientation: 'landscape',
    pagesTall: 0,
    repeatRows: 0,
    margins: { side: 36, top: 36, bottom: 36, edge: 18 },
    centred: true,
    pageNumbers: true,
  },
  unfrozen: 0,
};
const LINK = /^=HYPERLINK\("#'((?:[^']|'')+)'!([A-Z]{1,3}\d+)",/;

/** The value of a cell: numbers are numbers, everything else is text. */
export function valueOf(cell: Nullable<ICellData>): CellValue {
  if (!cell) return null;
  if (cell.p) return cell.p.body?.dataStream.replace(/\r\n$/, '').replace(/\r/g, '\n') ?? null;
  const { v, t } = cell;
  if (v === undefined || v === null || v === '') return null;
  if (t === CellValueType.BOOLEAN || typeof v === 'boolean')
    return v === true || v === 1 || v === '1' ? 'TRUE' : 'FALSE';
  if (t === CellValueType.NUMBER) return Number(v);
  return typeof v === 'number' && t === undefined ? v : String(v);
}

/** Where a link of ours leads; undefined for every other cell. */
export function linkOf(cell: Nullable<ICellData>): Link['target'] | undefined {
  const match = cell?.f ? LINK.exec(cell.f) : null;
  if (!match || !parseCell(match[2]!)) return undefined;
  // Quotes are doubled twice: once as part of the sheet's name, once inside the text of the formula.
  return { sheet: match[1]!.replace(/''/g, "'").replace(/""/g, '"'), cell: match[2]! };
}

/** The used rectangle from A1; what a merged cell covers is null. */
export function readValues(sheet: Worksheet): CellValue[][] {
  const matrix = sheet.getCellMatrix();
  const filled: [number, number, CellValue][] = [];
  let rows = 0;
  let columns = 0;
  matrix.forValue((row, column, cell) => {
    const value = valueOf(cell);
    if (value === null) return;
    filled.push([row, column, value]);
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  });
  const values = Array.from({ length: rows }, () => Array.from({ length: columns }, (): CellValue => null));
  for (const [row, column, value] of filled) values[row]![column] = value;
  for (const { startRow, endRow, startColumn, endColumn } of sheet.getMergeData()) {
    for (let row = startRow; row <= endRow && row < rows; row += 1) {
      for (let column = startColumn; column <= endColumn && column < columns; column += 1) {
        if (row !== startRow || column !== startColumn) values[row]![column] = null;
      }
    }
  }
  return values;
}

/** Runs of equal style along the rows. */
function stylesOf(looks: readonly (readonly CellStyle[])[]): StyleRun[] {
  const runs: StyleRun[] = [];
  looks.forEach((line, row) => {
    let from = 0;
    for (let column = 1; column <= line.length; column += 1) {
      if (column < line.length && line[column] === line[from]) continue;
      const style = line[from]!;
      if (Object.keys(style).length > 0) {
        runs.push({ area: { row, column: from, rows: 1, columns: column - from }, style });
      }
      from = column;
    }
  });
  return runs;
}

/** A sheet as a plan that makes it again: what a person edited and formatted is in it, marks are not. */
export function readSheet(workbook: Workbook, sheet: Worksheet, extras: SheetExtras = PLAIN): SheetPlan {
  const { kind, print, unfrozen } = extras;
  const matrix = sheet.getCellMatrix();
  const merges = sheet.getMergeData();
  const used = readValues(sheet);
  const rows = Math.max(used.length, matrix.getLength(), ...merges.map(({ endRow }) => endRow + 1));
  const columns = Math.max(
    1,
    used[0]?.length ?? 0,
    matrix.getDataRange().endColumn + 1,
    ...merges.map(({ endColumn }) => endColumn + 1),
  );
  const styles = workbook.getStyles();
  const known = new Map<unknown, CellStyle>();
  const links: Link[] = [];
  const looks = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_unused, column) => {
      const cell = matrix.getValue(row, column);
      const target = linkOf(cell);
      if (target && typeof used[row]?.[column] === 'string') links.push({ row, column, target });
      const key = cell?.s ?? undefined;
      let look = known.get(key);
      if (!look) known.set(key, (look = fromUniver(styles.getStyleByCell(cell))));
      return look;
    }),
  );
  const freeze = sheet.getFreeze();
  const defaultRowHeight = rowPoints(sheet.getConfig().defaultRowHeight);
  return {
    name: sheet.getName(),
    kind,
    print,
    columnWidths: Array.from({ length: columns }, (_, column) => columnCharacters(sheet.getColumnWidth(column))),
    defaultRowHeight,
    rowHeights: Array.from({ length: rows }, (_, row) => ({ row, height: rowPoints(sheet.getRowHeight(row)) })).filter(
      ({ height }) => height !== defaultRowHeight,
    ),
    values: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_unused, column) => used[row]?.[column] ?? null),
    ),
    styles: stylesOf(looks),
    merges: merges.map(({ startRow, endRow, startColumn, endColumn }) => ({
      row: startRow,
      column: startColumn,
      rows: endRow - startRow + 1,
      columns: endColumn - startColumn + 1,
    })),
    links,
    freeze: { rows: Math.max(0, freeze.ySplit), columns: Math.max(0, freeze.xSplit) || unfrozen },
  };
}
