import { checkText } from '../src';
import type { TextPlace } from '../src/model/source';
import { isText } from '../src/model/relation';
import { sampleDocuments } from '../test/ledger';
import { type Alteration, alterations } from './alter';
import { corpus } from './corpus';

/*
 * Several slips at once: all of them named, none invented.
 */

export interface Slips {
  readonly slips: number;
  readonly documents: number;
  /** Share of documents in which every altered figure is the first suspect of a finding. */
  readonly allNamed: number;
  /** Share of findings whose first suspect was not altered. */
  readonly innocent: number;
}

/** An altered figure may be longer or shorter than before; where it begins stays. */
function spot(place: unknown): string {
  const { line, column } = place as TextPlace;
  return `${line}:${column}`;
}

function lineOf({ fact }: Alteration): number {
  return (fact.place as TextPlace).line;
}

/** `count` texts with `slips` altered table figures each, on different lines. */
function* mixtures(
  name: string,
  text: string,
  slips: number,
  count: number,
): Generator<{ text: string; altered: Set<string> }> {
  const pool = [...alterations(name, text, slips)];
  const lines = text.split('\n');
  let state = slips * 7919 + 13;
  for (let made = 0; made < count; made += 1) {
    const picked = new Map<number, Alteration>();
    for (let tries = 0; picked.size < slips && tries < 50 * slips; tries += 1) {
      state = (state * 1103515245 + 12345) % 2147483648;
      const choice = pool[state % pool.length];
      if (choice && !picked.has(lineOf(choice))) picked.set(lineOf(choice), choice);
    }
    if (picked.size < slips) return;
    const changed = [...lines];
    for (const [line, { text: altered }] of picked) changed[line - 1] = altered.split('\n')[line - 1]!;
    yield {
      text: changed.join('\n'),
      altered: new Set([...picked.values()].map(({ fact }) => spot(fact.place))),
    };
  }
}

/** Measures several numbers of simultaneous slips on real and generated documents. */
export function severalSlips(): Slips[] {
  const real = corpus().filter(({ name }) => /^(?:000|004)/.test(name));
  const sets = [
    ...real.map((each) => ({ ...each, count: 30 })),
    ...sampleDocuments(99, 30, { scale: 'medium' }).map(({ text }, at) => ({
      name: `generated ${at}`,
      text,
      count: 2,
    })),
  ];
  return [1, 2, 3, 5].map((slips) => {
    let documents = 0;
    let complete = 0;
    let findings = 0;
    let innocent = 0;
    for (const { name, text, count } of sets) {
      for (const mixture of mixtures(name, text, slips, count)) {
        documents += 1;
        const suspects = checkText(name, mixture.text).reconciliation.findings.flatMap(
          ({ severity, suspects: [first] }) =>
            severity === 'error' && first && !isText(first) ? [spot(first.place)] : [],
        );
        findings += suspects.length;
        innocent += suspects.filter((place) => !mixture.altered.has(place)).length;
        if ([...mixture.altered].every((place) => suspects.includes(place))) complete += 1;
      }
    }
    return { slips, documents, allNamed: complete / documents, innocent: innocent / Math.max(1, findings) };
  });
}
