import { positions } from '../../../shared/positions';
import { comparable } from '../../../shared/text';
import type { RowContext, RowDraft } from './draft';
import { rowFit } from './draft';

/*
 * Rows without a number under a numbered one: 一、基本支出, then 工资福利支出, 商品和服务支出 … set in. The indentation is lost in
 * conversion, so the figures decide: do they make up the numbered row, or do they count towards the total beside it?
 */

/** What a total says counts for more than what a single numbered row says. */
const TOTAL_WEIGHT = 3;

interface Run {
  readonly parent: number;
  readonly rows: readonly number[];
}

/** Hangs the rows without a number under the numbered rows before them where the sums say so. */
export function hangPlain(context: RowContext): void {
  const { rows } = context;
  const children = childrenOfItems(rows);
  for (const { from, to, total } of stretches(rows)) {
    const runs = runsOf(rows, children, from, to);
    if (runs.length === 0) continue;
    const tops = topsBetween(rows, children, from, to);
    const worth = (chosen: readonly Run[]): number => {
      const taken = new Set(chosen.flatMap((run) => run.rows));
      const closing =
        total === undefined
          ? 0
          : rowFit(
              context,
              total,
              tops.filter((at) => !taken.has(at)),
            );
      return TOTAL_WEIGHT * closing + chosen.reduce((sum, run) => sum + rowFit(context, run.parent, run.rows), 0);
    };
    // A run that adds up may do so by chance or for a reason; one wrong figure must not keep all others from being
    // understood.
    const readings = [[], runs.filter((run) => rowFit(context, run.parent, run.rows) > 0), runs];
    const best = readings.reduce((winner, reading) => (worth(reading) > worth(winner) ? reading : winner));
    for (const run of best) attachRun(rows, run);
  }
}

/** Rows that lie under an item. */
export function childrenOfItems(rows: readonly RowDraft[]): ReadonlySet<number> {
  const children = new Set<number>();
  for (const { role, parts } of rows) if (role === 'item') for (const part of parts) children.add(part);
  return children;
}

/** The items of a stretch (`to` exclusive) that lie under no other. */
export function topsBetween(
  rows: readonly RowDraft[],
  children: ReadonlySet<number>,
  from: number,
  to: number,
): number[] {
  const tops: number[] = [];
  for (let at = from; at < to; at += 1) if (rows[at]!.role === 'item' && !children.has(at)) tops.push(at);
  return tops;
}

/** Stretches of rows that one total closes (or opens, when nothing stands above it). */
function stretches(rows: readonly RowDraft[]): { from: number; to: number; total: number | undefined }[] {
  const totals = positions(rows, ({ role }) => role === 'total');
  const found: { from: number; to: number; total: number | undefined }[] = [];
  let from = 0;
  for (const at of [...totals, rows.length]) {
    if (at > from) found.push({ from, to: at, total: at < rows.length ? at : totals[totals.length - 1] });
    from = at + 1;
  }
  return found;
}

function runsOf(rows: readonly RowDraft[], children: ReadonlySet<number>, from: number, to: number): Run[] {
  const found: { parent: number; rows: number[] }[] = [];
  let run: { parent: number; rows: number[] } | undefined;
  for (let at = from; at < to; at += 1) {
    const row = rows[at]!;
    if (row.role !== 'item') continue;
    if (row.read.level > 0) {
      // A row with parts of its own, and one that says which year's money it is, stand for themselves.
      run = row.parts.length === 0 ? { parent: at, rows: [] } : undefined;
      if (run) found.push(run);
    } else if (
      run &&
      !children.has(at) &&
      row.key.vintage === undefined &&
      !/^(?:yearend|distribution)$/.test(row.key.item ?? '')
    )
      run.rows.push(at);
    else if (!children.has(at)) run = undefined;
  }
  return found.filter((each) => each.rows.length > 0);
}

function attachRun(rows: readonly RowDraft[], { parent, rows: run }: Run): void {
  const above = rows[parent]!;
  above.parts.push(...run);
  for (const at of run) {
    const row = rows[at]!;
    row.depth = above.depth + 1;
    const { nature, vintage } = above.key;
    if (nature !== undefined && row.key.nature === undefined) row.key = { ...row.key, nature };
    if (vintage !== undefined && row.key.vintage === undefined) row.key = { ...row.key, vintage };
    tellApart(above, row);
  }
}

/** 纳入一般公共预算管理的非税收入 under 一般公共预算 is a part of it, whatever its words say. */
export function tellApart(above: RowDraft, row: RowDraft): void {
  const same = (['fund', 'nature', 'item'] as const).every((name) => above.key[name] === row.key[name]);
  if (same && above.key.fund !== undefined && above.key.item === undefined)
    row.key = { ...row.key, item: `l:${comparable(row.read.name)}` };
}
