import type { PartialKey } from '../model/key';
import type { Relation } from '../model/relation';
import type { Check, CheckInput } from './check';
import { acrossForms } from './same-figure';
import { forEachBlock, isPrinted, UNREAD } from './tables';
import { accountsClose } from './text/account';
import { totalsBalance } from './text/totals';

/** Law 3: 收入总计 = 支出总计, for the whole and for each fund and year's money on both sides. */
export const balance: Check = {
  id: 'balance',
  title: '收支平衡',
  basis: '部门（单位）预算收支平衡：收入总计等于支出总计，各项资金来源等于其安排的支出',
  relate: (input) => [
    ...acrossForms(input, 'balance'),
    ...withinRows(input),
    ...totalsBalance(input),
    ...accountsClose(input),
  ],
};

/** 年初结转和结余 + 本年收入 = 本年支出 + 年末结转和结余 in every row of a form that prints all four. */
function withinRows({ disclosure }: CheckInput): Relation[] {
  const relations: Relation[] = [];
  forEachBlock(disclosure, ({ columns, rows }, fact) => {
    const find = (wanted: PartialKey): number =>
      columns.findIndex(
        ({ role, key }) =>
          role === 'amount' &&
          key.flow !== 'expenditure' &&
          key.vintage === wanted.vintage &&
          key.stage === wanted.stage &&
          key.nature === undefined,
      );
    // The rarest first: few forms print all four.
    const left = find({ stage: 'yearend' });
    if (left < 0) return;
    const [brought, received] = [find({ vintage: 'carryover' }), find({ vintage: 'current' })];
    const spent = columns.findIndex(
      ({ role, parts, key }) =>
        role === 'amount' &&
        key.flow !== 'income' &&
        key.stage === undefined &&
        (parts.length > 0 || (key.nature === undefined && key.vintage === undefined)),
    );
    if (brought < 0 || received < 0 || spent < 0) return;
    rows.forEach((_, row) => {
      const stated = fact(row, spent);
      const terms = (
        [
          [brought, 1],
          [received, 1],
          [left, -1],
        ] as const
      ).flatMap(([column, sign]) => {
        const figure = fact(row, column);
        return figure && figure !== UNREAD ? [{ fact: figure, sign }] : [];
      });
      if (
        stated &&
        stated !== UNREAD &&
        terms.length === 3 &&
        [stated, ...terms.map((term) => term.fact)].some(isPrinted)
      )
        relations.push({ rule: 'balance', stated, terms });
    });
  });
  return relations;
}
