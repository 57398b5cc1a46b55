import type { Family, FormSpec } from '../../src/model/form';

/*
 * A family of two forms: one with fixed rows in two blocks, one with the rows of the document.
 */

const BALANCE: FormSpec = {
  id: 'balance',
  sheet: '收支总表',
  number: 1,
  title: '{year}年收支总表',
  signature: { all: [['收支总表']] },
  key: {},
  orientation: 'portrait',
  required: true,
  blocks: [
    {
      key: { flow: 'income' },
      columns: [
        { role: 'name', heading: ['收入', '项目'], width: 24 },
        { role: 'amount', heading: ['收入', '{year}年'], key: {}, width: 14 },
      ],
      rows: {
        kind: 'fixed',
        body: [
          { label: '一、一般公共预算', key: { item: 'total', fund: 'general', vintage: 'current' }, role: 'item' },
          { label: '二、单位资金', key: { item: 'total', fund: 'own', vintage: 'current' }, role: 'item' },
        ],
        foot: [
          { label: '本年收入合计', key: { item: 'total', vintage: 'current' }, role: 'total' },
          { label: '上年结转', key: { item: 'total', vintage: 'carryover' }, role: 'item' },
          {
            label: '一、一般公共预算',
            key: { item: 'total', fund: 'general', vintage: 'carryover' },
            role: 'item',
            indent: 1,
          },
          { label: '收入总计', key: { item: 'total' }, role: 'total' },
        ],
      },
    },
    {
      key: { flow: 'expenditure' },
      columns: [
        { role: 'name', heading: ['支出', '项目'], width: 30 },
        { role: 'amount', heading: ['支出', '{year}年合计'], key: {}, width: 14 },
        { role: 'amount', heading: ['支出', '当年预算安排'], key: { vintage: 'current' }, width: 14 },
      ],
      rows: {
        kind: 'fixed',
        body: [
          { label: '一、一般公共服务支出', key: { item: '201' }, role: 'item' },
          { label: '二、教育支出', key: { item: '205' }, role: 'item' },
          { label: '三、卫生健康支出', key: { item: '210' }, role: 'item' },
        ],
        foot: [
          { label: '本年支出合计', key: { item: 'total' }, role: 'total' },
          { label: '支出总计', key: { item: 'grand' }, role: 'total' },
        ],
      },
    },
  ],
};

const EXPENDITURE: FormSpec = {
  id: 'expenditure',
  sheet: '支出总表',
  number: 2,
  title: '{year}年支出总表',
  signature: { all: [['支出总表']] },
  key: {},
  orientation: 'landscape',
  required: true,
  numbered: true,
  blocks: [
    {
      key: { flow: 'expenditure' },
      columns: [
        { role: 'code', heading: ['项目', '科目编码'], width: 12 },
        { role: 'name', heading: ['项目', '科目名称'], width: 36 },
        { role: 'amount', heading: ['合计'], key: { nature: 'all' }, width: 14 },
        { role: 'amount', heading: ['其中', '基本支出'], key: { nature: 'basic' }, width: 14 },
        { role: 'amount', heading: ['其中', '项目支出'], key: { nature: 'project' }, width: 14 },
      ],
      rows: { kind: 'open', total: { label: '合计', key: {}, role: 'total' } },
    },
  ],
};

export const FAMILY: Family = {
  id: 'test',
  name: '样例',
  kind: 'budget',
  numberFormat: '预算公开表{N}',
  entityWord: { unit: '单位名称', department: '部门名称' },
  unitWord: '单位',
  forms: [BALANCE, EXPENDITURE],
};
