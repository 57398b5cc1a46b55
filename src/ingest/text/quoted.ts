import type { SourceCell } from '../../model/source';
import { trimmedCell } from './lines';

/*
 * Rows as spreadsheet programs put them on the clipboard or into .csv files: a cell with a line break, a mark or a quote
 * in it stands in quotes, its own quotes doubled. The row then goes on over several lines.
 */

/** So many lines a row takes at most. */
const MOST_LINES = 60;
const QUOTE = '"';

export interface QuotedRow {
  readonly cells: SourceCell[];
  /** How many lines it takes. */
  readonly used: number;
}

/** True for a line on which a quoted cell may begin. */
export function mayBeQuoted(line: string, mark: string): boolean {
  return line.startsWith(QUOTE) || line.includes(mark + QUOTE);
}

/**
 * Reads a row with quoted cells.
 * @param index of its first line, from 0
 * @param mark between cells
 * @returns undefined when a quote is left open or is no mark of a cell
 */
export function quotedRow(lines: readonly string[], index: number, mark: string): QuotedRow | undefined {
  const cells: SourceCell[] = [];
  let [at, start] = [index, 0];
  for (;;) {
    const line = lines[at]!;
    if (line[start] === QUOTE) {
      const quoted = quotedCell(lines, at, start, index + MOST_LINES);
      if (!quoted) return undefined;
      const { end, last, text } = quoted;
      const next = lines[last]!;
      if (end < next.length && next[end] !== mark) return undefined;
      cells.push({
        text,
        place: { line: at + 1, column: start + 1, length: at === last ? end - start : line.length - start },
      });
      [at, start] = [last, end + 1];
      if (end >= next.length) break;
    } else {
      const next = line.indexOf(mark, start);
      cells.push(trimmedCell(line, start, next < 0 ? line.length : next, at + 1));
      if (next < 0) break;
      start = next + 1;
    }
  }
  return cells.length > 1 ? { cells, used: at - index + 1 } : undefined;
}

interface QuotedCell {
  readonly text: string;
  /** Its last line, and where it ends there. */
  readonly last: number;
  readonly end: number;
}

function quotedCell(lines: readonly string[], first: number, start: number, most: number): QuotedCell | undefined {
  const pieces: string[] = [];
  let from = start + 1;
  for (let at = first; at < lines.length && at < most; at += 1) {
    const line = lines[at]!;
    const close = closingQuote(line, from);
    if (close >= 0) {
      pieces.push(line.slice(from, close));
      return { text: joined(pieces), last: at, end: close + 1 };
    }
    pieces.push(line.slice(from));
    from = 0;
  }
  return undefined;
}

/** The next quote that is not doubled; -1 when there is none. */
function closingQuote(line: string, from: number): number {
  for (let at = line.indexOf(QUOTE, from); at >= 0; at = line.indexOf(QUOTE, at + 2))
    if (line[at + 1] !== QUOTE) return at;
  return -1;
}

/** The lines of a cell as one: words go on, numbers stay apart. */
function joined(pieces: readonly string[]): string {
  let text = '';
  for (const piece of pieces) {
    const own = piece.replaceAll('""', QUOTE).trim();
    text += /[\w.]$/.test(text) && /^[\w.]/.test(own) ? ` ${own}` : own;
  }
  return text;
}
