import type { Profile } from '../../model/disclosure';
import { yearMember, yearOpening } from '../../vocabulary/years';
import type { Token } from './tokens';

/*
 * Of which year the figures of a sentence are. A sentence that begins 2022年，… speaks of 2022 to its end; a clause that
 * begins so, of its own figure only, for it may well be the name of a project.
 */

const SENTENCE_END = '。\n；';
const CLAUSE_END = '，,、：:（(';
const NUMBERING = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．](?!\d))+\s*/;
/** What may follow a year that a whole sentence is about. */
const ABOUT_YEAR =
  /^20\d\d年(?:度)?(?:[，,]|本|我|全|部门|单位|收|支|预算|决算|年初|一般公共|政府性|国有资本|财政|共|总|实际|“?三公)/;

/** Where in a text its last sentence or clause begins; -1 when none of the marks stands in it. */
function startOfLast(text: string, marks: string): number {
  for (let at = text.length - 1; at >= 0; at -= 1) if (marks.includes(text[at]!)) return at + 1;
  return -1;
}

/** Most sentences and clauses begin with no year: told at a glance. */
function mayOpenWithYear(words: string): boolean {
  return words.startsWith('2') || words.startsWith('其中');
}

/** No more of a sentence than this tells of which year it is. */
const OPENING_REACH = 30;

/** The year that the words before a figure say it is of. */
function yearBefore(words: string): number | undefined {
  const sentence = words.trimStart().replace(NUMBERING, '');
  const clause = sentence.slice(Math.max(0, startOfLast(sentence, CLAUSE_END)));
  const own = mayOpenWithYear(clause) ? yearOpening(clause.slice(0, OPENING_REACH)) : undefined;
  return (
    own ??
    (sentence.startsWith('2') && ABOUT_YEAR.test(sentence) ? yearOpening(sentence.slice(0, OPENING_REACH)) : undefined)
  );
}

/** Adds the year to the tokens that are of another one than the document's, and says of those that are told to be of its own that they are. */
export function datedTokens(text: string, tokens: readonly Token[], own: Profile['year']): readonly Token[] {
  if (own === null) return tokens;
  let sentence = 0;
  let seen = 0;
  return tokens.map((token) => {
    const start = startOfLast(text.slice(seen, token.start), SENTENCE_END);
    if (start >= 0) sentence = seen + start;
    seen = token.start;
    const absolute = yearBefore(text.slice(sentence, token.start));
    if (absolute === undefined) return token;
    const year = yearMember({ absolute }, own);
    return year === '' ? { ...token, isOfYear: true } : { ...token, year };
  });
}
