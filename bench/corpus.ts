import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../shared/corpus/', import.meta.url));

export interface CorpusText {
  readonly name: string;
  readonly text: string;
}

/** Real documents beside the checkout, in the order of their names; empty when there are none. */
export function corpus(): CorpusText[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ name, text: readFileSync(FOLDER + name, 'utf8') }));
}

/** One document of the corpus by the beginning of its name. */
export function corpusText(prefix: string): CorpusText | undefined {
  return corpus().find(({ name }) => name.startsWith(prefix));
}

/** PDF files beside the checkout, each with the text that circulates of it. */
export function corpusPdf(): { readonly name: string; readonly bytes: Uint8Array; readonly text: string }[] {
  return corpus().flatMap(({ name, text }) => {
    const path = FOLDER + name.replace(/txt$/, 'pdf');
    return existsSync(path) ? [{ name, bytes: readFileSync(path), text }] : [];
  });
}
