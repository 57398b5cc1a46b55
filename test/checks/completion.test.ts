import { completion } from '../../src/checks/completion';
import { testText } from './text-tester';

testText(completion, {
  pass: {
    'what was added to the budget in the year': {
      final: true,
      text: '年初预算1050万元，执行中追加80.42万元，支出决算1130.42万元。',
      relations: ['1130.42 = 1050 + 80.42'],
    },
    'what was added and taken back': {
      final: true,
      text: '年初预算1050.00万元，年中追加80.42万元，调减30.00万元，调整预算1100.42万元，支出决算1090.00万元。',
      relations: ['1100.42 = 1050.00 + 80.42 + -30.00'],
    },
    'a rate of execution of a part of the money told before': {
      final: true,
      text: '对15个项目开展绩效自评，涉及资金1200.00万元，其中财政资金1000.00万元。全年执行数950.00万元，执行率95.00%。',
      relations: ['95.00% = 950.00 ÷ 1000.00'],
    },
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
    '为年初预算的: completed too': {
      final: true,
      text: '2024年度支出预算为50.00万元，支出决算为45.00万元，为年初预算的90.00%。',
      relations: ['90.00% = 45.00 ÷ 50.00'],
    },
    'a purpose before the budget opens no list': {
      final: true,
      text: '全年支出年初预算500.00万元，支出决算480.00万元。\n（1）行政运行（项）。主要用于人员工资、办公费等支出，年初预算为290.00万元，支出决算为300.00万元，完成年初预算的103.45%。\n（2）档案馆（项）。包括库房租金，年初预算为210.00万元，支出决算为180.00万元，完成年初预算的85.71%。',
      relations: ['103.45% = 300.00 ÷ 290.00', '85.71% = 180.00 ÷ 210.00'],
    },
    'the budget whose stage the words name': {
      final: true,
      text: '基本支出年初预算数500.00万元，调整后预算数520.00万元，决算数510.00万元，完成年初预算数的102.00%、调整后预算数的98.08%。',
      relations: ['102.00% = 510.00 ÷ 500.00', '98.08% = 510.00 ÷ 520.00'],
    },
    'either stage where the words name none': {
      final: true,
      text: '基本支出年初预算为500.00万元，全年预算为520.00万元，支出决算为510.00万元，完成预算的102.00%，决算数大于预算数的主要原因是追加。',
      relations: ['102.00% = 510.00 ÷ 500.00'],
    },
    'a part is not held against the budget of its whole': {
      final: true,
      text: '全年支出预算为50.00万元，支出决算为45.00万元，完成预算的90.00%。其中：甲项目支出决算为40.00万元，完成预算的100%；乙项目支出决算为5.00万元，完成预算的50%。',
      relations: ['90.00% = 45.00 ÷ 50.00'],
    },
    'below every part: one of which nothing was spent had a budget too': {
      final: true,
      text: '全年支出预算为50.00万元，支出决算为45.00万元，完成预算的90.00%。其中：甲项目支出决算为40.00万元，完成预算的100%；乙项目支出决算为5.00万元，完成预算的100%；丙项目支出决算为0万元，完成预算的0%。',
      relations: ['90.00% = 45.00 ÷ 50.00'],
    },
  },
  fail: {
    'what was added to the budget in the year': {
      final: true,
      text: '年初预算1050万元，执行中追加86.42万元，支出决算1130.42万元。',
      broken: ['1130.42 ≠ 1050 + 86.42'],
    },
    'a percentage of a budget of nothing, its unit left out': {
      final: true,
      text: '1.行政运行（项）。年初预算为0，支出决算为20.00万元，完成年初预算的95.89%。',
      broken: ['95.89% ≠ 20.00 ÷ 0'],
    },
    'no change against the budget of the year': {
      final: true,
      text: '1.公务接待费支出2.50万元，年初预算3.50万元，与2024年度预算相比无增减。',
      broken: ['文字写决算数等于预算数，而“公务接待费支出”决算数 2.50、预算数 3.50'],
    },
    'nothing spent, and yet no change against the budget': {
      final: true,
      text: '1.因公出国（境）费支出0万元，年初预算3.00万元，与年初预算相比无变化。',
      broken: ['文字写决算数等于预算数，而“因公出国（境）费支出”决算数 0、预算数 3.00'],
    },
    'a rate of execution of the money told before': {
      final: true,
      text: '对15个项目开展绩效自评，涉及资金1200.00万元。全年执行数1140.00万元，执行率98.00%。',
      broken: ['98.00% ≠ 1140.00 ÷ 1200.00'],
    },
    'of a budget told with the percentage': {
      final: true,
      text: '公务接待费支出5.00万元，完成预算15.00万元的33.33%。公务用车运行维护费支出8.00万元，为年初预算数20.00万元的70.00%。',
      broken: ['70.00% ≠ 8.00 ÷ 20.00'],
    },
    'above every part': {
      final: true,
      text: '全年支出预算为45.00万元，支出决算为45.00万元，完成预算的100%。其中：甲项目支出决算为40.00万元，完成预算的80%；乙项目支出决算为5.00万元，完成预算的90%。',
      broken: ['总体完成预算的 100%'],
    },
    'another percentage': {
      final: true,
      text: '2024年度支出年初预算50.00万元，支出决算45.00万元，完成年初预算的80.00%。',
      broken: ['80.00% ≠ 45.00 ÷ 50.00'],
    },
    'neither stage': {
      final: true,
      text: '基本支出年初预算为500.00万元，调整预算为520.00万元，支出决算为510.00万元，完成预算的97.08%。',
      broken: ['97.08% ≠ 510.00 ÷ 520.00'],
    },
    'the rate of the other stage': {
      final: true,
      text: '基本支出年初预算为500.00万元，调整预算为520.00万元，支出决算为510.00万元，完成年初预算的98.08%，完成调整预算的98.08%。',
      broken: ['98.08% ≠ 510.00 ÷ 500.00'],
    },
    'words against figures': {
      final: true,
      text: '2024年度支出年初预算50.00万元，支出决算45.00万元。决算数大于预算数的主要原因是工作增加。',
      broken: ['文字写决算数大于预算数'],
    },
  },
  notEvaluated: {
    'what was spent of what was added': {
      final: true,
      text: '年初预算1050.00万元，年中追加80.42万元，支出决算990.17万元。',
    },
    'no change against the budget of another year': {
      final: true,
      text: '1.公务接待费支出2.50万元，年初预算3.50万元，与2023年度预算相比无变化。',
    },
    'no budget is printed': {
      final: true,
      text: '2024年度支出决算45.00万元，完成预算的90.00%。',
    },
  },
});
