import { Decimal } from '../src/shared/decimal';
import { checkText } from '../src';
import type { TextPlace } from '../src/model/source';
import { isText } from '../src/model/relation';
import { FAMILIES, sampleFamily } from '../test/ledger/families';
import { sampleDocuments } from '../test/ledger';
import { type Alteration, alterations, type Target } from './alter';
import { corpus } from './corpus';

/*
 * Several slips at once: all of them named, none invented.
 */

export interface Slips {
  readonly slips: number;
  readonly documents: number;
  /** Share of documents with an error or a warning. */
  readonly detected: number;
  /** Share of documents in which every altered figure is the first suspect of a finding. */
  readonly allNamed: number;
  /** Share of altered figures that are the first suspect of a finding; and of those, with what stood there proposed. */
  readonly named: number;
  readonly restored: number;
  /** Share of findings whose first suspect was not altered. */
  readonly innocent: number;
}

/** A document to be altered, and how many times. */
interface Specimen {
  readonly name: string;
  readonly text: string;
  readonly count: number;
}

/** An altered figure may be longer or shorter than before; where it begins stays. */
function spot(place: unknown): string {
  const { line, column } = place as TextPlace;
  return `${line}:${column}`;
}

/** `count` texts with `slips` altered figures each, on different lines. */
function* mixtures(
  { name, text, count }: Specimen,
  slips: number,
  target: Target,
): Generator<{ text: string; altered: Map<string, string> }> {
  const pool = [...alterations(name, text, slips, 1, target)];
  const lines = text.split('\n');
  let state = slips * 7919 + 13;
  for (let made = 0; made < count; made += 1) {
    const picked = new Map<number, Alteration>();
    for (let tries = 0; picked.size < slips && tries < 50 * slips; tries += 1) {
      state = (state * 1103515245 + 12345) % 2147483648;
      const choice = pool[state % pool.length];
      if (choice && !picked.has(choice.line)) picked.set(choice.line, choice);
    }
    if (picked.size < slips) return;
    const changed = [...lines];
    for (const [line, { altered }] of picked) changed[line] = altered;
    yield {
      text: changed.join('\n'),
      altered: new Map([...picked.values()].map(({ fact, before }) => [spot(fact.place), before])),
    };
  }
}

/** True when a proposed value is what was printed, but for its last digit. */
function isRestored(expected: string, before: string): boolean {
  if (expected === '') return false;
  const decimals = before.split('.')[1]?.length ?? 0;
  return new Decimal(expected).minus(before.replace(/,/g, '')).abs().lessThanOrEqualTo(new Decimal(10).pow(-decimals));
}

function measure(specimens: readonly Specimen[], slips: number, target: Target): Slips {
  const sum = { documents: 0, detected: 0, complete: 0, altered: 0, named: 0, restored: 0, findings: 0, innocent: 0 };
  for (const specimen of specimens) {
    for (const { text, altered } of mixtures(specimen, slips, target)) {
      const { findings } = checkText(specimen.name, text).reconciliation;
      sum.documents += 1;
      sum.altered += altered.size;
      if (findings.some(({ severity }) => severity !== 'info')) sum.detected += 1;
      const found = new Map<string, string>();
      for (const { severity, expected, suspects } of findings) {
        const [first] = suspects;
        if (severity === 'info' || !first || (target === 'table' && (severity !== 'error' || isText(first)))) continue;
        const place = spot(first.place);
        sum.findings += 1;
        if (!altered.has(place)) sum.innocent += 1;
        else found.set(place, expected);
      }
      sum.named += found.size;
      for (const [place, expected] of found) if (isRestored(expected, altered.get(place)!)) sum.restored += 1;
      if (found.size === altered.size) sum.complete += 1;
    }
  }
  const of = (part: number, whole: number): number => Math.round((10_000 * part) / Math.max(1, whole)) / 10_000;
  return {
    slips,
    documents: sum.documents,
    detected: of(sum.detected, sum.documents),
    allNamed: of(sum.complete, sum.documents),
    named: of(sum.named, sum.altered),
    restored: of(sum.restored, sum.altered),
    innocent: of(sum.innocent, sum.findings),
  };
}

const NUMBERS = [1, 2, 3, 5];

/** Measures several numbers of simultaneous slips on real and generated documents. */
export function severalSlips(): Slips[] {
  const real = corpus().filter(({ name }) => /^(?:000|004)/.test(name));
  const specimens = [
    ...real.map((each) => ({ ...each, count: 30 })),
    ...sampleDocuments(99, 30, { scale: 'medium' }).map(({ text }, at) => ({
      name: `generated ${at}`,
      text,
      count: 2,
    })),
  ];
  return NUMBERS.map((slips) => measure(specimens, slips, 'table'));
}

/**
 * The same over 510 generated documents of all families; 四川 prints no tables, so there amounts of the text are altered.
 */
export function familySlips(): Record<string, Slips[]> {
  return Object.fromEntries(
    FAMILIES.map((family) => {
      const specimens = sampleFamily(family, 99, 85).map(({ text }, at) => ({
        name: `${family} ${at}`,
        text,
        count: 1,
      }));
      return [
        family,
        NUMBERS.map((slips) => measure(specimens, slips, family === 'sichuan-final' ? 'amount' : 'table')),
      ];
    }),
  );
}
