import type { Area } from '../address';
import type { CellStyle, CellValue, Link, SheetPlan, StyleRun } from '../plan';

/*
 * Collects the parts of a sheet while it is laid out.
 */

/** The longest text that a cell can hold. */
export const MAX_TEXT = 32_767;

export class Canvas {
  private readonly values: CellValue[][] = [];
  private readonly styles: StyleRun[] = [];
  private readonly merges: Area[] = [];
  private readonly links: Link[] = [];
  private readonly heights = new Map<number, number>();
  /** Texts that had to be cut. */
  clipped = 0;

  constructor(private readonly columnWidths: number[]) {}

  get width(): number {
    return this.columnWidths.length;
  }

  get rows(): number {
    return this.values.length;
  }

  /** Width in characters of columns from `column` on. */
  widthOf(column: number, columns = 1): number {
    return this.columnWidths.slice(column, column + columns).reduce((sum, width) => sum + width, 0);
  }

  /** Makes sure that the sheet has this many rows. */
  extend(rows: number): void {
    while (this.values.length < rows) this.values.push(this.columnWidths.map(() => null));
  }

  valueAt(row: number, column: number): CellValue {
    return this.values[row]?.[column] ?? null;
  }

  put(row: number, column: number, value: CellValue): void {
    this.extend(row + 1);
    let shown = value === '' ? null : value;
    if (typeof shown === 'string' && shown.length > MAX_TEXT) {
      this.clipped += 1;
      shown = `${shown.slice(0, MAX_TEXT - 1)}…`;
    }
    this.values[row]![column] = shown;
  }

  style(area: Area, style: CellStyle): void {
    if (area.rows > 0 && area.columns > 0) this.styles.push({ area, style });
  }

  merge(area: Area): void {
    if (area.rows * area.columns > 1) this.merges.push(area);
  }

  link(link: Link): void {
    this.links.push(link);
  }

  /** The row is at least this high (points). */
  height(row: number, height: number): void {
    this.heights.set(row, Math.max(height, this.heights.get(row) ?? 0));
  }

  /** Height in points of all rows, most of which have the default height. */
  totalHeight(defaultHeight: number): number {
    const heights = [...this.heights.values()];
    return heights.reduce((sum, height) => sum + height - defaultHeight, this.rows * defaultHeight);
  }

  /** The whole sheet so far. */
  get all(): Area {
    return { row: 0, column: 0, rows: this.rows, columns: this.width };
  }

  finish(rest: Omit<SheetPlan, 'columnWidths' | 'values' | 'styles' | 'merges' | 'links' | 'rowHeights'>): SheetPlan {
    const rowHeights = [...this.heights]
      .filter(([, height]) => height !== rest.defaultRowHeight)
      .sort(([one], [other]) => one - other)
      .map(([row, height]) => ({ row, height }));
    const { columnWidths, values, styles, merges, links } = this;
    return { ...rest, columnWidths, rowHeights, values, styles, merges, links };
  }
}
