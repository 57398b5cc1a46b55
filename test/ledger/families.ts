/*
 * Every family of disclosures that the generator prints: a ledger, a style, the text. The 13 forms of 山西 预算 have their
 * own options (index.ts); here they stand beside the others under one interface.
 */
import fc from 'fast-check';
import { ledgers, type LedgerOptions } from './budget/arbitrary';
import type { Ledger } from './budget/ledger';
import { finalLedgers } from './final/arbitrary';
import type { FinalLedger } from './final/ledger';
import { print } from './print/document';
import { PLAIN_STYLE, styles, type Style } from './print/style';
import { blemishes, PLAIN, type Blemishes } from './render/shanxi-budget/blemishes';
import { renderText } from './render/shanxi-budget/render';
import { shanghaiBudget } from './render/shanghai-budget';
import { sichuanFinal } from './render/sichuan-final';
import { finalPieces, shanghaiFinal, shanxiFinal, standardFinal } from './render/standard-final';

export const FAMILIES = [
  'shanxi-budget',
  'shanghai-budget',
  'shanxi-final',
  'shanghai-final',
  'standard-final',
  'sichuan-final',
] as const;
export type Family = (typeof FAMILIES)[number];

export interface FamilyDocument {
  readonly family: Family;
  readonly ledger: Ledger | FinalLedger;
  readonly text: string;
}

export interface FamilyOptions extends LedgerOptions {
  /** A clean print. */
  readonly clean?: boolean;
}

const FINALS: Readonly<
  Record<
    'shanxi-final' | 'shanghai-final' | 'standard-final' | 'sichuan-final',
    (ledger: FinalLedger, style: Style) => string
  >
> = {
  'shanxi-final': (ledger, style) => print(finalPieces(ledger, shanxiFinal(ledger), style), style),
  'shanghai-final': (ledger, style) => print(finalPieces(ledger, shanghaiFinal(), style), style),
  'standard-final': (ledger, style) => print(finalPieces(ledger, standardFinal(), style), style),
  'sichuan-final': (ledger, style) => print(sichuanFinal(ledger, style), style),
};

/** Documents of one family. */
export function familyDocuments(family: Family, options: FamilyOptions = {}): fc.Arbitrary<FamilyDocument> {
  const seeds = fc.nat();
  if (family === 'shanxi-budget') {
    const looks: fc.Arbitrary<Blemishes> =
      options.clean === true ? seeds.map((seed) => ({ ...PLAIN, seed })) : blemishes();
    return fc
      .tuple(ledgers(options), looks)
      .map(([ledger, look]) => ({ family, ledger, text: renderText(ledger, look) }));
  }
  const looks: fc.Arbitrary<Style> =
    options.clean === true ? seeds.map((seed) => ({ ...PLAIN_STYLE, seed })) : styles();
  if (family === 'shanghai-budget')
    return fc
      .tuple(ledgers(options), looks)
      .map(([ledger, look]) => ({ family, ledger, text: print(shanghaiBudget(ledger, look), look) }));
  const level = family === 'sichuan-final' ? { level: 'unit' as const } : {};
  return fc
    .tuple(finalLedgers({ ...options, ...level }), looks)
    .map(([ledger, look]) => ({ family, ledger, text: FINALS[family](ledger, look) }));
}

/** The same documents for the same seed, on every machine. */
export function sampleFamily(
  family: Family,
  seed: number,
  count: number,
  options: FamilyOptions = {},
): FamilyDocument[] {
  return fc.sample(familyDocuments(family, options), { seed, numRuns: count });
}
