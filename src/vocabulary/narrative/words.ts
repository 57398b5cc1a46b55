/*
 * The words by which explanations make their claims. Patterns are sources of regular expressions over normalised text
 * (no blanks, full-width ，。；：（）, half-width digits). Source: printed explanations of several provinces, 2021 to 2025.
 */

import { pattern } from '../../shared/pattern';
import { madeOf } from '../../shared/words';

export const UP = '增加|增长|上升|提高|增多|上涨|增幅|升幅|涨幅|扩大|升高|攀升|上浮|调增|增';
export const DOWN = '减少|下降|降低|压减|压缩|缩减|减幅|降幅|跌幅|下浮|下滑|回落|下调|调减|削减|核减|减';

const AFTER_VERB = '(?:了|额|数|幅度|比例|率|为|约|共|合计|各|支出|金额|预算|[:：]){0,6}';
/** Ends with a verb of change: the figure that follows is the change itself. */
export const CHANGE = pattern(`(${UP}|${DOWN})${AFTER_VERB}$`);
export const UP_WORD = pattern(`^(?:${UP})`);

/** 降至, 增加到: the figure that follows is what something came to, from the one before. */
export const REACHED = pattern(
  `(?:(?:降|减|增|升|调整|调|涨|提高|(?:${UP}|${DOWN})了?)(?:至|到|为)|变为|变成)(?:了)?(?:约|:|：)?$`,
);
/** 由7.00万元, 从9.00万元: behind the word stands what it was before. */
export const FROM = /(?:由|从)(?:原来的|原先的|原)?$/;

const LAST_YEAR = '上年|上一年|去年|上年度|(?:19|20)\\d\\d年';
/** What a change is compared with. */
export const COMPARED = pattern(
  `(?:同比|(?:比|较|与|同|和)(?:同期)?((?:${LAST_YEAR})(?:度)?[^，。；：]{0,16}?)(?:相比|比较|对比|比)?)(?:，|$|${UP}|${DOWN}|[^，。；：]{0,16}?(?:${UP}|${DOWN}))`,
);
/** The words of the yardstick: 上年, 2024年预算执行数. */
export const BASE = pattern(`(?:比|较|与|同|和)(?:同期)?((?:${LAST_YEAR})(?:度)?[^，。；：增减降升持相上下]{0,12})`);
/** 与上年持平, 和2023年预算数相同, 较上年无增减变化. */
export const UNCHANGED = pattern(
  `(?:(?:同比|(?:比|较|与|同|和)((?:${LAST_YEAR})[^，。；：]{0,16}?)(?:相比)?)，?[^，。；：]{0,24}?(?:基本)?(?:持平|相同|一致|相等|无增减(?:变化|变动)?|无变化|没有变化|无变动))|^[^，。；：]{0,30}?(?:支出|决算|预算|经费)(?:数)?(?:基本)?持平`,
);

export const SHARE = /(?:占|比重|比例|占比)/;
/** 占本年支出合计的: the words between are the whole. */
export const SHARE_BASE = /占(?:比|全年|了)?([^，。；：占]{0,80}?)(?:的?(?:比重|比例))?的?(?:为|约|是)?$/;
export const COMPLETION =
  /(?:完成|执行率|完成率|达到)(?:了)?[^，。；]{0,24}$|(?:为|是|占|相当于|达)(?:年初|全年|调整后?的?|年度|批复的?)?预算(?:数|安排数?)?的$|^(?:和|及)?(?:年初|全年|调整后?的?)预算数?的$/;
/** 完成预算15.00万元的33.33%: the amount is the budget of which the percentage that follows tells how much was spent. */
export const OF_BUDGET =
  /(?:完成|为|是|占|相当于|达到?)了?(?:本年度?|当年)?(?:年初|全年|调整后?的?|年度|批复的?)?预算(?:数|额|总额|安排数?|批复数?|资金)?$/;
