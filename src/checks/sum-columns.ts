import type { Relation } from '../model/relation';
import type { Check } from './check';
import { isForgottenColumn } from './blanks';
import { pricedCells, quantityTimesPrice } from './rules/sum/quantity-price';
import { forEachBlock, isNil, isPrinted, sumRelation } from './tables';

/** 合计栏 = Σ 各栏 in every row: 合计 = 基本支出 + 项目支出, 小计 = 一般公共预算 + 政府性基金 + 国有资本经营 … */
export const sumColumns: Check = {
  id: 'sum/columns',
  title: '合计栏等于各栏之和',
  basis: '各表表式：合计（小计）栏为其所属各栏之和',
  rules: [quantityTimesPrice],
  covered: pricedCells,
  inspect: (input) => quantityTimesPrice.inspect(input),
  relate: ({ disclosure }) => {
    const relations: Relation[] = [];
    forEachBlock(disclosure, (block, fact) => {
      block.columns.forEach((column, at) => {
        if (column.parts.length === 0) return;
        const filled = block.rows.some((_, row) => isPrinted(fact(row, at)));
        const forgotten = !filled && isForgottenColumn(block, fact, at);
        block.rows.forEach((_, row) => {
          for (const parts of column.parts) {
            const relation = sumRelation('sum/columns', fact(row, at), parts, (part) => fact(row, part));
            if (!relation || !(filled || forgotten || isNil(relation))) continue;
            relations.push(forgotten && block.rows.length > 1 ? { ...relation, guess: true } : relation);
          }
        });
      });
    });
    return relations;
  },
};
