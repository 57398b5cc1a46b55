import type { Glyph } from './geometry';

/*
 * What belongs together whatever lines run through it: characters that one operation shows side by side. Text that is
 * too wide for its cell hangs over the border and is still text of that cell.
 */

/** A gap wider than this share of the size sets words of one operation apart: it may run through several cells. */
const APART = 0.6;
/** Characters of one word stand nearer than this share of their size. */
const TOUCHES = 0.25;
/** Text that begins or ends this near a border, in sizes, is set against it. */
const AGAINST = 0.8;
/** Two amounts, printed without a blank. */
const TWO_AMOUNTS = /^-?[\d,]+\.\d{2}(?:-?[\d,]+\.\d{2})+$/;

export interface Unit {
  readonly glyphs: readonly Glyph[];
  readonly left: number;
  readonly right: number;
  /** The height of its middle. */
  readonly middle: number;
}

/** The middle of a character: it reaches about as far as four fifths of its size above the baseline. */
export function middleOf({ base, size }: Glyph): number {
  return base - 0.35 * size;
}

/** Characters put together as they were shown. */
export function unitsOf(glyphs: readonly Glyph[]): Unit[] {
  const units: Unit[] = [];
  let open: Glyph[] = [];
  const close = (): void => {
    if (open.length > 0) units.push(unitOf(open));
    open = [];
  };
  for (const glyph of glyphs) {
    const last = open[open.length - 1];
    const goesOn =
      last?.run === glyph.run &&
      Math.abs(last.base - glyph.base) < 0.1 * glyph.size &&
      glyph.left - last.right < APART * glyph.size &&
      glyph.left > last.left - 0.1 * glyph.size;
    if (!goesOn) close();
    open.push(glyph);
  }
  close();
  return units;
}

export function unitOf(glyphs: readonly Glyph[]): Unit {
  return { glyphs, left: glyphs[0]!.left, right: glyphs[glyphs.length - 1]!.right, middle: middleOf(glyphs[0]!) };
}

/**
 * Which stretch between borders a unit stands in: the one it is set in when it hangs over a border; each character by
 * itself where it holds several cells.
 * @param edges borders from the left, the outer ones too
 * @param cellAt the cell of a stretch: merged cells cover several
 * @returns for each character the number of its stretch, from 0
 */
export function stretchesOf(
  { glyphs, left, right }: Unit,
  edges: readonly number[],
  cellAt: (stretch: number) => number = (stretch) => stretch,
): number[] {
  const each = glyphs.map((glyph) => stretchAt(edges, (glyph.left + glyph.right) / 2));
  const [first, last] = [each[0]!, each[each.length - 1]!];
  if (cellAt(first) === cellAt(last) || TWO_AMOUNTS.test(glyphs.map(({ text }) => text).join(''))) return each;
  const { size } = glyphs[0]!;
  // Set apart just at a border: text of several cells, shown at once.
  if (
    glyphs.some(
      (glyph, at) =>
        at > 0 && cellAt(each[at]!) !== cellAt(each[at - 1]!) && glyph.left - glyphs[at - 1]!.right > TOUCHES * size,
    )
  )
    return each;
  const begins = left - edges[first]! < AGAINST * size;
  const ends = edges[last + 1]! - right < AGAINST * size;
  const one = begins ? first : ends ? last : stretchAt(edges, (left + right) / 2);
  return each.map(() => one);
}

/** The stretch in which a place lies; the outer ones reach on. */
export function stretchAt(edges: readonly number[], x: number): number {
  let at = 0;
  while (at < edges.length - 2 && x > edges[at + 1]!) at += 1;
  return at;
}
