import type { PartialKey } from '../../model/key';
import { comparable } from '../../shared/text';
import { hasUnknownWords, isPartHead } from '../../vocabulary/heads';
import { isTotalHead } from '../../vocabulary/labels';
import { meaningOf, meaningUnder } from '../../vocabulary/lexicon';

/*
 * Columns under heads that the vocabulary does not know: 一季度, 市区, 批复数. Whatever they are, they are not known to be the
 * whole, so their figures are held against nothing outside their table; within it the figures say whether they add up.
 */

/** What the heads down to one of them say together. */
function meaningDown(heads: readonly string[]): PartialKey {
  return heads.reduce<PartialKey>((above, head) => ({ ...above, ...meaningUnder(above, head) }), {});
}

function says(above: readonly string[], head: string): boolean {
  return Object.keys(meaningUnder(meaningDown(above), head)).length > 0;
}

/**
 * Names the slice of a column by its unknown head.
 * @param path head texts from the outermost to the column's own
 * @returns undefined for a column whose head is understood, or that has none
 */
export function sliceOf(path: readonly string[]): string | undefined {
  const leaf = path[path.length - 1];
  if (leaf === undefined) return undefined;
  const parts = path.filter(isPartHead);
  if (parts.length > 0) return parts.map(comparable).join('/');
  const above = path.slice(0, -1);
  if (says(above, leaf)) return undefined;
  if (!hasUnknownWords(leaf)) {
    // 小计 under an unknown head is the whole of that group only.
    const group = above[above.length - 1];
    const ofGroup =
      group !== undefined && isTotalHead(leaf) && !says(above.slice(0, -1), group) && hasUnknownWords(group);
    return ofGroup ? comparable(group) : undefined;
  }
  // A head cut into several rows (附属单|位上|缴收入) means something only when joined.
  const joined = path.join('');
  const known =
    !hasUnknownWords(joined) || Object.keys(meaningOf(joined)).length > Object.keys(meaningDown(above)).length;
  return known ? undefined : comparable(leaf);
}
