import { type Figure, isText } from '../model/relation';
import type { Decimal } from '../shared/decimal';
import { Heap } from '../shared/heap';
import type { Window } from '../shared/slip-candidates';
import { correctedFigure } from './correct';
import { convert, evaluate, type Evaluation, holdsWith, slackIn, solve, withFigures } from './evaluate';
import { Hub, MANY, PlainMend, type Mend, Ties, worthOf } from './hub';
import { CLEARLY, gradeOf, isRate, type Tie, type Verdict, Weigher } from './likelihood';

/*
 * Which figure is wrong: the one whose change mends most of what is broken and breaks least of what holds.
 * Contradictions are taken one after the other, the best explained first.
 */

/** A figure that explains a contradiction. */
export interface Suspicion {
  readonly fact: Figure;
  /** What it should be, in its unit; undefined when the relations leave that open. */
  readonly proposed: Decimal | undefined;
  /** Between which values it must lie. */
  readonly within: Window;
  /** What it should be, as the relation that says so most plainly has it. */
  readonly lead: Evaluation;
}

export interface Contradiction {
  /** Most likely wrong first; figures that explain the contradiction equally well stand before the others. */
  readonly suspects: readonly Figure[];
  /** The explanations that are as good as the best, the best first: with more than one of them nothing can be told. */
  readonly best: readonly Suspicion[];
  readonly broken: readonly Evaluation[];
  /** Every figure of these relations. */
  readonly facts: readonly Figure[];
}

/** What else is known of the figures. */
export interface Known {
  /** Figures that something else than arithmetic finds fault with. */
  readonly pointedAt?: ReadonlySet<Figure>;
  /** Figures that are never accused. */
  readonly beyondDoubt?: ReadonlySet<Figure>;
  /** Figures that were put right already → as printed; these are not accused again. */
  readonly originals?: ReadonlyMap<Figure, Figure>;
}

/**
 * Groups broken relations into contradictions.
 * @param many figures with more relations than this are looked after as hubs
 */
export function localize(evaluations: readonly Evaluation[], known: Known = {}, many = MANY): Contradiction[] {
  return new Localizer(
    evaluations.filter(({ relation }) => relation.kind !== 'bound'),
    known,
    many,
  ).run();
}

/** Documents may be long and wrong throughout: the work for one contradiction depends on its own figures alone. */
class Localizer {
  private readonly broken: Set<Evaluation>;
  /** The relations of every figure that stands in a broken one. */
  private readonly around = new Map<Figure, Ties>();
  /** Of those with many relations. */
  private readonly hubs = new Map<Figure, Hub>();
  private readonly mends = new Map<Figure, Mend>();
  private readonly ranking = new Heap<{ readonly mend: Mend; readonly rank: number }>(
    (a, b) => b.rank - a.rank || this.compare(a.mend, b.mend),
  );
  private readonly verdicts = new Map<Mend, Verdict>();
  private readonly weigher: Weigher;
  /** Figures with their corrected value → as printed. */
  private readonly originals: Map<Figure, Figure>;
  private readonly slacks = new Map<Evaluation, Decimal>();
  /**
   * Numbers that were found to be wrong, as printed, and the figures of the text by theirs: one wrong number is often
   * printed twice.
   */
  private readonly accused = new Set<string>();
  private readonly textByRaw = new Map<string, Figure[]>();
  /** Figures that were looked at again because another one of their long relation was corrected. */
  private revisits = 0;

