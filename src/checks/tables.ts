import type { Disclosure, Fact, StatementBlock } from '../model/disclosure';
import type { Relation, RuleId, Term } from '../model/relation';

/** Visits every block of every statement. */
export function forEachBlock(disclosure: Disclosure, visit: (block: StatementBlock, fact: FactAt) => void): void {
  for (const { blocks, strays } of disclosure.statements)
    blocks.forEach((block, b) => {
      const unread = new Set(strays.flatMap((stray) => (stray.block === b ? [`${stray.row} ${stray.column}`] : [])));
      visit(block, (row, column) => {
        const id = block.facts[row]?.[column] ?? -1;
        if (id >= 0) return disclosure.facts[id];
        return unread.size > 0 && unread.has(`${row} ${column}`) ? UNREAD : undefined;
      });
    });
}

/** Stands where an amount is due and something is printed that is none: what it takes part in cannot be judged. */
export const UNREAD = 'unread';

export type FactAt = (row: number, column: number) => Fact | typeof UNREAD | undefined;

/** True when something is printed there, be it zero. */
export function isPrinted(fact: Fact | typeof UNREAD | undefined): boolean {
  return fact !== UNREAD && (fact?.amount.printed ?? false);
}

/**
 * stated = Σ parts, or nothing when there is nothing to add (every figure blank, or no place for the sum) or one of
 * the figures could not be read.
 * @param factOf the figure of a part; undefined where it has none
 * @param whatever blanks are added up too
 */
export function sumRelation(
  rule: RuleId,
  stated: Fact | typeof UNREAD | undefined,
  parts: readonly number[],
  factOf: (part: number) => Fact | typeof UNREAD | undefined,
  whatever = false,
): Relation | undefined {
  if (!stated || stated === UNREAD) return undefined;
  const terms: Term[] = [];
  let something = whatever || isPrinted(stated);
  for (const part of parts) {
    const fact = factOf(part);
    if (!fact) continue;
    if (fact === UNREAD) return undefined;
    something ||= isPrinted(fact);
    terms.push({ fact, sign: 1 });
  }
  return something && terms.length > 0 ? { rule, stated, terms } : undefined;
}

/**
 * True when all figures of a relation are zero. A sum row or column that is blank throughout was not filled in as such:
 * it states nothing, unless there is nothing to state.
 */
export function isNil({ stated, terms }: Relation): boolean {
  return stated.amount.value.isZero() && terms.every(({ fact }) => fact.amount.value.isZero());
}
