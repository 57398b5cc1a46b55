/*
 * How explanations number their items and which short phrases stand around figures. Patterns are over normalised text
 * (no blanks, full-width ，。；：（）, half-width digits).
 */

/** What is said of figures without a figure of its own. */
export const STATEMENT = /持平|相同|一致|相等|无增减|无变|没有变|大于|小于|等于|高于|低于|超过|多于|少于/;

/** What is left of 与上年预算数5万元持平 behind the figure. */
export const SAME = /^(?:基本)?(?:持平|相同|一致|相等)/;

/** A list of names without amounts. */
export const NAMES = /(主要包括|包括|主要用于|用于)[:：]?([^。；\n：]{2,400})$/;

/** The number at the beginning of an item. */
export const ITEM =
  /^(?:\d{1,2}[.、．)）]|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}(?:、|是)|[①-⑳]|[—–]{1,2}|[●○◆■•·])/;

/** 1.社会保障和就业支出（类）…（项）: the 科目 that a whole item is about. */
export const HEAD =
  /^(?:\d{1,2}[.、．)）]|（[一二三四五六七八九十\d]{1,3}）|[①-⑳])?(.{2,120}?（[类款项]）)[”"]?(?=[^（]*$|[：:。”"])/;

/** Words that begin a whole of their own and end a list of parts. */
export const TOTALS = /总计|合计|总预算|总额|总收入|总支出|共有|实有|^20\d\d年/;

/** …，合计1170万元: the sum of the list before. */
export const SUM_UP = /^(?:以上)?(?:合计|共计|总计)(?:为)?$/;

const LEVELS: readonly RegExp[] = [
  /^[一二三四五六七八九十]{1,3}、/,
  /^（[一二三四五六七八九十]{1,3}）/,
  /^\d{1,2}[.、．](?!\d)/,
  /^(?:（\d{1,2}）|\d{1,2}[)）])/,
  /^[①-⑳]/,
  /^(?:[—–]{1,2}|[●○◆■•·]|-(?!\d))/,
];

/** Items under a mark instead of a number: a paragraph without it is none of them. */
export const MARKED_LEVEL = 6;

/**
 * How deep the numbering of an item is: 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）, 5 for ①, 6 for ——; 0 without a
 * number.
 */
export function itemLevel(text: string): number {
  return LEVELS.findIndex((pattern) => pattern.test(text)) + 1;
}

/** A paragraph that speaks of the year or of the institution anew belongs to no list before it. */
export function startsAnew(text: string, entity: string): boolean {
  return (
    /^(?:本(?:部门|单位|年|年度)|我[\u4e00-\u9fff])?20\d\d年/.test(text) || (entity !== '' && text.startsWith(entity))
  );
}
