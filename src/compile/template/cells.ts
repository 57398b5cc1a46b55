import type { Formula } from '../../workbook';
import { figureKey, gridsOf, type AmountColumn, type Grid, type Line } from './grid';
import type { FactKey } from '../../model/key';
import type { UnfilledForm } from '../../workbook';

/*
 * The cells of amounts of a template, and which of them a formula reads.
 */

/** A cell that reckons itself. */
export interface Live {
  readonly formula: Formula;
  /** What it adds up, for the note on the cell. */
  readonly words: string;
  /** The cells that it depends on. */
  readonly reads: readonly Cell[];
}

export interface Cell {
  readonly grid: Grid;
  readonly line: Line;
  readonly column: AmountColumn;
  /** What its figure is. */
  readonly key: FactKey;
  /** Row and column of the sheet, from 0. */
  readonly row: number;
  readonly at: number;
  /** Undefined for a cell that is filled in. */
  live?: Live;
}

/** All cells of amounts, by block. */
export interface Cells {
  readonly all: readonly Cell[];
  /** The cell of a line in one of the columns of its block; undefined where the line has none. */
  readonly find: (line: Line, column: AmountColumn) => Cell | undefined;
  readonly grids: readonly Grid[];
}

/** The cells of these forms; none of them reckons itself yet. */
export function cellsOf(forms: readonly UnfilledForm[]): Cells {
  const grids = forms.flatMap(gridsOf);
  const byLine = new Map<Line, Map<AmountColumn, Cell>>();
  const all: Cell[] = [];
  for (const grid of grids)
    for (const line of grid.lines) {
      const own = new Map<AmountColumn, Cell>();
      byLine.set(line, own);
      for (const column of grid.columns) {
        const at = line.columns.get(column.spec);
        if (at === undefined) continue;
        const cell: Cell = { grid, line, column, key: figureKey(grid, line, column), row: line.at, at };
        own.set(column, cell);
        all.push(cell);
      }
    }
  return { all, grids, find: (line, column) => byLine.get(line)?.get(column) };
}

/** Does a cell depend on another one, through however many formulas? */
export function dependsOn(from: readonly Cell[], target: Cell): boolean {
  const seen = new Set<Cell>();
  const open = [...from];
  for (let cell = open.pop(); cell; cell = open.pop()) {
    if (cell === target) return true;
    if (seen.has(cell)) continue;
    seen.add(cell);
    open.push(...(cell.live?.reads ?? []));
  }
  return false;
}
