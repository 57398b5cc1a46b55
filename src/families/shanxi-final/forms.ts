import type { FormSpec } from '../../model/form';
import { finalForms, STANDARD_FOLDS } from '../final';
import { amount } from '../parts';

/*
 * 山西 部门/单位决算公开, the set of 10 forms (公开01表 … 10表) as published for 2023. Source: the printed forms and the notes under them; the
 * same forms, less the last, are those of 财政部《部门决算》公开 in most provinces.
 */

const STANDARD = finalForms({
  functional: [
    { role: 'code', heading: ['项目', '科目代码'], width: 12 },
    { role: 'name', heading: ['项目', '科目名称'], width: 36 },
  ],
  economic: [
    { role: 'code', heading: ['科目代码'], width: 9 },
    { role: 'name', heading: ['科目名称'], width: 25 },
  ],
  folds: STANDARD_FOLDS,
  ordinal: true,
  amount: '金额',
});

const STATISTICS: FormSpec = {
  id: 'statistics',
  sheet: '部门决算公开相关信息统计表',
  number: 10,
  title: '部门决算公开相关信息统计表',
  signature: { all: [['相关信息统计表', '信息统计表']] },
  key: {},
  orientation: 'portrait',
  required: true,
  blocks: [
    {
      key: {},
      columns: [
        { role: 'name', heading: ['项目'], width: 50 },
        { role: 'ordinal', heading: ['行次'], width: 8 },
        amount(['统计数'], {}, 18),
      ],
      rows: { kind: 'open' },
    },
  ],
};

export const FORMS: readonly FormSpec[] = [...Object.values(STANDARD), STATISTICS];
