import type { Check } from './check';
import { columnSums } from './column-sums';

/** 类 = Σ款, 款 = Σ项, 单位 = Σ项目, 经济分类 类 = Σ款. Rows under 其中 do not exhaust their parent and are left out. */
export const sumChildren: Check = {
  id: 'sum/children',
  title: '上级科目等于下级科目之和',
  basis: '《政府收支分类科目》：类级科目为所属款级科目之和，款级科目为所属项级科目之和',
  relate: ({ disclosure }) =>
    columnSums('sum/children', disclosure, 'item', ({ parts }, rows) => parts.filter((part) => !rows[part]!.partial)),
};
