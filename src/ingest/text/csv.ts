import type { GridBlock, SourceBlock, SourceCell, SourceDocument } from '../../model/source';
import { withoutControls } from '../../shared/characters';
import { withoutRadicals } from '../../shared/radicals';
import { droppedMessage } from '../clean';
import { linesOf, trimmedCell } from './lines';
import { quotedRow } from './quoted';

/*
 * Values kept apart by commas, as spreadsheet programs save one sheet: every row a line, cells with a comma in quotes.
 * Lines without a comma stand between tables.
 */

const MARK = ',';
/** ="2010101" keeps a spreadsheet program from taking a code for a number. */
const AS_TEXT = /^="([^"]*)"$/;

/** Reads the text of a .csv file. */
export function readCsv(name: string, text: string): SourceDocument {
  const kept = withoutControls(text);
  const lines = linesOf(withoutRadicals(kept.startsWith('\ufeff') ? kept.slice(1) : kept));
  const blocks: SourceBlock[] = [];
  let rows: SourceCell[][] = [];
  const closeGrid = (): void => {
    const first = rows[0]?.[0];
    if (first) blocks.push({ kind: 'grid', rows, place: first.place } satisfies GridBlock);
    rows = [];
  };
  for (let index = 0; index < lines.length;) {
    const row = quotedRow(lines, index, MARK);
    index += row?.used ?? 1;
    if (row) {
      const cells = row.cells.map((cell) => ({ ...cell, text: cell.text.replace(AS_TEXT, '$1') }));
      if (cells.some((cell) => cell.text !== '')) rows.push(cells);
      continue;
    }
    const line = trimmedCell(lines[index - 1]!, 0, lines[index - 1]!.length, index);
    if (line.text === '') continue;
    closeGrid();
    blocks.push({ kind: 'line', text: line.text, place: line.place });
  }
  closeGrid();
  return { name, blocks, messages: droppedMessage(text.length - kept.length) };
}
