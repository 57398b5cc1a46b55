import type { Family } from '../../model/form';
import { FORMS } from './forms';

export const SHANXI_BUDGET: Family = {
  id: 'shanxi-budget',
  name: '山西 部门（单位）预算公开',
  kind: 'budget',
  numberFormat: '预算公开表{N}',
  entityWord: { unit: '单位名称', department: '部门名称' },
  unitWord: '单位',
  forms: FORMS,
};
