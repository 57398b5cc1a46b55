import type { Coverage, Finding, Severity } from '../model/relation';
import type { Place, SheetPlace } from '../model/source';
import { parseAmount } from '../shared/amount';
import { amountFormat, amountValue, widthForFigures } from './layout/amounts';
import { Canvas } from './layout/canvas';
import { amountStyle, LOOK, ROW_HEIGHT, TITLE_HEIGHT } from './layout/look';
import { lineCount, rowHeight } from './layout/measure';
import { printSetup } from './layout/page';
import { FINDINGS_SHEET } from './layout/placement';
import { SEVERITIES, type CellStyle, type SheetPlan } from './plan';
import type { CheckResult, PlacedFinding, UncheckedFigure } from './result';

/*
 * Sheet 核对结果: what was checked, every finding with a link to its cell, and the figures that nothing ties.
 */

const COLUMNS = [
  { heading: '序号', width: 6 },
  { heading: '级别', width: 8 },
  { heading: '表', width: 26 },
  { heading: '单元格', width: 9 },
  { heading: '说明', width: 64 },
  { heading: '现值', width: 14 },
  { heading: '应为', width: 14 },
  { heading: '差额', width: 13 },
] as const;
/** The heads of its columns, as they are printed. */
export const FINDINGS_HEADS: readonly string[] = COLUMNS.map(({ heading }) => heading);
const [NUMBER, LEVEL, SHEET, CELL, MESSAGE, STATED, EXPECTED, DIFFERENCE] = [0, 1, 2, 3, 4, 5, 6, 7];

const NOTHING_FOUND = '未发现问题';
const NOWHERE = '（不在表格中）';
// Longer lists help nobody; the number of all of them is said above.
const MAX_UNCHECKED = 500;
// As many lines as the highest row there is can show, and one to spare.
const MAX_LINES = 27;

const CENTRED_TOP: CellStyle = { horizontal: 'center', vertical: 'top' };
const WRAPPED_TOP: CellStyle = { horizontal: 'left', vertical: 'top', wrap: true };

function span(row: number, from: number, to: number): { row: number; column: number; rows: number; columns: number } {
  return { row, column: from, rows: 1, columns: to - from + 1 };
}

/** A line of text over columns `from` … `to`. */
function putLine(canvas: Canvas, row: number, text: string, from = 0, to: number = DIFFERENCE): void {
  const area = span(row, from, to);
  canvas.put(row, from, text);
  canvas.merge(area);
  canvas.style(area, { horizontal: 'left', wrap: true });
  canvas.height(row, rowHeight(lineCount(text, canvas.widthOf(from, to - from + 1)), ROW_HEIGHT));
}

/** A figure as a number where it is in the unit of the document, else as text with its own unit. */
function putFigure(
  canvas: Canvas,
  row: number,
  column: number,
  figure: string,
  unit: string,
  documentUnit: string,
): void {
  const amount = parseAmount(figure);
  if (!amount?.printed || unit !== documentUnit) {
    canvas.put(row, column, figure === '' ? null : `${figure}${unit}`);
    return;
  }
  canvas.put(row, column, amountValue(amount));
  if (amount.decimals > 2) canvas.style(span(row, column, column), amountStyle(amountFormat(amount.decimals)));
}

/** Where the document prints it, for what stands in no cell of the workbook. */
function sourceText(source: Place | undefined): string {
  if (!source || 'sheet' in source) return NOWHERE;
  if ('line' in source) return `原文第 ${source.line} 行`;
  return 'page' in source ? `原文第 ${source.page} 页` : `原文第 ${source.block} 段`;
}

function putPlace(canvas: Canvas, row: number, target: SheetPlace | undefined, source?: Place): void {
  if (!target) {
    canvas.put(row, SHEET, sourceText(source));
    return;
  }
  canvas.put(row, SHEET, target.sheet);
  canvas.put(row, CELL, target.cell);
  canvas.link({ row, column: CELL, target });
  canvas.style(span(row, CELL, CELL), LOOK.link);
}

