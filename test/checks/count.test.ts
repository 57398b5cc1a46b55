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
    'a count alone': {
      text: '单价100万元以上设备3台。',
    },
  },
});
