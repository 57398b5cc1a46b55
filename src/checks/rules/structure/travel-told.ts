import type { TextFact } from '../../../model/narrative';
import type { Remark } from '../../../model/relation';
import {
  COUNTS_OF_RECEPTION,
  FOREIGN_GUESTS,
  TRAVEL_ITEMS,
  type TravelItem,
} from '../../../vocabulary/narrative/travel';
import type { CheckInput } from '../../check';
import { type Rule, say } from '../../rule';

/*
 * What an explanation has to tell of “三公”经费: each of its items, 公务用车购置费 apart from 运行维护费, and for final accounts
 * how many visits and guests a 公务接待费 was for.
 */

const BASIS =
  '《地方预决算公开操作规程》（财预〔2016〕143号）：“三公”经费按项公开，并说明团组数、购置数、保有量、接待批次和人数';

/** So many forms make a whole disclosure; of a fragment nobody can say what it leaves out. */
const WHOLE = 5;

function isWhole({ disclosure: { statements } }: CheckInput): boolean {
  return statements.length >= WHOLE;
}

/** The text speaks of the items one by one: of two of them at least, with figures. */
function isItemised({ told }: CheckInput): boolean {
  const items = new Set(told.values.flatMap(({ items: [item] }) => (item?.startsWith('sg:') ? [item] : [])));
  return items.size > 1;
}

function explanation({ passages }: CheckInput): string[] {
  return passages.flatMap(({ text, lines: [first] }) => (first!.part === 'explanation' ? [text] : []));
}

/**
 * What the tables print money of has to be told; a part of something that was spent has to be told apart, be it zero
 * or not. What there was nothing of may be left out.
 */
function isAsked({ item, kinds, isPartOf }: TravelItem, { disclosure, told }: CheckInput): boolean {
  if (!kinds.includes(disclosure.profile.kind)) return false;
  return isPartOf === undefined
    ? disclosure.facts.some(({ key, amount }) => key.item === item && !amount.value.isZero())
    : told.values.some(({ items: [own], amount }) => own === isPartOf && !amount.value.isZero());
}

/** The figures of the text that a missing item should stand beside. */
function besides({ told }: CheckInput, item = 'sg'): TextFact[] {
  const figure = told.values.find(({ items: [own] }) => own === item);
  return figure ? [figure] : told.values.filter(({ items: [own] }) => own?.startsWith('sg:')).slice(0, 1);
}

export const travelItems: Rule = {
  id: 'structure/travel-item',
  title: '“三公”经费逐项说明',
  basis: BASIS,
  dependsOn: 'shape',
  inspect: (input) => {
    if (!isWhole(input) || !isItemised(input)) return [];
    const texts = explanation(input);
    return TRAVEL_ITEMS.filter((item) => isAsked(item, input)).flatMap(({ name, words, isPartOf }): Remark[] => {
      if (texts.some((text) => words.test(text))) return [];
      const figures = besides(input, isPartOf);
      return figures.length === 0
        ? []
        : [
            say('structure/travel-item', '“三公”经费没有说明{name}（没有的也应写明为 0）', {
              severity: 'warning',
              figures,
              with: { name },
            }),
          ];
    });
  },
};

export const receptionCounts: Rule = {
  id: 'structure/reception-count',
  title: '公务接待费说明批次和人次',
  basis: BASIS,
  dependsOn: 'shape',
  inspect: (input) => {
    if (!isWhole(input) || input.disclosure.profile.kind !== 'final') return [];
    const spent = input.told.values.find(
      ({ items: [item], role, said, amount }) =>
        item === 'sg:reception' && role === 'value' && (said.year ?? '') === '' && amount.value.greaterThan(0),
    );
    if (!spent) return [];
    const clauses = explanation(input).flatMap((text) => text.split(/[，。；：]/));
    const isTold = COUNTS_OF_RECEPTION.every((words) =>
      clauses.some((clause) => words.test(clause) && !FOREIGN_GUESTS.test(clause)),
    );
    return isTold
      ? []
      : [
          say('structure/reception-count', '公务接待费支出 {amount}{unit}，没有说明国内公务接待的批次和人次', {
            severity: 'warning',
            figures: [spent],
            with: { amount: spent.amount.raw, unit: spent.unit },
          }),
        ];
  },
};
