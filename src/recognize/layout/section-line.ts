import type { GridBlock } from '../../model/source';
import { squeeze, stripMarks } from '../../shared/text';
import type { CaptionLine } from './caption';
import { isSectionRow } from '../tables/header';

/*
 * A form of several lists names each of them in a row of its own (一、政府采购情况). Where conversion has dropped the empty
 * cells of the first such row, it arrives as a line above the table and looks like its title.
 */

const FORM_TITLE = /表(?:[（(][^（）()]*[)）])*$/;

/**
 * The grid with the section's row, and the lines above without it; unchanged when the last line is no section of a
 * titled form.
 */
export function withSectionLine(
  grid: GridBlock,
  lines: readonly CaptionLine[],
): { grid: GridBlock; lines: readonly CaptionLine[] } {
  const last = lines[lines.length - 1];
  if (!last || !isSectionRow([stripMarks(last.text).trim()]) || FORM_TITLE.test(squeeze(last.text)))
    return { grid, lines };
  const above = lines.slice(0, -1);
  if (!isNext(last, grid) || !above.some(({ text }) => FORM_TITLE.test(squeeze(stripMarks(text)))))
    return { grid, lines };
  return { grid: { ...grid, rows: [[{ text: last.text, place: last.place }], ...grid.rows] }, lines: above };
}

/** A page break may come between; more blank lines than that, and the line is a heading. */
const MOST_BLANKS = 2;

function isNext({ place }: CaptionLine, grid: GridBlock): boolean {
  return !('line' in place && 'line' in grid.place) || grid.place.line - place.line - 1 <= MOST_BLANKS;
}
