import type { SourceCell } from '../../model/source';
import type { Glyph, Page } from './geometry';
import { headRows } from './heads';
import type { Column, PageTable } from './layout';
import { linesOf } from './lines';
import { isFigure, rowsOf } from './rows';
import { stretchesOf, type Unit, unitOf, unitsOf } from './units';

/*
 * Tables without lines between their columns (three lines, shaded rows, nothing at all): columns are the strips that no
 * row of figures leaves its text in, heads go to what they stand over.
 */

/** Pieces of a line stand apart by this share of the size, or by more where the text is set wide. */
const APART = 0.45;
/** Strips narrower than this share of the size divide no columns. */
const STRIP = 0.25;
/** One row in so many may hang over into the next column. */
const EXCEPTION = 12;
/** Text keeps this far off the border that it is set against, in sizes. */
const PADDING = 0.4;
/** Rows further apart than this, in sizes, are not of one table; with lines or grounds between them they may be. */
const FAR = 4;
const FAR_RULED = 9;
/** So many lines above the first figures may be heads. */
const MOST_HEADS = 8;
/** Fewer rows with figures are no table by themselves. */
const LEAST_ROWS = 2;
/**
 * What stands above a table and is no head of it: a title, the unit, the name of the institution; and what ends one.
 */
const CAPTION = /[:：。；]|表(?:[（(][^（(]{0,60}[)）])?$|^第?\s?\d+\s?页/;
const NOTE = /^(?:备?注|说明)|[。；]$/;
/** A mark of nothing, or nothing. */
const MARK = /^[-—–―－]{0,3}$/;
const PROSE = /[，。；]/;
const LONG = 40;

/** One line of a page, in pieces. */
export interface TextLine {
  readonly base: number;
  readonly size: number;
  readonly pieces: readonly Unit[];
  readonly text: string;
  readonly figures: number;
}

/** Finds such tables among text that stands in no ruled one. */
export function unruledTables(
  glyphs: readonly Glyph[],
  page: Pick<Page, 'number' | 'rules' | 'fills'>,
): { tables: PageTable[]; rest: readonly Glyph[] } {
  const lines = linesOf(glyphs).map(({ base, size, glyphs: own }) => lineOf(base, size, own));
  const borders = [
    ...page.rules.filter(({ across }) => across).map(({ at }) => at),
    ...page.fills.flatMap(({ box }) => [box.top, box.bottom]),
  ];
  const tables: PageTable[] = [];
  const used = new Set<TextLine>();
  for (let at = 0; at < lines.length; at += 1) {
    if (!isData(lines[at]!) || used.has(lines[at]!)) continue;
    const { from, to } = extentOf(lines, at, borders);
    const own = lines.slice(from, to + 1);
    const table = tableOf(own, at - from, borders, page.number);
    if (table) {
      tables.push(table);
      for (const line of own) used.add(line);
    }
    at = to;
  }
  return used.size === 0
    ? { tables, rest: glyphs }
    : {
        tables,
        rest: lines.filter((line) => !used.has(line)).flatMap(({ pieces }) => pieces.flatMap((piece) => piece.glyphs)),
      };
}

function lineOf(base: number, size: number, glyphs: readonly Glyph[]): TextLine {
  const gaps = glyphs
    .slice(1)
    .map((glyph, at) => Math.max(0, glyph.left - glyphs[at]!.right))
    .sort((a, b) => a - b);
  // Most gaps of text that is set wide are alike; those between the cells of a row are not.
  const apart = Math.max(APART * size, Math.min(size, 1.6 * (gaps[gaps.length >> 2] ?? 0)));
  const pieces: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = pieces[pieces.length - 1];
    if (last && glyph.left - last[last.length - 1]!.right <= apart) last.push(glyph);
    else pieces.push([glyph]);
  }
  const units = pieces.map(unitOf);
  const texts = pieces.map((piece) => piece.map(({ text }) => text).join(''));
  return { base, size, pieces: units, text: texts.join(' '), figures: texts.filter(isFigure).length };
}

function isData({ pieces, figures, text }: TextLine): boolean {
  // A sentence may be set with blanks around its figures.
  const isProse = PROSE.test(text) && figures * 2 <= pieces.length;
  return figures > 0 && pieces.length > 1 && !isProse;
}

