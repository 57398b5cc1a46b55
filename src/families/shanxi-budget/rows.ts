import type { FixedRow } from '../../model/form';
import { classRows, sourceRows } from '../parts';

/** The classes (类) in the order of the official form: 一、一般公共服务支出 … 三十、抗疫特别国债安排的支出. */
export const CLASS_ROWS: readonly FixedRow[] = classRows();

/** 一、一般公共预算 二、政府性基金预算 三、国有资本经营预算, of this year or carried over. */
export function fiscalFundRows(vintage: 'current' | 'carryover', indent = 0): FixedRow[] {
  return sourceRows(
    [
      ['一般公共预算', 'general'],
      ['政府性基金预算', 'govfund'],
      ['国有资本经营预算', 'capital'],
    ],
    vintage,
    indent,
  );
}

export const OTHER_FUND_ROWS: readonly FixedRow[] = [
  { label: '四、财政专户管理资金', key: { item: 'total', fund: 'special', vintage: 'current' }, role: 'item' },
  { label: '五、单位资金', key: { item: 'total', fund: 'own', vintage: 'current' }, role: 'item' },
];

export const THREE_PUBLIC_ROWS: readonly FixedRow[] = [
  { label: '因公出国（境）费', key: { item: 'sg:abroad' }, role: 'item' },
  { label: '公务接待费', key: { item: 'sg:reception' }, role: 'item' },
  { label: '公务用车购置及运行费', key: { item: 'sg:vehicle' }, role: 'item' },
  { label: '①公务用车购置费', key: { item: 'sg:purchase' }, role: 'item', indent: 1 },
  { label: '②公务用车运行维护费', key: { item: 'sg:running' }, role: 'item', indent: 1 },
];
