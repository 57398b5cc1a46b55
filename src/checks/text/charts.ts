import type { Chart, ChartPoint } from '../../model/chart';
import { DIMENSIONS } from '../../model/key';
import type { TextFact } from '../../model/narrative';
import type { Relation } from '../../model/relation';
import { labelSubject } from '../../vocabulary/charts';
import { subjectOf } from '../change';
import type { CheckInput } from '../check';
import { agree } from './space';

/*
 * The data of charts against the explanation that they illustrate: the same figure, and for the year before what the
 * text says it was.
 */

const WHOLE: readonly string[] = ['fund', 'nature'];

function charts({ disclosure }: CheckInput): readonly Chart[] {
  return disclosure.charts ?? [];
}

function saidOf(figure: TextFact, name: (typeof DIMENSIONS)[number]): string | undefined {
  return figure.said[name] ?? figure.context[name];
}

/**
 * How well two figures go together: -1 when their words exclude one another, else on how many dimensions both say the
 * same.
 */
function kinship(chart: TextFact, figure: TextFact): number {
  if (!chart.items.some((item) => figure.items.includes(item))) return -1;
  let same = chart.items[0] === figure.items[0] ? 1 : 0;
  for (const name of DIMENSIONS) {
    const [mine, its] = [saidOf(chart, name), saidOf(figure, name)];
    // What a caption does not name it does not mean: 收、支总计 is that of all funds.
    if (
      WHOLE.includes(name)
        ? (mine ?? 'all') !== (its ?? 'all')
        : mine !== undefined && its !== undefined && mine !== its
    )
      return -1;
    if (mine === its) same += 1;
  }
  return same;
}

/** Figures of the text that a point may be, the likeliest first. */
function candidates({ figure }: ChartPoint, { disclosure }: CheckInput): TextFact[] {
  const found = (disclosure.narrative?.figures ?? []).flatMap((each) => {
    if (each.kind !== figure.kind || each.role !== 'value' || each.items.length === 0) return [];
    const same = kinship(figure, each);
    return same < 0 ? [] : [{ each, same }];
  });
  return found.sort((a, b) => b.same - a.same || a.each.id - b.each.id).map(({ each }) => each);
}

/** The same label in the same kind of chart: 基本支出 where the text has it under these very words. */
function namesake({ label }: ChartPoint, { told }: CheckInput): TextFact[] {
  const words = labelSubject(label);
  return words.length <= 2
    ? []
    : told.values.filter(({ subject }) => subject.replace(/[\s（类）]/g, '').includes(words));
}

const isThisYear = ({ year }: ChartPoint, { disclosure: { profile } }: CheckInput): boolean =>
  year === null || year === profile.year;

/** A point of this year is a figure of the text. */
export function chartsAgree(input: CheckInput): Relation[] {
  return charts(input).flatMap(({ points }) =>
    points.flatMap((point): Relation[] => {
      if (!isThisYear(point, input)) return [];
      const known = candidates(point, input);
      const found = known.length > 0 ? known : namesake(point, input);
      const equal = found.find((each) => agree(point.figure, each));
      const meant = equal ?? found[0];
      if (!meant) return [];
      // Where the words fit several figures and none agrees, which one is meant is a guess.
      const guess = !equal && (!point.figure.clear || known.length === 0);
      return [
        { rule: 'same-figure', stated: point.figure, terms: [{ fact: meant, sign: 1 }], ...(guess ? { guess } : {}) },
      ];
    }),
  );
}

/** A point of the year before is this year's figure less its increase; and two charts that show it show the same. */
export function chartsOfLastYear(input: CheckInput): Relation[] {
  const { year } = input.disclosure.profile;
  if (year === null) return [];
  const seen: TextFact[] = [];
  return charts(input).flatMap(({ points }) =>
    points.flatMap((point): Relation[] => {
      if (point.year !== year - 1) return [];
      const { figure } = point;
      const known = new Set(candidates(point, input));
      const claims = input.told.changes.filter((claim) => {
        const now = subjectOf(claim).figure;
        return claim.delta && !claim.ofBudget && now !== undefined && known.has(now) && claim.delta.unit === now.unit;
      });
      const best = [...claims].sort(
        (a, b) => kinship(figure, subjectOf(b).figure!) - kinship(figure, subjectOf(a).figure!),
      );
      const made = best.map((claim): Relation => ({
        rule: 'prior-year',
        stated: figure,
        terms: [
          { fact: subjectOf(claim).figure!, sign: 1 },
          { fact: claim.delta!, sign: claim.direction < 0 ? 1 : -1 },
        ],
      }));
      const equal = made.find((relation) => holdsSum(relation));
      const twin = seen.find((each) => kinship(figure, each) > 0 && agree(figure, each));
      seen.push(figure);
      if (equal) return [equal];
      const [first] = made;
      if (first) return [{ ...first, ...(figure.clear ? {} : { guess: true }) }];
      return twin ? [{ rule: 'same-figure', stated: figure, terms: [{ fact: twin, sign: 1 }] }] : [];
    }),
  );
}

function holdsSum({ stated, terms }: Relation): boolean {
  const sum = terms.reduce(
    (total, { fact, sign }) => (sign > 0 ? total.plus(fact.amount.value) : total.minus(fact.amount.value)),
    stated.amount.value.times(0),
  );
  const slack = [stated, ...terms.map(({ fact }) => fact)].reduce(
    (most, { amount }) => Math.max(most, amount.decimals),
    0,
  );
  return sum
    .minus(stated.amount.value)
    .abs()
    .lessThanOrEqualTo(1.5 * 10 ** -slack);
}