/** Which lines belong to the table of a row of figures. */
function extentOf(lines: readonly TextLine[], start: number, borders: readonly number[]): { from: number; to: number } {
  const isNear = (upper: TextLine, lower: TextLine): boolean => {
    const gap = lower.base - upper.base;
    return (
      gap < FAR * lower.size ||
      (gap < FAR_RULED * lower.size && borders.some((border) => border > upper.base && border < lower.base))
    );
  };
  let from = start;
  while (from > 0 && start - from < MOST_HEADS && isNear(lines[from - 1]!, lines[from]!) && isHead(lines[from - 1]!))
    from -= 1;
  let to = start;
  while (to + 1 < lines.length && isNear(lines[to]!, lines[to + 1]!) && isRow(lines[to + 1]!)) to += 1;
  return { from, to };
}

function isHead({ pieces, text }: TextLine): boolean {
  return !(pieces.length < 3 && CAPTION.test(text)) && !NOTE.test(text) && text.length < LONG * pieces.length;
}

function isRow(line: TextLine): boolean {
  return (
    isData(line) ||
    (!(line.pieces.length < 3 && CAPTION.test(line.text)) && !NOTE.test(line.text) && line.text.length < LONG)
  );
}

function tableOf(
  lines: readonly TextLine[],
  firstData: number,
  borders: readonly number[],
  page: number,
): PageTable | undefined {
  const data = lines.filter(isData);
  const heads = lines.slice(0, firstData);
  if (data.length < LEAST_ROWS && !heads.some(({ pieces }) => pieces.length > 1)) return undefined;
  const body = columnsOf(data);
  const columns = withHeads(body, heads);
  if (columns.length < 2 || columns.length > 60) return undefined;
  const edges = edgesOf(columns, data);
  const head = headRows(heads, columns, edges);
  const inColumns = columns.map((): Glyph[] => []);
  for (const unit of lines.slice(head.lines).flatMap(({ pieces }) => pieces.flatMap(({ glyphs }) => unitsOf(glyphs))))
    stretchesOf(unit, edges).forEach((column, at) => inColumns[column]!.push(unit.glyphs[at]!));
  const rows = rowsOf(inColumns, borders).map((row) =>
    row.map((glyphs): SourceCell => ({ text: textOf(glyphs), place: { page } })),
  );
  const headCells = head.rows.map((row) =>
    row.map(({ text, colSpan }): SourceCell => ({ text, place: { page }, ...(colSpan > 1 && { colSpan }) })),
  );
  return { kind: 'table', page, base: lines[0]!.base, rows: [...headCells, ...rows], columns, isLoose: true };
}

function textOf(glyphs: readonly Glyph[]): string {
  return linesOf(glyphs)
    .map(({ text }) => text)
    .join('');
}

/** Where rows of figures have text, strips between them left free. */
function columnsOf(data: readonly TextLine[]): Column[] {
  const pieces = data.flatMap(({ pieces: own }) => own).sort((a, b) => a.left - b.left);
  const strip = STRIP * Math.min(...data.map(({ size }) => size));
  const allowed = Math.floor(data.length / EXCEPTION);
  const ends = pieces.map(({ right }) => right).sort((a, b) => a - b);
  const columns: { left: number; right: number }[] = [];
  // From left to right: how many pieces cover a place; a column is what more of them cover than may be exceptions.
  let covering = 0;
  let ended = 0;
  let open: number | undefined;
  for (const { left } of pieces) {
    while (ended < ends.length && ends[ended]! <= left) {
      covering -= 1;
      if (covering === allowed && open !== undefined) {
        columns.push({ left: open, right: ends[ended]! });
        open = undefined;
      }
      ended += 1;
    }
    covering += 1;
    if (covering > allowed) open ??= left;
  }
  if (open !== undefined) columns.push({ left: open, right: ends[ends.length - 1]! });
  const joined: Column[] = [];
  for (const column of columns) {
    const last = joined[joined.length - 1];
    if (last && column.left - last.right < strip)
      joined[joined.length - 1] = { left: last.left, right: Math.max(last.right, column.right) };
    else joined.push(column);
  }
  return withMarks(joined, data);
}

