import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { LineBlock, Message, SourceBlock, SourceDocument } from '../../model/source';
import { squeeze } from '../../shared/text';
import { UnreadableError } from '../errors';
import { readText } from '../text';
import { hearing } from './complaints';
import type { Page } from './geometry';
import { layOut, type PageItem, type PageLayout, type PageLine } from './layout';
import { type CMapLoader, loadLibrary, openPdf, type PdfLibrary } from './open';
import { limitOperations } from './limit';
import { readPage } from './page';
import { joinedItems, withoutRunning } from './pages';

export type { CMapLoader } from './open';

/*
 * PDF: the characters and lines of every page are put together as lines of text and ruled tables; from there on the
 * text is read as any pasted text is. Scanned pages hold no characters: that is said.
 */

/** A page that pictures cover to this share, and that holds hardly a character, is a scan. */
const SCANNED = 0.3;
const HARDLY = 20;
/** Characters that no font of the file explains. */
const UNREADABLE = /[\p{Cc}\p{Co}\ufffd]/u;
const MOST_UNREADABLE = 0.2;
/** Letters that no Chinese text has: a font whose table of characters is wrong. A name may have one. */
const FOREIGN = /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/;
const LEAST_FOREIGN = 5;

/**
 * Reads a PDF file.
 * @param loadCMap gives the tables of character codes that Chinese fonts outside of the file need
 * @param ignoreHeads heads of the columns of tables whose pages hold no submission
 * @throws UnreadableError when it is locked or damaged, or holds no text
 */
export async function readPdf(
  name: string,
  bytes: Uint8Array,
  loadCMap: CMapLoader,
  ignoreHeads: readonly (readonly string[])[] = [],
): Promise<SourceDocument> {
  const { pages, damaged, left } = await readPages(name, bytes, loadCMap);
  const scanned = pages.filter(isScanned).map(({ number }) => number);
  if (pages.every(({ glyphs }) => glyphs.length === 0))
    throw new UnreadableError(name, '其中没有文字，是扫描件或图片，无法读取；请用文字版');
  const unreadable = pages.flatMap(({ glyphs }) => glyphs).filter(({ text }) => UNREADABLE.test(text)).length;
  const all = pages.reduce((sum, { glyphs }) => sum + glyphs.length, 0);
  if (unreadable > MOST_UNREADABLE * all)
    throw new UnreadableError(name, '其中的字体没有文字编码，读出来是乱码；请用 Word、Excel 原文件，或复制文字粘贴');
  const layouts = pages.map(layOut).filter((page) => !isIgnored(page, ignoreHeads));
  const loose = layouts.flatMap(({ items }) =>
    items.filter((item) => item.kind === 'table' && item.isLoose === true).map(({ page }) => page),
  );
  return {
    name,
    blocks: blocksOf(joinedItems(withoutRunning(layouts))),
    messages: [
      ...saying(damaged, DAMAGED),
      ...saying(
        pages.filter(({ isCut }) => isCut).map(({ number }) => number),
        CUT,
      ),
      ...(left > 0 ? [{ severity: 'warning' as const, text: `超过 ${MOST_PAGES} 页，最后 ${left} 页没有读` }] : []),
      ...saying(
        pages.filter(isGarbled).map(({ number }) => number),
        GARBLED,
      ),
      ...saying(scanned, SCAN),
      ...saying(loose, LOOSE, 'info'),
    ],
  };
}

/** No disclosure has so many. */
const MOST_PAGES = 3000;
const CUT = '画的内容过多，不像公开文件，后面的没有读';
const DAMAGED = '的内容有损坏，可能缺字缺数，请核对原件';
const GARBLED = '有的字读不出（字体中的文字编码不对），名称和数字请核对原件';
const LOOSE = '的表没有竖线，各栏按文字的位置分开，结论请对照原件';
const SCAN = '是图片，其中的数字无法读取';

function saying(pages: readonly number[], what: string, severity: Message['severity'] = 'warning'): Message[] {
  return pages.length === 0
    ? []
    : [{ severity, text: `第 ${[...new Set(pages)].join('、')} 页${what}`, place: { page: pages[0]! } }];
}

