import type { BlockSpec, ColumnSpec, RowSpec, StatementSpec } from './build';

/*
 * Statements of the test family as a document would print them.
 */

const INCOME_COLUMNS: readonly ColumnSpec[] = [
  { role: 'name', path: ['收入', '项目'] },
  { role: 'amount', path: ['收入', '2023年'] },
];

const EXPENDITURE_COLUMNS: readonly ColumnSpec[] = [
  { role: 'name', path: ['支出', '项目'] },
  { role: 'amount', path: ['支出', '2023年合计'] },
  { role: 'amount', path: ['支出', '当年预算安排'], key: { vintage: 'current' } },
];

export const INCOME_ROWS: readonly RowSpec[] = [
  { label: '一、一般公共预算', key: { item: 'total', fund: 'general', vintage: 'current' }, cells: ['70.00'] },
  { label: '二、单位资金', key: { item: 'total', fund: 'own', vintage: 'current' }, cells: ['20.00'] },
  { label: '', role: 'blank', cells: [''] },
  { label: '本年收入合计', role: 'total', key: { item: 'total', vintage: 'current' }, cells: ['90.00'] },
  { label: '上年结转', key: { item: 'total', vintage: 'carryover' }, cells: ['10.00'] },
  { label: '一、一般公共预算', key: { item: 'total', fund: 'general', vintage: 'carryover' }, cells: ['10.00'] },
  { label: '收入总计', role: 'total', key: { item: 'total' }, cells: ['100.00'] },
];

export const EXPENDITURE_ROWS: readonly RowSpec[] = [
  { label: '一、一般公共服务支出', key: { item: '201' }, cells: ['40.00', '30.00'] },
  { label: '二、教育支出', key: { item: '205' }, cells: ['—', ''] },
  { label: '三、卫生健康支出', key: { item: '210' }, cells: ['60.00', '60.00'] },
  { label: '', role: 'blank', cells: ['', ''] },
  { label: '本年支出合计', role: 'total', key: { item: 'total' }, cells: ['100.00', '90.00'] },
  { label: '支出总计', role: 'total', key: { item: 'grand' }, cells: ['100.00', '0.00'] },
];

/** The balance form; rows may be replaced. */
export function balance(
  income: readonly RowSpec[] = INCOME_ROWS,
  expenditure: readonly RowSpec[] = EXPENDITURE_ROWS,
): StatementSpec {
  const blocks: readonly BlockSpec[] = [
    { key: { flow: 'income' }, columns: INCOME_COLUMNS, rows: income },
    { key: { flow: 'expenditure' }, columns: EXPENDITURE_COLUMNS, rows: expenditure },
  ];
  return { id: 'balance', title: '2023年收支总表', blocks };
}

export const OPEN_COLUMNS: readonly ColumnSpec[] = [
  { role: 'code', path: ['项目', '科目编码'] },
  { role: 'name', path: ['项目', '科目名称'] },
  { role: 'amount', path: ['合计'], key: { nature: 'all' } },
  { role: 'amount', path: ['其中', '基本支出'], key: { nature: 'basic' } },
  { role: 'amount', path: ['其中', '项目支出'], key: { nature: 'project' } },
];

export const OPEN_ROWS: readonly RowSpec[] = [
  { label: '卫生健康支出', code: '210', key: { item: '210' }, depth: 1, cells: ['60.00', '50.00', '10.00'] },
  { label: '公共卫生', code: '21004', key: { item: '21004' }, depth: 2, cells: ['60.00', '50.00', '10.00'] },
  { label: '妇幼保健机构', code: '2100403', key: { item: '2100403' }, depth: 3, cells: ['60.00', '50.00', '10.00'] },
  { label: '合计', role: 'total', cells: ['60.00', '50.00', '10.00'] },
];

/** The open form; columns and rows may be replaced. */
export function expenditure(
  columns: readonly ColumnSpec[] = OPEN_COLUMNS,
  rows: readonly RowSpec[] = OPEN_ROWS,
): StatementSpec {
  return { id: 'expenditure', title: '2023年支出总表', blocks: [{ key: { flow: 'expenditure' }, columns, rows }] };
}
