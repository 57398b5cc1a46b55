/* The parts of the explanation of one project. */

/** The heading of what the year spends on it. */
export const PLAN_OF_YEAR =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]{0,2})?\s?年度(?:预算)?(?:资金)?安排(?:情况)?(?:[：:].{0,400})?$/;

export const MONEY_WORDS = /\d(?:[\d,.]{0,20})(?:亿|万)?元/;

/** The year of the document without its number. */
export const THIS_YEAR = /本年|今年|当年|本项目(?:预算)?安排|年初预算安排|本次安排/;

/** 绩效目标 of projects: 编报绩效目标的项目4个，涉及项目预算资金. */
export const PROJECTS_ONLY = /项目(?:支出)?(?:预算)?(?:资金|金额|绩效)|绩效目标的项目/;

/** 绩效目标 of all that an institution spends. */
export const AS_A_WHOLE = /整体|全部支出|部门支出|单位支出/;

/** What a project may spend this year, as its explanation calls it: 2026年度预算安排, 2025年度项目总预算. */
export const MONEY_OF_YEAR = /预算安排|安排(?:预算|资金)|(?:年度?|项目)[^，。；]{0,4}预算(?:总?额|数)?$/;
