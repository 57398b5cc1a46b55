import { CHECKS, covered, prepare } from '../checks';
import type { Disclosure, Fact } from '../model/disclosure';
import type { Figure, Relation, Remark, RuleId } from '../model/relation';
import { type Evaluation, evaluate, withFigures } from './evaluate';

/*
 * Everything that the checks say of a disclosure, and how to say it again after some amounts were edited without
 * beginning anew.
 */

export interface Reading {
  readonly evaluations: readonly Evaluation[];
  readonly remarks: readonly Remark[];
  /** Figures that were looked at without a relation. */
  readonly covered: readonly Figure[];
  /** The evaluations of each check, and its remarks. */
  readonly byCheck: ReadonlyMap<
    RuleId,
    { readonly evaluations: readonly Evaluation[]; readonly remarks: readonly Remark[] }
  >;
  /** How many relations were evaluated for it; the others are those of the reading before. */
  readonly evaluated: number;
}

/**
 * Sums within a table: which there are depends on where figures are printed and which are zero, not on their values.
 * What other checks relate depends on the values too (which figures are one, which the text means), so they are asked
 * again after every edit.
 */
const BY_SHAPE: ReadonlySet<RuleId> = new Set<RuleId>(['sum/rows', 'sum/children', 'sum/columns']);
/** So do remarks about lists of names, names and structure. */
const REMARKS_BY_SHAPE: ReadonlySet<RuleId> = new Set<RuleId>(['list', 'names', 'structure']);

/** What the checks say of a disclosure. */
export function readingOf(disclosure: Disclosure): Reading {
  return read(disclosure, {});
}

/**
 * The reading of the same disclosure with other amounts in some figures: relations that none of them stands in are not
 * evaluated again.
 * @param changed figures before → after the edit
 */
export function readAgain(before: Reading, disclosure: Disclosure, changed: ReadonlyMap<Figure, Fact>): Reading {
  const keepsShape = [...changed].every(
    ([old, now]) =>
      old.amount.printed === now.amount.printed && old.amount.value.isZero() === now.amount.value.isZero(),
  );
  const known = new Map<Figure, Evaluation[]>();
  for (const evaluation of before.evaluations) {
    const { stated } = evaluation.relation;
    const list = known.get(stated);
    if (list) list.push(evaluation);
    else known.set(stated, [evaluation]);
  }
  const figureNow = (figure: Figure): Figure => changed.get(figure) ?? figure;
  return read(disclosure, {
    relationsOf: (id) =>
      keepsShape && BY_SHAPE.has(id)
        ? before.byCheck.get(id)?.evaluations.map(({ relation }) => withFigures(relation, changed))
        : undefined,
    remarksOf: (id) =>
      keepsShape && REMARKS_BY_SHAPE.has(id)
        ? before.byCheck.get(id)?.remarks.map((remark) => ({ ...remark, figures: remark.figures.map(figureNow) }))
        : undefined,
    evaluationOf: (relation) => known.get(relation.stated)?.find((evaluation) => isSame(evaluation.relation, relation)),
  });
}

/** What is known from before; a check is asked for the rest. */
interface Known {
  readonly relationsOf?: (id: RuleId) => Relation[] | undefined;
  readonly remarksOf?: (id: RuleId) => Remark[] | undefined;
  readonly evaluationOf?: (relation: Relation) => Evaluation | undefined;
}

function read(disclosure: Disclosure, known: Known): Reading {
  const input = prepare(disclosure);
  let evaluated = 0;
  const evaluateNew = (relation: Relation): Evaluation => {
    evaluated += 1;
    return evaluate(relation);
  };
  const byCheck = new Map(
    CHECKS.map((check) => {
      const relations = known.relationsOf?.(check.id) ?? check.relate(input);
      const evaluations = relations.map((relation) => known.evaluationOf?.(relation) ?? evaluateNew(relation));
      return [check.id, { evaluations, remarks: known.remarksOf?.(check.id) ?? check.inspect?.(input) ?? [] }] as const;
    }),
  );
  const all = [...byCheck.values()];
  return {
    evaluations: all.flatMap(({ evaluations }) => evaluations),
    remarks: all.flatMap(({ remarks }) => remarks),
    covered: covered(input),
    byCheck,
    evaluated,
  };
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
