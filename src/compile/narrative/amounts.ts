import type { PartialKey } from '../../model/key';

/*
 * The amounts that the explanation speaks of, by name: the keys that they have in the tables, the first that a table
 * prints is taken. Forms of different provinces cut the same money differently (上年结转 in a column of its own, or
 * nowhere), hence several.
 */

export interface AmountSpec {
  readonly keys: readonly PartialKey[];
  /** Where no table prints it: the sum of these amounts, each of which must be known. */
  readonly sum?: readonly string[];
  /** Where no table prints it: the sum of the items whose member begins so, in the tables that print any. */
  readonly items?: string;
  /** Where no table prints it: the sum of the classes (类) of 经济分类 of this nature, of the amount named. */
  readonly economic?: { readonly nature: 'personnel' | 'public'; readonly of: string };
  /** A row of the table that prints the amount named, known by its words alone. */
  readonly row?: { readonly beside: string; readonly label: RegExp };
  /** A number of things, not money. */
  readonly count?: true;
}

const INCOME: PartialKey = { flow: 'income', item: 'total' };
const SPENT: PartialKey = { flow: 'expenditure', item: 'total' };
const GRAND: PartialKey = { flow: 'expenditure', item: 'grand' };
const CURRENT: PartialKey = { vintage: 'current' };
const CARRIED: PartialKey = { vintage: 'carryover' };
const FISCAL: PartialKey = { fund: 'fiscal' };
const GENERAL: PartialKey = { fund: 'general' };
const GOVFUND: PartialKey = { fund: 'govfund' };
const CAPITAL: PartialKey = { fund: 'capital' };

function spec(...keys: readonly PartialKey[]): AmountSpec {
  return { keys };
}

/** An item of its own, mostly of 财政拨款; some forms do not say of which money. */
function own(item: string): AmountSpec {
  const key: PartialKey = { flow: 'expenditure', item };
  return { keys: [{ ...key, ...FISCAL }, { ...key, ...GENERAL }, key, { item }] };
}

export const AMOUNTS: Readonly<Record<string, AmountSpec>> = {
  收入总计: spec(INCOME),
  本年收入: spec({ ...INCOME, ...CURRENT }),
  上年结转: spec({ ...INCOME, ...CARRIED }),
  使用非财政拨款结余: spec({ ...INCOME, vintage: 'reserve' }),
  收入合计: spec({ ...INCOME, ...CURRENT }, INCOME),
  支出总计: spec(GRAND),
  支出合计: spec(SPENT),
  当年支出: spec({ ...SPENT, ...CURRENT }),
  结转支出: spec({ ...SPENT, ...CARRIED }),
  年末结转: spec({ flow: 'expenditure', item: 'yearend' }),
  结余分配: spec({ flow: 'expenditure', item: 'distribution' }),
  基本支出: spec({ ...SPENT, nature: 'basic' }),
  项目支出: spec({ ...SPENT, nature: 'project' }),
  事业收入: spec({ ...INCOME, ...CURRENT, fund: 'own:business' }, { ...INCOME, fund: 'own:business' }),
  经营收入: spec({ ...INCOME, ...CURRENT, fund: 'own:operating' }, { ...INCOME, fund: 'own:operating' }),
  其他收入: spec({ ...INCOME, ...CURRENT, fund: 'own:other' }, { ...INCOME, fund: 'own:other' }),
  经营支出: spec({ ...SPENT, nature: 'operating' }),

  财政拨款收入总计: spec({ ...INCOME, ...FISCAL }),
  财政拨款本年收入: {
    keys: [{ ...INCOME, ...FISCAL, ...CURRENT }],
    sum: ['一般公共预算收入', '政府性基金收入', '国有资本经营收入'],
  },
  一般公共预算收入: spec({ ...INCOME, ...GENERAL, ...CURRENT }),
  财政拨款结转: spec({ ...INCOME, ...FISCAL, ...CARRIED }),
  财政拨款支出总计: spec({ ...GRAND, ...FISCAL }),
  财政拨款支出: { keys: [{ ...SPENT, ...FISCAL }], sum: ['一般公共预算支出', '政府性基金支出', '国有资本经营支出'] },
  财政拨款年末结转: spec({ flow: 'expenditure', item: 'yearend', ...FISCAL }),

  一般公共预算支出: spec({ ...SPENT, ...GENERAL }),
  一般公共预算当年支出: spec({ ...SPENT, ...GENERAL, ...CURRENT }),
  一般公共预算基本支出: spec(
    { ...SPENT, ...GENERAL, ...CURRENT, nature: 'basic' },
    { ...SPENT, ...GENERAL, nature: 'basic' },
  ),
  一般公共预算项目支出: spec(
    { ...SPENT, ...GENERAL, ...CURRENT, nature: 'project' },
    { ...SPENT, ...GENERAL, nature: 'project' },
  ),
  人员经费: {
    keys: [
      { ...SPENT, ...GENERAL, ...CURRENT, nature: 'personnel' },
      { ...SPENT, ...GENERAL, nature: 'personnel' },
    ],
    economic: { nature: 'personnel', of: '一般公共预算基本支出' },
  },
  公用经费: {
    keys: [
      { ...SPENT, ...GENERAL, ...CURRENT, nature: 'public' },
      { ...SPENT, ...GENERAL, nature: 'public' },
    ],
    economic: { nature: 'public', of: '一般公共预算基本支出' },
  },

  政府性基金收入: spec({ ...INCOME, ...GOVFUND, ...CURRENT }),
  政府性基金支出: spec({ ...SPENT, ...GOVFUND }, { ...SPENT, ...GOVFUND, ...CURRENT }),
  政府性基金基本支出: spec(
    { ...SPENT, ...GOVFUND, nature: 'basic' },
    { ...SPENT, ...GOVFUND, ...CURRENT, nature: 'basic' },
  ),
  政府性基金项目支出: spec(
    { ...SPENT, ...GOVFUND, nature: 'project' },
    { ...SPENT, ...GOVFUND, ...CURRENT, nature: 'project' },
  ),
  国有资本经营收入: spec({ ...INCOME, ...CAPITAL, ...CURRENT }),
  国有资本经营支出: spec({ ...SPENT, ...CAPITAL }, { ...SPENT, ...CAPITAL, ...CURRENT }),

  '“三公”经费': own('sg'),
  因公出国费: own('sg:abroad'),
  公务接待费: own('sg:reception'),
  公务用车费: own('sg:vehicle'),
  公务用车购置费: own('sg:purchase'),
  公务用车运行费: own('sg:running'),
  机关运行经费: { ...own('op'), items: 'l:op' },
  政府采购: own('pr'),
  车辆: { keys: [{ item: 'veh' }], count: true },
  单价设备: { keys: [], row: { beside: '车辆', label: /设备/ }, count: true },
};
