import { UNITS } from '../model/disclosure';
import { type Figure, isCounted, rateForm, type Relation, type Term } from '../model/relation';
import { isExact } from '../shared/amount';
import { tenMillionths } from '../shared/decimal';

/*
 * Nearly all relations of a document hold, and nearly all figures are small enough for plain whole numbers (of
 * ten-millionths). Whether such a relation holds is seen without decimal arithmetic; whatever is not certain at sight
 * is evaluated exactly.
 */

/** Half a unit of the last printed digit in ten-millionths, by the number of decimals. */
const HALVES: readonly number[] = [5_000_000, 500_000, 50_000, 5_000, 500, 50, 5];

/**
 * True when a relation is certain to hold: a sum to the last digit, a percentage or a bound within printed precision.
 * False says nothing.
 */
export function holdsAtSight(relation: Relation): boolean {
  switch (relation.kind) {
    case 'ratio':
    case 'growth':
      return rateAtSight(relation) === true;
    case 'bound':
      return isWithin(relation);
    default:
      return addsUp(relation);
  }
}

function valueOf({ amount }: Figure): number {
  return tenMillionths(amount.value);
}

/** Half a unit of a figure's last digit; 0 for one that is exact. A percentage never is. */
function halfOf(figure: Figure): number {
  return figure.unit === '%' ? (HALVES[figure.amount.decimals] ?? NaN) : slackOf(figure);
}

function addsUp({ stated, terms }: Relation): boolean {
  let sum = 0;
  // As long as this is a safe integer, so was every sum on the way.
  let reach = 0;
  for (const { fact, sign } of terms) {
    const value = valueOf(fact);
    // Nothing is nothing in every unit.
    if (value !== 0 && fact.unit !== stated.unit) return false;
    sum += sign * value;
    reach += Math.abs(value);
  }
  return reach <= Number.MAX_SAFE_INTEGER && sum === valueOf(stated);
}

function isWithin({ stated, terms }: Relation): boolean {
  const whole = (terms[0] as Term).fact;
  return whole.unit === stated.unit && valueOf(stated) <= valueOf(whole);
}

function scaleOf(unit: string): number {
  return (UNITS as Readonly<Record<string, number>>)[unit] ?? 1;
}

/**
 * Whether two figures agree within their printed precision, whatever their units.
 * @returns undefined where it takes decimal arithmetic to tell
 */
export function agreeAtSight(a: Figure, b: Figure): boolean | undefined {
  const [scaleA, scaleB] = a.unit === b.unit ? [1, 1] : [scaleOf(a.unit), scaleOf(b.unit)];
  const [x, y] = [valueOf(a) * scaleA, valueOf(b) * scaleB];
  const slack = slackOf(a) * scaleA + slackOf(b) * scaleB;
  // Neither where one is not a number.
  if (!(Math.abs(x) + Math.abs(y) + slack <= Number.MAX_SAFE_INTEGER)) return undefined;
  return Math.abs(x - y) <= slack;
}

function slackOf(figure: Figure): number {
  const { amount } = figure;
  return isExact(amount) || isCounted(figure) ? 0 : (HALVES[amount.decimals] ?? NaN);
}

/** The quotients are not whole numbers: their intervals must overlap by more than floating point can be wrong. */
const MARGIN = 1e-9;

/**
 * Whether a percentage is within printed precision what its figures give.
 * @returns undefined where it takes decimal arithmetic to tell
 */
export function rateAtSight({ stated, terms, kind, rise }: Relation): boolean | undefined {
  const [first, second] = terms as readonly [Term, Term];
  if (first.fact.unit !== second.fact.unit) return undefined;
  const sign = kind === 'growth' ? first.sign : 0;
  const part = valueOf(first.fact);
  const whole = valueOf(second.fact);
  const give = halfOf(first.fact);
  const [least, most] = [part - give, part + give];
  const [lowest, highest] = [whole - halfOf(second.fact), whole + halfOf(second.fact)];
  // Not where the base may be nothing, or less.
  if (!(lowest - sign * least > 0 && lowest - sign * most > 0)) return undefined;
  const one = (100 * least) / (highest - sign * least);
  const other = (100 * most) / (lowest - sign * most);
  const { leftOut, way } = rateForm({ rise });
  const printed = (way * valueOf(stated)) / UNIT + leftOut;
  const half = halfOf(stated) / UNIT;
  const margin = MARGIN * Math.max(1, Math.abs(one), Math.abs(other), Math.abs(printed));
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  if (printed - half + margin <= high && printed + half - margin >= low) return true;
  return stated.unit === '%' && (printed - half - margin > high || printed + half + margin < low) ? false : undefined;
}

const UNIT = 10_000_000;
