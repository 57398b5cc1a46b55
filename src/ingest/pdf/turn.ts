import type { Box, Fill, Glyph, Page, Point, Rule } from './geometry';

/* A page as a person holds it. */

/** A character printed twice that near itself is a bold one. */
const DOUBLED = 0.2;

/** A character as it is printed, whichever way it runs. */
export interface Printed extends Pick<Glyph, 'text' | 'size' | 'run' | 'pale'> {
  readonly start: Point;
  readonly end: Point;
}

export type Held = Pick<Page, 'width' | 'height' | 'glyphs' | 'rules' | 'fills'>;

/**
 * Puts what is printed the way most of its text runs.
 * @param turns how many characters run to the right, down, to the left, up
 */
export function held(
  glyphs: readonly Printed[],
  rules: readonly Rule[],
  fills: readonly Fill[],
  width: number,
  height: number,
  turns: readonly number[],
): Held {
  const most = turns.indexOf(Math.max(...turns));
  const upright = { width, height, rules, fills, glyphs: glyphs.map(asGlyph) };
  const page = most === 1 || most === 3 ? turned(glyphs, rules, fills, width, height, most === 1) : upright;
  return { ...page, glyphs: withoutDoubles(page.glyphs) };
}

/** Characters that are printed over themselves to look bold, once. */
function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  return glyphs.filter((glyph) => {
    const near = DOUBLED * glyph.size;
    const same = seen.get(glyph.text);
    if (!same) seen.set(glyph.text, [glyph]);
    else if (
      same.some(
        ({ left, base, size }) =>
          Math.abs(left - glyph.left) < near && Math.abs(base - glyph.base) < near && Math.abs(size - glyph.size) < 1,
      )
    )
      return false;
    else same.push(glyph);
    return true;
  });
}

function asGlyph({ start, end, ...rest }: Printed): Glyph {
  return { ...rest, left: Math.min(start[0], end[0]), right: Math.max(start[0], end[0]), base: start[1] };
}

/**
 * A page whose text is turned.
 * @param down the text runs down the page; else up
 */
function turned(
  glyphs: readonly Printed[],
  rules: readonly Rule[],
  fills: readonly Fill[],
  width: number,
  height: number,
  down: boolean,
): Held {
  const along = (y: number): number => (down ? y : height - y);
  const below = (x: number): number => (down ? width - x : x);
  const turn = ([x, y]: Point): Point => [along(y), below(x)];
  const turnBox = ({ left, top, right, bottom }: Box): Box => {
    const [[x0, y0], [x1, y1]] = [turn([left, top]), turn([right, bottom])];
    return { left: Math.min(x0, x1), right: Math.max(x0, x1), top: Math.min(y0, y1), bottom: Math.max(y0, y1) };
  };
  return {
    width: height,
    height: width,
    glyphs: glyphs.map((glyph) => asGlyph({ ...glyph, start: turn(glyph.start), end: turn(glyph.end) })),
    fills: fills.map((fill) => ({ ...fill, box: turnBox(fill.box) })),
    rules: rules.map(({ across, at, from, to }) => {
      const move = across ? below : along;
      const [one, other] = [move(from), move(to)];
      return {
        across: !across,
        at: across ? along(at) : below(at),
        from: Math.min(one, other),
        to: Math.max(one, other),
      };
    }),
  };
}
