import type { Family, FixedRow, FormColumn, FormRows, FormSpec } from '../../model/form';
import { amount, classRows, fiscalFunds, FUNCTION_ROWS, natures, receipts, spending, TOTAL_ROW } from '../parts';
import { codeParts } from './codes';

/*
 * 上海 部门/单位预算公开, the set of 9 forms as published for 2025: amounts in 元, codes in three columns, total rows last.
 * Source: the printed forms.
 */

const FUNCTIONAL: readonly FormColumn[] = [
  ...codeParts(['类', '款', '项'], ['项目', '功能分类科目编码']),
  { role: 'name', heading: ['项目', '功能分类科目名称'], width: 36 },
];

const ROWS: FormRows = { ...FUNCTION_ROWS, totalLast: true };

function source(label: string, fund: string, indent = 0): FixedRow {
  return { label, key: { item: 'total', fund }, role: 'item', indent };
}

function whole(label: string): FixedRow {
  return { label, key: { item: 'total' }, role: 'total' };
}

/** What stands in the two sides of a 总表 before it is filled in; a document prints the classes that it spends on. */
const SOURCES: readonly FixedRow[] = [
  source('一、财政拨款收入', 'fiscal'),
  source('1.一般公共预算资金', 'general', 1),
  source('2.政府性基金', 'govfund', 1),
  source('3.国有资本经营预算', 'capital', 1),
  source('二、事业收入', 'own:business'),
  source('三、事业单位经营收入', 'own:operating'),
  source('四、其他收入', 'own:other'),
  whole('收入总计'),
];
const FISCAL_SOURCES: readonly FixedRow[] = [
  source('一、一般公共预算资金', 'general'),
  source('二、政府性基金', 'govfund'),
  source('三、国有资本经营预算', 'capital'),
  whole('收入总计'),
];
const CLASSES: readonly FixedRow[] = [...classRows(), whole('支出总计')];

function functional(
  id: string,
  number: number,
  title: string,
  signature: FormSpec['signature'],
  head: string,
  key: FormSpec['key'],
): FormSpec {
  return {
    id,
    sheet: title,
    number,
    title: `{year}年{level}${title}`,
    signature,
    key,
    orientation: 'portrait',
    required: true,
    blocks: spending([...FUNCTIONAL, ...natures([head])], ROWS),
  };
}

