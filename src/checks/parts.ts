import type { ListClaim, TextFact } from '../model/narrative';
import type { Relation } from '../model/relation';
import { isSlip } from '../shared/slip';
import { childrenOf, isBelowAny } from '../vocabulary/members';
import type { Check, CheckInput } from './check';
import { slipsOff, sums, total } from './text/adding-up';
import { shareRelations } from './share';
import { sourcesAddUp } from './text/attachments';
import { classesAddUp } from './text/classes';
import { numberedAddUp } from './text/numbered';
import { receptionAddsUp } from './text/reception';
import { sharesAddUp } from './text/shared-whole';
import { inYuan } from './text/space';

/** 其中、包括、主要用于: the parts of the sentence add up to its whole. */
export const parts: Check = {
  id: 'parts',
  title: '文中分项之和等于总数',
  basis: '算术关系：所列全部分项之和＝总数；只列一部分的，不得超过总数',
  relate: (input) => [
    ...input.told.lists.flatMap((claim) => (claim.parts[0]!.kind === 'amount' ? addUp(claim, input.told.values) : [])),
    ...officials(input),
    ...classesAddUp(input),
    ...receptionAddsUp(input),
    ...sourcesAddUp(input),
    ...sharesAddUp(input, shareRelations(input)),
    ...numberedAddUp(input),
  ],
};

/** The relation of a list: the whole that the parts add up to, if there is one; else the likeliest. */
export function addUp(
  { wholes, parts: listed, open, complete, until }: ListClaim,
  later: readonly TextFact[] = [],
): Relation[] {
  const rule = listed[0]!.kind === 'count' ? 'count' : 'parts';
  const made = (whole: TextFact, some: readonly TextFact[], guess: boolean): Relation => ({
    ...{ rule, stated: whole, terms: some.map((fact) => ({ fact, sign: 1 as const })) },
    ...(guess ? { guess } : {}),
  });
  const tops = withoutParts(listed);
  const early = until === undefined ? [] : [listed.slice(0, until)];
  for (const some of [listed, ...(tops.length < listed.length ? [tops] : []), ...early]) {
    // One part need not be all there is: it is the whole only when it is equal to the last digit.
    const sum = total(some);
    const whole = wholes.find((each) =>
      some.length === 1 || rule === 'count' ? inYuan(each).equals(sum) : sums(each, some, sum),
    );
    if (whole) return [made(whole, some, false)];
  }
  const [first] = wholes;
  if (!first) return [];
  const other = tops.length === 1 ? toldLater(tops[0]!, wholes, later) : undefined;
  if (other) return [other];
  if (tops.length === 1 && isTheWhole(tops[0]!, first)) return [made(first, tops, true)];
  if (complete && !open && tops.length === listed.length) return [made(likeliest(wholes, tops), tops, true)];
  const closed = upToTheRest(tops);
  if (closed) return [made(likeliest(wholes, closed), closed, wholes.length > 1)];
  if (tops.length === 1)
    return [
      {
        rule,
        kind: 'bound',
        stated: tops[0]!,
        terms: [{ fact: wholes.find((whole) => !inYuan(tops[0]!).greaterThan(inYuan(whole))) ?? first, sign: 1 }],
        guess: true,
      },
    ];
  const all = open ? undefined : allThereAre(tops);
  if (all) return [made(first, all, false)];
  // Parts that exclude one another can never be more than their whole.
  if (excludeEachOther(tops) && wholes.every((whole) => total(tops).greaterThan(inYuan(whole))))
    return [made(nearest(wholes, total(tops)), tops, false)];
  if (rule === 'count' && wholes.every((whole) => total(tops).greaterThan(inYuan(whole))))
    return [made(likeliest(wholes, tops), tops, true)];
  for (const some of [tops, ...early]) {
    const slip = wholes.find((whole) => slipsOff(whole, some));
    if (slip) return [made(slip, some, true)];
  }
  return [];
}

/** 其中：基本支出 A。 … 项目支出 B: the only part of a list may have its fellow in a sentence further on. */
function toldLater(part: TextFact, wholes: readonly TextFact[], later: readonly TextFact[]): Relation | undefined {
  const fellows = later.filter(
    (each) =>
      each.section === part.section && each.id > part.id && each.role === part.role && !each.amount.value.isZero(),
  );
  const made = (stated: TextFact, fellow: TextFact): Relation => ({
    ...{ rule: 'parts', stated, guess: true },
    terms: [part, fellow].map((fact) => ({ fact, sign: 1 as const })),
  });
  for (const whole of wholes) {
    const fellow = fellows.find((each) => sums(whole, [part, each]));
    if (fellow) return made(whole, fellow);
  }
  // 基本支出 and 项目支出 are all there is of a whole that is neither.
  const [whole] = wholes;
  if (!whole || whole.said.nature !== undefined || part.said.nature === undefined) return undefined;
  const missing = fellows.find((each) => exhausts([part, each]) && each.said.fund === part.said.fund);
  return missing && made(whole, missing);
}

