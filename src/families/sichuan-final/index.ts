import type { Family } from '../../model/form';
import { FORMS } from './forms';

export const SICHUAN_FINAL: Family = {
  id: 'sichuan-final',
  name: '四川 部门（单位）决算公开',
  kind: 'final',
  numberFormat: '公开{NN}表',
  entityWord: { unit: '单位名称', department: '部门名称' },
  unitWord: '金额单位',
  yearLine: '{year}年度',
  forms: FORMS,
  // Captions of the charts that the explanation is printed with, and the headings that stand in no other province's.
  wording: [
    '收、支决算总计变动情况图',
    '收入决算结构图',
    '支出决算结构图',
    '财政拨款收、支决算总计变动情况',
    '一般公共预算财政拨款支出决算变动情况',
    '一般公共预算财政拨款支出决算结构',
    '“三公”经费财政拨款支出结构',
  ],
};
