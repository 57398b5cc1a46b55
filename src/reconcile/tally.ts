import { isText, type Tally } from '../model/relation';
import { groupOf } from '../model/rule';
import type { Evaluation } from './evaluate';

/* What was evaluated, counted group by group. */

/** Adds up tallies of the same rule and kind, in the order in which they first come. */
export function joinTallies(tallies: Iterable<Tally>): Tally[] {
  const counted = new Map<string, Tally>();
  for (const tally of tallies) {
    const key = `${tally.rule} ${String(tally.ofText)}`;
    const before = counted.get(key);
    counted.set(key, before ? { ...before, relations: before.relations + tally.relations } : tally);
  }
  return [...counted.values()];
}

/** How many relations of every group of rules were evaluated. */
export function tallyOf(evaluations: readonly Evaluation[]): Tally[] {
  return joinTallies(
    evaluations.map(({ relation: { rule, stated, terms } }) => ({
      rule: groupOf(rule),
      ofText: isText(stated) || terms.some(({ fact }) => isText(fact)),
      relations: 1,
    })),
  );
}
