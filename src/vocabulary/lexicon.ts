import { pattern } from '../shared/pattern';
import type { Dimension, PartialKey } from '../model/key';
import { memoized } from '../shared/memo';
import { comparable } from '../shared/text';
import { isWithin } from './members';

/*
 * What the words of titles, headers and row labels say about the dimensions of a figure. Longer phrases win over
 * shorter ones, so 不含上年结转 is never read as 上年结转. Source: the printed forms of several provinces, 2021 to 2025.
 */

type Meaning = PartialKey;

const PHRASES: readonly (readonly [string, Meaning])[] = [
  // fund
  ['财政拨款', { fund: 'fiscal' }],
  ['一般公共预算', { fund: 'general' }],
  ['公共财政预算', { fund: 'general' }],
  ['公共预算拨款', { fund: 'general' }],
  ['一般预算', { fund: 'general' }],
  ['政府性基金', { fund: 'govfund' }],
  ['国有资本经营', { fund: 'capital' }],
  ['国资预算', { fund: 'capital' }],
  ['财政专户', { fund: 'special' }],
  ['专户管理资金', { fund: 'special' }],
  ['专户资金', { fund: 'special' }],
  ['教育收费', { fund: 'special' }],
  ['单位资金', { fund: 'own' }],
  ['单位自有资金', { fund: 'own' }],
  ['上级补助收入', { fund: 'own:superior' }],
  ['事业收入', { fund: 'own:business' }],
  ['事业单位经营收入', { fund: 'own:operating' }],
  ['经营收入', { fund: 'own:operating' }],
  ['附属单位上缴收入', { fund: 'own:affiliated' }],
  ['其他收入', { fund: 'own:other' }],
  // nature
  ['基本支出', { nature: 'basic' }],
  ['人员经费', { nature: 'personnel' }],
  ['人员支出', { nature: 'personnel' }],
  ['公用经费', { nature: 'public' }],
  ['公用支出', { nature: 'public' }],
  ['项目支出', { nature: 'project' }],
  ['专项业务经费', { nature: 'project' }],
  ['专项业务费', { nature: 'project' }],
  ['上缴上级支出', { nature: 'remitted' }],
  ['经营支出', { nature: 'operating' }],
  ['对附属单位补助支出', { nature: 'subsidy' }],
  ['对附属单位补助', { nature: 'subsidy' }],
  // vintage
  ['不含上年结转', { vintage: 'current' }],
  ['不含结转', { vintage: 'current' }],
  ['不包含上年结转', { vintage: 'current' }],
  ['本年预算', { vintage: 'current' }],
  ['本年收入', { vintage: 'current' }],
  ['当年预算', { vintage: 'current' }],
  ['当年收入', { vintage: 'current' }],
  ['当年安排', { vintage: 'current' }],
  ['当年拨款', { vintage: 'current' }],
  ['本年拨款', { vintage: 'current' }],
  ['本年财政拨款', { vintage: 'current', fund: 'fiscal' }],
  ['当年', { vintage: 'current' }],
  ['上年结转', { vintage: 'carryover' }],
  ['上年结余', { vintage: 'carryover' }],
  ['上年财政拨款结转', { vintage: 'carryover', fund: 'fiscal' }],
  ['上年财政拨款结余', { vintage: 'carryover', fund: 'fiscal' }],
  ['以前年度结转', { vintage: 'carryover' }],
  ['年初结转和结余', { vintage: 'carryover' }],
  ['年初结转结余', { vintage: 'carryover' }],
  ['年初财政拨款结转和结余', { vintage: 'carryover', fund: 'fiscal' }],
  ['年初财政拨款结转结余', { vintage: 'carryover', fund: 'fiscal' }],
  ['使用非财政拨款结余', { vintage: 'reserve' }],
  ['用事业基金弥补收支差额', { vintage: 'reserve' }],
  // 三公 and 机关运行经费
  ['"三公"经费', { item: 'sg' }],
  ['三公经费', { item: 'sg' }],
  ['因公出国(境)费', { item: 'sg:abroad' }],
  ['因公出国', { item: 'sg:abroad' }],
  ['公务接待费', { item: 'sg:reception' }],
  ['公务用车购置及运行', { item: 'sg:vehicle' }],
  ['公务用车购置和运行', { item: 'sg:vehicle' }],
  ['公务用车费', { item: 'sg:vehicle' }],
  ['公务用车购置费', { item: 'sg:purchase' }],
  ['公务用车购置', { item: 'sg:purchase' }],
  ['公务用车运行', { item: 'sg:running' }],
  ['机关运行经费', { item: 'op' }],
  ['行政经费', { item: 'op' }],
  ['机关(机构)运行经费', { item: 'op' }],
  ['财政拨款运行经费', { item: 'op', fund: 'fiscal' }],
  ['会议费', { item: 'e:30215' }],
  ['培训费', { item: 'e:30216' }],
  ['政府采购', { item: 'pr' }],
  ['车辆', { item: 'veh' }],
  // 单价100万元以上设备（不含车辆）
  ['不含车辆', {}],
  // a plan of several years is none of this year's forms
  ['中期规划', { slice: '中期规划' }],
  // stage, where one table prints several
  ['年末结转和结余', { stage: 'yearend' }],
  ['年末结转结余', { stage: 'yearend' }],
  ['年末财政拨款结转和结余', { stage: 'yearend' }],
  ['结转下年', { stage: 'yearend' }],
  ['全年预算数', { stage: 'adjusted' }],
  ['调整预算数', { stage: 'adjusted' }],
  ['年初预算数', { stage: 'budget' }],
  ['预算数', { stage: 'budget' }],
  ['决算数', { stage: 'final' }],
  ['决算支出', { stage: 'final' }],
  ['预算执行数', { stage: 'executed' }],
  ['执行数', { stage: 'executed' }],
  ['增减', { stage: 'change' }],
  ['增减额', { stage: 'change' }],
  ['增减变化', { stage: 'change' }],
  ['增减变动', { stage: 'change' }],
  ['增减情况', { stage: 'change' }],
  ['增、减情况', { stage: 'change' }],
  ['增、减金额', { stage: 'change' }],
  ['增、减幅度', { stage: 'rate' }],
  ['增减数', { stage: 'change' }],
  ['增减金额', { stage: 'change' }],
  ['增减%', { stage: 'rate' }],
  ['增减(%)', { stage: 'rate' }],
  ['增减百分比', { stage: 'rate' }],
  ['增减变动比例', { stage: 'rate' }],
  ['增减变动幅度', { stage: 'rate' }],
  ['增减比例', { stage: 'rate' }],
  ['增减率', { stage: 'rate' }],
  ['增长率', { stage: 'rate' }],
  ['增减幅度', { stage: 'rate' }],
  ['占比', { stage: 'rate' }],
  ['比重', { stage: 'rate' }],
  ['完成率', { stage: 'rate' }],
];

