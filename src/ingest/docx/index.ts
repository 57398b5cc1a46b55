import mammoth from 'mammoth';
import type { SourceDocument } from '../../model/source';
import { readHtml } from '../html';

/*
 * Word documents: turned into HTML of headings, paragraphs and tables, and read as such. Numbers that Word itself puts
 * before paragraphs are no text and get lost.
 */

/** Entries of a table of contents keep the class by which readHtml knows them. */
const STYLES = [1, 2, 3].flatMap((level) => [
  `p[style-name='toc ${level}'] => p.MsoToc${level}:fresh`,
  `p[style-name='TOC ${level}'] => p.MsoToc${level}:fresh`,
]);

/**
 * Reads a .docx file.
 * @throws Error when the file is damaged
 */
export async function readDocx(name: string, bytes: Uint8Array): Promise<SourceDocument> {
  // The library takes a Buffer under Node and an ArrayBuffer in the browser; what it unpacks with takes either.
  const input = { buffer: bytes, arrayBuffer: bytes.slice().buffer } as unknown as Parameters<
    typeof mammoth.convertToHtml
  >[0];
  const { value } = await mammoth.convertToHtml(input, {
    styleMap: STYLES,
    convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
  });
  return readHtml(name, value);
}
