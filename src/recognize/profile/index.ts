import { UNITS, type Profile, type Unit } from '../../model/disclosure';
import type { Family } from '../../model/form';
import type { SourceBlock, SourceDocument } from '../../model/source';
import { comparable } from '../../shared/text';
import { TITLE_YEAR } from '../../vocabulary/narrative/identity';
import { isTitleOfForm } from '../../vocabulary/form-titles';
import { looksLikeUnit } from '../../vocabulary/labels';
import type { Caption } from '../layout/caption';
import { entityInText } from './entity';

/** How many lines of the document its cover may take. */
const COVER_LINES = 12;

/**
 * 预算 or 决算: by what the titles of the tables and the cover say most. Sentences are asked where no title tells: a final
 * account speaks of its budget all the time.
 */
export function readKind(source: SourceDocument, captions: readonly Caption[]): Profile['kind'] {
  const cover = coverLines(source);
  const titles = captions.map(({ title }) => title);
  const lead = finalsOver([...titles, ...cover.filter(isHeadline)]);
  return (lead === 0 ? finalsOver([...titles, ...cover]) : lead) > 0 ? 'final' : 'budget';
}

/** How much oftener these lines say 决算 than 预算; names of funds are no 预算. */
function finalsOver(lines: readonly string[]): number {
  const words = lines.map(comparable).join('\n');
  const budgets = count(words, '预算') - count(words, '基金预算') - count(words, '公共预算') - count(words, '经营预算');
  return count(words, '决算') - budgets;
}

const LONGEST_HEADLINE = 40;

/** A line that is a title and no sentence. */
function isHeadline(line: string): boolean {
  return line.length <= LONGEST_HEADLINE && !/[，。；：,;:]/.test(line);
}

/** The years that titles all over the document name: cover and chapters; a contents page is copied from last year. */
function titledYears(source: SourceDocument): string[] {
  return source.blocks.flatMap((block) => {
    if (block.kind === 'grid' || block.contents || !isHeadline(block.text)) return [];
    const year = TITLE_YEAR.exec(block.text)?.[1];
    return year === undefined ? [] : [year];
  });
}

/**
 * Who discloses what for which year: from the captions of the tables first, for they are filled in anew each year, then
 * from the cover.
 */
export function readProfile(
  source: SourceDocument,
  captions: readonly Caption[],
  kind: Profile['kind'],
  family: Family | undefined,
): Profile {
  const cover = coverLines(source);
  const titles = captions.map(({ title }) => title);
  const years = (lines: readonly string[]): string[] =>
    lines.flatMap((line) => [...line.matchAll(YEAR)].map((match) => match[1]!));
  const year =
    mostFrequent(years(titles)) ??
    mostFrequent(captions.map((caption) => caption.year)) ??
    mostFrequent(titledYears(source)) ??
    mostFrequent(years(cover.filter(isTitle))) ??
    mostFrequent(years(cover));
  const entity =
    mostFrequent(captions.map((caption) => caption.entity)) ??
    coverName(cover, source.blocks) ??
    entityInText(source.blocks) ??
    '';
  return {
    kind,
    level: readLevel(captions, cover),
    family: family?.id ?? 'generic',
    year: year === undefined ? null : Number(year),
    entity,
    unit:
      (mostFrequent(captions.flatMap(({ unit }) => (unit && unit in UNITS ? [unit] : []))) as Unit | undefined) ??
      '万元',
  };
}

function coverLines(source: SourceDocument): string[] {
  const lines: string[] = [];
  for (const block of source.blocks) {
    if (block.kind === 'grid' || block.contents || lines.length >= COVER_LINES) break;
    lines.push(block.text);
  }
  return lines;
}

function readLevel(captions: readonly Caption[], cover: readonly string[]): Profile['level'] {
  const title = cover.map(comparable).find((line) => /(?:部门|单位)(?:预算|决算)/.test(line));
  const printed = title === undefined ? undefined : /(部门|单位)(?:预算|决算)/.exec(title)?.[1];
  const word = mostFrequent(captions.map((caption) => /部门|单位/.exec(caption.entityWord)?.[0] ?? ''));
  return (printed ?? word) === '部门' ? 'department' : 'unit';
}

/** The year of the document: not one that something is compared with. */
const YEAR = /(?<![比较与同和]\s{0,3})(20\d\d)\s{0,3}年/g;

/** A short line without stops: a title, not a sentence. */
function isTitle(line: string): boolean {
  return line.length <= 2 * LONGEST_NAME && !/[，,。；;]/.test(line);
}

const LONGEST_NAME = 40;
/** What stands on a cover with the name of the institution; a line without it is a name only when it reads like one. */
const TITLE_WORD = /20\d\d年|预算|决算|(?:单位|部门)(?:名称|全称)?[：:]/;
/**
 * Chapters, headings, titles of tables, numbered items, lines about money and what a conversion left (bookmarks) are no
 * names.
 */
const NO_NAME =
  /^\d{1,2}[.、．)]|[|｜]|支出$|收入$|收、?支$|经费$|拨款$|情况|[，,:[\]]|^(?:人民币)?[亿万千]?元$|^第.{1,3}部分|^[一二三四五六七八九十]{1,3}、|^\(|表(?:\([^()]{0,60}\))?$/;

/** The cover names the institution on a line of its own, on several, or before 20XX年度. */
function coverName(cover: readonly string[], blocks: readonly SourceBlock[]): string | undefined {
  for (const [at, line] of cover.entries()) {
    const name = nameOn(line);
    if (name === undefined) continue;
    const around = { above: cover.slice(0, at).map(comparable), below: cover.slice(at + 1).map(comparable) };
    return wholeName(name, around, blocks);
  }
  return undefined;
}

function nameOn(line: string): string | undefined {
  if (!isTitle(line)) return undefined;
  const printed = comparable(line);
  const name = printed
    .replace(/^.*(?:主管部门|(?:单位|部门)(?:名称|全称)?):/, '')
    .split(/20\d\d/)[0]!
    .split(/(?:部门|单位)?(?:预算|决算)/)[0]!;
  // 一般公共预算支出决算表 is the title of a form.
  const likely = looksLikeUnit(name) || (TITLE_WORD.test(printed) && !isTitleOfForm(printed));
  return likely && name.length >= 4 && name.length <= LONGEST_NAME && !NO_NAME.test(name) ? name : undefined;
}

/** So many lines of a cover a name may take. */
const NAME_LINES = 3;

/**
 * A name that is set in several lines, as the document has it elsewhere.
 * @param above the lines of the cover above it, those below
 */
function wholeName(
  name: string,
  { above, below }: { readonly above: readonly string[]; readonly below: readonly string[] },
  blocks: readonly SourceBlock[],
): string {
  const isKnown = (joined: string): boolean =>
    blocks.some((block) => block.kind === 'line' && comparable(block.text).includes(joined));
  const isPart = (line: string): boolean => line !== '' && !TITLE_WORD.test(line) && !NO_NAME.test(line);
  let whole = name;
  const lengthen = (lines: readonly string[], join: (line: string) => string): void => {
    for (const line of lines.slice(0, NAME_LINES - 1)) {
      const joined = join(line);
      if (!isPart(line) || joined.length > LONGEST_NAME || !isKnown(joined)) return;
      whole = joined;
    }
  };
  lengthen([...above].reverse(), (line) => line + whole);
  lengthen(below, (line) => whole + line);
  return whole;
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | undefined;
  for (const [value, times] of counts) if (best === undefined || times > counts.get(best)!) best = value;
  return best;
}

function count(text: string, word: string): number {
  return text.split(word).length - 1;
}
