import type { StatementRow } from '../../model/disclosure';
import type { FormBlock } from '../../model/form';
import type { PartialKey } from '../../model/key';
import type { Place } from '../../model/source';
import { economicName, functionClassByName, functionClassName, natureOfClass } from '../../vocabulary/items';
import type { Stated } from './values';

/*
 * Rows of a form for which only the text tells what is in it: those that the form fixes, and for open forms a row a 科目
 * that the text names, under the 类 (and 款) that it belongs to.
 */

interface DraftRow {
  readonly role: StatementRow['role'];
  readonly code: string;
  readonly label: string;
  readonly depth: number;
  readonly key: PartialKey;
}

/** A row before it is known whether anything fills it. */
export type TextRow = Omit<StatementRow, 'index' | 'place'>;

function made({ role, code, label, depth, key }: DraftRow): TextRow {
  return { role, code, label, category: '', depth, key, parts: [], partial: false };
}

const ORDER_LAST = '999';

/** A 科目 by names only ('n:类/款/项'), or by its code; and where it stands in the classification. */
function functionPath(item: string, label: string): DraftRow[] {
  if (/^\d{3,7}$/.test(item)) {
    const path: DraftRow[] = [];
    for (const length of [3, 5, 7]) {
      const code = item.slice(0, length);
      if (code.length < length || code === path[path.length - 1]?.code) continue;
      const name = code === item ? label : '';
      path.push({
        role: 'item',
        code,
        label: length === 3 ? (functionClassName(code) ?? name) : name,
        depth: path.length,
        key: { item: code },
      });
    }
    return path;
  }
  const names = item.slice('n:'.length).split('/');
  const classCode = functionClassByName(names[0]!) ?? functionClassByName(`${names[0]!}支出`);
  return names.map((name, depth): DraftRow => {
    if (depth === 0 && classCode !== undefined)
      return { role: 'item', code: classCode, label: functionClassName(classCode)!, depth, key: { item: classCode } };
    return { role: 'item', code: '', label: name, depth, key: { item: `n:${names.slice(0, depth + 1).join('/')}` } };
  });
}

interface Node {
  readonly row: DraftRow;
  readonly below: Map<string, Node>;
}

/** Rows by 支出功能分类: 类 in the order of their codes, what is below them in the order of the text. */
function functionRows(stated: readonly Stated[]): TextRow[] {
  const tops = new Map<string, Node>();
  for (const { key, figure } of stated) {
    if (!/^(?:\d{3,7}$|n:)/.test(key.item)) continue;
    let level = tops;
    for (const row of functionPath(key.item, bareSubject(figure.subject))) {
      const id = row.key.item!;
      const node: Node = level.get(id) ?? { row, below: new Map() };
      level.set(id, node);
      level = node.below;
    }
  }
  const list = (level: ReadonlyMap<string, Node>): TextRow[] =>
    [...level.values()].flatMap(({ row, below }) => [made(row), ...list(below)]);
  const sorted = [...tops].sort(([, a], [, b]) => (a.row.code || ORDER_LAST).localeCompare(b.row.code || ORDER_LAST));
  return list(new Map(sorted));
}

/** The name in the words before a figure. */
function bareSubject(subject: string): string {
  return subject
    .replace(/^(?:\d{1,2}[.、．]|（.{1,3}）)/, '')
    .replace(/（[类款项]）|(?:支出)?(?:决算|预算)(?:数)?(?:为|是)?$|支出为$/g, '');
}

const NATURES = [
  ['personnel', '人员经费合计'],
  ['public', '公用经费合计'],
] as const;

/** Rows by 支出经济分类: 款 under their 类, then the totals of 人员经费 and 公用经费. */
function economicRows(stated: readonly Stated[]): TextRow[] {
  const codes = [...new Set(stated.flatMap(({ key }) => (/^e:\d{3,5}$/.test(key.item) ? [key.item.slice(2)] : [])))];
  const withClasses = [...new Set(codes.flatMap((code) => [code.slice(0, 3), code]))].sort();
  const rows = withClasses.map((code) =>
    made({
      role: 'item',
      code,
      label: economicName(code) ?? '',
      depth: code.length === 3 ? 0 : 1,
      key: { item: `e:${code}` },
    }),
  );
  return rows;
}

/** Totals at the foot of a form of 基本支出 by 经济分类. */
function natureTotals(classes: readonly TextRow[]): TextRow[] {
  return NATURES.flatMap(([nature, label]) =>
    classes.some(({ code }) => natureOfClass(code) === nature)
      ? [made({ role: 'total', code: '', label, depth: 0, key: { nature } })]
      : [],
  );
}

/**
 * Rows that a form may have, filled or not.
 * @param stated what the text states about the money of the form
 */
export function candidateRows({ rows, columns }: FormBlock, stated: readonly Stated[]): TextRow[] {
  if (rows.kind === 'fixed')
    return [...rows.body, ...rows.foot].map(({ label, key, role }) => made({ role, code: '', label, depth: 0, key }));
  const total = rows.total
    ? [made({ role: 'total', code: '', label: rows.total.label, depth: 0, key: rows.total.key })]
    : [];
  if (rows.of === 'function') return [...total, ...functionRows(stated)];
  if (rows.of === 'economic') {
    const items = economicRows(stated);
    return total.length > 0 ? [...total, ...items] : [...items, ...natureTotals(items)];
  }
  // A form whose columns say everything (“三公”经费) has one row; what the rows of others are nobody knows.
  return columns.some(({ role }) => role !== 'amount')
    ? total
    : [...total, made({ role: 'item', code: '', label: '', depth: 0, key: {} })];
}

/** Rows with something in them, and those that stand above such a row in the classification. */
export function keptRows(rows: readonly TextRow[], isFilled: (row: number) => boolean, isFixed: boolean): number[] {
  const kept: number[] = [];
  rows.forEach((row, at) => {
    if (isFixed || isFilled(at)) kept.push(at);
    else if (row.role === 'item') {
      for (
        let next = at + 1;
        next < rows.length && rows[next]!.role === 'item' && rows[next]!.depth > row.depth;
        next += 1
      )
        if (isFilled(next)) {
          kept.push(at);
          break;
        }
    }
  });
  return kept;
}

/** Gives a row its number and its place. */
export function placedRow(row: TextRow, index: number, place: Place): StatementRow {
  return { ...row, index, place };
}
