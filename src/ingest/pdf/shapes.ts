import { apply, boundsOf, type Box, type Fill, type Matrix, type Point, type Rule } from './geometry';

/*
 * What is drawn on a page besides text: straight lines, rows of dots that stand for a line, filled shapes.
 */

/** A filled shape thinner than this, in points, is a line. */
const THIN = 3;
/** How far from straight a line may be drawn. */
const SLANT = 1;
/** Shorter lines are dots of a pattern. */
const SHORTEST = 2;
/** So many dots in a row, this far from one another at most, in points, are a dotted line. */
const LEAST_DOTS = 6;
const DOT_GAP = 5;
const DOT_LEVEL = 0.5;
/** A page with more dots is a drawing. */
const MOST_DOTS = 60_000;
const MOST_FILLS = 20_000;

/** Operations of a path, as the library numbers them. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;

/** How a path is painted. */
export interface Paint {
  readonly strokes: boolean;
  readonly matrix: Matrix;
  readonly clip: Box;
  /** Of the colour that fills, 0 black to 1 white; absent when it is a pattern. */
  readonly lightness: number | undefined;
}

export class Shapes {
  readonly fills: Fill[] = [];
  private readonly lines: Rule[] = [];
  private readonly dots: Point[] = [];

  /** Takes a path that is stroked or filled. */
  add(data: Float32Array, paint: Paint): void {
    for (const points of pieces(data, paint.matrix)) {
      if (!paint.strokes) this.fill(points, paint);
      else for (let at = 1; at < points.length; at += 1) this.line(points[at - 1]!, points[at]!, paint.clip);
    }
  }

  /** Takes a filled shape, or a picture; a thin one is drawn for a line. */
  fill(points: readonly Point[], { clip, lightness }: Pick<Paint, 'clip' | 'lightness'>): void {
    const box = boundsOf(points);
    const { left, top, right, bottom } = box;
    const [width, height] = [right - left, bottom - top];
    if (!isShown(clip, [left, top], [right, bottom])) return;
    if (height <= THIN && width > height && width >= SHORTEST)
      this.lines.push({ across: true, at: (top + bottom) / 2, from: left, to: right });
    else if (width <= THIN && height > width && height >= SHORTEST)
      this.lines.push({ across: false, at: (left + right) / 2, from: top, to: bottom });
    else if (width <= THIN && height <= THIN) this.dot([(left + right) / 2, (top + bottom) / 2]);
    else if (this.fills.length < MOST_FILLS && isRectangle(points, box)) this.fills.push({ box, lightness });
  }

  /** All straight lines, dotted ones too. */
  rules(): Rule[] {
    return [...this.lines, ...chains(this.dots, true), ...chains(this.dots, false)];
  }

  private line(from: Point, to: Point, clip: Box): void {
    if (!isShown(clip, from, to)) return;
    const [x0, y0] = from;
    const [x1, y1] = to;
    const across = Math.abs(x1 - x0);
    const down = Math.abs(y1 - y0);
    if (down <= SLANT && across >= SHORTEST)
      this.lines.push({ across: true, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
    else if (across <= SLANT && down >= SHORTEST)
      this.lines.push({ across: false, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
    else if (across < SHORTEST && down < SHORTEST) this.dot([(x0 + x1) / 2, (y0 + y1) / 2]);
  }

  private dot(point: Point): void {
    if (this.dots.length < MOST_DOTS) this.dots.push(point);
  }
}

/** True when the middle of something lies within a frame. */
export function isShown({ left, right, top, bottom }: Box, [x0, y0]: Point, [x1, y1]: Point): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x >= left - SLANT && x <= right + SLANT && y >= top - SLANT && y <= bottom + SLANT;
}

function isRectangle(points: readonly Point[], { left, top, right, bottom }: Box): boolean {
  const isNear = (value: number, one: number, other: number): boolean =>
    Math.min(Math.abs(value - one), Math.abs(value - other)) <= SLANT;
  return (
    points.length >= 4 &&
    points.length <= 6 &&
    points.every(([x, y]) => isNear(x, left, right) && isNear(y, top, bottom))
  );
}

/** The corners of each piece of a path, in page space; what is curved is no line of a table. */
export function* pieces(data: Float32Array, matrix: Matrix): Generator<Point[]> {
  let points: Point[] = [];
  for (let at = 0; at < data.length;) {
    const operation = data[at]!;
    at += 1;
    if (operation === MOVE || operation === LINE) {
      if (operation === MOVE && points.length > 0) {
        yield points;
        points = [];
      }
      points.push(apply(matrix, data[at]!, data[at + 1]!));
      at += 2;
    } else if (operation === CLOSE) {
      if (points.length > 0) points.push(points[0]!);
    } else {
      const more = operation === CURVE ? 6 : operation === QUADRATIC ? 4 : data.length;
      at += more;
      if (points.length > 1) yield points;
      points = at <= data.length && more < data.length ? [apply(matrix, data[at - 2]!, data[at - 1]!)] : [];
    }
  }
  if (points.length > 0) yield points;
}

/** Dots that follow one another along x (`across`) or y. */
function chains(dots: readonly Point[], across: boolean): Rule[] {
  const rules: Rule[] = [];
  const [along, level] = across ? ([0, 1] as const) : ([1, 0] as const);
  const levels = new Map<number, Point[]>();
  for (const dot of dots) {
    const key = Math.round(dot[level] / DOT_LEVEL);
    const known = levels.get(key);
    if (known) known.push(dot);
    else levels.set(key, [dot]);
  }
  for (const [key, row] of levels) {
    row.sort((a, b) => a[along] - b[along]);
    let first = 0;
    for (let at = 1; at <= row.length; at += 1) {
      if (at < row.length && row[at]![along] - row[at - 1]![along] <= DOT_GAP) continue;
      if (at - first >= LEAST_DOTS)
        rules.push({ across, at: key * DOT_LEVEL, from: row[first]![along], to: row[at - 1]![along] });
      first = at;
    }
  }
  return rules;
}
