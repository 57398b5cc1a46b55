import type { GridBlock, SourceBlock } from '../../../src/model/source';
import { PAGE_HEIGHT, PAGE_WIDTH, type PdfPage, type PdfText } from './write';

/*
 * Sets a document as a word processor would: paragraphs indented and wrapped, ruled tables with wrapped cells, page
 * breaks wherever they fall.
 */

const MARGIN = 50;
const TEXT_SIZE = 12;
const CELL_SIZE = 6;
const LEADING = 1.5;
const PADDING = 2;

export interface Typesetting {
  /** Every page ends in its number. */
  readonly numbered: boolean;
  /** Lines as filled rectangles. */
  readonly filled: boolean;
  /** The head of a table is printed again on the next page: so many rows. */
  readonly headRows: number;
}

type Open = { texts: PdfText[]; lines: [number, number, number, number][] };

function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x80 ? 0.5 : 1) * size, 0);
}

/**
 * Words as a line breaks between: a run of digits stays together; punctuation may hang over the margin where there is
 * one.
 */
function wrap(text: string, size: number, first: number, others: number, hangs: boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/[\d,.%]+|[^]/gu) ?? []) {
    const room = lines.length === 0 ? first : others;
    const pieces = widthOf(word, size) > others ? [...word] : [word];
    for (const piece of pieces) {
      if (line !== '' && widthOf(line + piece, size) > room && !(hangs && /^[，。；：、）]$/.test(piece))) {
        lines.push(line);
        line = '';
      }
      line += piece;
    }
  }
  return [...lines, line];
}

/** Pages of a document. */
export function typeset(blocks: readonly SourceBlock[], { numbered, filled, headRows }: Typesetting): PdfPage[] {
  const pages: Open[] = [{ texts: [], lines: [] }];
  const bottom = PAGE_HEIGHT - MARGIN - 20;
  let y = MARGIN;
  const page = (): Open => pages[pages.length - 1]!;
  const breakPage = (): void => {
    pages.push({ texts: [], lines: [] });
    y = MARGIN;
  };
  const paragraph = (text: string): void => {
    const width = PAGE_WIDTH - 2 * MARGIN;
    const isTitle = /(?:表(?:[（(].*[)）])?|说明)$/.test(text) && text.length < 40;
    const indent = isTitle ? Math.max(0, (width - widthOf(text, TEXT_SIZE)) / 2) : text.length > 30 ? 2 * TEXT_SIZE : 0;
    wrap(text.replaceAll('\t', '  '), TEXT_SIZE, width - indent, width, true).forEach((line, at) => {
      if (y + TEXT_SIZE > bottom) breakPage();
      y += TEXT_SIZE * LEADING;
      page().texts.push({ x: MARGIN + (at === 0 ? indent : 0), y, text: line, size: TEXT_SIZE });
    });
  };
  const table = (grid: GridBlock): void => {
    const columns = Math.max(...grid.rows.map((row) => row.length));
    const column = (PAGE_WIDTH - 2 * MARGIN) / columns;
    y += 6;
    const draw = (cells: readonly string[][]): void => {
      const height = Math.max(1, ...cells.map((lines) => lines.length)) * CELL_SIZE * LEADING + 2 * PADDING;
      cells.forEach((lines, at) =>
        lines.forEach((line, order) =>
          page().texts.push({
            x: MARGIN + at * column + PADDING,
            y: y + PADDING + (order + 1) * CELL_SIZE * LEADING - 2,
            text: line,
            size: CELL_SIZE,
          }),
        ),
      );
      for (let at = 0; at <= columns; at += 1)
        page().lines.push([MARGIN + at * column, y, MARGIN + at * column, y + height]);
      for (const edge of [y, y + height]) page().lines.push([MARGIN, edge, PAGE_WIDTH - MARGIN, edge]);
      y += height;
    };
    const rows = grid.rows.map((row) =>
      Array.from({ length: columns }, (_, at) =>
        wrap(row[at]?.text ?? '', CELL_SIZE, column - 2 * PADDING, column - 2 * PADDING, false),
      ),
    );
    rows.forEach((cells, at) => {
      const height = Math.max(...cells.map((lines) => lines.length)) * CELL_SIZE * LEADING + 2 * PADDING;
      if (y + height > bottom) {
        breakPage();
        if (at > headRows) rows.slice(0, headRows).forEach(draw);
      }
      draw(cells);
    });
  };
  for (const block of blocks) {
    if (block.kind === 'grid') table(block);
    else paragraph(block.text);
  }
  return pages.map(({ texts, lines }, at) => ({
    lines,
    filled,
    texts: [
      ...texts,
      ...(numbered ? [{ x: PAGE_WIDTH / 2, y: PAGE_HEIGHT - 30, text: `- ${at + 1} -`, size: 9 }] : []),
    ],
  }));
}
