import { type Figure, isText } from '../model/relation';
import { Decimal } from '../shared/decimal';
import { Heap } from '../shared/heap';
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

/** A relation as one of its figures sees it. */
interface Tie {
  readonly evaluation: Evaluation;
  /** Which way the difference of the relation moves when the figure grows. */
  readonly way: 1 | -1;
}

/** Groups broken relations into contradictions. */
export function localize(evaluations: readonly Evaluation[]): Contradiction[] {
  return new Localizer(evaluations.filter(({ relation }) => relation.kind !== 'bound')).run();
}

/** Documents may be long and wrong throughout: the work for one contradiction depends on its own figures alone. */
class Localizer {
  private readonly broken: Set<Evaluation>;
  /** The relations of every figure that stands in a broken one. */
  private readonly around = new Map<Figure, Tie[]>();
  private readonly mends = new Map<Figure, Mend>();
  private readonly ranking = new Heap<{ readonly mend: Mend; readonly rank: number }>((a, b) => b.rank - a.rank || byWorth(a.mend, b.mend));
  private readonly slacks = new Map<Evaluation, Decimal>();
  /** Numbers that were found to be wrong, as printed, and the figures of the text by theirs: one wrong number is often printed twice. */
  private readonly accused = new Set<string>();
  private readonly textByRaw = new Map<string, Figure[]>();

  constructor(evaluations: readonly Evaluation[]) {
    this.broken = new Set(evaluations.filter(({ outcome }) => outcome === 'broken'));
    const wanted = new Set<Figure>();
    for (const evaluation of this.broken) for (const fact of factsOf(evaluation)) wanted.add(fact);
    if (wanted.size === 0) return;
    for (const evaluation of evaluations) {
      const { stated, terms } = evaluation.relation;
      if (wanted.has(stated)) this.tie(stated, { evaluation, way: 1 });
      for (const { fact, sign } of terms) if (wanted.has(fact)) this.tie(fact, { evaluation, way: sign > 0 ? -1 : 1 });
    }
    for (const fact of wanted) {
      if (isText(fact)) gather(this.textByRaw, fact.amount.raw, fact);
      this.refresh(fact);
    }
  }

  run(): Contradiction[] {
    const found: Contradiction[] = [];
    for (let best = this.best(); best; best = this.best()) {
      const related = new Set(best.mended);
      const figures = new Set(best.mended.flatMap((evaluation) => [...factsOf(evaluation)]));
      const suspects = [...figures]
        .flatMap((fact) => this.mends.get(fact) ?? [])
        .filter(({ mended }) => mended.some((evaluation) => related.has(evaluation)))
        .sort((a, b) => this.rankOf(b) - this.rankOf(a) || byWorth(a, b));
      found.push({ suspects: suspects.slice(0, 5).map(({ fact }) => fact), lead: leadOf(best), proposed: best.value, broken: best.mended });
      this.settle(best, figures);
    }
    return found;
  }

  private tie(fact: Figure, tie: Tie): void {
    gather(this.around, fact, tie);
  }

  /** The best mend that is still open. */
  private best(): Mend | undefined {
    for (let entry = this.ranking.pop(); entry; entry = this.ranking.pop()) {
      const { mend, rank } = entry;
      if (this.mends.get(mend.fact) === mend && this.rankOf(mend) === rank) return mend;
    }
    return undefined;
  }

  private rankOf(mend: Mend): number {
    return worth(mend) + (isText(mend.fact) && this.accused.has(mend.fact.amount.raw) ? 1 : 0);
  }

  private rank(mend: Mend): void {
    this.ranking.push({ mend, rank: this.rankOf(mend) });
  }

  private settle({ fact, mended }: Mend, figures: ReadonlySet<Figure>): void {
    for (const evaluation of mended) this.broken.delete(evaluation);
    const { raw } = fact.amount;
    if (!this.accused.has(raw)) {
      this.accused.add(raw);
      for (const other of this.textByRaw.get(raw) ?? []) if (this.mends.has(other)) this.rank(this.mends.get(other)!);
    }
    for (const figure of figures) this.refresh(figure);
  }

  private refresh(fact: Figure): void {
    const mend = this.bestMend(fact);
    if (!mend) this.mends.delete(fact);
    else {
      this.mends.set(fact, mend);
      this.rank(mend);
    }
  }

  private bestMend(fact: Figure): Mend | undefined {
    const around = this.around.get(fact)!;
    const open = around.filter(({ evaluation }) => this.broken.has(evaluation));
    if (open.length === 0) return undefined;
    const holding = around.filter(({ evaluation }) => evaluation.outcome !== 'broken');
    let best: Mend | undefined;
    const tried = new Set<string>();
    for (const tie of open) {
      const value = wantedBy(tie, fact);
      if (value === undefined) continue;
      // What is counted in money is hardly ever negative.
      if (value.isNegative() && !fact.amount.value.isNegative()) continue;
      const key = value.toString();
      if (tried.has(key)) continue;
      tried.add(key);
      const mended = open.filter((other) => other === tie || this.explains(other, fact, value)).map(({ evaluation }) => evaluation);
      const spoilt = holding.filter((other) => !this.explains(other, fact, value)).length;
      const mend: Mend = { fact, value, mended, spoilt, likeness: likeness(fact, value) };
      if (!best || byWorth(mend, best) < 0) best = mend;
    }
    return best;
  }

  /** True when printing the figure with this value would make the relation hold. */
  private explains({ evaluation, way }: Tie, fact: Figure, value: Decimal): boolean {
    const { relation, difference } = evaluation;
    if (isRate(evaluation)) return holdsWith(relation, fact, value);
    // Sums are many: the difference is shifted instead of being added up anew.
    const by = convert(value.minus(fact.amount.value), fact.unit, relation.stated.unit).times(way);
    return difference.plus(by).abs().lessThanOrEqualTo(this.slackOf(evaluation));
  }

  /** Slack of a relation; that of one that holds exactly was not computed by the evaluation. */
  private slackOf(evaluation: Evaluation): Decimal {
    if (!evaluation.slack.isZero()) return evaluation.slack;
    const known = this.slacks.get(evaluation);
    if (known) return known;
    const { stated, terms } = evaluation.relation;
    const slack = terms.reduce((sum, { fact }) => sum.plus(slackIn(fact, stated.unit)), slackIn(stated, stated.unit));
    this.slacks.set(evaluation, slack);
    return slack;
  }
}

function gather<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}

function* factsOf({ relation }: Evaluation): Iterable<Figure> {
  yield relation.stated;
  for (const { fact } of relation.terms) yield fact;
}

function isRate({ relation }: Evaluation): boolean {
  return relation.kind === 'ratio' || relation.kind === 'growth';
}

/** The value that a relation wants a figure to have, everything else taken as printed. */
function wantedBy({ evaluation, way }: Tie, fact: Figure): Decimal | undefined {
  const { relation, difference } = evaluation;
  if (isRate(evaluation)) return solve(relation, fact);
  return fact.amount.value.minus(convert(difference.times(way), relation.stated.unit, fact.unit));
}

/** More mended, then less spoilt, then the likelier slip, then the earlier figure; a text is retyped by hand more often than a table. */
function byWorth(a: Mend, b: Mend): number {
  return worth(b) - worth(a) || b.likeness - a.likeness || order(a.fact) - order(b.fact);
}

function order(fact: Figure): number {
  return isText(fact) ? fact.id - TEXT_FIRST : fact.id;
}

const TEXT_FIRST = 1e9;

function worth({ mended, spoilt }: Mend): number {
  return 2 * mended.length - 1.5 * spoilt;
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

