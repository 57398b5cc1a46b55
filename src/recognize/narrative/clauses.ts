import { matchesOf } from '../../shared/matches';
import { NAMES } from '../../vocabulary/narrative/items';
import { CONTINUES_ITEM, isOfBareWords, OPENER, PURPOSE, PURPOSE_TOLD } from '../../vocabulary/narrative/words';

/* The words between two figures, taken apart. */

/** Bare words that together name the whole or the year's money. */
const NAMING = /(?:收入|支出|收支).{0,40}?[总合]计|总(?:收入|支出|预算|决算)|当年|本年/;
const COORDINATED = /(收入|支出|收|支)(?:总计|合计)?(?:、|和)(?=(?:收入|支出|支)(?:总|合))/g;

/**
 * The clause in front of a figure: what stands after the last comma, colon or stop; brackets that belong to a name
 * stay.
 */
export function lastClause(gap: string): string {
  let depth = 0;
  for (let at = gap.length - 1; at >= 0; at -= 1) {
    const char = gap[at]!;
    if (char === '）') depth += 1;
    else if (char === '（' && depth > 0) {
      depth -= 1;
      continue;
    }
    if (depth > 0) continue;
    if (
      char === '，' ||
      char === '；' ||
      char === '。' ||
      char === '\n' ||
      (char === '、' && !inPair(gap, at)) ||
      (char === '：' && at < gap.length - 1) ||
      char === '（'
    )
      return gap.slice(at + 1);
  }
  return gap;
}

/** What stands after the last comma, colon or stop outside of brackets: names in a row, joined by 、, stay together. */
export function lastSegment(gap: string): string {
  let depth = 0;
  for (let at = gap.length - 1; at >= 0; at -= 1) {
    const char = gap[at]!;
    if (char === '）') depth += 1;
    else if (char === '（' && depth > 0) depth -= 1;
    else if (depth === 0 && '，；。：\n（'.includes(char)) return gap.slice(at + 1);
  }
  return gap;
}

/** 收、支总计 is one name. */
function inPair(gap: string, at: number): boolean {
  return matchesOf(COORDINATED, gap).some((match) => at >= match.index && at < match.index + match[0].length);
}

const BRACKETED = /（[^（）]*）/g;
const NUMBERING = /^\d{1,2}[.、．]/;

export function isBare(clause: string): boolean {
  return !NAMING.test(clause) && isOfBareWords(clause.replace(BRACKETED, '').replace(NUMBERING, ''));
}

/** The year of the document, in a number or in words, before what was spent in it. */
const OF_THE_YEAR = /^(?:(?:19|20)\d\d年(?:度)?|当年|本年度?|今年)/;

/** Bare words, or such behind a year: they name nothing beyond the item that they stand in. */
export function isBareInItem(clause: string): boolean {
  const words = clause.replace(BRACKETED, '').replace(NUMBERING, '').replace(OF_THE_YEAR, '');
  return words !== '' && !/[总合]计|总/.test(words) && isOfBareWords(words);
}

/** An item in brackets, before and behind a word that opens a list. */
const ITEM_BEFORE = /（[类款]）[^，。；：（]*$/;
const ITEM_BEHIND = /^[^，。；：]*（[款项]）/;

/** A bracket is closed that was not opened here. */
export function closesBracket(text: string): boolean {
  let open = 0;
  for (const char of text) {
    if (char === '（') open += 1;
    else if (char === '）') open -= 1;
    if (open < 0) return true;
  }
  return false;
}

/** A bracket is opened that is not closed here. */
export function opensBracket(text: string): boolean {
  return text.lastIndexOf('（') > text.lastIndexOf('）');
}

export interface Opening {
  readonly word: string;
  /** Offset in the gap just behind the word. */
  readonly end: number;
  readonly start: number;
}

/** 主要用于办公费等，年初预算为…: the purpose ends before the figure, which is none of its parts. */
function isTold(rest: string): boolean {
  if (rest.startsWith('：')) return false;
  return PURPOSE_TOLD.test(rest) || (rest.includes('，') && CONTINUES_ITEM.test(lastClause(rest)));
}

/**
 * The last word in a gap that opens a list of parts.
 * @param behind what follows the gap: 由 opens a list where 构成 ends it
 */
export function opening(gap: string, behind = ''): Opening | undefined {
  let found: Opening | undefined;
  for (const match of matchesOf(OPENER, gap + behind)) {
    if (match.index >= gap.length) break;
    // 彩票公益金安排的支出（款）用于社会福利的彩票公益金支出（项） is a name.
    if (ITEM_BEFORE.test(gap.slice(0, match.index)) && ITEM_BEHIND.test(gap.slice(match.index))) continue;
    const end = match.index + match[0].length;
    if (PURPOSE.test(match[0]) && isTold(gap.slice(end))) continue;
    found = { word: match[0], start: match.index, end };
  }
  if (!found) return undefined;
  const rest = gap.slice(found.end);
  return /[。；]/.test(rest.replace(/^：?\n?/, '')) ? undefined : found;
}

/** Splits at stops; every piece with the stop that ends it ('' for the last). */
export function pieces(gap: string): { text: string; stop: string; start: number }[] {
  const found: { text: string; stop: string; start: number }[] = [];
  let from = 0;
  for (let at = 0; at < gap.length; at += 1) {
    const char = gap[at]!;
    if (char !== '。' && char !== '；' && char !== '\n') continue;
    found.push({ text: gap.slice(from, at), stop: char, start: from });
    from = at + 1;
  }
  found.push({ text: gap.slice(from), stop: '', start: from });
  return found;
}

const NAME = /(?<![^、，（）])[^、，（）]+(?:（[^）]{1,4}）[^、，（）]*)*/g;
const AND_SO_ON = /等(?:支出|费用|方面|项目|内容|经费)?$/;

/**
 * Names without amounts at the end of a text (主要包括：办公费、水费等), each with its offset; `open` when 等 says that there are
 * more.
 */
export function listedNames(text: string): { names: { name: string; start: number }[]; open: boolean } | undefined {
  const match = NAMES.exec(text);
  if (!match) return undefined;
  const list = match[2]!;
  const from = match.index + match[0].length - list.length;
  const names = matchesOf(NAME, list).flatMap((each) => {
    const name = each[0].replace(AND_SO_ON, '').replace(/^以下方面：?/, '');
    return name === '' ? [] : [{ name, start: from + each.index }];
  });
  return { names, open: AND_SO_ON.test(list) };
}
