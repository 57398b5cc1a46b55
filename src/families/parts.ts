import type { FixedRow, FormBlock, FormColumn, FormRows } from '../model/form';
import type { PartialKey } from '../model/key';
import { chineseOrdinal } from '../shared/numerals';
import { ECONOMIC_CLASSES } from '../vocabulary/economic';
import { FUNCTION_CLASSES } from '../vocabulary/functional';

/* Columns and rows that the forms of several families share. */

/** A column of amounts under a path of heads. */
export function amount(heading: readonly string[], key: PartialKey, width = 14): FormColumn {
  return { role: 'amount', heading, key, width };
}

/** 合计 | 基本支出 | 项目支出 under a common head. */
export function natures(group: readonly string[], total = '合计'): FormColumn[] {
  return [
    amount([...group, total], { nature: 'all' }),
    amount([...group, '基本支出'], { nature: 'basic' }),
    amount([...group, '项目支出'], { nature: 'project' }),
  ];
}

/** The three budgets of 财政拨款. */
export function threeFunds(group: readonly string[], suffix = ''): FormColumn[] {
  return [
    amount([...group, `一般公共预算${suffix}`], { fund: 'general' }),
    amount([...group, `政府性基金预算${suffix}`], { fund: 'govfund' }),
    amount([...group, `国有资本经营预算${suffix}`], { fund: 'capital' }),
  ];
}

/** 合计 (or 小计) and the three budgets of 财政拨款. */
export function fiscalFunds(group: readonly string[], total: string, suffix = ''): FormColumn[] {
  return [amount([...group, total], { fund: 'fiscal' }), ...threeFunds(group, suffix)];
}

/** 一、一般公共服务支出 …: the classes in the order of the form, numbered. */
export function classRows(codes: readonly string[] = FUNCTION_CLASSES.map(({ code }) => code)): FixedRow[] {
  return codes.map((code, index) => ({
    label: `${chineseOrdinal(index + 1)}、${FUNCTION_CLASSES.find((entry) => entry.code === code)!.name}`,
    key: { item: code },
    role: 'item',
  }));
}

/** The classes of final accounts: no 社会保险基金支出, 预备费, 转移性支出, 债务发行费用支出, which no institution spends. */
export const FINAL_CLASSES: readonly string[] = FUNCTION_CLASSES.map(({ code }) => code).filter(
  (code) => !['209', '227', '230', '233'].includes(code),
);

export const FISCAL_FUND_IDS = ['general', 'govfund', 'capital'] as const;

/** Numbered rows of sources of income: [label, fund] each. */
export function sourceRows(
  sources: readonly (readonly [string, string])[],
  vintage: 'current' | 'carryover',
  indent = 0,
  numbered = true,
): FixedRow[] {
  return sources.map(([name, fund], index) => ({
    label: numbered ? `${chineseOrdinal(index + 1)}、${name}` : name,
    key: { item: 'total', fund, vintage },
    role: 'item',
    indent,
  }));
}

/** 301 工资福利支出, 30101 基本工资 …: these classes with their items. */
export function economicRows(classes: readonly string[]): FixedRow[] {
  return ECONOMIC_CLASSES.filter(({ code }) => classes.includes(code)).flatMap(({ code, name, items }) => [
    { code, label: name, key: { item: `e:${code}` }, role: 'item' as const },
    ...items.map(([end, label]) => ({
      code: `${code}${end}`,
      label,
      key: { item: `e:${code}${end}` },
      role: 'item' as const,
      indent: 1,
    })),
  ]);
}

/** The row of totals of an open form. */
export const TOTAL_ROW: FixedRow = { label: '合计', key: {}, role: 'total' };

/** Rows by 支出功能分类, as the document has them. */
export const FUNCTION_ROWS = { kind: 'open', total: TOTAL_ROW, of: 'function' } as const satisfies FormRows;

/** A row that stands empty in the form, to keep both sides level. */
export const EMPTY_ROW: FixedRow = { label: '', key: { item: '' }, role: 'item' };

/** A form of one list of income: rows by 支出功能分类 unless it has others. */
export function receipts(columns: readonly FormColumn[], rows: FormRows = FUNCTION_ROWS): FormBlock[] {
  return [{ key: { flow: 'income' }, columns, rows }];
}

/** A form of one list of expenditure. */
export function spending(columns: readonly FormColumn[], rows: FormRows = FUNCTION_ROWS): FormBlock[] {
  return [{ key: { flow: 'expenditure' }, columns, rows }];
}
