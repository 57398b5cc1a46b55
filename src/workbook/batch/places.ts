import type { BatchRow } from '../../model/batch';
import type { Spot } from '../../model/digest';
import type { CellValue } from '../plan';
import { type ListColumn, NUMBER, TEXT } from './list';

/* Columns that every list of the batch has: which file, and where in it. */

export const FILE_COLUMNS: readonly ListColumn[] = [
  { heading: '序号', width: 5.5, style: NUMBER },
  { heading: '文件', width: 22, style: TEXT },
  { heading: '单位名称', width: 18, style: TEXT },
];

export const SPOT_COLUMNS: readonly ListColumn[] = [
  { heading: '表或章节', width: 22, style: TEXT },
  { heading: '项目', width: 20, style: TEXT },
  { heading: '原文位置', width: 14, style: TEXT },
];

/** Values of FILE_COLUMNS. */
export function fileValues({ number, file, document }: BatchRow): CellValue[] {
  return [number, file, document?.entity ?? ''];
}

/** Values of SPOT_COLUMNS. */
export function spotValues({ part, item, source }: Spot): CellValue[] {
  return [part, item, source];
}
