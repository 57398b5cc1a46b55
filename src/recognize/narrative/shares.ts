import { areOfOneKind, type TextFact } from '../../model/narrative';
import { SHARE_BASE } from '../../vocabulary/narrative/words';
import { before, isSubsequence } from '../../shared/text';
import { isBare } from './clauses';
import { type Discourse, NOTHING } from './discourse';
import { meantBy } from './registry';
import type { Token } from './tokens';

/*
 * 占X%: of which whole, by the words behind 占, and which part.
 */

/** Says only that all of it is meant. */
const ALL_OF_IT = /^(?:全部|本年|全年)?$/;

/** @param part what it is the share of, where the place in a row tells it */
export function takeShare(discourse: Discourse, token: Token, clause: string, part?: TextFact): void {
  const { around, lists, plain, leads, itemFigures } = discourse;
  const percent = discourse.make(token, 'share', clause);
  const base = (SHARE_BASE.exec(clause)?.[1] ?? '').replace(ALL_OF_IT, '');
  const words = before(clause, '占');
  const named = isBare(words) ? [] : discourse.named(words);
  const parts = part ? [part] : partsOf(discourse, named);
  const about = base === '' || isBare(base) ? NOTHING : discourse.subject(base);
  const known = about.items.length > 0 ? around.registry.find(about.items, about.said).slice(0, 6) : [];
  const wholes = [...known, ...(lists.top?.wholes ?? []), ...plain, ...leads, ...itemFigures];
  discourse.claim({
    kind: 'share',
    percent,
    parts,
    wholes: [...new Set(wholes)].filter((whole) => mayHold(whole, parts)),
    ...(lists.top?.near && lists.top.wholes[0] && { listed: lists.top.wholes[0] }),
    ...{ base, unnamed: !part && named.length === 0 && !isBare(words) },
    // 财政性资金（人员类除外）总额: words that are not all understood may name something else.
    meant: about.clear
      ? known.filter((whole) => !parts.includes(whole) && meantBy(about.said, whole))
      : itemFigures.filter((figure) => isCalled(base, figure)).slice(0, 1),
    baseKey: about.items.length > 0 ? { ...about.said, item: about.items[0]! } : {},
  });
}

/** What the share is of: what its words name, else the figure before, be it money or a number of things. */
function partsOf({ inSentence, last }: Discourse, named: readonly TextFact[]): TextFact[] {
  const counted = inSentence?.kind === 'count' ? [inSentence] : [];
  return [...new Set([...named.slice(0, 2), ...counted, ...(last ? [last] : [])])];
}

/** 采购总额 is what was told as 2024年政府采购预算总额: a total of whose name the words leave something out. */
function isCalled(base: string, { kind, subject }: TextFact): boolean {
  return kind === 'amount' && /总/.test(base) && isSubsequence(base, subject);
}

/** Of nothing there is no share but nothing. */
function mayHold(whole: TextFact, parts: readonly TextFact[]): boolean {
  return (
    parts.some((part) => areOfOneKind(part, whole)) &&
    !parts.includes(whole) &&
    !(whole.amount.value.isZero() && !parts[0]?.amount.value.isZero())
  );
}

/** 占收入总计 A 万元的 p%: the whole is told with the percentage. */
export function takeShareOf(discourse: Discourse, base: Token, token: Token, words: string, part: TextFact): void {
  const name = words.slice(words.lastIndexOf('占') + 1);
  const whole = discourse.make(base, 'value', name, discourse.subject(name));
  const percent = discourse.make(token, 'share', words);
  discourse.claim({
    ...{ kind: 'share', percent, parts: [part], wholes: [whole], unnamed: false, certain: true },
    ...{ meant: [whole], base: name, baseKey: {} },
  });
}
