import { cellName, linkFormula, type Area } from '../address';
import { formulaText } from '../formula';
import { paintStyles, usedArea, type CellStyle, type SheetPlan } from '../plan';
import { entryOf, formulaEntry, type Entry } from './entry';
import { can } from './host';
import { OPERATION_BYTES, sizeOf, type Step } from './session';

/*
 * One planned sheet in the terms of Excel: its values by one range, its styles by one range a run.
 */

/** 'A1' or 'A1:C9'. */
export function addressOf({ row, column, rows, columns }: Area): string {
  const first = cellName(row, column);
  return rows * columns === 1 ? first : `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
}

/**
 * A range that is written to and then forgotten. Excel keeps every other range in mind until the end of the operation,
 * which takes it twice the work and one request more.
 */
export function onceRange(sheet: Excel.Worksheet, address: string): Excel.Range {
  return sheet.getRange(address).untrack();
}

/** Names whole rows: '$1:$5'. @param from the first of them, from 0 */
export function rowsAddress(count: number, from = 0): string {
  return `$${from + 1}:$${count}`;
}

// Rows whose values weigh more than this go into requests of their own.
const BAND_BYTES = 1_000_000;

// 宋体 11: 7 pixels a digit and 5 to spare, at 96 pixels an inch.
const POINTS_PER_CHARACTER = 5.25;
const COLUMN_PADDING = 3.75;

function entries(plan: SheetPlan): Entry[][] {
  const styles = paintStyles(plan);
  const grid = plan.values.map((row, r) => row.map((value, c) => entryOf(value, styles[r]![c]!.numberFormat)));
  for (const { row, column, target } of plan.links) {
    const text = String(plan.values[row]![column]);
    grid[row]![column] = formulaEntry(linkFormula(target, text), styles[row]![column]!.numberFormat);
  }
  for (const { row, column, formula } of plan.formulas ?? []) {
    grid[row]![column] = formulaEntry(formulaText(formula), styles[row]![column]!.numberFormat);
  }
  return grid;
}

/** Values by bands of rows, of which there is one but for a very large sheet. */
function valueSteps(sheet: Excel.Worksheet, plan: SheetPlan): Step[] {
  const grid = entries(plan);
  const steps: Step[] = [];
  for (let from = 0; from < grid.length;) {
    let bytes = 0;
    let to = from;
    while (to < grid.length && (to === from || bytes < BAND_BYTES)) bytes += sizeOf(grid[to++]);
    const band = grid.slice(from, to);
    const area = { row: from, column: 0, rows: band.length, columns: plan.columnWidths.length };
    steps.push({
      bytes: bytes + 2 * OPERATION_BYTES,
      run: () => {
        const range = onceRange(sheet, addressOf(area));
        // First the format: it decides what becomes of the value.
        range.numberFormat = band.map((row) => row.map(({ numberFormat }) => numberFormat));
        range.values = band.map((row) => row.map(({ value }) => value));
      },
    });
    from = to;
  }
  return steps;
}

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', middle: 'Center' } as const;
const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

function setGrid({ borders }: Excel.RangeFormat, { rows, columns }: Area): void {
  for (const edge of EDGES) borders.getItem(edge).style = 'Continuous';
  // A single row or column has no lines inside, and Excel refuses to draw them.
  if (rows > 1) borders.getItem('InsideHorizontal').style = 'Continuous';
  if (columns > 1) borders.getItem('InsideVertical').style = 'Continuous';
}

function setStyle(sheet: Excel.Worksheet, area: Area, style: CellStyle): void {
  const { font, size, bold, underline, color, fill, horizontal, vertical, wrap, indent, border } = style;
  const { format } = onceRange(sheet, addressOf(area));
  if (font !== undefined) format.font.name = font;
  if (size !== undefined) format.font.size = size;
  if (bold !== undefined) format.font.bold = bold;
  if (underline !== undefined) format.font.underline = underline ? 'Single' : 'None';
  if (color !== undefined) format.font.color = `#${color}`;
  if (fill !== undefined) format.fill.color = `#${fill}`;
  if (horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[horizontal];
  if (vertical !== undefined) format.verticalAlignment = VERTICAL[vertical];
  if (wrap !== undefined) format.wrapText = wrap;
  if (indent !== undefined && can('indent')) format.indentLevel = indent;
  if (border !== undefined) setGrid(format, area);
}

/** How many operations a style takes; its number format goes with the values. */
function weightOf({ numberFormat: _, border, ...rest }: CellStyle): number {
  return Object.keys(rest).length + (border === undefined ? 0 : 2 * 6);
}

function styleSteps(sheet: Excel.Worksheet, { styles }: SheetPlan): Step[] {
  return styles.flatMap(({ area, style }) => {
    const weight = weightOf(style);
    if (weight === 0) return [];
    return [{ bytes: (weight + 1) * OPERATION_BYTES, run: () => setStyle(sheet, area, style) }];
  });
}

/** Runs of equal numbers: where they begin, how many, and the number. */
function runs(values: readonly number[]): { readonly from: number; readonly count: number; readonly value: number }[] {
  const found: { from: number; count: number; value: number }[] = [];
  values.forEach((value, from) => {
    const last = found[found.length - 1];
    if (last?.value === value) last.count += 1;
    else found.push({ from, count: 1, value });
  });
  return found;
}

/** Rows of one height that stand together. */
function heightRuns(plan: SheetPlan): ReturnType<typeof runs> {
  const heights = plan.values.map(() => plan.defaultRowHeight);
  for (const { row, height } of plan.rowHeights) heights[row] = height;
  return runs(heights);
}

function setSizes(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const { from, count, value } of runs(plan.columnWidths)) {
    const columns = onceRange(sheet, addressOf({ row: 0, column: from, rows: 1, columns: count }));
    columns.format.columnWidth = value * POINTS_PER_CHARACTER + COLUMN_PADDING;
  }
  for (const { from, count, value } of heightRuns(plan)) {
    onceRange(sheet, addressOf({ row: from, column: 0, rows: count, columns: 1 })).format.rowHeight = value;
  }
}

function setFreeze(sheet: Excel.Worksheet, { rows, columns }: SheetPlan['freeze']): void {
  if (!can('freezePanes')) return;
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(addressOf({ row: 0, column: 0, rows, columns }));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

/**
 * Empties a sheet that is filled anew; formulas elsewhere that lead to it stay whole because it stays the same sheet.
 */
export function emptySheet(sheet: Excel.Worksheet): void {
  const range = sheet.getRange().untrack();
  range.unmerge();
  if (can('conditionalFormats')) range.conditionalFormats.clearAll();
  range.clear();
  if (can('freezePanes')) sheet.freezePanes.unfreeze();
}

/** Everything that a sheet needs but its marks and its page. */
export function sheetSteps(sheet: Excel.Worksheet, plan: SheetPlan): Step[] {
  const { rows, columns } = usedArea(plan);
  if (rows === 0 || columns === 0) return [];
  return [
    ...valueSteps(sheet, plan),
    ...styleSteps(sheet, plan),
    {
      bytes: (plan.merges.length + heightRuns(plan).length + columns + 4) * OPERATION_BYTES,
      run: () => {
        setSizes(sheet, plan);
        for (const area of plan.merges) onceRange(sheet, addressOf(area)).merge(false);
        setFreeze(sheet, plan.freeze);
      },
    },
  ];
}
