import type { SourceDocument } from '../model/source';
import { decode, MAX_BYTES } from './decode';
import { readSheets, type SheetInput } from './sheets';
import { readText } from './text';

export { MAX_BYTES, readSheets, readText, type SheetInput };

/** Endings that gouji reads; a folder on the command line means every such file below it. */
export const READABLE_ENDINGS: readonly string[] = ['.txt', '.md'];

/** The input could not be read at all; the message says why, in the user's words. */
export class UnreadableError extends Error {
  constructor(
    readonly source: string,
    readonly reason: string,
  ) {
    super(`${source}：${reason}`);
    this.name = 'UnreadableError';
  }
}

/**
 * Reads one input of any supported format, told apart by content.
 * @throws UnreadableError when nothing can be read from it
 */
export function ingest(name: string, bytes: Uint8Array): SourceDocument {
  const decoded = decode(bytes);
  if ('error' in decoded) throw new UnreadableError(name, decoded.error);
  return readText(name, decoded.text);
}
