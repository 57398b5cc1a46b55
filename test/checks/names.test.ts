import { names } from '../../src/checks/names';
import { testText } from './text-tester';

testText(names, {
  pass: {
    'names of today': {
      text: '2024年度卫生健康支出10.00万元。',
      relations: [],
    },
  },
  fail: {
    'a former name': {
      text: '2024年度医疗卫生与计划生育支出10.00万元。',
      broken: ['“医疗卫生与计划生育支出”是旧科目名称，现为“卫生健康支出”'],
    },
  },
  notEvaluated: {
    'no figures at all': {
      text: '无。',
    },
  },
});
