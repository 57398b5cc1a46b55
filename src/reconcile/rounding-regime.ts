import type { Figure } from '../model/relation';
import type { Evaluation } from './evaluate';

/*
 * The rounding regime of a document. Totals are computed either from the exact amounts before rounding, and then sums
 * of printed figures are off by a unit here and there, or from the printed figures, and then every sum holds to the
 * last digit. In a document of the second kind a figure that is printed twice with different last digits is no rounding
 * but a slip.
 */

/** How many sums must hold exactly before a document is said to be computed from printed figures. */
const ENOUGH = 30;

export interface LoneDifference {
  /**
   * The two printings; which of them is wrong the document does not tell, unless one alone has other relations that
   * agree with it.
   */
  readonly suspects: readonly Figure[];
  readonly evaluation: Evaluation;
  /** All that the difference leaves inexact. */
  readonly inexact: readonly Evaluation[];
  /** How many sums hold to the last digit. */
  readonly exactSums: number;
}

/**
 * The one difference within rounding that cannot be rounding: two printings of one figure differ, and whatever else is
 * inexact in the document comes from the same figure.
 * @param inexact those of the evaluations that hold within rounding only
 */
export function loneDifference(
  inexact: readonly Evaluation[],
  evaluations: readonly Evaluation[],
): LoneDifference | undefined {
  for (const evaluation of inexact) {
    const { relation } = evaluation;
    const [only, ...others] = relation.terms;
    if (!isSum(relation) || !only || others.length > 0 || relation.guess || only.fact.unit !== relation.stated.unit)
      continue;
    const suspects = [relation.stated, only.fact].filter((figure) => inexact.every((other) => involves(other, figure)));
    if (suspects.length === 0) continue;
    const exactSums = exactSumsOf(evaluations);
    return exactSums < ENOUGH ? undefined : { suspects, evaluation, inexact, exactSums };
  }
  return undefined;
}

function exactSumsOf(evaluations: readonly Evaluation[]): number {
  return evaluations.filter(
    ({ outcome, relation }) => outcome === 'exact' && isSum(relation) && relation.terms.length > 1,
  ).length;
}

function isSum({ kind }: Evaluation['relation']): boolean {
  return kind === undefined || kind === 'sum';
}

function involves({ relation }: Evaluation, figure: Figure): boolean {
  return relation.stated === figure || relation.terms.some(({ fact }) => fact === figure);
}
