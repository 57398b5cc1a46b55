import { comparable } from '../shared/text';

/*
 * How titles of forms read in lists: 一、收入支出决算总表 … （此表无数据）.
 */

const LONGEST = 60;
/** With its leaders; looking for their beginning in an endless line of blanks would take for ever. */
const LONGEST_LINE = 400;
/** Ends of titles. A list drops the last character now and then (基本支出决算). */
const ENDING = /(?:决算|预算|收支|收入|支出|明细|总|统计|情况|经费)表$|(?:支出|收入|收支)决算$/;
const REMARK = /[(][^()]*[)]$/;
const LEADERS = /\s*(?:PAGEREF\s*\S*\s*\\?h?\s*)?[.…·\-_\s]*\d{0,4}\s*$/;
const NO_DATA = /无数据|空表|为空|无此项|未发生|本年度?无/;

/** A title without the leaders and the page number that a contents page prints behind it. */
export function contentsTitle(line: string): string {
  if (line.length > LONGEST_LINE) return line;
  const text = line.replace(LEADERS, '');
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
