import type { Check } from './check';
import { columnSums } from './column-sums';

/** 合计行 = Σ 各行: 合计 is the sum of the 类, 本年收入合计 that of the sources, 总计 that of 合计 and 结转. */
export const sumRows: Check = {
  id: 'sum/rows',
  title: '合计行等于各行之和',
  basis: '各表表式：合计（总计）行为其上（或其下）各同级行之和',
  relate: ({ disclosure }) => columnSums('sum/rows', disclosure, 'total', ({ parts }) => parts),
};
