import { share } from '../../src/checks/share';
import { testText } from './text-tester';

testText(share, {
  pass: {
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
    'the change of a share in points': {
      text: '2024年度支出预算100.00万元，其中：卫生健康支出20.00万元，占比较上年提高2.00个百分点。',
    },
    'no percentage': {
      text: '2024年度支出预算100.00万元，其中：基本支出40.00万元。',
    },
  },
});
