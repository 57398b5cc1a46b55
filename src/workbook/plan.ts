import type { Severity } from '../model/relation';
import type { SheetPlace } from '../model/source';
import type { Area } from './address';
import type { Formula } from './formula';

/*
 * What a workbook shall hold, as a pure value. Adapters (port.ts) carry it out and decide nothing. A sheet is written
 * in a constant number of operations: its values by one range, its styles by one range a run, whatever its size.
 */

/**
 * null is an empty cell. A string is text whatever it looks like, also when it begins with = + - @; never a formula.
 */
export type CellValue = string | number | null;

/** Only what is named is set; what several runs set on one cell, the last one decides. */
export interface CellStyle {
  readonly font?: string;
  /** Points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly underline?: boolean;
  /** RRGGBB. */
  readonly color?: string;
  /** RRGGBB. */
  readonly fill?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'middle';
  readonly wrap?: boolean;
  readonly indent?: number;
  /** Excel number format; '@' is text. */
  readonly numberFormat?: string;
  /** A thin line on all four sides of every cell. */
  readonly border?: 'grid';
}

export interface StyleRun {
  readonly area: Area;
  readonly style: CellStyle;
}

/**
 * A cell that jumps to another one. Its text stands in `values`; links and formula cells are the only formulas that a
 * plan can hold, and an adapter makes them with linkFormula (address.ts) and formulaText (formula.ts).
 */
export interface Link {
  readonly row: number;
  readonly column: number;
  readonly target: SheetPlace;
}

/**
 * A cell that reckons itself. The number that it comes to stands in `values`, so that a reader who does not calculate
 * sees it; a program that does calculates it anew.
 */
export interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly formula: Formula;
}

/** A remark on a cell that stays when marks go: where its value comes from. */
export interface CellNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A4, as wide as one page. */
export interface PrintSetup {
  readonly orientation: 'portrait' | 'landscape';
  /** Pages from top to bottom; 0 is as many as it takes. */
  readonly pagesTall: 0 | 1;
  /** This many rows from the top are repeated on every page. */
  readonly repeatRows: number;
  /** Of them only those from this one on (from 0): what stands above belongs to the first page alone. */
  readonly repeatFrom?: number;
  /** Points. */
  readonly margins: { readonly side: number; readonly top: number; readonly bottom: number; readonly edge: number };
  readonly centred: boolean;
  /** Prints 第 N 页，共 M 页 at the foot. */
  readonly pageNumbers: boolean;
}

/** A form of the family, a table of no family, or what a check came to (核对结果, 检查表). */
export type SheetKind = 'form' | 'table' | 'findings';

export interface SheetPlan {
  readonly name: string;
  readonly kind: SheetKind;
  /** Widths in characters of the standard font, one a column. */
  readonly columnWidths: readonly number[];
  /** Points, for every row that rowHeights does not name. */
  readonly defaultRowHeight: number;
  readonly rowHeights: readonly { readonly row: number; readonly height: number }[];
  /** A rectangle from A1: every row has as many values as there are column widths. */
  readonly values: readonly (readonly CellValue[])[];
  readonly styles: readonly StyleRun[];
  readonly merges: readonly Area[];
  readonly links: readonly Link[];
  /** On cells that hold a number and no link, at most one a cell. */
  readonly formulas?: readonly FormulaCell[];
  /** At most one a cell. */
  readonly notes?: readonly CellNote[];
  readonly freeze: { readonly rows: number; readonly columns: number };
  /**
   * A header row and the rows of its list, to be filtered by drop-down lists. Only a file shows them: no list is
   * written into an open workbook.
   */
  readonly filter?: Area;
  readonly print: PrintSetup;
}

/** Draws the eye to a cell: a fill of its severity, and a note that names the severity in words and says why. */
export interface Mark {
  readonly sheet: string;
  readonly cell: string;
  readonly severity: Severity;
  /** First line of the note: 错误, 提醒 or 提示. */
  readonly title: string;
  readonly text: string;
}

export interface Plan {
  readonly sheets: readonly SheetPlan[];
  readonly marks: readonly Mark[];
}

/** What severities are called, and the fill that goes with the word. */
export const SEVERITIES: Readonly<Record<Severity, { readonly word: string; readonly fill: string }>> = {
  error: { word: '错误', fill: 'FFC7CE' },
  warning: { word: '提醒', fill: 'FFEB9C' },
  info: { word: '提示', fill: 'DDEBF7' },
};

/** The whole used area of a sheet. */
export function usedArea(sheet: SheetPlan): Area {
  return { row: 0, column: 0, rows: sheet.values.length, columns: sheet.columnWidths.length };
}

/**
 * The style of every cell, [row][column], after all runs. Cells of one look share one object, so that a writer that
 * keeps a table of styles can recognise them by identity.
 */
export function paintStyles(sheet: SheetPlan): readonly (readonly CellStyle[])[] {
  const plain: CellStyle = {};
  const grid = sheet.values.map(() => sheet.columnWidths.map(() => plain));
  const paintedBy = new Map<CellStyle, Map<CellStyle, CellStyle>>();
  for (const { area, style } of sheet.styles) {
    let painted = paintedBy.get(style);
    if (!painted) paintedBy.set(style, (painted = new Map<CellStyle, CellStyle>()));
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      const line = grid[row]!;
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        const under = line[column]!;
        let result = painted.get(under);
        if (!result) painted.set(under, (result = { ...under, ...style }));
        line[column] = result;
      }
    }
  }
  return grid;
}
