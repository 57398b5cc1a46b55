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