const FORMS: readonly FormSpec[] = [
  {
    id: 'summary',
    sheet: '财务收支预算总表',
    number: 1,
    title: '{year}年{level}财务收支预算总表',
    signature: { all: [['财务收支预算总表', '收支预算总表']], none: ['财政拨款'] },
    key: {},
    orientation: 'portrait',
    required: true,
    blocks: [
      {
        key: { flow: 'income' },
        columns: [{ role: 'name', heading: ['本年收入', '项目'], width: 28 }, amount(['本年收入', '预算数'], {}, 18)],
        rows: { kind: 'open', blank: SOURCES },
      },
      {
        key: { flow: 'expenditure' },
        columns: [{ role: 'name', heading: ['本年支出', '项目'], width: 34 }, amount(['本年支出', '预算数'], {}, 18)],
        rows: { kind: 'open', blank: CLASSES },
      },
    ],
  },
  {
    id: 'income',
    sheet: '收入预算总表',
    number: 2,
    title: '{year}年{level}收入预算总表',
    signature: { all: [['收入预算总表']] },
    key: {},
    orientation: 'landscape',
    required: true,
    blocks: receipts(
      [
        ...FUNCTIONAL,
        amount(['收入预算', '合计'], {}, 18),
        amount(['收入预算', '财政拨款收入'], { fund: 'fiscal' }, 18),
        amount(['收入预算', '事业收入'], { fund: 'own:business' }),
        amount(['收入预算', '事业单位经营收入'], { fund: 'own:operating' }),
        amount(['收入预算', '其他收入'], { fund: 'own:other' }),
      ],
      ROWS,
    ),
  },
  functional('expenditure', 3, '支出预算总表', { all: [['支出预算总表']], none: ['收支'] }, '支出预算', {}),
  {
    id: 'fiscal',
    sheet: '财政拨款收支预算总表',
    number: 4,
    title: '{year}年{level}财政拨款收支预算总表',
    signature: { all: [['财政拨款'], ['收支预算总表']] },
    key: { fund: 'fiscal' },
    orientation: 'landscape',
    required: true,
    blocks: [
      {
        key: { flow: 'income' },
        columns: [
          { role: 'name', heading: ['财政拨款收入', '项目'], width: 26 },
          amount(['财政拨款收入', '预算数'], {}, 18),
        ],
        rows: { kind: 'open', blank: FISCAL_SOURCES },
      },
      {
        key: { flow: 'expenditure' },
        columns: [
          { role: 'name', heading: ['财政拨款支出', '项目'], width: 32 },
          ...fiscalFunds(['财政拨款支出'], '合计'),
        ],
        rows: { kind: 'open', blank: CLASSES },
      },
    ],
  },
  functional(
    'general-expenditure',
    5,
    '一般公共预算支出功能分类预算表',
    { all: [['一般公共预算'], ['功能分类']] },
    '一般公共预算支出',
    { fund: 'general' },
  ),
  functional(
    'govfund-expenditure',
    6,
    '政府性基金预算支出功能分类预算表',
    { all: [['政府性基金'], ['功能分类', '支出']] },
    '政府性基金预算支出',
    { fund: 'govfund' },
  ),
  functional(
    'capital',
    7,
    '国有资本经营预算支出功能分类预算表',
    { all: [['国有资本经营'], ['功能分类', '支出']] },
    '国有资本经营预算支出',
    { fund: 'capital' },
  ),
  {
    id: 'basic-economic',
    sheet: '一般公共预算基本支出部门预算经济分类预算表',
    number: 8,
    title: '{year}年{level}一般公共预算基本支出部门预算经济分类预算表',
    signature: { all: [['基本支出'], ['经济分类']] },
    key: { fund: 'general', nature: 'basic' },
    orientation: 'portrait',
    required: true,
    blocks: spending(
      [
        ...codeParts(['类', '款'], ['项目', '部门预算经济分类科目编码']),
        { role: 'name', heading: ['项目', '经济分类科目名称'], width: 36 },
        amount(['一般公共预算基本支出', '合计'], {}),
        amount(['一般公共预算基本支出', '人员经费'], { nature: 'personnel' }),
        amount(['一般公共预算基本支出', '公用经费'], { nature: 'public' }),
      ],
      { kind: 'open', total: TOTAL_ROW, totalLast: true, of: 'economic' },
    ),
  },
  {
    id: 'three-public',
    sheet: '“三公”经费和机关运行经费预算表',
    number: 9,
    title: '{year}年{level}“三公”经费和机关运行经费预算表',
    signature: { all: [['三公']] },
    key: { item: 'sg', fund: 'fiscal' },
    orientation: 'landscape',
    required: true,
    blocks: spending(
      [
        amount(['“三公”经费预算数', '合计'], { item: 'sg' }),
        amount(['“三公”经费预算数', '因公出国（境）费'], { item: 'sg:abroad' }),
        amount(['“三公”经费预算数', '公务接待费'], { item: 'sg:reception' }),
        amount(['“三公”经费预算数', '公务用车购置及运行费', '小计'], { item: 'sg:vehicle' }),
        amount(['“三公”经费预算数', '公务用车购置及运行费', '购置费'], { item: 'sg:purchase' }),
        amount(['“三公”经费预算数', '公务用车购置及运行费', '运行费'], { item: 'sg:running' }),
        amount(['机关运行经费预算数'], { item: 'op' }, 18),
      ],
      { kind: 'open' },
    ),
  },
];

export const SHANGHAI_BUDGET: Family = {
  id: 'shanghai-budget',
  name: '上海 部门（单位）预算公开',
  kind: 'budget',
  numberFormat: '',
  entityWord: { unit: '编制单位', department: '编制部门' },
  unitWord: '单位',
  unit: '元',
  places: ['上海'],
  forms: FORMS,
};
