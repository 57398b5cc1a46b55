import type { Disclosure, Fact, StatementBlock } from '../model/disclosure';
import type { Relation } from '../model/relation';
import type { CheckInput } from './check';
import type { Cube } from './cube';
import { isPrinted } from './tables';

/*
 * A form of a department set institution by institution: what all of them spend on an item is what the other forms
 * print for it.
 */

/** Rows of institutions that a code tells apart. */
function institutionRows({ rows }: StatementBlock): number[] {
  const found: number[] = [];
  rows.forEach(({ role, key, code }, at) => {
    if (key.entity !== undefined && role === 'item' && code !== '') found.push(at);
  });
  return found;
}

/** True when the total of a block adds up its institutions: then none is left out. */
function coversAll({ rows }: StatementBlock, institutions: readonly number[]): boolean {
  const total = rows.find(({ role }) => role === 'total');
  const reached = new Set<number>();
  const reach = (at: number): void => {
    reached.add(at);
    rows[at]!.parts.forEach(reach);
  };
  total?.parts.forEach(reach);
  return total !== undefined && institutions.every((row) => reached.has(row));
}

/** The rows of one item over all institutions; what a code below it repeats is left out. */
function topRows({ rows }: StatementBlock, institutions: readonly number[]): number[] {
  // An institution below another in the list is counted with that one.
  const counted = new Set(
    rows.flatMap(({ key, parts }) =>
      key.entity === undefined ? [] : parts.filter((part) => rows[part]!.key.item === key.item),
    ),
  );
  return institutions.filter((row) => !counted.has(row));
}

/** The figures of one column in some rows, by item. */
function byItem(
  { facts }: StatementBlock,
  rows: readonly number[],
  column: number,
  all: Disclosure['facts'],
): Map<string, Fact[]> {
  const found = new Map<string, Fact[]>();
  for (const row of rows) {
    const fact = all[facts[row]![column]!];
    if (!fact) continue;
    const known = found.get(fact.key.item);
    if (known) known.push(fact);
    else found.set(fact.key.item, [fact]);
  }
  return found;
}

/** Σ of the institutions = the department's figure in another form. */
export function unitsTogether({ disclosure, cube }: CheckInput): Relation[] {
  return disclosure.statements.flatMap(({ blocks }) =>
    blocks.flatMap((block): Relation[] => {
      const institutions = institutionRows(block);
      if (institutions.length === 0 || !coversAll(block, institutions)) return [];
      const rows = topRows(block, institutions);
      return block.columns.flatMap((column, at) =>
        column.role !== 'amount'
          ? []
          : [...byItem(block, rows, at, disclosure.facts).values()].flatMap((facts) => together(cube, facts)),
      );
    }),
  );
}

function together(cube: Cube, facts: readonly Fact[]): Relation[] {
  const stated = cube.at({ ...facts[0]!.key, entity: 'all' })?.reference;
  if (!stated || !facts.some(isPrinted)) return [];
  return [{ rule: 'same-figure', stated, terms: facts.map((fact) => ({ fact, sign: 1 })) }];
}
