import type { GridBlock, LineBlock, SourceCell } from '../../model/source';
import { parseAmount } from '../../shared/amount';
import { comparable, isPageNumber } from '../../shared/text';

/*
 * A form printed over several pages with its heading on every one: title, unit and head come again, the rows go on. A
 * second print of the same form has the same rows again, and is no continuation.
 */

/** 续表, （续）, 续表1 beside or instead of the title. */
const CONTINUED = /[（(]?续(?:表)?[一二三四五六七八九十\d]{0,2}[)）]?$|^续表[：:]?/g;
/** Of the rows of a continuation hardly any stands in the table before it. */
const MOST_SAME = 0.3;

/** A table and the lines above it. */
export interface Printed {
  readonly grid: GridBlock;
  readonly above: readonly LineBlock[];
}

/**
 * How many rows at the top of a grid are the head of the table before it, printed again on a new page.
 * @param between the lines between the two tables
 * @returns 0 when the grid is no continuation of that table
 */
export function repeatedHead(first: Printed, between: readonly LineBlock[], next: GridBlock): number {
  if (!isHeading(between, first.above)) return 0;
  const head = sameRows(first.grid, next);
  if (head === 0 || head === next.rows.length) return 0;
  // A second print begins as the first does, and has most of its rows again; names may come again under another unit.
  const rows = next.rows.slice(head).filter((row) => labelOf(row) !== '');
  const before = first.grid.rows.slice(head).find((row) => labelOf(row) !== '');
  if (rows.length === 0 || !before || labelOf(before) === labelOf(rows[0]!) || isSameField(before, rows[0]!)) return 0;
  const printed = new Set(first.grid.rows.map(rowText));
  return rows.filter((row) => printed.has(rowText(row))).length <= MOST_SAME * rows.length ? head : 0;
}

/** 项目名称 again, of another project: a form filled in anew. Codes of three columns may well begin alike. */
function isSameField(one: readonly SourceCell[], other: readonly SourceCell[]): boolean {
  const [name = '', again = ''] = [one, other].map((cells) =>
    comparable(cells.find(({ text }) => text !== '')?.text ?? ''),
  );
  return name === again && !/\d/.test(name);
}

/** Nothing stands between but page numbers and what stands above the first page of the table. */
function isHeading(between: readonly LineBlock[], above: readonly LineBlock[]): boolean {
  const words = new Set(above.map(({ text }) => wordsOf(text)));
  return between.every(({ text }) => isPageNumber(text) || wordsOf(text) === '' || words.has(wordsOf(text)));
}

function wordsOf(text: string): string {
  return comparable(text).replace(CONTINUED, '');
}

function sameRows(one: GridBlock, other: GridBlock): number {
  let same = 0;
  while (same < other.rows.length && same < one.rows.length && isSameHead(one.rows[same]!, other.rows[same]!))
    same += 1;
  return same;
}

/** The same row, or one of several headings of which conversion has lost some in one of the two prints. */
function isSameHead(one: readonly SourceCell[], other: readonly SourceCell[]): boolean {
  if (rowText(one) === rowText(other)) return true;
  if (one.length !== other.length) return false;
  let shared = 0;
  for (const [at, cell] of one.entries()) {
    const [heading, again] = [comparable(cell.text), comparable(other[at]!.text)];
    if (heading === again) shared += heading !== '' && !parseAmount(heading) ? 1 : 0;
    else if (heading !== '' && again !== '') return false;
  }
  return shared >= 2;
}

function rowText(cells: readonly SourceCell[]): string {
  return cells
    .map(({ text }) => comparable(text))
    .join('|')
    .replace(/(?<!\|)\|+$/, '');
}

/** What a row is called: its texts that are no amounts, and its codes. */
function labelOf(cells: readonly SourceCell[]): string {
  return cells
    .filter(({ text }, at) => text !== '' && (at === 0 || !parseAmount(text)))
    .map(({ text }) => comparable(text))
    .join('|');
}
