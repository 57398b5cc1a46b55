/*
 * The set of 财政部 (公开01表 … 09表) as most provinces print it, and 山西 部门决算公开, which adds a form of statistics. Both are the
 * same builders with other titles, blocks and sections.
 */
import { ordinal } from './shanxi-budget/forms';
import { heading, paragraph, raw, type FormPiece, type Piece } from '../print/document';
import { Dice } from '../dice';
import type { FinalLedger } from '../final/ledger';
import { every, inPurse, isSpent } from '../final/ledger';
import type { Style } from '../print/style';
import { economic, type EconomicLayout } from './final/economic';
import {
  balances,
  byNature,
  expenditure,
  fiscal,
  general,
  income,
  officials,
  overall,
  statistics,
  type FinalGrid,
  type FinalLayout,
} from './final/forms';
import {
  basicText,
  finalVoice,
  fiscalText,
  fundText,
  generalText,
  incomeText,
  overallText,
  spendingText,
  type Section,
} from './final/text';
import { assetText, officeText, officialText, performanceText, purchaseText } from './final/text-other';
import { duty } from '../names';

interface FormSpec {
  readonly title: string;
  readonly build: (ledger: FinalLedger, layout: FinalLayout) => FinalGrid;
  readonly note: string;
}

interface SectionSpec {
  readonly title: string;
  readonly parts: readonly (readonly [title: string, section: Section])[] | Section;
}

/** A family of final accounts: its forms in their order and its sections in theirs. */
export interface FinalFamily {
  readonly layout: Omit<FinalLayout, 'totalLast'>;
  readonly forms: readonly FormSpec[];
  readonly sections: readonly SectionSpec[];
  readonly captions: { readonly number: boolean; readonly who: string; readonly year: boolean; readonly unit: string };
}

const spentOf = (purse: 'capital'): ReturnType<typeof every> => every(isSpent, inPurse(purse));

/** Forms 01 … 09 with their official titles. */
function standardForms(blocks: EconomicLayout, kind: string): readonly FormSpec[] {
  return [
    {
      title: '收入支出决算总表',
      build: (ledger, layout) => overall(ledger, layout, '使用非财政拨款结余和专用结余'),
      note: `注：本表列示${kind}全年收支与年末结转结余。`,
    },
    { title: '收入决算表', build: income, note: `注：本表列示${kind}全年各项收入。` },
    { title: '支出决算表', build: expenditure, note: `注：本表列示${kind}全年各项支出。` },
    {
      title: '财政拨款收入支出决算总表',
      build: (ledger, layout) => fiscal(ledger, layout, '金额', false),
      note: `注：本表列示${kind}三类财政拨款的收支与结转结余。`,
    },
    { title: '一般公共预算财政拨款支出决算表', build: general, note: `注：本表列示${kind}一般公共预算财政拨款支出。` },
    {
      title: '一般公共预算财政拨款基本支出决算明细表',
      build: (ledger) => economic(ledger, blocks),
      note: `注：本表列示${kind}一般公共预算财政拨款基本支出的构成。`,
    },
    {
      title: '政府性基金预算财政拨款收入支出决算表',
      build: (ledger, layout) => balances(ledger, layout, 'govfund'),
      note: `注：本表列示${kind}政府性基金预算财政拨款收支与结转结余。`,
    },
    {
      title: '国有资本经营预算财政拨款支出决算表',
      build: (ledger, layout) => byNature(ledger, layout, spentOf('capital'), '合计'),
      note: `注：本表列示${kind}国有资本经营预算财政拨款支出。`,
    },
    {
      title: '财政拨款“三公”经费支出决算表',
      build: (ledger) => officials(ledger, 'blocks'),
      note: `注：预算数是调整后的全年预算，决算数是全年实际支出。`,
    },
  ];
}

const SECTIONS: readonly SectionSpec[] = [
  { title: '收入支出决算总体情况说明', parts: overallText },
  { title: '收入决算情况说明', parts: incomeText('one') },
  { title: '支出决算情况说明', parts: spendingText },
  { title: '财政拨款收入支出决算总体情况说明', parts: fiscalText },
];
const OTHER: SectionSpec = {
  title: '其他重要事项情况说明',
  parts: [
    ['机关运行经费支出情况', officeText],
    ['政府采购支出情况', purchaseText],
    ['国有资产占用情况', assetText],
    ['预算绩效情况', performanceText],
  ],
};

