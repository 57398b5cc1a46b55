/* Planes and boxes of a page. Page space here: points, x to the right, y downwards, origin at the upper left corner. */

/** x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

export function apply(matrix: Matrix, x: number, y: number): Point {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

export type Point = readonly [x: number, y: number];

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The least box that holds some points; there may be more of them than a call takes arguments. */
export function boundsOf(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}

/** A character, or what is printed as one. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where it stands: the baseline. */
  readonly base: number;
  /** Font size in points. */
  readonly size: number;
  /** Characters of one number were shown by one operation, one after another. */
  readonly run: number;
  /** Set off from its ground so little that it is meant to be read through: the text of a watermark. */
  readonly pale: boolean;
}

/** A straight line along x (`across`) or y, at `at`, from `from` to `to`. */
export interface Rule {
  readonly across: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A filled rectangle. */
export interface Fill {
  readonly box: Box;
  /** 0 black to 1 white; absent for a pattern or a picture. */
  readonly lightness: number | undefined;
}

/** What one page shows. */
export interface Page {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Grounds of cells, rows and boxes, in the order in which they are drawn. */
  readonly fills: readonly Fill[];
  /** Share of the page that pictures cover, 0 to 1. */
  readonly pictured: number;
}
