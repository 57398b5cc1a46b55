import { zipEntries } from './zip';

/* What a workbook says of itself before its sheets are read. */

export interface BookHead {
  readonly creator: string;
  readonly sheets: readonly string[];
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Head of an .xlsx file; undefined for everything else, and for one that is damaged. */
export async function readBookHead(bytes: Uint8Array): Promise<BookHead | undefined> {
  if (
    !ZIP.every((byte, index) => bytes[index] === byte) ||
    !zipEntries(bytes).some(({ name }) => name === 'xl/workbook.xml')
  )
    return undefined;
  const { headOfXlsx } = await import('./xlsx');
  try {
    return headOfXlsx(bytes);
  } catch {
    return undefined;
  }
}
