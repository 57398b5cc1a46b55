import { emptyFormsWithMoney, listedTwice } from '../../text/listed';
import type { Rule } from '../../rule';

/** A list says that a form is empty, and the text speaks of its money. */
export const listedEmpty: Rule = {
  id: 'structure/listed-empty',
  title: '表目注明无数据的，正文没有金额',
  basis: '说明文字与公开表应一致',
  dependsOn: 'values',
  inspect: emptyFormsWithMoney,
};

/** One form under two numbers of a list. */
export const listedAgain: Rule = {
  id: 'structure/listed-twice',
  title: '表目不重复',
  basis: '公开文本应规范：一张表在表目中只列一次',
  dependsOn: 'shape',
  inspect: listedTwice,
};
