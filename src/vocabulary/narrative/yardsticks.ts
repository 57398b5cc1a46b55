/*
 * What a change is measured by, and what stands around it.
 */

/** 比上年, 较2022年的: the amount behind it is that year's where a change follows. */
export const YARDSTICK = /(?:比|较|与|由|从)(?:上年|去年|上一年|(?:19|20)\d\d年)(?:度)?[^，。；：]{0,8}$/;

/** 较上年的, 由2023年的 at the end of words: it names nothing by itself. */
export const NAMELESS_YARDSTICK = /(?:比|较|与|由|从)(?:上年度?|去年|上一年|(?:19|20)\d\d年(?:度)?)的?$/;

/** Behind an amount: it is what something was compared with, or came from. */
export const COMPARED_WITH =
  /^）?，?(?:增加|减少|增长|下降|提高|上升|降低|压减|调减|调增|相比|持平|降至|降到|升至|增至|增到|减至|减到|降为|增为|减为|调整为|调整到|变为)/;

/** All up to a yardstick: 支出较上年预算增加 leaves 增加. */
export const UP_TO_YARDSTICK =
  /^.{0,200}?(?:同比|(?:比|较|与|同)(?:上年|去年|上一年|(?:19|20)\d\d年))[^，]{0,80}?(?=增|减|上升|下降|提高|降低|$)/;

/** What stands before a name in a reason. */
export const BECAUSE = /^.{0,12}(?:原因[是为]?|因为|由于|是|系|为|因)/;

/** 均, 都, 各 before a verb: what is told holds for all. */
export const OF_ALL = /^(?:均|都|各)/;
