import type { CompletionClaim, TextFact } from '../model/narrative';
import type { Relation, Remark } from '../model/relation';
import { Decimal, plain } from '../shared/decimal';
import type { Check, CheckInput } from './check';
import { adjustmentsAddUp } from './text/adjustments';
import { holds } from './text/rates';
import { executionRates } from './text/assessments';

/** 完成预算的 p%: p = actual ÷ budget; 决算数大于、小于、等于预算数 agrees with the figures. */
export const completion: Check = {
  id: 'completion',
  title: '预算完成比例与预算数、决算数一致',
  basis: '算术关系：完成比例＝决算数÷预算数×100%',
  relate: (input) => [
    ...input.told.completions.flatMap((claim) => ratioOf(claim, input)),
    ...adjustmentsAddUp(input),
    ...executionRates(input),
  ],
  inspect: (input) => [
    ...input.told.completions.flatMap((claim) => [...verdictOf(claim, input), ...excessOf(claim)]),
    ...outsideOfParts(input),
    ...ofNothing(input),
  ],
  covered: (input) => [
    ...input.told.completions.flatMap(({ percent, verdict, actual }) =>
      percent && (verdict !== undefined || actual?.amount.value.isZero()) ? [percent] : [],
    ),
    ...listed(input).flatMap(({ whole, own }) => [whole, ...own]),
  ],
};

function budgetOf({ actual, budget }: CompletionClaim, { text }: CheckInput): Relation['stated'] | undefined {
  if (budget || !actual) return budget;
  return (
    text.match({ ...actual, role: 'budget' })?.fact ?? text.staged(actual, 'budget') ?? text.staged(actual, 'adjusted')
  );
}

function ratioOf(claim: CompletionClaim, input: CheckInput): Relation[] {
  const { percent, actual, others = [] } = claim;
  const budget = budgetOf(claim, input);
  if (!percent || !actual || !budget) return [];
  const against = (base: Relation['stated']): Relation => ({
    ...{ rule: 'completion', kind: 'ratio', stated: percent },
    terms: [
      { fact: actual, sign: 1 },
      { fact: base, sign: 1 },
    ],
    ...(claim.budget && others.length === 0 ? {} : { guess: true }),
  });
  return [[budget, ...others].map(against).find(holds) ?? against(budget)];
}

const HUNDRED = new Decimal(100);
const ONE = new Decimal(1);
const WORDS = { 1: '大于', 0: '等于', [-1]: '小于' } as const;

/** 决算数大于预算数 5 万元 and 完成预算的 p% leave one budget only. */
function excessOf({ percent, actual, excess, verdict, budget }: CompletionClaim): Remark[] {
  if (!percent || !actual || !excess || budget || !verdict || actual.unit !== excess.unit) return [];
  const implied = actual.amount.value.minus(excess.amount.value.times(verdict));
  if (implied.lessThanOrEqualTo(0)) return [];
  const rate = HUNDRED.times(actual.amount.value).div(implied);
  // The printed digits of both amounts move the rate by less than this.
  if (
    rate
      .minus(percent.amount.value)
      .abs()
      .lessThanOrEqualTo(new Decimal(1).div(new Decimal(10).pow(percent.amount.decimals)))
  )
    return [];
  const told = `决算数 ${actual.amount.raw} ${verdict > 0 ? '−' : '+'} ${excess.amount.raw} = ${plain(implied)}`;
  return [
    {
      rule: 'completion',
      severity: 'warning',
      figures: [percent, actual, excess],
      message: `完成预算的 ${percent.amount.raw}% 与决算数${WORDS[verdict]}预算数 ${excess.amount.raw}${excess.unit} 不能同时成立：由后者推出预算数为 ${told}，完成比例应为 ${plain(rate.toDecimalPlaces(percent.amount.decimals), percent.amount.decimals)}%`,
      stated: percent.amount.raw,
    },
  ];
}

function verdictOf(claim: CompletionClaim, input: CheckInput): Remark[] {
  const { percent, actual, verdict } = claim;
  if (verdict === undefined) return [];
  const budget = budgetOf(claim, input);
  const figures = [claim.spot, ...(actual ? [actual] : []), ...(budget ? [budget] : [])];
  const sign =
    actual && budget && actual.unit === budget.unit
      ? actual.amount.value.comparedTo(budget.amount.value)
      : percent
        ? percent.amount.value.comparedTo(HUNDRED)
        : verdict;
  // 基本持平 and 100.0% leave room for small differences.
  const rounded = percent?.amount.value.equals(HUNDRED) ?? false;
  if (
    sign === verdict ||
    claim.others?.some((other) => actual?.amount.value.comparedTo(other.amount.value) === verdict) ||
    (rounded && budget === undefined) ||
    (verdict === 0 && rounded) ||
    (actual?.amount.value.isZero() && !(verdict === 0 && budget?.amount.printed))
  )
    return [];
  const close =
    actual &&
    budget &&
    actual.amount.value.minus(budget.amount.value).abs().lessThanOrEqualTo(budget.amount.value.abs().times('0.005'));
  if (verdict === 0 && close) return [];
  const told =
    actual && budget
      ? `${nameOf(actual)}决算数 ${actual.amount.raw}、预算数 ${budget.amount.raw}`
      : `完成预算的 ${percent?.amount.raw ?? ''}%`;
  return [
    {
      rule: 'completion',
      severity: claim.budget ? 'error' : 'warning',
      message: `文字写决算数${WORDS[verdict]}预算数，而${told}`,
      figures,
      ...(verdict === 0 && percent && !budget ? { stated: percent.amount.raw, expected: '100' } : {}),
    },
  ];
}

