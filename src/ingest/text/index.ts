import type { GridBlock, LineBlock, SourceBlock, SourceCell, SourceDocument } from '../../model/source';
import { withoutControls } from '../../shared/characters';
import { withoutRadicals } from '../../shared/radicals';
import { comparable, isPageNumber } from '../../shared/text';
import { droppedMessage } from '../clean';
import { alignedRows, holdsFigures, isAlignedLine, isLoneHead } from './aligned';
import { mayBeQuoted, quotedRow } from './quoted';
import { readStacked } from './stacked';
import { barCells, contentsEntry, isBarRow, isBarRule, linesOf, tabCells } from './lines';

/** How many blank lines a page break may leave inside a table. */
const PAGE_BREAK_LINES = 6;
const SHORT_LINE = 60;
/** How many blank lines may set the rows of an aligned table apart. */
const ROW_GAP = 2;
/** How many rows in sequence may have lost their tabs. */
const MOST_BARE_ROWS = 8;
const FIGURE_CELL = /\t[^\S\t]{0,9}[-−]?\d[\d,]*(?:\.\d+)?[^\S\t]{0,9}(?:\t|$)/;

/** Marks of a heading in Markdown. */
const HEADING_MARKS = /^\s*(#{1,6})\s+/;

/** What stands between two offsets of a text and is no text: its blocks are known. */
export interface EmbeddedBlocks {
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly SourceBlock[];
}

/**
 * Reads pasted or plain text: lines and tab-separated (or Markdown) table rows, in order. Rows that a page break cut
 * apart are one grid again; lines of the contents page are told from the body's.
 * @param embedded finds what stands in the text in another notation, in order
 */
export function readText(
  name: string,
  text: string,
  embedded: (text: string) => readonly EmbeddedBlocks[] = () => [],
): SourceDocument {
  const kept = withoutControls(text);
  const printed = withoutRadicals(kept.startsWith('\ufeff') ? kept.slice(1) : kept);
  const blocks = new TextReader().read(printed, embedded(printed));
  return { name, blocks, messages: droppedMessage(text.length - kept.length) };
}

const RULE = /^:?[-—–=_]{3,}:?$/;
const SHORT_RULE = /^:?[-—–=_]{2,}:?$/;

/** A row of dashes that conversion left between header and body. */
function isRule(cells: readonly SourceCell[]): boolean {
  return RULE.test(cells[0]!.text) && cells.every(({ text }) => text === '' || SHORT_RULE.test(text));
}

function isBlankRow(cells: readonly SourceCell[]): boolean {
  for (const { text } of cells) if (text !== '') return false;
  return true;
}

/**
 * The title of a table, its unit or its institution in a row of their own: a web page sets all of its tables as one.
 */
function isCaptionRow(cells: readonly SourceCell[]): boolean {
  const filled = cells.filter(({ text }) => text !== '');
  return (
    filled.length === 1 &&
    cells.length > 1 &&
    /^.{4,60}表(?:[（(][^（(]{0,60}[)）])?$|^(?:金额)?单位\s{0,8}[：:]/.test(filled[0]!.text)
  );
}

/** A line that may be a row label on its own: short, no sentence, no caption. */
function couldBeLabel(line: string): boolean {
  const text = line.trim();
  return (
    text !== '' &&
    text.length <= SHORT_LINE &&
    !line.includes('\t') &&
    !/[：:。；]|^#|^[（(]?注|表(?:[（(][^（）()]*[)）])?$/.test(text)
  );
}

class TextReader {
  /** Up to the end of the piece that is being read. */
  private lines: string[] = [];
  private readonly blocks: SourceBlock[] = [];
  private rows: SourceCell[][] = [];
  /** Some of the rows had no marks between their cells. */
  private isLoose = false;
  private blanks = 0;
  private readonly contents = new ContentsPage();
  /** Lines before this one were looked at as a run and are none: they are not looked at again one by one. */
  private notAlignedBefore = 0;
  private notStackedBefore = 0;

  read(text: string, embedded: readonly EmbeddedBlocks[]): readonly SourceBlock[] {
    let [offset, line, column] = [0, 0, 0];
    for (const { start, end, blocks } of embedded) {
      this.readPiece(text.slice(offset, start), line, column);
      this.contents.close();
      for (const block of blocks) this.blocks.push(block);
      const passed = linesOf(text.slice(offset, end));
      const last = passed[passed.length - 1]!.length;
      column = passed.length > 1 ? last : column + last;
      line += passed.length - 1;
      offset = end;
    }
    this.readPiece(offset === 0 ? text : text.slice(offset), line, column);
    return this.blocks;
  }

  /** Reads lines up to where something else begins. @param first index of the line on which the piece begins */
  private readPiece(text: string, first: number, column: number): void {
    const lines = linesOf(text);
    lines[0] = ' '.repeat(column) + lines[0]!;
    if (first === 0) this.lines = lines;
    else {
      this.lines.length = first;
      for (const line of lines) this.lines.push(line);
    }
    for (let index = first; index < this.lines.length;) {
      // A line with tabs is a row, whatever stands around it.
      const isRow = this.lines[index]!.includes('\t');
      const used = this.takeQuoted(index) || (isRow ? 0 : this.takeStacked(index) || this.takeAligned(index));
      if (used === 0) this.take(index, isRow);
      index += used || 1;
    }
    this.closeGrid();
    this.blanks = 0;
  }

  /** Takes a row with quoted cells; returns how many lines it takes, 0 when there is none. */
  private takeQuoted(index: number): number {
    const line = this.lines[index]!;
    const row = mayBeQuoted(line, '\t') ? quotedRow(this.lines, index, '\t') : undefined;
    if (!row) return 0;
    this.contents.takes(line);
    this.takeRow(row.cells);
    this.blanks = 0;
    return row.used;
  }

  /**
   * Takes a table whose cells stand under one another, and the caption above it; returns how many lines, 0 when there
   * is none.
   */
  private takeStacked(index: number): number {
    if (index < this.notStackedBefore || this.rows.length > 0 || this.contents.isOpen) return 0;
    const table = readStacked(this.lines, index);
    if ('end' in table) {
      this.notStackedBefore = table.end;
      return 0;
    }
    for (let at = index; at < index + table.lead; at += 1) this.take(at, false);
    this.closeGrid();
    for (const row of table.rows) this.takeRow(row);
    this.isLoose = true;
    this.closeGrid();
    this.blanks = 0;
    return table.used;
  }

  /** Takes a run of lines that are set in columns with blanks; returns how many, 0 when there are none. */
  private takeAligned(index: number): number {
    if (index < this.notAlignedBefore || this.contents.isOpen || !this.opensAligned(index)) return 0;
    const run: { text: string; number: number }[] = [];
    let figures = false;
    for (let at: number | undefined = index; at !== undefined; at = this.nextAligned(at, figures)) {
      const text = this.lines[at]!;
      run.push({ text, number: at + 1 });
      figures ||= holdsFigures(text);
    }
    while (run.length > 0 && !isAlignedLine(run[run.length - 1]!.text)) run.pop();
    const end = run[run.length - 1]?.number ?? index;
    const rows = alignedRows(run);
    if (!rows) {
      this.notAlignedBefore = end;
      return 0;
    }
    for (const row of rows) this.takeRow(row);
    this.isLoose = true;
    this.blanks = 0;
    return end - index;
  }

  private opensAligned(index: number): boolean {
    return (
      isAlignedLine(this.lines[index]!) ||
      (isLoneHead(this.lines[index]!) && isAlignedLine(this.lines[index + 1] ?? ''))
    );
  }

  /**
   * The line that goes on with a run: the next one, or, where rows are set apart by blank lines, the next that can be a
   * row of the same table. @param figures the run holds figures
   */
  private nextAligned(at: number, figures: boolean): number | undefined {
    const line = this.lines[at + 1] ?? '';
    if (line.trim() !== '') return isAlignedLine(line) || couldBeLabel(line) ? at + 1 : undefined;
    let next = at + 1;
    while (next <= at + ROW_GAP && (this.lines[next] ?? '').trim() === '') next += 1;
    const other = this.lines[next] ?? '';
    const isRow = isAlignedLine(other) && (!figures || holdsFigures(other));
    return isRow ? next : undefined;
  }

  /** Takes one line. @param isRow it has tabs */
  private take(index: number, isRow: boolean): void {
    const line = this.lines[index]!;
    // The number of a page inside a table belongs to the page break.
    if (!isRow && (line.trim() === '' || (this.rows.length > 0 && isPageNumber(line)))) {
      this.blanks += 1;
      return;
    }
    const number = index + 1;
    if (this.contents.takes(line)) {
      this.closeGrid();
      this.pushLine(line, number, true);
    } else if (isRow) this.takeRow(tabCells(line, number));
    else if (isBarRow(line)) {
      const cells = barCells(line, number);
      const caption = isCaptionRow(cells) ? cells.find(({ text }) => text !== '') : undefined;
      if (caption) {
        this.closeGrid();
        this.blocks.push({ kind: 'line', text: caption.text, place: caption.place });
      } else if (!isBarRule(line)) this.takeRow(cells);
    } else if (this.isShortRow(line, index)) this.takeRow(tabCells(line, number));
    else {
      this.closeGrid();
      this.pushLine(line, number, false);
    }
    this.blanks = 0;
  }

  /** A row that lost its tabs: a short line, directly (or after others of its kind) between two rows of one table. */
  private isShortRow(line: string, index: number): boolean {
    if (this.rows.length === 0 || this.blanks > PAGE_BREAK_LINES || !couldBeLabel(line)) return false;
    for (let next = index + 1; next <= index + MOST_BARE_ROWS; next += 1) {
      const other = this.lines[next] ?? '';
      // After a page break it might as well be the heading of another table, whose first row holds no figure.
      if (other.includes('\t')) return this.blanks === 0 || FIGURE_CELL.test(other);
      if (!couldBeLabel(other)) return false;
    }
    return false;
  }

  private takeRow(cells: SourceCell[]): void {
    // Blank rows, and rows of dashes that conversion left between header and body, hold nothing.
    if (isBlankRow(cells) || isRule(cells)) return;
    if (this.rows.length > 0 && this.blanks > PAGE_BREAK_LINES) this.closeGrid();
    this.rows.push(cells);
  }

  private closeGrid(): void {
    const first = this.rows[0]?.[0];
    if (first) {
      const grid: GridBlock = {
        kind: 'grid',
        rows: this.rows,
        place: first.place,
        ...(this.isLoose && { isLoose: true }),
      };
      this.blocks.push(grid);
    }
    this.rows = [];
    this.isLoose = false;
  }

  private pushLine(line: string, number: number, contents: boolean): void {
    const marks = HEADING_MARKS.exec(line);
    const start = marks ? marks[0].length : line.length - line.trimStart().length;
    const text = line.slice(start).trimEnd();
    const block: LineBlock = { kind: 'line', text, place: { line: number, column: start + 1, length: text.length } };
    const headed = marks ? { ...block, headingLevel: marks[1]!.length } : block;
    this.blocks.push(contents ? { ...headed, contents } : headed);
  }
}

/**
 * Follows the contents page: it opens at 目录 and goes on while lines are short entries; it ends where a sentence or a
 * table begins or where an entry comes a second time, for that is the body's heading.
 */
class ContentsPage {
  private open = false;

  get isOpen(): boolean {
    return this.open;
  }

  private readonly entries = new Set<string>();

  /** Ends it: a table stands here. */
  close(): void {
    this.open = false;
  }

  takes(line: string): boolean {
    if (!this.open) {
      this.open =
        line.length < SHORT_LINE && line.includes('目') && comparable(line.replace(/^\s*#+\s*/, '')) === '目录';
      return this.open;
    }
    const entry = contentsEntry(line);
    const words = comparable((entry ?? line).replace(/^\s*#+\s*/, ''));
    const repeated = entry === undefined && this.entries.has(words);
    // Dots may lead to the page number across the whole line.
    const sentence = (entry ?? line).length > SHORT_LINE * 2 || /[。；;]\s*$/.test(line);
    const row = entry === undefined && (line.includes('\t') || isBarRow(line));
    this.open = !(repeated || sentence || row);
    this.entries.add(words);
    return this.open;
  }
}
