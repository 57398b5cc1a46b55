import type { LineBlock, Message, SourceBlock, SourceDocument } from '../../model/source';
import { UnreadableError } from '../errors';
import { readText } from '../text';
import type { Page } from './geometry';
import { layOut, type PageItem, type PageLine } from './layout';
import { type CMapLoader, loadLibrary, openPdf } from './open';
import { readPage } from './page';
import { joinedItems, withoutRunning } from './pages';

export type { CMapLoader } from './open';

/*
 * PDF: the characters and lines of every page are put together as lines of text and ruled tables; from there on the text is read as any
 * pasted text is. Scanned pages hold no characters: that is said.
 */

/** A page that pictures cover to this share, and that holds hardly a character, is a scan. */
const SCANNED = 0.3;
const HARDLY = 20;
/** Characters that no font of the file explains. */
const UNREADABLE = /[\p{Cc}\p{Co}\ufffd]/u;
const MOST_UNREADABLE = 0.2;

/**
 * Reads a PDF file.
 * @param loadCMap gives the tables of character codes that Chinese fonts outside of the file need
 * @throws UnreadableError when it is locked or damaged, or holds no text
 */
export async function readPdf(name: string, bytes: Uint8Array, loadCMap: CMapLoader): Promise<SourceDocument> {
  const pages = await readPages(name, bytes, loadCMap);
  const scanned = pages.filter(isScanned).map(({ number }) => number);
  if (pages.every(({ glyphs }) => glyphs.length === 0)) throw new UnreadableError(name, '其中没有文字，是扫描件或图片，无法读取；请用文字版');
  const unreadable = pages.flatMap(({ glyphs }) => glyphs).filter(({ text }) => UNREADABLE.test(text)).length;
  const all = pages.reduce((sum, { glyphs }) => sum + glyphs.length, 0);
  if (unreadable > MOST_UNREADABLE * all) throw new UnreadableError(name, '其中的字体没有文字编码，读出来是乱码；请用 Word、Excel 原文件，或复制文字粘贴');
  const messages: Message[] = scanned.length === 0 ? [] : [{ severity: 'warning', text: `第 ${scanned.join('、')} 页是图片，其中的数字无法读取`, place: { page: scanned[0]! } }];
  return { name, blocks: blocksOf(joinedItems(withoutRunning(pages.map(layOut)))), messages };
}

async function readPages(name: string, bytes: Uint8Array, loadCMap: CMapLoader): Promise<Page[]> {
  const library = await loadLibrary();
  try {
    const document = await openPdf(library, bytes, loadCMap);
    try {
      const pages: Page[] = [];
      for (let number = 1; number <= document.numPages; number += 1) {
        const page = await document.getPage(number);
        pages.push(await readPage(library, page));
        page.cleanup();
      }
      return pages;
    } finally {
      await document.loadingTask.destroy();
    }
  } catch (cause) {
    const locked = (cause as Error | undefined)?.name === 'PasswordException';
    throw new UnreadableError(name, locked ? '文件有密码，请先取消密码' : '文件损坏或不完整');
  }
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
      blocks.push({ kind: 'grid', rows: item.rows, place: item.rows[0]?.[0]?.place ?? { page: item.page } });
    }
  }
  endLines();
  return blocks;
}

function readLines(lines: readonly PageLine[]): SourceBlock[] {
  if (lines.length === 0) return [];
  const left = Math.min(...lines.map((line) => line.left));
  const text = lines.map((line) => ' '.repeat(Math.round((2 * (line.left - left)) / line.size)) + line.text.replaceAll('\t', ' ')).join('\n');
  const pageOf = (place: LineBlock['place']): { page: number } => ({ page: 'line' in place ? lines[place.line - 1]!.page : 1 });
  return readText('', text).blocks.map((block) =>
    block.kind === 'line'
      ? { ...block, place: pageOf(block.place) }
      : { ...block, place: pageOf(block.place), rows: block.rows.map((row) => row.map((cell) => ({ ...cell, place: pageOf(cell.place) }))) },
  );
}