/** The whole that is one slip away from the sum; the first where none is. */
function likeliest(wholes: readonly TextFact[], some: readonly TextFact[]): TextFact {
  return wholes.find((whole) => slipsOff(whole, some)) ?? wholes[0]!;
}

function nearest(wholes: readonly TextFact[], sum: ReturnType<typeof inYuan>): TextFact {
  const off = (whole: TextFact): ReturnType<typeof inYuan> => inYuan(whole).minus(sum).abs();
  return wholes.reduce((best, whole) => (off(whole).lessThan(off(best)) ? whole : best));
}

/** 其他用车: what is left over when the other kinds are counted. */
const THE_REST = /^其[他它余]/;

/**
 * The parts as far as the one that stands for all others: these are all there are. Amounts are named 其他… that are one
 * kind among many.
 */
function upToTheRest(some: readonly TextFact[]): readonly TextFact[] | undefined {
  const rest = some.findIndex(({ kind, subject }) => kind === 'count' && THE_REST.test(subject));
  return rest < 1 ? undefined : some.slice(0, rest + 1);
}

/** Shorter numbers are one slip away from each other by accident. */
const FEWEST_DIGITS = 4;

/** The only part is its whole but for one slip: the decimal point, or a digit of many. */
function isTheWhole(part: TextFact, whole: TextFact): boolean {
  if (part.unit !== whole.unit || part.kind !== 'amount') return false;
  const digits = (figure: TextFact): string => figure.amount.raw.replace(/[,.]/g, '').replace(/^0+|(?<!0)0+$/g, '');
  const [own, all] = [digits(part), digits(whole)];
  if (own.length > 2 && own === all) return true;
  return (
    Math.min(own.length, all.length) >= FEWEST_DIGITS &&
    isSlip(part.amount.value, whole.amount.value, Math.max(part.amount.decimals, whole.amount.decimals))
  );
}

/** A part of a part is counted with it. */
function withoutParts(listed: readonly TextFact[]): readonly TextFact[] {
  const items = new Set(listed.flatMap(({ items: [item] }) => (item === undefined ? [] : [item])));
  return listed.filter(({ items: [item] }) => item === undefined || !isBelowAny('item', item, items));
}

/** 类 of one classification, each named once. */
function excludeEachOther(some: readonly TextFact[]): boolean {
  const codes = some.map(({ items }) => items[0] ?? '');
  return new Set(codes).size === codes.length && codes.every((code) => /^\d{3}$/.test(code) || /^\d{7}$/.test(code));
}

/** The parts as far as they are all there are: 货物、工程、服务, and what is told of them behind. */
function allThereAre(some: readonly TextFact[]): readonly TextFact[] | undefined {
  for (let length = some.length; length > 1; length -= 1)
    if (exhausts(some.slice(0, length))) return some.slice(0, length);
  return undefined;
}

/** The parts are all there are, by the vocabulary. */
function exhausts(some: readonly TextFact[]): boolean {
  const items = some.map(({ items: own }) => own[0] ?? '');
  const same = (ids: readonly string[], wanted: readonly string[]): boolean =>
    wanted.length > 0 && wanted.length === ids.length && wanted.every((id) => ids.includes(id));
  const natures = some.map(({ said }) => said.nature ?? '');
  return (
    same(items, childrenOf('item', 'pr')) ||
    same(items, childrenOf('item', 'sg')) ||
    same(items, childrenOf('item', 'sg:vehicle')) ||
    same(items, ['sg:abroad', 'sg:reception', 'sg:purchase', 'sg:running']) ||
    same(natures, ['basic', 'project']) ||
    same(natures, ['personnel', 'public'])
  );
}

/** “三公”经费 and 公务用车购置及运行维护费, where whole and parts stand in sentences of their own. */
function officials({ told }: CheckInput): Relation[] {
  const bySection = new Map<number, Map<string, TextFact>>();
  for (const figure of told.values) {
    const [item = ''] = figure.items;
    if (!item.startsWith('sg') || !figure.clear) continue;
    const known = bySection.get(figure.section) ?? new Map<string, TextFact>();
    bySection.set(figure.section, known);
    if (!known.has(item)) known.set(item, figure);
  }
  return [...bySection.values()].flatMap((known) =>
    ['sg', 'sg:vehicle'].flatMap((item): Relation[] => {
      const whole = known.get(item);
      const below = childrenOf('item', item).flatMap((child) => known.get(child) ?? []);
      if (!whole || below.length < childrenOf('item', item).length) return [];
      return sums(whole, below) || slipsOff(whole, below)
        ? [{ rule: 'parts', stated: whole, terms: below.map((fact) => ({ fact, sign: 1 })), guess: true }]
        : [];
    }),
  );
}
