import { comparable } from '../../shared/text';

/*
 * Which part of a disclosure a heading opens. Only the explanation makes claims about figures: years, numbers of
 * documents and of posts in the parts on duties and terms are none.
 */

export type Part = 'cover' | 'outline' | 'tables' | 'explanation' | 'glossary' | 'attachment';

const CHAPTER = /^第[一二三四五六七八九十\d]{1,3}(?:部分|章)/;
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}节|[(][一二三四五六七八九十]{1,3}[)]、?|\d{1,2}[.、．](?!\d))/;

const GLOSSARY = /名词解释|名词说明|专业名词/;
const ATTACHMENT =
  /^(?:附件|附表|附录)|^第.{1,3}部分(?:附件|附表|附录)|绩效目标(?:申报|自评)?表|自评表|^.{2,20}文件$|指导性目录/;
const OUTLINE =
  /概况$|职责|职能|机构设置|机构情况|单位构成|部门构成|单位概况|部门概况|基本概况|基本情况|人员(?:构成|情况|编制)|重点工作|工作任务|年度主要工作|单位基本|部门基本/;
const TABLES = /(?:预算|决算|收支|收入|支出|经费|拨款|情况|科目).{0,24}表(?:\([^()]{0,60}\)){0,4}$|报表$/;
const EXPLANATION =
  /情况(?:的)?说明|编制说明|预算说明|决算说明|(?:预算|决算)(?:安排)?情况|变动(?:情况|原因)|增减变动|收支(?:预算|决算|总体|情况|说明)|总体情况|"?三公"?经费|机关运行经费|政府采购|国有资产|绩效|其他(?:重要)?(?:事项|说明|情况)|财政拨款|一般公共预算|政府性基金|国有资本经营|(?:收入|支出)(?:预算|决算|情况|说明)|当年(?:拨款|支出)|具体情况|结构情况/;

/** True for 第X部分. */
export function isChapter(text: string): boolean {
  return text.includes('第') && CHAPTER.test(comparable(text));
}

/** 一、 1; （一） 2; 1、 3; 0 for a line without number. */
export function numberLevel(text: string): 0 | 1 | 2 | 3 {
  const number = NUMBERED.exec(comparable(text))?.[0];
  if (number === undefined) return 0;
  return number.startsWith('(') ? 2 : number.charAt(0) <= '9' ? 3 : 1;
}

/** Words of a heading without its number. */
export function bareHeading(text: string): string {
  return comparable(text)
    .replace(CHAPTER, '')
    .replace(NUMBERED, '')
    .replace(/[:：。]$/, '');
}

/** The part that a heading opens; undefined when its words do not tell. */
export function partOf(heading: string): Part | undefined {
  const words = comparable(heading);
  if (GLOSSARY.test(words)) return 'glossary';
  if (ATTACHMENT.test(words)) return 'attachment';
  if (OUTLINE.test(words) && !/国有资产|绩效|采购/.test(words)) return 'outline';
  if (TABLES.test(words)) return 'tables';
  return EXPLANATION.test(words) ? 'explanation' : undefined;
}

/** The explanation that a section belongs to, by its outermost title; '' where that is a numbered item of the only one. */
export function chapterOf([outermost = '']: readonly string[]): string {
  return numberLevel(outermost) > 0 ? '' : outermost;
}
