import type { GridBlock, LineBlock, SourceBlock, SourceCell, SourceDocument } from '../../model/source';
import { comparable } from '../../shared/text';
import { barCells, contentsEntry, isBarRow, isBarRule, tabCells } from './lines';

/** How many blank lines a page break may leave inside a table. */
const PAGE_BREAK_LINES = 6;
const SHORT_LINE = 60;
const RULE = /^:?[-—–=_]{3,}:?$/;

/**
 * Reads pasted or plain text: lines and tab-separated (or Markdown) table rows, in order. Rows that a page break cut apart
 * are one grid again; lines of the contents page are told from the body's.
 */
export function readText(name: string, text: string): SourceDocument {
  return { name, blocks: new TextReader(text).read(), messages: [] };
}

class TextReader {
  private readonly lines: string[];
  private readonly blocks: SourceBlock[] = [];
  private rows: SourceCell[][] = [];
  private width = 0;
  private blanks = 0;
  private readonly contents = new ContentsPage();

  constructor(text: string) {
    this.lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r|\f/);
  }

  read(): SourceBlock[] {
    this.lines.forEach((line, index) => {
      this.take(line, index);
    });
    this.closeGrid();
    return this.blocks;
  }

  private take(line: string, index: number): void {
    if (line.trim() === '' && !line.includes('\t')) {
      this.blanks += 1;
      return;
    }
    const number = index + 1;
    if (this.contents.takes(line)) {
      this.closeGrid();
      this.pushLine(line, number, true);
    } else if (line.includes('\t')) this.takeRow(tabCells(line, number));
    else if (isBarRow(line)) {
      if (!isBarRule(line)) this.takeRow(barCells(line, number));
    } else if (this.isShortRow(line, index)) this.takeRow(tabCells(line, number));
    else {
      this.closeGrid();
      this.pushLine(line, number, false);
    }
    this.blanks = 0;
  }

  /** A row that lost its trailing tabs: a short line directly between two rows of one table. */
  private isShortRow(line: string, index: number): boolean {
    if (this.rows.length === 0 || this.blanks > 0 || line.length > SHORT_LINE) return false;
    return (this.lines[index + 1] ?? '').includes('\t');
  }

  private takeRow(cells: SourceCell[]): void {
    // Blank rows, and rows of dashes that conversion left between header and body, hold nothing.
    if (cells.every((cell) => cell.text === '' || RULE.test(cell.text))) return;
    const apart = this.blanks > 0 && this.rows.length > 0;
    if (apart && (this.blanks > PAGE_BREAK_LINES || Math.abs(cells.length - this.width) > 1)) this.closeGrid();
    this.rows.push(cells);
    this.width = Math.max(this.width, cells.length);
  }

  private closeGrid(): void {
    const first = this.rows[0]?.[0];
    if (first) {
      const grid: GridBlock = { kind: 'grid', rows: this.rows, place: first.place };
      this.blocks.push(grid);
    }
    this.rows = [];
    this.width = 0;
  }

  private pushLine(line: string, number: number, contents: boolean): void {
    const marks = /^\s*(#{1,6})\s+/.exec(line);
    const start = marks ? marks[0].length : line.length - line.trimStart().length;
    const text = line.slice(start).trimEnd();
    const block: LineBlock = {
      kind: 'line',
      text,
      place: { line: number, column: start + 1, length: text.length },
      ...(marks?.[1] ? { headingLevel: marks[1].length } : {}),
      ...(contents ? { contents } : {}),
    };
    this.blocks.push(block);
  }
}

/**
 * Follows the contents page: it opens at 目录 and goes on while lines are short entries; it ends where a sentence or a table begins or
 * where an entry comes a second time, for that is the body's heading.
 */
class ContentsPage {
  private open = false;
  private readonly entries = new Set<string>();

  takes(line: string): boolean {
    const entry = contentsEntry(line);
    const words = comparable((entry ?? line).replace(/^\s*#+\s*/, ''));
    if (!this.open) {
      this.open = words === '目录';
      return this.open;
    }
    const repeated = entry === undefined && this.entries.has(words);
    const sentence = line.length > SHORT_LINE * 2 || /[。；;]\s*$/.test(line);
    const row = entry === undefined && line.includes('\t');
    this.open = !(repeated || sentence || row);
    this.entries.add(words);
    return this.open;
  }
}
