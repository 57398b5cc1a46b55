import type { FormColumn, FormSpec } from '../../model/form';
import { amount, EMPTY_ROW, fiscalFunds, FUNCTION_ROWS, natures, threeFunds, TOTAL_ROW } from '../parts';
import { CLASS_ROWS, fiscalFundRows, OTHER_FUND_ROWS, THREE_PUBLIC_ROWS } from './rows';

/*
 * 山西 部门/单位预算公开, the set of 13 forms (预算公开表1 … 13) as published for 2023 and 2024. Source: the printed forms and the
 * notes under them; 不含上年结转 in a title is what limits a form to this year's money.
 */

const CODE: FormColumn = { role: 'code', heading: ['项目', '科目编码'], width: 12 };
const NAME: FormColumn = { role: 'name', heading: ['项目', '科目名称'], width: 36 };

export const FORMS: readonly FormSpec[] = [
  {
    id: 'summary',
    sheet: '预算收支总表',
    number: 1,
    title: '{year}年预算收支总表',
    signature: { all: [['收支总表', '收支预算总表', '收支预算表']], none: ['财政拨款', '国有资本', '政府性基金'] },
    key: {},
    orientation: 'portrait',
    required: true,
    blocks: [
      {
        key: { flow: 'income' },
        columns: [{ role: 'name', heading: ['收入', '项目'], width: 26 }, amount(['收入', '{year}年'], {})],
        rows: {
          kind: 'fixed',
          body: [...fiscalFundRows('current'), ...OTHER_FUND_ROWS],
          foot: [
            { label: '本年收入合计', key: { item: 'total', vintage: 'current' }, role: 'total' },
            { label: '上年结转', key: { item: 'total', vintage: 'carryover' }, role: 'item' },
            { label: '收入总计', key: { item: 'total' }, role: 'total' },
          ],
        },
      },
      {
        key: { flow: 'expenditure' },
        columns: [
          { role: 'name', heading: ['支出', '项目'], width: 32 },
          amount(['支出', '{year}年合计'], {}),
          amount(['支出', '当年预算安排'], { vintage: 'current' }),
          amount(['支出', '上年结转安排'], { vintage: 'carryover' }),
        ],
        rows: {
          kind: 'fixed',
          body: CLASS_ROWS,
          foot: [
            { label: '本年支出合计', key: { item: 'total' }, role: 'total' },
            { label: '年终结转', key: { item: 'yearend' }, role: 'item' },
            { label: '支出总计', key: { item: 'grand' }, role: 'total' },
          ],
        },
      },
    ],
  },
  {
    id: 'income',
    sheet: '预算收入总表',
    number: 2,
    title: '{year}年预算收入总表',
    signature: { all: [['收入总表', '收入预算总表']] },
    key: {},
    orientation: 'landscape',
    required: true,
    blocks: [
      {
        key: { flow: 'income' },
        columns: [
          CODE,
          NAME,
          amount(['本年收入', '合计'], { vintage: 'current' }),
          amount(['本年收入', '一般公共预算'], { fund: 'general', vintage: 'current' }),
          amount(['本年收入', '政府性基金'], { fund: 'govfund', vintage: 'current' }),
          amount(['本年收入', '国有资本经营预算'], { fund: 'capital', vintage: 'current' }),
          amount(['本年收入', '财政专户管理资金'], { fund: 'special', vintage: 'current' }),
          amount(['本年收入', '单位资金'], { fund: 'own', vintage: 'current' }),
          amount(['上年结转'], { vintage: 'carryover' }),
        ],
        rows: FUNCTION_ROWS,
      },
    ],
  },
  {
    id: 'expenditure',
    sheet: '预算支出总表',
    number: 3,
    title: '{year}年预算支出总表',
    signature: { all: [['支出总表', '支出预算总表']], none: ['收入支出'] },
    key: {},
    orientation: 'portrait',
    required: true,
    blocks: [
      { key: { flow: 'expenditure' }, columns: [CODE, NAME, ...natures(['{year}年预算数'])], rows: FUNCTION_ROWS },
    ],
  },
  {
    id: 'fiscal',
    sheet: '财政拨款收支总表',
    number: 4,
    title: '{year}年财政拨款收支总表',
    signature: { all: [['财政拨款'], ['收支总表', '收支预算总表', '收支预算表']] },
    key: { fund: 'fiscal' },
    orientation: 'portrait',
    required: true,
    blocks: [
      {
        key: { flow: 'income' },
        columns: [{ role: 'name', heading: ['收入', '项目'], width: 26 }, amount(['收入', '金额'], {})],
        rows: {
          kind: 'fixed',
          body: fiscalFundRows('current'),
          foot: [
            { label: '本年收入合计', key: { item: 'total', vintage: 'current' }, role: 'total' },
            { label: '上年财政拨款结转', key: { item: 'total', vintage: 'carryover' }, role: 'item' },
            ...fiscalFundRows('carryover', 1),
            { label: '收入总计', key: { item: 'total' }, role: 'total' },
          ],
        },
      },
      {
        key: { flow: 'expenditure' },
        columns: [{ role: 'name', heading: ['支出', '项目'], width: 32 }, ...fiscalFunds(['支出', '金额'], '小计')],
        rows: {
          kind: 'fixed',
          body: CLASS_ROWS,
          foot: [
            { label: '本年支出合计', key: { item: 'total' }, role: 'total' },
            { label: '年终结转', key: { item: 'yearend' }, role: 'item' },
            EMPTY_ROW,
            EMPTY_ROW,
            EMPTY_ROW,
            { label: '支出总计', key: { item: 'grand' }, role: 'total' },
          ],
        },
      },
    ],
  },
  {
    id: 'general-expenditure',
    sheet: '一般公共预算支出预算表（不含上年结转）',
    number: 5,
    title: '{year}年一般公共预算支出预算表（不含上年结转）',
    signature: { all: [['一般公共预算'], ['支出']], none: ['基本支出', '经济', '三公', '收支', '机关运行', '项目支出'] },
    key: { fund: 'general', vintage: 'current' },
    orientation: 'portrait',
    required: true,
    blocks: [
      { key: { flow: 'expenditure' }, columns: [CODE, NAME, ...natures(['{year}年预算数'])], rows: FUNCTION_ROWS },
    ],
  },
  {
    id: 'basic-economic',
    sheet: '一般公共预算安排基本支出分经济科目表（不含上年结转）',
    number: 6,
    title: '{year}年一般公共预算安排基本支出分经济科目表（不含上年结转）',
    signature: { all: [['基本支出'], ['经济科目', '经济分类', '明细']] },
    key: { fund: 'general', vintage: 'current', nature: 'basic' },
    orientation: 'portrait',
    required: true,
    blocks: [
      {
        key: { flow: 'expenditure' },
        columns: [
          { role: 'name', heading: ['部门预算支出经济科目名称'], width: 32 },
          { role: 'category', heading: ['政府预算支出经济科目名称'], width: 28 },
          amount(['{year}年预算数', '合计'], {}),
          amount(['{year}年预算数', '人员经费'], { nature: 'personnel' }),
          amount(['{year}年预算数', '公用经费'], { nature: 'public' }),
        ],
        rows: { kind: 'open', total: TOTAL_ROW, of: 'economic' },
      },
    ],
  },
  {
    id: 'govfund-income',
    sheet: '政府性基金预算收入表',
    number: 7,
    title: '{year}年政府性基金预算收入表（不含上年结转）',
    signature: { all: [['政府性基金'], ['收入']], none: ['收入支出', '支出预算表', '收支'] },
    key: { fund: 'govfund', vintage: 'current' },
    orientation: 'portrait',
    required: true,
    blocks: [
      {
        key: { flow: 'income' },
        columns: [
          { role: 'code', heading: ['项目', '收入科目编码'], width: 14 },
          { role: 'name', heading: ['项目', '科目名称'], width: 40 },
          amount(['政府性基金收入预算'], {}, 20),
        ],
        rows: FUNCTION_ROWS,
      },
    ],
  },
  {
    id: 'govfund-expenditure',
    sheet: '政府性基金预算支出表',
    number: 8,
    title: '{year}年政府性基金预算支出表（不含上年结转）',
    signature: { all: [['政府性基金'], ['支出']], none: ['收支'] },
    key: { fund: 'govfund', vintage: 'current' },
    orientation: 'portrait',
    required: true,
    blocks: [
      {
        key: { flow: 'expenditure' },
        columns: [
          { role: 'code', heading: ['科目编码'], width: 12 },
          { role: 'name', heading: ['科目名称'], width: 36 },
          ...natures([]),
        ],
        rows: FUNCTION_ROWS,
      },
    ],
  },
  {
    id: 'capital',
    sheet: '国有资本经营预算收支预算表',
    number: 9,
    title: '{year}年国有资本经营预算收支预算表（不含上年结转）',
    signature: { all: [['国有资本经营']], none: ['财政拨款收支'] },
    key: { fund: 'capital', vintage: 'current' },
    orientation: 'landscape',
    required: true,
    blocks: [
      {
        key: { flow: 'income' },
        columns: [
          { role: 'code', heading: ['国有资本经营预算收入', '项目', '收入科目编码'], width: 13 },
          { role: 'name', heading: ['国有资本经营预算收入', '项目', '科目名称'], width: 28 },
          amount(['国有资本经营预算收入', '国有资本经营收入预算'], {}),
        ],
        rows: FUNCTION_ROWS,
      },
      {
        key: { flow: 'expenditure' },
        columns: [
          { role: 'code', heading: ['国有资本经营预算支出', '科目编码'], width: 12 },
          { role: 'name', heading: ['国有资本经营预算支出', '科目名称'], width: 28 },
          ...natures(['国有资本经营预算支出']),
        ],
        rows: FUNCTION_ROWS,
      },
    ],
  },
  {
    id: 'three-public',
    sheet: '“三公”经费支出预算表',
    number: 10,
    title: '{year}年财政拨款安排“三公”经费支出预算表',
    aliases: ['{year}年一般公共预算“三公”经费支出预算表'],
    signature: { all: [['三公']] },
    key: { item: 'sg', fund: 'fiscal' },
    orientation: 'portrait',
    required: true,
    blocks: [
      {
        key: { flow: 'expenditure' },
        columns: [{ role: 'name', heading: ['项目'], width: 30 }, ...fiscalFunds(['{year}年预算数'], '合计')],
        rows: { kind: 'fixed', body: THREE_PUBLIC_ROWS, foot: [{ label: '合计', key: { item: 'sg' }, role: 'total' }] },
      },
    ],
  },
  {
    id: 'operating',
    sheet: '机关运行经费预算财政拨款情况统计表',
    number: 11,
    title: '{year}年机关运行经费预算财政拨款情况统计表',
    aliases: ['{year}年财政拨款安排机关运行经费预算表'],
    signature: { all: [['机关运行经费']], none: ['三公'] },
    key: { item: 'op', fund: 'fiscal' },
    orientation: 'portrait',
    required: true,
    blocks: [
      {
        key: { flow: 'expenditure' },
        columns: [{ role: 'name', heading: ['单位名称'], width: 36 }, ...fiscalFunds(['{year}年预算数'], '合计')],
        rows: { kind: 'open', total: { label: '部门合计', key: {}, role: 'total' } },
      },
    ],
  },
  {
    id: 'projects',
    sheet: '项目支出预算表（本年预算）',
    number: 12,
    title: '{year}年项目支出预算表（本年预算）',
    signature: { all: [['项目支出']], none: ['上年结转', '绩效', '基本支出', '说明'] },
    key: { nature: 'project', vintage: 'current' },
    orientation: 'landscape',
    required: true,
    numbered: true,
    blocks: [
      {
        key: { flow: 'expenditure' },
        columns: [
          { role: 'name', heading: ['项目名称'], width: 48 },
          amount(['合计'], {}),
          ...threeFunds(['{year}年财政拨款']),
          amount(['财政专户管理资金'], { fund: 'special' }),
          amount(['单位资金'], { fund: 'own' }),
        ],
        rows: { kind: 'open' },
      },
    ],
  },
  {
    id: 'projects-carryover',
    sheet: '项目支出预算表（上年结转）',
    number: 13,
    title: '{year}年项目支出预算表（上年结转）',
    signature: { all: [['项目支出'], ['上年结转']], none: ['绩效', '基本支出', '说明', '不含上年结转'] },
    key: { nature: 'project', vintage: 'carryover', fund: 'fiscal' },
    orientation: 'landscape',
    required: true,
    numbered: true,
    blocks: [
      {
        key: { flow: 'expenditure' },
        columns: [{ role: 'name', heading: ['项目名称'], width: 48 }, amount(['合计'], {}), ...threeFunds(['{year}年财政拨款'])],
        rows: { kind: 'open' },
      },
    ],
  },
];
