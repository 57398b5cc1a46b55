import { sumChildren } from '../../src/checks/sum-children';
import { testRule } from './rule-tester';

testRule(sumChildren, {
  pass: {
    '类 = Σ款, 款 = Σ项': {
      tables: `
        支出 | 合计
        201 = 20101 + 20103 | 6.00
        20101 = 2010101 + 2010102 | 4.00
        2010101 | 1.00
        2010102 | 3.00
        20103 | 2.00`,
      relations: ['6.00 = 4.00 + 2.00', '4.00 = 1.00 + 3.00'],
    },
    'rows under 其中 are left out of the sum': {
      tables: `
        支出 | 合计
        201 = 20101 + [20103] | 4.00
        20101 | 4.00
        20103 | 2.00`,
      relations: ['4.00 = 4.00'],
    },
    'in every column': {
      tables: `
        支出 | 合计 | 基本
        201 = 20101 | 4.00 | 1.00
        20101 | 4.00 | 1.00`,
      relations: ['4.00 = 4.00', '1.00 = 1.00'],
    },
  },
  fail: {
    'a class that was left blank where others are filled in': {
      tables: `
        支出 | 合计
        201 = 20101 |
        20101 | 3.00
        208 = 20805 | 4.00
        20805 | 4.00`,
      broken: ['空 ≠ 3.00'],
    },
    'one 项 is too much': {
      tables: `
        支出 | 合计
        201 = 20101 + 20103 | 6.00
        20101 | 4.00
        20103 | 2.60`,
      broken: ['6.00 ≠ 4.00 + 2.60'],
    },
    'a 类 without figure in a column whose 款 has one': {
      tables: `
        支出 | 合计 | 基本
        201 = 20101 | 4.00 |
        20101 | 4.00 | 1.00`,
      broken: ['空 ≠ 1.00'],
    },
  },
  notEvaluated: {
    'the total is the affair of sum/rows': {
      tables: `
        支出 | 合计
        ∑合计 = 201 | 9.00
        201 | 4.00`,
    },
    'only parts under 其中': {
      tables: `
        支出 | 合计
        201 = [20101] | 4.00
        20101 | 3.00`,
    },
    'headings without figures, where no class has any': {
      tables: `
        支出 | 合计
        201 = 20101 |
        20101 | 3.00
        208 = 20805 |
        20805 | 4.00`,
    },
  },
});
