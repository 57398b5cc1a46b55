import { count } from '../../src/checks/count';
import { testText } from './text-tester';

testText(count, {
  pass: {
    'cars by kind': {
      text: '本单位共有车辆5辆，其中：机要通信用车2辆、其他用车3辆。',
      relations: ['5 = 2 + 3'],
    },
    'persons and visits': {
      text: '公务接待费1.00万元，接待4批次，20人次。',
      relations: ['4 ≤ 20'],
    },
  },
  fail: {
    'one car too many: the kind that stands for all others makes the list complete': {
      text: '本单位共有车辆6辆，其中：机要通信用车2辆、其他用车3辆。',
      broken: ['6 ≠ 2 + 3'],
    },
    'of several wholes the one that a slip explains': {
      text: '全年评价大类项目26个，明细项目74个，资金100.00万元。其中：66个项目评为“优”，50个项目评为“良”，1个项目评为“中”，2个项目评为“差”。',
      broken: ['74 ≠ 66 + 50 + 1 + 2'],
    },
    'fewer persons than visits': {
      text: '公务接待费1.00万元，接待8批次，5人次。',
      broken: ['8 > 5'],
    },
    'visits that cost nothing': {
      text: '公务接待费0万元，接待2批次，9人次。',
      broken: ['公务接待费 0万元，而有 2批次', '公务接待费 0万元，而有 9人次'],
    },
  },
  notEvaluated: {
    'kinds of cars that need not be all': {
      text: '本单位共有车辆9辆，其中：机要通信用车2辆、执法执勤用车3辆。',
    },
    'a count alone': {
      text: '单价100万元以上设备3台。',
    },
  },
});
