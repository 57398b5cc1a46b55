import type { Dimension, PartialKey } from '../model/key';
import { comparable } from '../shared/text';
import { isWithin } from './members';

/*
 * What the words of titles, headers and row labels say about the dimensions of a figure. Longer phrases win over shorter ones, so
 * 不含上年结转 is never read as 上年结转. Source: the printed forms of several provinces, 2021 to 2025.
 */

type Meaning = PartialKey;

const PHRASES: readonly (readonly [string, Meaning])[] = [
  // fund
  ['财政拨款', { fund: 'fiscal' }],
  ['一般公共预算', { fund: 'general' }],
  ['公共财政预算', { fund: 'general' }],
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
  ['当年', { vintage: 'current' }],
  ['上年结转', { vintage: 'carryover' }],
  ['上年结余', { vintage: 'carryover' }],
  ['上年财政拨款结转', { vintage: 'carryover', fund: 'fiscal' }],
  ['上年财政拨款结余', { vintage: 'carryover', fund: 'fiscal' }],
  ['以前年度结转', { vintage: 'carryover' }],
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
];

const BY_TEXT = new Map<string, Meaning>(PHRASES.map(([text, meaning]) => [text, meaning]));
const SCANNER = new RegExp(
  PHRASES.map(([text]) => text)
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|'),
  'g',
);

const cache = new Map<string, Meaning>();
const CACHE_LIMIT = 5000;

/**
 * What a printed text says: one member a dimension. When a text names two members of one dimension the more special one counts
 * (一般公共预算财政拨款 is 一般公共预算); two that exclude each other say nothing.
 */
export function meaningOf(text: string): PartialKey {
  const known = cache.get(text);
  if (known) return known;
  const found: Partial<Record<Dimension, string>> = {};
  const contested = new Set<Dimension>();
  for (const match of comparable(text).matchAll(SCANNER)) {
    for (const [name, member] of Object.entries(BY_TEXT.get(match[0])!)) {
      const dimension = name as Dimension;
      const before = found[dimension];
      if (before === undefined || isWithin(dimension, member, before)) found[dimension] = member;
      else if (!isWithin(dimension, before, member)) contested.add(dimension);
    }
  }
  for (const dimension of contested) delete found[dimension];
  if (cache.size > CACHE_LIMIT) cache.clear();
  cache.set(text, found);
  return found;
}

/** Which way the money flows, when the text names one way only. */
export function flowOf(text: string): 'income' | 'expenditure' | undefined {
  const plainText = comparable(text).replace(/收支|基本支出|项目支出/g, (hit) => (hit === '收支' ? '' : '支出'));
  const income = plainText.includes('收入');
  const expenditure = plainText.includes('支出');
  return income === expenditure ? undefined : income ? 'income' : 'expenditure';
}
