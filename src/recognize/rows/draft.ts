import type { RowRole } from '../../model/disclosure';
import type { PartialKey } from '../../model/key';
import type { Place } from '../../model/source';
import type { CellRef, Figures } from '../figures';
import type { Label } from '../labels';

/** A body row of one block while its place in the tree is being found. */
export interface RowDraft {
  /** Row of the matrix. */
  readonly index: number;
  /** Which of the folds of the block it stands in; 0 where the block is not folded. */
  readonly fold: number;
  /** Matrix column of each column of the block. */
  readonly at: readonly number[];
  readonly place: Place;
  readonly code: string;
  /** The code is one of an institution or a project, not of a 科目. */
  readonly ofOther: boolean;
  label: string;
  readonly category: string;
  readonly read: Label;
  role: RowRole;
  key: PartialKey;
  depth: number;
  /** Indices of rows of the block. */
  parts: number[];
  partial: boolean;
}

/** What the readers of row trees need to know about the block. */
export interface RowContext {
  readonly rows: RowDraft[];
  readonly figures: Figures;
  /** Columns of the block that hold amounts, and the one (the first total) that decides where figures must. */
  readonly amounts: readonly number[];
  readonly main: number;
  readonly flow: string | undefined;
  /** Root item of the form: 'total', or 'sg' and the like. */
  readonly rootItem: string;
  /** What the section says about every row in it. */
  readonly above: PartialKey;
  /** True for a form whose figures are 项目支出 as a whole: its rows are projects and units, whatever they are called. */
  readonly ofProjects: boolean;
  /** Name of the disclosing institution as far as known: its row in a list of units. */
  readonly entity: string;
}

/** Where the figure of a row in a column of the block stands. */
export function cellOf(context: RowContext, row: number, column: number): CellRef {
  const { index, at } = context.rows[row]!;
  return [index, at[column]!];
}

/** How well `parts` add up to `total` over all amount columns. */
export function rowFit(context: RowContext, total: number, parts: readonly number[]): number {
  let fit = 0;
  for (const column of context.amounts) {
    const verdict = context.figures.test(
      cellOf(context, total, column),
      parts.map((part) => cellOf(context, part, column)),
    );
    fit += verdict < 0 ? -2 : verdict;
  }
  return fit;
}

/** The name of a row; that of an institution may stand in a column of its own. */
export function nameOf({ label, category }: RowDraft): string {
  return label !== '' ? label : category;
}
