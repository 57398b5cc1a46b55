import type { Disclosure, RowRole, StatementRow } from '../model/disclosure';
import type { Relation, RuleId } from '../model/relation';
import { blankRowsOf, withoutHeadings } from './blanks';
import { forEachBlock, isNil, isPrinted, sumRelation } from './tables';

/**
 * Sums down the columns of every block, for the rows of a role that have parts.
 * @param choose which of its parts a row is the sum of
 */
export function columnSums(
  rule: RuleId,
  disclosure: Disclosure,
  role: RowRole,
  choose: (row: StatementRow, rows: readonly StatementRow[]) => readonly number[],
): Relation[] {
  const relations: Relation[] = [];
  forEachBlock(disclosure, (block, fact) => {
    const { rows, columns } = block;
    const { forgotten, doubtful, headings } = blankRowsOf(block, fact);
    rows.forEach((row, at) => {
      if (row.role !== role || row.parts.length === 0 || headings.has(at)) return;
      const parts = withoutHeadings(choose(row, rows), rows, headings);
      const filled = forgotten.has(at) || columns.some((_, column) => isPrinted(fact(at, column)));
      columns.forEach((column, c) => {
        // Rates (and prices) do not add up.
        if (column.role !== 'amount' || column.key.stage === 'rate') return;
        const relation = sumRelation(rule, fact(at, c), parts, (part) => fact(part, c), forgotten.has(at));
        // Sets, pieces and hours are not added up: a blank below them is no zero.
        if (column.key.stage === 'count' && !isPrinted(fact(at, c))) return;
        // Dashes in every part say that the form asks for none of them: 公务接待费 5 万元, 国内接待费 — in the column of the
        // budget.
        if (
          role === 'item' &&
          relation?.terms.every(({ fact: part }) => !part.amount.printed && part.amount.raw !== '')
        )
          return;
        if (!relation || !(filled || isNil(relation))) return;
        relations.push(doubtful.has(at) ? { ...relation, guess: true } : relation);
      });
    });
  });
  return relations;
}