const JOINED: Omit<FinalLayout, 'totalLast'> = { codes: 'joined', numbered: true, codeWords: ['科目代码', '科目名称'] };

/** 山西 部门决算公开. */
export function shanxiFinal(ledger: FinalLedger): FinalFamily {
  const kind = ledger.level === 'department' ? '部门' : '单位';
  const blocks: EconomicLayout = {
    blocks: [['301', '303'], ['302'], ['307', '309', '310'], ['311', '312', '313', '399']],
    codes: 'joined',
    construction: '——',
    amountWord: '决算数',
  };
  return {
    layout: JOINED,
    forms: [
      ...standardForms(blocks, kind),
      { title: '部门决算公开相关信息统计表', build: statistics, note: '注：本表列示采购、运行经费和资产的统计数。' },
    ],
    sections: [
      ...SECTIONS,
      { title: '一般公共预算财政拨款支出决算情况说明', parts: generalText('classes') },
      { title: '一般公共预算财政拨款基本支出决算情况说明', parts: basicText('names') },
      { title: '政府性基金预算财政拨款收支决算情况说明', parts: fundText('govfund') },
      { title: '国有资本经营预算财政拨款支出决算情况说明', parts: fundText('capital') },
      { title: '财政拨款“三公”经费支出决算情况说明', parts: officialText },
      OTHER,
    ],
    captions: { number: true, who: `${kind}名称`, year: true, unit: '金额单位：万元' },
  };
}

/** 财政部 决算公开 01–09表, three blocks of economic items, items explained one by one. */
export function standardFinal(): FinalFamily {
  const blocks: EconomicLayout = {
    blocks: [['301', '303'], ['302'], ['307', '310', '312', '399']],
    codes: 'joined',
    construction: '',
    amountWord: '决算数',
  };
  return {
    layout: { ...JOINED, codeWords: ['功能分类科目编码', '科目名称'] },
    forms: standardForms(blocks, '部门'),
    sections: [
      ...SECTIONS,
      { title: '一般公共预算财政拨款支出决算情况说明', parts: generalText('items') },
      { title: '一般公共预算财政拨款基本支出决算情况说明', parts: basicText('names') },
      { title: '财政拨款“三公”经费支出决算情况说明', parts: officialText },
      { title: '政府性基金预算财政拨款收入支出决算情况说明', parts: fundText('govfund') },
      { title: '国有资本经营预算财政拨款支出决算情况说明', parts: fundText('capital') },
      OTHER,
    ],
    captions: { number: true, who: '部门', year: false, unit: '单位：万元' },
  };
}

/** 上海 部门决算: codes in three columns, 三公 in pairs, funds with their balances. */
export function shanghaiFinal(): FinalFamily {
  const blocks: EconomicLayout = {
    blocks: [
      ['301', '303'],
      ['302', '310'],
    ],
    codes: 'split',
    construction: '',
    amountWord: '决算数',
  };
  const standard = standardForms(blocks, '部门');
  const titled = (index: number, title: string, build?: FormSpec['build']): FormSpec => {
    const spec = standard[index];
    if (spec === undefined) throw new RangeError(`no form ${index}`);
    return { title, build: build ?? spec.build, note: '' };
  };
  return {
    layout: { codes: 'split', numbered: false, codeWords: ['支出功能分类科目编码', '科目名称'] },
    forms: [
      titled(0, '收入支出决算总表', (ledger, layout) => overall(ledger, layout, '使用非财政拨款结余（含专用结余）')),
      titled(1, '收入决算表'),
      titled(2, '支出决算表'),
      titled(3, '财政拨款收入支出决算总表', (ledger, layout) => fiscal(ledger, layout, '决算数', true)),
      titled(4, '一般公共预算财政拨款支出决算表'),
      titled(5, '一般公共预算财政拨款基本支出决算表'),
      titled(8, '财政拨款“三公”经费支出决算表', (ledger) => officials(ledger, 'pairs')),
      titled(6, '政府性基金预算财政拨款收入支出决算表'),
      titled(7, '国有资本经营预算财政拨款收入支出决算表', (ledger, layout) => balances(ledger, layout, 'capital')),
    ],
    sections: [
      ...SECTIONS,
      { title: '一般公共预算财政拨款支出决算情况说明', parts: generalText('items') },
      { title: '一般公共预算财政拨款基本支出决算情况说明', parts: basicText('names') },
      { title: '财政拨款“三公”经费支出决算情况说明', parts: officialText },
      { title: '政府性基金预算财政拨款收入支出决算情况说明', parts: fundText('govfund') },
      { title: '国有资本经营预算财政拨款收入支出决算情况说明', parts: fundText('capital') },
      { title: '预算绩效管理情况', parts: performanceText },
      { title: '其他重要事项说明', parts: OTHER.parts instanceof Function ? [] : OTHER.parts.slice(0, 3) },
    ],
    captions: { number: false, who: '', year: false, unit: '单位：万元' },
  };
}

