import { structure } from '../../src/checks/structure';
import { testText } from './text-tester';

testText(structure, {
  pass: {
    'plain prose': {
      text: '2024年度支出预算100.00万元，主要原因是业务增加。',
      relations: [],
    },
  },
  fail: {
    'doubled stops': {
      text: '2024年度支出预算100.00万元。。',
      broken: ['标点重复“。。”'],
    },
    'no reason': {
      text: '2024年度支出预算100.00万元，主要原因是。',
      broken: ['“原因是”后没有写原因'],
    },
    'a placeholder': {
      text: '2024年度支出预算XX万元。',
      broken: ['占位符“XX”未填写'],
    },
    'a choice left standing': {
      text: '2024年度支出预算100.00万元，增加（减少）5.00万元。',
      broken: ['选择项“增加（减少”未删改'],
    },
    'no percent sign': {
      text: '2024年度支出预算100.00万元，其中基本支出占40.00，其余为项目支出。',
      broken: ['“占40.00”后疑缺百分号'],
    },
    'an open bracket': {
      text: '2024年度支出预算100.00万元（含结转。',
      broken: ['括号不成对（左 1 个，右 0 个）'],
    },
    'a year that is not this one': {
      text: '2023年本年收入合计100.00万元。',
      broken: ['年度疑误：写“2023年本年收入'],
    },
    'speaks as a department': {
      text: '本部门支出预算100.00万元。',
      broken: ['单位预算中使用“本部门”'],
    },
  },
  notEvaluated: {
    'either word by form': {
      text: '本部门（单位）支出预算100.00万元。',
    },
  },
});
