import type { BatchReport } from '../../model/batch';
import { type CellStyle } from '../plan';
import { FIGURE, figureCell } from './figure-cell';
import type { List, ListColumn, ListRow } from './list';
import { FILE_COLUMNS, fileValues, SPOT_COLUMNS, spotValues } from './places';

/*
 * Sheet 未核对: the figures that nothing ties, for a person to look at.
 */

export const UNCHECKED_LIST = '未核对';

const COLUMNS: readonly ListColumn[] = [
  ...FILE_COLUMNS,
  ...SPOT_COLUMNS,
  { heading: '数值', width: 16, style: FIGURE },
];
const VALUE = COLUMNS.length - 1;

/** Of one document: of a file that is hardly understood, more of them help nobody. */
const MOST_OF_ONE = 200;

/** @param most figures that the sheet takes */
export function uncheckedList({ rows: files }: BatchReport, most: number): List {
  const rows: ListRow[] = [];
  let all = 0;
  for (const file of files) {
    const figures = file.document?.unchecked ?? [];
    all += figures.length;
    for (const figure of figures.slice(0, Math.min(MOST_OF_ONE, most - rows.length))) {
      const { value, look } = figureCell(figure.value);
      rows.push({
        values: [...fileValues(file), ...spotValues(figure), value],
        ...(look && { looks: new Map<number, CellStyle>([[VALUE, look]]) }),
      });
    }
  }
  const left = all - rows.length;
  const lines = [
    '没有其他数字可以印证的数字，请人工核对。',
    ...(left > 0 ? [`另有 ${left} 个没有列出：每个文件最多列 ${MOST_OF_ONE} 个。`] : []),
  ];
  return { name: UNCHECKED_LIST, title: '未核对的数字', lines, columns: COLUMNS, rows, nothing: '没有未核对的数字' };
}
