import type { FormColumn, FormSpec } from '../../model/form';
import { ECONOMIC_CLASSES } from '../../vocabulary/economic';
import { type FinalFormId, finalForms, fundFlow, STANDARD_FOLDS, THREE_PUBLIC_COLUMNS } from '../final';
import { amount, FUNCTION_ROWS, natures, TOTAL_ROW } from '../parts';

/*
 * 四川 部门/单位决算公开, the set of 13 (to 2021: 14) forms that the contents pages of 2017 to 2024 name, 公开01表 … The forms by
 * 经济分类 are beyond the standard set. Source: contents pages and printed forms.
 */

const FUNCTIONAL: readonly FormColumn[] = [
  { role: 'code', heading: ['项目', '科目编码'], width: 12 },
  { role: 'name', heading: ['项目', '科目名称'], width: 36 },
];
const ECONOMIC: readonly FormColumn[] = [
  { role: 'code', heading: ['科目编码'], width: 12 },
  { role: 'name', heading: ['科目名称'], width: 40 },
];

const FOLDED: readonly FormColumn[] = [
  { role: 'code', heading: ['科目编码'], width: 9 },
  { role: 'name', heading: ['科目名称'], width: 25 },
];

const STANDARD = finalForms({
  functional: FUNCTIONAL,
  economic: FOLDED,
  folds: STANDARD_FOLDS,
  ordinal: true,
  amount: '金额',
});

const SPENDING = { flow: 'expenditure' } as const;
const GENERAL = '一般公共预算财政拨款';
const GOVFUND = '政府性基金预算财政拨款';
const CAPITAL = '国有资本经营预算财政拨款';

function withFund(fund: string, columns: readonly FormColumn[]): FormColumn[] {
  return columns.map((column) => ({ ...column, key: { ...column.key, fund } }));
}

function open(
  id: string,
  title: string,
  signature: FormSpec['signature'],
  key: FormSpec['key'],
  columns: readonly FormColumn[],
  rows: FormSpec['blocks'][number]['rows'],
): Omit<FormSpec, 'number'> {
  return {
    id,
    sheet: title,
    title,
    signature,
    key,
    orientation: 'landscape',
    required: true,
    blocks: [{ key: SPENDING, columns, rows }],
  };
}

const FISCAL_ECONOMIC = open(
  'fiscal-economic',
  '财政拨款支出决算明细表',
  { all: [['财政拨款支出决算明细表']], none: ['一般公共预算', '政府性基金', '国有资本'] },
  { fund: 'fiscal' },
  [
    ...ECONOMIC,
    amount(['合计'], {}),
    ...withFund('general', natures([GENERAL], '小计')),
    ...withFund('govfund', natures([GOVFUND], '小计')),
    ...withFund('capital', natures([CAPITAL], '小计')),
  ],
  { kind: 'open', total: TOTAL_ROW, of: 'economic' },
);

const GENERAL_ECONOMIC = open(
  'general-economic',
  `${GENERAL}支出决算明细表`,
  { all: [['一般公共预算'], ['支出决算明细表']], none: ['基本支出', '项目支出'] },
  { fund: 'general' },
  [
    ...FUNCTIONAL,
    amount(['合计'], {}),
    ...ECONOMIC_CLASSES.map(({ code, name }) => amount([name], { item: `e:${code}` }, 12)),
  ],
  FUNCTION_ROWS,
);

const GENERAL_PROJECT = open(
  'general-project',
  `${GENERAL}项目支出决算表`,
  { all: [['一般公共预算'], ['项目支出'], ['决算表', '决算明细表']] },
  { fund: 'general', nature: 'project' },
  [...FUNCTIONAL, amount(['项目支出'], {}, 28)],
  FUNCTION_ROWS,
);

const GOVFUND_THREE_PUBLIC: Omit<FormSpec, 'number'> = {
  ...open(
    'govfund-three-public',
    `${GOVFUND}“三公”经费支出决算表`,
    { all: [['三公'], ['政府性基金']] },
    { item: 'sg', fund: 'govfund' },
    THREE_PUBLIC_COLUMNS,
    { kind: 'open' },
  ),
  numbered: true,
  required: false,
  optional: true,
};

const CAPITAL_FLOW: Omit<FormSpec, 'number'> = {
  ...open(
    'capital-flow',
    `${CAPITAL}收入支出决算表`,
    { all: [['国有资本经营'], ['收入支出决算表']] },
    { fund: 'capital' },
    fundFlow(FUNCTIONAL),
    FUNCTION_ROWS,
  ),
  required: false,
};

function standard(id: FinalFormId, own: Partial<FormSpec> = {}): Omit<FormSpec, 'number'> {
  return { ...STANDARD[id], ...own };
}

/** Titles of the same form in lists of other years. */
const ORDER: readonly Omit<FormSpec, 'number'>[] = [
  standard('summary'),
  standard('income'),
  standard('expenditure'),
  standard('fiscal'),
  FISCAL_ECONOMIC,
  standard('general-expenditure', {
    signature: { all: [['一般公共预算'], ['支出决算表']], none: ['基本支出', '三公', '收入支出', '项目支出', '明细'] },
  }),
  GENERAL_ECONOMIC,
  standard('basic-economic', {
    sheet: `${GENERAL}基本支出决算表`,
    title: `${GENERAL}基本支出决算表`,
    aliases: [`${GENERAL}基本支出决算明细表`],
  }),
  GENERAL_PROJECT,
  standard('three-public', { aliases: [`${GENERAL}“三公”经费支出决算表`, '“三公”经费支出决算表'] }),
  standard('govfund'),
  GOVFUND_THREE_PUBLIC,
  CAPITAL_FLOW,
  standard('capital', { aliases: ['国有资本经营预算支出决算表'] }),
];

export const FORMS: readonly FormSpec[] = ORDER.map((form, index) => ({ ...form, number: index + 1 }));
