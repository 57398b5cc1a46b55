/*
 * How 绩效自评表 name their money. Two prints are in use: 预算数 and 执行数 side by side, each with its sources (to 2021); and a
 * row a source under 年初预算, 调整后预算数, 预算执行数, 预算执行率 (from 2022). Source: printed 自评表 of 四川 institutions, 2021 to 2024.
 */

import { pattern } from '../shared/pattern';

export const EXECUTION_WORDS = '预算执行情况';
/** Opens the money of a form. */
export const EXECUTION = pattern(`(?:项目)?${EXECUTION_WORDS}`, 'g');
/** What follows the money. */
export const BEYOND_MONEY = /年度(?:总体)?目标|一级指标|绩效指标|完成指标|目标完成情况|项目年度目标|预期目标/;
/** Heads of the print with a row a source. */
export const COLUMN_HEADS = /年初预算[\s\S]{0,40}(?:调整后?|全年)预算[\s\S]{0,40}执行数/;

export const BUDGET_LABEL = '预算数';
export const DONE_LABEL = '执行数';
export const TOTAL_LABEL = /^(?:年度)?(?:资金)?总额$|^合计$/;
/** Labels of money, the longest first; 执行率 and the like hold none of it. */
export const MONEY_LABEL =
  /财政专户管理资金|一般公共预算(?:财政)?拨款|财政拨款|财政资金|其他资金|单位资金|自有资金|上年结转资金|上年结转|社会资金|年度资金总额|资金总额|总额|预算数|执行数/g;
export const TITLE = /绩效.{0,12}自评|自评(?:价)?表/;
export const PROJECT_NAME = /项目名称[：:|\s]*((?:(?!主管部门|实施单位)[^|\n]){2,80})/;
export const INSTITUTION = /实施单位(?:[（(]盖章[）)])?[：:|\s]*((?:(?!项目|预算|主管)[^|\n]){4,60})/;
