import type { Disclosure } from '../../model/disclosure';
import type { Family } from '../../model/form';
import type { Message } from '../../model/source';
import type { SheetPlan } from '../plan';
import { indexCells, type FactCells } from './cells';
import { clippedMessage, placementMessages } from './messages';
import { placeSheets } from './placement';
import { layOutSheet } from './sheet';

export type { FactCells } from './cells';
export { FINDINGS_SHEET, NARRATIVE_SHEET } from './placement';

export interface PlacedFacts extends FactCells {
  /** Severity info: what the forms do not have, and where it was put. */
  readonly messages: readonly Message[];
}

export interface Layout extends PlacedFacts {
  readonly sheets: readonly SheetPlan[];
}

/**
 * Cell of every figure in the filled workbook, without laying the workbook out: for those who only need addresses.
 * @param family undefined lays every statement out as it is printed.
 */
export function placeFacts(disclosure: Disclosure, family: Family | undefined): PlacedFacts {
  const sheets = placeSheets(disclosure, family);
  return { ...indexCells(disclosure, sheets), messages: sheets.flatMap(placementMessages) };
}

/**
 * Lays out every table of the document: the forms of the family in their official look and order, empty ones too, then
 * the tables that are no form of it. Every printed amount stands in exactly one cell; what a form does not have is appended
 * and said in `messages`. Addresses are those of placeFacts.
 * @param family undefined lays every statement out as it is printed.
 */
export function layOut(disclosure: Disclosure, family: Family | undefined): Layout {
  const placements = placeSheets(disclosure, family);
  const sheets: SheetPlan[] = [];
  const messages: Message[] = [];
  for (const placement of placements) {
    const { plan, clipped } = layOutSheet(disclosure, family, placement);
    sheets.push(plan);
    messages.push(...placementMessages(placement), ...clippedMessage(placement, clipped));
  }
  return { ...indexCells(disclosure, placements), sheets, messages };
}
