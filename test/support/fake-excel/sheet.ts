import type { Area } from '../../../src/workbook';
import { areaName, contains, eachCell, overlaps } from './area';
import { EMPTY, enter, type Content } from './entry';
import { hostError } from './error';

/*
 * One worksheet of the fake: cells, formats, and everything that hangs on them.
 */

/** By property: 'numberFormat', 'fill', 'font.bold', 'border.top' … */
export type Format = Readonly<Record<string, unknown>>;

export const PLAIN: Format = {
  numberFormat: 'General',
  horizontalAlignment: 'General',
  verticalAlignment: 'Center',
  wrapText: false,
  indentLevel: 0,
  'font.name': '等线',
  'font.size': 11,
  'font.bold': false,
  'font.underline': 'None',
  'font.color': '#000000',
};

interface Cell {
  readonly content: Content;
  /** Only what differs from PLAIN. */
  readonly format: Format;
}

const BLANK: Cell = { content: EMPTY, format: {} };

/** A conditional format. */
export interface Rule {
  readonly id: string;
  readonly type: string;
  area: Area;
  formula: string;
  fill?: string;
  stopIfTrue: boolean;
}

/** A note or a threaded comment. */
export interface Remark {
  readonly id: string;
  cell: Area;
  content: string;
  width?: number;
  height?: number;
}

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

const STANDARD = { width: 48, height: 14.25 };

let lastId = 0;

/** Ids differ from run to run of the program, so nothing may be kept by them in the file. */
export function newId(): string {
  lastId += 1;
  return `{${lastId.toString(16).padStart(8, '0').toUpperCase()}-FA4E}`;
}

export class FakeSheet {
  id = newId();
  visibility: Visibility = 'Visible';
  protected = false;
  deleted = false;
  merges: Area[] = [];
  /** The first one has the highest priority. */
  rules: Rule[] = [];
  notes: Remark[] = [];
  comments: Remark[] = [];
  tables: { readonly name: string }[] = [];
  freeze: Area | undefined;
  page: Record<string, unknown> = {
    ...{
      orientation: 'Portrait',
      paperSize: 'Letter',
      zoom: { scale: 100 },
      centerHorizontally: false,
      centerFooter: '',
    },
    ...{ leftMargin: 50.4, rightMargin: 50.4, topMargin: 54, bottomMargin: 54, headerMargin: 21.6, footerMargin: 21.6 },
  };
  readonly widths = new Map<number, number>();
  readonly heights = new Map<number, number>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  private cells = new Map<number, Map<number, Cell>>();

  constructor(public name: string) {}

  content(row: number, column: number): Content {
    return this.cell(row, column).content;
  }

  /** Property of a cell's own format, without conditional formats. */
  format(row: number, column: number, property: string): unknown {
    return this.cell(row, column).format[property] ?? PLAIN[property];
  }

  /** What a person sees: the fill of the first conditional format that applies, else the cell's own. */
  visibleFill(row: number, column: number): string | undefined {
    const here: Area = { row, column, rows: 1, columns: 1 };
    const rule = this.rules.find(
      (one) => one.fill !== undefined && isAlwaysTrue(one.formula) && contains(one.area, here),
    );
    return rule?.fill ?? (this.format(row, column, 'fill') as string | undefined);
  }

  write(row: number, column: number, value: unknown): void {
    const format = this.format(row, column, 'numberFormat') as string;
    const content = enter(value, format);
    if (!content) return;
    const at: Area = { row, column, rows: 1, columns: 1 };
    const covering = this.merges.find((area) => contains(area, at) && !(area.row === row && area.column === column));
    if (covering && content.value !== '')
      throw hostError('UndefinedBehaviour', `a value under the merged cell ${areaName(covering)}`);
    this.put(row, column, { ...this.cell(row, column), content });
  }

  /** Content as it is, past all interpretation: for building what a user made. */
  set(row: number, column: number, content: Content, format: Format = {}): void {
    this.put(row, column, { content, format: { ...this.cell(row, column).format, ...format } });
  }

  paint(area: Area, property: string, value: unknown): void {
    eachCell(area, (row, column) => {
      const cell = this.cell(row, column);
      const format: Record<string, unknown> = { ...cell.format, [property]: value };
      if (value === undefined || value === PLAIN[property]) delete format[property];
      this.put(row, column, { content: cell.content, format });
    });
  }

  /** The property of all cells of the area, or null where they differ. */
  uniform(area: Area, property: string): unknown {
    let found: unknown;
    let count = 0;
    let mixed = false;
    eachCell(area, (row, column) => {
      const value = this.format(row, column, property);
      if (count > 0 && value !== found) mixed = true;
      found = value;
      count += 1;
    });
    return mixed ? null : found;
  }

  clear(area: Area, what: string): void {
    for (const [row, line] of this.cells) {
      for (const [column, cell] of line) {
        if (!contains(area, { row, column, rows: 1, columns: 1 })) continue;
        const content = what === 'Formats' ? cell.content : EMPTY;
        const format = what === 'Contents' ? cell.format : {};
        this.put(row, column, { content, format });
      }
    }
  }

  merge(area: Area): void {
    const clash = this.merges.find((other) => overlaps(other, area));
    if (clash) throw hostError('InvalidArgument', `${areaName(area)} overlaps the merged cell ${areaName(clash)}`);
    let full = 0;
    eachCell(area, (row, column) => {
      if (this.content(row, column).value !== '' && (row !== area.row || column !== area.column)) full += 1;
    });
    if (full > 0) throw hostError('UndefinedBehaviour', `merging ${areaName(area)} would drop values`);
    if (area.rows * area.columns > 1) this.merges.push({ ...area });
  }

