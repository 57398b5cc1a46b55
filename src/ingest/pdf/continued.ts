import type { SourceCell } from '../../model/source';
import type { Column, PageTable } from './layout';
import { isFigure } from './rows';

/* Tables that a page break cut apart. */

/** How far columns of one table may differ from page to page, in points. */
const SAME_WIDTH = 3;

/** A table and what goes on with it on the next page, as one; undefined when that is another table. */
export function joinTables(last: PageTable, table: PageTable): PageTable | undefined {
  if (last.isLoose || table.isLoose) return last.isLoose && table.isLoose ? joinLoose(last, table) : undefined;
  const widthOf = ({ left, right }: Column): number => right - left;
  if (
    table.columns.length !== last.columns.length ||
    table.columns.some((column, at) => Math.abs(widthOf(column) - widthOf(last.columns[at]!)) > SAME_WIDTH)
  )
    return undefined;
  const repeated = repeatedRows(last, table);
  return repeated === 0 && beginsWithTitle(table)
    ? undefined
    : { ...last, page: table.page, rows: [...last.rows, ...table.rows.slice(repeated)] };
}

/** A cell over the whole width that is not printed again is the title of another table. */
function beginsWithTitle({ rows, columns }: PageTable): boolean {
  const [first, ...others] = rows[0] ?? [];
  return first !== undefined && others.length === 0 && first.colSpan === columns.length && first.text !== '';
}

/** How many rows of a table are the head of the one before, printed again. */
function repeatedRows(last: PageTable, table: PageTable): number {
  const words = (rows: PageTable['rows'], row: number): string => (rows[row] ?? []).map(({ text }) => text).join('|');
  let same = 0;
  while (same < table.rows.length && words(table.rows, same) === words(last.rows, same)) same += 1;
  // Rows of nothing but blanks are alike everywhere.
  return Array.from({ length: same }, (_, row) => words(table.rows, row)).some((text) => /[^|]/.test(text)) ? same : 0;
}

/** Tables whose columns are only known by what stands in them: each column goes to the one that it stands under. */
function joinLoose(last: PageTable, table: PageTable): PageTable | undefined {
  const repeated = repeatedWords(last, table);
  const isData = (row: readonly SourceCell[]): boolean => row.some(({ text }) => isFigure(text));
  if (repeated === 0 && !table.rows.slice(0, 1).some(isData)) return undefined;
  const under = table.columns.map((column) => {
    const shared = last.columns.map((other) => Math.min(column.right, other.right) - Math.max(column.left, other.left));
    return shared.indexOf(Math.max(...shared));
  });
  if (new Set(under).size < under.length || under.some((to, at) => !meets(last.columns[to]!, table.columns[at]!)))
    return undefined;
  const columns = last.columns.map((column, at): Column => {
    const other = table.columns[under.indexOf(at)];
    return other ? { left: Math.min(column.left, other.left), right: Math.max(column.right, other.right) } : column;
  });
  const rows = table.rows.slice(repeated).map((row) => {
    const cells = last.columns.map((): SourceCell => ({ text: '', place: { page: table.page } }));
    let at = 0;
    for (const { text, place, colSpan = 1 } of row) {
      cells[under[at]!] = { text, place };
      at += colSpan;
    }
    return cells;
  });
  return { ...last, page: table.page, columns, rows: [...last.rows, ...rows] };
}

/** As repeatedRows, wherever in the row the words stand. */
function repeatedWords(last: PageTable, table: PageTable): number {
  const words = (row: readonly SourceCell[] | undefined): string =>
    (row ?? []).flatMap(({ text }) => (text === '' ? [] : [text])).join('|');
  let same = 0;
  while (
    same < table.rows.length &&
    words(table.rows[same]) !== '' &&
    words(table.rows[same]) === words(last.rows[same])
  )
    same += 1;
  return same;
}

function meets(one: Column, other: Column): boolean {
  return one.left < other.right && other.left < one.right;
}
