import type { PartialKey } from '../../model/key';
import type { TextFact, TextRole } from '../../model/narrative';
import { flowOf } from '../../vocabulary/lexicon';
import type { Subject } from '../../vocabulary/narrative/subjects';
import { budgetStage } from '../../vocabulary/narrative/words';

/* What words leave out and take from what was said before them. */

/** 政府性基金收入 5 万元，支出 4 万元: the second is of the same money, on the other side. */
export function turned(subject: Subject, words: string): Subject {
  const flow = flowOf(words);
  // What was carried over or is left is on neither side: 年初结转和结余 5 万元，支出 4 万元.
  const isStock = subject.said.flow === undefined && subject.said.vintage === 'carryover';
  if (flow === undefined || subject.said.flow === flow || (subject.said.flow === undefined && !isStock)) return subject;
  // Of which year's money 本年收入 is tells nothing about what is spent.
  const { vintage: _vintage, ...said } = subject.said;
  return { ...subject, said: { ...said, flow } };
}

/** What a whole says about its parts too. */
export function shared({ item: _item, flow: _flow, ...rest }: PartialKey): PartialKey {
  return rest;
}

/** What a sentence says of one fund, the parts that the next one lists are of too (一般公共预算支出 5 万元。其中：基本支出 …). */
export function areOfOneFund([first, ...others]: readonly TextFact[]): boolean {
  return (
    first !== undefined && first.said.fund !== undefined && others.every(({ said }) => said.fund === first.said.fund)
  );
}

/** A final account and the budget that it is held against, where they are printed. */
export interface Sides {
  readonly actual?: TextFact;
  readonly budget?: TextFact;
  /** The same budget at other stages, where no words tell which is meant. */
  readonly others?: readonly TextFact[];
}

/** Amounts of a role, the latest first. */
function amountsOf(figures: readonly TextFact[], role: TextRole): TextFact[] {
  return figures.filter((figure) => figure.kind === 'amount' && figure.role === role).reverse();
}

function otherStages(budget: TextFact, budgets: readonly TextFact[]): TextFact[] {
  const own = budgetStage(budget.subject);
  return budgets.filter(({ subject }) => own !== undefined && budgetStage(subject) !== own);
}

/** Which budget of a section belongs to which figure. */
export class Budgets {
  private readonly heldAgainst = new Map<TextFact, TextFact>();

  /**
   * The latest final account among the figures, and its budget: the one whose stage the words name, else the latest; a
   * budget that another figure was held against is that one's.
   */
  sides(figures: readonly TextFact[], words = ''): Sides {
    const [actual] = amountsOf(figures, 'value');
    const budgets = amountsOf(figures, 'budget');
    const stage = budgetStage(words);
    const budget = (stage && budgets.find(({ subject }) => stage.test(subject))) ?? budgets[0];
    if (!actual || !budget) return { ...(actual && { actual }), ...(budget && { budget }) };
    const taken = this.heldAgainst.get(budget);
    if (taken !== undefined && taken !== actual) return { actual };
    this.heldAgainst.set(budget, actual);
    const others = stage ? [] : otherStages(budget, budgets).filter((each) => !this.heldAgainst.has(each));
    return { actual, budget, ...(others.length > 0 && { others }) };
  }
}