/** 占收入总计120.00万元的33.33%: the amount is the whole of the share that follows. */
export const OF_WHOLE = /占(?:了|到)?[^，。；：占]{0,40}$/;
/** Of the money that was planned for it, not of a budget that is named. */
export const EXECUTION_RATE = /(?:执行率|执行进度|支付率|支出率|支出进度)[^，。；]{0,8}$/;
/** Joins an amount to the percentage of it. */
export const PERCENT_OF = /^）?的(?:约|近)?$/;

/** 决算数小于预算数, 决算数与预算数持平, 与年初预算相比无增减. */
export const VERDICT =
  /(?:决算|支出|执行)数?(?:\u5747)?(?:(大于|高于|超过|多于)|(小于|低于|少于)|(等于))(?:年初|全年|调整)?预算数?|(?:决算|执行)数?(?:与|和|同)(?:年初|全年|调整)?预算数?(?:基本)?(持平|相同|一致|相等)|(?:与|和|同|较|比)(?:本年度?|当年|(?:19|20)\d\d年度?)?(?:年初|全年|调整后?的?)?预算(?:数|安排数?)?(?:相比)?，?(?:基本)?(持平|相同|一致|相等|无增减(?:变化|变动)?|无变化|没有变化|无变动)/;

const BUDGET_WORDS = '(?:年初|全年|调整后?的?|年度|批复的?|当年){0,2}预算(?:数|安排数?|批复数?)?';
const AGAINST_BUDGET = [
  `(?:决算|支出|执行|收入)数?(?:(大于|高于|超过|超出|多于)|(?:小于|低于|少于))${BUDGET_WORDS}${AFTER_VERB}$`,
  `(?:比|较|与)${BUDGET_WORDS}(?:相比)?，?(?:(${UP}|超支|超出|超|多)|(?:${DOWN}|节约|结余|少))${AFTER_VERB}$`,
].map((source) => pattern(source));

/** 与年初预算数相比，增加: the yardstick stands in the clause before. */
const BUDGET_BEFORE = pattern(
  `(?:比|较|与)((?:19|20)\\d\\d年(?:度)?)?${BUDGET_WORDS}(?:相比)?，(?:各|均)?(?:(${UP}|超支|超出|超|多)|(?:${DOWN}|节约|结余|少))${AFTER_VERB}$`,
);

/**
 * 决算数大于预算数 5 万元, 较年初预算增加 5 万元: the figure that follows is the difference of final account and budget.
 * @param live all that stands between the last stop and the figure
 * @param year of the document: the budget of another year is no yardstick of this kind
 * @returns which way it goes; undefined for words that say nothing of the kind
 */
export function againstBudget(words: string, live: string, year: number | null): 1 | -1 | undefined {
  const match = AGAINST_BUDGET.map((each) => each.exec(words)).find((found) => found !== null);
  if (match) return match[1] === undefined ? -1 : 1;
  const before = BUDGET_BEFORE.exec(live);
  if (!before || (before[1] !== undefined && Number(before[1].slice(0, 4)) !== year)) return undefined;
  return before[2] === undefined ? -1 : 1;
}

/** 较年初预算8,500万元增加: the amount is the budget that the final account is held against. */
export const BUDGET_YARDSTICK = pattern(`(?:比|较|与|同)${BUDGET_WORDS}$`);

/** There was none the year before: 上年无此项, 去年未列, 本年新增. */
export const NEW_THIS_YEAR =
  /(?:上年|去年|上年度|(?:19|20)\d\d年)[^，。；]{0,12}?(?:无|没有|未|为0|为零)|(?:本年|今年|当年)?(?:新增|首次|新设|新成立|新组建)/;

export const REASON =
  /(?:主要)?(?:变动|增减|增加|减少|差异)?原因(?:分别)?(?:是|为|：|如下|在于|系)?|主要是|主要由于|主要系|主要为|由于|因(?!公)|所致/;
/** Ends an item with what its money paid for; the item that goes on after it is told of further. */
export const PAID_FOR = /用于支付/;

/** Names what money is for, as well as its parts. */
export const PURPOSE = /(?:用于|包括)$/;
/** A purpose that is told to its end: 主要用于办公费、水费等支出，… */
export const PURPOSE_TOLD = /^[^，：]{1,200}等[^，：、]{0,12}，/;
/** Goes on with the item named before; it names none of its own. */
export const CONTINUES_ITEM = /^(?:年初预算|全年预算|调整预算|支出决算|决算数|当年支出|本年支出决算)/;

