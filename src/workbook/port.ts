import type { CellValue, Mark, Plan } from './plan';

/*
 * What a spreadsheet must be able to do for us. An adapter carries a plan out and decides nothing: no wording, no
 * layout, no knowledge of forms. A new one is a folder beside memory/ and xlsx/ and passes the suite in
 * test/workbook/contract.ts.
 */

export interface SheetValues {
  readonly name: string;
  /** The used rectangle from A1; a link shows its text, a cell covered by a merged one is null. */
  readonly values: readonly (readonly CellValue[])[];
}

export type WorkbookFault =
  /** The plan contradicts itself: ragged values, two sheets of one name, a style outside its sheet … */
  | 'invalid-plan'
  /** A mark or a read names a sheet that is not there. */
  | 'unknown-sheet'
  /** A mark names something that is not an A1 address. */
  | 'invalid-cell'
  /** The spreadsheet program itself refused; `cause` holds its error. */
  | 'host';

/** What every adapter throws, with a message for the user. */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';

  constructor(
    readonly fault: WorkbookFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export interface WorkbookPort {
  /**
   * Writes the sheets of the plan and then its marks. A sheet of the same name (upper and lower case are the same) is
   * replaced, with its marks; every other sheet is left alone. New sheets follow in the order of the plan.
   * @throws WorkbookError invalid-plan, before anything is written; host.
   */
  apply(plan: Plan): Promise<void>;

  /**
   * Marks cells of sheets that exist. A cell that is marked already gets the new mark; what the cell looked like before
   * its first mark is remembered.
   * @throws WorkbookError unknown-sheet or invalid-cell, before anything is marked; host.
   */
  mark(marks: readonly Mark[]): Promise<void>;

  /** Removes every mark that mark() or apply() made, and nothing else: fills and notes are as they were before. */
  unmark(): Promise<void>;

  /**
   * The values of the named sheets, or of all, in the workbook's order. Numbers are numbers and text is text.
   * @throws WorkbookError unknown-sheet; host.
   */
  readBack(names?: readonly string[]): Promise<SheetValues[]>;
}
