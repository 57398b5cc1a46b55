/*
 * Random, internally consistent 山西 预算公开 disclosures, rendered as pasted text. A checker must find nothing wrong in any
 * of them; a figure altered in one must be found.
 */
import fc from 'fast-check';
import { ledgers, type LedgerOptions } from './budget/arbitrary';
import {
  blemishes as anyBlemishes,
  PLAIN,
  type BlemishOptions,
  type Blemishes,
} from './render/shanxi-budget/blemishes';
import { forms, PLAIN_LAYOUT, type Layout, type Sheet } from './render/shanxi-budget/forms';
import type { Ledger } from './budget/ledger';
import { money } from './money';
import { renderText } from './render/shanxi-budget/render';

export { ledgers, type LedgerOptions, type Scale } from './budget/arbitrary';
export { PLAIN, type Blemishes } from './render/shanxi-budget/blemishes';
export { SHEETS, type Layout, type Sheet } from './render/shanxi-budget/forms';
export type { Entry, Fund, Ledger } from './budget/ledger';
export { renderText } from './render/shanxi-budget/render';

export interface DocumentOptions extends LedgerOptions, BlemishOptions {
  /** Held fixed; the other blemishes still vary. */
  readonly fixed?: Partial<Blemishes>;
  /** A clean print of every ledger, but for what `fixed` says. */
  readonly clean?: boolean;
}

export interface GeneratedDocument {
  readonly ledger: Ledger;
  readonly text: string;
  readonly blemishes: Blemishes;
}

/**
 * Documents for a property.
 * @example fc.assert(fc.property(documents({ precision: 'exact' }), ({ text }) => check(text).length === 0))
 */
export function documents(options: DocumentOptions = {}): fc.Arbitrary<GeneratedDocument> {
  const styles =
    options.clean === true ? fc.nat().map((seed): Blemishes => ({ ...PLAIN, seed })) : anyBlemishes(options);
  return fc.tuple(ledgers(options), styles).map(([ledger, drawn]) => {
    const blemishes: Blemishes = { ...drawn, ...options.fixed };
    return { ledger, blemishes, text: renderText(ledger, blemishes) };
  });
}

/** The same documents for the same seed, on every machine. */
export function sampleDocuments(seed: number, count: number, options: DocumentOptions = {}): GeneratedDocument[] {
  return fc.sample(documents(options), { seed, numRuns: count });
}

/**
 * What each form prints: its amounts other than zero (a zero may be printed as a blank) in reading order, as plain
 * decimals.
 * @param layout the blemishes of the document, as they move totals and choose income codes.
 */
export function formGrids(ledger: Ledger, layout: Layout = PLAIN_LAYOUT): ReadonlyMap<Sheet, readonly string[]> {
  return new Map(
    forms(ledger, layout).map(({ sheet, body }) => [
      sheet,
      body.flatMap(({ cells }) =>
        cells.flatMap((cell) => (typeof cell === 'number' && cell !== 0 ? [money(cell)] : [])),
      ),
    ]),
  );
}
