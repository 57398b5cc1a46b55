import { bound } from '../../src/checks/bound';
import { testText } from './text-tester';

testText(bound, {
  pass: {
    'small firms within the whole': {
      title: '九、政府采购情况',
      text: '2024年政府采购支出总额80.00万元。授予中小企业合同金额60.00万元，其中：授予小微企业合同金额20.00万元。',
      relations: ['60.00 ≤ 80.00', '20.00 ≤ 60.00'],
    },
  },
  fail: {
    'more than all': {
      title: '九、政府采购情况',
      text: '2024年政府采购支出总额80.00万元。授予中小企业合同金额90.00万元。',
      broken: ['90.00 > 80.00'],
    },
  },
  notEvaluated: {
    'noughts at the end are no digits by which figures are alike': {
      title: '九、政府采购情况',
      text: '授予中小企业合同金额4500.00万元，其中货物4500.00万元。涉密采购另有4050.00万元。',
    },
    'no whole': {
      text: '授予中小企业合同金额60.00万元。',
    },
  },
});