function putTableHead(canvas: Canvas, row: number, headings: readonly string[]): void {
  headings.forEach((heading, column) => canvas.put(row, column, heading));
  const area = span(row, 0, headings.length - 1);
  canvas.style(area, { ...LOOK.sheet, ...LOOK.header, ...LOOK.grid, bold: true });
}

/** Lines that a remark may take: whoever wants all of its arithmetic finds it in the machine-readable result. */
const REMARK_LINES = 6;

/**
 * The message and the arithmetic behind it, as much as the highest row there is can show; little of it for a mere
 * remark.
 */
function explanation({ message, evidence, severity }: Finding): string {
  const most = severity === 'info' ? REMARK_LINES : MAX_LINES;
  const linesOf = (text: string): number => lineCount(text, COLUMNS[MESSAGE]!.width);
  // The message often says the one line of evidence there is.
  const rest = evidence.filter((line) => !message.includes(line));
  const shown = [message];
  let used = linesOf(message);
  for (const line of rest) {
    used += linesOf(line);
    if (used >= most) break;
    shown.push(line);
  }
  const left = rest.length + 1 - shown.length;
  return [...shown, ...(left > 0 ? [`另有 ${left} 条算式从略。`] : [])].join('\n');
}

function putFinding(
  canvas: Canvas,
  row: number,
  { finding, place, source }: PlacedFinding,
  number: number,
  unit: string,
): void {
  const { severity } = finding;
  const { word, fill } = SEVERITIES[severity];
  canvas.put(row, NUMBER, String(number));
  canvas.put(row, LEVEL, word);
  canvas.style(span(row, LEVEL, LEVEL), { fill });
  putPlace(canvas, row, place, source);
  const text = explanation(finding);
  canvas.put(row, MESSAGE, text);
  putFigure(canvas, row, STATED, finding.stated, finding.unit, unit);
  putFigure(canvas, row, EXPECTED, finding.expected, finding.unit, unit);
  putFigure(canvas, row, DIFFERENCE, finding.difference, finding.unit, unit);
  const lines = Math.max(
    lineCount(text, COLUMNS[MESSAGE]!.width),
    lineCount(place?.sheet ?? '', COLUMNS[SHEET]!.width),
  );
  canvas.height(row, rowHeight(lines, ROW_HEIGHT));
}

/** Looks of the rows of a table, column by column; what a single cell needs beyond it is set after. */
function styleRows(canvas: Canvas, row: number, rows: number, last: number): void {
  const part = (from: number, to: number) => ({ row, column: from, rows, columns: to - from + 1 });
  canvas.style(part(0, last), { ...LOOK.sheet, ...LOOK.grid });
  canvas.style(part(NUMBER, LEVEL), CENTRED_TOP);
  canvas.style(part(SHEET, MESSAGE), WRAPPED_TOP);
  canvas.style(part(STATED, last), { ...amountStyle(amountFormat(2)), vertical: 'top' });
}

/** @returns the first row below the table. */
function putFindings(canvas: Canvas, top: number, { findings, profile }: CheckResult): number {
  putTableHead(
    canvas,
    top,
    COLUMNS.map(({ heading }) => heading),
  );
  const rows = Math.max(1, findings.length);
  styleRows(canvas, top + 1, rows, DIFFERENCE);
  findings.forEach((finding, index) => putFinding(canvas, top + 1 + index, finding, index + 1, profile.unit));
  if (findings.length === 0) putLine(canvas, top + 1, NOTHING_FOUND);
  return top + 1 + rows;
}

