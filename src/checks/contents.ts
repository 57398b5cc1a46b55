import type { Disclosure, DocumentLine } from '../model/disclosure';
import { chineseNumber } from '../shared/numerals';
import { memoizedBy } from '../shared/memo';
import { stripMarks } from '../shared/text';
import { contentsTitle } from '../vocabulary/form-titles';
import { FILLER, FORM_NUMBER, HIGH_NUMBER, OF_FORM } from '../vocabulary/narrative/contents';
import { bareHeading, isChapter, numberLevel } from '../vocabulary/narrative/headings';
import type { CheckInput } from './check';

/*
 * The contents page and the headings of the body, in a form in which they can be held against each other.
 */

/** An entry of the contents page. */
export interface Entry {
  readonly line: DocumentLine;
  /** As printed, without leaders and page number. */
  readonly title: string;
  /** Its words as they are compared. */
  readonly words: string;
  /** The words of the entry above it, '' at the top. */
  readonly chapter: string;
  readonly isForm: boolean;
  /** As printed; undefined where there is none. */
  readonly page: number | undefined;
}

/** A line or a cell of the body. */
interface Piece {
  readonly words: string;
  readonly text: string;
  /** A line by itself that may be a heading. */
  readonly line?: DocumentLine;
}

const LONGEST_HEADING = 60;
/** A gap or leaders lead to the page number. */
const PAGE = /(?:[.．…·‥_-]\s{0,20}|\t|\s{2})(\d{1,4})$/;

/** The words of a heading without number, year, quotation marks and what else differs between contents and body. */
export function headingWords(text: string): string {
  return bareHeading(text).replace(FORM_NUMBER, '').replace(FILLER, '').replace(/\.$/, '');
}

/** An entry by itself; a line without number and page is none: the first heading of the body may stand there. */
function entryOf(line: DocumentLine): Omit<Entry, 'chapter'> | undefined {
  if (line.part !== 'contents') return undefined;
  const text = stripMarks(line.text).trim();
  const title = contentsTitle(text).trim();
  const words = headingWords(title);
  const page = PAGE.exec(text)?.[1];
  const isNumbered = isChapter(title) || numberLevel(title) > 0 || FORM_NUMBER.test(title);
  if (words.length < 2 || !(isNumbered || page !== undefined)) return undefined;
  return {
    line,
    title,
    words,
    isForm: OF_FORM.test(title) && !isChapter(title),
    page: page === undefined ? undefined : Number(page),
  };
}

/** The number of 第X部分 and of 一、, apart; undefined for lower headings. */
function numberOf(title: string): { readonly isChapter: boolean; readonly number: number } | undefined {
  const [, chapter, item] = HIGH_NUMBER.exec(title) ?? [];
  const number = chineseNumber(chapter ?? item ?? '') ?? Number(chapter ?? NaN);
  return Number.isNaN(number) ? undefined : { isChapter: chapter !== undefined, number };
}

/**
 * The entries of the contents page, in their order. Where the numbers begin anew, the contents page is over: what
 * follows was taken for more of it, as no sentence stands between.
 */
function entriesOf(lines: readonly DocumentLine[]): Entry[] {
  const entries: Entry[] = [];
  let [chapter, chapters, items] = ['', 0, 0];
  for (const line of lines) {
    const entry = entryOf(line);
    if (!entry) continue;
    const own = numberOf(entry.title);
    if (own && own.number <= (own.isChapter ? chapters : Math.min(items, 1))) break;
    if (own?.isChapter) [chapter, chapters, items] = [entry.words, own.number, 0];
    else if (own) items = own.number;
    entries.push({ ...entry, chapter });
  }
  return entries;
}

/** What the body prints, line by line and cell by cell. */
class Body {
  private readonly pieces: readonly Piece[];
  private readonly all: string;

  constructor({ statements, grids }: Disclosure, lines: readonly DocumentLine[], entries: readonly Entry[]) {
    const listed = new Set(entries.map(({ line }) => line));
    const own = lines.flatMap((line): Piece[] => {
      if (listed.has(line)) return [];
      const isHeading = line.text.length <= LONGEST_HEADING;
      return [{ words: headingWords(line.text), text: stripMarks(line.text).trim(), ...(isHeading && { line }) }];
    });
    const cells = (grids?.() ?? []).flatMap(({ rows }) =>
      rows.flatMap((row) =>
        row.flatMap(({ text }): Piece[] =>
          text.length > 1 && text.length <= LONGEST_HEADING ? [{ words: headingWords(text), text }] : [],
        ),
      ),
    );
    const titles = statements.map(({ title }): Piece => ({ words: headingWords(title), text: title }));
    this.pieces = [...own, ...cells, ...titles];
    this.all = this.pieces.map(({ words }) => words).join('');
  }

  /** True where these words stand somewhere, by themselves or among others, broken over lines or not. */
  has(words: string): boolean {
    return this.all.includes(words);
  }

  /** The lines that hold these words and nothing else. */
  linesOf(words: string): DocumentLine[] {
    return this.pieces.flatMap((piece) => (piece.line && piece.words === words ? [piece.line] : []));
  }

  /** Headings and titles of forms, once each. */
  headings(): Piece[] {
    const known = new Set<string>();
    return this.pieces.filter(({ words, line, text }) => {
      const isHeading = line ? isChapter(text) || numberLevel(text) > 0 || OF_FORM.test(text) : OF_FORM.test(text);
      if (!isHeading || words.length < 2 || known.has(words)) return false;
      known.add(words);
      return true;
    });
  }
}

/** Where a line stands on paper; undefined where its place names no page. */
export function pageOf({ place }: DocumentLine): number | undefined {
  return 'page' in place ? place.page : undefined;
}

export interface Contents {
  readonly entries: readonly Entry[];
  readonly body: Body;
}

/** The contents page of a document and what its body prints; several rules look at them. */
export const contentsOf = memoizedBy(({ disclosure, lines }: CheckInput): Contents => {
  const entries = entriesOf(lines);
  return { entries, body: new Body(disclosure, entries.length === 0 ? [] : lines, entries) };
});
