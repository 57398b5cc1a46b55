import type { Disclosure } from '../../model/disclosure';
import type { SheetPlace } from '../../model/source';
import { cellName } from '../address';
import type { BlockPlacement, Sheet, SheetPlacement } from './placement';

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

/** The addresses of all figures; those of a table are read off its sheet when one of them is asked for. */
export function indexCells({ facts }: Disclosure, sheets: readonly Sheet[]): FactCells {
  const byStatement = new Map(sheets.map((sheet) => [sheet.head.index, sheet]));
  const known = new Map<Sheet, ReadonlyMap<number, Spot>>();
  return {
    cellOf(factId) {
      const sheet = byStatement.get(facts[factId]?.statement ?? -1);
      if (!sheet) return undefined;
      let spots = known.get(sheet);
      if (!spots) known.set(sheet, (spots = spotsOf(sheet.placement)));
      const spot = spots.get(factId);
      return spot && { sheet: sheet.head.name, cell: cellName(spot.row, spot.column) };
    },
    sheetOf: (statement) => (statement < 0 ? undefined : byStatement.get(statement)?.head.name),
  };
}

interface Spot {
  readonly row: number;
  readonly column: number;
}

/** Where the figures of a sheet stand, by their id. */
function spotsOf({ blocks }: SheetPlacement): Map<number, Spot> {
  const spots = new Map<number, Spot>();
  for (const block of blocks) {
    eachAmountCell(block, (sourceRow, sourceColumn, row, column) => {
      const id = block.source!.facts[sourceRow]?.[sourceColumn] ?? -1;
      if (id >= 0) spots.set(id, { row, column });
    });
  }
  return spots;
}
