import type { Disclosure } from '../model/disclosure';
import type { Figure, Relation, Remark } from '../model/relation';
import { balance } from './balance';
import { bound } from './bound';
import { change } from './change';
import type { Check, CheckInput } from './check';
import { completion } from './completion';
import { count } from './count';
import { Cube } from './cube';
import { list } from './list';
import { names } from './names';
import { parts } from './parts';
import { passagesOf } from './passages';
import { priorYear } from './prior-year';
import { rowsOf } from './rows';
import { sameFigure } from './same-figure';
import { share } from './share';
import { structure } from './structure';
import { sumChildren } from './sum-children';
import { sumColumns } from './sum-columns';
import { sumRows } from './sum-rows';
import { TextSpace } from './text/space';
import { toldBy } from './told';

/** Every check, in the order in which users read them. */
export const CHECKS: readonly Check[] = [
  sumRows,
  sumChildren,
  sumColumns,
  balance,
  sameFigure,
  share,
  change,
  completion,
  parts,
  priorYear,
  bound,
  count,
  list,
  names,
  structure,
];

/** What every check looks at. */
export function prepare(disclosure: Disclosure): CheckInput {
  const cube = new Cube(disclosure);
  const rows = rowsOf(disclosure.statements);
  const lines = disclosure.lines?.() ?? [];
  return {
    disclosure,
    cube,
    rows,
    lines,
    passages: passagesOf(lines),
    text: new TextSpace(disclosure.facts, rows.local, cube),
    told: toldBy(disclosure.narrative),
  };
}

/** All relations that must hold in a disclosure. */
export function relate(input: CheckInput): Relation[] {
  return CHECKS.flatMap((check) => check.relate(input));
}

/** All that is found by looking. */
export function inspect(input: CheckInput): Remark[] {
  return CHECKS.flatMap((check) => check.inspect?.(input) ?? []);
}

/** Figures that a check has looked at without a relation. */
export function covered(input: CheckInput): Figure[] {
  return CHECKS.flatMap((check) => check.covered?.(input) ?? []);
}
