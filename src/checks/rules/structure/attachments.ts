import { formsHold, printedTwice } from '../../text/attachments';
import type { Rule } from '../../rule';

const BASIS = '绩效目标表应与本年度、本项目一致';

/** Year, term and money of the forms of projects against what the forms themselves say. */
export const attachedForms: Rule = {
  id: 'structure/attached-form',
  title: '绩效目标表的年度、期限、金额前后一致',
  basis: BASIS,
  dependsOn: 'values',
  inspect: formsHold,
};

/** A form printed twice with different contents. */
export const attachedTwice: Rule = {
  id: 'structure/attached-twice',
  title: '绩效目标表不重复、不矛盾',
  basis: BASIS,
  dependsOn: 'values',
  inspect: printedTwice,
};
