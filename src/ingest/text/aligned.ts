import type { SourceCell } from '../../model/source';

/*
 * Tables set with blanks instead of tabs, as terminals and PDF readers give them: cells stand apart by two blanks or
 * more, and stand under one another. Columns are found from the rows that follow the first figure; heads go to the
 * column that they overlap most.
 */

const GAP = /[ \u3000\u00a0]{2,}/;
/** Fewer lines are a table only where they plainly are heads and figures. */
const LEAST_LINES = 3;
/** What a head of amounts says: without one of these words two lines of two words each are no table. */
const AMOUNT_HEAD = /[数额计费]$|预算|决算|支出|收入|经费|拨款|资金|20\d\d年/;
/** How far a head over several columns is indented at least when it stands alone in its line. */
const LEAST_INDENT = 4;
const TITLE = /(?:表|情况|明细)(?:[（(][^（(]{0,60}[)）])?$/;
const FIGURE = /^[-−(（]?[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?[)）%％]?$/;
const CAPTION = /(?:单位|部门)(?:名称)?\s*[：:]/;
const SENTENCE = /[。；]\s*$/;
/** The title of a contents page, set wide. */
const CONTENTS = /^\s*目\s*录\s*$/;
/** A head over columns is no caption and no sentence. */
const NO_HEAD = /[：:。；]/;
const INDENTED = /^[ \u3000\u00a0]/;

interface Piece {
  readonly text: string;
  /** Offset in the line, from 0. */
  readonly offset: number;
  /** Display columns, half-open. */
  readonly from: number;
  readonly to: number;
}

/** How wide a character is shown: Chinese ones take two columns. */
function charWidth(char: string): number {
  const code = char.codePointAt(0)!;
  const wide =
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x20000 && code <= 0x3fffd);
  return wide ? 2 : 1;
}

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  let column = 0;
  let start = -1;
  let from = 0;
  let blanks = 0;
  const close = (offset: number): void => {
    if (start < 0) return;
    const text = line.slice(start, offset).trimEnd();
    pieces.push({ text, offset: start, from, to: column - blanks });
    start = -1;
  };
  let offset = 0;
  for (const char of line) {
    const blank = char === ' ' || char === '\u3000' || char === '\u00a0';
    const width = blank && char !== '\u3000' ? 1 : charWidth(char);
    if (blank) {
      blanks += width;
      column += width;
      if (blanks >= 2) close(offset);
    } else {
      if (start < 0) {
        start = offset;
        from = column;
      }
      blanks = 0;
      column += width;
    }
    offset += char.length;
  }
  blanks = Math.min(blanks, 1);
  close(line.length);
  return pieces;
}

/** True for a line that may be a row of such a table. */
export function isAlignedLine(line: string): boolean {
  return (
    !line.includes('\t') && GAP.test(line.trim()) && !CAPTION.test(line) && !SENTENCE.test(line) && !CONTENTS.test(line)
  );
}

/**
 * Reads a run of lines as table rows.
 * @param lines with their 1-based numbers
 * @returns undefined when they are not set in columns: too few lines, or no row with figures
 */
export function alignedRows(
  lines: readonly { readonly text: string; readonly number: number }[],
): SourceCell[][] | undefined {
  const pieces = lines.map(({ text }) => piecesOf(text));
  if (lines.length < LEAST_LINES && !isHeadAndRow(pieces)) return undefined;
  const first = pieces.findIndex((row) => row.length > 1 && row.slice(1).some(({ text }) => FIGURE.test(text)));
  if (first < 0) return undefined;
  const columns = columnsOf(pieces.slice(first).flat());
  // A row of column numbers tells every column; without it a head that stands over nothing is a column that holds
  // nothing.
  const numbered = pieces.some((row) => row.length > 2 && row.every(({ text }, at) => text === String(at + 1)));
  if (!numbered) for (const row of pieces.slice(0, first)) addEmptyColumns(columns, row);
  columns.sort((a, b) => a.from - b.from);
  return pieces.map((row, at) => {
    const { number } = lines[at]!;
    const cells = columns.map((): SourceCell => ({ text: '', place: { line: number, column: 1, length: 0 } }));
    for (const [order, piece] of row.entries()) {
      // As many texts as columns: one each, however badly they are aligned.
      const column = row.length === columns.length ? order : bestColumn(columns, piece);
      const before = cells[column]!;
      const text = before.text === '' ? piece.text : `${before.text} ${piece.text}`;
      cells[column] = { text, place: { line: number, column: piece.offset + 1, length: piece.text.length } };
    }
    return cells;
  });
}

/** A table of a single row: heads of amounts, and a figure under each but the first. */
function isHeadAndRow([heads = [], row = []]: readonly (readonly Piece[])[]): boolean {
  const isFigure = ({ text }: Piece): boolean => FIGURE.test(text);
  return (
    heads.length > 1 &&
    row.length > 1 &&
    row.length <= heads.length &&
    !heads.some(isFigure) &&
    heads.some(({ text }) => AMOUNT_HEAD.test(text)) &&
    row.slice(1).every(isFigure)
  );
}

/** True for a line that holds figures under heads: not the first column alone. */
export function holdsFigures(line: string): boolean {
  return piecesOf(line)
    .slice(1)
    .some(({ text }) => FIGURE.test(text));
}

/** True for a head alone in its line over the columns of the lines below: far to the right, no title, no caption. */
export function isLoneHead(line: string): boolean {
  // Nearly every line begins at the margin: told before it is taken apart.
  if (!INDENTED.test(line) || line.includes('\t')) return false;
  const [piece, ...others] = piecesOf(line);
  return (
    piece !== undefined &&
    others.length === 0 &&
    piece.from >= LEAST_INDENT &&
    !TITLE.test(piece.text) &&
    !NO_HEAD.test(piece.text)
  );
}

/** Adds the columns that only a head tells: they hold nothing. */
function addEmptyColumns(columns: Span[], heads: readonly Piece[]): void {
  for (const head of heads)
    if (!columns.some((column) => overlap(column, head) > 0)) columns.push({ from: head.from, to: head.to });
}

interface Span {
  from: number;
  to: number;
}

/** Pieces that overlap stand in one column. */
function columnsOf(pieces: readonly Piece[]): Span[] {
  const columns: Span[] = [];
  for (const { from, to } of [...pieces].sort((a, b) => a.from - b.from)) {
    const last = columns[columns.length - 1];
    if (last && from < last.to) last.to = Math.max(last.to, to);
    else columns.push({ from, to });
  }
  return columns;
}

function overlap(a: Span, b: Span): number {
  return Math.min(a.to, b.to) - Math.max(a.from, b.from);
}

/**
 * The column that a piece overlaps most, or else the nearest; a head over several columns goes to the first of them.
 */
function bestColumn(columns: readonly Span[], piece: Piece): number {
  const touched = columns.flatMap((column, at) => (overlap(column, piece) > 0 ? [at] : []));
  if (touched.length === 0)
    return columns.reduce(
      (best, column, at) => (overlap(column, piece) > overlap(columns[best]!, piece) ? at : best),
      0,
    );
  if (touched.length > 1 && !FIGURE.test(piece.text)) return touched[0]!;
  return touched.reduce(
    (best, at) => (overlap(columns[at]!, piece) > overlap(columns[best]!, piece) ? at : best),
    touched[0] ?? 0,
  );
}
