import type { SourceCell, TextPlace } from '../../model/source';

/* One physical line of pasted text: is it a table row, and which cells does it hold? */

const LINE_BREAK = /\r\n|\n|\r|\f/;
const LINE_BREAKS = /\r\n|\n|\r|\f/g;

/** The lines of a text, whatever ends them. */
export function linesOf(text: string): string[] {
  return text.split(text.includes('\r') || text.includes('\f') ? LINE_BREAK : '\n');
}

/** Tells on which line and column an offset of a text is. */
export class LineIndex {
  private readonly starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (const { index, 0: mark } of text.matchAll(LINE_BREAKS)) starts.push(index + mark.length);
    this.starts = starts;
  }

  /** The place of a piece of the text; of a piece of several lines that of its first, to the offset where it ends. */
  placeOf(from: number, to: number): TextPlace {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= from) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: from - this.starts[low]! + 1, length: to - from };
  }
}

/**
 * Splits a tab-separated line into cells with their places. Columns are 1-based; blanks around a cell are not part of
 * its place.
 */
export function tabCells(line: string, lineNumber: number): SourceCell[] {
  const cells: SourceCell[] = [];
  let start = 0;
  for (;;) {
    const tab = line.indexOf('\t', start);
    const end = tab < 0 ? line.length : tab;
    cells.push(trimmedCell(line, start, end, lineNumber));
    if (tab < 0) return cells;
    start = tab + 1;
  }
}

/** One cell of a line, without the blanks around it. */
export function trimmedCell(line: string, start: number, end: number, lineNumber: number): SourceCell {
  let from = start;
  let to = end;
  while (from < to && isBlank(line.charCodeAt(from))) from += 1;
  while (to > from && isBlank(line.charCodeAt(to - 1))) to -= 1;
  return { text: line.slice(from, to), place: { line: lineNumber, column: from + 1, length: to - from } };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 160 || code === 0x3000 || code === 9 || code === 0xfeff || code === 0x200b;
}

/** A row of a Markdown table: at least two bars, at the start of the line or between cells and at its end. */
export function isBarRow(line: string): boolean {
  const text = line.trim();
  const second = text.indexOf('|', text.indexOf('|') + 1);
  return second > 0 && (text.startsWith('|') || text.endsWith('|'));
}

/** The line under a Markdown header: only bars, dashes and colons. */
export function isBarRule(line: string): boolean {
  return /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/.test(line);
}

/** Splits a Markdown table row into cells with their places. */
export function barCells(line: string, lineNumber: number): SourceCell[] {
  const first = line.trimStart().startsWith('|') ? line.indexOf('|') + 1 : 0;
  const trimmed = line.trimEnd();
  const last = trimmed.endsWith('|') ? trimmed.length - 1 : trimmed.length;
  const cells: SourceCell[] = [];
  let start = first;
  while (start <= last) {
    const bar = line.indexOf('|', start);
    const end = bar < 0 || bar > last ? last : bar;
    cells.push(trimmedCell(line, start, end, lineNumber));
    start = end + 1;
  }
  return cells;
}

/** What leads from an entry to its page number. */
const LEADERS = '.…·-_';

/**
 * The title of an entry of a contents page, its leader dots and page number left off. Read from the end, character by
 * character: a pattern would try every blank of a long line.
 * @returns undefined when the line does not end in a page number
 */
export function contentsEntry(line: string): string | undefined {
  const shown = line
    .trimEnd()
    .replace(/<\/b>$/, '')
    .trimEnd();
  const page = /\d{1,4}$/.exec(shown);
  if (!page) return undefined;
  const upTo = shown.slice(0, page.index);
  const before = upTo.trimEnd().endsWith('<b>') ? upTo.trimEnd().slice(0, -3) : upTo;
  const words = before.trimEnd();
  const gap = before.slice(words.length);
  let end = words.length;
  while (end > 0 && LEADERS.includes(words[end - 1]!)) end -= 1;
  const leader = words.slice(end);
  const title = words.slice(0, end).trimEnd();
  const leads = leader.length > 2 || leader.includes('…') || gap.length > 1 || gap.includes('\t');
  return leads && title !== '' ? title : undefined;
}
