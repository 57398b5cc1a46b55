import type { Disclosure, Fact, StatementBlock } from '../model/disclosure';
import type { Relation } from '../model/relation';
import type { CheckInput } from './check';
import type { Cube } from './cube';
import { isPrinted } from './tables';

/*
 * A form of a department set institution by institution: what all of them spend on an item is what the other forms print for it.
 */

/** True when the total of a block adds up its institutions: then none is left out. */
function coversAll({ rows }: StatementBlock): boolean {
  const total = rows.find(({ role }) => role === 'total');
  const reached = new Set<number>();
  const reach = (at: number): void => {
    reached.add(at);
    rows[at]!.parts.forEach(reach);
  };
  total?.parts.forEach(reach);
  return total !== undefined && rows.every(({ role, key, code }, at) => role !== 'item' || code === '' || key.entity === undefined || reached.has(at));
}

/** The figures of one item and column over all institutions; what a code below it repeats is left out. */
function byItem({ rows, facts }: StatementBlock, column: number, all: Disclosure['facts']): Map<string, Fact[]> {
  const found = new Map<string, Fact[]>();
  // An institution below another in the list is counted with that one.
  const counted = new Set(rows.flatMap(({ key, parts }) => (key.entity === undefined ? [] : parts.filter((part) => rows[part]!.key.item === key.item))));
  rows.forEach(({ role, key, code }, at) => {
    const fact = all[facts[at]![column]!];
    if (role !== 'item' || code === '' || key.entity === undefined || counted.has(at) || !fact) return;
    const known = found.get(fact.key.item);
    if (known) known.push(fact);
    else found.set(fact.key.item, [fact]);
  });
  return found;
}

/** Σ of the institutions = the department's figure in another form. */
export function unitsTogether({ disclosure, cube }: CheckInput): Relation[] {
  return disclosure.statements.flatMap(({ blocks }) =>
    blocks.flatMap((block): Relation[] => {
      if (!coversAll(block)) return [];
      return block.columns.flatMap((column, at) =>
        column.role !== 'amount' ? [] : [...byItem(block, at, disclosure.facts).values()].flatMap((facts) => together(cube, facts)),
      );
    }),
  );
}

function together(cube: Cube, facts: readonly Fact[]): Relation[] {
  const node = cube.at({ ...facts[0]!.key, entity: 'all' });
  const stated = node?.facts.find(isPrinted) ?? node?.facts[0];
  if (!stated || !facts.some(isPrinted)) return [];
  return [{ rule: 'same-figure', stated, terms: facts.map((fact) => ({ fact, sign: 1 })) }];
}