/** True for a page of a table whose heads are among those to ignore. */
function isIgnored({ items }: PageLayout, heads: readonly (readonly string[])[]): boolean {
  const wanted = new Set(heads.map((row) => squeeze(row.join(''))));
  const isOne = (words: string): boolean => wanted.has(squeeze(words));
  return (
    wanted.size > 0 &&
    items.some((item) =>
      item.kind === 'line' ? isOne(item.text) : item.rows.some((row) => isOne(row.map(({ text }) => text).join(''))),
    )
  );
}

/** A page, and whether there was more of it than is read. */
type ReadPage = Page & { readonly isCut: boolean };

interface Read {
  readonly pages: ReadPage[];
  /** Numbers of pages that are not read whole. */
  readonly damaged: number[];
  /** How many pages at the end are not read at all. */
  readonly left: number;
}

/** What is damaged is read as far as it goes, and said. */
async function readPages(name: string, bytes: Uint8Array, loadCMap: CMapLoader): Promise<Read> {
  const library = await loadLibrary();
  try {
    const { result: document } = await hearing(() => openPdf(library, bytes, loadCMap));
    try {
      const pages: ReadPage[] = [];
      const damaged: number[] = [];
      const last = Math.min(document.numPages, MOST_PAGES);
      for (let number = 1; number <= last; number += 1) {
        const { result, isWhole } = await hearing(() => readOne(library, document, number).catch(() => undefined));
        if (result) pages.push(result);
        if (!result || !isWhole) damaged.push(number);
      }
      if (pages.length === 0) throw new Error('no page can be read');
      return { pages, damaged, left: document.numPages - last };
    } finally {
      // What is stopped in the middle complains once more.
      await hearing(() => document.loadingTask.destroy());
    }
  } catch (cause) {
    const locked = (cause as Error | undefined)?.name === 'PasswordException';
    throw new UnreadableError(name, locked ? '文件有密码，请先取消密码' : '文件损坏或不完整');
  }
}

async function readOne(library: PdfLibrary, document: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await document.getPage(number);
  const isCut = limitOperations(page);
  const read = await readPage(library, page);
  page.cleanup();
  return { ...read, isCut: isCut() };
}

function isGarbled({ glyphs }: Page): boolean {
  return glyphs.filter(({ text }) => UNREADABLE.test(text) || FOREIGN.test(text)).length >= LEAST_FOREIGN;
}

function isScanned({ glyphs, pictured }: Page): boolean {
  return pictured > SCANNED && glyphs.length < HARDLY;
}

/** Tables as they are; lines between them as pasted text is read, each at its page. */
function blocksOf(items: readonly PageItem[]): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let lines: PageLine[] = [];
  const endLines = (): void => {
    blocks.push(...readLines(lines));
    lines = [];
  };
  for (const item of items) {
    if (item.kind === 'line') lines.push(item);
    else {
      endLines();
      blocks.push({
        kind: 'grid',
        rows: item.rows,
        place: item.rows[0]?.[0]?.place ?? { page: item.page },
        ...(item.isLoose && { isLoose: true }),
      });
    }
  }
  endLines();
  return blocks;
}

function readLines(lines: readonly PageLine[]): SourceBlock[] {
  if (lines.length === 0) return [];
  const left = Math.min(...lines.map((line) => line.left));
  const text = lines
    .map((line) => ' '.repeat(Math.round((2 * (line.left - left)) / line.size)) + line.text.replaceAll('\t', ' '))
    .join('\n');
  const pageOf = (place: LineBlock['place']): { page: number } => ({
    page: 'line' in place ? lines[place.line - 1]!.page : 1,
  });
  return readText('', text).blocks.map((block) =>
    block.kind === 'line'
      ? { ...block, place: pageOf(block.place) }
      : {
          ...block,
          place: pageOf(block.place),
          rows: block.rows.map((row) => row.map((cell) => ({ ...cell, place: pageOf(cell.place) }))),
        },
  );
}
