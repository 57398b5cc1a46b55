import type { BatchReport, BatchRow, BatchTotals, Outcome } from '../../model/batch';
import { cellName } from '../address';
import { type CellStyle, type CellValue, SEVERITIES } from '../plan';
import { FINDINGS_LIST, type FindingsList } from './findings';
import { COUNT, firstRow, type List, type ListColumn, type ListRow, NUMBER, TEXT, TEXT_APART, WORD } from './list';

/*
 * Sheet 汇总: one row a file, and what all of them come to.
 */

export const SUMMARY = '汇总';

const COLUMNS: readonly ListColumn[] = [
  { heading: '序号', width: 5.5, style: NUMBER },
  { heading: '文件', width: 27, style: TEXT },
  { heading: '单位名称', width: 20, style: TEXT },
  { heading: '年度', width: 6.5, style: NUMBER },
  { heading: '类别', width: 9.5, style: WORD },
  { heading: '结论', width: 11.5, style: WORD },
  { heading: '错误', width: 6, style: COUNT },
  { heading: '提醒', width: 6, style: COUNT },
  { heading: '提示', width: 6, style: COUNT },
  { heading: '主要问题', width: 42, style: TEXT_APART },
  { heading: '识别的表', width: 6.5, style: COUNT },
  { heading: '其中空表', width: 6.5, style: COUNT },
  { heading: '缺少的表', width: 6.5, style: COUNT },
  { heading: '表内数字', width: 7, style: COUNT },
  { heading: '表内已核对', width: 7, style: COUNT },
  { heading: '文字数字', width: 7, style: COUNT },
  { heading: '文字已核对', width: 7, style: COUNT },
  { heading: '模板', width: 15, style: TEXT_APART },
  { heading: '备注', width: 32, style: TEXT },
];
const OUTCOME = 5;
/** The numbers and names of the files stay in sight. */
const FROZEN = 2;

const OUTCOMES: Readonly<Record<Outcome, { readonly word: string; readonly look: CellStyle }>> = {
  error: { word: '有错误', look: { fill: SEVERITIES.error.fill } },
  warning: { word: '有提醒', look: { fill: SEVERITIES.warning.fill } },
  sound: { word: '未发现错误', look: {} },
  unreadable: { word: '无法读取', look: { fill: 'BFBFBF', bold: true } },
  skipped: { word: '不读此格式', look: { fill: 'E7E6E6' } },
};
const LINKED: ReadonlyMap<Outcome, CellStyle> = new Map(
  Object.entries(OUTCOMES).map(([outcome, { look }]) => [
    outcome as Outcome,
    { ...look, color: '0563C1', underline: true },
  ]),
);

/** @param findings the list that the rows lead to */
export function summaryList(
  { folder, rows, totals }: BatchReport,
  findings: FindingsList,
  notes: readonly string[],
): List {
  const sum = ['', '合计', '', '', '', '', ...sums(totals)];
  return {
    name: SUMMARY,
    title: '批量核对汇总',
    lines: [
      ...(folder === '' ? [] : [`文件夹：${folder}`]),
      `${totalsLine(totals)}。`,
      ...(findings.rows.length > 0 ? ['点“结论”，到该文件的第一条问题。'] : []),
      ...notes,
    ],
    columns: COLUMNS.map((column, at) => ({ ...column, width: Math.max(column.width, countWidth(sum[at]!)) })),
    totals: sum,
    rows: rows.map((row) => summaryRow(row, findings)),
    nothing: '没有文件',
    frozenColumns: FROZEN,
  };
}

/**
 * Characters that a count takes with its separators; sums of many files are long, and a number that does not fit is not
 * shown at all.
 */
function countWidth(value: CellValue): number {
  return typeof value === 'number' ? Math.ceil(String(value).length * (4 / 3)) + 2 : 0;
}

/** How many files came to what, and how many findings there are, in one line without a full stop. */
export function totalsLine({ files, counts }: BatchTotals): string {
  const all = Object.values(files).reduce((sum, count) => sum + count, 0);
  const parts = (Object.keys(OUTCOMES) as Outcome[]).flatMap((outcome) =>
    files[outcome] > 0 ? [`${OUTCOMES[outcome].word} ${files[outcome]} 个`] : [],
  );
  const found = (['error', 'warning', 'info'] as const).map(
    (severity) => `${SEVERITIES[severity].word} ${counts[severity]} 条`,
  );
  return `共 ${all} 个文件：${parts.join('，')}；${found.join('，')}`;
}

function sums({ counts, tables, empty, missing, table, text }: BatchTotals): CellValue[] {
  return [
    counts.error,
    counts.warning,
    counts.info,
    '',
    tables,
    empty,
    missing,
    table.figures,
    table.checked,
    text.figures,
    text.checked,
    '',
    '',
  ];
}

function summaryRow(row: BatchRow, { firstOf, ...findings }: FindingsList): ListRow {
  const { number, file, outcome, gist, remarks, document } = row;
  const first = firstOf.get(number);
  const { word, look } = OUTCOMES[outcome];
  const remark = remarks.join('；');
  const target =
    first === undefined ? undefined : { sheet: FINDINGS_LIST, cell: cellName(firstRow(findings) + first, 0) };
  const looks = new Map([[OUTCOME, target ? LINKED.get(outcome)! : look]]);
  const head = [number, file];
  if (!document)
    return { values: [...head, '', '', '', word, '', '', '', gist, '', '', '', '', '', '', '', '', remark], looks };
  const { entity, year, kind, counts, tables, empty, missing, table, text, family } = document;
  return {
    values: [
      ...[...head, entity === '' ? '（未识别到名称）' : entity, year ?? '未注明', kind, word],
      ...[counts.error, counts.warning, counts.info, gist],
      ...[tables, empty, missing, table.figures, table.checked, text.figures, text.checked, family, remark],
    ],
    looks,
    ...(target && { link: { column: OUTCOME, target } }),
  };
}
