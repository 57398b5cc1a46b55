import { share } from '../../src/checks/share';
import { testText } from './text-tester';

testText(share, {
  pass: {
    'of a number of things': {
      text: '共有项目15个，其中：优12个，占80.00%；良3个，占项目总数15个的20.00%。',
      relations: ['80.00% = 12 ÷ 15', '20.00% = 3 ÷ 15'],
    },
    'of a whole told with the percentage': {
      text: '公务接待费5.00万元，占“三公”经费15.00万元的33.33%。',
      relations: ['33.33% = 5.00 ÷ 15.00'],
    },
    'each its own, in a row': {
      text: '2024年度支出预算1200.00万元，基本支出、项目支出分别为480.00万元、720.00万元，分别占支出预算的40.00%和60.00%。',
      relations: ['40.00% = 480.00 ÷ 1200.00', '60.00% = 720.00 ÷ 1200.00'],
    },
    'of the whole of the list': {
      text: '全年支出盘子100.00万元，分为：基本支出40.00万元，占40.00%；项目支出60.00万元，占60.00%。',
      relations: ['40.00% = 40.00 ÷ 100.00', '60.00% = 60.00 ÷ 100.00'],
    },
    'a rounded percentage': {
      text: '2024年度支出预算300.00万元，其中：基本支出100.00万元，占33%。',
      relations: ['33% = 100.00 ÷ 300.00'],
    },
    'nothing of something': {
      text: '2024年度支出预算100.00万元，其中：政府性基金预算0万元，占0%。',
      relations: ['0% = 0 ÷ 100.00'],
    },
  },
  fail: {
    'of a number of things, which are counted exactly': {
      text: '共有项目15个，其中：优12个，占81.00%；良3个，占项目总数15个的21.00%。',
      broken: ['81.00% ≠ 12 ÷ 15', '21.00% ≠ 3 ÷ 15'],
    },
    'of a whole told with the percentage': {
      text: '公务接待费8.00万元，占“三公”经费15.00万元的63.33%。',
      broken: ['63.33% ≠ 8.00 ÷ 15.00'],
    },
    'the shares of a row in another order': {
      text: '2024年度支出预算1200.00万元，基本支出、项目支出分别为480.00万元、720.00万元，分别占支出预算的60.00%和40.00%。',
      broken: ['60.00% ≠ 480.00 ÷ 1200.00', '40.00% ≠ 720.00 ÷ 1200.00'],
    },
    'another percentage': {
      text: '全年支出盘子100.00万元，分为：基本支出40.00万元，占32.00%；项目支出60.00万元，占60.00%。',
      broken: ['32.00% ≠ 40.00 ÷ 100.00'],
    },
    'more than all': {
      text: '2024年度支出预算100.00万元，其中：基本支出40.00万元，占400.00%。',
      broken: ['400.00% ≠ 40.00 ÷ 100.00', '占比 400.00% 大于 100%'],
    },
  },
  notEvaluated: {
    'of a number of things, whose whole is not told': {
      text: '参会女性12人，占40.00%，安排资金100.00万元。',
    },
    'the change of a share in points': {
      text: '2024年度支出预算100.00万元，其中：卫生健康支出20.00万元，占比较上年提高2.00个百分点。',
    },
    'no percentage': {
      text: '2024年度支出预算100.00万元，其中：基本支出40.00万元。',
    },
  },
});
