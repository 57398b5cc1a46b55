import type { ChangeClaim, TextFact } from '../model/narrative';
import type { Relation, Remark } from '../model/relation';
import { type Decimal, plain } from '../shared/decimal';
import { halfUnit } from '../shared/amount';
import { subjectOf } from './change';
import type { Check, CheckInput } from './check';
import { chartsOfLastYear } from './text/charts';
import { listedChanges, listedPriors, unlistedChanges } from './text/part-changes';
import { fundOf } from './text/part-changes';
import { agree, slipOf } from './text/space';

/** The values of the year before that different sentences imply agree with one another. */
export const priorYear: Check = {
  id: 'prior-year',
  title: '各处说明推出的上年数互相一致',
  basis: '同一项目的上年数只有一个：上年数＝本年数－增加额（＋减少额）；上年预算收支平衡',
  relate: (input) => [...sameBases(input), ...listedChanges(input), ...listedPriors(input), ...chartsOfLastYear(input)],
  inspect: (input) => [...twoBases(input), ...unlistedChanges(input)],
};

/** A figure of this year and its change, which imply the figure of the year before. */
interface Base {
  readonly claim: ChangeClaim;
  readonly now: TextFact;
  readonly delta: TextFact;
}

function bases({ told }: CheckInput): Base[] {
  return told.changes.flatMap((claim) => {
    const { figure: now } = subjectOf(claim);
    const { delta } = claim;
    return now && delta && !claim.ofBudget && delta.unit === now.unit ? [{ claim, now, delta }] : [];
  });
}

function priorOf({ claim, now, delta }: Base): Decimal {
  return claim.direction > 0 ? now.amount.value.minus(delta.amount.value) : now.amount.value.plus(delta.amount.value);
}

function slackOf({ now, delta }: Base): Decimal {
  return halfUnit(now.amount).plus(halfUnit(delta.amount));
}

/** Which year's figure, and whether a budget, its execution or a final account. */
function yardstick(base: string): string {
  return /执行/.test(base) ? '执行' : /决算/.test(base) ? '决算' : '';
}

/** Changes of one and the same figure: the same change, wherever it is told. */
function sameBases(input: CheckInput): Relation[] {
  const relations: Relation[] = [];
  const first = new Map<string, Base>();
  for (const base of bases(input)) {
    const what = isTotal(base.now) ? 'total' : (base.now.items[0] ?? base.now.subject);
    const key = `${what}|${base.now.amount.value.toString()}|${yardstick(base.claim.base)}|${base.claim.direction}`;
    const before = first.get(key);
    const { delta } = base;
    if (!before) first.set(key, base);
    else if (agree(delta, before.delta))
      relations.push({ rule: 'prior-year', stated: delta, terms: [{ fact: before.delta, sign: 1 }] });
    // Of different funds the years before need not have been alike, however near they are.
    else if (
      fundOf(base.now) === fundOf(before.now) &&
      delta.amount.value.greaterThan(1) &&
      slipOf(delta, before.delta)
    )
      relations.push({
        rule: 'prior-year',
        stated: delta,
        terms: [{ fact: before.delta, sign: 1 }],
        guess: true,
      });
  }
  return relations;
}

function isTotal({ items }: TextFact): boolean {
  return items[0] === 'grand' || items[0] === 'total';
}

/** 收入总计 and 支出总计 were balanced last year as well; equal figures of different funds need not have been equal. */
function twoBases(input: CheckInput): Remark[] {
  const groups = new Map<string, Base[]>();
  for (const base of bases(input)) {
    if (!isTotal(base.now)) continue;
    const key = `${base.now.amount.value.toString()}|${yardstick(base.claim.base)}`;
    const known = groups.get(key);
    if (known) known.push(base);
    else groups.set(key, [base]);
  }
  return [...groups.values()].flatMap((group) =>
    group.length < 2 ? [] : [...contradictory(group, true), ...contradictory(group, false)],
  );
}

function contradictory(group: readonly Base[], sameFund: boolean): Remark[] {
  const first = group[0]!;
  const prior = priorOf(first);
  const others = group.slice(1).filter(
    (base) =>
      (fundOf(base.now) === fundOf(first.now)) === sameFund &&
      priorOf(base)
        .minus(prior)
        .abs()
        .greaterThan(slackOf(base).plus(slackOf(first))),
  );
  if (others.length === 0) return [];
  const told = [first, ...others].map(
    (base) =>
      `${base.now.subject} ${base.now.amount.raw} ${base.claim.direction > 0 ? '−' : '+'} ${base.delta.amount.raw} = ${plain(priorOf(base), 2)}`,
  );
  const figures = [first, ...others].flatMap(({ claim, now, delta }) => [
    delta,
    ...(claim.rate ? [claim.rate] : []),
    now,
  ]);
  return [
    {
      ...{ rule: 'prior-year', severity: sameFund ? 'warning' : 'info', figures, evidence: told },
      message: `由增减额推出的上年数不一致：${told.join('；')}。${sameFund ? '上年收入总计与支出总计也应相等，请核实' : '资金口径不同时可以不等，请核实'}`,
      expected: '',
    },
  ];
}
