import { loadCMap } from '../../../src/cli/cmaps';
import { ingestFile } from '../../../src/ingest';
import type { SourceDocument } from '../../../src/model/source';
import { type PdfPage, writePdf } from './write';

/** Reads a file with these pages. */
export const read = (...pages: PdfPage[]): Promise<SourceDocument> =>
  ingestFile('公开.pdf', writePdf(pages), { loadCMap });

/** Blocks in brief: a line as its text, a grid as its rows with spans. */
export function brief({ blocks }: SourceDocument): (string | string[])[] {
  return blocks.map((block) =>
    block.kind === 'line'
      ? block.text
      : block.rows.map((row) =>
          row
            .map(
              ({ text, colSpan = 1, rowSpan = 1 }) =>
                text + (colSpan > 1 ? `→${colSpan}` : '') + (rowSpan > 1 ? `↓${rowSpan}` : ''),
            )
            .join('|'),
        ),
  );
}
