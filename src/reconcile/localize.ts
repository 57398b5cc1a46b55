import type { Fact } from '../model/disclosure';
import { UNITS } from '../model/disclosure';
import { Decimal, ZERO } from '../shared/decimal';
import { type Evaluation, slackIn } from './evaluate';

/*
 * Which figure is wrong: the one whose change mends most of what is broken and breaks least of what holds. Contradictions are taken one
 * after the other, the best explained first.
 */

export interface Contradiction {
  /** Most likely wrong first; figures that explain the contradiction equally well stand before the others. */
  readonly suspects: readonly Fact[];
  /** What the first suspect should be, as the relation that says so most plainly has it. */
  readonly lead: Evaluation;
  /** The value that mends the first suspect, in its unit. */
  readonly proposed: Decimal;
  readonly broken: readonly Evaluation[];
}

interface Mend {
  readonly fact: Fact;
  readonly value: Decimal;
  readonly mended: readonly Evaluation[];
  readonly spoilt: number;
  readonly likeness: number;
}

/** Groups broken relations into contradictions. */
export function localize(evaluations: readonly Evaluation[]): Contradiction[] {
  const broken = new Set(evaluations.filter(({ outcome }) => outcome === 'broken'));
  if (broken.size === 0) return [];
  const wanted = new Set<Fact>();
  for (const evaluation of broken) for (const fact of factsOf(evaluation)) wanted.add(fact);
  const around = new Map<Fact, Evaluation[]>();
  for (const evaluation of evaluations)
    for (const fact of factsOf(evaluation)) {
      if (!wanted.has(fact)) continue;
      const known = around.get(fact);
      if (known) known.push(evaluation);
      else around.set(fact, [evaluation]);
    }
  const found: Contradiction[] = [];
  const mends = new Map<Fact, Mend>();
  for (const fact of wanted) refresh(fact);
  while (broken.size > 0) {
    const ranked = [...mends.values()].sort(byWorth);
    const [best] = ranked;
    if (!best) break;
    const related = new Set(best.mended);
    const suspects = ranked.filter((mend) => mend.mended.some((evaluation) => related.has(evaluation)));
    found.push({ suspects: suspects.slice(0, 5).map(({ fact }) => fact), lead: leadOf(best), proposed: best.value, broken: best.mended });
    const touched = new Set<Fact>();
    for (const evaluation of best.mended) {
      broken.delete(evaluation);
      for (const fact of factsOf(evaluation)) touched.add(fact);
    }
    for (const fact of touched) refresh(fact);
  }
  return found;

  function refresh(fact: Fact): void {
    const mend = bestMend(fact, around.get(fact)!, broken);
    if (mend) mends.set(fact, mend);
    else mends.delete(fact);
  }
}

function* factsOf({ relation }: Evaluation): Iterable<Fact> {
  yield relation.stated;
  for (const { fact } of relation.terms) yield fact;
}

/** More mended, then less spoilt, then the likelier slip, then the earlier figure. */
function byWorth(a: Mend, b: Mend): number {
  return worth(b) - worth(a) || b.likeness - a.likeness || a.fact.id - b.fact.id;
}

function worth({ mended, spoilt }: Mend): number {
  return 2 * mended.length - 1.5 * spoilt;
}

/** What a relation says about one of its figures, everything else taken as printed: the printed value plus this much, give or take the slack. */
function correction(evaluation: Evaluation, fact: Fact): { by: Decimal; slack: Decimal } {
  const { relation, difference, slack } = evaluation;
  const { unit } = relation.stated;
  const sign = fact === relation.stated ? 1 : -relation.terms.find((term) => term.fact === fact)!.sign;
  const by = sign > 0 ? difference.negated() : difference;
  const own = slackIn(fact, unit);
  const rest = slack.minus(own);
  return unit === fact.unit ? { by, slack: rest } : { by: convert(by, unit, fact), slack: convert(rest, unit, fact) };
}

function convert(value: Decimal, unit: Fact['unit'], fact: Fact): Decimal {
  return value.times(UNITS[unit]).div(UNITS[fact.unit]);
}

function bestMend(fact: Fact, around: readonly Evaluation[], broken: ReadonlySet<Evaluation>): Mend | undefined {
  const open = around.filter((evaluation) => broken.has(evaluation));
  if (open.length === 0) return undefined;
  const holding = around.filter(({ outcome }) => outcome !== 'broken');
  let best: Mend | undefined;
  const tried = new Set<string>();
  for (const evaluation of open) {
    const { by } = correction(evaluation, fact);
    const key = by.toString();
    if (tried.has(key)) continue;
    tried.add(key);
    const mended = open.filter((other) => explains(other, fact, by));
    const spoilt = holding.filter((other) => !explains(other, fact, by)).length;
    const value = fact.amount.value.plus(by);
    const mend: Mend = { fact, value, mended, spoilt, likeness: likeness(fact, value) };
    if (!best || byWorth(mend, best) < 0) best = mend;
  }
  return best;
}

/** True when changing the figure by this much would make the relation hold. */
function explains(evaluation: Evaluation, fact: Fact, by: Decimal): boolean {
  const wanted = correction(evaluation, fact);
  const own = slackIn(fact, fact.unit);
  const slack = evaluation.slack.isZero() ? slackOf(evaluation, fact) : wanted.slack.plus(own);
  return wanted.by.minus(by).abs().lessThanOrEqualTo(slack);
}

/** Slack of a relation that holds exactly: not computed by the evaluation, needed here. */
function slackOf({ relation }: Evaluation, fact: Fact): Decimal {
  let slack = ZERO;
  for (const each of [relation.stated, ...relation.terms.map((term) => term.fact)]) slack = slack.plus(slackIn(each, fact.unit));
  return slack;
}

/** Digits that two printed forms share, position by position: a slip of the pen leaves most of them. Between 0 and 1. */
function likeness(fact: Fact, value: Decimal): number {
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

/** The mended relation with the fewest figures explains itself best; one that states the suspect is plainest. */
function leadOf(mend: Mend): Evaluation {
  return mend.mended.reduce((lead, evaluation) => (rank(evaluation) < rank(lead) ? evaluation : lead));

  function rank({ relation }: Evaluation): number {
    return relation.terms.length + (relation.stated === mend.fact ? 0 : 1000);
  }
}
