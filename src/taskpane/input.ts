import { OWN_HEADS, OWN_SHEETS } from '../index';
import {
  holdsTableTag,
  ingestFile,
  isCsv,
  isHtml,
  isXmlWorkbook,
  READABLE_ENDINGS,
  readCsv,
  readText,
  UnreadableError,
} from '../ingest';
import { decode } from '../ingest/decode';
import type { Place, SourceBlock, SourceCell, SourceDocument } from '../model/source';
import { loadCMap } from './cmaps';

/*
 * What a person brings in: pasted text, tables from the clipboard, a file. Whatever it was, the pane shows it as text
 * that can be read over and corrected; spans of merged cells are kept as long as that text is not touched.
 */

export interface Input {
  /** File name, or what stands in for one. */
  readonly name: string;
  /** As the pane shows it. */
  readonly text: string;
  /** What the text was made from; absent where the text itself is all there is. */
  readonly source?: SourceDocument;
  /** Line of the text, from 1, on which each block of the source begins. */
  readonly blockLines?: readonly number[];
  /** Line of the text for each page and each cell of a sheet of the source; see placeName. */
  readonly placeLines?: ReadonlyMap<string, number>;
}

/** Endings of the files that the pane reads, as a file dialog wants them. */
export const FILE_ENDINGS = READABLE_ENDINGS;

/** Line ends as a text area has them. */
export function plainLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** The document that is to be recognised: the source of the input if its text is as it was, else the text. */
export function documentOf(input: Input | undefined, name: string, text: string): SourceDocument {
  const untouched = input !== undefined && plainLines(input.text) === plainLines(text);
  return untouched && input.source ? input.source : readText(untouched ? input.name : name, text);
}

/**
 * Reads the content of a file.
 * @throws UnreadableError with the reason in the user's words
 */
export async function readFile(name: string, bytes: Uint8Array): Promise<Input> {
  const decoded = decode(bytes);
  if ('text' in decoded && !isXmlWorkbook(decoded.text)) {
    const { text } = decoded;
    if (isHtml(name, text)) return readMarkup(name, text);
    if (isCsv(name, text)) return asShown(name, text, readCsv);
    if (!holdsTableTag(text)) return { name, text };
    const { readTextWithTables } = await import('../ingest/html/in-text');
    return asShown(name, text, readTextWithTables);
  }
  return inputOf(name, await ingestFile(name, bytes, { ignore: OWN_SHEETS, ignoreHeads: OWN_HEADS, loadCMap }));
}

/** Does the clipboard hold tables that its plain text cannot say? */
export function holdsTable(html: string): boolean {
  return /<table[\s>]/i.test(html);
}

/**
 * Reads HTML from a file or the clipboard.
 * @throws UnreadableError when there is no text in it
 */
export async function readMarkup(name: string, html: string): Promise<Input> {
  // The parser is needed for HTML only, so it is loaded when some comes.
  const { readHtml } = await import('../ingest/html');
  return inputOf(name, readHtml(name, html));
}

/** Text in a notation of its own is shown as it is: places are those in it. */
function asShown(name: string, text: string, read: (name: string, text: string) => SourceDocument): Input {
  const shown = plainLines(text);
  return { name, text: shown, source: read(name, shown) };
}

function inputOf(name: string, source: SourceDocument): Input {
  if (source.blocks.length === 0) throw new UnreadableError(name, '其中没有文字');
  const { text, blockLines } = textOf(source.blocks);
  return { name, source, text, blockLines, placeLines: placeLines(source.blocks, blockLines) };
}

/** Where pages begin and cells of sheets stand in the text. */
function placeLines(blocks: readonly SourceBlock[], blockLines: readonly number[]): Map<string, number> {
  const lines = new Map<string, number>();
  const note = (place: Place, line: number): void => {
    const name = placeName(place);
    if (name !== undefined && !lines.has(name)) lines.set(name, line);
  };
  blocks.forEach((block, at) => {
    note(block.place, blockLines[at]!);
    if (block.kind === 'grid')
      block.rows.forEach((row, r) => row.forEach(({ place }) => note(place, blockLines[at]! + r)));
  });
  return lines;
}

function placeName(place: Place): string | undefined {
  if ('page' in place) return `page ${place.page}`;
  return 'sheet' in place ? `${place.sheet}!${place.cell}` : undefined;
}

/**
 * Blocks as text that reads back: a line a line, a row a line with tabs between its cells, blank lines around a table.
 */
function textOf(blocks: readonly SourceBlock[]): { text: string; blockLines: number[] } {
  const lines: string[] = [];
  const blockLines = blocks.map((block, index) => {
    const isTable = block.kind === 'grid';
    if (index > 0 && (isTable || blocks[index - 1]!.kind === 'grid')) lines.push('');
    const start = lines.length + 1;
    lines.push(...(isTable ? rowsOf(block.rows) : [block.text]));
    return start;
  });
  return { text: lines.join('\n'), blockLines };
}

/** Where something of the document stands in the text that the pane shows; undefined where that cannot be told. */
export function placeInText(
  input: Input | undefined,
  place: Place,
): { line: number; column: number; length?: number } | undefined {
  if ('line' in place) return place;
  const line = input?.placeLines?.get(placeName(place) ?? '');
  if (line !== undefined) return { line, column: 1 };
  const start = 'block' in place ? input?.blockLines?.[place.block - 1] : undefined;
  // Rows of nothing are left out of a table, so a row is only about where it was.
  return start === undefined ? undefined : { line: start + ('row' in place ? (place.row ?? 1) - 1 : 0), column: 1 };
}

/** Rows with a blank for every cell that a merged one covers. */
function rowsOf(rows: readonly (readonly SourceCell[])[]): string[] {
  const grid: string[][] = rows.map(() => []);
  rows.forEach((cells, r) => {
    let c = 0;
    for (const { text, colSpan = 1, rowSpan = 1 } of cells) {
      while (grid[r]![c] !== undefined) c += 1;
      for (let row = r; row < Math.min(rows.length, r + rowSpan); row += 1) {
        for (let column = c; column < c + colSpan; column += 1) grid[row]![column] = '';
      }
      grid[r]![c] = text.replace(/\s+/g, ' ');
      c += colSpan;
    }
  });
  return grid.map((line) => Array.from(line, (text) => text ?? '').join('\t'));
}
