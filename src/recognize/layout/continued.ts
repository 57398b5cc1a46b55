import type { GridBlock, LineBlock, SourceBlock, SourceCell } from '../../model/source';
import { isPageNumber } from '../../shared/text';
import { isBodyRow, isNumberingRow, isSectionRow } from '../tables/header';
import { repeatedHead } from './reprinted';

/*
 * A table that goes on after a page break is one table. What a page break leaves between the two halves: blank lines, a
 * page number, and rows that lost their tabs and look like lines. The second half has no header of its own, or the same
 * heading printed again.
 */

const MOST_LINES = 4;
/** How many lines may stand above a table, or above its next page. */
const HEADING_LINES = 10;
const LABEL_LENGTH = 40;

/** Joins grids that continue the one before them. */
export function joinContinued(blocks: readonly SourceBlock[]): SourceBlock[] {
  const joined: SourceBlock[] = [];
  let last = -1;
  for (const block of blocks) {
    const rows = block.kind === 'grid' && last >= 0 ? rowsGoingOn(joined, last, block) : undefined;
    if (rows) {
      const grid = joined[last] as GridBlock;
      joined.length = last;
      joined.push({ ...grid, rows: [...grid.rows, ...rows] });
      continue;
    }
    joined.push(block);
    if (block.kind === 'grid') last = joined.length - 1;
  }
  return joined;
}

/**
 * The rows with which a grid goes on with the one before it, rows that look like lines included.
 * @param last where the one before stands among the blocks
 * @returns undefined when it is another table
 */
function rowsGoingOn(
  blocks: readonly SourceBlock[],
  last: number,
  next: GridBlock,
): readonly (readonly SourceCell[])[] | undefined {
  const lines = blocks.length - last - 1;
  if (lines > HEADING_LINES) return undefined;
  const between = blocks.slice(last + 1) as LineBlock[];
  if (lines <= MOST_LINES && between.every(isRowOrPage) && continues(next))
    return [...between.filter(isRow).map(asRow), ...next.rows];
  const sections = sectionsBeforeBreak(between);
  const head = repeatedHead(
    { grid: blocks[last] as GridBlock, above: linesAbove(blocks, last) },
    between.slice(sections.length),
    next,
  );
  return head > 0 ? [...sections.map(asRow), ...next.rows.slice(head)] : undefined;
}

/** Sections of a form (二、机关运行经费) that came last on a page: their rows follow under the head of the next one. */
function sectionsBeforeBreak(between: readonly LineBlock[]): readonly LineBlock[] {
  const rows = between.findIndex((line) => !isRow(line) || !isSectionRow([line.text.trim()]));
  return rows > 0 && isPage(between[rows]!) ? between.slice(0, rows) : [];
}

/** The lines directly above a block. */
function linesAbove(blocks: readonly SourceBlock[], at: number): LineBlock[] {
  const lines: LineBlock[] = [];
  for (let above = at - 1; above >= 0 && lines.length < HEADING_LINES; above -= 1) {
    const block = blocks[above]!;
    if (block.kind !== 'line') break;
    lines.push(block);
  }
  return lines;
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
