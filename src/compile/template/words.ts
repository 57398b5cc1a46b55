import { cellName, type ListedRows } from '../../workbook';
import type { AmountColumn } from './grid';
import type { CodedRow } from './outline';
import type { Cell } from './cells';

/*
 * What the notes on formula cells say.
 */

const MOST_NAMED = 6;

function named(names: readonly string[]): string {
  if (names.length <= MOST_NAMED) return names.join(' ＋ ');
  return `${names[0]!} ＋ … ＋ ${names[names.length - 1]!}（共 ${names.length} 项）`;
}

function leaf({ heading }: AmountColumn): string {
  return heading[heading.length - 1] ?? '';
}

/** Where leaves of the header bear one name (小计 under each fund), the head above tells them apart. */
function columnNames(columns: readonly AmountColumn[]): string[] {
  const leaves = columns.map(leaf);
  return columns.map((column, at) =>
    leaves.filter((name) => name === leaves[at]).length > 1 ? column.heading.slice(-2).join('·') : leaves[at]!,
  );
}

export function downWords(labels: readonly string[]): string {
  return `自动计算：${named(labels)}`;
}

export function acrossWords(column: AmountColumn, parts: readonly AmountColumn[]): string {
  return `自动计算：${leaf(column)} ＝ ${named(columnNames(parts))}`;
}

const LEVELS: Readonly<Record<number, string>> = { 3: '类', 5: '款', 7: '项' };

export function belowWords({ digits }: CodedRow): string {
  const own = LEVELS[digits] ?? '本级';
  return `自动计算：编码以本行编码开头、再多两位的各行之和。先填本行（${own}）的编码；没有下级科目时，直接在这里填数字。`;
}

export function listWords(rows: ListedRows): string {
  return rows.kind === 'digits'
    ? `自动计算：编码为 ${rows.digits} 位的各行（${LEVELS[rows.digits] ?? ''}级）之和，在表中插行不受影响。`
    : '自动计算：下面各行之和，在中间插行不受影响。';
}

/** The figure of another form in words. */
export function sameWords({ grid, line, column, row, at }: Cell): string {
  return `自动取数：“${grid.sheet}”${cellName(row, at)}（${[line.label, leaf(column)].filter((text) => text !== '').join('·')}）`;
}

export function codeWords({ grid, column }: Cell, code: string): string {
  return `自动取数：“${grid.sheet}”编码 ${code} 的“${leaf(column)}”`;
}
