import type { Window } from './slip-candidates';

/*
 * Percentages backwards: between which values a figure must lie for a printed percentage to hold. For weighing
 * explanations; whether a relation holds is decided exactly elsewhere.
 */

/** A printed figure with the half unit of its last digit, both in one unit of money. */
export interface Printed {
  readonly value: number;
  readonly slack: number;
}

export interface Rate {
  readonly percent: Printed;
  readonly part: Printed;
  /** The whole; for growth this year's value. */
  readonly whole: Printed;
  /** 0: percent = part ÷ whole; 1: of the increase on last year's value; -1: of the decrease. */
  readonly sign: 0 | 1 | -1;
}

/** Between which percentages a rate is stated whose quotient lies in a window. */
export function statedWindow({ low, high }: Window, { leftOut, way }: { leftOut: number; way: 1 | -1 }): Window {
  return way > 0 ? { low: low - leftOut, high: high - leftOut } : { low: leftOut - high, high: leftOut - low };
}

function corners(a: Printed, b: Printed, value: (a: number, b: number) => number): Window | undefined {
  const values = [-1, 1].flatMap((i) => [-1, 1].map((j) => value(a.value + i * a.slack, b.value + j * b.slack)));
  return values.every(Number.isFinite) ? { low: Math.min(...values), high: Math.max(...values) } : undefined;
}

function wider(window: Window | undefined, by: number): Window | undefined {
  return window && { low: window.low - by, high: window.high + by };
}

/** Values of one figure that the other two allow; undefined when they allow any, or none. */
export function allowed({ percent, part, whole, sign }: Rate, which: 'percent' | 'part' | 'whole'): Window | undefined {
  switch (which) {
    case 'percent': {
      if (whole.value - sign * part.value <= whole.slack + part.slack) return undefined;
      return wider(
        corners(part, whole, (p, w) => (100 * p) / (w - sign * p)),
        percent.slack,
      );
    }
    case 'part':
      return wider(
        corners(percent, whole, (r, w) => ((r / 100) * w) / (1 + (sign * r) / 100)),
        part.slack,
      );
    case 'whole':
      return percent.value <= percent.slack
        ? undefined
        : wider(
            corners(percent, part, (r, p) => (100 * p) / r + sign * p),
            whole.slack,
          );
  }
}
