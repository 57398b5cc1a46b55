import type { Narrative } from '../model/narrative';
import type { SheetPlace } from '../model/source';
import { cellName } from './address';
import { NARRATIVE_SHEET } from './layout/placement';

/* Where the figures of the explanation stand on sheet 情况说明. */

/** Title and heading. */
export const NARRATIVE_HEAD = 2;
/** Column of the stated figure. */
export const STATED_COLUMN = 3;

/** Cell of a stated figure. */
export function cellOfText(narrative: Narrative | undefined, figureId: number): SheetPlace | undefined {
  return narrative && figureId >= 0 && figureId < narrative.figures.length
    ? { sheet: NARRATIVE_SHEET, cell: cellName(NARRATIVE_HEAD + figureId, STATED_COLUMN) }
    : undefined;
}
