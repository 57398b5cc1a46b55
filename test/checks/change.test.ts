import { change } from '../../src/checks/change';
import { testText } from './text-tester';

testText(change, {
  pass: {
    'each its own, in a row': {
      text: '2024年收入预算1200.00万元、支出预算1300.00万元，分别比上年增加100.00万元、200.00万元，分别增长9.09%、18.18%。',
      relations: ['9.09% = 100.00 ÷ (1200.00 - 100.00)', '18.18% = 200.00 ÷ (1300.00 - 200.00)'],
    },
    'three named in a row, each with its change': {
      text: '因公出国（境）费、公务用车购置及运行费和公务接待费预算分别为4.00万元、8.00万元、2.00万元，分别比上年减少1.00万元、2.00万元、0.50万元，分别下降20.00%、20.00%、20.00%。',
      relations: ['20.00% = 1.00 ÷ (4.00 + 1.00)', '20.00% = 2.00 ÷ (8.00 + 2.00)', '20.00% = 0.50 ÷ (2.00 + 0.50)'],
    },
    'the change of a whole behind its last part': {
      text: '2024年支出预算100.00万元，其中：基本支出60.00万元；项目支出40.00万元；比上年增加5.00万元，增长5.26%。',
      relations: ['5.26% = 5.00 ÷ (100.00 - 5.00)'],
    },
    'from the year before, by as much and at that rate': {
      text: '2024年公务接待费由上年的7.00万元降至5.00万元，减少2.00万元，下降28.57%。',
      relations: ['28.57% = 2.00 ÷ (5.00 + 2.00)', '2.00 = -5.00 + 7.00'],
    },
    'from the year before, and nothing more': {
      text: '2024年公务接待费由上年的7.00万元降至5.00万元。',
      relations: [],
    },
    'a fall from the year before, no difference told': {
      text: '2024年度支出预算21.00万元，较2023年的25.00万元下降16.00%。',
      relations: ['16.00% = 100% - 21.00 ÷ 25.00'],
    },
    'a rise on the year before, told first': {
      text: '2023年支出预算200.00万元，2024年支出预算215.70万元，同比增长7.85%。',
      relations: ['7.85% = 215.70 ÷ 200.00 - 100%'],
    },
    growth: {
      text: '2024年度支出总计120.00万元，比上年增加20.00万元，增长20.00%。',
      relations: ['20.00% = 20.00 ÷ (120.00 - 20.00)'],
    },
    'decline, printed to whole percents': {
      text: '2024年度支出总计80.00万元，较上年减少20.00万元，下降20%。',
      relations: ['20% = 20.00 ÷ (80.00 + 20.00)'],
    },
    'the value of the year before is printed': {
      text: '2024年度支出总计120.00万元，2023年预算数为100.00万元，比上年增加20.00万元。',
      relations: ['20.00 = 120.00 + -100.00'],
    },
    'the whole of a list has grown, not its last part': {
      text: '全年收入预算120.00万元，由本年收入110.00万元和上年结转10.00万元组成，较上年提高20.00万元，升幅20.00%。',
      relations: ['20.00% = 20.00 ÷ (120.00 - 20.00)'],
    },
  },
  fail: {
    'the second rate of a row': {
      text: '2024年收入预算1200.00万元、支出预算1300.00万元，分别比上年增加100.00万元、200.00万元，分别增长9.09%、16.18%。',
      broken: ['16.18% ≠ 200.00 ÷ (1300.00 - 200.00)'],
    },
    'by the change of its own side': {
      text: '2024年收入预算3260.15万元，比上年增加160.15万元，增长5.17%，主要原因是新增项目；支出预算3460.15万元，比上年增加160.15万元，增长5.17%。',
      broken: ['5.17% ≠ 160.15 ÷ (3460.15 - 160.15)'],
    },
    'by the change behind it, commas between': {
      text: '2024年收入预算3260.15万元，比上年增加160.15万元，增长5.17%，支出预算3460.15万元，比上年增加160.15万元，增长5.17%。',
      broken: ['5.17% ≠ 160.15 ÷ (3460.15 - 160.15)'],
    },
    'from one figure to another, by another difference': {
      text: '2024年项目支出由上年300.00万元增至350.00万元，增加60.00万元，主要原因是新增项目由2个增至3个。',
      broken: ['60.00 ≠ 350.00 + -300.00'],
    },
    'from one figure to another, by another rate': {
      text: '2024年培训费从2023年的7.00万元增加到9.00万元，增幅23.57%。',
      broken: ['23.57% ≠ 9.00 ÷ 7.00 - 100%'],
    },
    'from less to more, told as a fall': {
      text: '2024年公务接待费由上年的5.00万元降至7.00万元。',
      broken: ['由 5.00万元 到 7.00万元，写为减少'],
    },
    'a fall that both years do not give': {
      text: '2024年度支出预算5.00万元，2023年预算7.00万元，下降22.57%。',
      broken: ['22.57% ≠ 100% - 5.00 ÷ 7.00'],
    },
    'a rise that is a fall': {
      text: '2024年度支出预算5.00万元，2023年预算7.00万元，增长28.57%。',
      broken: ['28.57% ≠ 5.00 ÷ 7.00 - 100%'],
    },
    'divided by this year': {
      text: '2024年度支出总计120.00万元，比上年增加20.00万元，增长16.67%。',
      broken: ['16.67% ≠ 20.00 ÷ (120.00 - 20.00)'],
    },
    'an increase as large as the figure': {
      text: '2024年度支出总计120.00万元，比上年增加120.00万元。',
      broken: ['增加额 120.00万元 等于本年数'],
    },
    'growth from nothing': {
      text: '2024年度支出总计120.00万元，比上年增加120.00万元，增长120%。',
      broken: ['增加额 120.00万元 等于本年数 120.00万元，即上年为 0，不能计算增长比例'],
    },
    'words against each other': {
      text: '2024年度支出总计120.00万元，比上年增加20.00万元，下降20.00%。',
      broken: ['前后方向相反'],
    },
  },
  notEvaluated: {
    'no change': {
      text: '2024年度支出总计120.00万元，与上年持平。',
    },
    'nothing before, and said so': {
      text: '2024年度支出总计120.00万元，2023年预算数为0万元。',
    },
  },
});
