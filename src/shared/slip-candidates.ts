import { Decimal, plain } from './decimal';

/*
 * What may have been meant by a figure that is known to be wrong: everything one slip of the pen away from it. The
 * likelihoods are relative ones, for comparing explanations with each other; every value is exact.
 */

/** Values between which the meant one must lie. Bounds are only compared with, so plain numbers will do. */
export interface Window {
  readonly low: number;
  readonly high: number;
}

export interface Meant {
  readonly value: Decimal;
  /** How likely a hand that meant this value prints the wrong one; 1 is a decimal point moved. */
  readonly weight: number;
}

export interface Habits {
  /** Decimals that such figures are usually printed with; those of the figure itself when unknown. */
  readonly decimals?: number;
  /** Share of such figures that end in a zero; one in ten when unknown. */
  readonly zeros?: number;
  /** Computed from other figures: its digits are no accident, however many there are. */
  readonly derived?: boolean;
  /** Has no unit that could be mistaken. */
  readonly unitless?: boolean;
  /** Zeros at the end are left out here: a value with fewer decimals than usual is nothing unusual. */
  readonly shortened?: boolean;
}

/** Keys are hit wrongly, swapped, left out or hit twice: chances of one such slip at one place of a figure. */
export const ONE_DIGIT = 1 / 45;
const SWAPPED = 1 / 4;
const LOST = 1 / 5;
const DOUBLED = 1 / 10;
const EXTRA = 1 / 200;
const POINT = 1;
/** The point moved, but only if digits were lost behind it before. */
const POINT_WITHIN = 0.2;
/** 元 for 万元, thousands, a sign too much. */
const UNIT = 0.3;
const SIGN = 0.3;
const UNUSUAL_DECIMALS = 0.15;
const MOST_DIGITS = 15;
const TOLERANCE = 1e-9;

/** Digits with the place of the point, as printed: 093 and 2 for 0.93. */
interface Digits {
  readonly text: string;
  readonly decimals: number;
}

/**
 * The values within a window of which one slip makes the printed figure, likeliest first.
 * @param decimals digits after the point, as printed
 */
export function meantBy(printed: Decimal, decimals: number, within: Window, habits: Habits = {}): Meant[] {
  const text = plain(printed.abs(), decimals).replace('.', '');
  if (printed.isZero()) return [];
  const found = new Map<number, { digits: Digits; weight: number; minus: boolean }>();
  if (text.length > MOST_DIGITS) return [];
  const negative = printed.isNegative();
  const usual = habits.decimals ?? decimals;
  const add = (digits: Digits, weight: number, flipped = false): void => {
    const minus = negative !== flipped;
    const value = (Number(digits.text) / 10 ** digits.decimals) * (minus ? -1 : 1);
    const slack = TOLERANCE * (1 + Math.abs(value));
    if (value < within.low - slack || value > within.high + slack) return;
    const known = found.get(value);
    const asUsual =
      digits.decimals === usual ||
      (digits.decimals === decimals && decimals > usual) ||
      (habits.shortened === true && digits.decimals < usual);
    const odd = asUsual ? 1 : UNUSUAL_DECIMALS;
    if (known) known.weight += weight * odd;
    else found.set(value, { digits, weight: weight * odd, minus });
  };
  const figure = { text, decimals };
  const chance = habits.derived ? 1 : 0.1;
  strokes(figure, chance, add);
  points(figure, usual, habits.derived ? 0.5 : (habits.zeros ?? 0.1), chance, add);
  if (!habits.unitless) units(figure, habits.decimals === undefined ? MOST_DIGITS : Math.max(decimals, usual), add);
  add(figure, SIGN, true);
  return [...found.values()]
    .map(({ digits, weight, minus }) => ({ value: valueOf(digits, minus), weight }))
    .filter(({ value }) => !value.equals(printed))
    .sort((a, b) => b.weight - a.weight);
}

type Add = (digits: Digits, weight: number, flipped?: boolean) => void;

function valueOf({ text, decimals }: Digits, negative: boolean): Decimal {
  const value = new Decimal(text).div(new Decimal(10).pow(decimals));
  return negative ? value.negated() : value;
}

/** One key wrong, swapped, left out, or hit once too often. `chance` is that of one more digit being what it is. */
function strokes({ text, decimals }: Digits, chance: number, add: Add): void {
  const point = text.length - decimals;
  for (let at = 0; at < text.length; at += 1) {
    const [before, own, after] = [text.slice(0, at), text[at]!, text.slice(at + 1)];
    for (let digit = 0; digit < 10; digit += 1)
      if (String(digit) !== own) add({ text: `${before}${digit}${after}`, decimals }, ONE_DIGIT);
    const [next] = after;
    if (next !== undefined && next !== own) add({ text: `${before}${next}${own}${after.slice(1)}`, decimals }, SWAPPED);
    if (text.length > 1)
      add({ text: before + after, decimals: at >= point ? decimals - 1 : decimals }, own === next ? DOUBLED : EXTRA);
  }
  for (let at = 0; at <= text.length; at += 1)
    for (let digit = 0; digit < 10; digit += 1) {
      const whole = `${text.slice(0, at)}${digit}${text.slice(at)}`;
      // A digit lost right at the point may have stood on either side of it.
      if (at <= point) add({ text: whole, decimals }, LOST * chance);
      if (at >= point) add({ text: whole, decimals: decimals + 1 }, LOST * chance);
    }
}

/** The point moved, with or without the last digit rounded off. */
function points({ text, decimals }: Digits, usual: number, zeros: number, chance: number, add: Add): void {
  const ends = text.endsWith('0');
  const share = Math.min(0.75, Math.max(0.25, zeros));
  // Ten times too much: a zero at the end, which few figures have.
  if (decimals < usual) add({ text, decimals: decimals + 1 }, POINT_WITHIN);
  if (ends && text.length > 1)
    add({ text: text.slice(0, -1), decimals }, POINT * (text.endsWith('00') ? 1 : (1 - share) / share));
  // A tenth: the last digit is gone.
  const tenfold = Number(text) * 10;
  for (let off = -5; off <= 5; off += 1)
    if (tenfold + off > 0)
      add(
        { text: String(tenfold + off), decimals },
        POINT * (chance === 1 ? 1 : off !== 0 ? (1 - share) * chance : ends ? 1 : share),
      );
  if (decimals > usual) add({ text, decimals: decimals - 1 }, POINT);
}

/** What is left of an amount in the smaller unit has to be one that somebody would print. */
const FEWEST_OF_UNIT = 2;

/**
 * 元 for 万元, thousands, and the other way round; what is then smaller than the last digit that such figures have is
 * rounded off.
 */
function units({ text, decimals }: Digits, most: number, add: Add): void {
  for (const places of [2, 3, 4]) {
    const finer = decimals + places;
    if (finer <= most) add({ text, decimals: finer }, UNIT);
    else {
      const rounded = String(Math.round(Number(text) / 10 ** (finer - most)));
      if (rounded.length >= FEWEST_OF_UNIT) add({ text: rounded, decimals: most }, UNIT);
    }
    add({ text: `${text}${'0'.repeat(places)}`, decimals }, UNIT);
    if (decimals >= places) add({ text, decimals: decimals - places }, UNIT);
  }
}
