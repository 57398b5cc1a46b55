import type { PDFPageProxy } from 'pdfjs-dist';
import { withoutRadicals } from '../../shared/radicals';
import { apply, boundsOf, type Box, compose, IDENTITY, type Matrix, type Page, type Point } from './geometry';
import type { PdfLibrary } from './open';
import { isShown, pieces, Shapes } from './shapes';
import { held, type Printed } from './turn';

/*
 * What a page shows, taken from its drawing operations: every character with its place, every straight line. Characters
 * are followed one by one (PDF 32000-1, 9.4), for a piece of text may run through several cells.
 */

/** Nobody reads smaller characters, in points. */
const SMALLEST = 1;
/** Text that leans by more than this (the tangent) belongs to no line: a watermark. */
const LEANING = 0.1;
/** A gap within one operation that is wider than this share of the size sets words apart. */
const APART = 0.6;
/**
 * Text as light as its ground, to this difference, is not seen; with less than the other it is meant to be looked
 * through.
 */
const UNSEEN = 0.04;
const PALE = 0.5;

interface FontLike {
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
}

interface GlyphLike {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

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
  /** Of the colour that fills, 0 black to 1 white; absent for a pattern. */
  readonly lightness: number | undefined;
  /** How much it covers, 0 to 1. */
  readonly alpha: number;
}

const NO_TEXT: TextState = { font: undefined, size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0 };

/** Reads one page. */
export async function readPage(library: PdfLibrary, page: PDFPageProxy): Promise<Page> {
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: library.AnnotationMode.ENABLE });
  const drawing = new Drawing(library, page, {
    matrix: transform as unknown as Matrix,
    text: NO_TEXT,
    lightness: 0,
    alpha: 1,
    clip: { left: 0, top: 0, right: width, bottom: height },
  });
  fnArray.forEach((operation, at) => drawing.take(operation, (argsArray[at] as unknown[] | null) ?? []));
  const { glyphs, shapes, pictured, turns } = drawing;
  return {
    number: page.pageNumber,
    pictured: Math.min(1, pictured / (width * height)),
    ...held(glyphs, shapes.rules(), shapes.fills, width, height, turns),
  };
}