function putUnchecked(canvas: Canvas, top: number, unchecked: readonly UncheckedFigure[]): void {
  const shown = unchecked.slice(0, MAX_UNCHECKED);
  canvas.style(span(top, 0, DIFFERENCE), { ...LOOK.sheet, bold: true });
  putLine(canvas, top, '未核对的数字（没有其他数字可以印证，请人工核对）');
  putTableHead(canvas, top + 1, ['序号', '级别', '表', '单元格', '项目', '现值']);
  styleRows(canvas, top + 2, shown.length, STATED);
  shown.forEach(({ label, value, place }, index) => {
    const row = top + 2 + index;
    canvas.put(row, NUMBER, String(index + 1));
    canvas.put(row, LEVEL, '未核对');
    putPlace(canvas, row, place);
    canvas.put(row, MESSAGE, label);
    const amount = parseAmount(value);
    canvas.put(row, STATED, amount ? amountValue(amount) : value);
    if (amount && amount.decimals > 2)
      canvas.style(span(row, STATED, STATED), amountStyle(amountFormat(amount.decimals)));
    const lines = Math.max(
      lineCount(label, COLUMNS[MESSAGE]!.width),
      lineCount(place?.sheet ?? '', COLUMNS[SHEET]!.width),
    );
    canvas.height(row, rowHeight(lines, ROW_HEIGHT));
  });
  if (shown.length < unchecked.length) {
    const row = top + 2 + shown.length;
    canvas.style(span(row, 0, DIFFERENCE), LOOK.sheet);
    putLine(canvas, row, `其余 ${unchecked.length - shown.length} 个从略。`);
  }
}

function countOf(findings: readonly PlacedFinding[], severity: Severity): number {
  return findings.filter(({ finding }) => finding.severity === severity).length;
}

/** What was checked, in lines. */
function headLines({
  profile,
  familyName,
  coverage,
  narrativeCoverage,
  findings,
  unchecked,
  tuned = [],
}: CheckResult): string[] {
  const { level, entity, year, kind } = profile;
  const counts = (['error', 'warning', 'info'] as const).map(
    (severity) => `${SEVERITIES[severity].word} ${countOf(findings, severity)} 条`,
  );
  const open = unchecked.length > 0 ? `，未核对 ${unchecked.length} 个（见表下）` : '';
  return [
    `${level === 'department' ? '部门名称' : '单位名称'}：${entity}`,
    `年度：${year === null ? '未注明' : `${year}年`}　类别：${kind === 'budget' ? '预算' : '决算'}　模板：${familyName}`,
    `${coverageText('表中', coverage)}${narrativeCoverage ? `；${coverageText('文字中', narrativeCoverage)}` : ''}${open}　${counts.join('，')}`,
    ...tuned,
  ];
}

function coverageText(where: string, { figures, checked }: Coverage): string {
  return `${where}数字 ${figures} 个，已核对 ${checked} 个`;
}

/** Widths of the columns: figures are shown whole. */
function columnWidths({ findings, unchecked }: CheckResult): number[] {
  const figures: Partial<Record<number, readonly string[]>> = {
    [STATED]: [...findings.map(({ finding }) => finding.stated), ...unchecked.map(({ value }) => value)],
    [EXPECTED]: findings.map(({ finding }) => finding.expected),
    [DIFFERENCE]: findings.map(({ finding }) => finding.difference),
  };
  return COLUMNS.map(({ width }, column) => widthForFigures(width, figures[column] ?? []));
}

/** Lays out 核对结果. Findings stand in the order given; links lead to the cells of the forms. */
export function layOutFindings(result: CheckResult): SheetPlan {
  const canvas = new Canvas(columnWidths(result));
  const lines = headLines(result);
  const top = 1 + lines.length;
  canvas.style({ row: 0, column: 0, rows: top, columns: COLUMNS.length }, LOOK.sheet);
  canvas.put(0, 0, FINDINGS_SHEET);
  canvas.merge(span(0, 0, DIFFERENCE));
  canvas.style(span(0, 0, DIFFERENCE), LOOK.title);
  canvas.height(0, TITLE_HEIGHT);
  lines.forEach((line, index) => putLine(canvas, 1 + index, line));
  const below = putFindings(canvas, top, result);
  if (result.unchecked.length > 0) {
    // One free row between the tables.
    canvas.style(span(below, 0, DIFFERENCE), LOOK.sheet);
    canvas.extend(below + 1);
    putUnchecked(canvas, below + 1, result.unchecked);
  }
  return canvas.finish({
    name: FINDINGS_SHEET,
    kind: 'findings',
    defaultRowHeight: ROW_HEIGHT,
    freeze: { rows: top + 1, columns: 0 },
    print: printSetup('landscape', top + 1),
  });
}
