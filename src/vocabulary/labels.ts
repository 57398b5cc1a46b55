import { memoized } from '../shared/memo';
import { comparable } from '../shared/text';

/* Words that give a cell its role in a table, whatever the table is about. */

const CODE_HEADS = /^(?:[\u4e00-\u9fff]{0,12}(?:编码|代码|编号)|类|款|项|栏次)$/;
const NAME_HEADS =
  /^(?:项目|科目|指标|功能科目|支出功能分类(?:科目)?|支出功能科目|单位|部门|(?:收入|支出)项目|(?:.*(?:科目|项目|单位|部门|功能分类|经济分类))?名称|(?:部门|政府)预算支出经济(?:分类)?科目(?:名称)?|支出经济分类(?:科目)?|经济分类(?:科目)?|功能分类(?:科目)?|预算单位|类别)$/;
const OTHER_CODES = /^(?:(?:预算|主管|所属|执收)?[(]?(?:单位|部门|机构|项目)[)]?)+(?:编码|代码|编号)$/;
const ORDINAL_HEADS = /^(?:行次|序号|行号|行次序号)$/;

export type HeadRole = 'code' | 'name' | 'ordinal';

/** The role of a column whose own header text is `text`, or undefined when it is none of these. */
export const headRole = memoized((text): HeadRole | undefined => {
  const word = comparable(text).replace(/\([^()]*\)/g, '');
  if (ORDINAL_HEADS.test(word)) return 'ordinal';
  if (CODE_HEADS.test(word)) return 'code';
  return NAME_HEADS.test(word) ? 'name' : undefined;
});

/** True for the head of codes that are no 科目: of institutions, of projects. */
export function isOtherCodeHead(text: string): boolean {
  return OTHER_CODES.test(comparable(text));
}

const TOTAL = /(?:合计|总计|小计|总额)(?:数)?$/;

/** True for header texts that announce a sum: 合计, 小计, 本年收入合计, 2023年合计 … */
export const isTotalHead = memoized((text) => TOTAL.test(comparable(text).replace(/\([^()]*\)$/, '')));

const TOTAL_ROW = /^(?:[\u4e00-\u9fff]{0,8})(?:合计|总计|小计|总额)$/;

/** True for row labels that announce a sum: 合计, 部门合计, 本年收入合计, 支出总计 … */
export function isTotalRow(label: string): boolean {
  return TOTAL_ROW.test(
    comparable(label)
      .replace(/^[(]?[一二三四五六七八九十]+[)]?、?/, '')
      .replace(/[:：]$/, ''),
  );
}

/** True for 总计: the sum of everything, after the 合计 of this year. */
export function isGrandTotal(label: string): boolean {
  return /总计$/.test(comparable(label));
}

/** True for rows that list a part of the row above without exhausting it. */
export function isOfWhich(label: string): boolean {
  return /^其中/.test(comparable(label));
}

/** Rows at the foot of the 支出 side that are not expenditure: what is left at the end of the year. */
export function isYearEnd(label: string): boolean {
  return /^(?:[一二三四五六七八九十]+、)?(?:年终|年末|结转下年|结转至下年|下年)/.test(comparable(label));
}

/** 结余分配: what is distributed out of the balance at the end of the year. */
export function isDistribution(label: string): boolean {
  return /^(?:[一二三四五六七八九十]+、)?结余分配/.test(comparable(label));
}

const UNIT_ENDING =
  /(?:局|委员会|委|办公室|办|中心|院|所|站|队|支队|大队|总队|学校|中学|小学|大学|学院|幼儿园|集团|处|科|馆|台|社|团|会|协会|部|厅|署|基地|场|库|园|公司|本级|机关|机构|保健院|医院|卫生院)(?:[（(][^（）()]*[）)])?$/;
const PROJECT_WORD = /项目|资金|经费|补助|补贴|专项|费$/;

/** True when a name reads like that of an institution rather than of a project. */
export function looksLikeUnit(name: string): boolean {
  const text = name.replace(/^\d+[-—_\s]*/, '').trim();
  return UNIT_ENDING.test(text) && !PROJECT_WORD.test(text);
}

const COUNT_HEAD =
  /^(?:(?:采购|购置|购买|配置|计划|预算)?数量|个数|人数|编制数|编制人数|实有数|实有人数|辆数|台数|套数|面积|批次|人次)$/;
const PRICE_HEAD = /^(?:平均|采购|购置|计划|预算|参考)?单价$/;

/** True for the head of a column of prices, each of one piece: 单价, 单价（元）. */
export function isPriceHead(text: string): boolean {
  return PRICE_HEAD.test(comparable(text).replace(/\([^()]*\)$/, ''));
}

/**
 * What the figures of a column measure, where its head says that it is no money: how many, or a rate, which never adds
 * up.
 */
export function measureOfHead(text: string): 'count' | 'rate' | undefined {
  const word = comparable(text).replace(/\([^()]*\)$/, '');
  return COUNT_HEAD.test(word) ? 'count' : isPriceHead(text) ? 'rate' : undefined;
}

/** True for the label of a row that counts something of “三公”经费: 团组数（个）, 人次数（人）, 公务用车购置数（辆）. */
export function isCountLabel(label: string): boolean {
  return /(?:数|量|批次|人次)[(](?:个|人|辆|批|次|批次|人次|台|套)[)]$/.test(comparable(label));
}

/** True for the head of a column of remarks. */
export function isNoteHead(text: string): boolean {
  return /^(?:备注|说明|注)$/.test(comparable(text));
}

/** True for a note under a table: 注：…, 说明：…, 备注：… */
export function isTableNote(text: string): boolean {
  return /^(?:注|说明|备注)\s{0,3}(?:\d{1,3}\s{0,3})?[：:.、]/.test(text.trim());
}

/**
 * Begins the note under a sheet whose figures were taken from the explanation because the document does not print the
 * form.
 */
export const FROM_TEXT_NOTE = '注：公开文件没有附本表，蓝色数字取自正文';

/** True for that note: the sheet is no table of the document. */
export function isFromTextNote(text: string): boolean {
  return text.startsWith(FROM_TEXT_NOTE);
}
