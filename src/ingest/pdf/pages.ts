import { isPageNumber } from '../../shared/text';
import { joinTables } from './continued';
import type { PageItem, PageLayout, PageLine } from './layout';

/* Pages put together: what a page break cut apart is one again, what every page repeats is left out. */

/** A line on so many pages at one height is printed on every page. */
const REPEATED = 3;
/** Pages whose widths differ by less, in points, are of one paper. */
const SAME_PAPER = 5;
/**
 * A line is full when it ends this near the right margin, in characters: what may not be parted from what follows goes
 * to the next line.
 */
const RAGGED = 4;
/** One that ends a sentence has to be fuller. */
const RAGGED_END = 1.5;
/** A line that begins further in, in characters, opens a paragraph. */
const INDENT = 0.9;
const SAME_SIZE = 0.2;
/**
 * What is not parted at the end of a line: a number, brackets and quotation marks with the word in them and a number
 * behind. The line before ends where it did not fit.
 */
const UNBROKEN = /^(?:[（(“《〈「【][^（(“《〈「【）)”》〉」】]{0,8}[）)”》〉」】])?[\d,.%A-Za-z]*/;
/** An entry of a contents page: dots lead to the number of its page. */
const ENTRY = /(?<![.．…·‥])[.．…·‥]{3,}\s{0,20}\d{1,4}$/;
/** How wide a digit is, in characters. */
const NARROW = 0.55;
/** So many lines that end together show the right margin of a page. */
const MARGIN_LINES = 3;
/** A paragraph that begins at the margin all the same. */
const NUMBERED =
  /^(?:第[一二三四五六七八九十百]+[部章节条]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．](?!\d)|[①-⑳]|#{1,6} )/;

/** All items of a document in order, page numbers and running heads left out. */
export function withoutRunning(pages: readonly PageLayout[]): PageLayout[] {
  const heads = new Map<string, number>();
  for (const { items } of pages)
    for (const line of edges(items)) heads.set(shapeOf(line), (heads.get(shapeOf(line)) ?? 0) + 1);
  const isRunning = (line: PageLine): boolean =>
    isPageNumber(line.text) ||
    ((heads.get(shapeOf(line)) ?? 0) >= REPEATED && heads.get(shapeOf(line))! * 2 > pages.length);
  return pages.map(({ width, items }) => {
    const left = [...items];
    while (left[0]?.kind === 'line' && isRunning(left[0])) left.shift();
    for (let last = left[left.length - 1]; last?.kind === 'line' && isRunning(last); last = left[left.length - 1])
      left.pop();
    return { width, items: left };
  });
}

/** The first and the last line of a page. */
function edges(items: readonly PageItem[]): PageLine[] {
  const ends = new Set([items[0], items[items.length - 1]]);
  return [...ends].filter((item): item is PageLine => item?.kind === 'line');
}

/** What a running head looks like whatever the number of the page. */
function shapeOf({ text, base }: PageLine): string {
  return `${Math.round(base / 4)} ${text.replace(/\d+/g, '#')}`;
}

/** Tables that go on over a page, and paragraphs that go on over a line or a page, put together. */
export function joinedItems(pages: readonly PageLayout[]): PageItem[] {
  const items: PageItem[] = [];
  for (const page of pages) {
    const margins = marginsOf(page, pages);
    page.items.forEach((item, at) => {
      const last = items[items.length - 1];
      const joined =
        last &&
        (at === 0
          ? over(last, item, margins)
          : item.kind === 'line' && last.kind === 'line'
            ? joinLines(last, item, margins)
            : undefined);
      if (joined) items[items.length - 1] = joined;
      else items.push(item);
    });
  }
  return items;
}

function over(last: PageItem, item: PageItem, margins: Margins): PageItem | undefined {
  if (last.kind === 'table' && item.kind === 'table') return joinTables(last, item);
  return last.kind === 'line' && item.kind === 'line' ? joinLines(last, item, margins) : undefined;
}

interface Margins {
  readonly left: number;
  readonly right: number;
}

/**
 * Between which ends the text of a page runs: its own when several lines end there, else those of all pages of its
 * width.
 */
function marginsOf(page: PageLayout, pages: readonly PageLayout[]): Margins {
  const own = proseOf(page);
  const right = rightOf(own);
  if (own.filter((line) => line.right > right - RAGGED_END * line.size).length >= MARGIN_LINES)
    return { left: leftOf(own), right };
  const all = pages.filter(({ width }) => Math.abs(width - page.width) < SAME_PAPER).flatMap(proseOf);
  return { left: leftOf(all), right: rightOf(all) };
}

function leftOf(lines: readonly PageLine[]): number {
  return lines.reduce((least, { left }) => Math.min(least, left), Infinity);
}

function rightOf(lines: readonly PageLine[]): number {
  return lines.reduce((most, { right }) => Math.max(most, right), -Infinity);
}

/** Lines of running text: no caption with its unit far to the right, nothing set apart by blanks. */
function proseOf({ width, items }: PageLayout): PageLine[] {
  return items.filter((item): item is PageLine => item.kind === 'line' && item.left < width / 2 && !isSetApart(item));
}

/** A row of a table without lines, a caption with its unit. */
function isSetApart({ text }: PageLine): boolean {
  return / {3}/.test(text);
}

/** How wide words are, in characters. */
function widthOf(words: string): number {
  return [...words].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x80 ? NARROW : 1), 0);
}

/** A full line and the one that goes on with it; the page is that of the first. */
function joinLines(last: PageLine, line: PageLine, { left, right }: Margins): PageLine | undefined {
  if (isSetApart(last) || isSetApart(line) || ENTRY.test(last.text)) return undefined;
  const ragged = /[。；]$/.test(last.text) ? RAGGED_END : RAGGED + widthOf(UNBROKEN.exec(line.text)?.[0] ?? '');
  const isFull = last.right > right - ragged * last.size;
  const goesOn = line.left < left + INDENT * line.size && !NUMBERED.test(line.text);
  const isSame = Math.abs(last.size - line.size) <= SAME_SIZE * line.size;
  if (!isFull || !goesOn || !isSame) return undefined;
  const blank = /[A-Za-z]$/.test(last.text) && /^[A-Za-z]/.test(line.text) ? ' ' : '';
  return { ...last, text: last.text + blank + line.text, right: line.right, base: line.base };
}
