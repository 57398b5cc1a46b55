import type { GridBlock, LineBlock, SourceBlock, SourceCell } from '../model/source';
import { isPageNumber } from '../shared/text';
import { isBodyRow, isNumberingRow } from './header';

/*
 * A table that goes on after a page break is one table. What a page break leaves between the two halves: blank lines, a page number, and
 * rows that lost their tabs and look like lines. The second half has no header of its own.
 */

const MOST_LINES = 4;
const LABEL_LENGTH = 40;

/** Joins grids that continue the one before them. */
export function joinContinued(blocks: readonly SourceBlock[]): SourceBlock[] {
  const joined: SourceBlock[] = [];
  let last = -1;
  for (const block of blocks) {
    if (block.kind === 'grid' && last >= 0 && joined.length - last - 1 <= MOST_LINES) {
      const between = joined.slice(last + 1) as LineBlock[];
      const grid = joined[last] as GridBlock;
      if (between.every(isRowOrPage) && continues(block)) {
        joined.length = last;
        joined.push({ ...grid, rows: [...grid.rows, ...between.filter(isRow).map(asRow), ...block.rows] });
        continue;
      }
    }
    joined.push(block);
    if (block.kind === 'grid') last = joined.length - 1;
  }
  return joined;
}

function continues(grid: GridBlock): boolean {
  const cells = grid.rows[0] ?? [];
  return isBodyRow(cells, true) && !isNumberingRow(cells);
}

const NO_ROW = /[：:。；]|^[（(]?注|表(?:[（(][^（）()]*[)）])?$|^<b>/;

function isPage(line: LineBlock): boolean {
  return isPageNumber(line.text);
}

/** A line that may be a row: short, no sentence, no caption, no heading, no title of a table. */
function isRow(line: LineBlock): boolean {
  const { text } = line;
  return (
    !isPage(line) &&
    text.length <= LABEL_LENGTH &&
    line.headingLevel === undefined &&
    !line.contents &&
    !NO_ROW.test(text)
  );
}

function isRowOrPage(line: LineBlock): boolean {
  return isPage(line) || isRow(line);
}

function asRow(line: LineBlock): SourceCell[] {
  return [{ text: line.text, place: line.place }];
}
