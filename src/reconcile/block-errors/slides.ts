import type { Fact } from '../../model/disclosure';
import { Decimal, ZERO } from '../../shared/decimal';
import { type Block, commonest, gather, type Wants } from '../demanded-values';
import type { Draft } from './find';

/*
 * Amounts that slid against their names by several rows, from one row to the end of the block: pasted a few rows too
 * high or too low. What fell off at one end stands at the other, or is printed nowhere.
 */

/** So far a block of amounts may have slid. */
const FURTHEST = 8;
/** So many rows that want what stands as far from them are worth a try; what it mends decides. */
const FEWEST_ROWS = 2;
const MOST_DISTANCES = 3;
/** At either end so many rows may say nothing by themselves. */
const SILENT = 3;

interface Slide {
  readonly first: number;
  readonly last: number;
  /** The value of a row stands so many rows further down. */
  readonly by: number;
  readonly wraps: boolean;
}

/** The drafts of slides that several rows of a block speak for. */
export function slid(table: Block, facts: readonly Fact[], wants: Wants): Draft[] {
  const byDistance = new Map<number, Fact[]>();
  for (const fact of facts)
    for (const other of table.lane(fact, 'column').wanted(fact, wants.get(fact)!)) {
      const by = other.row - fact.row;
      if (Math.abs(by) > 1 && Math.abs(by) <= FURTHEST) gather(byDistance, by, fact);
    }
  const likely = [...byDistance]
    .map(([by, voting]) => ({ by, rows: [...new Set(voting.map(({ row }) => row))].sort((a, b) => a - b) }))
    .filter(({ rows }) => rows.length >= FEWEST_ROWS)
    .sort((a, b) => b.rows.length - a.rows.length)
    .slice(0, MOST_DISTANCES);
  return likely.flatMap((each) => draftsOf(table, wants, each));
}

function draftsOf(table: Block, wants: Wants, { by, rows }: { by: number; rows: readonly number[] }): Draft[] {
  const [first, last] = [rows[0]!, rows[rows.length - 1]!];
  const end = table.block.rows.length - 1;
  const drafts: Draft[] = [];
  for (let from = Math.max(0, first - SILENT); from <= first; from += 1)
    for (let to = last; to <= Math.min(end, last + Math.abs(by) + SILENT); to += 1)
      for (const wraps of [true, false]) drafts.push(draftOf(table, wants, { first: from, last: to, by, wraps }));
  return drafts;
}

/** What the relations want of a figure whose own value fell off; nothing where they want nothing. */
function wantedOf(fact: Fact, wants: Wants): Decimal {
  const wanted = wants.get(fact);
  return wanted && wanted.length > 0 ? commonest(wanted) : ZERO;
}

function draftOf(table: Block, wants: Wants, { first, last, by, wraps }: Slide): Draft {
  const corrections = new Map<Fact, Decimal>();
  const length = last - first + 1;
  table.block.columns.forEach((_, column) => {
    for (let row = first; row <= last; row += 1) {
      const fact = table.at(row, column);
      const from = row + by;
      const isInside = from >= first && from <= last;
      const source = isInside ? from : first + ((((from - first) % length) + length) % length);
      const meant = isInside || wraps ? table.at(source, column)?.amount.value : fact && wantedOf(fact, wants);
      if (fact && meant && !fact.amount.value.equals(meant)) corrections.set(fact, meant);
    }
  });
  return { kind: 'shifted-rows', corrections, by: new Decimal(-by) };
}
