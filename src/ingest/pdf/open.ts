import type { PDFDocumentProxy } from 'pdfjs-dist';

/*
 * The library that reads PDF, set up to read only: nothing is drawn, nothing is run, nothing is fetched.
 */

/** What the library offers, as far as it is used here. */
export type PdfLibrary = typeof import('pdfjs-dist');

/**
 * Gives a table of Chinese character codes (an Adobe CMap, `GBK-EUC-H.bcmap`) for fonts that a file names but does not
 * enclose.
 */
export type CMapLoader = (fileName: string) => Promise<Uint8Array>;

/** The library looks for the classes of a browser's canvas when it is loaded, and uses them only to draw. */
const FOR_DRAWING = ['DOMMatrix', 'ImageData', 'Path2D'] as const;

let loaded: Promise<PdfLibrary> | undefined;

/** Loads the library once; it is large, and few files are PDF. */
export function loadLibrary(): Promise<PdfLibrary> {
  return (loaded ??= load());
}

async function load(): Promise<PdfLibrary> {
  const globals = globalThis as Record<string, unknown>;
  for (const name of FOR_DRAWING) globals[name] ??= class {};
  // While it is loaded it warns that it could not draw, before it can be told to be quiet.
  /* eslint-disable no-console */
  const { warn } = console;
  console.warn = () => undefined;
  try {
    // Parsing happens on this thread: a worker would need a file of its own beside every page and command.
    // @ts-expect-error it has no types, and none are needed
    globals.pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
    /* eslint-enable no-console */
  }
}

/**
 * Opens a document.
 * @throws the library's PasswordException, InvalidPDFException and others
 */
export function openPdf(library: PdfLibrary, bytes: Uint8Array, loadCMap: CMapLoader): Promise<PDFDocumentProxy> {
  class Tables {
    fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      return kind === 'cMapUrl' ? loadCMap(filename) : Promise.reject(new Error(`not loaded: ${filename}`));
    }
  }
  return library.getDocument({
    // The library takes the memory for itself, and no Buffer.
    data: new Uint8Array(bytes),
    BinaryDataFactory: Tables,
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    // What it complains of is listened to: complaints.ts.
    verbosity: library.VerbosityLevel.INFOS,
  }).promise;
}
