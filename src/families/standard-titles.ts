/*
 * Titles that 财政部 gives to the forms of every department's budget (《地方预决算公开操作规程》, forms 1 to 9 and what most provinces
 * add to them), without year and number. They tell no province, whichever of the known families happens to be the only
 * one that prints them.
 */

export const STANDARD_TITLES: readonly string[] = [
  '收支总表',
  '收支预算总表',
  '部门收支总表',
  '部门收支预算总表',
  '单位收支总表',
  '收入总表',
  '部门收入总表',
  '收入预算总表',
  '收入预算表',
  '支出总表',
  '部门支出总表',
  '支出预算总表',
  '支出预算表',
  '财政拨款收支总表',
  '财政拨款收支预算总表',
  '财政拨款收支预算表',
  '一般公共预算支出表',
  '一般公共预算支出预算表',
  '一般公共预算基本支出表',
  '一般公共预算基本支出预算表',
  '一般公共预算“三公”经费支出表',
  '一般公共预算“三公”经费支出预算表',
  '“三公”经费支出表',
  '“三公”经费支出预算表',
  '政府性基金预算支出表',
  '政府性基金预算支出预算表',
  '国有资本经营预算支出表',
  '国有资本经营预算支出预算表',
  '项目支出表',
  '项目支出预算表',
];
