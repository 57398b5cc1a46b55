import type { ChangeClaim, ListClaim, TextFact } from '../model/narrative';
import type { Relation, Remark, Term } from '../model/relation';
import { type Decimal, plain } from '../shared/decimal';
import { halfUnit } from '../shared/amount';
import { subjectOf } from './change';
import type { Check, CheckInput } from './check';
import { chartsOfLastYear } from './text/charts';
import { slipsOff, sums } from './parts';
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

function fundOf({ said, context }: TextFact): string {
  return said.fund ?? context.fund ?? 'all';
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

/** A document says the change of its totals a few times, not more. */
const NAMESAKES = 12;

interface ListedChanges {
  readonly whole: ChangeClaim;
  readonly parts: readonly ChangeClaim[];
  readonly complete: boolean;
}

/** Lists in which whole and parts tell their changes. */
function withChanges({ told }: CheckInput): ListedChanges[] {
  const bySubject = new Map<TextFact, ChangeClaim>();
  const byItem = new Map<string, ChangeClaim[]>();
  for (const claim of told.changes) {
    if (claim.ofBudget) continue;
    const { figure } = subjectOf(claim);
    if (!figure) continue;
    if (!bySubject.has(figure)) bySubject.set(figure, claim);
    const [item] = figure.items;
    if (item === undefined || !claim.delta) continue;
    const known = byItem.get(item);
    if (!known) byItem.set(item, [claim]);
    else if (known.length < NAMESAKES) known.push(claim);
  }
  if (bySubject.size === 0) return [];
  return told.lists.flatMap((list) => {
    if (list.parts.length < 2 || list.parts[0]!.kind !== 'amount') return [];
    const whole =
      wholesOf(list)
        .map((each) => bySubject.get(each))
        .find((claim) => claim?.delta) ?? namesake(list, byItem);
    const parts = list.parts.flatMap((part) => bySubject.get(part) ?? []);
    if (!whole?.delta || parts.length < 2) return [];
    return [{ whole, parts, complete: parts.length === list.parts.length }];
  });
}

/** The wholes that the parts add up to, else the likeliest: the change of another is not that of its parts. */
function wholesOf({ wholes, parts }: ListClaim): readonly TextFact[] {
  const meant = wholes.filter((whole) => sums(whole, parts));
  return meant.length > 0 ? meant : wholes.slice(0, 1);
}

/** The change of the whole may be told in the paragraph before, of the same amount under the same name. */
function namesake({ wholes }: ListClaim, byItem: ReadonlyMap<string, readonly ChangeClaim[]>): ChangeClaim | undefined {
  const [whole] = wholes;
  return (
    whole &&
    byItem.get(whole.items[0] ?? '')?.find((claim) => {
      const { figure } = subjectOf(claim);
      return figure !== undefined && agree(figure, whole) && fundOf(figure) === fundOf(whole);
    })
  );
}

function sumOf({ whole, parts }: ListedChanges): Term[] {
  return parts.flatMap((part) =>
    part.delta && part.direction !== 0
      ? [{ fact: part.delta, sign: part.direction === whole.direction ? (1 as const) : (-1 as const) }]
      : [],
  );
}

function difference(listed: ListedChanges): Decimal {
  const { whole } = listed;
  return sumOf(listed).reduce(
    (rest, { fact, sign }) => rest.minus(fact.amount.value.times(sign)),
    whole.delta!.amount.value,
  );
}

/** The changes of the parts add up to the change of the whole. */
function listedChanges(input: CheckInput): Relation[] {
  return withChanges(input).flatMap((listed): Relation[] => {
    const terms = sumOf(listed);
    if (!listed.complete || terms.length === 0) return [];
    const rest = difference(listed).abs();
    const slack = terms.reduce(
      (sum, { fact }) => sum.plus(halfUnit(fact.amount)),
      halfUnit(listed.whole.delta!.amount),
    );
    const slip =
      rest.greaterThan(slack) &&
      [listed.whole.delta!, ...terms.map(({ fact }) => fact)].some((fact) => slipBy(listed, fact));
    return rest.lessThanOrEqualTo(slack) || slip
      ? [{ rule: 'prior-year', stated: listed.whole.delta!, terms, guess: true }]
      : [];
  });
}

/** The values of the year before of all the parts add up to that of the whole. */
function listedPriors(input: CheckInput): Relation[] {
  const priors = new Map<TextFact, TextFact>();
  for (const claim of input.told.changes) {
    const { figure } = subjectOf(claim);
    if (figure && claim.prior && !claim.ofBudget && !priors.has(figure)) priors.set(figure, claim.prior);
  }
  if (priors.size < 2) return [];
  return input.told.lists.flatMap((list): Relation[] => {
    const parts = list.parts.flatMap((part) => priors.get(part) ?? []);
    const whole = wholesOf(list).flatMap((each) => priors.get(each) ?? [])[0];
    if (!whole || parts.length < 2 || parts.length < list.parts.length || list.open) return [];
    const terms = parts.map((fact) => ({ fact, sign: 1 as const }));
    return sums(whole, parts) || slipsOff(whole, parts)
      ? [{ rule: 'prior-year', stated: whole, terms, guess: true }]
      : [];
  });
}

function slipBy(listed: ListedChanges, fact: Term['fact']): boolean {
  const rest = difference(listed);
  const term = sumOf(listed).find((each) => each.fact === fact);
  const value = term ? fact.amount.value.plus(rest.times(term.sign)) : fact.amount.value.minus(rest);
  return slipOf(fact, { ...fact, amount: { ...fact.amount, value } });
}

/** They do not: something that was there last year is not listed, or a change is wrong. */
function unlistedChanges(input: CheckInput): Remark[] {
  return withChanges(input).flatMap((listed): Remark[] => {
    const { whole, parts, complete } = listed;
    const rest = difference(listed);
    if (!complete || parts.length < 3 || rest.abs().lessThanOrEqualTo(1)) return [];
    // Items that are gone are listed with 0: then nothing else can be missing.
    const listsGone = parts.some((part) => subjectOf(part).figure?.amount.value.isZero());
    if (sumOf(listed).some(({ fact }) => slipBy(listed, fact))) return [];
    const terms = sumOf(listed);
    const sum = terms.reduce(
      (total, { fact, sign }) => total.plus(fact.amount.value.times(sign)),
      whole.delta!.amount.value.times(0),
    );
    return [
      {
        ...{
          rule: 'prior-year',
          severity: listsGone ? 'warning' : 'info',
          figures: [whole.delta!, ...terms.map(({ fact }) => fact)],
        },
        message: `各项增减额之和 ${plain(sum)} 与总的增减额 ${whole.delta!.amount.raw} 不一致，差 ${plain(rest.abs())}${listsGone ? '' : '（如上年有而本年没有的项目未列出，则可以不等）'}`,
        stated: whole.delta!.amount.raw,
        expected: plain(sum),
      },
    ];
  });
}
