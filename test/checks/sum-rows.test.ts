import { sumRows } from '../../src/checks/sum-rows';
import { testRule } from './rule-tester';

testRule(sumRows, {
  pass: {
    'headings without figures: their parts stand for them': {
      tables: `
        支出 | 合计
        ∑合计 = 201 + 208 | 9.00
        201 = 20101 |
        20101 | 4.00
        208 = 20805 |
        20805 | 5.00`,
      relations: ['9.00 = 4.00 + 5.00'],
    },
    'the total is the sum of its rows, column by column': {
      tables: `
        支出 | 合计 | 基本
        ∑合计 = 201 + 208 | 3.00 | 2.00
        201 | 1.00 | 1.00
        208 | 2.00 | 1.00`,
      relations: ['3.00 = 1.00 + 2.00', '2.00 = 1.00 + 1.00'],
    },
    'rounding explains the difference': {
      tables: `
        支出 | 合计
        ∑合计 = 201 + 208 + 210 | 3.01
        201 | 1.00
        208 | 1.00
        210 | 1.00`,
      relations: ['3.01 ≈ 1.00 + 1.00 + 1.00'],
    },
    'blanks, dashes and zeros are zero': {
      tables: `
        支出 | 合计
        ∑合计 = 201 + 208 + 210 | 1.00
        201 | 1.00
        208 |
        210 | —`,
      relations: ['1.00 = 1.00 + 空 + —'],
    },
    '总计 adds 合计 and what stands between': {
      tables: `
        收入 | 金额
        一 | 7.00
        ∑合计 = 一 | 7.00
        结转 | 2.00
        ∑总计 item=grand = 合计 + 结转 | 9.00`,
      relations: ['7.00 = 7.00', '9.00 = 7.00 + 2.00'],
    },
    'a column without any figure, its total included, has nothing to say but is in order': {
      tables: `
        支出 | 合计 | 基本
        ∑合计 = 201 | 1.00 |
        201 | 1.00 | 0.00`,
      relations: ['1.00 = 1.00', '空 = 0.00'],
    },
  },
  fail: {
    'a total row that is blank throughout, below figures': {
      tables: `
        支出 | 合计
        ∑合计 = 201 | 
        201 | 1.00`,
      broken: ['空 ≠ 1.00'],
    },
    'a digit off': {
      tables: `
        支出 | 合计
        ∑合计 = 201 + 208 | 3.10
        201 | 1.00
        208 | 2.00`,
      broken: ['3.10 ≠ 1.00 + 2.00'],
    },
    'a total left blank beside others that are filled': {
      tables: `
        支出 | 合计 | 基本
        ∑合计 = 201 | 1.00 |
        201 | 1.00 | 0.40`,
      broken: ['空 ≠ 0.40'],
    },
    'more than rounding explains': {
      tables: `
        支出 | 合计
        ∑合计 = 201 + 208 | 3.02
        201 | 1.00
        208 | 2.00`,
      broken: ['3.02 ≠ 1.00 + 2.00'],
    },
    'whole numbers beside cents are as exact as they are printed': {
      tables: `
        支出 | 合计
        ∑合计 = 201 + 208 | 10
        201 | 4.50
        208 | 4.49`,
      broken: ['10 ≠ 4.50 + 4.49'],
    },
  },
  notEvaluated: {
    'no row is the sum of others': {
      tables: `
        支出 | 合计
        201 | 1.00
        208 | 2.00`,
    },
    'an item is no total, whatever it adds up': {
      tables: `
        支出 | 合计
        201 = 20101 | 1.00
        20101 | 2.00`,
    },
    'rates do not add up': {
      tables: `
        支出 | 增减% stage=rate
        ∑合计 = 201 + 208 | 0.00
        201 | 33.33
        208 | -50.00`,
    },
    'nothing is printed at all': {
      tables: `
        支出 | 合计
        ∑合计 = 201 |
        201 |`,
    },
  },
});
