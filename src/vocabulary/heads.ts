import { comparable } from '../shared/text';
import { memoized } from '../shared/memo';
import { withoutPhrases } from './lexicon';

/*
 * Heads of amounts that the vocabulary has no word for. A column under such a head is a part of something, never the
 * whole: 一季度, 市区, 批复数. What remains of a head when known and empty words are taken away decides.
 */

/** Divisions of the whole that stand under any head: by time, by level of government, by place. */
const PART =
  /[一二三四1-4]季度|[上下]半年|(?<!\d)(?:1[0-2]|[1-9])月|^中央|中央(?:财政|资金|补助|拨款|级)|地方(?:财政|级|资金)|省级|省本级|市级|市本级|县级|县本级|区级|区本级|乡镇级|镇级|街道级|市区|郊区|城区|农村/;

/** Words that a head may hold without saying anything about which part of the money it is. */
const EMPTY =
  /\([^()]*\)|20\d\d|人民币|[亿万千百]?元|合计|总计|小计|总额|共计|金额|资金|经费|费用|数额|数量|统计|实际|发生|累计|安排|编制|采购|公开|编报|预算|决算|收入|支出|收支|拨款|财政|公共|本级|部门|单位|本期|本年|当年|今年|上年|去年|全年|年度|年初|年末|期末|期初|年|度|调整|来源|性质|类别|分类|类型|构成|结构|用途|功能|经济|科目|项目|内容|明细|情况|其中|按|和|及|与|的|含|不|各|总|合|计|共|数|额|款|项|栏|费|金|初|末/g;

const CHINESE = /[\u4e00-\u9fff]/;

/** True when a head divides the whole by time, level of government or place, whatever else it says. */
export function isPartHead(head: string): boolean {
  return PART.test(comparable(head));
}

/** True when words are left in a head that neither the lexicon knows nor can be passed over. */
export function hasUnknownWords(head: string): boolean {
  const words = comparable(head);
  return CHINESE.test(withoutPhrases(words).replace(EMPTY, ''));
}

/** Heads of columns of percentages: 增长（%）, 决算数为预算数的%, 变动幅度, 执行率. */
const RATE_HEAD = /[%％]|百分[比点数]|幅度|(?:比|为)(?:例|重|率)$|占比|(?<!税|汇|利|费)率$/;

/** True for the head of a column of percentages. */
export const isRateHead = memoized((head) => RATE_HEAD.test(head.replace(/\s/g, '')));

const LOWEST_HEADS: ReadonlySet<string> = new Set(['合计', '小计', '基本支出', '项目支出', '人员经费', '公用经费']);

/** True for the lowest head over the parts of an amount. */
export function isLowestHead(text: string): boolean {
  return LOWEST_HEADS.has(text.replace(/\s/g, ''));
}

const UNIT_OF_HEAD = /[（(](?:金额)?(?:单位[:：]?)?(?:人民币)?([亿万千]?元)[)）]$/;

/** The unit that the head of a column of amounts names: 预算数（元）; undefined where it names none. */
export function unitOfHead(text: string): string | undefined {
  return UNIT_OF_HEAD.exec(text.replace(/\s/g, ''))?.[1];
}
