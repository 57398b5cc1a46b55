import type { Family } from '../../model/form';
import { FORMS } from './forms';

export const SHANXI_FINAL: Family = {
  id: 'shanxi-final',
  name: '山西 部门（单位）决算公开',
  kind: 'final',
  numberFormat: '公开{NN}表',
  entityWord: { unit: '单位名称', department: '部门名称' },
  unitWord: '金额单位',
  yearLine: '{year}年度',
  places: [
    '山西',
    '太原市',
    '大同市',
    '阳泉市',
    '长治市',
    '晋城市',
    '朔州市',
    '晋中市',
    '运城市',
    '忻州市',
    '临汾市',
    '吕梁市',
  ],
  forms: FORMS,
};
