import type { StatementBlock } from '../model/disclosure';
import { isTotalHead } from '../vocabulary/labels';
import { type FactAt, isPrinted, UNREAD } from './tables';

/*
 * Rows and columns that add up others which are filled in, and are blank throughout themselves: the headings of a list,
 * or forgotten. Lists that fill in some of their 类 and 款 fill in all of them; a total is no heading.
 */

export interface BlankRows {
  /** Rows that should hold the sum of their parts. */
  readonly forgotten: ReadonlySet<number>;
  /** Those of the forgotten that may be headings after all. */
  readonly doubtful: ReadonlySet<number>;
  /** Rows that only head others: their parts stand for them. */
  readonly headings: ReadonlySet<number>;
}

const NO_ROWS: ReadonlySet<number> = new Set();
const NONE: BlankRows = { forgotten: NO_ROWS, doubtful: NO_ROWS, headings: NO_ROWS };

/** Tells the blank rows of a block apart. */
export function blankRowsOf(block: StatementBlock, fact: FactAt): BlankRows {
  const { rows } = block;
  const parents = rows.flatMap(({ parts }, at) => (parts.length > 0 ? [at] : []));
  const isBlank = (row: number): boolean => isBlankRow(block, fact, row);
  const blank = parents.filter(isBlank);
  if (blank.length === 0) return NONE;
  const holdsFigures = (row: number): boolean =>
    rows[row]!.parts.some((part) => !rows[part]!.partial && (hasFigures(block, fact, part) || holdsFigures(part)));
  const open = blank.filter(holdsFigures);
  const items = open.filter((row) => rows[row]!.role === 'item');
  const fillsParents = parents.some(
    (row) => rows[row]!.role === 'item' && hasFigures(block, fact, row) && holdsFigures(row),
  );
  const [only, ...others] = items;
  const lone = !fillsParents && others.length === 0 && only !== undefined && rows[only]!.code !== '';
  const isHeading = (row: number): boolean => rows[row]!.role === 'item' && !fillsParents && !lone;
  return {
    forgotten: new Set(open.filter((row) => !isHeading(row))),
    doubtful: new Set(lone ? [only] : []),
    headings: new Set(open.filter(isHeading)),
  };
}

/** Nothing stands in any of its cells, not even a dash. */
function isBlankRow({ columns }: StatementBlock, fact: FactAt, row: number): boolean {
  return columns.every(({ role }, column) => {
    if (role !== 'amount') return true;
    const figure = fact(row, column);
    return figure === undefined || (figure !== UNREAD && !figure.amount.printed && figure.amount.raw === '');
  });
}

function hasFigures({ columns }: StatementBlock, fact: FactAt, row: number): boolean {
  return columns.some(({ role }, column) => {
    const figure = role === 'amount' ? fact(row, column) : undefined;
    return figure !== undefined && figure !== UNREAD && !figure.amount.value.isZero();
  });
}

/** Parts with the parts of headings in place of these. */
export function withoutHeadings(
  parts: readonly number[],
  rows: StatementBlock['rows'],
  headings: ReadonlySet<number>,
): readonly number[] {
  if (headings.size === 0) return parts;
  return parts.flatMap((part) => (headings.has(part) ? withoutHeadings(rows[part]!.parts, rows, headings) : [part]));
}

/** A column headed 合计 in which nothing is printed, though what it adds up is. */
export function isForgottenColumn(block: StatementBlock, fact: FactAt, column: number): boolean {
  const { path, parts } = block.columns[column]!;
  if (!isTotalHead(path[path.length - 1] ?? '')) return false;
  return block.rows.some((_, row) => parts.flat().some((part) => isPrinted(fact(row, part))));
}
