import { comparable } from '../shared/text';

/*
 * Tables that stand in a disclosure but are no 公开表: known, so that they are neither taken for forms nor reported as
 * unknown.
 */

const ATTACHMENTS = /绩效目标|绩效自评|自评表|绩效指标|绩效评价|指导性目录|采购目录|政府购买服务目录|单位构成|名词解释/;

/** Names of projects that pay for such work (预算绩效自评工作经费, 预算执行情况审计项目), and sentences about it. */
const OF_A_PROJECT = /(?:经费|资金|项目|工作|费用?|[，。；])$|[，。；].|审计/;

/** True for a cell that only a 自评表 has: its grid is no 公开表, whatever stands above it. */
export function isOfAssessment(cell: string): boolean {
  if (cell.length > 60 || OF_A_PROJECT.test(cell)) return false;
  return cell.includes('预算执行情况') || (cell.includes('自评') && /(?:绩效|目标)[^，。]{0,8}自评/.test(cell));
}

/** True for titles of 绩效目标表, 自评表, 目录 and the like. */
export function isAttachment(title: string): boolean {
  return ATTACHMENTS.test(comparable(title));
}

const FUNDS_TOTAL = /资金(?:申请|安排)?总额|预算数|执行数/;
const FUNDS_SOURCE = /财政资|财政拨款|自筹|其他资金|单位资金|专项债|社会资金|结转/;
const OF_THE_YEAR = /年度|当年|本年|上年结转/;

/** True for the label of the money of a project: 实施期资金总额, 年度资金申请总额. */
export function isTotalOfFunds(label: string): boolean {
  return FUNDS_TOTAL.test(label);
}

/** True for the label of a source of it: 其中：财政资金, 上年结转资金, 其他资金. */
export function isSourceOfFunds(label: string): boolean {
  return FUNDS_SOURCE.test(label);
}

/** True for the label of money that can only be the year's: 当年财政拨款, 上年结转资金. */
export function isOfTheYear(label: string): boolean {
  return OF_THE_YEAR.test(label);
}
