import type { Family, FormColumn, FormRows, FormSpec } from '../../model/form';
import {
  type FinalFormId,
  finalForms,
  fundFlow,
  PERSONNEL_CLASSES,
  PERSONNEL_TOTAL,
  PUBLIC_CLASSES,
  PUBLIC_TOTAL,
  THREE_PUBLIC,
} from '../final';
import { amount, FUNCTION_ROWS, natures, spending } from '../parts';
import { codeParts } from './codes';

/*
 * 上海 部门/单位决算公开, the set of 9 forms as published for 2024: the standard forms of final accounts without 行次, codes in
 * three columns, the 三公 form in pairs of 预算数 and 决算数. Source: the printed forms.
 */

const FUNCTIONAL: readonly FormColumn[] = [
  ...codeParts(['类', '款', '项'], ['项目', '支出功能分类科目编码']),
  { role: 'name', heading: ['项目', '科目名称'], width: 36 },
];

const STANDARD = finalForms({
  functional: FUNCTIONAL,
  economic: [...codeParts(['类', '款'], ['科目编码']), { role: 'name', heading: ['科目名称'], width: 28 }],
  folds: {
    groups: [
      { head: '经济分类', strips: [PERSONNEL_CLASSES], total: PERSONNEL_TOTAL },
      { head: '经济分类', strips: [PUBLIC_CLASSES], total: PUBLIC_TOTAL },
    ],
  },
  ordinal: false,
  amount: '决算数',
});

/** Here 运行维护费 is printed 运行费. */
function shorter(head: string): string {
  return head.replace('运行维护费', '运行费');
}

const PAIRS: readonly FormColumn[] = THREE_PUBLIC.flatMap(([heading, item]) => [
  amount(['财政拨款“三公”经费', ...heading.map(shorter), '预算数'], { item, stage: 'budget' }, 10),
  amount(['财政拨款“三公”经费', ...heading.map(shorter), '决算数'], { item }, 10),
]);

const CAPITAL = '国有资本经营预算财政拨款收入支出决算表';
const BASIC = '一般公共预算财政拨款基本支出决算表';

const GENERAL: FormRows = { ...FUNCTION_ROWS, totalLast: true };

/** What differs from the standard forms. */
const OWN: Partial<Record<FinalFormId, Partial<FormSpec>>> = {
  'three-public': { blocks: spending(PAIRS, { kind: 'open' }) },
  'general-expenditure': { blocks: spending([...FUNCTIONAL, ...natures([])], GENERAL) },
  'basic-economic': { sheet: BASIC, title: BASIC },
  capital: { sheet: CAPITAL, title: CAPITAL, orientation: 'landscape', blocks: spending(fundFlow(FUNCTIONAL)) },
};

const ORDER: readonly FinalFormId[] = [
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

export const SHANGHAI_FINAL: Family = {
  id: 'shanghai-final',
  name: '上海 部门（单位）决算公开',
  kind: 'final',
  numberFormat: '',
  entityWord: { unit: '编制单位', department: '编制部门' },
  unitWord: '单位',
  places: ['上海'],
  forms: ORDER.map((id, index) => ({ ...STANDARD[id], ...OWN[id], number: index + 1 })),
};
