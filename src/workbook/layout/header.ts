import type { Area } from '../address';
import type { PlacedColumn } from './columns';

/*
 * The header of a table: equal neighbours are merged across, a shorter path is merged down.
 */

export interface HeaderCell {
  /** Covers one cell or more; its text stands in the first. */
  readonly area: Area;
  readonly text: string;
}

/** Have both columns the same texts from the outermost down to this level, and more below it? */
function shareGroup(one: PlacedColumn, other: PlacedColumn, level: number): boolean {
  if (one.group !== other.group || one.added !== other.added) return false;
  for (let at = 0; at <= level; at += 1) if (one.heading[at] !== other.heading[at]) return false;
  const isLast = level === one.heading.length - 1;
  if (isLast !== (level === other.heading.length - 1)) return false;
  // One heading over code and name is one heading; over two columns of amounts it is two of one name.
  return !isLast || (one.role !== 'amount' && other.role !== 'amount');
}

/**
 * Cells of the header.
 * @param columns from left to right.
 * @param top first row of the header, from 0.
 * @param depth rows of the header; no path is longer.
 */
export function headerCells(columns: readonly PlacedColumn[], top: number, depth: number): HeaderCell[] {
  const cells: HeaderCell[] = [];
  for (let level = 0; level < depth; level += 1) {
    for (let at = 0; at < columns.length;) {
      const column = columns[at]!;
      let end = at + 1;
      // A column without any heading still has its box.
      const length = Math.max(1, column.heading.length);
      if (level < length) {
        while (end < columns.length && shareGroup(column, columns[end]!, level)) end += 1;
        const rows = level === length - 1 ? depth - level : 1;
        cells.push({
          area: { row: top + level, column: column.at, rows, columns: end - at },
          text: column.heading[level] ?? '',
        });
      }
      at = end;
    }
  }
  return cells;
}
