import type { Profile, Unit } from '../../model/disclosure';
import type { Family } from '../../model/form';
import {
  layOutUnfilled,
  type CellNote,
  type CellStyle,
  type CellValue,
  type FormulaCell,
  type Plan,
  type SheetPlan,
  type StyleRun,
} from '../../workbook';
import { amountFormat } from '../../workbook/layout/amounts';
import { cellsOf, type Cell } from './cells';
import { addLinks } from './links';
import { withOutlines, withYearRoom } from './outline';
import { addSums } from './sums';

/*
 * Blank template sheets with live totals: the forms of a family in their official look, where whatever follows from
 * other figures reckons itself. Which cells these are follows from what forms and vocabulary say of rows and columns.
 */

export interface TemplateOptions {
  /** null leaves a line to write it on. */
  readonly year: number | null;
  /** '' leaves room for it. */
  readonly entity: string;
  readonly level: Profile['level'];
  /** Rows to be filled in, where a form has none of its own. */
  readonly rows: number;
}

/** Rows of a list, unless the caller says otherwise: four groups of 类, 款 and 项. */
export const DEFAULT_ROWS = 20;

const DEFAULT_UNIT: Unit = '万元';
/** Tells cells that reckon themselves from those to be filled in; printed it is next to nothing. */
const LIVE_FILL = 'F2F2F2';

/** A sum of nothing is shown as nothing, as official forms print it. */
function liveFormat(count: boolean): string {
  const format = count ? amountFormat(0, 0) : amountFormat(0);
  return `${format};-${format};`;
}

/** Looks of cells that reckon themselves: one object each, so that cells of one look share a style. */
const LIVE_LOOK: CellStyle = { fill: LIVE_FILL, numberFormat: liveFormat(false) };
const COUNT_LOOK: CellStyle = { fill: LIVE_FILL, numberFormat: liveFormat(true) };

/** A sheet on which these cells reckon themselves. Nothing is filled in, so all of them come to zero. */
function withFormulas(plan: SheetPlan, cells: readonly Cell[]): SheetPlan {
  const values = plan.values.map((row): CellValue[] => [...row]);
  const styles: StyleRun[] = [...plan.styles];
  const formulas: FormulaCell[] = [];
  const notes: CellNote[] = [];
  for (const { row, at: column, live, line } of cells) {
    if (!live) continue;
    values[row]![column] = 0;
    formulas.push({ row, column, formula: live.formula });
    styles.push({ area: { row, column, rows: 1, columns: 1 }, style: line.spec.count ? COUNT_LOOK : LIVE_LOOK });
    notes.push({ row, column, text: live.words });
  }
  return { ...plan, values, styles, formulas, notes };
}

/** The cells of amounts of a family's template with their formulas, and its sheets without them. */
export function templateCells(
  family: Family,
  options: TemplateOptions,
): { readonly cells: readonly Cell[]; readonly sheets: readonly SheetPlan[] } {
  const { year, entity, level } = options;
  const profile: Profile = {
    kind: family.kind,
    level,
    family: family.id,
    year,
    entity,
    unit: family.unit ?? DEFAULT_UNIT,
  };
  const roomy = withOutlines(year === null ? withYearRoom(family) : family, options.rows);
  const forms = layOutUnfilled(roomy, profile);
  const cells = cellsOf(forms);
  addSums(cells);
  addLinks(cells);
  return { cells: cells.all, sheets: forms.map(({ plan }) => plan) };
}

/**
 * The blank template of a family: every form on its sheet, with formulas in the cells that follow from others.
 * @throws nothing; a family without forms gives a plan without sheets.
 */
export function templateOf(family: Family, options: TemplateOptions): Plan {
  const { cells, sheets } = templateCells(family, options);
  const bySheet = new Map<string, Cell[]>(sheets.map(({ name }) => [name, []]));
  for (const cell of cells) bySheet.get(cell.grid.sheet)!.push(cell);
  return { sheets: sheets.map((plan) => withFormulas(plan, bySheet.get(plan.name)!)), marks: [] };
}
