import { comparable } from '../../../shared/text';
import { nearest } from './coded';
import type { RowContext, RowDraft } from './draft';

/*
 * A list of institutions with their codes: 138 青石市水务局, 138001 青石市水务局本级. The codes say who belongs to whom.
 */

/** True when every row has the code of an institution of its own; projects repeat the code of theirs. */
export function isInstitutionList(items: readonly RowDraft[]): boolean {
  if (items.length === 0 || !items.every((row) => row.ofOther && row.code !== '' && row.label !== '')) return false;
  return new Set(items.map(({ code }) => code)).size === items.length;
}

/** Hangs every institution under the one whose code begins its own; the total is the sum of the others. */
export function readInstitutions(context: RowContext): void {
  const { rows } = context;
  const seen = new Map<string, number>();
  const tops: number[] = [];
  rows.forEach((row, at) => {
    if (row.role !== 'item') return;
    row.key = { item: context.rootItem, entity: comparable(row.label) };
    const parent = nearest(seen, row.code);
    if (parent === undefined) tops.push(at);
    else {
      rows[parent]!.parts.push(at);
      row.depth = rows[parent]!.depth + 1;
    }
    seen.set(row.code, at);
  });
  for (const row of rows)
    if (row.role === 'total') {
      row.key = { item: context.rootItem };
      row.parts = [...tops];
    }
}
