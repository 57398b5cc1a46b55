import { sumColumns } from '../../src/checks/sum-columns';
import { testRule } from './rule-tester';

const HEAD = '支出 | 合计 = 基本 + 项目 | 基本 | 项目';

testRule(sumColumns, {
  pass: {
    'in every row': {
      tables: `
        ${HEAD}
        ∑合计 | 3.00 | 1.00 | 2.00
        201 | 1.50 | 1.00 | 0.50`,
      relations: ['3.00 = 1.00 + 2.00', '1.50 = 1.00 + 0.50'],
    },
    'a blank part is zero': {
      tables: `
        ${HEAD}
        201 | 1.00 | 1.00 |`,
      relations: ['1.00 = 1.00 + 空'],
    },
    'a group within a group': {
      tables: `
        收入 | 合计 = 小计 + 单位 | 小计 = 一般 + 基金 | 一般 | 基金 | 单位
        201 | 6.00 | 5.00 | 3.00 | 2.00 | 1.00`,
      relations: ['6.00 = 5.00 + 1.00', '5.00 = 3.00 + 2.00'],
    },
    rounding: {
      tables: `
        ${HEAD}
        201 | 1.01 | 0.50 | 0.50`,
      relations: ['1.01 ≈ 0.50 + 0.50'],
    },
  },
  fail: {
    'a column of totals that is blank throughout, beside its parts': {
      tables: `
        ${HEAD}
        201 | | 1.00 | 2.00`,
      broken: ['空 ≠ 1.00 + 2.00'],
    },
    'a part is missing': {
      tables: `
        ${HEAD}
        201 | 3.00 | 1.00 |`,
      broken: ['3.00 ≠ 1.00 + 空'],
    },
    'a total left blank where others are filled': {
      tables: `
        ${HEAD}
        201 | 3.00 | 1.00 | 2.00
        208 | | 1.00 |`,
      broken: ['空 ≠ 1.00 + 空'],
    },
    'two digits swapped': {
      tables: `
        ${HEAD}
        201 | 21.00 | 5.00 | 7.00`,
      broken: ['21.00 ≠ 5.00 + 7.00'],
    },
  },
  notEvaluated: {
    'no column is the sum of others': {
      tables: `
        支出 | 基本 | 项目
        201 | 1.00 | 2.00`,
    },
    'a row without figures': {
      tables: `
        ${HEAD}
        201 | | |`,
    },
  },
});
