import type { PDFPageProxy } from 'pdfjs-dist';

/*
 * A page of a few bytes may draw without end: a form that draws two forms that draw two forms … What is drawn is
 * counted as it comes, and where it is more than any page needs the rest is not read.
 */

/** A page full of small tables takes some ten thousand. */
const MOST_OPERATIONS = 50_000;

interface Intent {
  readonly operatorList: { readonly fnArray: readonly number[]; lastChunk: boolean };
  readonly streamReader?: { cancel(reason: Error): Promise<void> } | null;
  readonly renderTasks: Iterable<{ operatorListChanged(): void }>;
}

/** How the library takes in what comes of a page; it has no other way to say when to stop. */
interface Pump {
  _renderPageChunk(chunk: unknown, intent: Intent): void;
}

/**
 * Limits what is read of a page. @returns tells whether something was left out
 */
export function limitOperations(page: PDFPageProxy): () => boolean {
  const pump = page as unknown as Pump;
  const take = pump._renderPageChunk.bind(page);
  let isCut = false;
  pump._renderPageChunk = (chunk, intent) => {
    if (isCut) return;
    take(chunk, intent);
    const { operatorList, streamReader, renderTasks } = intent;
    if (operatorList.lastChunk || operatorList.fnArray.length < MOST_OPERATIONS) return;
    isCut = true;
    void streamReader?.cancel(new Error('too much to draw')).catch(() => undefined);
    operatorList.lastChunk = true;
    for (const task of renderTasks) task.operatorListChanged();
  };
  return () => isCut;
}
