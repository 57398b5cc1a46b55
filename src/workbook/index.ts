import type { Disclosure } from '../model/disclosure';
import type { Family } from '../model/form';
import type { InspectionForm } from '../model/inspection';
import { isText, type Reconciliation } from '../model/relation';
import { layOutFindings } from './findings-sheet';
import { type InspectionPlaces, layOutInspection } from './inspection-sheet';
import { layOut, type PlacedFacts } from './layout';
import { marksOf } from './marks';
import { cellOfText } from './narrative-cells';
import { layOutNarrative } from './narrative-sheet';
import type { Plan } from './plan';
import { checkResult, type PlacedFinding } from './result';

/*
 * The workbook room: a document and what a check found in it → a plan (plan.ts) → any spreadsheet (port.ts).
 */

export type { Area } from './address';
export { cellName, linkFormula, parseCell } from './address';
export { BATCH_SHEETS, planBatch, totalsLine } from './batch';
export { formulaText, type Formula, type FormulaCellRef, type ListedRows, type ListRows } from './formula';
export { layOutFindings } from './findings-sheet';
export { type Handwriting, handwritingOf } from './handwriting';
export { type InspectionPlaces, layOutInspection } from './inspection-sheet';
export { cellOfText } from './narrative-cells';
export { layOutNarrative } from './narrative-sheet';
export {
  FINDINGS_SHEET,
  INSPECTION_SHEET,
  layOut,
  layOutUnfilled,
  NARRATIVE_SHEET,
  placeFacts,
  type FactCells,
  type Layout,
  type PlacedFacts,
} from './layout';
export type { BlockPlacement, PlacedColumn, PlacedRow, SheetPlacement, UnfilledForm } from './layout';
export { marksOf } from './marks';
export { MemoryWorkbook } from './memory';
export { SEVERITIES } from './plan';
export type {
  CellNote,
  CellStyle,
  CellValue,
  FormulaCell,
  Link,
  Mark,
  Plan,
  PrintSetup,
  SheetKind,
  SheetPlan,
  StyleRun,
} from './plan';
export { OWN_HEADS, OWN_SHEETS } from './own-sheets';
export { checkPlan } from './plan-check';
export { WorkbookError, type SheetValues, type WorkbookFault, type WorkbookPort } from './port';
export { checkResult, type CheckResult, type PlacedFinding, type UncheckedFigure } from './result';
export { CREATOR, writeXlsx, XlsxWorkbook } from './xlsx';

/** The whole workbook, with addresses and messages of its layout. */
export interface WorkbookPlan extends Plan, PlacedFacts {}

/**
 * Plans the whole workbook: every form filled in, the marks, 核对结果, and 检查表 as its last sheet.
 * @param family undefined lays every table out as it is printed.
 * @param reconciliation undefined leaves marks, 核对结果 and 检查表 out.
 * @param inspection what stands in 检查表; undefined leaves it out.
 */
export function planWorkbook(
  disclosure: Disclosure,
  family: Family | undefined,
  reconciliation?: Reconciliation,
  inspection?: InspectionForm,
): WorkbookPlan {
  const { sheets, ...placed } = layOut(disclosure, family);
  if (!reconciliation) return { ...placed, sheets, marks: [] };
  const result = checkResult(disclosure, family, reconciliation, placed.cellOf, placed.cellOfText);
  const narrative = layOutNarrative(
    disclosure.narrative,
    reconciliation.claims ?? [],
    new Set(reconciliation.unchecked),
  );
  const marks = marksOf([...result.findings, ...inNarrative(result.findings, disclosure)]);
  const form = inspection && layOutInspection(inspection, placesIn(placed));
  return {
    ...placed,
    sheets: [...sheets, ...(narrative ? [narrative] : []), layOutFindings(result), ...(form ? [form] : [])],
    marks,
  };
}

/** Where figures and tables stand in a workbook that is filled as laid out. */
export function placesIn({ cellOf, cellOfText: textCell, sheetOf }: PlacedFacts): InspectionPlaces {
  return {
    figure: (figure) => (isText(figure) ? textCell(figure.id) : cellOf(figure.id)),
    table: (statement) => {
      const sheet = sheetOf(statement);
      return sheet === undefined ? undefined : { sheet, cell: 'A1' };
    },
  };
}

/**
 * A figure that stands in a form filled from the text is marked in its row of 情况说明 as well: there is its arithmetic.
 */
function inNarrative(findings: readonly PlacedFinding[], { narrative }: Disclosure): PlacedFinding[] {
  return findings.flatMap(({ finding, place }) => {
    const [suspect] = finding.suspects;
    const row = suspect && isText(suspect) ? cellOfText(narrative, suspect.id) : undefined;
    return row && place && place.sheet !== row.sheet ? [{ finding, place: row }] : [];
  });
}
