import type { TextFact } from '../../model/narrative';
import type { Relation } from '../../model/relation';
import { chapterOf } from '../../vocabulary/narrative/headings';
import type { CheckInput } from '../check';
import { agree, slipOf } from './space';

/*
 * The totals that an explanation tells again and again: 收支总预算, 收入总计, 支出总计 are one amount.
 */

/** What is left over is counted on either side, so the totals of both are equal. */
export function totalsBalance(input: CheckInput): Relation[] {
  return [...ofOneSentence(input), ...ofOneExplanation(input), ...ofThisYear(input)];
}

function fundOf({ said, context }: TextFact): string {
  return said.fund ?? context.fund ?? '';
}

function isWhole({ clear, said, items, kind }: TextFact): boolean {
  return (
    clear && kind === 'amount' && said.nature === undefined && said.vintage === undefined && items.includes('grand')
  );
}

/** 收入总计 A、支出总计 B in one sentence. */
function ofOneSentence({ told, disclosure }: CheckInput): Relation[] {
  const incomes = new Map<string, TextFact>();
  const keyOf = (figure: TextFact): string =>
    `${figure.sentence}|${fundOf(figure)}|${figure.said.year ?? figure.context.year ?? ''}`;
  // What a budget receives of a fund it spends; where it does not, there may be a reason.
  const isBudget = disclosure.profile.kind === 'budget';
  const totals = told.values.filter((figure) => isWhole(figure) && (isBudget || figure.items[0] === 'grand'));
  return totals.flatMap((figure): Relation[] => {
    if (figure.said.flow === 'income') incomes.set(keyOf(figure), figure);
    const income = figure.said.flow === 'expenditure' ? incomes.get(keyOf(figure)) : undefined;
    if (!income) return [];
    const isCertain = figure.items[0] === 'grand' && income.items[0] === 'grand';
    return isCertain || agree(figure, income) || slipOf(figure, income) ? [same(figure, income)] : [];
  });
}

function same(stated: TextFact, fact: TextFact): Relation {
  return { rule: 'balance', stated, terms: [{ fact, sign: 1 }], guess: true };
}

/**
 * 收支总预算 in one section, 收入预算 and 支出预算 in those behind it. Of a budget both sides hold what was carried over;
 * of a final account only what is called a total does.
 */
function ofOneExplanation({ told, disclosure }: CheckInput): Relation[] {
  const { narrative, profile } = disclosure;
  const groups = new Map<string, TextFact[]>();
  for (const figure of told.values) {
    const isTotal = figure.items[0] === 'grand' || (profile.kind === 'budget' && fundOf(figure) === '');
    if (!isWhole(figure) || !isTotal || narrative!.sections[figure.section]!.path.length === 0) continue;
    const chapter = chapterOf(narrative!.sections[figure.section]!.path);
    const key = `${chapter}|${fundOf(figure)}|${figure.said.year ?? figure.context.year ?? ''}`;
    const known = groups.get(key);
    if (known) known.push(figure);
    else groups.set(key, [figure]);
  }
  return [...groups.values()].flatMap(restated);
}

/** How often at least a value is told for another one to be the odd one out. */
const TWICE = 2;
/** So many values, those told most often, may be the one that all should be. */
const MOST_VALUES = 100;

/** The figure that agrees with most others, the earliest of several; and with how many, itself among them. */
function mostTold(figures: readonly TextFact[]): { readonly first: TextFact; readonly times: number } | undefined {
  const values = new Map<string, TextFact[]>();
  for (const figure of figures) {
    const { value, decimals, printed } = figure.amount;
    const key = `${value.toString()}|${decimals}|${figure.unit}|${printed}`;
    const known = values.get(key);
    if (known) known.push(figure);
    else values.set(key, [figure]);
  }
  // The sort is stable: of values told equally often the earlier ones are kept.
  const groups = [...values.values()].sort((a, b) => b.length - a.length);
  const told = groups.slice(0, MOST_VALUES).map((group) => ({
    first: group[0]!,
    times: groups.reduce((sum, other) => sum + (agree(other[0]!, group[0]!) ? other.length : 0), 0),
  }));
  return told.sort((a, b) => b.times - a.times || a.first.id - b.first.id)[0];
}

/**
 * All against the value told most often. Where 支出预算 may leave out what is carried over, and of two that differ, only a
 * slip is taken for one.
 */
function restated(figures: readonly TextFact[]): Relation[] {
  const most = mostTold(figures);
  if (!most) return [];
  const { first, times } = most;
  const known = (figure: TextFact): boolean =>
    [figure, first].every(({ items }) => items[0] === 'grand') && times >= TWICE;
  return figures.flatMap((figure): Relation[] => {
    if (figure === first || figure.sentence === first.sentence) return [];
    return known(figure) || agree(figure, first) || slipOf(figure, first) ? [same(figure, first)] : [];
  });
}

/** 一般公共预算当年拨款 is what 一般公共预算拨款收入 of this year is. */
function ofThisYear({ told, disclosure }: CheckInput): Relation[] {
  if (disclosure.profile.kind !== 'budget') return [];
  const incomes = new Map<string, TextFact>();
  return told.values.flatMap((figure): Relation[] => {
    const { said, clear, items } = figure;
    if (!clear || said.nature !== undefined || said.vintage !== 'current' || said.fund === undefined) return [];
    if (!items.includes('total')) return [];
    const key = `${chapterOf(disclosure.narrative!.sections[figure.section]!.path)}|${said.fund}|${said.year ?? ''}`;
    const income = incomes.get(key);
    if (said.flow === 'income' && !income) incomes.set(key, figure);
    else if (income && said.flow !== 'income' && (agree(figure, income) || slipOf(figure, income)))
      return [same(figure, income)];
    return [];
  });
}
