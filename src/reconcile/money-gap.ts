import { UNITS } from '../model/disclosure';
import type { Finding } from '../model/relation';
import { type Decimal, ZERO } from '../shared/decimal';
import type { Evaluation } from './evaluate';

/** How far apart in 元 the sides of these relations are, at most; nothing where one of them is not about money. */
export function gapOf(evaluations: readonly Evaluation[]): Pick<Finding, 'gap'> {
  let gap: Decimal = ZERO;
  for (const { relation, difference } of evaluations) {
    const scale = (UNITS as Readonly<Record<string, number | undefined>>)[relation.stated.unit];
    // Percentages and counts are no money.
    if (scale === undefined) return {};
    const apart = difference.abs().times(scale);
    if (apart.greaterThan(gap)) gap = apart;
  }
  return { gap };
}