  unmerge(area: Area): void {
    this.merges = this.merges.filter((one) => !overlaps(one, area));
  }

  /** The rectangle around all cells that hold something; with formats, unless only values count. */
  used(valuesOnly: boolean): Area | undefined {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    for (const [row, line] of this.cells) {
      for (const [column, { content, format }] of line) {
        if (content.value === '' && content.formula === undefined && (valuesOnly || Object.keys(format).length === 0))
          continue;
        top = Math.min(top, row);
        left = Math.min(left, column);
        bottom = Math.max(bottom, row);
        right = Math.max(right, column);
      }
    }
    return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  width(column: number): number {
    return this.widths.get(column) ?? STANDARD.width;
  }

  height(row: number): number {
    return this.heights.get(row) ?? STANDARD.height;
  }

  /** Another sheet that holds the same, as Worksheet.copy makes it. */
  copy(name: string): FakeSheet {
    const copy = new FakeSheet(name);
    copy.copyCells(this, this.used(false) ?? { row: 0, column: 0, rows: 1, columns: 1 });
    copy.merges = this.merges.map((area) => ({ ...area }));
    copy.rules = this.rules.map((rule) => ({ ...rule, id: newId() }));
    copy.notes = this.notes.map((note) => ({ ...note, id: newId() }));
    copy.comments = this.comments.map((comment) => ({ ...comment, id: newId() }));
    copy.tables = this.tables.map((table) => ({ name: `${table.name}_copy` }));
    copy.visibility = this.visibility;
    copy.freeze = this.freeze && { ...this.freeze };
    copy.page = structuredClone(this.page);
    for (const [column, width] of this.widths) copy.widths.set(column, width);
    for (const [row, height] of this.heights) copy.heights.set(row, height);
    for (const row of this.hiddenRows) copy.hiddenRows.add(row);
    for (const column of this.hiddenColumns) copy.hiddenColumns.add(column);
    return copy;
  }

  /** Range.copyFrom with everything: cells, merges, conditional formats, notes, comments; no widths and heights. */
  pasteAll(from: FakeSheet, area: Area): void {
    this.copyCells(from, area);
    const inside = <T>(list: readonly T[], areaOf: (item: T) => Area): T[] =>
      list.filter((item) => contains(area, areaOf(item)));
    this.merges.push(...inside(from.merges, (one) => one).map((one) => ({ ...one })));
    this.rules.push(...inside(from.rules, (one) => one.area).map((rule) => ({ ...rule, id: newId() })));
    this.notes.push(...inside(from.notes, (one) => one.cell).map((note) => ({ ...note, id: newId() })));
    this.comments.push(...inside(from.comments, (one) => one.cell).map((comment) => ({ ...comment, id: newId() })));
  }

  /** Rewrites the formulas of the sheet. */
  eachFormula(rewrite: (formula: string) => string): void {
    for (const [row, line] of this.cells) {
      for (const [column, cell] of line) {
        const { formula } = cell.content;
        if (formula !== undefined)
          this.put(row, column, { ...cell, content: { ...cell.content, formula: rewrite(formula) } });
      }
    }
  }

  /** Everything that a person could tell two sheets apart by, in a fixed order; not the name and not the ids. */
  snapshot(): string {
    const cells = [...this.cells].flatMap(([row, line]) =>
      [...line].flatMap(([column, { content, format }]) => {
        const kept = Object.entries(format).sort(([one], [other]) => (one < other ? -1 : 1));
        return content.value === '' && kept.length === 0 ? [] : [{ row, column, content, format: kept }];
      }),
    );
    cells.sort((one, other) => one.row - other.row || one.column - other.column);
    const byText = <T>(list: readonly T[]): string[] => list.map((item) => JSON.stringify({ ...item, id: 0 })).sort();
    const numbers = (map: ReadonlyMap<number, number>, standard: number): (readonly [number, number])[] =>
      [...map].filter(([, size]) => size !== standard).sort(([one], [other]) => one - other);
    return JSON.stringify({
      cells,
      merges: byText(this.merges),
      rules: this.rules.map((rule) => ({ ...rule, id: 0 })),
      notes: byText(this.notes),
      comments: byText(this.comments),
      tables: this.tables,
      visibility: this.visibility,
      freeze: this.freeze,
      page: Object.entries(this.page).sort(([one], [other]) => (one < other ? -1 : 1)),
      widths: numbers(this.widths, STANDARD.width),
      heights: numbers(this.heights, STANDARD.height),
      hidden: [[...this.hiddenRows].sort((a, b) => a - b), [...this.hiddenColumns].sort((a, b) => a - b)],
    });
  }

  private copyCells(from: FakeSheet, area: Area): void {
    this.clear(area, 'All');
    for (const [row, line] of from.cells) {
      for (const [column, cell] of line) {
        if (contains(area, { row, column, rows: 1, columns: 1 })) this.put(row, column, cell);
      }
    }
  }

  private cell(row: number, column: number): Cell {
    return this.cells.get(row)?.get(column) ?? BLANK;
  }

  private put(row: number, column: number, cell: Cell): void {
    let line = this.cells.get(row);
    if (!line) this.cells.set(row, (line = new Map()));
    line.set(column, cell);
  }
}

/** The fake reckons conditions only that hold always. */
function isAlwaysTrue(formula: string): boolean {
  return /^=TRUE$/i.test(formula) || /^=N\("[^"]*"\)=0$/.test(formula);
}
