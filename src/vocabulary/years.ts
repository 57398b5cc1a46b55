import { pattern } from '../shared/pattern';
import { memoized } from '../shared/memo';
import { comparable } from '../shared/text';

/*
 * Which year a title, a head or the beginning of a sentence names. Years that something is compared with (比2023年增减) and
 * years that money was left over from (2023年结转, 上年结余) say nothing about the year of the figures.
 */

/** A year by its number, or by its distance from the year of the document. */
export type SaidYear = { readonly absolute: number } | { readonly offset: number };

const LEFT_OVER = '(?!年?度?[^,，。;；:：]{0,8}(?:结转|结余))';
const COMPARED = '(?<!比|较|与|同|和)';
const ABSOLUTE = pattern(`${COMPARED}(?<!\\d)(20\\d\\d)(?!\\d)${LEFT_OVER}`, 'g');
const RELATIVE = pattern(`${COMPARED}(?:上年|去年|上一年)(?!末|底)${LEFT_OVER}`);

/**
 * The year that all figures under a printed title or head are of.
 * @returns undefined when it names none, or several
 */
export const yearSaid = memoized((text): SaidYear | undefined => {
  const words = comparable(text);
  const years = new Set([...words.matchAll(ABSOLUTE)].map((match) => Number(match[1])));
  const before = RELATIVE.test(words);
  if (years.size + (before ? 1 : 0) !== 1) return undefined;
  const [absolute] = years;
  return absolute === undefined ? { offset: -1 } : { absolute };
});

const DATE = '(?!本年|\\d{1,2}月|[初底末]|至|[-—~]|[^,，。;；]{0,12}(?:结转|结余))';
const OPENING = pattern(`^(?:其中)?[,，:：]?(20\\d\\d)年(?:度)?${DATE}`);

/**
 * The year that a clause begins with: 2022年，…; 2022年度支出…. Dates are none: they say when, not of which year; nor is a
 * slip before 本年.
 */
export function yearOpening(clause: string): number | undefined {
  const match = OPENING.exec(comparable(clause));
  return match ? Number(match[1]) : undefined;
}

/**
 * The member of the dimension year: '' for the document's own. @param own null when it is not known: then nothing is
 * known of others
 */
export function yearMember(said: SaidYear, own: number | null): string {
  const offset = 'offset' in said ? said.offset : own === null ? 0 : said.absolute - own;
  return offset === 0 ? '' : String(offset);
}
