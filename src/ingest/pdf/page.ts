import type { PDFPageProxy } from 'pdfjs-dist';
import { withoutRadicals } from '../../shared/radicals';
import { apply, boundsOf, type Box, compose, type Glyph, IDENTITY, type Matrix, type Page, type Rule } from './geometry';
import type { PdfLibrary } from './open';

/*
 * What a page shows, taken from its drawing operations: every character with its place, every straight line. Characters are followed one
 * by one (PDF 32000-1, 9.4), for a piece of text may run through several cells.
 */

/** A filled shape thinner than this, in points, is a line. */
const THIN = 3;
/** How far from straight a line may be drawn. */
const SLANT = 1;
/** Shorter lines are dots of a pattern. */
const SHORTEST = 2;
/** Nobody reads smaller characters, in points. */
const SMALLEST = 1;
/** A character printed twice that near itself is a bold one. */
const DOUBLED = 0.2;

/** Operations of a path, as the library numbers them. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;

interface FontLike {
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
}

interface GlyphLike {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

/** A character as it is printed, whichever way it runs. */
interface Printed {
  readonly text: string;
  readonly start: Point;
  readonly end: Point;
  readonly size: number;
}

type Point = readonly [x: number, y: number];

interface TextState {
  readonly font: FontLike | undefined;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
}

interface State {
  readonly matrix: Matrix;
  readonly text: TextState;
  /** Nothing is shown outside of it: a sheet printed over two pages is drawn whole on both. */
  readonly clip: Box;
}

const NO_TEXT: TextState = { font: undefined, size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0 };

/** Reads one page. */
export async function readPage(library: PdfLibrary, page: PDFPageProxy): Promise<Page> {
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: library.AnnotationMode.DISABLE });
  const drawing = new Drawing(library, page, { matrix: transform as unknown as Matrix, text: NO_TEXT, clip: { left: 0, top: 0, right: width, bottom: height } });
  fnArray.forEach((operation, at) => drawing.take(operation, (argsArray[at] as unknown[] | null) ?? []));
  const { glyphs, rules, pictured, turns } = drawing;
  const common = { number: page.pageNumber, pictured: Math.min(1, pictured / (width * height)) };
  const most = turns.indexOf(Math.max(...turns));
  const read = most === 1 || most === 3 ? turned(glyphs, rules, width, height, most === 1) : { width, height, rules, glyphs: glyphs.map(asGlyph) };
  return { ...common, ...read, glyphs: withoutDoubles(read.glyphs) };
}

class Drawing {
  readonly glyphs: Printed[] = [];
  readonly rules: Rule[] = [];
  /** Area of pictures, in square points. */
  pictured = 0;
  /** How many characters run to the right, down, to the left, up. */
  readonly turns: [number, number, number, number] = [0, 0, 0, 0];
  /** The next path bounds what is shown. */
  private clips = false;
  private readonly stack: State[] = [];
  private textMatrix: Matrix = IDENTITY;
  private x = 0;
  private y = 0;
  private lineX = 0;
  private lineY = 0;
  private readonly operations: PdfLibrary['OPS'];

  constructor(
    library: PdfLibrary,
    private readonly page: PDFPageProxy,
    private state: State,
  ) {
    this.operations = library.OPS;
  }

  take(operation: number, args: readonly unknown[]): void {
    const { operations } = this;
    const number = args[0] as number;
    switch (operation) {
      case operations.save:
        this.stack.push(this.state);
        break;
      case operations.restore:
      case operations.paintFormXObjectEnd:
        this.state = this.stack.pop() ?? this.state;
        break;
      case operations.transform:
        this.transform(args as unknown as Matrix);
        break;
      case operations.paintFormXObjectBegin:
        this.stack.push(this.state);
        if (args[0]) this.transform(args[0] as Matrix);
        break;
      case operations.clip:
      case operations.eoClip:
        this.clips = true;
        break;
      case operations.constructPath:
        this.path(number, (args[1] as (Float32Array | null)[])[0]);
        break;
      case operations.paintImageXObject:
      case operations.paintInlineImageXObject:
      case operations.paintImageMaskXObject:
      case operations.paintSolidColorImageMask:
        this.picture();
        break;
      case operations.setFont:
        this.set({ font: this.fontOf(args[0] as string), size: args[1] as number });
        break;
      case operations.setCharSpacing:
        this.set({ charSpacing: number });
        break;
      case operations.setWordSpacing:
        this.set({ wordSpacing: number });
        break;
      case operations.setHScale:
        this.set({ scale: number / 100 });
        break;
      case operations.setLeading:
        this.set({ leading: number });
        break;
      case operations.setTextRise:
        this.set({ rise: number });
        break;
      case operations.beginText:
        this.textMatrix = IDENTITY;
        this.moveTo(0, 0);
        break;
      case operations.setTextMatrix:
        this.textMatrix = (args.length === 1 ? args[0] : args) as Matrix;
        this.moveTo(0, 0);
        break;
      case operations.setLeadingMoveText:
        this.set({ leading: -(args[1] as number) });
        this.moveTo(this.lineX + number, this.lineY + (args[1] as number));
        break;
      case operations.moveText:
        this.moveTo(this.lineX + number, this.lineY + (args[1] as number));
        break;
      case operations.nextLine:
        this.moveTo(this.lineX, this.lineY - this.state.text.leading);
        break;
      case operations.showText:
        this.show(args[0] as (GlyphLike | number)[]);
        break;
      default:
    }
  }

