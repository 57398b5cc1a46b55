import type { GridBlock, Place, SourceCell } from '../../model/source';
import { stripMarks } from '../../shared/text';

/** A cell of a grid made rectangular. */
export interface MatrixCell {
  /** As printed, without inline marks; '' for an empty or covered cell. */
  readonly text: string;
  readonly place: Place;
  /** Digits after the point that a number is good for, where its text does not tell. */
  readonly decimals?: number | undefined;
  /** For a cell covered by a merged one: the row and column of that one. */
  readonly covered?: readonly [number, number];
}

/** A grid made rectangular: merged cells expanded, short rows filled up. */
export interface Matrix {
  readonly rows: readonly (readonly MatrixCell[])[];
  readonly width: number;
  readonly place: Place;
  /** As the grid has it. */
  readonly isLoose?: boolean;
}

/** What cleaning takes away or may take away: blanks at the ends, marks. Most cells hold neither. */
const UNCLEAN = /^\s|\s$|[<*_#[]/;

function cleaned(text: string): string {
  return UNCLEAN.test(text) ? stripMarks(text).trim() : text;
}

/** Expands spans and pads every row to one width; a full row of ordinary cells is its own matrix row. */
export function toMatrix({ rows: source, place, isLoose }: GridBlock): Matrix {
  const merged = source.some(hasMerged);
  const rows: readonly (readonly MatrixCell[])[] = merged ? expanded(source) : source.map(cleanRow);
  let width = 0;
  for (const row of rows) if (row.length > width) width = row.length;
  return {
    rows: rows.map((row) => (merged || row.length < width ? padded(row, width, place) : row)),
    width,
    place,
    ...(isLoose && { isLoose }),
  };
}

function hasMerged(row: readonly SourceCell[]): boolean {
  for (const { colSpan, rowSpan } of row) if (colSpan !== undefined || rowSpan !== undefined) return true;
  return false;
}

function cleanRow(row: readonly SourceCell[]): readonly MatrixCell[] {
  for (const { text } of row) if (text !== '' && UNCLEAN.test(text)) return row.map(cleanCell);
  return row;
}

function cleanCell({ text, place, decimals }: SourceCell): MatrixCell {
  return { text: cleaned(text), place, decimals };
}

/** The column in which each cell of each row stands, merged cells of the rows above taken into account. */
export function columnsOfCells(rows: GridBlock['rows']): readonly (readonly number[])[] {
  if (!rows.some(hasMerged)) return rows.map((row) => row.map((_, at) => at));
  /** Up to which row, by column, a merged cell reaches. */
  const reach: number[] = [];
  return rows.map((cells, r) => {
    let column = 0;
    return cells.map(({ colSpan = 1, rowSpan = 1 }) => {
      while ((reach[column] ?? 0) > r) column += 1;
      const own = column;
      for (let across = 0; across < colSpan; across += 1) reach[own + across] = r + rowSpan;
      column += colSpan;
      return own;
    });
  });
}

function expanded(source: GridBlock['rows']): MatrixCell[][] {
  const rows: MatrixCell[][] = source.map(() => []);
  source.forEach((cells, r) => {
    const row = rows[r]!;
    let c = 0;
    for (const cell of cells) {
      while (row[c]) c += 1;
      const across = cell.colSpan ?? 1;
      const down = Math.min(cell.rowSpan ?? 1, source.length - r);
      for (let dr = 0; dr < down; dr += 1)
        for (let dc = 0; dc < across; dc += 1)
          rows[r + dr]![c + dc] = dr + dc === 0 ? cleanCell(cell) : { text: '', place: cell.place, covered: [r, c] };
      c += across;
    }
  });
  return rows;
}

/** A row that ends before the others, or has holes where merged cells reach below it, filled up with blanks. */
function padded(cells: readonly (MatrixCell | undefined)[], width: number, place: Place): MatrixCell[] {
  const blank: MatrixCell = { text: '', place: cells[cells.length - 1]?.place ?? place };
  const row: MatrixCell[] = [];
  for (let c = 0; c < width; c += 1) row.push(cells[c] ?? blank);
  return row;
}

/** The one cell of a row that is not blank; undefined when none is, or several are. */
export function onlyFilled<Cell extends { readonly text: string }>(cells: readonly Cell[]): Cell | undefined {
  let found: Cell | undefined;
  for (const cell of cells) {
    if (cell.text === '') continue;
    if (found) return undefined;
    found = cell;
  }
  return found;
}
