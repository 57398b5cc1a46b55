import type { Disclosure, Profile } from '../../model/disclosure';
import type { Family } from '../../model/form';
import type { Message, SheetPlace } from '../../model/source';
import { fillFromText, type FilledFromText } from '../from-text';
import { originMessages, showOrigins } from '../from-text/show';
import { cellOfText } from '../narrative-cells';
import type { SheetPlan } from '../plan';
import { indexCells, type FactCells } from './cells';
import { clippedMessage, placementMessages } from './messages';
import { placeSheets, type SheetPlacement } from './placement';
import { layOutSheet } from './sheet';

export type { FactCells } from './cells';
export { FINDINGS_SHEET, INSPECTION_SHEET, NARRATIVE_SHEET } from './placement';
export type { BlockPlacement, SheetPlacement } from './placement';
export type { PlacedColumn } from './columns';
export type { PlacedRow } from './rows';

export interface PlacedFacts extends FactCells {
  /** Severity info: what the forms do not have, and where it was put. */
  readonly messages: readonly Message[];
  /** Cell of a figure of the explanation, by its id. */
  readonly cellOfText: (this: void, figureId: number) => SheetPlace | undefined;
}

export interface Layout extends PlacedFacts {
  readonly sheets: readonly SheetPlan[];
}

/**
 * Cell of every figure in the filled workbook, without laying the workbook out: for those who only need addresses.
 * @param family undefined lays every statement out as it is printed.
 */
export function placeFacts(disclosure: Disclosure, family: Family | undefined): PlacedFacts {
  const filled = fillFromText(disclosure, family);
  const sheets = placeSheets(filled.disclosure, family);
  const cells = indexCells(filled.disclosure, sheets);
  return {
    ...cells,
    cellOfText: textCells(filled, cells.cellOf),
    messages: [...originMessages(filled, disclosure, cells.cellOf), ...sheets.flatMap(placementMessages)],
  };
}

/**
 * Lays out every table of the document: the forms of the family in their official look and order, empty ones too, then
 * the tables that are no form of it. Every printed amount stands in exactly one cell; what a form does not have is
 * appended and said in `messages`. Addresses are those of placeFacts.
 * @param family undefined lays every statement out as it is printed.
 */
export function layOut(disclosure: Disclosure, family: Family | undefined): Layout {
  const filled = fillFromText(disclosure, family);
  const placed = placeSheets(filled.disclosure, family);
  const sheets: SheetPlan[] = [];
  const messages: Message[] = [];
  for (const sheet of placed) {
    const { plan, clipped } = layOutSheet(filled.disclosure, family, sheet.placement);
    sheets.push(plan);
    messages.push(...placementMessages(sheet), ...clippedMessage(sheet.placement, clipped));
  }
  const cells = indexCells(filled.disclosure, placed);
  return {
    ...cells,
    cellOfText: textCells(filled, cells.cellOf),
    sheets: showOrigins(sheets, filled, cells.cellOf),
    messages: [...originMessages(filled, disclosure, cells.cellOf), ...messages],
  };
}

/** Cell of a figure of the text: the form's, where one shows it, else its row of 情况说明. */
function textCells(
  { disclosure: { narrative }, factOf }: FilledFromText,
  cellOf: FactCells['cellOf'],
): PlacedFacts['cellOfText'] {
  return (figureId) => {
    const fact = factOf.get(figureId);
    return (fact === undefined ? undefined : cellOf(fact)) ?? cellOfText(narrative, figureId);
  };
}

/** A form to be filled in: its sheet, and what stands in which of its rows and columns. */
export interface UnfilledForm {
  readonly plan: SheetPlan;
  readonly placement: SheetPlacement;
}

/**
 * Lays out the forms of a family as they are before anything is filled in: those that layOut shows empty, in the same
 * look.
 */
export function layOutUnfilled(family: Family, profile: Profile): UnfilledForm[] {
  const nothing: Disclosure = { file: '', profile, statements: [], facts: [], missing: [], messages: [] };
  return placeSheets(nothing, family).map(({ placement }) => ({
    placement,
    plan: layOutSheet(nothing, family, placement, true).plan,
  }));
}
