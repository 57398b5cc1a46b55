import type { Place, SourceBlock, SourceCell } from '../../model/source';

/*
 * Grids that are no tables are read by the order of what stands in them, not by columns: most of their cells hold
 * nothing.
 */

/** The cells of a row that hold something. */
export function filledCells(row: readonly SourceCell[]): readonly SourceCell[] {
  for (const { text } of row) if (text === '') return row.filter((cell) => cell.text !== '');
  return row;
}

/**
 * The blocks of a document without the blank cells of the grids that are no tables.
 * @param tables places of those that are
 */
export function withoutBlankCells(blocks: readonly SourceBlock[], tables: ReadonlySet<Place>): SourceBlock[] {
  return blocks.map((block) =>
    block.kind === 'line' || tables.has(block.place)
      ? block
      : { kind: 'grid', rows: block.rows.map(filledCells), place: block.place },
  );
}
