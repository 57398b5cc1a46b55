import type { PartialKey } from '../../model/key';
import { comparable } from '../../shared/text';
import { economicClassByName, functionClassByName } from '../../vocabulary/items';
import { isDistribution, isYearEnd } from '../../vocabulary/labels';
import { meaningOf, meaningUnder } from '../../vocabulary/lexicon';
import { childrenOf, parentOf } from '../../vocabulary/members';
import type { RowContext, RowDraft } from './draft';
import { rowFit } from './draft';
import { hangPlain, tellApart } from './plain';

/*
 * Rows that are listed by name: 一、一般公共预算 …, 一、一般公共服务支出 …, 三公 items. 合计 closes what stands above it, 总计 adds what
 * stands between 合计 and itself; numbering that starts again hangs under the row before it.
 */

/** What a listed row says, by class name or by the lexicon. */
function keyOfItem(row: RowDraft, context: RowContext): PartialKey {
  const { name } = row.read;
  const functional = context.flow === 'income' ? undefined : functionClassByName(name);
  if (functional) return { item: functional };
  const economic = context.flow === 'income' ? undefined : economicClassByName(name);
  if (economic) return { item: `e:${economic}` };
  if (context.flow !== 'income' && isYearEnd(name)) return { item: 'yearend' };
  if (context.flow !== 'income' && isDistribution(name)) return { item: 'distribution' };
  const meaning = meaningUnder(context.above, name);
  return Object.keys(meaning).length > 0 ? meaning : { item: `l:${context.above.item ?? ''}${comparable(name)}` };
}

export function readListedRows(context: RowContext): void {
  const { rows } = context;
  for (const row of rows) if (row.role === 'item') row.key = keyOfItem(row, context);
  hang(context);
  hangPlain(context);
  settleOfWhich(context);
  closeTotals(context);
}

/**
 * 其中：运行维护费, and 购置费 in the next row: 其中 stands before the first of several parts. Together they are the whole where the figures or the
 * vocabulary say so; else they all are parts among others.
 */
function settleOfWhich(context: RowContext): void {
  const { rows } = context;
  rows.forEach((row, at) => {
    const rest = row.parts.filter((part) => !rows[part]!.partial);
    if (rest.length === 0 || rest.length === row.parts.length) return;
    const items = row.parts.map((part) => rows[part]!.key.item);
    const known = row.key.item === undefined ? [] : childrenOf('item', row.key.item);
    const complete = known.length > 0 && known.every((item) => items.includes(item));
    const [all, some] = [rowFit(context, at, row.parts), rowFit(context, at, rest)];
    if (all > some || (complete && all === some)) for (const part of row.parts) rows[part]!.partial = false;
    else if (some < 0) for (const part of row.parts) rows[part]!.partial = true;
  });
}

/** Finds the parent of each item row. */
function hang(context: RowContext): void {
  const { rows } = context;
  const stack: { at: number; level: number }[] = [];
  let carrier: number | undefined;
  let lastPlain: number | undefined;
  /** The last row of each level, for numbering that goes on after rows without a number. */
  const latest: number[] = [];
  rows.forEach((row, at) => {
    if (row.role !== 'item') {
      latest.length = 0;
      stack.length = 0;
      carrier = undefined;
      lastPlain = undefined;
      return;
    }
    const { level, ordinal, ofWhich } = row.read;
    const parent = parentRow();
    if (level > 0) {
      while (stack.length > 0 && stack[stack.length - 1]!.level >= level) stack.pop();
      stack.push({ at, level });
    } else {
      stack.length = 0;
      stack.push({ at, level: 0.5 });
      if (parent === undefined) lastPlain = at;
    }
    if (parent !== undefined) attach(context, parent, at);
    if (parent === undefined && row.key.vintage === 'carryover') carrier = at;
    if (level > 0) {
      latest.length = Math.min(latest.length, level);
      latest[level] = at;
    }

    function parentRow(): number | undefined {
      if (ofWhich && at > 0) return row.depth > 0 ? undefined : previousItem(rows, at);
      const byWord = wordParent(rows, at);
      if (byWord !== undefined) return byWord;
      if (level === 0) return carrier !== undefined && row.key.fund !== undefined && row.key.vintage === undefined ? carrier : undefined;
      const above = [...stack].reverse().find((entry) => entry.level >= 1 && entry.level < level);
      if (above) return above.at;
      const before = latest[level];
      if (before !== undefined && ordinal > 1 && rows[before]!.read.ordinal === ordinal - 1) return parentIndex(rows, before);
      if (lastPlain === undefined) return undefined;
      if (ordinal === 1) return lastPlain;
      const sibling = previousItem(rows, at);
      return sibling !== undefined && rows[sibling]!.read.level === level ? parentIndex(rows, sibling) : undefined;
    }
  });
}

