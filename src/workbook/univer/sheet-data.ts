import {
  BooleanNumber,
  CellValueType,
  isRealNum,
  type ICellData,
  type IRange,
  type IWorksheetData,
  type Styles,
} from '@univerjs/core';
import { linkFormula, type Area } from '../address';
import { formulaText } from '../formula';
import { paintStyles, type CellStyle, type CellValue, type SheetPlan } from '../plan';
import { toUniver } from './styles';

/*
 * A planned sheet as Univer keeps one.
 */

// Room to go on working below and beside the table.
const SPARE_ROWS = 40;
const SPARE_COLUMNS = 6;
const LEAST_ROWS = 60;
const LEAST_COLUMNS = 16;
// Width of the column of row numbers, in pixels.
const ROW_HEADER = 46;

/** Width in pixels of a column of so many characters, as Excel draws it with its standard font. */
export function columnPixels(characters: number): number {
  return Math.round(characters * 7 + 5);
}

/** The inverse of columnPixels, to a hundredth of a character. */
export function columnCharacters(pixels: number): number {
  return Math.max(0, Math.round(((pixels - 5) / 7) * 100) / 100);
}

export function rowPixels(points: number): number {
  return Math.round((points * 4) / 3);
}

export function rowPoints(pixels: number): number {
  return Math.round(pixels * 75) / 100;
}

export function rangeOf({ row, column, rows, columns }: Area): IRange {
  return { startRow: row, endRow: row + rows - 1, startColumn: column, endColumn: column + columns - 1 };
}

/** Text that the editor would take for a formula or a number is marked as text that was meant. */
function textType(text: string): CellValueType {
  return text.startsWith('=') || isRealNum(text) ? CellValueType.FORCE_STRING : CellValueType.STRING;
}

/** A value as a cell keeps it; a string is text whatever it looks like. */
export function cellData(value: string | number): ICellData {
  return typeof value === 'number' ? { v: value, t: CellValueType.NUMBER } : { v: value, t: textType(value) };
}

/** Registers each look once: paintStyles gives cells of one look one object. */
class StyleIds {
  private readonly known = new Map<CellStyle, string | undefined>();

  constructor(private readonly styles: Styles) {}

  get(style: CellStyle): string | undefined {
    if (!this.known.has(style)) {
      const data = toUniver(style);
      this.known.set(style, Object.keys(data).length > 0 ? (this.styles.setValue(data) ?? undefined) : undefined);
    }
    return this.known.get(style);
  }
}

function cellsOf(plan: SheetPlan, styles: Styles): IWorksheetData['cellData'] {
  const ids = new StyleIds(styles);
  const painted = paintStyles(plan);
  const links = new Map(plan.links.map((link) => [link.row * plan.columnWidths.length + link.column, link.target]));
  const formulas = new Map(
    plan.formulas?.map((each) => [each.row * plan.columnWidths.length + each.column, each.formula]),
  );
  const cells: Record<number, Record<number, ICellData>> = {};
  plan.values.forEach((values, row) => {
    const line: Record<number, ICellData> = {};
    values.forEach((value: CellValue, column) => {
      const s = ids.get(painted[row]![column]!);
      if (value === null && s === undefined) return;
      const target = links.get(row * values.length + column);
      const formula = formulas.get(row * values.length + column);
      line[column] = {
        ...(s !== undefined && { s }),
        ...(value !== null && cellData(value)),
        ...(target && { f: `=${linkFormula(target, String(value))}` }),
        ...(formula && { f: `=${formulaText(formula)}` }),
      };
    });
    cells[row] = line;
  });
  return cells;
}

/** Frozen columns that leave no room for the others hide what they are there to explain. */
function freezeFor({ freeze, columnWidths }: SheetPlan, width: number): SheetPlan['freeze'] {
  const frozen = columnWidths.slice(0, freeze.columns).reduce((sum, column) => sum + columnPixels(column), ROW_HEADER);
  return frozen > width / 2 ? { rows: freeze.rows, columns: 0 } : freeze;
}

/**
 * The data of a new sheet. Styles are registered with the workbook, so that cells of one look share one.
 * @param width of the spreadsheet on the page, in pixels
 */
export function sheetData(plan: SheetPlan, id: string, styles: Styles, width: number): IWorksheetData {
  const { name, values, columnWidths } = plan;
  const freeze = freezeFor(plan, width);
  const rowData: Record<number, { h: number; ia: BooleanNumber }> = {};
  const fixed = (points: number) => ({ h: rowPixels(points), ia: BooleanNumber.FALSE });
  values.forEach((_, row) => (rowData[row] = fixed(plan.defaultRowHeight)));
  for (const { row, height } of plan.rowHeights) rowData[row] = fixed(height);
  return {
    id,
    name,
    tabColor: '',
    hidden: BooleanNumber.FALSE,
    freeze: {
      xSplit: freeze.columns,
      ySplit: freeze.rows,
      startRow: freeze.rows > 0 ? freeze.rows : -1,
      startColumn: freeze.columns > 0 ? freeze.columns : -1,
    },
    rowCount: Math.max(LEAST_ROWS, values.length + SPARE_ROWS),
    columnCount: Math.max(LEAST_COLUMNS, columnWidths.length + SPARE_COLUMNS),
    zoomRatio: 1,
    scrollTop: 0,
    scrollLeft: 0,
    defaultColumnWidth: columnPixels(9),
    defaultRowHeight: rowPixels(plan.defaultRowHeight),
    mergeData: plan.merges.map(rangeOf),
    cellData: cellsOf(plan, styles),
    rowData,
    columnData: Object.fromEntries(columnWidths.map((width, column) => [column, { w: columnPixels(width) }])),
    rowHeader: { width: ROW_HEADER },
    columnHeader: { height: 20 },
    showGridlines: BooleanNumber.TRUE,
    rightToLeft: BooleanNumber.FALSE,
  };
}
