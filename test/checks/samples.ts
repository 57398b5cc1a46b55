/*
 * The forms of one budget, cut in different ways: 10.00 in all, 9.00 of this year and 1.00 carried over.
 */

/** By year of the money. */
export const SUMMARY = `
  收支总表 flow=expenditure | 合计 = 当年 + 结转 | 当年 vintage=current | 结转 vintage=carryover
  ∑合计 = 201 + 208 | 10.00 | 9.00 | 1.00
  201 | 7.00 | 6.00 | 1.00
  208 | 3.00 | 3.00 |`;

/** By what it is spent on. */
export const SPENDING = `
  支出总表 flow=expenditure | 合计 = 基本 + 项目 | 基本 nature=basic | 项目 nature=project
  ∑合计 = 201 + 208 | 10.00 | 4.00 | 6.00
  201 | 7.00 | 1.00 | 6.00
  208 | 3.00 | 3.00 |`;

/** By where it comes from. */
export const INCOME = `
  收入总表 flow=income | 金额
  一般 item=total fund=general vintage=current | 6.00
  基金 item=total fund=govfund vintage=current |
  单位 item=total fund=own vintage=current | 3.00
  ∑本年合计 item=total vintage=current = 一般 + 基金 + 单位 | 9.00
  上年结转 item=total vintage=carryover | 1.00
  ∑总计 item=total = 本年合计 + 上年结转 | 10.00`;

/** Several tables as one text. */
export function together(...tables: readonly string[]): string {
  return tables.join('\n\n');
}
