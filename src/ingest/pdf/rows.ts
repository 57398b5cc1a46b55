import type { Glyph } from './geometry';
import { linesOf } from './lines';

/*
 * Rows that no line divides, told by the height at which their text stands.
 */

/**
 * Text that stands lower by less than this share of its size cannot be a line below in the same row of cells: it is
 * centred beside two lines.
 */
const BESIDE = 0.95;
/** Lines nearer than this share of the distance of rows are lines of one cell. */
const NEARER = 0.92;
const FIGURE = /^[-−－(（]?[\d０-９][\d０-９,，]*[.．][\d０-９]+[)）]?$|^[-−－]?\d{1,3}(?:,\d{3})+$/;
/** So many figures under one another in one cell are as many rows; in two cells or more, two are enough. */
const STACKED = 3;

/** An amount as tables print it. */
export function isFigure(text: string): boolean {
  return FIGURE.test(text.trim());
}

/**
 * True when cells of one row hold columns of figures: rows that no line divides. @param cells the characters of each
 * cell
 */
export function isStacked(cells: readonly (readonly Glyph[])[]): boolean {
  const figures = cells.map((glyphs) => linesOf(glyphs).filter(({ text }) => isFigure(text)).length);
  return figures.some((count) => count >= STACKED) || figures.filter((count) => count > 1).length > 1;
}

interface Level {
  readonly base: number;
  readonly last: number;
  readonly size: number;
  readonly figures: boolean;
  readonly glyphs: readonly (readonly Glyph[])[];
}

/**
 * The rows of some columns of text, from the top.
 * @param columns the characters of each column
 * @param borders heights of lines or edges of grounds that divide rows
 * @returns for each row the characters of each column
 */
export function rowsOf(columns: readonly (readonly Glyph[])[], borders: readonly number[] = []): Glyph[][][] {
  const levels = levelsOf(columns);
  const gaps = levels.slice(1).map((level, at) => level.base - levels[at]!.last);
  const pitches = gaps.filter(
    (_, at) => levels[at]!.figures && levels[at + 1]!.figures && gaps[at]! > BESIDE * levels[at + 1]!.size,
  );
  const pitch = Math.min(...pitches, Infinity);
  const divided = levels
    .slice(1)
    .map((level, at) =>
      borders.some((border) => border > levels[at]!.last - 0.3 * level.size && border < level.base - 0.3 * level.size),
    );
  // Where nearly every row has its border, what stands between two of them is one row.
  const isRuled =
    divided.filter(Boolean).length * 1.4 >= levels.filter(({ figures }) => figures).length && divided.some(Boolean);
  const rows: Level[][] = [];
  levels.forEach((level, at) => {
    const last = rows[rows.length - 1];
    if (!last || at === 0) rows.push([level]);
    else if (divided[at - 1] || (!isRuled && !goesOn(at))) rows.push([level]);
    else last.push(level);
  });
  return rows.map((row) => columns.map((_, column) => row.flatMap(({ glyphs }) => glyphs[column]!)));

  function goesOn(at: number): boolean {
    const [before, level] = [levels[at - 1]!, levels[at]!];
    const gap = gaps[at - 1]!;
    const isCentred = gap < BESIDE * level.size && !(before.figures && level.figures);
    if (isCentred) return true;
    // A row begins with its code or label, and has more to say.
    if (level.glyphs[0]!.length > 0 && level.glyphs.filter((own) => own.length > 0).length > 1) return false;
    if (pitch === Infinity || (before.figures && level.figures) || gap >= NEARER * pitch) return false;
    const next = gaps[at];
    // A line without figures goes with the nearer neighbour.
    return next === undefined || level.figures || gap <= next + 0.5;
  }
}

/** Heights at which text stands in any column. */
function levelsOf(columns: readonly (readonly Glyph[])[]): Level[] {
  const lines = columns.flatMap((glyphs, column) => linesOf(glyphs).map((line) => ({ ...line, column })));
  const levels: { base: number; last: number; size: number; figures: boolean; glyphs: Glyph[][] }[] = [];
  for (const { base, size, text, column, glyphs } of lines.sort((a, b) => a.base - b.base)) {
    let level = levels[levels.length - 1];
    if (!level || base - level.base > 0.4 * Math.max(size, level.size) || level.glyphs[column]!.length > 0) {
      level = { base, last: base, size, figures: false, glyphs: columns.map(() => []) };
      levels.push(level);
    }
    level.last = Math.max(level.last, base);
    level.size = Math.max(level.size, size);
    level.figures ||= isFigure(text);
    level.glyphs[column]!.push(...glyphs);
  }
  return levels;
}
