import type { FixedRow, FormColumn, FormSpec } from '../../model/form';
import { amount, classRows, EMPTY_ROW, FINAL_CLASSES, fiscalFunds, natures, sourceRows } from '../parts';

/*
 * 山西 部门/单位决算公开, the set of 10 forms (公开01表 … 10表) as published for 2023. Source: the printed forms and the notes under them; the
 * same forms, less the last, are those of 财政部《部门决算》公开 in most provinces.
 */

const CODE: FormColumn = { role: 'code', heading: ['项目', '科目代码'], width: 12 };
const NAME: FormColumn = { role: 'name', heading: ['项目', '科目名称'], width: 36 };
const TOTAL: FixedRow = { label: '合计', key: {}, role: 'total' };

function side(head: string, width: number): FormColumn[] {
  return [
    { role: 'name', heading: [head, '项目'], width },
    { role: 'ordinal', heading: [head, '行次'], width: 6 },
  ];
}

const CARRIED = '财政拨款';

export const FORMS: readonly FormSpec[] = [
  {
    id: 'summary',
    sheet: '收入支出决算总表',
    number: 1,
    title: '收入支出决算总表',
    signature: { all: [['收入支出决算总表', '收支决算总表']], none: ['财政拨款'] },
    key: {},
    orientation: 'portrait',
    required: true,
    blocks: [
      {
        key: { flow: 'income' },
        columns: [...side('收入', 32), amount(['收入', '金额'], {})],
        rows: {
          kind: 'fixed',
          body: sourceRows(
            [
              ['一般公共预算财政拨款收入', 'general'],
              ['政府性基金预算财政拨款收入', 'govfund'],
              ['国有资本经营预算财政拨款收入', 'capital'],
              ['上级补助收入', 'own:superior'],
              ['事业收入', 'own:business'],
              ['经营收入', 'own:operating'],
              ['附属单位上缴收入', 'own:affiliated'],
              ['其他收入', 'own:other'],
            ],
            'current',
          ),
          foot: [
            { label: '本年收入合计', key: { item: 'total', vintage: 'current' }, role: 'total' },
            { label: '使用非财政拨款结余和专用结余', key: { item: 'total', vintage: 'reserve' }, role: 'item' },
            { label: '年初结转和结余', key: { item: 'total', vintage: 'carryover' }, role: 'item' },
            { label: '总计', key: { item: 'total' }, role: 'total' },
          ],
        },
      },
      {
        key: { flow: 'expenditure' },
        columns: [...side('支出', 32), amount(['支出', '金额'], {})],
        rows: {
          kind: 'fixed',
          body: classRows(FINAL_CLASSES),
          foot: [
            { label: '本年支出合计', key: { item: 'total' }, role: 'total' },
            { label: '结余分配', key: { item: 'distribution' }, role: 'item' },
            { label: '年末结转和结余', key: { item: 'yearend' }, role: 'item' },
            { label: '总计', key: { item: 'grand' }, role: 'total' },
          ],
        },
      },
    ],
  },
  {
    id: 'income',
    sheet: '收入决算表',
    number: 2,
    title: '收入决算表',
    signature: { all: [['收入决算表', '收入决算总表']], none: ['财政拨款', '政府性基金'] },
    key: {},
    orientation: 'landscape',
    required: true,
    blocks: [
      {
        key: { flow: 'income' },
        columns: [
          CODE,
          NAME,
          amount(['本年收入合计'], { vintage: 'current' }),
          amount(['财政拨款收入'], { fund: 'fiscal', vintage: 'current' }),
          amount(['上级补助收入'], { fund: 'own:superior', vintage: 'current' }),
          amount(['事业收入'], { fund: 'own:business', vintage: 'current' }),
          amount(['经营收入'], { fund: 'own:operating', vintage: 'current' }),
          amount(['附属单位上缴收入'], { fund: 'own:affiliated', vintage: 'current' }),
          amount(['其他收入'], { fund: 'own:other', vintage: 'current' }),
        ],
        rows: { kind: 'open', total: TOTAL },
      },
    ],
  },
  {
    id: 'expenditure',
    sheet: '支出决算表',
    number: 3,
    title: '支出决算表',
    signature: { all: [['支出决算表', '支出决算总表']], none: ['财政拨款', '收入支出', '三公', '政府性基金', '国有资本'] },
    key: {},
    orientation: 'landscape',
    required: true,
    blocks: [
      {
        key: { flow: 'expenditure' },
        columns: [
          CODE,
          NAME,
          amount(['本年支出合计'], {}),
          amount(['基本支出'], { nature: 'basic' }),
          amount(['项目支出'], { nature: 'project' }),
          amount(['上缴上级支出'], { nature: 'remitted' }),
          amount(['经营支出'], { nature: 'operating' }),
          amount(['对附属单位补助支出'], { nature: 'subsidy' }),
        ],
        rows: { kind: 'open', total: TOTAL },
      },
    ],
  },
  {
    id: 'fiscal',
    sheet: '财政拨款收入支出决算总表',
    number: 4,
    title: '财政拨款收入支出决算总表',
    signature: { all: [['财政拨款'], ['收入支出决算总表', '收支决算总表']], none: ['政府性基金', '国有资本'] },
    key: { fund: 'fiscal' },
    orientation: 'landscape',
    required: true,
    blocks: [
      {
        key: { flow: 'income' },
        columns: [...side('收入', 30), amount(['收入', '金额'], {})],
        rows: {
          kind: 'fixed',
          body: sourceRows(
            [
              [`一般公共预算${CARRIED}`, 'general'],
              [`政府性基金预算${CARRIED}`, 'govfund'],
              [`国有资本经营预算${CARRIED}`, 'capital'],
            ],
            'current',
          ),
          foot: [
            { label: '本年收入合计', key: { item: 'total', vintage: 'current' }, role: 'total' },
            { label: '年初财政拨款结转和结余', key: { item: 'total', vintage: 'carryover' }, role: 'item' },
            ...sourceRows(
              [
                [`一般公共预算${CARRIED}`, 'general'],
                [`政府性基金预算${CARRIED}`, 'govfund'],
                [`国有资本经营预算${CARRIED}`, 'capital'],
              ],
              'carryover',
              1,
              false,
            ),
            { label: '总计', key: { item: 'total' }, role: 'total' },
          ],
        },
      },
      {
        key: { flow: 'expenditure' },
        columns: [...side('支出', 30), ...fiscalFunds(['支出'], '合计', CARRIED)],
        rows: {
          kind: 'fixed',
          body: classRows(FINAL_CLASSES),
          foot: [
            { label: '本年支出合计', key: { item: 'total' }, role: 'total' },
            { label: '年末财政拨款结转和结余', key: { item: 'yearend' }, role: 'item' },
            EMPTY_ROW,
            EMPTY_ROW,
            EMPTY_ROW,
            { label: '总计', key: { item: 'grand' }, role: 'total' },
          ],
        },
      },
    ],
  },
  {
    id: 'general-expenditure',
    sheet: '一般公共预算财政拨款支出决算表',
    number: 5,
    title: '一般公共预算财政拨款支出决算表',
    signature: { all: [['一般公共预算'], ['支出决算表']], none: ['基本支出', '三公', '收入支出', '项目支出'] },
    key: { fund: 'general' },
    orientation: 'portrait',
    required: true,
    blocks: [{ key: { flow: 'expenditure' }, columns: [CODE, NAME, ...natures(['本年支出'], '小计')], rows: { kind: 'open', total: TOTAL } }],
  },
  {
    id: 'basic-economic',
    sheet: '一般公共预算财政拨款基本支出决算明细表',
    number: 6,
    title: '一般公共预算财政拨款基本支出决算明细表',
    signature: { all: [['基本支出'], ['决算明细表', '决算表']] },
    key: { fund: 'general', nature: 'basic' },
    orientation: 'portrait',
    required: true,
    blocks: [
      {
        key: { flow: 'expenditure' },
        columns: [
          { role: 'code', heading: ['科目代码'], width: 12 },
          { role: 'name', heading: ['科目名称'], width: 40 },
          amount(['决算数'], {}, 18),
        ],
        rows: { kind: 'open' },
      },
    ],
  },
  {
    id: 'govfund',
    sheet: '政府性基金预算财政拨款收入支出决算表',
    number: 7,
    title: '政府性基金预算财政拨款收入支出决算表',
    signature: { all: [['政府性基金'], ['决算表']], none: ['三公'] },
    key: { fund: 'govfund' },
    orientation: 'landscape',
    required: true,
    blocks: [
      {
        key: { flow: 'expenditure' },
        columns: [
          CODE,
          NAME,
          amount(['年初结转和结余'], { vintage: 'carryover', flow: 'income' }),
          amount(['本年收入'], { vintage: 'current', flow: 'income' }),
          ...natures(['本年支出'], '小计'),
          amount(['年末结转和结余'], { stage: 'yearend' }),
        ],
        rows: { kind: 'open', total: TOTAL },
      },
    ],
  },
  {
    id: 'capital',
    sheet: '国有资本经营预算财政拨款支出决算表',
    number: 8,
    title: '国有资本经营预算财政拨款支出决算表',
    signature: { all: [['国有资本经营'], ['决算表']] },
    key: { fund: 'capital' },
    orientation: 'portrait',
    required: true,
    blocks: [{ key: { flow: 'expenditure' }, columns: [CODE, NAME, ...natures(['本年支出'])], rows: { kind: 'open', total: TOTAL } }],
  },
  {
    id: 'three-public',
    sheet: '财政拨款“三公”经费支出决算表',
    number: 9,
    title: '财政拨款“三公”经费支出决算表',
    signature: { all: [['三公']] },
    key: { item: 'sg', fund: 'fiscal' },
    orientation: 'landscape',
    required: true,
    numbered: true,
    blocks: [{ key: { flow: 'expenditure' }, columns: [...threePublic('预算数', 'budget'), ...threePublic('决算数', '')], rows: { kind: 'open' } }],
  },
  {
    id: 'statistics',
    sheet: '部门决算公开相关信息统计表',
    number: 10,
    title: '部门决算公开相关信息统计表',
    signature: { all: [['相关信息统计表', '信息统计表']] },
    key: {},
    orientation: 'portrait',
    required: true,
    blocks: [
      {
        key: {},
        columns: [
          { role: 'name', heading: ['项目'], width: 50 },
          { role: 'ordinal', heading: ['行次'], width: 8 },
          amount(['统计数'], {}, 18),
        ],
        rows: { kind: 'open' },
      },
    ],
  },
];

function threePublic(head: string, stage: string): FormColumn[] {
  const own = stage === '' ? {} : { stage };
  return [
    amount([head, '合计'], { ...own }, 11),
    amount([head, '因公出国（境）费'], { ...own, item: 'sg:abroad' }, 11),
    amount([head, '公务用车购置及运行维护费', '小计'], { ...own, item: 'sg:vehicle' }, 11),
    amount([head, '公务用车购置及运行维护费', '公务用车购置费'], { ...own, item: 'sg:purchase' }, 11),
    amount([head, '公务用车购置及运行维护费', '公务用车运行维护费'], { ...own, item: 'sg:running' }, 11),
    amount([head, '公务接待费'], { ...own, item: 'sg:reception' }, 11),
  ];
}
