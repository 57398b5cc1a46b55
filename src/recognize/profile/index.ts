import { UNITS, type Profile, type Unit } from '../../model/disclosure';
import type { Family } from '../../model/form';
import type { SourceDocument } from '../../model/source';
import { comparable } from '../../shared/text';
import { looksLikeUnit } from '../../vocabulary/labels';
import type { Caption } from '../layout/caption';
import { entityInText } from './entity';

/** How many lines of the document its cover may take. */
const COVER_LINES = 12;

/** 预算 or 决算: by what the titles of the tables and the cover say most. */
export function readKind(source: SourceDocument, captions: readonly Caption[]): Profile['kind'] {
  const words = [...captions.map(({ title }) => title), ...coverLines(source)].map(comparable).join('\n');
  return count(words, '决算') >
    count(words, '预算') - count(words, '基金预算') - count(words, '公共预算') - count(words, '经营预算')
    ? 'final'
    : 'budget';
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
    mostFrequent(years(cover.filter(isTitle))) ??
    mostFrequent(years(cover));
  const entity =
    mostFrequent(captions.map((caption) => caption.entity)) ?? coverName(cover) ?? entityInText(source.blocks) ?? '';
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
  /^\d{1,2}[.、．)]|[|｜]|支出$|收入$|收、?支$|经费$|拨款$|情况|[，,:[\]]|^(?:人民币)?[亿万千]?元$|^第.{1,3}部分|^[一二三四五六七八九十]{1,3}、|^\(|表(?:\(.*\))?$/;

/** The cover names the institution on a line of its own or before 20XX年度. */
function coverName(cover: readonly string[]): string | undefined {
  for (const line of cover) {
    if (!isTitle(line)) continue;
    const printed = comparable(line);
    const name = printed
      .replace(/^.*(?:主管部门|(?:单位|部门)(?:名称|全称)?):/, '')
      .split(/20\d\d/)[0]!
      .split(/(?:部门|单位)?(?:预算|决算)/)[0]!;
    const likely = TITLE_WORD.test(printed) || looksLikeUnit(name);
    if (likely && name.length >= 4 && name.length <= LONGEST_NAME && !NO_NAME.test(name)) return name;
  }
  return undefined;
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
