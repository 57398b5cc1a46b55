import { holdsAtSight } from '../checks/at-sight';
import { UNITS } from '../model/disclosure';
import { type Figure, isCounted, quotientOf, type Relation, statedFor } from '../model/relation';
import { halfDigit, halfUnit } from '../shared/amount';
import { Decimal, ZERO } from '../shared/decimal';

/*
 * Exact interval evaluation (XBRL Calculations 1.1): a printed figure stands for itself ± half a unit of its last
 * digit; a relation holds when the intervals of its two sides meet.
 */

export interface Evaluation {
  readonly relation: Relation;
  /** What the stated figure should be, in its own unit. */
  readonly expected: Decimal;
  /** stated − expected. */
  readonly difference: Decimal;
  /** The most that printed precision can explain. */
  readonly slack: Decimal;
  readonly outcome: 'exact' | 'rounding' | 'broken';
}

/** Lowest and highest value. */
export interface Range {
  readonly low: Decimal;
  readonly high: Decimal;
}

const HUNDRED = new Decimal(100);

/** How many 元 a unit is; undefined for percentages and counts, which are never converted. */
function scale(unit: string): number | undefined {
  return (UNITS as Readonly<Record<string, number>>)[unit];
}

/** A value of one unit in another. */
export function convert(value: Decimal, from: string, to: string): Decimal {
  const [one, other] = [scale(from), scale(to)];
  return one === undefined || other === undefined || one === other ? value : value.times(one).div(other);
}

/** A figure's value in another unit. */
export function valueIn(fact: Figure, unit: string): Decimal {
  return convert(fact.amount.value, fact.unit, unit);
}

/** How far the true value of a figure may lie from the printed one, in another unit. */
export function slackIn(fact: Figure, unit: string): Decimal {
  if (isCounted(fact)) return ZERO;
  const slack = fact.unit === '%' ? halfDigit(fact.amount) : halfUnit(fact.amount);
  return slack.isZero() ? slack : convert(slack, fact.unit, unit);
}

/** Everything a printed figure may stand for, in another unit. */
export function rangeOf(fact: Figure, unit = fact.unit): Range {
  const value = valueIn(fact, unit);
  const slack = slackIn(fact, unit);
  return { low: value.minus(slack), high: value.plus(slack) };
}

/** Evaluates one relation. */
export function evaluate(relation: Relation): Evaluation {
  return new Evaluated(relation);
}

/** What a relation comes to, worked out exactly. */
type Worked = Omit<Evaluation, 'relation'>;

/**
 * The outcome is known from the beginning; the amounts of a relation that holds at sight are worked out when somebody
 * asks for them.
 */
class Evaluated implements Evaluation {
  readonly outcome: Evaluation['outcome'];
  private worked: Worked | undefined;

  constructor(readonly relation: Relation) {
    this.worked = holdsAtSight(relation) ? undefined : workOut(relation);
    this.outcome = this.worked === undefined ? 'exact' : this.worked.outcome;
  }

  get expected(): Decimal {
    return this.amounts().expected;
  }

  get difference(): Decimal {
    return this.amounts().difference;
  }

  get slack(): Decimal {
    return this.amounts().slack;
  }

  private amounts(): Worked {
    return (this.worked ??= workOut(this.relation));
  }
}

/** What a relation comes to, by decimal arithmetic. */
export function workOut(relation: Relation): Worked {
  switch (relation.kind) {
    case 'ratio':
    case 'growth':
      return workOutRate(relation);
    case 'bound':
      return workOutBound(relation);
    default:
      return workOutSum(relation);
  }
}

function workOutSum(relation: Relation): Worked {
  const { stated, terms } = relation;
  const { unit } = stated;
  let expected = ZERO;
  for (const { fact, sign } of terms) {
    if (fact.amount.value.isZero()) continue;
    expected = sign > 0 ? expected.plus(valueIn(fact, unit)) : expected.minus(valueIn(fact, unit));
  }
  const difference = stated.amount.value.minus(expected);
  if (difference.isZero()) return { expected, difference, slack: ZERO, outcome: 'exact' };
  let slack = slackIn(stated, unit);
  for (const { fact } of terms) if (fact.amount.printed) slack = slack.plus(slackIn(fact, unit));
  return { expected, difference, slack, outcome: difference.abs().lessThanOrEqualTo(slack) ? 'rounding' : 'broken' };
}

/** The part, and the whole it is held against; for growth the whole is last year's value. */
function sides({ kind, terms }: Relation): { part: Range; whole: Range; partValue: Decimal; wholeValue: Decimal } {
  const [first, second] = terms;
  const unit = first!.fact.unit;
  const part = rangeOf(first!.fact);
  const whole = rangeOf(second!.fact, unit);
  const partValue = first!.fact.amount.value;
  const wholeValue = valueIn(second!.fact, unit);
  if (kind !== 'growth') return { part, whole, partValue, wholeValue };
  return first!.sign > 0
    ? {
        part,
        partValue,
        whole: { low: whole.low.minus(part.high), high: whole.high.minus(part.low) },
        wholeValue: wholeValue.minus(partValue),
      }
    : {
        part,
        partValue,
        whole: { low: whole.low.plus(part.low), high: whole.high.plus(part.high) },
        wholeValue: wholeValue.plus(partValue),
      };
}

