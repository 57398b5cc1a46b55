import type { CompletionClaim, TextFact } from '../../model/narrative';
import type { Discourse } from './discourse';
import { EXECUTION_RATE } from '../../vocabulary/narrative/words';
import { Budgets, type Sides } from './said';
import type { Token } from './tokens';

/*
 * 完成年初预算的 p%, 决算数大于预算数: a final account held against its budget.
 */

type Completion = { -readonly [K in keyof CompletionClaim]: CompletionClaim[K] };

export class Completions {
  private running: Completion | undefined;
  private readonly budgets = new Budgets();

  constructor(private readonly discourse: Discourse) {}

  /** 完成年初预算的 p%. */
  takePercent(token: Token, clause: string): void {
    const percent = this.discourse.make(token, 'completion', clause);
    const sides = this.sides(clause);
    const spent = sides.budget === undefined && EXECUTION_RATE.test(clause) ? this.spentOf(sides.actual) : {};
    this.running = { kind: 'completion', percent, spot: percent, ...sides, ...spent };
    this.discourse.claim(this.running);
  }

  /** 完成预算 A 万元的 p%: the budget is told with the percentage. */
  takeOfBudget(base: Token, token: Token, words: string): void {
    const { actual } = this.sides();
    const budget = this.discourse.make(base, 'budget', words, this.discourse.subjectOf(''));
    const percent = this.discourse.make(token, 'completion', words);
    this.running = { kind: 'completion', percent, spot: percent, budget, ...(actual && { actual }) };
    this.discourse.claim(this.running);
  }

  /** 分别完成预算的 p%、q%: the rate of a final account that its place in a row tells. */
  takeOf(token: Token, words: string, actual: TextFact): void {
    const percent = this.discourse.make(token, 'completion', words);
    this.discourse.claim({ kind: 'completion', percent, spot: percent, actual });
  }

  /** 决算数大于（小于、等于）预算数, without a figure. */
  takeVerdict(verdict: 1 | -1 | 0, offset: number, words: string): void {
    if (this.running && this.running.verdict === undefined) {
      this.running.verdict = verdict;
      return;
    }
    const spot = this.discourse.words(offset, words);
    const sides = this.sides(words);
    if (sides.actual) this.discourse.claim({ kind: 'completion', verdict, spot, ...sides });
  }

  /** 决算数大于预算数 5 万元 speaks of the completion that was told of the same final account. */
  exceededBy(excess: TextFact, actual: TextFact): void {
    if (this.running?.actual === actual) this.running.excess = excess;
  }

  /** 涉及资金 A 万元。执行数 B 万元，执行率 p%: the money that was spent of was told before, and no less than what was spent. */
  private spentOf(actual: TextFact | undefined): Sides {
    const { itemFigures, leads } = this.discourse;
    if (!actual) return {};
    const before = [...new Set([...leads, ...itemFigures])].filter(
      (figure) =>
        figure.kind === 'amount' && figure.unit === actual.unit && figure.id < actual.id && figure.role !== 'prior',
    );
    const [budget, ...others] = before.filter(({ amount }) => amount.value.greaterThanOrEqualTo(actual.amount.value));
    return { ...(budget && { budget }), ...(others.length > 0 && { others }) };
  }

  /** The final account last told in the item, and the budget that the words name. */
  sides(words = ''): Sides {
    return this.budgets.sides(this.discourse.itemFigures, words);
  }

  nextItem(): void {
    this.running = undefined;
  }
}
