import type { TextFact } from '../../model/narrative';
import type { Relation } from '../../model/relation';
import type { CheckInput } from '../check';

/** 收入总计 A、支出总计 B in one sentence: what is left over is counted on either side, so they are equal. */
export function totalsBalance({ told }: CheckInput): Relation[] {
  const incomes = new Map<string, TextFact>();
  const keyOf = ({ sentence, said, context }: TextFact): string =>
    `${sentence}|${said.fund ?? context.fund ?? ''}|${said.year ?? context.year ?? ''}`;
  const isTotal = ({ items, clear, said }: TextFact): boolean =>
    clear && items[0] === 'grand' && said.nature === undefined && said.vintage === undefined;
  return told.values.filter(isTotal).flatMap((figure): Relation[] => {
    if (figure.said.flow === 'income') incomes.set(keyOf(figure), figure);
    const income = figure.said.flow === 'expenditure' ? incomes.get(keyOf(figure)) : undefined;
    return income ? [{ rule: 'balance', stated: figure, terms: [{ fact: income, sign: 1 }], guess: true }] : [];
  });
}