class Drawing {
  readonly glyphs: Printed[] = [];
  readonly shapes = new Shapes();
  /** Area of pictures, in square points. */
  pictured = 0;
  /** How many characters run to the right, down, to the left, up. */
  readonly turns: [number, number, number, number] = [0, 0, 0, 0];
  /** The next path bounds what is shown. */
  private clips = false;
  /** Characters shown by one operation have one number. */
  private run = 0;
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
      case operations.endAnnotation:
        this.state = this.stack.pop() ?? this.state;
        break;
      case operations.transform:
        this.transform(args as unknown as Matrix);
        break;
      case operations.paintFormXObjectBegin:
        this.stack.push(this.state);
        if (args[0]) this.transform(args[0] as Matrix);
        break;
      case operations.beginAnnotation:
        this.stack.push(this.state);
        if (args[2]) this.transform(args[2] as Matrix);
        if (args[3]) this.transform(args[3] as Matrix);
        break;
      case operations.setFillRGBColor:
        this.state = { ...this.state, lightness: lightnessOf(args[0]) };
        break;
      case operations.setFillColorN:
      case operations.setFillTransparent:
        this.state = { ...this.state, lightness: undefined };
        break;
      case operations.setGState:
        for (const [key, value] of args[0] as [string, unknown][])
          if (key === 'ca') this.state = { ...this.state, alpha: value as number };
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
    this.run += 1;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        const shift = (glyph * size) / 1000;
        if (Math.abs(glyph) > 1000 * APART) this.run += 1;
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
    if (Math.min(Math.abs(a), Math.abs(b)) > LEANING * Math.max(Math.abs(a), Math.abs(b))) return;
    const turn = Math.abs(a) >= Math.abs(b) ? (a >= 0 ? 0 : 2) : b > 0 ? 1 : 3;
    const size = Math.abs(this.state.text.size) * Math.hypot(c, d);
    if (!(size >= SMALLEST && size < Infinity)) return;
    // By the middle of the character, not by its baseline.
    const middle = 0.35 * this.state.text.size;
    if (
      !isShown(
        this.state.clip,
        [start[0] + c * middle, start[1] + d * middle],
        [end[0] + c * middle, end[1] + d * middle],
      )
    )
      return;
    const contrast = this.contrast(start, end);
    if (contrast < UNSEEN) return;
    this.turns[turn] += 1;
    this.glyphs.push({ text: inPlainCharacters(text), start, end, size, run: this.run, pale: contrast < PALE });
  }

  /** How far text stands off from what it is printed on, 0 to 1. */
  private contrast(start: Point, end: Point): number {
    const { lightness, alpha } = this.state;
    if (lightness === undefined) return 1;
    // Dark text is told without a look at its ground: it is nearly all there is.
    if (alpha * (1 - lightness) >= PALE) return 1;
    const [x, y] = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];
    const { fills } = this.shapes;
    let ground: number | undefined = 1;
    for (let at = fills.length - 1; at >= 0; at -= 1) {
      const { box, lightness: under } = fills[at]!;
      if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
      ground = under;
      break;
    }
    return ground === undefined ? 1 : alpha * Math.abs(ground - lightness);
  }

  private path(paint: number, data: Float32Array | null | undefined): void {
    const { operations } = this;
    if (!data) return;
    if (this.clips) this.clip(data);
    const strokes = [
      operations.stroke,
      operations.closeStroke,
      operations.fillStroke,
      operations.eoFillStroke,
      operations.closeFillStroke,
      operations.closeEOFillStroke,
    ].includes(paint);
    const fills = !strokes && (paint === operations.fill || paint === operations.eoFill);
    if (!strokes && !fills) return;
    const { matrix, clip, lightness, alpha } = this.state;
    this.shapes.add(data, {
      strokes,
      matrix,
      clip,
      lightness: lightness === undefined ? undefined : 1 - alpha * (1 - lightness),
    });
  }

  private clip(data: Float32Array): void {
    this.clips = false;
    const points = [...pieces(data, this.state.matrix)].flat();
    if (points.length === 0) return;
    const { clip } = this.state;
    const { left, right, top, bottom } = boundsOf(points);
    this.state = {
      ...this.state,
      clip: {
        left: Math.max(clip.left, left),
        right: Math.min(clip.right, right),
        top: Math.max(clip.top, top),
        bottom: Math.min(clip.bottom, bottom),
      },
    };
  }

  /** A picture fills the unit square; a thin one is drawn for a line. */
  private picture(): void {
    const corners = [
      apply(this.state.matrix, 0, 0),
      apply(this.state.matrix, 1, 0),
      apply(this.state.matrix, 1, 1),
      apply(this.state.matrix, 0, 1),
    ];
    this.shapes.fill(corners, { clip: this.state.clip, lightness: undefined });
    const [a, b, c, d] = this.state.matrix;
    this.pictured += Math.abs(a * d - b * c);
  }
}

/**
 * What a font draws with the glyph of another character: a radical is the word it looks like, a long dash the two that
 * it joins.
 */
function inPlainCharacters(text: string): string {
  return text === '⸺' ? '——' : text === '⸻' ? '———' : withoutRadicals(text);
}

/** How light a colour is, as the library writes it: #rrggbb. */
function lightnessOf(colour: unknown): number | undefined {
  const parts = typeof colour === 'string' ? /^#(..)(..)(..)$/.exec(colour) : null;
  if (!parts) return undefined;
  const [red, green, blue] = [1, 2, 3].map((at) => Number.parseInt(parts[at]!, 16) / 255);
  return 0.3 * red! + 0.59 * green! + 0.11 * blue!;
}