function attach(context: RowContext, parent: number, child: number): void {
  const { rows } = context;
  const above = rows[parent]!;
  const row = rows[child]!;
  row.depth = above.depth + 1;
  row.partial = row.read.ofWhich;
  above.parts.push(child);
  if (above.key.vintage && row.key.vintage === undefined) row.key = { ...row.key, vintage: above.key.vintage };
  tellApart(above, row);
}

function previousItem(rows: readonly RowDraft[], at: number): number | undefined {
  for (let before = at - 1; before >= 0; before -= 1) if (rows[before]!.role === 'item') return before;
  return undefined;
}

function parentIndex(rows: readonly RowDraft[], child: number): number | undefined {
  const found = rows.findIndex((row) => row.parts.includes(child));
  return found < 0 ? undefined : found;
}

/** 公务用车购置费 hangs under 公务用车购置及运行维护费 wherever both are printed. */
function wordParent(rows: readonly RowDraft[], at: number): number | undefined {
  const { item } = rows[at]!.key;
  const above = item === undefined ? undefined : parentOf('item', item);
  if (above === undefined) return undefined;
  const found = rows.findIndex((row, index) => index !== at && row.role === 'item' && row.key.item === above);
  return found < 0 ? undefined : found;
}

/** Gives every total row its parts. */
function closeTotals(context: RowContext): void {
  const { rows } = context;
  const children = new Set(rows.flatMap((row) => (row.role === 'item' ? row.parts : [])));
  const totals = rows.flatMap((row, at) => (row.role === 'total' ? [at] : []));
  const hasGrand = totals.some((at) => rows[at]!.read.grand) && totals.some((at) => !rows[at]!.read.grand);
  const top = (from: number, to: number): number[] =>
    rows.flatMap((row, at) => (at > from && at < to && row.role === 'item' && !children.has(at) ? [at] : []));
  let last = -1;
  let subtotal: number | undefined;
  totals.forEach((at, order) => {
    const row = rows[at]!;
    const above = top(last, at);
    if (row.read.grand && hasGrand) {
      row.parts = [...(subtotal === undefined ? [] : [subtotal]), ...above];
      row.key = { item: context.flow === 'income' ? context.rootItem : 'grand' };
    } else {
      const below = top(at, totals[order + 1] ?? rows.length);
      row.parts = above.length === 0 || (order === 0 && below.length > 0 && rowFit(context, at, below) > rowFit(context, at, above)) ? below : above;
      const { vintage, ...meaning } = meaningOf(row.read.name);
      // 本年支出合计 heads columns of this year's and of last year's money: there 本年 says nothing about the figures.
      const own = context.flow === 'income' && vintage !== undefined ? { vintage } : {};
      row.key = { ...meaning, ...own, item: context.rootItem };
      if (context.flow === 'income' && hasGrand) markCurrent(rows, row);
      subtotal = at;
    }
    last = at;
  });
}

/** What 本年收入合计 adds up is this year's money. */
function markCurrent(rows: RowDraft[], total: RowDraft): void {
  total.key = { ...total.key, vintage: 'current' };
  const mark = (at: number): void => {
    const row = rows[at]!;
    if (row.key.vintage === undefined) row.key = { ...row.key, vintage: 'current' };
    row.parts.forEach(mark);
  };
  total.parts.forEach(mark);
}
