import type { PartialKey } from '../../../model/key';
import { positions } from '../../../shared/positions';
import { comparable } from '../../../shared/text';
import { economicClassByName, functionClassByName } from '../../../vocabulary/items';
import { isCountLabel, isDistribution, isYearEnd } from '../../../vocabulary/labels';
import { meaningOf, meaningUnder } from '../../../vocabulary/lexicon';
import { childrenOf, isWithin, parentOf } from '../../../vocabulary/members';
import type { RowContext, RowDraft } from './draft';
import { isBlank, rowFit } from './draft';
import { childrenOfItems, hangPlain, tellApart, topsBetween } from './plain';

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
  // 因公出国（境）团组数（个）, 公务用车购置数（辆） stand beside the money of that name.
  if (meaning.item !== undefined && isCountLabel(name)) return { item: `l:${comparable(name)}`, stage: 'count' };
  return Object.keys(meaning).length > 0 ? meaning : { item: `l:${context.above.item ?? ''}${comparable(name)}` };
}

export function readListedRows(context: RowContext): void {
  const { rows } = context;
  for (const row of rows) if (row.role === 'item') row.key = keyOfItem(row, context);
  hang(context, headTotals(context));
  hangFunds(context);
  hangPlain(context);
  settleOfWhich(context);
  closeTotals(context);
}

/**
 * 其中：运行维护费, and 购置费 in the next row: 其中 stands before the first of several parts. Together they are the whole where the
 * figures or the vocabulary say so; else they all are parts among others.
 */
function settleOfWhich(context: RowContext): void {
  const { rows } = context;
  if (!rows.some(({ partial }) => partial)) return;
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

/**
 * （一）支出合计 over 1．因公出国（境）费, 2．… is the head of these and closes nothing above it. Right below 一、“三公”经费支出, where no
 * figure stands, it is what that heading speaks of.
 * @returns such headings: nothing lies under them
 */
function headTotals(context: RowContext): ReadonlySet<number> {
  const { rows, rootItem } = context;
  const headings = new Set<number>();
  rows.forEach((row, at) => {
    const next = rows[at + 1];
    if (
      row.role !== 'total' ||
      row.read.level === 0 ||
      row.read.grand ||
      next?.role !== 'item' ||
      next.read.level <= row.read.level
    )
      return;
    row.role = 'item';
    row.key = { item: rootItem };
    const above = rows[at - 1];
    const isHeaded = above?.role === 'item' && above.read.level > 0 && above.read.level < row.read.level;
    if (!isHeaded || !isBlank(context, at - 1)) return;
    row.key = above.key;
    above.key = { item: `l:${comparable(above.read.name)}#` };
    headings.add(at - 1);
  });
  return headings;
}

/** 财政拨款, and 一般公共预算, 政府性基金预算 … without numbers in the rows below it: its parts where they add up to it. */
function hangFunds(context: RowContext): void {
  const { rows } = context;
  const taken = childrenOfItems(rows);
  rows.forEach((row, at) => {
    const { fund, vintage } = row.key;
    if (row.role !== 'item' || fund === undefined || row.parts.length > 0 || childrenOf('fund', fund).length === 0)
      return;
    const below: number[] = [];
    for (let next = at + 1; next < rows.length; next += 1) {
      const { role, key } = rows[next]!;
      if (
        role !== 'item' ||
        taken.has(next) ||
        key.fund === undefined ||
        key.fund === fund ||
        key.vintage !== vintage ||
        !isWithin('fund', key.fund, fund)
      )
        break;
      below.push(next);
    }
    if (below.length < 2 || rowFit(context, at, below) <= 0) return;
    row.parts.push(...below);
    for (const part of below) rows[part]!.depth = row.depth + 1;
  });
}

/** Finds the parent of each item row. */
function hang({ rows }: RowContext, headings: ReadonlySet<number>): void {
  const hanger = new Hanger(rows, headings);
  for (let at = 0; at < rows.length; at += 1) hanger.take(at);
}

/** Takes the rows from the first to the last and hangs each under one before it, if it belongs there. */
class Hanger {
  /** The parent of each row that has one. */
  private readonly parents: (number | undefined)[] = [];
  /**
   * Numbered rows that the next one may lie under, each of a lower level than the one before; a row without a number
   * closes all.
   */
  private readonly open: { readonly at: number; readonly level: number }[] = [];
  /** The last row of each level, for numbering that goes on after rows without a number. */
  private readonly latest: (number | undefined)[] = [];
  /** The last row of last year's money: the funds listed after it are its parts. */
  private carrier: number | undefined;
  /** The last row without a number that lies under no other. */
  private lastPlain: number | undefined;
  private lastItem: number | undefined;

  constructor(
    private readonly rows: readonly RowDraft[],
    private readonly headings: ReadonlySet<number>,
  ) {}

  take(at: number): void {
    const row = this.rows[at]!;
    if (row.role !== 'item') {
      this.latest.length = 0;
      this.open.length = 0;
      this.carrier = undefined;
      this.lastPlain = undefined;
      return;
    }
    const { level } = row.read;
    while (this.open.length > 0 && this.open[this.open.length - 1]!.level >= level) this.open.pop();
    const parent = this.parentOf(at, row);
    if (level > 0) {
      this.open.push({ at, level });
      this.latest.length = Math.min(this.latest.length, level);
      this.latest[level] = at;
    }
    if (parent !== undefined && !this.headings.has(parent)) this.attach(parent, at);
    else {
      if (level === 0) this.lastPlain = at;
      if (row.key.vintage === 'carryover') this.carrier = at;
    }
    this.lastItem = at;
  }

  private parentOf(at: number, row: RowDraft): number | undefined {
    const { level, ordinal, ofWhich } = row.read;
    if (ofWhich && at > 0) return this.lastItem;
    const byWord = wordParent(this.rows, at);
    if (byWord !== undefined) return byWord;
    if (level === 0) return row.key.fund !== undefined && row.key.vintage === undefined ? this.carrier : undefined;
    const above = this.open[this.open.length - 1];
    if (above) return above.at;
    const before = this.latest[level];
    if (before !== undefined && ordinal > 1 && this.rows[before]!.read.ordinal === ordinal - 1)
      return this.parents[before];
    if (this.lastPlain === undefined) return undefined;
    if (ordinal === 1) return this.lastPlain;
    const sibling = this.lastItem;
    return sibling !== undefined && this.rows[sibling]!.read.level === level ? this.parents[sibling] : undefined;
  }

  private attach(parent: number, child: number): void {
    const above = this.rows[parent]!;
    const row = this.rows[child]!;
    this.parents[child] = parent;
    row.depth = above.depth + 1;
    row.partial = row.read.ofWhich;
    above.parts.push(child);
    if (above.key.vintage && row.key.vintage === undefined) row.key = { ...row.key, vintage: above.key.vintage };
    tellApart(above, row);
  }
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
  const children = childrenOfItems(rows);
  const totals = positions(rows, ({ role }) => role === 'total');
  const hasGrand = totals.some((at) => rows[at]!.read.grand) && totals.some((at) => !rows[at]!.read.grand);
  const top = (from: number, to: number): number[] => topsBetween(rows, children, from + 1, to);
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
      row.parts =
        above.length === 0 ||
        (order === 0 && below.length > 0 && rowFit(context, at, below) > rowFit(context, at, above))
          ? below
          : above;
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
