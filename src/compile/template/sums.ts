import type { Area, Formula, ListedRows } from '../../workbook';
import type { Cell, Cells, Live } from './cells';
import { isListTotal, type AmountColumn, type Grid, type Line } from './grid';
import { isClass, isCoded } from './outline';
import { partsOf } from './parts';
import { acrossWords, belowWords, downWords, listWords } from './words';

/*
 * Sums within a form: totals of columns across, totals of rows down. Where both could make a cell it is its own row
 * that does: a row that is inserted later brings no formula into its column of totals, and must count all the same.
 */

/** The fewest rectangles that hold these cells and no others: runs down a column, or along a row. */
export function areasOf(cells: readonly { readonly row: number; readonly at: number }[]): Area[] {
  const areas: { row: number; column: number; rows: number; columns: number }[] = [];
  const across = cells.length > 1 && cells.every(({ row }) => row === cells[0]!.row);
  for (const { row, at } of [...cells].sort((one, other) => one.at - other.at || one.row - other.row)) {
    const last = areas[areas.length - 1];
    if (last && across && at === last.column + last.columns) last.columns += 1;
    else if (last && !across && at === last.column && row === last.row + last.rows) last.rows += 1;
    else areas.push({ row, column: at, rows: 1, columns: 1 });
  }
  return areas;
}

function sum(parts: readonly Cell[], words: string): Live | undefined {
  return parts.length === 0 ? undefined : { formula: { kind: 'sum', areas: areasOf(parts) }, words, reads: parts };
}

function present(cells: readonly (Cell | undefined)[]): Cell[] {
  return cells.flatMap((cell) => cell ?? []);
}

/** Finds what each cell of a form adds up. */
class Summer {
  private readonly partLines = new Map<Line, readonly Line[]>();
  private readonly partColumns: ReadonlyMap<AmountColumn, readonly AmountColumn[]>;

  constructor(
    private readonly cells: Cells,
    private readonly grid: Grid,
  ) {
    const { lines, columns } = grid;
    const rowKeys = lines.map(({ key }) => key);
    for (const line of lines) {
      const isFixed = line.spec.label !== '' && !isClass(line.spec) && !isListTotal(grid, line);
      this.partLines.set(line, isFixed ? partsOf(line.key, rowKeys).map((at) => lines[at]!) : []);
    }
    const columnKeys = columns.map(({ key }) => key);
    this.partColumns = new Map(
      columns.map((column) => [column, partsOf(column.key, columnKeys).map((at) => columns[at]!)]),
    );
  }

  liveOf(cell: Cell): Live | undefined {
    return this.across(cell) ?? this.down(cell);
  }

  private down({ line, column, row }: Cell): Live | undefined {
    const { grid } = this;
    if (isListTotal(grid, line)) return this.listTotal(line, column);
    if (isCoded(line.spec))
      return line.spec.parent
        ? this.listed(column, { kind: 'below', row }, this.linesBelow(line), belowWords(line.spec))
        : undefined;
    if (isClass(line.spec)) return this.classTotal(line, line.spec.room, column);
    const parts = this.partLines.get(line) ?? [];
    return sum(this.cellsIn(parts, column), downWords(parts.map(({ label }) => label)));
  }

  private across({ line, column }: Cell): Live | undefined {
    const parts = this.partColumns.get(column) ?? [];
    return sum(present(parts.map((part) => this.cells.find(line, part))), acrossWords(column, parts));
  }

  /** The total of an open form: of its topmost codes, of its classes, or of all its rows. */
  private listTotal(total: Line, column: AmountColumn): Live | undefined {
    const others = this.grid.lines.filter((line) => line !== total);
    const classes = others.filter(({ spec }) => isClass(spec));
    if (classes.length > 0) return sum(this.cellsIn(classes, column), downWords(classes.map(({ label }) => label)));
    const [first] = others;
    const rows: ListedRows =
      first && isCoded(first.spec) ? { kind: 'digits', digits: first.spec.digits } : { kind: 'all' };
    return this.listed(column, rows, others, listWords(rows));
  }

  /** Items of a printed class: the rows under it, those inserted right under it or between them included. */
  private classTotal(line: Line, room: number, column: AmountColumn): Live | undefined {
    const { lines } = this.grid;
    const from = lines.indexOf(line) + 1;
    const items = this.cellsIn(lines.slice(from, from + room), column);
    const last = items[items.length - 1];
    if (!last) return undefined;
    const formula: Formula = {
      kind: 'listed',
      list: { after: line.at, before: last.row, open: true },
      codes: [],
      amounts: last.at,
      rows: { kind: 'all' },
    };
    return { formula, words: listWords({ kind: 'all' }), reads: items };
  }

  private listed(column: AmountColumn, rows: ListedRows, lines: readonly Line[], words: string): Live | undefined {
    const { list, codes } = this.grid;
    const cells = this.cellsIn(lines, column);
    const [cell] = cells;
    if (!cell) return undefined;
    const own = rows.kind === 'below' ? { ...list, after: rows.row } : list;
    return { formula: { kind: 'listed', list: own, codes, amounts: cell.at, rows }, words, reads: cells };
  }

  /** The rows under a line, from which it takes its parts. */
  private linesBelow(line: Line): Line[] {
    return this.grid.lines.filter((other) => other.at > line.at && isCoded(other.spec));
  }

  private cellsIn(lines: readonly Line[], column: AmountColumn): Cell[] {
    return present(lines.map((line) => this.cells.find(line, column)));
  }
}

/** Lets every cell that is a sum within its form reckon itself. */
export function addSums(cells: Cells): void {
  const summers = new Map(cells.grids.map((grid) => [grid, new Summer(cells, grid)]));
  for (const cell of cells.all) {
    const live = summers.get(cell.grid)!.liveOf(cell);
    if (live) cell.live = live;
  }
}
