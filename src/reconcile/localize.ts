import type { Figure } from '../model/relation';
import { Decimal } from '../shared/decimal';
import { convert, type Evaluation, holdsWith, slackIn, solve } from './evaluate';

/*
 * Which figure is wrong: the one whose change mends most of what is broken and breaks least of what holds. Contradictions are taken one
 * after the other, the best explained first.
 */

export interface Contradiction {
  /** Most likely wrong first; figures that explain the contradiction equally well stand before the others. */
  readonly suspects: readonly Figure[];
  /** What the first suspect should be, as the relation that says so most plainly has it. */
  readonly lead: Evaluation;
  /** The value that mends the first suspect, in its unit. */
  readonly proposed: Decimal;
  readonly broken: readonly Evaluation[];
}

interface Mend {
  readonly fact: Figure;
  readonly value: Decimal;
  readonly mended: readonly Evaluation[];
  readonly spoilt: number;
  readonly likeness: number;
}

/** Groups broken relations into contradictions. */
export function localize(evaluations: readonly Evaluation[]): Contradiction[] {
  const broken = new Set(evaluations.filter(({ outcome, relation }) => outcome === 'broken' && relation.kind !== 'bound'));
  if (broken.size === 0) return [];
  const wanted = new Set<Figure>();
  for (const evaluation of broken) for (const fact of factsOf(evaluation)) wanted.add(fact);
  const around = new Map<Figure, Evaluation[]>();
  for (const evaluation of evaluations) {
    if (evaluation.relation.kind === 'bound') continue;
    for (const fact of factsOf(evaluation)) {
      if (!wanted.has(fact)) continue;
      const known = around.get(fact);
      if (known) known.push(evaluation);
      else around.set(fact, [evaluation]);
    }
  }
  const found: Contradiction[] = [];
  const mends = new Map<Figure, Mend>();
  for (const fact of wanted) refresh(fact);
  const accused = new Set<string>();
  while (broken.size > 0) {
    // One wrong number is often printed twice.
    const again = (mend: Mend): number => ('text' in mend.fact && accused.has(mend.fact.amount.raw) ? 1 : 0);
    const ranked = [...mends.values()].sort((a, b) => worth(b) + again(b) - worth(a) - again(a) || byWorth(a, b));
    const [best] = ranked;
    if (!best) break;
    const related = new Set(best.mended);
    const suspects = ranked.filter((mend) => mend.mended.some((evaluation) => related.has(evaluation)));
    found.push({ suspects: suspects.slice(0, 5).map(({ fact }) => fact), lead: leadOf(best), proposed: best.value, broken: best.mended });
    accused.add(best.fact.amount.raw);
    const touched = new Set<Figure>();
    for (const evaluation of best.mended) {
      broken.delete(evaluation);
      for (const fact of factsOf(evaluation)) touched.add(fact);
    }
    for (const fact of touched) refresh(fact);
  }
  return found;

  function refresh(fact: Figure): void {
    const mend = bestMend(fact, around.get(fact)!, broken);
    if (mend) mends.set(fact, mend);
    else mends.delete(fact);
  }
}

function* factsOf({ relation }: Evaluation): Iterable<Figure> {
  yield relation.stated;
  for (const { fact } of relation.terms) yield fact;
}

/** More mended, then less spoilt, then the likelier slip, then the earlier figure; a text is retyped by hand more often than a table. */
function byWorth(a: Mend, b: Mend): number {
  return worth(b) - worth(a) || b.likeness - a.likeness || order(a.fact) - order(b.fact);
}

function order(fact: Figure): number {
  return 'text' in fact ? fact.id - TEXT_FIRST : fact.id;
}

const TEXT_FIRST = 1e9;

function worth({ mended, spoilt }: Mend): number {
  return 2 * mended.length - 1.5 * spoilt;
}

function bestMend(fact: Figure, around: readonly Evaluation[], broken: ReadonlySet<Evaluation>): Mend | undefined {
  const open = around.filter((evaluation) => broken.has(evaluation));
  if (open.length === 0) return undefined;
  const holding = around.filter(({ outcome }) => outcome !== 'broken');
  let best: Mend | undefined;
  const tried = new Set<string>();
  for (const evaluation of open) {
    const value = solve(evaluation.relation, fact);
    if (value === undefined) continue;
    // What is counted in money is hardly ever negative.
    if (value.isNegative() && !fact.amount.value.isNegative()) continue;
    const key = value.toString();
    if (tried.has(key)) continue;
    tried.add(key);
    const mended = open.filter((other) => other === evaluation || explains(other, fact, value));
    const spoilt = holding.filter((other) => !explains(other, fact, value)).length;
    const mend: Mend = { fact, value, mended, spoilt, likeness: likeness(fact, value) };
    if (!best || byWorth(mend, best) < 0) best = mend;
  }
  return best;
}

/** True when printing the figure with this value would make the relation hold. */
function explains(evaluation: Evaluation, fact: Figure, value: Decimal): boolean {
  const { relation } = evaluation;
  if (relation.kind === 'ratio' || relation.kind === 'growth') return holdsWith(relation, fact, value);
  // Sums are many: the difference is shifted instead of being added up anew.
  const sign = fact === relation.stated ? 1 : -relation.terms.find((term) => term.fact === fact)!.sign;
  const by = convert(value.minus(fact.amount.value), fact.unit, relation.stated.unit).times(sign);
  const slack = evaluation.slack.isZero() ? slackOf(evaluation) : evaluation.slack;
  return evaluation.difference.plus(by).abs().lessThanOrEqualTo(slack);
}

/** Slack of a relation that holds exactly: not computed by the evaluation, needed here. */
function slackOf({ relation }: Evaluation): Decimal {
  let slack = slackIn(relation.stated, relation.stated.unit);
  for (const { fact } of relation.terms) slack = slack.plus(slackIn(fact, relation.stated.unit));
  return slack;
}

/** Digits that two printed forms share, position by position: a slip of the pen leaves most of them. Between 0 and 1. */
export function likeness(fact: Figure, value: Decimal): number {
  if (!fact.amount.printed || value.isNegative() !== fact.amount.value.isNegative()) return 0;
  const a = fact.amount.value.abs().times(new Decimal(10).pow(fact.amount.decimals)).toString();
  const b = value.abs().times(new Decimal(10).pow(fact.amount.decimals)).toString();
  if (sameDigits(a, b)) return 0.9;
  const length = Math.max(a.length, b.length);
  let same = 0;
  for (let at = 0; at < length; at += 1) if (a[at] !== undefined && a[at] === b[at]) same += 1;
  return same / length;
}

function sameDigits(a: string, b: string): boolean {
  const strip = (text: string): string => text.replace(/0+$/, '');
  return strip(a) === strip(b) || [...a].sort().join('') === [...b].sort().join('');
}

/** The mended relation with the fewest figures explains itself best; one that states the suspect is plainest, one that is no guess surest. */
function leadOf(mend: Mend): Evaluation {
  return mend.mended.reduce((lead, evaluation) => (rank(evaluation) < rank(lead) ? evaluation : lead));

  function rank({ relation }: Evaluation): number {
    return relation.terms.length + (relation.stated === mend.fact ? 0 : 1000) + (relation.guess ? 5000 : 0) + (relation.kind && relation.kind !== 'sum' ? 500 : 0);
  }
}

