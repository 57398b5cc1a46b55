import type { GridBlock, Place, SourceCell } from '../model/source';
import { stripMarks } from '../shared/text';

/** A grid made rectangular: merged cells expanded, short rows filled up. */
export interface MatrixCell {
  /** As printed, without inline marks; '' for an empty or covered cell. */
  readonly text: string;
  readonly place: Place;
  /** Digits after the point that a number is good for, where its text does not tell. */
  readonly decimals?: number | undefined;
  /** For a cell covered by a merged one: the row and column of that one. */
  readonly covered?: readonly [number, number];
}

export interface Matrix {
  readonly rows: readonly (readonly MatrixCell[])[];
  readonly width: number;
  readonly place: Place;
}

function cleaned(text: string): string {
  return stripMarks(text).trim();
}

/** An ordinary cell is its own matrix cell. */
function isPlain({ text, colSpan, rowSpan }: SourceCell): boolean {
  return colSpan === undefined && rowSpan === undefined && cleaned(text) === text;
}

/** Expands spans and pads every row to one width. */
export function toMatrix(grid: GridBlock): Matrix {
  const rows: MatrixCell[][] = grid.rows.map(() => []);
  grid.rows.forEach((source, r) => {
    const row = rows[r]!;
    let c = 0;
    for (const cell of source) {
      if (row[c] === undefined && isPlain(cell)) {
        row[c] = cell;
        c += 1;
        continue;
      }
      while (row[c]) c += 1;
      const across = cell.colSpan ?? 1;
      const down = Math.min(cell.rowSpan ?? 1, grid.rows.length - r);
      for (let dr = 0; dr < down; dr += 1)
        for (let dc = 0; dc < across; dc += 1)
          rows[r + dr]![c + dc] =
            dr + dc === 0
              ? { text: cleaned(cell.text), place: cell.place, decimals: cell.decimals }
              : { text: '', place: cell.place, covered: [r, c] };
      c += across;
    }
  });
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  for (const row of rows) {
    const place = row[row.length - 1]?.place ?? grid.place;
    for (let c = 0; c < width; c += 1) row[c] ??= { text: '', place };
  }
  return { rows, width, place: grid.place };
}