/** What short words mean under a head that already says what the table is about. */
const UNDER: ReadonlyMap<string, ReadonlyMap<string, Meaning>> = new Map([
  [
    'sg:vehicle',
    new Map([
      ['购置费', { item: 'sg:purchase' }],
      ['车辆购置费', { item: 'sg:purchase' }],
      ['运行费', { item: 'sg:running' }],
      ['运行维护费', { item: 'sg:running' }],
    ]),
  ],
  [
    'pr',
    new Map([
      ['货物', { item: 'pr:goods' }],
      ['工程', { item: 'pr:works' }],
      ['服务', { item: 'pr:services' }],
    ]),
  ],
]);

const BY_TEXT = new Map<string, Meaning>(PHRASES.map(([text, meaning]) => [text, meaning]));
const SCANNER = pattern(
  PHRASES.map(([text]) => text)
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|'),
  'g',
);

/** “三公”经费、会议费、培训费 is about the first of them. */
function isSideItem(member: string): boolean {
  return member.startsWith('e:');
}

/**
 * What a printed text says: one member a dimension. When a text names two members of one dimension the more special one
 * counts (一般公共预算财政拨款 is 一般公共预算); two that exclude each other say nothing.
 */
export const meaningOf = memoized((text): PartialKey => {
  const found: Partial<Record<Dimension, string>> = {};
  const contested = new Set<Dimension>();
  for (const match of comparable(text).matchAll(SCANNER)) {
    for (const [name, member] of Object.entries(BY_TEXT.get(match[0])!)) {
      const dimension = name as Dimension;
      const before = found[dimension];
      if (before === undefined || isWithin(dimension, member, before) || isSideItem(before)) found[dimension] = member;
      else if (isSideItem(member)) continue;
      else if (!isWithin(dimension, before, member)) contested.add(dimension);
    }
  }
  for (const dimension of contested) delete found[dimension];
  return found;
});

/**
 * What a text says below something that is known already: 购置费 under 公务用车购置及运行维护费.
 * @param above what the heads (or the section) above it say
 */
export function meaningUnder(above: PartialKey, text: string): PartialKey {
  const special = above.item === undefined ? undefined : UNDER.get(above.item)?.get(comparable(text));
  return special ?? meaningOf(text);
}

/** What is left of normalised words when every phrase of the lexicon is taken out. */
export function withoutPhrases(words: string): string {
  return words.replace(SCANNER, '');
}

/** Which way the money flows, when the text names one way only. */
export function flowOf(text: string): 'income' | 'expenditure' | undefined {
  if (!text.includes('收') && !text.includes('支')) return undefined;
  const plainText = comparable(text).replace(/收支|基本支出|项目支出/g, (hit) => (hit === '收支' ? '' : '支出'));
  const income = plainText.includes('收入');
  const expenditure = plainText.includes('支出');
  return income === expenditure ? undefined : income ? 'income' : 'expenditure';
}
