import type { RowRole } from '../../model/disclosure';
import type { PartialKey } from '../../model/key';
import type { Place } from '../../model/source';
import type { Figures } from '../figures';
import type { Label } from '../labels';

/** A body row of one block while its place in the tree is being found. */
export interface RowDraft {
  /** Row of the matrix. */
  readonly index: number;
  readonly place: Place;
  readonly code: string;
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
  /** Matrix columns that hold amounts; the first that is a total decides where figures must. */
  readonly amountColumns: readonly number[];
  readonly mainColumn: number;
  readonly flow: string | undefined;
  /** Root item of the form: 'total', or 'sg' and the like. */
  readonly rootItem: string;
  /** True for a form whose figures are 项目支出 as a whole: its rows are projects and units, whatever they are called. */
  readonly ofProjects: boolean;
  /** Name of the disclosing institution as far as known: its row in a list of units. */
  readonly entity: string;
}

/** How well `parts` add up to `total` over all amount columns. */
export function rowFit(context: RowContext, total: number, parts: readonly number[]): number {
  const at = context.rows[total]!.index;
  let fit = 0;
  for (const column of context.amountColumns) {
    const verdict = context.figures.test(
      [at, column],
      parts.map((part) => [context.rows[part]!.index, column] as const),
    );
    fit += verdict < 0 ? -2 : verdict;
  }
  return fit;
}
