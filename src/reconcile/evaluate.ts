import { type Fact, UNITS, type Unit } from '../model/disclosure';
import type { Relation } from '../model/relation';
import { halfUnit } from '../shared/amount';
import type { Decimal} from '../shared/decimal';
import { ZERO } from '../shared/decimal';

/*
 * Exact interval evaluation (XBRL Calculations 1.1): a printed figure stands for itself ± half a unit of its last digit; a relation holds
 * when the intervals of its two sides meet.
 */

export interface Evaluation {
  readonly relation: Relation;
  /** Σ terms, in the unit of the stated figure. */
  readonly expected: Decimal;
  /** stated − expected. */
  readonly difference: Decimal;
  /** The most that printed precision can explain. */
  readonly slack: Decimal;
  readonly outcome: 'exact' | 'rounding' | 'broken';
}

/** A figure's value in another unit. */
export function valueIn(fact: Fact, unit: Unit): Decimal {
  return fact.unit === unit ? fact.amount.value : fact.amount.value.times(UNITS[fact.unit]).div(UNITS[unit]);
}

/** How far the true value of a figure may lie from the printed one, in another unit. */
export function slackIn(fact: Fact, unit: Unit): Decimal {
  const slack = halfUnit(fact.amount);
  return fact.unit === unit || slack.isZero() ? slack : slack.times(UNITS[fact.unit]).div(UNITS[unit]);
}

/** Evaluates one relation. */
export function evaluate(relation: Relation): Evaluation {
  const { stated, terms } = relation;
  const { unit } = stated;
  let expected = ZERO;
  for (const { fact, sign } of terms) {
    if (fact.amount.value.isZero()) continue;
    expected = sign > 0 ? expected.plus(valueIn(fact, unit)) : expected.minus(valueIn(fact, unit));
  }
  const difference = stated.amount.value.minus(expected);
  if (difference.isZero()) return { relation, expected, difference, slack: ZERO, outcome: 'exact' };
  let slack = slackIn(stated, unit);
  for (const { fact } of terms) if (fact.amount.printed) slack = slack.plus(slackIn(fact, unit));
  return { relation, expected, difference, slack, outcome: difference.abs().lessThanOrEqualTo(slack) ? 'rounding' : 'broken' };
}
