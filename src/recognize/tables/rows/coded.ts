import { natureOfClass } from '../../../vocabulary/items';
import { meaningOf } from '../../../vocabulary/lexicon';
import { isOfSomeInstitutions } from '../../../vocabulary/members';
import { isBlank, type RowContext, rowFit } from './draft';
import { hangBelowCodes, hangBlocks, unitBlocks } from './units';

/** Prefix that keeps economic, government-economic and income codes apart from functional ones, which have none. */
export function itemOfCode(code: string): string {
  switch (code[0]) {
    case '1':
      return `in:${code}`;
    case '3':
      return `e:${code}`;
    case '5':
      return `ge:${code}`;
    default:
      return code;
  }
}

/**
 * Rows with codes: 类 > 款 > 项 by prefix. Rows without a code are totals, the rest of a name that a page break cut off,
 * names of units that head their codes or stand below them (units.ts), or others, which count towards the total only if
 * the figures say so. 人员经费合计 adds up the classes of that nature.
 */
export function readCodedRows(context: RowContext): void {
  const { rows } = context;
  const blocks = unitBlocks(context);
  const heads = new Set(blocks?.map(({ head }) => head));
  const seen = new Map<string, number>();
  const tops: number[] = [];
  const nameless: number[] = [];
  const ofSome = isOfSomeInstitutions(context.rootItem);
  rows.forEach((row, at) => {
    if (row.role !== 'item') return;
    if (heads.has(at)) seen.clear();
    if (row.code === '') {
      if (!heads.has(at)) nameless.push(at);
      return;
    }
    const item = itemOfCode(row.code);
    row.key = { ...row.key, item: ofSome ? `x:${context.rootItem}/${item}` : item };
    const parent = nearest(seen, row.code);
    if (parent === undefined) tops.push(at);
    else {
      rows[parent]!.parts.push(at);
      row.depth = rows[parent]!.depth + 1;
    }
    seen.set(row.code, at);
  });
  const bare = nameless.filter((at) => !joinToPrevious(context, at));
  const whole = blocks ? hangBlocks(context, blocks) : tops;
  const below = !blocks && bare.length > 0 && hangBelowCodes(context);
  if (!below) for (const at of bare) rows[at]!.key = { ...rows[at]!.key, item: `l:${rows[at]!.read.name}` };
  rows.forEach((row, at) => {
    if (row.role !== 'total') return;
    const { nature } = meaningOf(row.read.name);
    row.key = { ...row.key, item: context.rootItem, ...(nature === undefined ? {} : { nature }) };
    const own = nature === undefined ? whole : tops.filter((top) => natureOfClass(rows[top]!.code) === nature);
    const all = below ? [...own] : [...own, ...bare].sort((a, b) => a - b);
    row.parts = nature === undefined && rowFit(context, at, all) > rowFit(context, at, own) ? all : [...own];
  });
}

/** The nearest row above whose code begins this one. */
export function nearest(seen: ReadonlyMap<string, number>, code: string): number | undefined {
  for (let length = code.length - 1; length >= 3; length -= 1) {
    const found = seen.get(code.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A row with neither code nor amounts, right after a coded one, is the rest of that row's name. */
function joinToPrevious(context: RowContext, at: number): boolean {
  const row = context.rows[at]!;
  const before = context.rows[at - 1];
  if (!before || before.code === '' || !isBlank(context, at)) return false;
  before.label += row.label;
  row.role = 'blank';
  return true;
}
