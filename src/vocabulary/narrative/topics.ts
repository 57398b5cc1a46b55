/*
 * What the explanation of a disclosure has to speak of. Source: 《地方预决算公开操作规程》（财预〔2016〕143号）, which asks of every
 * department duties, organs, changes of income and expenditure, “三公”经费 with the reasons of their changes (final
 * accounts: 团组数、人数、批次、保有量 too), 机关运行经费 and 政府采购, the terms explained, and, step by step, 国有资产 and 绩效.
 *
 * The patterns are matched on text without blanks, in half-width signs, quotation marks as '"'. They are wide on
 * purpose: to miss what is there is the worse mistake.
 */

import { pattern } from '../../shared/pattern';

export interface Topic {
  readonly id: string;
  /** As inspectors call it. */
  readonly name: string;
  /** What is asked, one line. */
  readonly asks: string;
  readonly kinds: readonly ('budget' | 'final')[];
  /** A heading, with text below it, that speaks of nothing else; absent where a heading alone proves nothing. */
  readonly heading?: RegExp;
  /** A passage of the explanation that speaks of it. */
  readonly words: RegExp;
  /** Only a hint, wherever it is printed; `words` when absent. */
  readonly hint?: RegExp;
  /** A 绩效目标表 in the file answers it as well. */
  readonly attached?: true;
  /** Not every institution has to answer it. */
  readonly unless?: string;
}

const BOTH = ['budget', 'final'] as const;
const CHANGED = '(?:增加|减少|增长|下降|上升|降低|增减|变动|变化|持平|一致|相同|相等|不变)';

export const TOPICS: readonly Topic[] = [
  {
    id: 'duties',
    name: '主要职责',
    asks: '说明本部门（单位）的职责',
    kinds: BOTH,
    heading: /职责|职能/,
    words: /(?:主要|基本|工作|承担的?)(?:职责|职能)|(?:职责|职能)(?:是|为|包括|:)/,
    hint: /职责|职能/,
  },
  {
    id: 'organs',
    name: '机构设置',
    asks: '说明机构设置和预算单位构成情况',
    kinds: BOTH,
    heading: /机构(?:设置|情况|人员|概况)|(?:内设|组织)机构|(?:单位|部门)构成|机构和人员|机构及人员/,
    words:
      /内设(?:机构|科室|处室|股室)?|下设|机构设置|(?:单位|部门)构成|所属(?:预算)?单位|纳入[^。]{0,30}(?:编制|汇总)范围/,
    hint: /机构|科室|下设|构成/,
  },
  {
    id: 'overall',
    name: '收支总体情况',
    asks: '说明收入、支出预算（决算）的总体情况',
    kinds: BOTH,
    words:
      /(?:收入|支出|收支)(?:预算|决算)?(?:总计|总额|总体|合计|共计|总数)|(?:预算|决算)(?:数)?(?:总)?(?:收入|支出|收支)(?:总计|总额|合计|总体|为|\d)|(?:本年|总)(?:收入|支出)|(?:收入|支出)(?:预算|决算)(?:数)?(?:为|共|\d)/,
    hint: /收入|支出|收支/,
  },
  {
    id: 'change',
    name: '收支增减变化',
    asks: '说明收入、支出比上年（预算）增减变化的情况和原因',
    kinds: BOTH,
    words: pattern(
      `(?:收入|支出|收支|拨款|(?<!费)(?:预算|决算)(?:数|总额|总数)?(?=[比较与]))(?:(?!三公|出国|接待|用车|运行)[^]){0,80}?${CHANGED}`,
    ),
    hint: pattern(CHANGED),
  },
  {
    id: 'travel',
    name: '“三公”经费',
    asks: '说明“三公”经费的增减变化及原因；没有安排的说明没有',
    kinds: BOTH,
    heading: /三公.{0,60}?(?:增减|变动|变化|原因)/,
    words: pattern(
      `(?:三公"?经费|因公出国|公务接待|公务用车)[^]{0,120}?(?:${CHANGED}|原因|未安排|没有安排|无安排|未发生|没有发生|不涉及|无此项)|(?:无|没有|不涉及|未安排)"?三公`,
    ),
    hint: /三公|因公出国|公务接待|公务用车/,
  },
  {
    id: 'travel-counts',
    name: '“三公”经费实物量',
    asks: '说明因公出国（境）团组数和人数，公务用车购置数和保有量，国内公务接待批次和人数',
    kinds: ['final'],
    words:
      /团组|批次|人次|保有量|公务用?车[^。]{0,40}辆|接待[^。]{0,30}\d+(?:批|人|次)|(?:无|没有|未发生|不涉及)"?三公/,
    hint: /三公|因公出国|公务接待|公务用车|车辆/,
  },
  {
    id: 'operation',
    name: '机关运行经费',
    asks: '说明机关运行经费的安排（支出）情况；没有的说明没有',
    kinds: BOTH,
    heading: /机关运行/,
    words: /机关运行(?:经)?费/,
    unless: '不是行政单位、参照公务员法管理的事业单位的，可以没有机关运行经费',
  },
  {
    id: 'procurement',
    name: '政府采购',
    asks: '说明政府采购的总额和货物、工程、服务的情况；没有的说明没有',
    kinds: BOTH,
    heading: /政府采购/,
    words: /政府采购/,
  },
  {
    id: 'assets',
    name: '国有资产占有使用',
    asks: '说明国有资产占有使用情况（车辆、大型设备等）',
    kinds: BOTH,
    heading: /国有资产|资产(?:占有|占用|使用)/,
    words:
      /国有资产|资产(?:占有|占用|使用)|占有使用|(?:共有|现有|拥有|保有)(?:公务)?(?:用车|车辆)|单(?:价|位价值)\d+万元/,
    hint: /资产|车辆|设备/,
  },
  {
    id: 'performance',
    name: '预算绩效',
    asks: '说明预算绩效管理情况，公开绩效目标（评价结果）',
    kinds: BOTH,
    heading: /绩效(?:管理|目标|评价|自评|情况)/,
    words: /绩效(?:管理|目标|评价|自评|考核|监控)/,
    hint: /绩效/,
    attached: true,
  },
  {
    id: 'glossary',
    name: '名词解释',
    asks: '对专业性较强的名词作出解释',
    kinds: BOTH,
    heading: /名词(?:解释|说明|注释)|专业名词|专有名词|术语解释/,
    words: /名词(?:解释|说明|注释)(?:如下|:)/,
    hint: /名词|(?::|,)(?:是)?指|是指/,
  },
];

/** A line of the part 名词解释, or a note: it says what a word means, not how things are. */
export const DEFINITION = /^[^。]{0,40}?(?::|,)?(?:是|主要|均)?(?:指|反映)(?!标|导|定)/;
