import type { Family } from '../../model/form';
import { FORMS } from './forms';

export const SHANXI_BUDGET: Family = {
  id: 'shanxi-budget',
  name: '山西 部门（单位）预算公开',
  kind: 'budget',
  numberPrefix: '预算公开表',
  forms: FORMS,
};
