import type { Profile } from '../../model/disclosure';
import { yearMember, yearOpening } from '../../vocabulary/years';
import type { Token } from './tokens';

/*
 * Of which year the figures of a sentence are. A sentence that begins 2022年，… speaks of 2022 to its end; a clause that begins so, of its
 * own figure only, for it may well be the name of a project.
 */

const SENTENCE_END = /[。\n；]/;
const CLAUSE_END = /[，,、：:（(]/;
const NUMBERING = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．](?!\d))+\s*/;
/** What may follow a year that a whole sentence is about. */
const ABOUT_YEAR =
  /^20\d\d年(?:度)?(?:[，,]|本|我|全|部门|单位|收|支|预算|决算|年初|一般公共|政府性|国有资本|财政|共|总|实际|“?三公)/;

function lastOf(text: string, end: RegExp): string {
  for (let at = text.length - 1; at >= 0; at -= 1) if (end.test(text[at]!)) return text.slice(at + 1);
  return text;
}

/** Adds the year to the tokens that are of another one than the document's. */
export function datedTokens(text: string, tokens: readonly Token[], own: Profile['year']): readonly Token[] {
  if (own === null) return tokens;
  return tokens.map((token) => {
    const sentence = lastOf(text.slice(0, token.start), SENTENCE_END).trimStart().replace(NUMBERING, '');
    const about = ABOUT_YEAR.test(sentence) ? yearOpening(sentence) : undefined;
    const absolute = yearOpening(lastOf(sentence, CLAUSE_END)) ?? about;
    const year = absolute === undefined ? '' : yearMember({ absolute }, own);
    return year === '' ? token : { ...token, year };
  });
}
