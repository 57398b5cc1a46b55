import type { Disclosure, Fact, StatementBlock } from '../model/disclosure';
import type { Relation, RuleId, Term } from '../model/relation';

/** Visits every block of every statement. */
export function forEachBlock(disclosure: Disclosure, visit: (block: StatementBlock, fact: (row: number, column: number) => Fact | undefined) => void): void {
  for (const statement of disclosure.statements)
    for (const block of statement.blocks)
      visit(block, (row, column) => {
        const id = block.facts[row]?.[column] ?? -1;
        return id < 0 ? undefined : disclosure.facts[id];
      });
}

/** True when something is printed there, be it zero. */
export function isPrinted(fact: Fact | undefined): boolean {
  return fact?.amount.printed ?? false;
}

/**
 * stated = Σ parts, or nothing when there is nothing to add: every figure blank, or no place for the sum.
 * @param factOf the figure of a part; undefined where it has none
 */
export function sumRelation(rule: RuleId, stated: Fact | undefined, parts: readonly number[], factOf: (part: number) => Fact | undefined): Relation | undefined {
  if (!stated) return undefined;
  const terms: Term[] = [];
  let something = isPrinted(stated);
  for (const part of parts) {
    const fact = factOf(part);
    if (!fact) continue;
    something ||= isPrinted(fact);
    terms.push({ fact, sign: 1 });
  }
  return something && terms.length > 0 ? { rule, stated, terms } : undefined;
}

/**
 * True when all figures of a relation are zero. A sum row or column that is blank throughout was not filled in as such: it states nothing,
 * unless there is nothing to state.
 */
export function isNil({ stated, terms }: Relation): boolean {
  return stated.amount.value.isZero() && terms.every(({ fact }) => fact.amount.value.isZero());
}

/** Sums down the columns of a block for the rows that `choose` picks. */
export function columnSums(rule: RuleId, disclosure: Disclosure, choose: (block: StatementBlock, row: number) => readonly number[]): Relation[] {
  const relations: Relation[] = [];
  forEachBlock(disclosure, (block, fact) => {
    block.rows.forEach((_, row) => {
      const parts = choose(block, row);
      if (parts.length === 0) return;
      const filled = block.columns.some((_, column) => isPrinted(fact(row, column)));
      block.columns.forEach((column, at) => {
        // Rates (and prices) do not add up.
        if (column.role !== 'amount' || column.key.stage === 'rate') return;
        const relation = sumRelation(rule, fact(row, at), parts, (part) => fact(part, at));
        if (relation && (filled || isNil(relation))) relations.push(relation);
      });
    });
  });
  return relations;
}
