import type { Glyph } from './geometry';

/* Characters put together as lines of text. */

/** Characters whose baselines differ by less than this share of their size stand in one line. */
const ONE_LINE = 0.5;
/** A gap wider than this share of the size is a blank: Chinese characters are set apart by less. */
const BLANK = 0.6;
/** Blanks are half as wide as a Chinese character. */
const BLANK_WIDTH = 0.5;

export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
  /** Its characters from the left. */
  readonly glyphs: readonly Glyph[];
}

/** The lines of some characters, from the top; gaps are kept as so many blanks as would fill them. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const lines: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.base - b.base || a.left - b.left)) {
    const last = lines[lines.length - 1];
    const isSame = last && glyph.base - last[0]!.base < ONE_LINE * Math.max(glyph.size, last[0]!.size);
    if (isSame) last.push(glyph);
    else lines.push([glyph]);
  }
  return lines.map((line) => lineOf(line.sort((a, b) => a.left - b.left)));
}

function lineOf(glyphs: readonly Glyph[]): Line {
  const size = Math.max(...glyphs.map((glyph) => glyph.size));
  let text = '';
  let right = glyphs[0]!.left;
  for (const glyph of glyphs) {
    const gap = glyph.left - right;
    if (text !== '' && gap > BLANK * glyph.size)
      text += ' '.repeat(Math.max(1, Math.round(gap / (BLANK_WIDTH * glyph.size))));
    text += glyph.text;
    right = Math.max(right, glyph.right);
  }
  return { text, left: glyphs[0]!.left, right, base: glyphs[0]!.base, size, glyphs };
}
