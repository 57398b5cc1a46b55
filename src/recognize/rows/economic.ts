import { comparable } from '../../shared/text';
import { economicClassByName, economicItemsByName } from '../../vocabulary/items';
import type { RowContext, RowDraft } from './draft';

/*
 * 经济分类科目 by name, without codes: 类 rows and, under them, 款 rows. A second column (政府预算支出经济科目) may split one 款 over
 * several rows; a 类 row leaves that column empty.
 */

/** True when most rows bear names of economic classes. */
export function isEconomicList(rows: readonly RowDraft[]): boolean {
  const items = rows.filter((row) => row.role === 'item');
  const known = items.filter((row) => economicClassByName(row.label) !== undefined || economicItemsByName(row.label).length > 0);
  return known.length > 0 && known.length * 2 >= items.length;
}

export function readEconomicRows(context: RowContext): void {
  const { rows } = context;
  const classRows = new Map<string, number>();
  const tops: number[] = [];
  let current: { code: string; at: number } | undefined;
  const categorised = rows.some((row) => row.category !== '');
  rows.forEach((row, at) => {
    if (row.role !== 'item') return;
    const own = economicClassByName(row.label);
    const codes = economicItemsByName(row.label);
    const startsClass = own !== undefined && (categorised ? row.category === '' : !codes.some((code) => code.startsWith(current?.code ?? '-')));
    if (startsClass) {
      current = { code: own, at };
      classRows.set(own, at);
      row.key = { item: `e:${own}` };
      tops.push(at);
      return;
    }
    const code = codes.find((each) => each.startsWith(current?.code ?? '-')) ?? codes.find((each) => classRows.has(each.slice(0, 3))) ?? codes[0];
    const parent = (code === undefined ? undefined : classRows.get(code.slice(0, 3))) ?? (row.category === '' ? undefined : current?.at);
    const name = code ?? `?${comparable(row.label)}`;
    row.key = { item: `e:${name}${row.category === '' ? '' : `#${comparable(row.category)}`}` };
    if (parent === undefined) tops.push(at);
    else {
      rows[parent]!.parts.push(at);
      row.depth = 1;
    }
  });
  for (const row of rows) {
    if (row.role !== 'total') continue;
    row.key = { item: context.rootItem };
    row.parts = [...tops];
  }
}
