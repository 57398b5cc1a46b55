import type { Place, SourceCell } from '../../model/source';
import { attribute, isCell, isHidden, walk, type Element, type Node } from './dom';

/*
 * Tables: which of them hold data and which only lay a page out, and their rows with spans.
 */

// What browsers allow.
const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;

interface Survey {
  /** Cells of the table's own. */
  cells: number;
  /** Cells of the tables inside its cells. */
  nested: number;
  widest: number;
  inRow: number;
}

/**
 * Tells the tables that hold data. A table of one column is running text in a frame; one whose cells hold larger tables
 * lays the page out.
 */
export function dataTables(root: Node): ReadonlySet<Element> {
  const surveys = new Map<Element, Survey>();
  const open: Survey[] = [];
  walk(root, {
    enter(element) {
      if (isHidden(element)) return false;
      if (element.tagName === 'table') {
        const survey = { cells: 0, nested: 0, widest: 0, inRow: 0 };
        surveys.set(element, survey);
        open.push(survey);
      }
      const top = open[open.length - 1];
      if (top && element.tagName === 'tr') top.inRow = 0;
      if (top && isCell(element)) {
        top.cells += 1;
        top.inRow += 1;
        top.widest = Math.max(top.widest, top.inRow);
      }
      return true;
    },
    leave(element) {
      if (element.tagName !== 'table') return;
      const { cells, nested } = open.pop()!;
      const outer = open[open.length - 1];
      if (outer) outer.nested += cells + nested;
    },
    text() {},
  });
  const data = [...surveys].filter(([, { cells, nested, widest }]) => widest > 1 && nested <= cells);
  return new Set(data.map(([table]) => table));
}

function spanOf(element: Element, name: 'colspan' | 'rowspan', most: number): number {
  const text = attribute(element, name)?.trim() ?? '';
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 1;
  // rowspan="0" reaches to the end of the table; in a column it means nothing.
  if (value === 0) return name === 'rowspan' ? most : 1;
  return Math.min(value, most);
}

interface Cell {
  readonly text: string;
  readonly across: number;
  readonly down: number;
  /** 1-based number within its row of the source. */
  readonly number: number;
  /** Where it stands, if not counted by rows and cells. */
  readonly place: Place | undefined;
}

/** So many cells of the grid one cell of the source may come to take on the average, and so many besides. */
const MOST_AREA = 50;
const FREE_AREA = 20_000;

/**
 * Merged cells of a table that claims to be much larger than it is reach no further than its rows have cells: heads
 * over heads add up, 1000 columns over 60,000 rows do not.
 */
function withinReason(rows: Cell[][]): Cell[][] {
  const count = rows.reduce((sum, row) => sum + row.length, 0);
  const area = rows.reduce(
    (sum, row, r) => row.reduce((own, { across, down }) => own + across * Math.min(down, rows.length - r), sum),
    0,
  );
  if (area <= FREE_AREA + MOST_AREA * count) return rows;
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 1);
  return rows.map((row) =>
    row.map((cell) =>
      cell.across > widest || cell.down > 1 ? { ...cell, across: Math.min(cell.across, widest), down: 1 } : cell,
    ),
  );
}

/** Collects the rows of one table. */
export class TableBuilder {
  private readonly head: Cell[][] = [];
  private readonly body: Cell[][] = [];
  private readonly foot: Cell[][] = [];
  private section: Cell[][] = this.body;
  private row: Cell[] | undefined;

  openSection(name: string): void {
    this.section = name === 'thead' ? this.head : name === 'tfoot' ? this.foot : this.body;
  }

  openRow(): void {
    this.section.push((this.row = []));
  }

  addCell(element: Element, text: string, place?: Place): void {
    if (!this.row) this.openRow();
    const row = this.row!;
    row.push({
      text,
      across: spanOf(element, 'colspan', MOST_COLUMNS),
      down: spanOf(element, 'rowspan', MOST_ROWS),
      number: row.length + 1,
      place,
    });
  }

  /** The rows as they are shown: head first, foot last. Rows of nothing that no merged cell reaches are left out. */
  finish(block: number): SourceCell[][] {
    const rows = withinReason([...this.head, ...this.body, ...this.foot]);
    const kept: SourceCell[][] = [];
    let reached = 0;
    rows.forEach((row, r) => {
      const down = Math.max(0, ...row.map((cell) => Math.min(cell.down, rows.length - r)));
      if (row.every(({ text }) => text === '') && reached <= r && down <= 1) return;
      reached = Math.max(reached, r + down);
      kept.push(
        row.map((cell) => {
          const rowSpan = Math.min(cell.down, rows.length - r);
          return {
            text: cell.text,
            place: cell.place ?? { block, row: r + 1, cell: cell.number },
            ...(cell.across > 1 && { colSpan: cell.across }),
            ...(rowSpan > 1 && { rowSpan }),
          };
        }),
      );
    });
    return kept;
  }
}
