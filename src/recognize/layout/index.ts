import type { GridBlock, SourceBlock } from '../../model/source';
import { type Caption, captionRows, type CaptionLine, readCaption } from './caption';
import { joinContinued } from './continued';
import { withHeadsApart } from './heads-in-total';
import { withSectionLine } from './section-line';

/*
 * The grids of a document, each with its caption: what tells the sets of several institutions apart, and what a table
 * is read with.
 */

/** How many lines above a table its caption may take. */
const CAPTION_LINES = 10;

/** A grid with what stands above it and in its first rows. */
export interface PrintedGrid {
  /** Index of its block. */
  readonly at: number;
  /** With the row of its first section, where that came as a line above. */
  readonly grid: GridBlock;
  /** As it was printed. */
  readonly block: GridBlock;
  /** The line before it, '' when there is none. */
  readonly above: string;
  /** What the lines above it say. */
  readonly outer: Caption;
  /** What they and its own first rows say. */
  readonly caption: Caption;
  /** So many of its rows belong to the caption. */
  readonly captionRows: number;
}

export interface Layout {
  /** Those of the document, tables that a page break cut apart joined. */
  readonly blocks: readonly SourceBlock[];
  /** In the order of print. */
  readonly grids: readonly PrintedGrid[];
}

/** Finds the grids of a document and reads their captions. */
export function layOut(source: readonly SourceBlock[]): Layout {
  const blocks = joinContinued(source);
  const grids: PrintedGrid[] = [];
  let lines: CaptionLine[] = [];
  blocks.forEach((block, at) => {
    if (block.kind === 'line') {
      if (!block.contents) lines.push({ text: block.text, place: block.place });
      return;
    }
    const own = withSectionLine(withHeadsApart(block), lines.slice(-CAPTION_LINES));
    const inner = captionRows(own.grid);
    const outer = readCaption(own.lines);
    const caption = inner.length > 0 ? readCaption([...own.lines, ...inner]) : outer;
    grids.push({
      at,
      grid: own.grid,
      block,
      above: lines[lines.length - 1]?.text ?? '',
      outer,
      caption,
      captionRows: inner.length,
    });
    lines = [];
  });
  return { blocks, grids };
}
