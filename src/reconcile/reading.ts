import { CHECKS, covered, inspect, prepare } from '../checks';
import type { Disclosure, Fact } from '../model/disclosure';
import type { Figure, Relation, Remark, RuleId } from '../model/relation';
import { type Evaluation, evaluate, withFigures } from './evaluate';

/*
 * Everything that the checks say of a disclosure, and how to say it again after some amounts were edited without beginning anew.
 */

export interface Reading {
  readonly evaluations: readonly Evaluation[];
  readonly remarks: readonly Remark[];
  /** Figures that were looked at without a relation. */
  readonly covered: readonly Figure[];
  /** The evaluations of each check. */
  readonly byCheck: ReadonlyMap<RuleId, readonly Evaluation[]>;
  /** How many relations were evaluated for it; the others are those of the reading before. */
  readonly evaluated: number;
}

/**
 * Sums within a table: which there are depends on where figures are printed and which are zero, not on their values. What other checks
 * relate depends on the values too (which figures are one, which the text means), so they are asked again after every edit.
 */
const BY_SHAPE: ReadonlySet<RuleId> = new Set<RuleId>(['sum/rows', 'sum/children', 'sum/columns']);

/** What the checks say of a disclosure. */
export function readingOf(disclosure: Disclosure): Reading {
  return read(disclosure, () => undefined, () => undefined);
}

/**
 * The reading of the same disclosure with other amounts in some figures: relations that none of them stands in are not evaluated again.
 * @param changed figures before → after the edit
 */
export function readAgain(before: Reading, disclosure: Disclosure, changed: ReadonlyMap<Figure, Fact>): Reading {
  const keepsShape = [...changed].every(([old, now]) => old.amount.printed === now.amount.printed && old.amount.value.isZero() === now.amount.value.isZero());
  const known = new Map<Figure, Evaluation[]>();
  for (const evaluation of before.evaluations) {
    const { stated } = evaluation.relation;
    const list = known.get(stated);
    if (list) list.push(evaluation);
    else known.set(stated, [evaluation]);
  }
  return read(
    disclosure,
    (id) => (keepsShape && BY_SHAPE.has(id) ? before.byCheck.get(id)?.map(({ relation }) => withFigures(relation, changed)) : undefined),
    (relation) => known.get(relation.stated)?.find((evaluation) => isSame(evaluation.relation, relation)),
  );
}

/**
 * @param relationsOf relations of a check that need not be asked for
 * @param evaluationOf the evaluation of a relation, where it is known
 */
function read(
  disclosure: Disclosure,
  relationsOf: (id: RuleId) => Relation[] | undefined,
  evaluationOf: (relation: Relation) => Evaluation | undefined,
): Reading {
  const input = prepare(disclosure);
  let evaluated = 0;
  const evaluateNew = (relation: Relation): Evaluation => {
    evaluated += 1;
    return evaluate(relation);
  };
  const byCheck = new Map(
    CHECKS.map((check) => [check.id, (relationsOf(check.id) ?? check.relate(input)).map((relation) => evaluationOf(relation) ?? evaluateNew(relation))] as const),
  );
  return { evaluations: [...byCheck.values()].flat(), remarks: inspect(input), covered: covered(input), byCheck, evaluated };
}

/** The same figures in the same places: figures that were edited are other objects. */
function isSame(one: Relation, other: Relation): boolean {
  return (
    one === other ||
    (one.rule === other.rule &&
      one.kind === other.kind &&
      (one.guess ?? false) === (other.guess ?? false) &&
      one.terms.length === other.terms.length &&
      one.stated === other.stated &&
      one.terms.every(({ fact, sign }, at) => fact === other.terms[at]!.fact && sign === other.terms[at]!.sign))
  );
}
