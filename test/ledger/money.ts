/*
 * Amounts of a ledger are whole 元 held in `number` (exact up to 9e15); what is printed is 万元 with two decimals.
 * Rounding is half up, the way the budget systems print. Quotients go through BigInt, so that no figure passes through
 * a binary fraction.
 */

/** How a figure is dressed when it is printed; the value is the same in every style. */
export interface NumberStyle {
  /** 1,234.56 instead of 1234.56. */
  readonly thousands: boolean;
  /** 20.4 and 181 instead of 20.40 and 181.00. */
  readonly trim: boolean;
}

export const PLAIN_NUMBERS: NumberStyle = { thousands: false, trim: false };

/** Whole 0.01 万元 of an amount in 元, half up. */
export function cents(yuan: number): number {
  return Math.floor((yuan + 50) / 100);
}

/** Groups a string of digits by threes. */
function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/**
 * 万元 as printed.
 * @example money(2890600) === '289.06'
 */
export function money(yuan: number, style: NumberStyle = PLAIN_NUMBERS): string {
  return decimal(String(cents(yuan)), style);
}

/**
 * 元 as printed, with two decimals.
 * @example yuanText(2890600, { thousands: true, trim: false }) === '2,890,600.00'
 */
export function yuanText(yuan: number, style: NumberStyle = PLAIN_NUMBERS): string {
  return decimal(`${yuan}00`, style);
}

/** A count of hundredths, given as digits, as a decimal number. */
function decimal(hundredths: string, style: NumberStyle): string {
  const padded = hundredths.padStart(3, '0');
  const whole = padded.slice(0, -2);
  const fraction = style.trim ? padded.slice(-2).replace(/0+$/, '') : padded.slice(-2);
  return (style.thousands ? grouped(whole) : whole) + (fraction === '' ? '' : `.${fraction}`);
}

/**
 * part ÷ whole as a percentage with two decimals, half up, without the sign. The whole must not be zero.
 * @example percent(1, 3) === '33.33'
 */
export function percent(part: number, whole: number, trim = false): string {
  const twice = 2n * BigInt(whole);
  const hundredths = (2n * 10000n * BigInt(part) + BigInt(whole)) / twice;
  return decimal(String(hundredths), { thousands: false, trim });
}
