/** What a spreadsheet program shows for a formula that went wrong; and our own word for one whose result was not stored. */
const CELL_ERRORS: ReadonlySet<string> = new Set([
  '#REF!',
  '#N/A',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
]);

/** True for an error value: an amount was due there. */
export function isCellError(text: string): boolean {
  return CELL_ERRORS.has(text);
}

/** Stands in the cell of a formula whose result was not stored. */
export const OPEN_FORMULA = '公式没有结果';