/** Between a percentage and the amount that it is of. */
export const OF_THE_SHARE = /^(?:即|计|也就是|合计?)$/;
/** An item that is named and broken off before its figure. */
export const OPEN_HEAD = /（[类款项]）[”"]?：?$/;
/** 一是…；二是…: the next of several reasons. */
export const NEXT_REASON = /^(?:[二三四五六七八九十]是|[（(]?[2-9二三四五六七八九十][)）.、])/;
/** At the end of a list that is not complete. */
export const AND_SO_ON = /等(?:方面|支出|费用|情况)?$/;

/** Opens the parts of a whole; 主要 says that they need not be all. */
export const OPENER =
  /(?:^：|其中|按[^，。；：（）]{2,14}(?=：)|中(?=：)|(?:支出|开支|构成|分布|分配|使用|安排|组成)[^，。；：（）]{0,12}情况为?(?=：)|构成情况为(?=：)|主要包括|主要用于|具体包括|分项情况[是为]?|分别为|分别是|包括|用于|分为|划分|分类|构成为|组成为|如下|具体[为是]|(?:总计|合计|决算|预算|支出|收入)中|结果为|结果(?=：)|包含|由(?=[^。；]{0,120}(?:组成|构成)))/g;

export const PRIOR = pattern(
  `^(?:其中)?(?:${LAST_YEAR})(?:度)?[^，。；：]{0,20}?(?:预算|决算|执行)?(?:安排)?(?:支出|收入)?(?:执行)?(?:数|额)?(?:为|是|：)?$`,
);
/** The amount is a budget that a final account is held against. */
export const BUDGET =
  /(?:年初|全年|调整后?|年度)[^，。；]{0,8}预算(?:数|安排|额|支出){0,4}(?:为|是|：)?$|预算(?:数|安排)(?:为|是|：)?$|^预算(?:安排)?(?:为|是|：)?$|(?:支出|经费|收入|总|费|费用)预算(?:为|是|：)?$/;

/** At which stage a budget is: as first passed, or as changed in the year. */
const BUDGET_STAGES: readonly RegExp[] = [/年初/, /全年/, /调整/];

/** The stage of a budget that words name; undefined for 预算 alone. */
export function budgetStage(words: string): RegExp | undefined {
  return BUDGET_STAGES.find((stage) => stage.test(words));
}

/** Words that name nothing: what they stand with was named before. */
const BARE_WORDS: readonly string[] = [
  '共计',
  '合计',
  '总计',
  '总额',
  '金额',
  '资金',
  '涉及',
  '年初',
  '全年',
  '调整',
  '支出',
  '决算',
  '预算',
  '执行',
  '安排',
  '收入',
  '经费',
  '数额',
  '额度',
  '数',
  '额',
  '为',
  '是',
  '共',
  '约',
  '分别',
  '的',
  '有',
  '计',
  '：',
  '，',
  '、',
  '小计',
  '共有',
  '编制',
  '批复',
  '万',
  '达',
  '当年',
  '其',
  '总',
];

/** True for a clause of such words alone, and for an empty one. */
export const isOfBareWords = madeOf(BARE_WORDS);

/** What else may stand in a subject without changing what it names. */
export const FILLERS =
  /(?:19|20)\d\d年(?:度|初)?|本(?:部门|单位)|我(?:部门|单位|局|委|中心|院|校|办)|部门|单位|本级|年度|预算|决算|支出|收入|拨款|收支|收、支|安排|总额|总数|总计|合计|总|资金|经费|费用|费|财政|数|额|为|是|共计|共|的|及|和|等|各|均|分别|计|实际|执行|年初|全年|调整|当年|本年|其中|包括|主要|用于|使用|涉及|金额|构成|组成|由|中|类|款|项|所需|相关|情况|决定|编报|批复|公共|上年|上年度|有|全部|其|[()（）"“”‘’'：:、,，\d.]/g;
