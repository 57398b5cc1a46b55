import { comparable } from '../../../shared/text';
import { economicClassByName, economicItemsByName } from '../../../vocabulary/items';
import { looksLikeUnit } from '../../../vocabulary/labels';
import { nameOf, type RowContext, type RowDraft } from './draft';

/*
 * 经济分类科目 by name, without codes: 类 rows and, under them, 款 rows. A second column (政府预算支出经济科目) may split one 款 over
 * several rows; a 类 row leaves that column empty.
 */

/** True when most rows bear names of economic classes. */
export function isEconomicList(items: readonly RowDraft[]): boolean {
  let known = 0;
  for (const row of items) {
    if (isKnown(row)) known += 1;
    // 一、基本支出, 工资福利支出 …: a list of another kind with economic classes in it.
    else if (row.read.level > 0) return false;
  }
  return known > 0 && known * 2 >= items.length;
}

function isKnown({ read: { name } }: RowDraft): boolean {
  return economicClassByName(name) !== undefined || economicItemsByName(name).length > 0;
}

/** A row that names an institution, in the column of names or in one of its own: its classes follow. */
function isUnit(row: RowDraft, { entity }: RowContext): boolean {
  if (isKnown(row) || (row.label !== '' && row.category !== '')) return false;
  const name = nameOf(row);
  return looksLikeUnit(name) || (entity !== '' && comparable(name) === comparable(entity));
}

export function readEconomicRows(context: RowContext): void {
  const { rows } = context;
  const classRows = new Map<string, number>();
  let tops: number[] = [];
  const units: { at: number; tops: number[] }[] = [];
  let current: { code: string; at: number } | undefined;
  const categorised = rows.some((row) => row.category !== '');
  rows.forEach((row, at) => {
    if (row.role !== 'item') return;
    if (isUnit(row, context)) {
      current = undefined;
      classRows.clear();
      units.push({ at, tops: (tops = []) });
      row.key = { item: context.rootItem, entity: comparable(nameOf(row)) };
      return;
    }
    const own = economicClassByName(row.read.name);
    const codes = economicItemsByName(row.read.name);
    const startsClass =
      own !== undefined &&
      (categorised ? row.category === '' : !codes.some((code) => code.startsWith(current?.code ?? '-')));
    if (startsClass) {
      current = { code: own, at };
      classRows.set(own, at);
      row.key = { item: `e:${own}` };
      tops.push(at);
      return;
    }
    const code =
      codes.find((each) => each.startsWith(current?.code ?? '-')) ??
      codes.find((each) => classRows.has(each.slice(0, 3))) ??
      codes[0];
    const parent =
      (code === undefined ? undefined : classRows.get(code.slice(0, 3))) ??
      (row.category === '' ? undefined : current?.at);
    const name = code ?? `?${comparable(row.label)}`;
    row.key = { item: `e:${name}${row.category === '' ? '' : `#${comparable(row.category)}`}` };
    if (parent === undefined) tops.push(at);
    else {
      rows[parent]!.parts.push(at);
      row.depth = 1;
    }
  });
  for (const unit of units) {
    rows[unit.at]!.parts = unit.tops;
    if (units.length > 1) markUnit(rows, unit.tops, rows[unit.at]!.key.entity!);
  }
  const whole = units.length > 0 ? units.map(({ at }) => at) : tops;
  for (const row of rows) {
    if (row.role !== 'total') continue;
    row.key = { item: context.rootItem };
    row.parts = [...whole];
  }
}

function markUnit(rows: readonly RowDraft[], under: readonly number[], entity: string): void {
  for (const at of under) {
    const row = rows[at]!;
    row.key = { ...row.key, entity };
    markUnit(rows, row.parts, entity);
  }
}
