import type { FixedRow, FormSpec } from '../../model/form';
import { finalForms, STANDARD_FOLDS } from '../final';
import { amount } from '../parts';

/*
 * 山西 部门/单位决算公开, the set of 10 forms (公开01表 … 10表) as published for 2023. Source: the printed forms and the notes under
 * them; the same forms, less the last, are those of 财政部《部门决算》公开 in most provinces.
 */

const STANDARD = finalForms({
  functional: [
    { role: 'code', heading: ['项目', '科目代码'], width: 12 },
    { role: 'name', heading: ['项目', '科目名称'], width: 36 },
  ],
  economic: [
    { role: 'code', heading: ['科目代码'], width: 9 },
    { role: 'name', heading: ['科目名称'], width: 25 },
  ],
  folds: STANDARD_FOLDS,
  ordinal: true,
  amount: '金额',
});

const PURCHASES = '一、政府采购情况';

function lines(labels: readonly string[]): FixedRow[] {
  return labels.map((label) => ({ label, key: {}, role: 'item' }));
}

/** Rows of numbers of things: label and item. */
function counts(rows: readonly (readonly [string, string])[], indent = 0): FixedRow[] {
  return rows.map(([label, item]) => ({ label, key: { item }, role: 'item', indent, count: true }));
}

function section(label: string): FixedRow {
  return { label, key: {}, role: 'item', section: true };
}

const STATISTICS_ROWS: readonly FixedRow[] = [
  { label: '合计', key: { item: 'pr' }, role: 'total' },
  { label: '货物', key: { item: 'pr:goods' }, role: 'item' },
  { label: '工程', key: { item: 'pr:works' }, role: 'item' },
  { label: '服务', key: { item: 'pr:services' }, role: 'item' },
  section('二、机关运行经费'),
  ...lines(['（一）行政单位', '（二）参照公务员法管理事业单位']),
  section('三、国有资产占用情况'),
  ...counts([['（一）车辆数合计（辆）', 'veh']]),
  ...counts(
    [
      ['1.副部（省）级及以上领导用车', 'veh:senior'],
      ['2.主要负责人用车', 'veh:head'],
      ['3.机要通信用车', 'veh:confidential'],
      ['4.应急保障用车', 'veh:emergency'],
      ['5.执法执勤用车', 'veh:enforcement'],
      ['6.特种专业技术用车', 'veh:special'],
      ['7.离退休干部服务用车', 'veh:retired'],
      ['8.其他用车', 'veh:other'],
    ],
    1,
  ),
  ...counts([['（二）单价100万元（含）以上设备（不含车辆）', 'equipment']]),
];

const STATISTICS: FormSpec = {
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
        { role: 'name', heading: [PURCHASES, '项目'], width: 50 },
        { role: 'ordinal', heading: [PURCHASES, '行次'], width: 8 },
        amount([PURCHASES, '统计数'], {}, 18),
      ],
      rows: { kind: 'fixed', body: STATISTICS_ROWS, foot: [] },
    },
  ],
};

export const FORMS: readonly FormSpec[] = [...Object.values(STANDARD), STATISTICS];
