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
