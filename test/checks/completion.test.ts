import { completion } from '../../src/checks/completion';
import { testText } from './text-tester';

testText(completion, {
  pass: {
    'actual by budget': {
      final: true,
      text: '2024年度支出年初预算50.00万元，支出决算45.00万元，完成年初预算的90.00%。',
      relations: ['90.00% = 45.00 ÷ 50.00'],
    },
    'nothing of nothing': {
      final: true,
      text: '2024年度支出年初预算0万元，支出决算0万元，完成年初预算的100%。',
      relations: ['100% = 0 ÷ 0'],
    },
  },
  fail: {
    'another percentage': {
      final: true,
      text: '2024年度支出年初预算50.00万元，支出决算45.00万元，完成年初预算的80.00%。',
      broken: ['80.00% ≠ 45.00 ÷ 50.00'],
    },
    'words against figures': {
      final: true,
      text: '2024年度支出年初预算50.00万元，支出决算45.00万元。决算数大于预算数的主要原因是工作增加。',
      broken: ['文字写决算数大于预算数'],
    },
  },
  notEvaluated: {
    'no budget is printed': {
      final: true,
      text: '2024年度支出决算45.00万元，完成预算的90.00%。',
    },
  },
});
