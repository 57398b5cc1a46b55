import { comparable } from '../shared/text';

/*
 * How titles of forms read in lists: 一、收入支出决算总表 … （此表无数据）.
 */

const LONGEST = 60;
/** Ends of titles. A list drops the last character now and then (基本支出决算). */
const ENDING = /(?:决算|预算|收支|收入|支出|明细|总|统计|情况|经费)表$|(?:支出|收入|收支)决算$/;
const REMARK = /[(][^()]*[)]$/;
const LEADER = /[.…·\-_\s]/;
/** The field of a word processor that stands for the page number, and how long it is at most. */
const FIELD = /PAGEREF\s{0,9}(?:[^\s\\]{1,80}\s{0,9})?\\?h?$/;
const FIELD_LENGTH = 60;
const PAGE_DIGITS = 4;
const NO_DATA = /无数据|空表|为空|无此项|未发生|本年度?无/;

/**
 * Titles of forms that show a part of the money, whatever their columns are called: a list of earmarked funds, of
 * purchases of services.
 */
const OF_PART = /专项(?:资金|经费|转移支付|支出)|购买服务|资产配置|转移支付|政府债[务券]|重[点大]项目/;

/**
 * What a title says about the part of the money that its form shows, as a slice of its own; undefined for a form of all
 * of it.
 */
export function partOfTitle(title: string): string | undefined {
  return OF_PART.exec(comparable(title))?.[0];
}

/**
 * False for a line that is no title of a form, as nearly all lines are: told by single characters, between which a
 * conversion may have left blanks.
 */
export function mayBeTitleOfForm(line: string): boolean {
  return (line.includes('表') || line.includes('算')) && !line.includes('。');
}

/** A title without the leaders and the page number that a contents page prints behind it. */
export function contentsTitle(line: string): string {
  // Read from the end: a pattern would try every blank of a long line.
  let end = line.trimEnd().length;
  for (let digits = 0; digits < PAGE_DIGITS && /\d/.test(line[end - 1] ?? ''); digits += 1) end -= 1;
  while (end > 0 && LEADER.test(line[end - 1]!)) end -= 1;
  const from = Math.max(0, end - FIELD_LENGTH);
  const text = line.slice(0, from) + line.slice(from, end).replace(FIELD, '').trimEnd();
  return text === '' ? line : text;
}

/** True for a line that may be the title of a form, with or without number and remark. */
export function isTitleOfForm(line: string): boolean {
  if (line.length > LONGEST) return false;
  const text = comparable(line);
  if (/[。；:]|情况说明|^(?:注|说明)/.test(text)) return false;
  return ENDING.test(text.replace(REMARK, ''));
}

/** True for 此表无数据 and the like in the remark behind a title. */
export function saysNoData(line: string): boolean {
  const remark = REMARK.exec(comparable(line))?.[0];
  return remark !== undefined && NO_DATA.test(remark);
}