/**
 * Marks of nothing stand elsewhere in a column than its figures: strips of which no row fills both are one column where
 * one has only marks.
 */
function withMarks(columns: readonly Column[], data: readonly TextLine[]): Column[] {
  const textsOf = ({ left, right }: Column): string[] =>
    data.map(({ pieces }) =>
      pieces
        .filter((piece) => piece.left < right && piece.right > left)
        .flatMap(({ glyphs }) => glyphs.map(({ text }) => text))
        .join(''),
    );
  const all: Column[] = [];
  for (const column of columns) {
    const last = all[all.length - 1];
    const [before, own] = [last ? textsOf(last) : [], textsOf(column)];
    const isMarks = [before, own].some((texts) => texts.every((text) => MARK.test(text)));
    if (last && isMarks && before.every((text, at) => text === '' || own[at] === ''))
      all[all.length - 1] = { left: last.left, right: column.right };
    else all.push(column);
  }
  return all;
}

/**
 * Columns with their lowest heads; a head that stands over none of them, between columns that have theirs, is that of a
 * blank column.
 */
function withHeads(columns: readonly Column[], heads: readonly TextLine[]): Column[] {
  const lowest = heads
    .slice(-1)
    .flatMap(({ base, size }) => heads.filter((line) => base - line.base < 1.6 * size).flatMap(({ pieces }) => pieces));
  const isOver = (piece: Unit, column: Column): boolean => piece.left < column.right && piece.right > column.left;
  const all: { left: number; right: number }[] = columns.map((column) => ({ ...column }));
  const isHeaded = columns.map((column) => lowest.some((piece) => isOver(piece, column)));
  for (const piece of [...lowest].sort((a, b) => a.left - b.left)) {
    const over = columns.flatMap((column, at) => (isOver(piece, column) ? [at] : []));
    const after = columns.findIndex(({ left }) => left >= piece.right);
    const before = (after < 0 ? columns.length : after) - 1;
    // Text set to one side of a wide column leaves the place under its head free.
    const own =
      over.length > 0
        ? over.length === 1
          ? over[0]
          : -1
        : before >= 0 && !isHeaded[before]
          ? before
          : after >= 0 && !isHeaded[after]
            ? after
            : undefined;
    if (own === undefined) {
      if (!all.slice(columns.length).some((column) => isOver(piece, column)))
        all.push({ left: piece.left, right: piece.right });
    } else if (own >= 0) {
      isHeaded[own] = true;
      const [left, right] = [Math.min(all[own]!.left, piece.left), Math.max(all[own]!.right, piece.right)];
      // No further than to the neighbours.
      if (!all.some((other, at) => at !== own && left < other.right && right > other.left))
        Object.assign(all[own]!, { left, right });
    }
  }
  return all.sort((a, b) => a.left - b.left);
}

/** Borders of columns: beside the side that their text is set against, else halfway. */
function edgesOf(columns: readonly Column[], data: readonly TextLine[]): number[] {
  const pieces = data.flatMap((line) => line.pieces);
  const size = data[0]!.size;
  const sides = columns.map(({ left, right }) => {
    const own = pieces.filter((piece) => piece.left >= left - 0.1 && piece.right <= right + 0.1);
    const isEven = (ends: readonly number[]): boolean =>
      ends.length > 1 && Math.max(...ends) - Math.min(...ends) < 0.3 * size;
    const [isLeft, isRight] = [isEven(own.map((piece) => piece.left)), isEven(own.map((piece) => piece.right))];
    // Text of one width stands even on both sides: figures are set to the right, words to the left.
    const figures = isLeft && isRight && own.every(({ glyphs }) => isFigure(glyphs.map(({ text }) => text).join('')));
    return { left: isLeft && !figures, right: isRight && (figures || !isLeft) };
  });
  const inner = columns.slice(1).map(({ left }, at) => {
    const { right } = columns[at]!;
    const half = (left + right) / 2;
    const pad = Math.min(PADDING * size, (left - right) / 2);
    if (sides[at + 1]!.left && !sides[at]!.right) return left - pad;
    return sides[at]!.right && !sides[at + 1]!.left ? right + pad : half;
  });
  return [columns[0]!.left, ...inner, columns[columns.length - 1]!.right];
}
