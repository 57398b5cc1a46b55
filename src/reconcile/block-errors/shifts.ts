import type { Fact } from '../../model/disclosure';
import { Decimal, ZERO } from '../../shared/decimal';
import type { Draft } from './find';
import type { Votes } from '../demanded-values';
import { type Block, commonest, tellingDigits, type Wants } from '../demanded-values';

/*
 * Values typed a row too high or too low: from one row to all that follow. The row where this began is blank, or
 * repeats its neighbour; what stood in the row where it ends is printed nowhere, and the relations say what it was.
 */

/** Which values of a column the relations want in the neighbouring row. */
export type ShiftVotes = Votes<readonly [column: number, by: number]>;

/**
 * So many figures that want their neighbour's value are no accident; or fewer, if these values have so many telling
 * digits together.
 */
const ENOUGH = 3;
const TELLING = 4;
/** One figure alone, if it is blank and something else is wanted where its value stands. */
const ALONE = 3;

/** How the last row is put right: it stays, gets what the relations want, or is cleared where they want nothing. */
type Edge = 'kept' | 'wanted' | 'cleared';

interface Shift {
  readonly columns: readonly number[];
  readonly first: number;
  readonly last: number;
  /** Where the value of a row stands: 1 in the row below, -1 in the row above. */
  readonly by: 1 | -1;
  readonly edge: Edge;
}

/**
 * Where the value of a blank may stand: the neighbour is wanted to be what its sum misses, and then the sum misses what
 * the neighbour now has.
 * @returns 1 for the row below, -1 for the row above
 */
export function displacedBy(table: Block, fact: Fact, wants: Wants): (1 | -1)[] {
  if (!fact.amount.value.isZero()) return [];
  const missed = wants.get(fact) ?? [];
  return ([1, -1] as const).filter((by) => {
    const next = table.at(fact.row + by, fact.column);
    if (!next || next.amount.value.isZero()) return false;
    return (wants.get(next) ?? []).some(({ value }) =>
      missed.some((want) => !want.value.isZero() && want.value.equals(value)),
    );
  });
}

/**
 * The rows from the first to the last that wants its neighbour's value: in every column that does, or in all of them.
 */
export function shifted(table: Block, wants: Wants, shifts: ShiftVotes): Draft[] {
  const common = shifts.common(1);
  return ([1, -1] as const).flatMap((by): Draft[] => {
    const voting = common.filter(({ value }) => value[1] === by);
    const facts = voting.flatMap((each) => each.facts);
    const rows = facts.map(({ row }) => row);
    if (!areEnough(facts, by, table, wants)) return [];
    const [first, last] = [Math.min(...rows), Math.max(...rows)];
    const own = voting.map(({ value }) => value[0]);
    const every = table.block.columns.map((_, column) => column);
    // A value that stays where it is as well was typed there: few figures that want it are like it by accident.
    const edges: readonly Edge[] = facts.length < ENOUGH ? ['cleared'] : ['kept', 'wanted', 'cleared'];
    return [own, every].flatMap((columns) =>
      edges.map((edge) => draftOf(table, wants, { columns, first, last, by, edge })),
    );
  });
}

function areEnough(facts: readonly Fact[], by: number, table: Block, wants: Wants): boolean {
  if (facts.length >= ENOUGH) return true;
  const digits = facts.map((fact) => tellingDigits(table.at(fact.row + by, fact.column)!.amount.value));
  if (facts.length > 1) return digits.reduce((sum, each) => sum + each, 0) >= TELLING;
  return facts.every((fact, at) => {
    const next = table.at(fact.row + by, fact.column);
    return digits[at]! >= ALONE && fact.amount.value.isZero() && next !== undefined && wants.has(next);
  });
}

function draftOf(table: Block, wants: Wants, shift: Shift): Draft {
  const { columns, first, last, by, edge } = shift;
  const corrections = new Map<Fact, Decimal>();
  for (let row = first; row <= last; row += 1)
    for (const column of columns) {
      const [fact, meant] = [table.at(row, column), table.at(row + by, column)];
      if (fact && meant && !fact.amount.value.equals(meant.amount.value)) corrections.set(fact, meant.amount.value);
    }
  const end = by < 0 ? first - 1 : last + 1;
  for (const column of edge === 'kept' ? [] : columns) {
    const fact = table.at(end, column);
    if (!fact) continue;
    const wanted = wants.get(fact);
    const value = wanted ? commonest(wanted) : edge === 'cleared' ? ZERO : undefined;
    if (value && !fact.amount.value.equals(value)) corrections.set(fact, value);
  }
  const more = (): Draft[] =>
    [
      { ...shift, first: first - 1 },
      { ...shift, last: last + 1 },
    ]
      .filter((wider) => wider.first >= 0 && wider.last + 1 < table.block.rows.length)
      .map((wider) => draftOf(table, wants, wider));
  return { kind: 'shifted-rows', corrections, by: new Decimal(-by), more };
}