  private transform(matrix: Matrix): void {
    this.state = { ...this.state, matrix: compose(this.state.matrix, matrix) };
  }

  private set(change: Partial<TextState>): void {
    this.state = { ...this.state, text: { ...this.state.text, ...change } };
  }

  private moveTo(x: number, y: number): void {
    this.x = this.lineX = x;
    this.y = this.lineY = y;
  }

  private fontOf(name: string): FontLike | undefined {
    const { commonObjs } = this.page;
    return commonObjs.has(name) ? (commonObjs.get(name) as FontLike) : undefined;
  }

  private show(glyphs: readonly (GlyphLike | number)[]): void {
    const { font, size, charSpacing, wordSpacing, scale, rise } = this.state.text;
    const unit = font?.fontMatrix?.[0] ?? 0.001;
    const vertical = font?.vertical === true;
    const matrix = compose(this.state.matrix, this.textMatrix);
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        const shift = (glyph * size) / 1000;
        if (vertical) this.y += shift;
        else this.x -= shift * scale;
        continue;
      }
      const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0);
      const advance = glyph.width * unit * size;
      const [left, base] = apply(matrix, this.x, this.y + rise);
      if (vertical) {
        this.add(glyph.unicode, [left - Math.abs(size) / 2, base], [left + Math.abs(size) / 2, base], matrix);
        this.y += advance - spacing;
      } else {
        this.add(glyph.unicode, [left, base], apply(matrix, this.x + advance * scale, this.y + rise), matrix);
        this.x += (advance + spacing) * scale;
      }
    }
  }

  private add(text: string, start: Point, end: Point, matrix: Matrix): void {
    if (text.trim() === '') return;
    const [a, b, c, d] = matrix;
    const turn = Math.abs(a) >= Math.abs(b) ? (a >= 0 ? 0 : 2) : b > 0 ? 1 : 3;
    const size = Math.abs(this.state.text.size) * Math.hypot(c, d);
    if (!(size >= SMALLEST && size < Infinity)) return;
    // By the middle of the character, not by its baseline.
    const middle = 0.35 * this.state.text.size;
    if (!this.isShown([start[0] + c * middle, start[1] + d * middle], [end[0] + c * middle, end[1] + d * middle])) return;
    this.turns[turn] += 1;
    this.glyphs.push({ text: inPlainCharacters(text), start, end, size });
  }

  private path(paint: number, data: Float32Array | null | undefined): void {
    const { operations } = this;
    if (!data) return;
    if (this.clips) this.clip(data);
    const strokes = [operations.stroke, operations.closeStroke, operations.fillStroke, operations.eoFillStroke, operations.closeFillStroke, operations.closeEOFillStroke].includes(paint);
    const fills = !strokes && (paint === operations.fill || paint === operations.eoFill);
    if (!strokes && !fills) return;
    for (const points of this.pieces(data)) {
      if (fills) this.thinShape(points);
      else for (let at = 1; at < points.length; at += 1) this.line(points[at - 1]!, points[at]!);
    }
  }

  private clip(data: Float32Array): void {
    this.clips = false;
    const points = [...this.pieces(data)].flat();
    if (points.length === 0) return;
    const { clip } = this.state;
    const { left, right, top, bottom } = boundsOf(points);
    this.state = {
      ...this.state,
      clip: { left: Math.max(clip.left, left), right: Math.min(clip.right, right), top: Math.max(clip.top, top), bottom: Math.min(clip.bottom, bottom) },
    };
  }

  private isShown([x0, y0]: Point, [x1, y1]: Point): boolean {
    const { left, right, top, bottom } = this.state.clip;
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    return x >= left - SLANT && x <= right + SLANT && y >= top - SLANT && y <= bottom + SLANT;
  }

  /** The corners of each piece of a path, in page space; what is curved is no line of a table. */
  private *pieces(data: Float32Array): Generator<Point[]> {
    let points: Point[] = [];
    for (let at = 0; at < data.length; ) {
      const operation = data[at]!;
      at += 1;
      if (operation === MOVE || operation === LINE) {
        if (operation === MOVE && points.length > 0) {
          yield points;
          points = [];
        }
        points.push(apply(this.state.matrix, data[at]!, data[at + 1]!));
        at += 2;
      } else if (operation === CLOSE) {
        if (points.length > 0) points.push(points[0]!);
      } else {
        const more = operation === CURVE ? 6 : operation === QUADRATIC ? 4 : data.length;
        at += more;
        if (points.length > 1) yield points;
        points = at <= data.length && more < data.length ? [apply(this.state.matrix, data[at - 2]!, data[at - 1]!)] : [];
      }
    }
    if (points.length > 0) yield points;
  }

  private line([x0, y0]: Point, [x1, y1]: Point): void {
    if (!this.isShown([x0, y0], [x1, y1])) return;
    const across = Math.abs(x1 - x0);
    const down = Math.abs(y1 - y0);
    if (down <= SLANT && across >= SHORTEST) this.rules.push({ across: true, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
    else if (across <= SLANT && down >= SHORTEST) this.rules.push({ across: false, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
  }

  private thinShape(points: readonly Point[]): void {
    const { left, right, top, bottom } = boundsOf(points);
    const [width, height] = [right - left, bottom - top];
    if (!this.isShown([left, top], [right, bottom])) return;
    if (height <= THIN && width > height && width >= SHORTEST) this.rules.push({ across: true, at: (top + bottom) / 2, from: left, to: right });
    else if (width <= THIN && height > width && height >= SHORTEST) this.rules.push({ across: false, at: (left + right) / 2, from: top, to: bottom });
  }

  /** A picture fills the unit square; a thin one is drawn for a line. */
  private picture(): void {
    const corners = [apply(this.state.matrix, 0, 0), apply(this.state.matrix, 1, 0), apply(this.state.matrix, 1, 1), apply(this.state.matrix, 0, 1)];
    this.thinShape(corners);
    const [a, b, c, d] = this.state.matrix;
    this.pictured += Math.abs(a * d - b * c);
  }
}

/** What a font draws with the glyph of another character: a radical is the word it looks like, a long dash the two that it joins. */
function inPlainCharacters(text: string): string {
  return text === '⸺' ? '——' : text === '⸻' ? '———' : withoutRadicals(text);
}

/** Characters that are printed over themselves to look bold, once. */
function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  return glyphs.filter((glyph) => {
    const near = DOUBLED * glyph.size;
    const same = seen.get(glyph.text);
    if (!same) seen.set(glyph.text, [glyph]);
    else if (same.some(({ left, base, size }) => Math.abs(left - glyph.left) < near && Math.abs(base - glyph.base) < near && Math.abs(size - glyph.size) < 1)) return false;
    else same.push(glyph);
    return true;
  });
}

function asGlyph({ text, start, end, size }: Printed): Glyph {
  return { text, left: Math.min(start[0], end[0]), right: Math.max(start[0], end[0]), base: start[1], size };
}

/**
 * A page whose text is turned, as a person would hold it.
 * @param down the text runs down the page; else up
 */
function turned(glyphs: readonly Printed[], rules: readonly Rule[], width: number, height: number, down: boolean): Pick<Page, 'width' | 'height' | 'glyphs' | 'rules'> {
  const along = (y: number): number => (down ? y : height - y);
  const below = (x: number): number => (down ? width - x : x);
  const turn = ([x, y]: Point): Point => [along(y), below(x)];
  return {
    width: height,
    height: width,
    glyphs: glyphs.map(({ text, start, end, size }) => asGlyph({ text, start: turn(start), end: turn(end), size })),
    rules: rules.map(({ across, at, from, to }) => {
      const move = across ? below : along;
      const [one, other] = [move(from), move(to)];
      return { across: !across, at: across ? along(at) : below(at), from: Math.min(one, other), to: Math.max(one, other) };
    }),
  };
}
