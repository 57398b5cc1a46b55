import type { ChangeClaim, ListClaim, TextFact } from '../../model/narrative';
import type { Relation, Remark, Term } from '../../model/relation';
import { halfUnit } from '../../shared/amount';
import { type Decimal, plain } from '../../shared/decimal';
import { childrenOf } from '../../vocabulary/members';
import { subjectOf } from '../change';
import type { CheckInput } from '../check';
import { slipsOff, sums } from './adding-up';
import { agree, slipOf } from './space';

/*
 * By how much the parts of a whole changed, and the whole: what changed of all the parts is what changed of the whole.
 */

export function fundOf({ said, context }: TextFact): string {
  return said.fund ?? context.fund ?? 'all';
}

/** A document says the change of its totals a few times, not more. */
const NAMESAKES = 12;

interface ListedChanges {
  readonly whole: ChangeClaim;
  readonly parts: readonly ChangeClaim[];
  readonly complete: boolean;
  /** Some of the parts may not be told: where they are listed, and all the more where they are a reason. */
  readonly some?: 'listed' | 'reason';
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

/** 减少 3 万元，其中：X 减少 2 万元，Y 减少 1 万元. */
function listedAsParts({ told }: CheckInput): ListedChanges[] {
  return told.listedChanges.flatMap(({ whole, parts, open }): ListedChanges[] => {
    const filled = parts.filter(({ delta }) => delta);
    if (!whole.delta || filled.length < 2) return [];
    return [{ whole, parts: filled, complete: true, some: open ? 'reason' : 'listed' }];
  });
}

/** Items of which the vocabulary knows all there is below them. */
const WITH_CHILDREN = ['sg', 'sg:vehicle'];

/** “三公”经费 and its items, each with its change in a sentence of its own: 公务用车 by itself, or by 购置 and 运行. */
function ofChildren({ told }: CheckInput): ListedChanges[] {
  const bySection = new Map<number, Map<string, ChangeClaim>>();
  for (const claim of told.changes) {
    const { figure } = subjectOf(claim);
    const [item = ''] = figure?.items ?? [];
    if (claim.ofBudget || !figure?.clear || !item.startsWith('sg') || (!claim.delta && claim.direction !== 0)) continue;
    const known = bySection.get(claim.spot.section) ?? new Map<string, ChangeClaim>();
    bySection.set(claim.spot.section, known);
    if (!known.has(item)) known.set(item, claim);
  }
  return [...bySection.values()].flatMap((known) =>
    WITH_CHILDREN.flatMap((item): ListedChanges[] => {
      const whole = known.get(item);
      const parts = below(item, known);
      return whole?.delta && parts ? [{ whole, parts, complete: true }] : [];
    }),
  );
}

/** The changes of all that is below an item; undefined where one of them is not told. */
function below(item: string, known: ReadonlyMap<string, ChangeClaim>): readonly ChangeClaim[] | undefined {
  const found: ChangeClaim[] = [];
  for (const child of childrenOf('item', item)) {
    const own = known.get(child);
    const parts = own ? [own] : childrenOf('item', child).length > 0 ? below(child, known) : undefined;
    if (!parts) return undefined;
    found.push(...parts);
  }
  return found;
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
export function listedChanges(input: CheckInput): Relation[] {
  return allListed(input).flatMap((listed): Relation[] => {
    const terms = sumOf(listed);
    const stated = listed.whole.delta!;
    if (!listed.complete || terms.length === 0) return [];
    const slack = terms.reduce((sum, { fact }) => sum.plus(halfUnit(fact.amount)), halfUnit(stated.amount));
    const fits = difference(listed).abs().lessThanOrEqualTo(slack);
    const isWrong = (): boolean =>
      exceeds(listed, slack) ||
      [stated, ...terms.map(({ fact }) => fact)].some((fact) => mayTell(listed, fact) && slipBy(listed, fact));
    return fits || isWrong() ? [{ rule: 'prior-year', stated, terms, guess: true }] : [];
  });
}

/** Shorter numbers are one slip away from any sum by accident. */
const FEWEST_DIGITS = 4;

/** Where other parts may not be listed, a short number that would make the sum tells nothing. */
function mayTell({ some }: ListedChanges, { amount }: Term['fact']): boolean {
  return !some || amount.raw.replace(/[,.]/g, '').replace(/^0+|(?<!0)0+$/g, '').length >= FEWEST_DIGITS;
}

/** Changes of parts however they are told, each set once. */
function allListed(input: CheckInput): ListedChanges[] {
  const known = new Set<string>();
  return [...withChanges(input), ...ofChildren(input), ...listedAsParts(input)].filter((listed) => {
    const key = [listed.whole.delta!, ...sumOf(listed).map(({ fact }) => fact as TextFact)].map(({ id }) => id).join();
    return !known.has(key) && known.add(key);
  });
}

/** Parts that all changed the way of the whole cannot have changed by more; other parts may not be listed. */
function exceeds(listed: ListedChanges, slack: Decimal): boolean {
  if (listed.some === 'reason') return false;
  return (
    sumOf(listed).every(({ fact, sign }) => sign > 0 || fact.amount.value.isZero()) &&
    difference(listed).isNegative() &&
    difference(listed).abs().greaterThan(slack)
  );
}

/** The values of the year before of all the parts add up to that of the whole. */
export function listedPriors(input: CheckInput): Relation[] {
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
export function unlistedChanges(input: CheckInput): Remark[] {
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
