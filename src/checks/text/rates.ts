import { UNITS } from '../../model/disclosure';
import type { Figure, Relation } from '../../model/relation';
import { halfDigit, halfUnit } from '../../shared/amount';
import { Decimal } from '../../shared/decimal';
import { isSlip } from '../../shared/slip';

/*
 * Trying a relation before it is stated: where words leave open which figures are meant, the figures decide.
 */

const HUNDRED = new Decimal(100);

function scaled(figure: Figure): { low: Decimal; high: Decimal; value: Decimal } {
  const scale = (UNITS as Readonly<Record<string, number>>)[figure.unit] ?? 1;
  const slack = halfUnit(figure.amount).times(scale);
  const value = figure.amount.value.times(scale);
  return { value, low: value.minus(slack), high: value.plus(slack) };
}

/** Would a ratio or growth hold within printed precision? */
export function holds({ stated, terms, kind }: Relation): boolean {
  const part = scaled(terms[0]!.fact);
  const whole = scaled(terms[1]!.fact);
  const sign = kind === 'growth' ? terms[0]!.sign : 0;
  const base = (p: Decimal, w: Decimal): Decimal => (sign > 0 ? w.minus(p) : sign < 0 ? w.plus(p) : w);
  const middle = base(part.value, whole.value);
  if (middle.isZero()) return part.value.isZero();
  const low = base(part.low, whole.high);
  const high = base(part.high, whole.low);
  const slack = halfDigit(stated.amount);
  const printed = stated.amount.value;
  const rates = [low, high].map((w, at) => (w.isZero() ? new Decimal('1e30') : HUNDRED.times(at === 0 ? part.low : part.high).div(w)));
  return printed.minus(slack).lessThanOrEqualTo(Decimal.max(...rates)) && printed.plus(slack).greaterThanOrEqualTo(Decimal.min(...rates));
}

/** The percentage as it should have been printed; undefined when the base is zero. */
export function rateOf({ stated, terms, kind }: Relation): Decimal | undefined {
  const part = scaled(terms[0]!.fact).value;
  const whole = scaled(terms[1]!.fact).value;
  const sign = kind === 'growth' ? terms[0]!.sign : 0;
  const base = sign > 0 ? whole.minus(part) : sign < 0 ? whole.plus(part) : whole;
  return base.isZero() ? undefined : HUNDRED.times(part).div(base).toDecimalPlaces(stated.amount.decimals);
}

/** True when one slip explains why the rate does not hold: of the percentage, or of the change. */
export function isSlipOfRate(relation: Relation): boolean {
  const expected = rateOf(relation);
  if (expected === undefined) return false;
  const { stated, terms } = relation;
  if (isSlip(stated.amount.value, expected, stated.amount.decimals)) return true;
  const [delta, now] = terms;
  const rate = stated.amount.value.div(HUNDRED);
  const sign = relation.kind === 'growth' ? delta!.sign : 0;
  const whole = scaled(now!.fact).value;
  const divisor = new Decimal(1).plus(rate.times(sign));
  if (divisor.isZero()) return false;
  const scale = (UNITS as Readonly<Record<string, number>>)[delta!.fact.unit] ?? 1;
  const meant = rate.times(whole).div(divisor).div(scale);
  // A percentage of few digits gives the change only roughly: the leading digits tell.
  const { decimals, value } = delta!.fact.amount;
  return isSlip(value, meant.toDecimalPlaces(decimals), decimals) || isSlip(value.toSignificantDigits(3), meant.toSignificantDigits(3), 0);
}