function workOutRate(relation: Relation): Worked {
  const { stated } = relation;
  const { partValue, wholeValue } = sides(relation);
  if (wholeValue.isZero()) {
    // Nothing of nothing: 0% and 100% are both printed for it. Something of nothing has no percentage.
    const holds = partValue.isZero();
    return {
      expected: holds ? stated.amount.value : ZERO,
      difference: holds ? ZERO : stated.amount.value,
      slack: ZERO,
      outcome: holds ? 'exact' : 'broken',
    };
  }
  const expected = statedFor(HUNDRED.times(partValue).div(wholeValue), relation);
  const difference = stated.amount.value.minus(expected);
  const printed = rangeOf(stated);
  const computed = rateRange(relation);
  const slack = Decimal.max(computed.high.minus(expected).abs(), expected.minus(computed.low).abs()).plus(
    slackIn(stated, stated.unit),
  );
  const meets = printed.low.lessThanOrEqualTo(computed.high) && printed.high.greaterThanOrEqualTo(computed.low);
  return { expected, difference, slack, outcome: meets ? 'exact' : 'broken' };
}

/** Every percentage that the printed figures allow. */
export function rateRange(relation: Relation): Range {
  const { terms, kind } = relation;
  const [first, second] = terms;
  const unit = first!.fact.unit;
  const part = rangeOf(first!.fact);
  const whole = rangeOf(second!.fact, unit);
  const baseOf = (p: Decimal, w: Decimal): Decimal =>
    kind !== 'growth' ? w : first!.sign > 0 ? w.minus(p) : w.plus(p);
  const least = Decimal.min(baseOf(part.low, whole.low), baseOf(part.high, whole.low));
  const most = Decimal.max(baseOf(part.low, whole.high), baseOf(part.high, whole.high));
  // Figures so coarsely printed that the base may be nothing allow any percentage.
  if (!most.isNegative() && (!least.isPositive() || least.isZero()))
    return { low: new Decimal('-1e30'), high: new Decimal('1e30') };
  const rate = (p: Decimal, w: Decimal): Decimal => statedFor(HUNDRED.times(p).div(baseOf(p, w)), relation);
  const corners = [rate(part.low, whole.high), rate(part.high, whole.low)];
  return { low: Decimal.min(...corners), high: Decimal.max(...corners) };
}

function workOutBound(relation: Relation): Worked {
  const { stated, terms } = relation;
  const whole = terms[0]!.fact;
  const expected = valueIn(whole, stated.unit);
  const difference = stated.amount.value.minus(expected);
  const slack = slackIn(stated, stated.unit).plus(slackIn(whole, stated.unit));
  return { expected, difference, slack, outcome: difference.lessThanOrEqualTo(slack) ? 'exact' : 'broken' };
}

/**
 * What a relation says about one of its figures, everything else taken as printed, in the figure's own unit.
 * @param decimals digits to which it is solved for where it follows from a percentage
 * @returns undefined when any value would do, or none
 */
export function solve(relation: Relation, fact: Figure, decimals = fact.amount.decimals): Decimal | undefined {
  const { stated, terms, kind } = relation;
  if (kind === 'bound') return undefined;
  if (kind !== 'ratio' && kind !== 'growth') {
    const { difference } = workOutSum(relation);
    const sign = fact === stated ? -1 : terms.find((term) => term.fact === fact)!.sign;
    return fact.amount.value.plus(convert(difference.times(sign), stated.unit, fact.unit));
  }
  const [first, second] = terms;
  const part = first!.fact;
  const whole = second!.fact;
  const rate = quotientOf(stated.amount.value, relation).div(HUNDRED);
  const partValue = part.amount.value;
  const wholeValue = valueIn(whole, part.unit);
  const sign = kind === 'growth' ? first!.sign : 0;
  if (fact === stated) {
    const base = sign > 0 ? wholeValue.minus(partValue) : sign < 0 ? wholeValue.plus(partValue) : wholeValue;
    return base.isZero()
      ? undefined
      : statedFor(HUNDRED.times(partValue).div(base), relation).toDecimalPlaces(decimals);
  }
  if (fact === part) {
    // p = r(w − s·p) gives p = r·w ÷ (1 + s·r)
    const divisor = new Decimal(1).plus(rate.times(sign));
    return divisor.isZero() ? undefined : rate.times(wholeValue).div(divisor).toDecimalPlaces(decimals);
  }
  if (rate.isZero()) return undefined;
  const base = partValue.div(rate);
  return convert(
    sign > 0 ? base.plus(partValue) : sign < 0 ? base.minus(partValue) : base,
    part.unit,
    whole.unit,
  ).toDecimalPlaces(decimals);
}

/** The same relation with other figures in place of some of its own; the relation itself when it has none of them. */
export function withFigures(relation: Relation, others: ReadonlyMap<Figure, Figure>): Relation {
  if (!others.has(relation.stated) && !relation.terms.some(({ fact }) => others.has(fact))) return relation;
  const swap = (figure: Figure): Figure => others.get(figure) ?? figure;
  return {
    ...relation,
    stated: swap(relation.stated),
    terms: relation.terms.map((term) => ({ ...term, fact: swap(term.fact) })),
  };
}

/** Would the relation hold if this figure were printed with another value? */
export function holdsWith(relation: Relation, fact: Figure, value: Decimal): boolean {
  const changed: Figure = { ...fact, amount: { ...fact.amount, value, printed: true } };
  return evaluate(withFigures(relation, new Map([[fact, changed]]))).outcome !== 'broken';
}
