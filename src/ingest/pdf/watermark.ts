import type { Glyph } from './geometry';

/*
 * Watermarks: large pale text that is printed over what the page says. Slanting ones are left out when the page is
 * read.
 */

/** Against the usual size of the text of a page. */
const LARGE = 1.6;

/** The characters of a page without those of a watermark: large, pale, and over or under others. */
export function withoutWatermark(glyphs: readonly Glyph[]): readonly Glyph[] {
  if (!glyphs.some(({ pale }) => pale)) return glyphs;
  const sizes = glyphs
    .filter(({ pale }) => !pale)
    .map(({ size }) => size)
    .sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? Infinity;
  const isLarge = ({ pale, size }: Glyph): boolean => pale && size > LARGE * usual;
  const large = glyphs.filter(isLarge);
  const ordinary = glyphs.filter((glyph) => !isLarge(glyph));
  return large.some((glyph) => ordinary.some((other) => overlaps(glyph, other))) ? ordinary : glyphs;
}

function overlaps(one: Glyph, other: Glyph): boolean {
  const [x, y] = [(other.left + other.right) / 2, other.base - 0.35 * other.size];
  return x > one.left && x < one.right && y > one.base - 0.8 * one.size && y < one.base + 0.1 * one.size;
}