const NOTES = ['说明：本表无数据', '注：本表无数据。', '说明：没有此项收支，故本表为空表。', ''];

/** The pieces of a final account with forms. */
export function finalPieces(ledger: FinalLedger, family: FinalFamily, style: Style): readonly Piece[] {
  const kind = ledger.level === 'department' ? '部门' : '单位';
  const { entity, year } = ledger;
  const dice = new Dice(style.seed, 500);
  const parts = [
    `第一部分 ${entity}概况`,
    `第二部分 ${year}年度${kind}决算表`,
    `第三部分 ${year}年度${kind}决算情况说明`,
    '第四部分 名词解释',
  ];
  const [first = '', second = '', third = '', fourth = ''] = parts;
  const layout: FinalLayout = { ...family.layout, totalLast: style.totalLast };
  const titles = family.forms.map(({ title }, position) => `${ordinal(position + 1)}、${title}`);
  const sections = family.sections.map(({ title }, position) => `${ordinal(position + 1)}、${title}`);
  const voice = finalVoice(ledger, style);
  return [
    raw(entity, '', `${year}年度${kind}决算${dice.pick(['公开', ''])}`, ''),
    { kind: 'contents', entries: [first, second, ...titles, third, ...sections, fourth] },
    heading(first, 1),
    heading('一、主要职能'),
    ...[1, 2, 3].map((number) => paragraph(`${number}. ${duty(dice.below(7))}`)),
    heading(`二、${kind}决算单位构成`),
    paragraph(`纳入决算编制范围的单位：${ledger.units.map(({ name }) => name).join('、')}。`),
    heading(second, 1),
    ...family.forms.map((spec, position): Piece => ({
      kind: 'form',
      form: formOf(spec, position, ledger, family, layout, style),
    })),
    heading(third, 1),
    ...family.sections.flatMap(({ parts: section }, position) => [
      heading(sections[position] ?? ''),
      ...(section instanceof Function
        ? section(voice)
        : section.flatMap(([title, part], number) => [
            heading(`（${ordinal(number + 1)}）${title}`, 3),
            ...part(voice),
          ])),
    ]),
    heading(fourth, 1),
    paragraph('一、基本支出：维持日常运转的人员和公用两类支出。'),
    paragraph('二、年末结转和结余：当年没有用完、下一年接着用的资金。'),
  ];
}

function formOf(
  { title, build, note }: FormSpec,
  position: number,
  ledger: FinalLedger,
  family: FinalFamily,
  layout: FinalLayout,
  style: Style,
): FormPiece {
  const { head, body, empty } = build(ledger, layout);
  const { number, who, year, unit } = family.captions;
  return {
    title,
    ...(number ? { number: `公开${String(position + 1).padStart(2, '0')}表` } : {}),
    ...(who === '' ? {} : { who: `${who}：${ledger.entity}` }),
    ...(year ? { year: `${ledger.year}年度` } : {}),
    unit,
    currency: '万元',
    head,
    body,
    notes: [note, empty ? (NOTES[style.emptyNote] ?? '') : ''].filter((text) => text !== ''),
  };
}
