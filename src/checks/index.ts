import type { Disclosure } from '../model/disclosure';
import type { Relation } from '../model/relation';
import { balance } from './balance';
import type { Check } from './check';
import { Cube } from './cube';
import { sameFigure } from './same-figure';
import { sumChildren } from './sum-children';
import { sumColumns } from './sum-columns';
import { sumRows } from './sum-rows';

/** Every check, in the order in which users read them. */
export const CHECKS: readonly Check[] = [sumRows, sumChildren, sumColumns, balance, sameFigure];

/** All relations that must hold in a disclosure. */
export function relate(disclosure: Disclosure): Relation[] {
  const input = { disclosure, cube: new Cube(disclosure) };
  return CHECKS.flatMap((check) => check.relate(input));
}
