import { priorYear } from '../../src/checks/prior-year';
import { testText } from './text-tester';

testText(priorYear, {
  pass: {
    'one change told twice': {
      text: '2024年度收入总计120.00万元，比上年增加20.00万元。2024年度支出总计120.00万元，比上年增加20.00万元。',
      relations: ['20.00 = 20.00'],
    },
    'changes of parts add up': {
      title: '七、“三公”经费情况说明',
      text: '2024年“三公”经费预算10.00万元，比上年增加3.00万元，其中：因公出国（境）费4.00万元，比上年增加1.00万元；公务接待费6.00万元，比上年增加2.00万元。',
      relations: ['3.00 = 1.00 + 2.00'],
    },
  },
  fail: {
    'income and expenditure of last year differ': {
      text: '2024年度收入总计100.00万元，比上年增加8.00万元。2024年度支出总计100.00万元，比上年增加25.00万元。',
      broken: ['由增减额推出的上年数不一致'],
    },
  },
  notEvaluated: {
    'the change of a whole that is not theirs': {
      text: '2024年度支出总计130.00万元，比上年增加10.00万元，其中一般公共预算支出100.00万元。\n（1）按功能分类。一般公共预算支出100.00万元，其中：\n①教育支出60.00万元，比上年增加5.00万元；\n②卫生健康支出40.00万元，比上年增加3.00万元。\n（2）按经济分类。一般公共预算支出100.00万元，其中：工资福利支出70.00万元，商品和服务支出30.00万元。',
    },
    'different yardsticks': {
      text: '2024年度收入总计100.00万元，比2023年预算执行数增加8.00万元。2024年度支出总计100.00万元，比2023年预算增加25.00万元。',
    },
  },
});
