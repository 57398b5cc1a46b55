import type { TextFact } from '../../model/narrative';
import { isBare, lastClause, opensBracket } from './clauses';
import { type Discourse, NEAR } from './discourse';
import { areOfOneFund } from './said';

/*
 * Where a list of parts opens: of which whole they are, by its name or by what was said before.
 */

/** 本年支出的构成为: the whole stands before the word that opens its parts. */
const NAMES_WHOLE = /^(?:构成为|组成为|分为|划分)$/;
/** 支出中: the word names the whole itself. */
const WHOLE_WITHIN = /([^，。；：]{2,40})中$/;
const LONGEST_BRACKET = 40;

/**
 * Opens the list that a word begins.
 * @param live what stands between the last stop and the figure; the word begins at `start` in it
 * @param topic what the sentence is about, where it has told no value
 * @param block the parts stand in the paragraphs below
 */
export function openList(
  discourse: Discourse,
  live: string,
  { start: at, word, topic }: { readonly start: number; readonly word: string; readonly topic?: TextFact | undefined },
  block = false,
): void {
  const goesOn = word === '其中' && live.slice(0, at) === '';
  const found = namedWhole(discourse, live, at, word, block);
  // 。其中 speaks of the sentence before; ，其中 of the figure before.
  const { inSentence, sinceStop } = discourse;
  // Behind ； the last part of the list before is no whole.
  const latest = inSentence && (sinceStop.length > 0 || discourse.plain.includes(inSentence)) ? [inSentence] : [];
  const { own: told, leads } = discourse.recent;
  const about = latest.length === 0 && sinceStop.length === 0 && topic ? [topic] : [];
  const own = [...about, ...latest, ...[...told].reverse()];
  const outer = discourse.lists.top?.wholes ?? [];
  discourse.lists.push({
    wholes: [...new Set([...found, ...own, ...leads, ...outer])].slice(0, NEAR),
    word,
    block,
    bracket: opensBracket(live.slice(0, at)),
    near: found.length > 0 || own.length > 0 || (goesOn && areOfOneFund(discourse.before)),
  });
}

/** The whole by its name, in the words around the one that opens the list. */
function namedWhole(discourse: Discourse, live: string, at: number, word: string, block: boolean): TextFact[] {
  const within = word.endsWith('中') && word !== '其中' ? WHOLE_WITHIN.exec(live.slice(0, at + word.length)) : null;
  if (within) return discourse.named(within[1]!);
  const before = live.slice(0, at);
  if (NAMES_WHOLE.test(word) && before !== '' && !isBare(lastClause(before)))
    return discourse.named(lastClause(before));
  // 财政拨款支出主要内容如下：, then items in paragraphs of their own.
  const told = block ? before.replace(/主要|内容|具体|情况/g, '') : '';
  return told !== '' && !isBare(told) ? discourse.named(told) : [];
}

/** A bracket behind a figure holds its parts. */
export function openBracket({ last, lists }: Discourse, gap: string): void {
  if (last && gap.length < LONGEST_BRACKET)
    lists.push({ wholes: [last], word: '（', block: false, bracket: true, near: true });
}
