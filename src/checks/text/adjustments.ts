import type { TextFact } from '../../model/narrative';
import type { Relation, Term } from '../../model/relation';
import { adjustment } from '../../vocabulary/narrative/account';
import { budgetStage } from '../../vocabulary/narrative/words';
import type { CheckInput } from '../check';
import { likely } from './account';

/*
 * 年初预算 A 万元，执行中追加 B 万元，调整预算 C 万元 (or 支出决算 C 万元): what was passed and what was added is what there was.
 */

/** The budget as passed, what was added to it or taken from it, and what came of it, in one sentence. */
export function adjustmentsAddUp({ disclosure }: CheckInput): Relation[] {
  const bySentence = new Map<number, TextFact[]>();
  for (const figure of disclosure.narrative?.figures ?? []) {
    if (figure.kind !== 'amount' || !mayAdjust(figure)) continue;
    const known = bySentence.get(figure.sentence);
    if (known) known.push(figure);
    else bySentence.set(figure.sentence, [figure]);
  }
  return [...bySentence.values()].flatMap(addedUp);
}

/** 调减 5 万元 is read as a change of what was told before. */
function mayAdjust({ role, subject }: TextFact): boolean {
  return role === 'budget' || role === 'value' || (role === 'delta' && adjustment(subject) !== undefined);
}

function addedUp(figures: readonly TextFact[]): Relation[] {
  const start = figures.findIndex(({ role, subject }) => role === 'budget' && adjustment(subject) === undefined);
  const changes: Term[] = [];
  for (const fact of figures.slice(start + 1)) {
    const sign = adjustment(fact.subject);
    if (sign !== undefined) changes.push({ fact, sign });
    else if (changes.length === 0 || start < 0) return [];
    else if (fact.role === 'value' || budgetStage(fact.subject) !== undefined)
      return likely({ rule: 'completion', stated: fact, terms: [{ fact: figures[start]!, sign: 1 }, ...changes] });
  }
  return [];
}
