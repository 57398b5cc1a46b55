import type { Family, FixedRow, FormColumn, FormSpec } from '../../model/form';
import { FORMS as STANDARD } from '../shanxi-final/forms';
import { amount, natures } from '../parts';

/*
 * 上海 部门/单位决算公开, the set of 9 forms as published for 2024: the standard forms of final accounts without 行次, codes in three columns, the
 * 三公 form in pairs of 预算数 and 决算数. Source: the printed forms.
 */

const CODES: readonly FormColumn[] = [
  ...['类', '款', '项'].map((part): FormColumn => ({
    role: 'code',
    heading: ['项目', '支出功能分类科目编码', part],
    width: 6,
  })),
  { role: 'name', heading: ['项目', '科目名称'], width: 36 },
];
const TOTAL: FixedRow = { label: '合计', key: {}, role: 'total' };
const ORDER = [
  'summary',
  'income',
  'expenditure',
  'fiscal',
  'general-expenditure',
  'basic-economic',
  'three-public',
  'govfund',
  'capital',
];

/** The standard form with the columns of this family: no 行次, codes in parts, 决算数 for 金额. */
function adapted(form: FormSpec): FormSpec {
  return {
    ...form,
    numbered: false,
    blocks: form.blocks.map((block) => ({
      ...block,
      columns: block.columns.flatMap((column) => {
        if (column.role === 'ordinal') return [];
        if (column.role === 'code')
          return form.id === 'basic-economic'
            ? [
                { ...column, heading: ['科目编码', '类'], width: 6 },
                { ...column, heading: ['科目编码', '款'], width: 6 },
              ]
            : CODES;
        if (column.role === 'name' && block.columns.some(({ role }) => role === 'code'))
          return form.id === 'basic-economic' ? [column] : [];
        const last = column.heading.length - 1;
        return [
          { ...column, heading: column.heading.map((head, at) => (at === last && head === '金额' ? '决算数' : head)) },
        ];
      }),
    })),
  };
}

const PAIRS: readonly (readonly [readonly string[], string])[] = [
  [['合计'], 'sg'],
  [['因公出国（境）费'], 'sg:abroad'],
  [['公务用车购置及运行费', '小计'], 'sg:vehicle'],
  [['公务用车购置及运行费', '公务用车购置费'], 'sg:purchase'],
  [['公务用车购置及运行费', '公务用车运行费'], 'sg:running'],
  [['公务接待费'], 'sg:reception'],
];

const THREE_PUBLIC: readonly FormColumn[] = PAIRS.flatMap(([heading, item]) => [
  amount([...heading, '预算数'], { item, stage: 'budget' }, 10),
  amount([...heading, '决算数'], { item }, 10),
]);

const FLOW: readonly FormColumn[] = [
  ...CODES,
  amount(['年初结转和结余'], { vintage: 'carryover', flow: 'income' }),
  amount(['本年收入'], { vintage: 'current', flow: 'income' }),
  ...natures(['本年支出'], '小计'),
  amount(['年末结转和结余'], { stage: 'yearend' }),
];

function form(id: string): FormSpec {
  const standard = adapted(STANDARD.find((each) => each.id === id)!);
  switch (id) {
    case 'three-public':
      return { ...standard, blocks: [{ key: { flow: 'expenditure' }, columns: THREE_PUBLIC, rows: { kind: 'open' } }] };
    case 'basic-economic':
      return { ...standard, sheet: '一般公共预算财政拨款基本支出决算表', title: '一般公共预算财政拨款基本支出决算表' };
    case 'capital':
      return {
        ...standard,
        sheet: '国有资本经营预算财政拨款收入支出决算表',
        title: '国有资本经营预算财政拨款收入支出决算表',
        orientation: 'landscape',
        blocks: [{ key: { flow: 'expenditure' }, columns: FLOW, rows: { kind: 'open', total: TOTAL } }],
      };
    case 'govfund':
      return {
        ...standard,
        blocks: [{ key: { flow: 'expenditure' }, columns: FLOW, rows: { kind: 'open', total: TOTAL } }],
      };
    default:
      return standard;
  }
}

export const SHANGHAI_FINAL: Family = {
  id: 'shanghai-final',
  name: '上海 部门（单位）决算公开',
  kind: 'final',
  numberFormat: '',
  entityWord: { unit: '编制单位', department: '编制部门' },
  unitWord: '单位',
  forms: ORDER.map((id, index) => ({ ...form(id), number: index + 1 })),
};
