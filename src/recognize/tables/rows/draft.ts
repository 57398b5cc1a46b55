import type { RowRole } from '../../../model/disclosure';
import type { PartialKey } from '../../../model/key';
import type { Place } from '../../../model/source';
import { type Figures, verdictOn } from '../figures';
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
  code: string;
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

/** The figure of a row in a column of the block, in units of the table's figures. */
export function valueAt({ rows, figures }: RowContext, row: number, column: number): number {
  const { index, at } = rows[row]!;
  return figures.value(index, at[column]!);
}

/** How far that figure may be off; 0 where none stands. */
export function slackAt({ rows, figures }: RowContext, row: number, column: number): number {
  const { index, at } = rows[row]!;
  return figures.slack(index, at[column]!);
}

/** True for a row without figures. */
export function isBlank(context: RowContext, row: number): boolean {
  return context.amounts.every((column) => slackAt(context, row, column) === 0);
}

/** How well `parts` add up to `total` over all amount columns. */
export function rowFit(context: RowContext, total: number, parts: readonly number[]): number {
  let fit = 0;
  for (const column of context.amounts) {
    let difference = valueAt(context, total, column);
    let slack = slackAt(context, total, column);
    let something = difference !== 0;
    for (const part of parts) {
      const value = valueAt(context, part, column);
      something ||= value !== 0;
      difference -= value;
      slack += slackAt(context, part, column);
    }
    const verdict = verdictOn(something, difference, slack);
    fit += verdict < 0 ? -2 : verdict;
  }
  return fit;
}

/** The name of a row; that of an institution may stand in a column of its own. */
export function nameOf({ label, category }: RowDraft): string {
  return label !== '' ? label : category;
}
