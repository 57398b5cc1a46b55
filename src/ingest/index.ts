import type { SourceDocument } from '../model/source';
import { decode, MAX_BYTES } from './decode';
import { UnreadableError } from './errors';
import { holdsTableTag, ingestFile, type IngestOptions, isCsv, isHtml, isXmlWorkbook, withDoubt } from './files';
import { readSheets, type SheetInput } from './sheets';
import { readText } from './text';
import { readCsv } from './text/csv';

export { type BookHead, readBookHead } from './book-head';
export type { CMapLoader } from './pdf';
export {
  holdsTableTag,
  ingestFile,
  type IngestOptions,
  isCsv,
  isHtml,
  isXmlWorkbook,
  MAX_BYTES,
  readCsv,
  readSheets,
  readText,
  type SheetInput,
  UnreadableError,
};

/** Endings that gouji reads; a folder on the command line means every such file below it. */
export const READABLE_ENDINGS: readonly string[] = [
  '.txt',
  '.md',
  '.csv',
  '.html',
  '.htm',
  '.docx',
  '.xlsx',
  '.xls',
  '.pdf',
];

/**
 * Reads text in any encoding that is supported.
 * @throws UnreadableError when nothing can be read from it
 */
export function ingest(name: string, bytes: Uint8Array): SourceDocument {
  const decoded = decode(bytes);
  if ('error' in decoded) throw new UnreadableError(name, decoded.error);
  return withDoubt(readText(name, decoded.text), decoded.messages);
}
