import type { Disclosure, Fact } from '../../model/disclosure';
import { type Figure, isText } from '../../model/relation';
import type { Decimal } from '../../shared/decimal';
import { correctedFigure } from '../correct';
import { evaluate, type Evaluation, withFigures } from '../evaluate';
import { decimalsOf } from '../wording';
import type { Pattern } from './find';

/*
 * Rows and columns of sums that were not filled in: blank throughout, though what they add up is printed. What they
 * should hold is known, whatever else is wrong.
 */

export interface Filled {
  readonly patterns: readonly Pattern[];
  /** Figures as they should be → as printed. */
  readonly originals: ReadonlyMap<Figure, Figure>;
  readonly evaluations: readonly Evaluation[];
}

/** Fills in what was left blank, the lowest sums first. */
export function fillBlanks(disclosure: Disclosure, evaluations: readonly Evaluation[]): Filled {
  const patterns: Pattern[] = [];
  const originals = new Map<Figure, Figure>();
  let current = evaluations;
  for (let open = blanksOf(current, disclosure); open.length > 0; open = blanksOf(current, disclosure)) {
    const changed = new Map<Figure, Figure>();
    for (const { kind, sums } of open) {
      const corrections = new Map<Fact, Decimal>();
      for (const sum of sums) {
        const { relation, expected } = sum;
        const fact = relation.stated as Fact;
        const other = correctedFigure(fact, expected, decimalsOf(sum));
        corrections.set(fact, expected);
        changed.set(fact, other);
        originals.set(other, fact);
      }
      patterns.push({ kind, corrections, mended: sums });
    }
    current = current.map((evaluation) =>
      figuresOf(evaluation).some((figure) => changed.has(figure))
        ? evaluate(withFigures(evaluation.relation, changed))
        : evaluation,
    );
  }
  return { patterns, originals, evaluations: current };
}

interface Blank {
  readonly kind: 'blank-row' | 'blank-column';
  readonly sums: readonly Evaluation[];
}

/** The blank rows and columns whose sums are known: none of what they add up is itself one. */
function blanksOf(evaluations: readonly Evaluation[], disclosure: Disclosure): Blank[] {
  const groups = new Map<string, { kind: Blank['kind']; sums: Evaluation[] }>();
  const nameOf = (fact: Fact, kind: Blank['kind']): string =>
    `${fact.statement} ${fact.block} ${kind} ${kind === 'blank-row' ? fact.row : fact.column}`;
  for (const evaluation of evaluations) {
    const { outcome, relation } = evaluation;
    const { stated } = relation;
    const kind = relation.rule === 'sum/columns' ? 'blank-column' : 'blank-row';
    if (outcome !== 'broken' || !isSum(relation.rule) || isText(stated) || stated.amount.printed) continue;
    if (!isLeftOut(stated, kind, disclosure)) continue;
    const name = nameOf(stated, kind);
    const known = groups.get(name);
    if (known) known.sums.push(evaluation);
    else groups.set(name, { kind, sums: [evaluation] });
  }
  return [...groups.values()].filter(({ kind, sums }) =>
    sums.every(({ relation: { terms } }) =>
      terms.every(({ fact }) => isText(fact) || !groups.has(nameOf(fact, kind)) || fact.amount.printed),
    ),
  );
}

function isSum(rule: string): boolean {
  return rule === 'sum/rows' || rule === 'sum/children' || rule === 'sum/columns';
}

/** Nothing is printed in the whole row or column. */
function isLeftOut(fact: Fact, kind: Blank['kind'], { statements, facts }: Disclosure): boolean {
  const ids = statements[fact.statement]!.blocks[fact.block]!.facts;
  const own = kind === 'blank-row' ? ids[fact.row]! : ids.map((row) => row[fact.column]!);
  return own.every((id) => id < 0 || !facts[id]!.amount.printed);
}

function figuresOf({ relation }: Evaluation): Figure[] {
  return [relation.stated, ...relation.terms.map(({ fact }) => fact)];
}
