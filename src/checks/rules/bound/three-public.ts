import type { Disclosure, Fact } from '../../../model/disclosure';
import type { Relation } from '../../../model/relation';
import { ROOT } from '../../../model/key';
import type { RuleTitle } from '../../rule';
import { economicOfThreePublic, THREE_PUBLIC_ITEMS } from '../../../vocabulary/items';

/*
 * The “三公” form counts all 财政拨款, for basic expenditure and for projects; the form of basic expenditure by economic
 * class counts a part of it. So an item of the first is at least the same item of the second: 30212, 30217, 30231, 31013.
 * Source: 编报口径 of 财政拨款“三公”经费支出决算表.
 */

export const THREE_PUBLIC: RuleTitle = {
  id: 'bound/three-public',
  title: '“三公”经费各项不小于基本支出经济分类同项',
  basis:
    '“三公”经费支出决算表为财政拨款全口径（基本支出和项目支出），同一项不小于基本支出中的 30212、30217、30231、31013',
};

/** What was spent: neither a budget beside it nor another year or institution. */
function isSpending({ key }: Fact): boolean {
  return key.stage === ROOT.stage && key.year === ROOT.year && key.entity === ROOT.entity && key.slice === ROOT.slice;
}

/** The first figure of an item that is printed in a form, among those of its own money. */
function figureIn(disclosure: Disclosure, item: string, isForm: (statement: number) => boolean): Fact | undefined {
  return disclosure.facts.find((fact) => fact.key.item === item && isSpending(fact) && isForm(fact.statement));
}

/** 三公 ≥ 经济分类同项. */
export function threePublicHolds(disclosure: Disclosure): Relation[] {
  if (disclosure.profile.kind !== 'final') return [];
  const { statements } = disclosure;
  const isOfTravel = (at: number): boolean => statements[at]!.key.item?.split(':')[0] === 'sg';
  const isOfBasic = (at: number): boolean => statements[at]!.key.nature === 'basic';
  return THREE_PUBLIC_ITEMS.flatMap((item): Relation[] => {
    const spent = figureIn(disclosure, item, isOfTravel);
    const economic = figureIn(disclosure, economicOfThreePublic(item)!, isOfBasic);
    return spent && economic?.amount.printed
      ? [{ rule: THREE_PUBLIC.id, kind: 'bound', stated: economic, terms: [{ fact: spent, sign: 1 }] }]
      : [];
  });
}
