import Decimal from 'decimal.js';

/*
 * The one place that configures decimal arithmetic. 40 significant digits: sums of many 万元 amounts, and quotients of
 * them, stay exact far beyond anything that is printed.
 */
Decimal.set({ precision: 40, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 40 });

export { Decimal };
export const ZERO = new Decimal(0);

/**
 * Plain decimal notation with at least `decimals` digits after the point, never an exponent.
 * @example plain(new Decimal('0.1'), 2) // '0.10'
 */
export function plain(value: Decimal, decimals = 0): string {
  const own = value.decimalPlaces();
  // Decimal's own toFixed is exact; it is reached through this module only.
  return value.toFixed(Math.max(own, decimals));
}

/** Digits in a word of decimal.js; words are aligned with the point. */
const WORD_DIGITS = 7;
const WORD = 10 ** WORD_DIGITS;

/**
 * A value as a whole number of ten-millionths. Sums, differences and comparisons of such numbers are exact as long as
 * they stay safe integers, and cost next to nothing.
 * @returns NaN for a value with more than seven digits after the point, or too large for a safe integer
 * @example tenMillionths(new Decimal('2.05')) // 20500000
 */
export function tenMillionths({ s, e, d }: Decimal): number {
  // Words before the point, less one; -1 for a value below 1.
  const before = Math.floor(e / WORD_DIGITS);
  if (d.length > before + 2) return NaN;
  let whole = 0;
  for (let word = 0; word < before + 2; word += 1) whole = whole * WORD + (d[word] ?? 0);
  return whole <= Number.MAX_SAFE_INTEGER ? s * whole : NaN;
}
