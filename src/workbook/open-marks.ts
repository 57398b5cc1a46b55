import type { Disclosure } from '../model/disclosure';
import type { Family } from '../model/form';
import type { InspectionForm } from '../model/inspection';
import type { Finding, Reconciliation } from '../model/relation';
import type { Place, SheetPlace } from '../model/source';
import { layOutFindings } from './findings-sheet';
import { handwritingOf } from './handwriting';
import { layOutInspection } from './inspection-sheet';
import { Canvas } from './layout/canvas';
import { LOOK, ROW_HEIGHT, TITLE_HEIGHT } from './layout/look';
import { lineCount, rowHeight } from './layout/measure';
import { printSetup } from './layout/page';
import { FINDINGS_SHEET } from './layout/placement';
import { marksOf } from './marks';
import type { Mark, SheetPlan } from './plan';
import type { SheetValues } from './port';
import { checkResult, type PlacedFinding } from './result';

/*
 * A workbook that was checked as it stands: every figure keeps the cell that it was read from.
 */

/** Where a figure was read; nothing when that was in no sheet. */
function placeOf(figure: { readonly place: Place } | undefined): { readonly place?: SheetPlace } {
  return figure && 'sheet' in figure.place ? { place: figure.place } : {};
}

function placed(findings: readonly Finding[]): PlacedFinding[] {
  return findings.map((finding) => ({ finding, ...placeOf(finding.suspects[0]) }));
}

/** Marks on the cells that the figures were read from; what was read from no cell gets none. */
export function marksInPlace({ findings }: Reconciliation): Mark[] {
  return marksOf(placed(findings));
}

/** Sheet 核对结果 with links to the cells that the figures were read from. */
export function findingsInPlace(
  disclosure: Disclosure,
  family: Family | undefined,
  reconciliation: Reconciliation,
): SheetPlan {
  const { findings, unchecked } = reconciliation;
  const result = checkResult(disclosure, family, reconciliation, () => undefined);
  // No figure stands in a sheet of ours, those of the text neither.
  return layOutFindings({
    ...result,
    findings: placed(findings),
    unchecked: result.unchecked.map(({ label, value }, at) => ({ label, value, ...placeOf(unchecked[at]) })),
  });
}

/** Sheet 检查表 with links to the cells that the figures were read from. */
export function inspectionInPlace({ statements }: Disclosure, form: InspectionForm, before?: SheetValues): SheetPlan {
  const table = (statement: number): SheetPlace | undefined => placeOf(statements[statement]).place;
  return layOutInspection(form, { figure: (figure) => placeOf(figure).place, table }, before && handwritingOf(before));
}

const NOTICE_WIDTH = 90;

/** Sheet 核对结果 where there are no findings to list, but something to say. */
export function noticeSheet(lines: readonly string[]): SheetPlan {
  const canvas = new Canvas([NOTICE_WIDTH]);
  [FINDINGS_SHEET, ...lines].forEach((line, row) => canvas.put(row, 0, line));
  canvas.style(canvas.all, LOOK.sheet);
  canvas.style({ row: 0, column: 0, rows: 1, columns: 1 }, LOOK.title);
  canvas.style({ row: 1, column: 0, rows: lines.length, columns: 1 }, LOOK.note);
  canvas.height(0, TITLE_HEIGHT);
  lines.forEach((line, index) => canvas.height(index + 1, rowHeight(lineCount(line, NOTICE_WIDTH), ROW_HEIGHT)));
  return canvas.finish({
    name: FINDINGS_SHEET,
    kind: 'findings',
    defaultRowHeight: ROW_HEIGHT,
    freeze: { rows: 1, columns: 0 },
    print: printSetup('portrait', 1),
  });
}

/** The same sheet with a line more at its end, over its whole width. */
export function withNotice(sheet: SheetPlan, text: string): SheetPlan {
  const { values, columnWidths } = sheet;
  const area = { row: values.length, column: 0, rows: 1, columns: columnWidths.length };
  const width = columnWidths.reduce((sum, one) => sum + one, 0);
  const height = rowHeight(lineCount(text, width), ROW_HEIGHT);
  return {
    ...sheet,
    values: [...values, columnWidths.map((_, column) => (column === 0 ? text : null))],
    styles: [...sheet.styles, { area, style: { ...LOOK.sheet, ...LOOK.note } }],
    merges: area.columns > 1 ? [...sheet.merges, area] : sheet.merges,
    rowHeights: [...sheet.rowHeights, { row: area.row, height }],
  };
}
