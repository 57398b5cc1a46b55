import type { Check } from './check';
import { inspectAll } from './rule';
import { STRUCTURE_RULES } from './rules/structure';
import { emptyFormsWithout } from './text/listed';

/** Wording, numbering, years and notes: what can be seen without adding up. */
export const structure: Check = {
  id: 'structure',
  title: '文字、编号、年度和空表说明',
  basis: '公开文本应完整、规范：无占位符和未删改的选择项，编号连续，年度一致，空表说明与表内数字相符',
  rules: STRUCTURE_RULES,
  relate: () => [],
  inspect: (input) => inspectAll(STRUCTURE_RULES, input),
  covered: emptyFormsWithout,
};
