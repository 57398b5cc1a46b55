import type { Disclosure, Fact } from '../model/disclosure';
import type { Figure, Reconciliation } from '../model/relation';
import type { Amount } from '../shared/amount';
import { conclude } from './findings';
import { withDoubts } from './misread-tables';
import { readAgain, type Reading, readingOf } from './reading';

export { mergeReconciliations } from './merge';
export { readPolicy, RuleFileError } from './policy-file';
export { tune } from './policy';

/**
 * Evaluates every relation of a disclosure and turns what is broken into findings, one a contradiction. Differences
 * that rounding explains are gathered, one remark a table.
 */
export function reconcile(disclosure: Disclosure): Reconciliation {
  return concluded(disclosure, readingOf(disclosure));
}

/**
 * A disclosure that is being edited: after every edit only the relations that it touches are evaluated again, and what
 * is broken is localised anew. The result is always that of reconcile() for the disclosure as it then is.
 */
export class Reconciler {
  private constructor(
    readonly disclosure: Disclosure,
    private readonly reading: Reading,
    readonly result: Reconciliation,
  ) {}

  static of(disclosure: Disclosure): Reconciler {
    const reading = readingOf(disclosure);
    return new Reconciler(disclosure, reading, concluded(disclosure, reading));
  }

  /** How many relations were evaluated for the last edit. */
  get evaluated(): number {
    return this.reading.evaluated;
  }

  /** The disclosure with other amounts in some figures of its tables (by their id), checked again. */
  withAmounts(amounts: ReadonlyMap<number, Amount>): Reconciler {
    const changed = new Map<Figure, Fact>();
    const facts = this.disclosure.facts.map((fact) => {
      const amount = amounts.get(fact.id);
      if (!amount) return fact;
      const edited = { ...fact, amount };
      changed.set(fact, edited);
      return edited;
    });
    if (changed.size === 0) return this;
    const disclosure = { ...this.disclosure, facts };
    const reading = readAgain(this.reading, disclosure, changed);
    return new Reconciler(disclosure, reading, concluded(disclosure, reading));
  }
}

function concluded(disclosure: Disclosure, reading: Reading): Reconciliation {
  return withDoubts(disclosure, conclude(disclosure, reading));
}
