import { FINDINGS_HEADS } from './findings-sheet';
import { INSPECTION_HEADS } from './inspection-sheet';
import { FINDINGS_SHEET, INSPECTION_SHEET, NARRATIVE_SHEET } from './layout';
import { NARRATIVE_HEADS } from './narrative-sheet';

/*
 * Sheets of ours in a workbook that hold no submission: they are not read, in a workbook by their names, in print by
 * the heads of their columns.
 */

export const OWN_SHEETS: readonly string[] = [FINDINGS_SHEET, NARRATIVE_SHEET, INSPECTION_SHEET];

export const OWN_HEADS: readonly (readonly string[])[] = [FINDINGS_HEADS, NARRATIVE_HEADS, INSPECTION_HEADS];
