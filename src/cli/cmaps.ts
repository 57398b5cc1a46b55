import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/* Tables of Chinese character codes for PDF files: beside the built command, or in the package when run from source. */

const FOLDERS = ['./cmaps/', '../../node_modules/pdfjs-dist/cmaps/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/** Reads one table by its file name. */
export async function loadCMap(fileName: string): Promise<Uint8Array> {
  const folder = FOLDERS.find((each) => existsSync(each));
  // The name comes from the file that is read: nothing but a name is taken.
  if (folder === undefined || !/^[\w-]+\.bcmap$/.test(fileName)) throw new Error(`no table ${fileName}`);
  return new Uint8Array(await readFile(folder + fileName));
}
