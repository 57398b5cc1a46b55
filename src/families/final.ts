import type { FixedRow, FormColumn, FormFolds, FormSpec } from '../model/form';
import { ECONOMIC_CLASSES } from '../vocabulary/economic';
import {
  amount,
  classRows,
  economicRows,
  EMPTY_ROW,
  FINAL_CLASSES,
  fiscalFunds,
  natures,
  receipts,
  sourceRows,
  spending,
} from './parts';

/*
 * The forms of 部门/单位决算公开 that nearly every province prints, after 财政部《部门决算》: each family says how its codes stand and
 * takes the forms that it has. Source: the printed forms of several provinces, 2021 to 2024, and the notes under them.
 */

export interface FinalStyle {
  /** Code and name columns of forms by 支出功能分类. */
  readonly functional: readonly FormColumn[];
  /** Code and name columns of the form of 基本支出 by 支出经济分类, and how the form folds them. */
  readonly economic: readonly FormColumn[];
  readonly folds: FormFolds;
  /** 总表 number their lines (行次), and nearly all forms their columns (栏次). */
  readonly ordinal: boolean;
  /** Head over the amounts of 总表 that have one column of them. */
  readonly amount: string;
}

export type FinalFormId =
  | 'summary'
  | 'income'
  | 'expenditure'
  | 'fiscal'
  | 'general-expenditure'
  | 'basic-economic'
  | 'govfund'
  | 'capital'
  | 'three-public';

function classesOf(nature: 'personnel' | 'public'): string[] {
  return ECONOMIC_CLASSES.flatMap((each) => (each.nature === nature ? [each.code] : []));
}

/** Classes of 人员经费: 301, 303. */
export const PERSONNEL_CLASSES: readonly string[] = classesOf('personnel');
/** Classes of 公用经费: 302, then 307 … 399. */
export const PUBLIC_CLASSES: readonly string[] = classesOf('public');

export const PERSONNEL_TOTAL: FixedRow = { label: '人员经费合计', key: { nature: 'personnel' }, role: 'total' };
export const PUBLIC_TOTAL: FixedRow = { label: '公用经费合计', key: { nature: 'public' }, role: 'total' };

/** 人员经费 in one strip, 公用经费 in two, or in three where all 科目 are printed. */
export const STANDARD_FOLDS: FormFolds = {
  groups: [
    { head: '人员经费', strips: [PERSONNEL_CLASSES], total: PERSONNEL_TOTAL },
    { head: '公用经费', strips: [['302'], PUBLIC_CLASSES.filter((code) => code !== '302'), []], total: PUBLIC_TOTAL },
  ],
};

const SPENDING = { flow: 'expenditure' } as const;
const FISCAL_SOURCES = [
  ['一般公共预算财政拨款', 'general'],
  ['政府性基金预算财政拨款', 'govfund'],
  ['国有资本经营预算财政拨款', 'capital'],
] as const;

const SOURCES = [
  ...FISCAL_SOURCES.map(([name, fund]) => [`${name}收入`, fund] as const),
  ['上级补助收入', 'own:superior'],
  ['事业收入', 'own:business'],
  ['经营收入', 'own:operating'],
  ['附属单位上缴收入', 'own:affiliated'],
  ['其他收入', 'own:other'],
] as const;

/** The six items of “三公”经费 under a common head: 合计, 出国, 公务用车 with its two parts, 接待. */
export const THREE_PUBLIC: readonly (readonly [readonly string[], string])[] = [
  [['合计'], 'sg'],
  [['因公出国（境）费'], 'sg:abroad'],
  [['公务用车购置及运行维护费', '小计'], 'sg:vehicle'],
  [['公务用车购置及运行维护费', '公务用车购置费'], 'sg:purchase'],
  [['公务用车购置及运行维护费', '公务用车运行维护费'], 'sg:running'],
  [['公务接待费'], 'sg:reception'],
];

function threePublic(head: string, stage: string): FormColumn[] {
  return THREE_PUBLIC.map(([heading, item]) =>
    amount(
      [head, ...heading],
      { ...(item === 'sg' ? {} : { item }), ...(stage === '' ? {} : { stage }) },
      item === 'sg:abroad' ? 9 : 11,
    ),
  );
}

