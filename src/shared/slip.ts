import { type Decimal, plain } from './decimal';

/*
 * Slips of the pen: one digit mistyped, two neighbours swapped, a digit lost or doubled, the decimal point moved. A
 * figure that is one slip away from what it should be is hardly another figure.
 */

const FEWEST_DIGITS = 3;
const MOST_PLACES = 6;

/** The digits of a value as printed with so many decimals, without sign and leading zeros. */
function digits(value: Decimal, decimals: number): string {
  return plain(value.abs().toDecimalPlaces(decimals), decimals).replace('.', '').replace(/^0+/, '');
}

/**
 * True when one slip turns `meant` into `printed`.
 * @example isSlip(new Decimal('93.17'), new Decimal('93.71'), 2) // true
 */
export function isSlip(printed: Decimal, meant: Decimal, decimals: number): boolean {
  if (printed.isZero() || meant.isZero()) return false;
  // The decimal point moved, the last digit rounded off.
  if (printed.equals(meant.div(10).toDecimalPlaces(decimals)) || printed.equals(meant.times(10))) return true;
  const places = Math.max(decimals, Math.min(meant.decimalPlaces(), MOST_PLACES));
  if (alike(digits(printed, places), digits(meant, places))) return true;
  // A digit lost behind the point leaves one place less.
  return decimals < places && alike(digits(printed, decimals), digits(meant, places));
}

function alike(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < FEWEST_DIGITS && b.length < FEWEST_DIGITS)
    return a.length === 2 && b.length === 2 && (a[0] === b[0] || a[1] === b[1]);
  const bare = (text: string): string => text.replace(/(?<!0)0+$/, '');
  if (bare(a) === bare(b)) return true;
  // The point moved: digits of the one begin with those of the other.
  const shorter = a.length < b.length ? a : b;
  const longer = a.length < b.length ? b : a;
  if (shorter.length >= FEWEST_DIGITS - 1 && longer.length - shorter.length <= 1 && longer.startsWith(shorter))
    return true;
  if (a.length === b.length) return oneDigit(a, b) || swapped(a, b);
  return longer.length - shorter.length === 1 && oneLost(longer, shorter);
}

function oneDigit(a: string, b: string): boolean {
  let differing = 0;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) differing += 1;
  return differing === 1;
}

function swapped(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function oneLost(longer: string, shorter: string): boolean {
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) at += 1;
  return longer.slice(at + 1) === shorter.slice(at);
}
