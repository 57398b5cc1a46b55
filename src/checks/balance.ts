import type { Check } from './check';
import { acrossForms } from './same-figure';

/** Law 3: 收入总计 = 支出总计, for the whole and for each fund and year's money on both sides. */
export const balance: Check = {
  id: 'balance',
  title: '收支平衡',
  basis: '部门（单位）预算收支平衡：收入总计等于支出总计，各项资金来源等于其安排的支出',
  relate: (input) => acrossForms(input, 'balance'),
};
