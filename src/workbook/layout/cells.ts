import type { Disclosure } from '../../model/disclosure';
import type { SheetPlace } from '../../model/source';
import { cellName } from '../address';
import type { BlockPlacement, SheetPlacement } from './placement';

/*
 * From a figure to its cell.
 */

export interface FactCells {
  /** Where a figure stands; undefined for a blank cell of a row that holds nothing. */
  readonly cellOf: (factId: number) => SheetPlace | undefined;
  /** Sheet of a statement, by its index in Disclosure.statements. */
  readonly sheetOf: (statement: number) => string | undefined;
}

/** Calls `visit` for every row and amount column of the document that stands in the block. */
export function eachAmountCell(
  block: BlockPlacement,
  visit: (sourceRow: number, sourceColumn: number, row: number, column: number) => void,
): void {
  if (!block.source) return;
  const columns = block.columns.filter(({ role, source }) => role === 'amount' && source >= 0);
  for (const row of block.rows) {
    if (row.source < 0) continue;
    for (const column of columns) visit(row.source, column.source, row.at, column.at);
  }
}

/** Reads the addresses off the placements. */
export function indexCells(disclosure: Disclosure, sheets: readonly SheetPlacement[]): FactCells {
  // Three numbers a figure (sheet, row, column): thousands of figures, and most addresses are never asked for.
  const cells = new Int32Array(disclosure.facts.length * 3).fill(-1);
  sheets.forEach((sheet, number) => {
    for (const block of sheet.blocks) {
      eachAmountCell(block, (sourceRow, sourceColumn, row, column) => {
        const id = block.source!.facts[sourceRow]?.[sourceColumn] ?? -1;
        if (id >= 0) cells.set([number, row, column], id * 3);
      });
    }
  });
  const names = new Map(sheets.map(({ index, name }) => [index, name]));
  return {
    cellOf(factId) {
      const sheet = sheets[cells[factId * 3] ?? -1];
      return sheet && { sheet: sheet.name, cell: cellName(cells[factId * 3 + 1]!, cells[factId * 3 + 2]!) };
    },
    sheetOf: (statement) => (statement < 0 ? undefined : names.get(statement)),
  };
}
