import type { BatchReport, BatchRow } from '../../model/batch';
import type { DigestFinding } from '../../model/digest';
import type { Severity } from '../../model/relation';
import { type CellStyle, SEVERITIES } from '../plan';
import { FIGURE, figureCell } from './figure-cell';
import { type List, type ListColumn, type ListRow, TEXT, WORD } from './list';
import { FILE_COLUMNS, fileValues, SPOT_COLUMNS, spotValues } from './places';

/*
 * Sheet 问题清单: every finding of every document, in the order of the documents, the gravest of each first.
 */

export const FINDINGS_LIST = '问题清单';

const COLUMNS: readonly ListColumn[] = [
  ...FILE_COLUMNS,
  { heading: '级别', width: 7, style: WORD },
  { heading: '检查内容', width: 15, style: TEXT },
  ...SPOT_COLUMNS,
  { heading: '说明', width: 56, style: TEXT },
  { heading: '现值', width: 12, style: FIGURE },
  { heading: '应为', width: 12, style: FIGURE },
  { heading: '差额', width: 12, style: FIGURE },
  { heading: '计量单位', width: 8, style: WORD },
];
const LEVEL = FILE_COLUMNS.length;
const STATED = COLUMNS.findIndex(({ heading }) => heading === '现值');

const LEVEL_LOOKS: Readonly<Record<Severity, CellStyle>> = {
  error: { fill: SEVERITIES.error.fill },
  warning: { fill: SEVERITIES.warning.fill },
  info: { fill: SEVERITIES.info.fill },
};

/** The slightest go first where there are too many. */
const BY_WEIGHT: readonly Severity[] = ['info', 'warning', 'error'];

export interface FindingsList extends List {
  /** Index in `rows` of the first finding of a file, by the number of the file. */
  readonly firstOf: ReadonlyMap<number, number>;
}

/** @param most findings that the sheet takes */
export function findingsList({ rows: files, totals }: BatchReport, most: number): FindingsList {
  const { kept, left } = keepGravest(totals.counts, most);
  const rows: ListRow[] = [];
  const firstOf = new Map<number, number>();
  for (const file of files) {
    for (const finding of file.document?.findings ?? []) {
      if (!kept.has(finding.severity) || rows.length === most) continue;
      if (!firstOf.has(file.number)) firstOf.set(file.number, rows.length);
      rows.push(findingRow(file, finding));
    }
  }
  const lines = [
    '按文件的先后排列，每个文件最重的在前；各条的全部算式用 gouji check 查看。',
    ...(left === '' ? [] : [`条数太多，${left}没有列出；可以分几批核对。`]),
  ];
  return { name: FINDINGS_LIST, title: '问题清单', lines, columns: COLUMNS, rows, nothing: '未发现问题', firstOf };
}

/** Which severities there is room for, and what is left out, in words. */
function keepGravest(
  counts: Readonly<Record<Severity, number>>,
  most: number,
): { readonly kept: ReadonlySet<Severity>; readonly left: string } {
  const kept = new Set<Severity>(BY_WEIGHT);
  const total = (): number => [...kept].reduce((sum, severity) => sum + counts[severity], 0);
  const left: string[] = [];
  for (const severity of BY_WEIGHT) {
    if (total() <= most) break;
    if (severity === 'error') left.push(`${total() - most} 条${SEVERITIES.error.word}`);
    else {
      kept.delete(severity);
      left.push(`${counts[severity]} 条${SEVERITIES[severity].word}`);
    }
  }
  return { kept, left: left.join('、') };
}

function findingRow(file: BatchRow, finding: DigestFinding): ListRow {
  const { severity, topic, message, unit } = finding;
  const figures = [finding.stated, finding.expected, finding.difference].map(figureCell);
  const looks = new Map<number, CellStyle>([[LEVEL, LEVEL_LOOKS[severity]]]);
  figures.forEach(({ look }, at) => {
    if (look) looks.set(STATED + at, look);
  });
  const values = [
    ...fileValues(file),
    SEVERITIES[severity].word,
    topic,
    ...spotValues(finding),
    message,
    ...figures.map(({ value }) => value),
    unit,
  ];
  return { values, looks };
}