/** 预算数 and 决算数 of “三公”经费, one group beside the other. */
export const THREE_PUBLIC_COLUMNS: readonly FormColumn[] = [
  ...threePublic('预算数', 'budget'),
  ...threePublic('决算数', ''),
];

/** Names (and line numbers) of one side of a 总表. */
function side(head: string, width: number, ordinal: boolean): FormColumn[] {
  return [
    { role: 'name', heading: [head, '项目'], width },
    ...(ordinal ? [{ role: 'ordinal' as const, heading: [head, '行次'], width: 6 }] : []),
  ];
}

/** A fund that is carried from year to year: what was left, what came in, what was spent on what, what is left. */
export function fundFlow(labels: readonly FormColumn[]): FormColumn[] {
  return [
    ...labels,
    amount(['年初结转和结余'], { vintage: 'carryover', flow: 'income' }),
    amount(['本年收入'], { vintage: 'current', flow: 'income' }),
    ...natures(['本年支出'], '小计'),
    amount(['年末结转和结余'], { stage: 'yearend' }),
  ];
}

const INCOME_FOOT: readonly FixedRow[] = [
  { label: '本年收入合计', key: { item: 'total', vintage: 'current' }, role: 'total' },
  { label: '使用非财政拨款结余和专用结余', key: { item: 'total', vintage: 'reserve' }, role: 'item' },
  { label: '年初结转和结余', key: { item: 'total', vintage: 'carryover' }, role: 'item' },
  { label: '总计', key: { item: 'total' }, role: 'total' },
];
const SPENDING_FOOT: readonly FixedRow[] = [
  { label: '本年支出合计', key: { item: 'total' }, role: 'total' },
  { label: '结余分配', key: { item: 'distribution' }, role: 'item' },
  { label: '年末结转和结余', key: { item: 'yearend' }, role: 'item' },
  { label: '总计', key: { item: 'grand' }, role: 'total' },
];
const FISCAL_INCOME_FOOT: readonly FixedRow[] = [
  { label: '本年收入合计', key: { item: 'total', vintage: 'current' }, role: 'total' },
  { label: '年初财政拨款结转和结余', key: { item: 'total', vintage: 'carryover' }, role: 'item' },
  ...sourceRows(FISCAL_SOURCES, 'carryover', 1, false),
  { label: '总计', key: { item: 'total' }, role: 'total' },
];
const FISCAL_SPENDING_FOOT: readonly FixedRow[] = [
  { label: '本年支出合计', key: { item: 'total' }, role: 'total' },
  { label: '年末财政拨款结转和结余', key: { item: 'yearend' }, role: 'item' },
  EMPTY_ROW,
  EMPTY_ROW,
  EMPTY_ROW,
  { label: '总计', key: { item: 'grand' }, role: 'total' },
];

/** Where lines are numbered, one is left free above 总计. */
function withFreeLine(foot: readonly FixedRow[], ordinal: boolean): readonly FixedRow[] {
  return ordinal ? [...foot.slice(0, -1), EMPTY_ROW, ...foot.slice(-1)] : foot;
}