  constructor(
    evaluations: readonly Evaluation[],
    { pointedAt, beyondDoubt, originals }: Known,
    private readonly many: number,
  ) {
    this.originals = new Map(originals);
    this.broken = new Set(evaluations.filter(({ outcome }) => outcome === 'broken'));
    const wanted = new Set<Figure>();
    for (const evaluation of this.broken)
      for (const fact of factsOf(evaluation))
        if (!this.originals.has(fact) && !beyondDoubt?.has(fact)) wanted.add(fact);
    this.weigher = new Weigher(wanted.size === 0 ? new Set() : allFigures(evaluations), pointedAt);
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
      const top = best;
      const broken = top.mended.map(({ evaluation }) => evaluation);
      const related = new Set(broken);
      const figures = new Set(broken.flatMap((evaluation) => [...factsOf(evaluation)]));
      const mends = [...figures]
        .flatMap((fact) => this.mends.get(fact) ?? [])
        .filter((mend) => broken.some((evaluation) => mend.mends(evaluation)))
        .sort((a, b) => this.rankOf(b) - this.rankOf(a) || this.compare(a, b));
      const equals = mends.filter((mend) => mend === top || this.isAsGood(mend, top, related));
      const explanations = equals.map((mend) => this.suspicion(mend));
      this.settle(top, figures);
      const [only, other] = explanations;
      const implied = other === undefined && only!.proposed ? this.correct(top.fact, only!.proposed) : [];
      found.push({
        suspects: mends.slice(0, Math.max(MOST_SUSPECTS, equals.length)).map(({ fact }) => fact),
        best: explanations,
        broken: [...broken, ...implied],
        facts: [
          ...new Set(
            [...broken, ...implied].flatMap((evaluation) =>
              [...factsOf(evaluation)].map((fact) => this.original(fact)),
            ),
          ),
        ],
      });
    }
    return this.withLeft(found);
  }

  /** What stays broken between figures that are all corrected is told of with the first of them. */
  private withLeft(found: readonly Contradiction[]): Contradiction[] {
    const byFigure = new Map<Figure, Evaluation[]>();
    for (const evaluation of this.broken)
      for (const fact of factsOf(evaluation)) gather(byFigure, this.original(fact), evaluation);
    return found.map((contradiction) => {
      const [only] = contradiction.best;
      const left = (byFigure.get(only!.fact) ?? []).filter((evaluation) => this.broken.delete(evaluation));
      return left.length === 0 ? contradiction : { ...contradiction, broken: [...contradiction.broken, ...left] };
    });
  }

  /** Mends just the same, and is hardly less likely. */
  private isAsGood(mend: Mend, best: Mend, related: ReadonlySet<Evaluation>): boolean {
    return (
      this.rankOf(mend) === this.rankOf(best) &&
      mend.count === related.size &&
      mend.mended.every(({ evaluation }) => related.has(evaluation)) &&
      this.verdict(mend).weight * CLEARLY > this.verdict(best).weight
    );
  }

  private suspicion(mend: Mend): Suspicion {
    const { proposed, within } = this.verdict(mend);
    return { fact: mend.fact, proposed, within, lead: leadOf(mend) };
  }

  private verdict(mend: Mend): Verdict {
    let verdict = this.verdicts.get(mend);
    if (!verdict) {
      const { fact, value, mended } = mend;
      verdict = this.weigher.weigh(fact, value, mended, (other) =>
        mended.every((tie) => this.explains(tie, fact, other)),
      );
      this.verdicts.set(mend, verdict);
    }
    return verdict;
  }

  /** More mended, then less spoilt, then the likelier slip, then the earlier figure. */
  private compare(a: Mend, b: Mend): number {
    return (
      worthOf(b) - worthOf(a) || gradeOf(this.verdict(b)) - gradeOf(this.verdict(a)) || order(a.fact) - order(b.fact)
    );
  }

  private tie(fact: Figure, tie: Tie): void {
    const ties = this.around.get(fact);
    if (ties) ties.add(tie);
    else this.around.set(fact, new Ties(tie));
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
    return worthOf(mend) + (isText(mend.fact) && this.accused.has(mend.fact.amount.raw) ? 1 : 0);
  }

  private rank(mend: Mend): void {
    this.ranking.push({ mend, rank: this.rankOf(mend) });
  }

  private settle({ fact, mended }: Mend, figures: ReadonlySet<Figure>): void {
    for (const { evaluation } of mended) this.close(evaluation);
    const { raw } = fact.amount;
    if (!this.accused.has(raw)) {
      this.accused.add(raw);
      for (const other of this.textByRaw.get(raw) ?? []) if (this.mends.has(other)) this.rank(this.mends.get(other)!);
    }
    for (const figure of figures) this.refresh(figure);
  }

  /**
   * Looks at what is still broken around a figure as if it had been corrected.
   * @returns what holds then: another wrong figure stood in it too, but it needs no finding of its own
   */
  private correct(fact: Figure, value: Decimal): Evaluation[] {
    const corrected = correctedFigure(fact, value);
    this.originals.set(corrected, fact);
    const implied: Evaluation[] = [];
    const around = this.around.get(fact)!.list.filter(({ evaluation }) => this.broken.has(evaluation));
    for (const { evaluation } of around) {
      if (this.isTooMuch(evaluation)) {
        this.close(evaluation);
        implied.push(evaluation);
        continue;
      }
      const again = evaluate(withFigures(evaluation.relation, new Map([[fact, corrected]])));
      this.close(evaluation);
      if (again.outcome === 'broken') this.broken.add(again);
      else implied.push(evaluation);
      for (const other of factsOf(evaluation)) if (other !== fact) this.around.get(other)?.replace(evaluation, again);
    }
    // A figure is accused once.
    this.around.set(fact, new Ties());
    this.hubs.delete(fact);
    this.mends.delete(fact);
    for (const { evaluation } of around)
      for (const other of factsOf(evaluation)) if (other !== fact && this.around.has(other)) this.refresh(other);
    return implied;
  }

  /**
   * Rows and columns of thousands of cells with hundreds of slips: that they are wrong is told with the slips found so
   * far.
   */
  private isTooMuch({ relation: { terms } }: Evaluation): boolean {
    if (terms.length <= LONG) return false;
    this.revisits += terms.length;
    return this.revisits > MOST_REVISITS;
  }

  /** The figure as it is printed. */
  private original(fact: Figure): Figure {
    return this.originals.get(fact) ?? fact;
  }

  private refresh(fact: Figure): void {
    const mend = this.bestMend(fact);
    if (!mend) this.mends.delete(fact);
    else if (mend !== this.mends.get(fact)) {
      this.mends.set(fact, mend);
      this.rank(mend);
    }
  }

  /** Nothing of this is to be mended any more. */
  private close(evaluation: Evaluation): void {
    this.broken.delete(evaluation);
    if (this.hubs.size > 0) for (const fact of factsOf(evaluation)) this.hubs.get(fact)?.close(evaluation);
  }

  private bestMend(fact: Figure): Mend | undefined {
    const ties = this.around.get(fact);
    if (!ties || ties.list.length === 0) return undefined;
    if (ties.list.length > this.many) return this.hubOf(fact, ties).best();
    const { open, holding, equal } = this.sorted(fact, ties);
    let best: Mend | undefined;
    const tried = new Set<string>();
    for (const tie of open) {
      const value = this.plausible(tie, fact);
      if (value === undefined) continue;
      const key = value.toString();
      if (tried.has(key)) continue;
      tried.add(key);
      const mended = open.filter((other) => other === tie || this.explains(other, fact, value));
      const spoilt = holding.filter((other) => !this.explains(other, fact, value)).length + equal;
      const mend = new PlainMend(fact, value, mended, spoilt);
      if (
        !best ||
        worthOf(mend) > worthOf(best) ||
        (worthOf(mend) === worthOf(best) && this.verdict(mend).weight > this.verdict(best).weight)
      )
        best = mend;
    }
    return best;
  }

  private sorted(
    fact: Figure,
    { list }: Ties,
  ): { readonly open: readonly Tie[]; readonly holding: readonly Tie[]; readonly equal: number } {
    const open = list.filter(({ evaluation }) => this.broken.has(evaluation));
    const holding = list.filter(({ evaluation }) => evaluation.outcome !== 'broken');
    // Equal to the figure it is a percentage of: that is no accident.
    const equal = open.filter(
      ({ evaluation }) => isRate(evaluation) && evaluation.relation.stated !== fact && sidesAreEqual(evaluation),
    ).length;
    return { open: sumsFirst(open), holding, equal };
  }

  /** The same for a figure with many relations: what is settled is taken off what was found before. */
  private hubOf(fact: Figure, ties: Ties): Hub {
    let hub = this.hubs.get(fact);
    if (!hub || hub.isBehind(ties)) {
      hub = new Hub(fact, ties, {
        ...this.sorted(fact, ties),
        isOpen: (evaluation) => this.broken.has(evaluation),
        wantedBy: (tie) => this.plausible(tie, fact),
        explains: (tie, value) => this.explains(tie, fact, value),
        weightOf: (mend) => this.verdict(mend).weight,
      });
      this.hubs.set(fact, hub);
    }
    return hub;
  }

  /** What is counted in money is hardly ever negative. */
  private plausible(tie: Tie, fact: Figure): Decimal | undefined {
    const value = this.wantedBy(tie, fact);
    return value?.isNegative() && !fact.amount.value.isNegative() ? undefined : value;
  }

  /** The value that a relation wants a figure to have, everything else taken as printed. */
  private wantedBy({ evaluation, way }: Tie, fact: Figure): Decimal | undefined {
    const { relation, difference } = evaluation;
    if (!isRate(evaluation))
      return fact.amount.value.minus(convert(difference.times(way), relation.stated.unit, fact.unit));
    // A digit may have got lost behind the point.
    const decimals = this.weigher.decimalsOf(fact);
    return solve(relation, fact, decimals);
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

function allFigures(evaluations: readonly Evaluation[]): Set<Figure> {
  const all = new Set<Figure>();
  for (const { relation } of evaluations) {
    all.add(relation.stated);
    for (const { fact } of relation.terms) all.add(fact);
  }
  return all;
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

function sidesAreEqual({ relation: { terms } }: Evaluation): boolean {
  const [part, whole] = terms;
  return (
    part!.fact.unit === whole!.fact.unit &&
    !part!.fact.amount.value.isZero() &&
    part!.fact.amount.value.equals(whole!.fact.amount.value)
  );
}

/** Amounts say exactly what percentages say only roughly. */
function sumsFirst(ties: readonly Tie[]): readonly Tie[] {
  const rates = ties.filter(({ evaluation }) => isRate(evaluation));
  return rates.length === 0 ? ties : [...ties.filter(({ evaluation }) => !isRate(evaluation)), ...rates];
}

function order(fact: Figure): number {
  return isText(fact) ? fact.id - TEXT_FIRST : fact.id;
}

const TEXT_FIRST = 1e9;
/** A hundred slips among two hundred parts of one total. */
const MOST_REVISITS = 20_000;
/** Hardly any printed total has more parts. */
const LONG = 50;
const MOST_SUSPECTS = 5;

/**
 * The mended relation with the fewest figures explains itself best; one that states the suspect is plainest, one that
 * is no guess surest.
 */
function leadOf(mend: Mend): Evaluation {
  return mend.mended
    .map(({ evaluation }) => evaluation)
    .reduce((lead, evaluation) => (rank(evaluation) < rank(lead) ? evaluation : lead));

  function rank({ relation }: Evaluation): number {
    return (
      relation.terms.length +
      (relation.stated === mend.fact ? 0 : 1000) +
      (relation.guess ? 5000 : 0) +
      (relation.kind && relation.kind !== 'sum' ? 500 : 0)
    );
  }
}