const NUMBERING = /^[（(]?[\d一二三四五六七八九十]{1,3}[)）.、．]/;

/** The words of a figure as a name in a sentence; '' when they name nothing but its stage. */
function nameOf({ subject, items }: TextFact): string {
  return items.length === 0 ? '' : `“${subject.replace(NUMBERING, '')}”`;
}

interface Completed {
  readonly whole: TextFact;
  readonly own: readonly TextFact[];
  /**
   * How much higher than its highest part the whole may come, as a factor: parts without a budget add to what was
   * spent.
   */
  readonly above: Decimal | undefined;
  /** A part of which nothing was spent: its budget, printed or not, lowers the whole. */
  readonly unspent: boolean;
}

/** Lists in which the whole and its parts tell how far they were completed. */
function listed({ disclosure, told: { completions: all, lists: claims } }: CheckInput): Completed[] {
  if (all.length === 0) return [];
  const byActual = new Map(
    all.flatMap((claim) => (claim.actual && claim.percent ? [[claim.actual, claim] as const] : [])),
  );
  const officials = all.filter(({ actual, percent }) => percent && actual?.items[0]?.startsWith('sg'));
  const trees = officials.flatMap(({ actual, percent }): Completed[] => {
    if (actual!.items[0] !== 'sg') return [];
    const parts = officials.filter((part) => part.actual !== actual && part.actual!.items[0] !== 'sg');
    const own = parts.filter((part) => !part.actual!.amount.value.isZero()).map((part) => part.percent!);
    const bare = (disclosure.narrative?.figures ?? []).some(
      (figure) =>
        /^sg:/.test(figure.items[0] ?? '') &&
        figure.role === 'value' &&
        !figure.amount.value.isZero() &&
        !byActual.has(figure),
    );
    return own.length > 0 ? [{ whole: percent!, own, above: bare ? undefined : ONE, unspent: isUnspent(parts) }] : [];
  });
  const lists = claims.flatMap((claim): Completed[] => {
    if (claim.open) return [];
    const whole = claim.wholes.map((each) => byActual.get(each)).find((each) => each !== undefined);
    const filled = claim.parts.filter(({ amount }) => !amount.value.isZero());
    const told = filled.filter((part) => byActual.has(part));
    if (!whole?.percent || told.length < 2 || told.length < filled.length - 1) return [];
    const spent = (parts: readonly TextFact[]): Decimal =>
      parts.reduce((sum, { amount }) => sum.plus(amount.value), new Decimal(0));
    const unspent = isUnspent(claim.parts.flatMap((part) => byActual.get(part) ?? []));
    return [
      {
        whole: whole.percent,
        own: told.map((part) => byActual.get(part)!.percent!),
        above: spent(filled).div(spent(told)),
        unspent,
      },
    ];
  });
  return [...trees.slice(0, 1), ...lists];
}

/** Nothing spent of a budget that is not known to be nothing. */
function isUnspent(claims: readonly CompletionClaim[]): boolean {
  return claims.some(
    ({ actual, percent, budget }) =>
      actual?.amount.value.isZero() && percent?.amount.value.isZero() && !budget?.amount.value.isZero(),
  );
}

/** A whole is completed to no more and no less than its parts are. */
function outsideOfParts(input: CheckInput): Remark[] {
  const remarks: Remark[] = [];
  for (const { whole, own, above, unspent } of listed(input)) {
    const rates = own.map(({ amount }) => amount.value);
    const [low, high] = [Decimal.min(...rates), Decimal.max(...rates)];
    const rate = whole.amount.value;
    // Every printed percentage may be off by its last digit.
    if (
      (unspent || rate.greaterThanOrEqualTo(low.minus(1))) &&
      (!above || rate.lessThanOrEqualTo(high.plus(1).times(above)))
    )
      continue;
    const range = low.equals(high) ? `均为 ${low.toString()}%` : `在 ${low.toString()}% 与 ${high.toString()}% 之间`;
    remarks.push({
      ...{ rule: 'completion', severity: 'warning', figures: [whole, ...own] },
      message: `总体完成预算的 ${whole.amount.raw}%，而所列各项完成比例${range}，二者不能同时成立`,
      stated: whole.amount.raw,
      ...(low.equals(high) && own.length > 1 ? { expected: low.toString() } : {}),
    });
  }
  return remarks;
}

/** Nothing spent: 0% of the budget, or all of a budget of nothing. */
function ofNothing({ told }: CheckInput): Remark[] {
  return told.completions.flatMap(({ percent, actual, budget }): Remark[] => {
    if (!percent || !actual?.amount.value.isZero() || (budget && !budget.amount.value.isZero())) return [];
    if (percent.amount.value.isZero() || percent.amount.value.equals(HUNDRED)) return [];
    return [
      {
        rule: 'completion',
        severity: 'warning',
        figures: [percent, actual],
        message: `${actual.subject} ${actual.amount.raw}${actual.unit}，完成预算的 ${percent.amount.raw}%：支出为 0 时完成比例应为 0%`,
        stated: percent.amount.raw,
      },
    ];
  });
}