/** The forms that every family of final accounts has, by id; their numbers are those of the most common set. */
export function finalForms(style: FinalStyle): Readonly<Record<FinalFormId, FormSpec>> {
  const { functional, economic, folds, ordinal, amount: head } = style;
  const form = (
    id: FinalFormId,
    number: number,
    title: string,
    signature: FormSpec['signature'],
    orientation: FormSpec['orientation'],
    key: FormSpec['key'],
    blocks: FormSpec['blocks'],
  ): FormSpec => {
    // Families that number their lines number their columns too; the form of 基本支出 does neither.
    const numbered =
      ordinal && id !== 'basic-economic' ? { numbered: id === 'three-public' ? (true as const) : '栏次' } : {};
    return { id, sheet: title, number, title, signature, key, orientation, required: true, ...numbered, blocks };
  };
  return {
    summary: form(
      'summary',
      1,
      '收入支出决算总表',
      { all: [['收入支出决算总表', '收支决算总表']], none: ['财政拨款'] },
      'portrait',
      {},
      [
        {
          key: { flow: 'income' },
          columns: [...side('收入', 32, ordinal), amount(['收入', head], {})],
          rows: { kind: 'fixed', body: sourceRows(SOURCES, 'current'), foot: withFreeLine(INCOME_FOOT, ordinal) },
        },
        {
          key: SPENDING,
          columns: [...side('支出', 32, ordinal), amount(['支出', head], {})],
          rows: { kind: 'fixed', body: classRows(FINAL_CLASSES), foot: withFreeLine(SPENDING_FOOT, ordinal) },
        },
      ],
    ),
    income: form(
      'income',
      2,
      '收入决算表',
      { all: [['收入决算表', '收入决算总表']], none: ['财政拨款', '政府性基金'] },
      'landscape',
      {},
      receipts([
        ...functional,
        amount(['本年收入合计'], { vintage: 'current' }),
        amount(['财政拨款收入'], { fund: 'fiscal', vintage: 'current' }),
        ...SOURCES.slice(3).map(([name, fund]) => amount([name], { fund, vintage: 'current' })),
      ]),
    ),
    expenditure: form(
      'expenditure',
      3,
      '支出决算表',
      { all: [['支出决算表', '支出决算总表']], none: ['财政拨款', '收入支出', '三公', '政府性基金', '国有资本'] },
      'landscape',
      {},
      spending([
        ...functional,
        amount(['本年支出合计'], {}),
        amount(['基本支出'], { nature: 'basic' }),
        amount(['项目支出'], { nature: 'project' }),
        amount(['上缴上级支出'], { nature: 'remitted' }),
        amount(['经营支出'], { nature: 'operating' }),
        amount(['对附属单位补助支出'], { nature: 'subsidy' }),
      ]),
    ),
    fiscal: form(
      'fiscal',
      4,
      '财政拨款收入支出决算总表',
      { all: [['财政拨款'], ['收入支出决算总表', '收支决算总表']], none: ['政府性基金', '国有资本'] },
      'landscape',
      { fund: 'fiscal' },
      [
        {
          key: { flow: 'income' },
          columns: [...side('收入', 30, ordinal), amount(['收入', head], {})],
          rows: { kind: 'fixed', body: sourceRows(FISCAL_SOURCES, 'current'), foot: FISCAL_INCOME_FOOT },
        },
        {
          key: SPENDING,
          columns: [...side('支出', 30, ordinal), ...fiscalFunds(['支出'], '合计', '财政拨款')],
          rows: { kind: 'fixed', body: classRows(FINAL_CLASSES), foot: FISCAL_SPENDING_FOOT },
        },
      ],
    ),
    'general-expenditure': form(
      'general-expenditure',
      5,
      '一般公共预算财政拨款支出决算表',
      { all: [['一般公共预算'], ['支出决算表']], none: ['基本支出', '三公', '收入支出', '项目支出'] },
      'portrait',
      { fund: 'general' },
      spending([...functional, ...natures(['本年支出'], '小计')]),
    ),
    'basic-economic': form(
      'basic-economic',
      6,
      '一般公共预算财政拨款基本支出决算明细表',
      { all: [['基本支出'], ['决算明细表', '决算表']] },
      folds.groups.flatMap(({ strips }) => strips).length > 2 ? 'landscape' : 'portrait',
      { fund: 'general', nature: 'basic' },
      [
        {
          key: SPENDING,
          columns: [...economic, amount(['决算数'], {}, 12)],
          rows: {
            kind: 'open',
            of: 'economic',
            blank: economicRows(folds.groups.flatMap(({ strips }) => strips.flat())),
          },
          folds,
        },
      ],
    ),
    govfund: form(
      'govfund',
      7,
      '政府性基金预算财政拨款收入支出决算表',
      { all: [['政府性基金'], ['决算表']], none: ['三公'] },
      'landscape',
      { fund: 'govfund' },
      spending(fundFlow(functional)),
    ),
    capital: form(
      'capital',
      8,
      '国有资本经营预算财政拨款支出决算表',
      { all: [['国有资本经营'], ['决算表']] },
      'portrait',
      { fund: 'capital' },
      spending([...functional, ...natures(['本年支出'])]),
    ),
    'three-public': form(
      'three-public',
      9,
      '财政拨款“三公”经费支出决算表',
      { all: [['三公']] },
      'landscape',
      { item: 'sg', fund: 'fiscal' },
      spending(THREE_PUBLIC_COLUMNS, { kind: 'open' }),
    ),
  };
}
