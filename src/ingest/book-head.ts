import { repack, unpack, zipEntries } from './archive';

/* What a workbook says of itself before its sheets are read. */

export interface BookHead {
  readonly creator: string;
  readonly sheets: readonly string[];
}

/** What a workbook says of itself stands outside its sheets. */
const HEAD_PARTS = /^(?!xl\/worksheets\/|xl\/sharedStrings).*\.(?:xml|rels)$/i;

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Head of an .xlsx file; undefined for everything else, and for one that is damaged. */
export async function readBookHead(bytes: Uint8Array): Promise<BookHead | undefined> {
  if (!ZIP.every((byte, index) => bytes[index] === byte)) return undefined;
  try {
    if (!zipEntries(bytes).some(({ name }) => name === 'xl/workbook.xml')) return undefined;
    const { headOfXlsx } = await import('./xlsx');
    return headOfXlsx(repack(unpack(bytes, (part) => HEAD_PARTS.test(part))));
  } catch {
    return undefined;
  }
}
