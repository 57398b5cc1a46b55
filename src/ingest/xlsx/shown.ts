import type { CellObject } from '@e965/xlsx';
import { Decimal, plain } from '../../shared/decimal';

/*
 * A number as its cell shows it: the format may set the point elsewhere, leave the sign to a colour, or write it with an
 * exponent. What counts is what a reader is meant to see.
 */

/** A point that is a mere character: 0!.0000 and 0\.0000 show 元 as 万元. How many digits stand behind it is captured. */
const LITERAL_POINT = /0(?:!\.|\\\.|"\.")(0{1,8})(?![.#0])/;
const EXPONENT = /\d[eE][+-]?\d/;
const SIGNS = /[-−–(（△▲]/;
const TRIANGLE = /[△▲]/;

/** What the cell shows of its number; null where it has no format of its own, or none that tells the number. */
export function shownNumber({ t, v, z, w }: CellObject): string | null {
  if (t !== 'n' || typeof v !== 'number' || z === undefined || z === 'General' || w === undefined) return null;
  const behind = LITERAL_POINT.exec(String(z))?.[1]?.length;
  if (behind !== undefined) return plain(new Decimal(v).div(10 ** behind).toDecimalPlaces(behind), behind);
  if (EXPONENT.test(w)) return null;
  if (v < 0 && !SIGNS.test(w)) return `-${w}`;
  return TRIANGLE.test(w) ? w.replace(TRIANGLE, '-') : w;
}
