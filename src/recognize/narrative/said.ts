import type { PartialKey } from '../../model/key';
import type { TextFact, TextRole } from '../../model/narrative';
import { flowOf } from '../../vocabulary/lexicon';
import type { Subject } from '../../vocabulary/narrative/subjects';

/* What words leave out and take from what was said before them. */

/** 政府性基金收入 5 万元，支出 4 万元: the second is of the same money, on the other side. */
export function turned(subject: Subject, words: string): Subject {
  const flow = flowOf(words);
  if (flow === undefined || subject.said.flow === undefined || subject.said.flow === flow) return subject;
  // Of which year's money 本年收入 is tells nothing about what is spent.
  const { vintage: _vintage, ...said } = subject.said;
  return { ...subject, said: { ...said, flow } };
}

/** What a whole says about its parts too. */
export function shared({ item: _item, flow: _flow, ...rest }: PartialKey): PartialKey {
  return rest;
}

/** A final account and the budget that it is held against, where they are printed. */
export interface Sides {
  readonly actual?: TextFact;
  readonly budget?: TextFact;
}

/** Which budget of a section belongs to which figure. */
export class Budgets {
  private readonly heldAgainst = new Map<TextFact, TextFact>();

  /** The latest final account among the figures, and its budget; a budget that another figure was held against is that one's. */
  sides(figures: readonly TextFact[]): Sides {
    const latest = (role: TextRole): TextFact | undefined => [...figures].reverse().find((figure) => figure.kind === 'amount' && figure.role === role);
    const actual = latest('value');
    const budget = latest('budget');
    if (!actual || !budget) return { ...(actual && { actual }), ...(budget && { budget }) };
    const taken = this.heldAgainst.get(budget);
    if (taken !== undefined && taken !== actual) return { actual };
    this.heldAgainst.set(budget, actual);
    return { actual, budget };
  }
}
