import { UNITS } from '../../model/disclosure';
import { type Figure, isCounted, quotientOf, rateForm, type Relation } from '../../model/relation';
import { halfDigit, halfUnit } from '../../shared/amount';
import { Decimal, ZERO } from '../../shared/decimal';
import { meantBy } from '../../shared/slip-candidates';
import { allowed, type Printed, type Rate, statedWindow } from '../../shared/rate';
import { rateAtSight } from '../at-sight';

/*
 * Trying a relation before it is stated: where words leave open which figures are meant, the figures decide.
 */

const HUNDRED = new Decimal(100);

function scaled(figure: Figure): { low: Decimal; high: Decimal; value: Decimal } {
  const scale = (UNITS as Readonly<Record<string, number>>)[figure.unit] ?? 1;
  const slack = isCounted(figure) ? ZERO : halfUnit(figure.amount).times(scale);
  const value = figure.amount.value.times(scale);
  return { value, low: value.minus(slack), high: value.plus(slack) };
}

/** Would a ratio or growth hold within printed precision? */
export function holds(relation: Relation): boolean {
  const atSight = rateAtSight(relation);
  if (atSight !== undefined) return atSight;
  const { stated, terms, kind } = relation;
  const part = scaled(terms[0]!.fact);
  const whole = scaled(terms[1]!.fact);
  const sign = kind === 'growth' ? terms[0]!.sign : 0;
  const base = (p: Decimal, w: Decimal): Decimal => (sign > 0 ? w.minus(p) : sign < 0 ? w.plus(p) : w);
  const middle = base(part.value, whole.value);
  if (middle.isZero()) return part.value.isZero();
  const low = base(part.low, whole.high);
  const high = base(part.high, whole.low);
  const slack = halfDigit(stated.amount);
  const printed = quotientOf(stated.amount.value, relation);
  const rates = [low, high].map((w, at) =>
    w.isZero() ? new Decimal('1e30') : HUNDRED.times(at === 0 ? part.low : part.high).div(w),
  );
  return (
    printed.minus(slack).lessThanOrEqualTo(Decimal.max(...rates)) &&
    printed.plus(slack).greaterThanOrEqualTo(Decimal.min(...rates))
  );
}

function printedIn(figure: Figure): Printed {
  const { value, low } = scaled(figure);
  return { value: Number(value), slack: Number(value.minus(low)) };
}

/**
 * How likely it is that one slip, of the percentage or of an amount, is why the rate does not hold; 0 when none would
 * be.
 */
export function slipWeight({ stated, terms, kind, rise }: Relation): number {
  const { leftOut, way } = rateForm({ rise });
  const [part, whole] = [terms[0]!.fact, terms[1]!.fact];
  const rate: Rate = {
    percent: { value: Number(stated.amount.value) * way + leftOut, slack: Number(halfDigit(stated.amount)) },
    part: printedIn(part),
    whole: printedIn(whole),
    sign: kind === 'growth' ? terms[0]!.sign : 0,
  };
  const weigh = (figure: Figure, which: 'percent' | 'part' | 'whole'): number => {
    const window = allowed(rate, which);
    if (!window) return 0;
    const scale = (UNITS as Readonly<Record<string, number>>)[figure.unit] ?? 1;
    const meant = meantBy(
      figure.amount.value,
      figure.amount.decimals,
      which === 'percent'
        ? statedWindow(window, { leftOut, way })
        : { low: window.low / scale, high: window.high / scale },
      { derived: which === 'percent', unitless: which === 'percent' },
    );
    return meant.reduce((sum, { weight }) => sum + weight, 0);
  };
  return Math.max(weigh(stated, 'percent'), weigh(part, 'part'), weigh(whole, 'whole'));
}

/** No percentage, or none of anything: what fell to nothing fell by 100%. */
function isOfNothing({ terms, kind }: Relation): boolean {
  const [part, whole] = terms;
  return (
    part!.fact.amount.value.isZero() || (whole!.fact.amount.value.isZero() && !(kind === 'growth' && part!.sign < 0))
  );
}

const LEAST_WEIGHT = 0.01;
const CLEARLY = 3;

/**
 * The one of several relations that a slip explains clearly better than the others; those with equal amounts are one.
 */
export function likeliestSlip(relations: readonly Relation[]): Relation | undefined {
  let best: Relation | undefined;
  let [most, next] = [0, 0];
  const seen = new Set<string>();
  for (const relation of relations) {
    const key = relation.terms.map(({ fact }) => scaled(fact).value.toString()).join('|');
    if (seen.has(key) || isOfNothing(relation)) continue;
    seen.add(key);
    const weight = slipWeight(relation);
    if (weight > most) [best, most, next] = [relation, weight, most];
    else next = Math.max(next, weight);
  }
  return most >= LEAST_WEIGHT && most >= CLEARLY * next ? best : undefined;
}
