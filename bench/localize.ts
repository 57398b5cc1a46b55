import { checkText } from '../src';
import type { Fact } from '../src/model/disclosure';
import { Reconciler } from '../src/reconcile';
import { consequences } from '../src/reconcile/consequences';
import { localize } from '../src/reconcile/localize';
import { findPatterns } from '../src/reconcile/block-errors/find';
import { readingOf } from '../src/reconcile/reading';
import { parseAmount } from '../src/shared/amount';
import { alterations } from './alter';
import { corpusText } from './corpus';

/*
 * What finding the wrong figure costs, and checking again after an edit.
 */

export interface Localization {
  readonly slips: number;
  /** string → findings. */
  readonly checkMs: number;
  /** Of it: finding which figures are wrong; must be no more than half, whatever is wrong. */
  readonly localizeMs: number;
  readonly share: number;
  readonly findings: number;
}

export interface Edits {
  /** One cell edited → findings: by the whole reconciliation, and with what is known from before. */
  readonly wholeMs: number;
  readonly againMs: number;
  readonly relations: number;
  readonly evaluated: number;
}

function median(runs: number, work: () => unknown): number {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}

/** The text with so many of its table figures altered, as far apart as can be, on different lines. */
function withSlips(name: string, text: string, slips: number): string {
  const byLine = new Map<number, string>();
  const lines = text.split('\n');
  for (const { line, altered } of alterations(name, text, slips + 1)) if (!byLine.has(line)) byLine.set(line, altered);
  const all = [...byLine];
  const step = Math.max(1, all.length / Math.max(1, slips));
  for (let made = 0; made < Math.min(slips, all.length); made += 1) {
    const [line, altered] = all[Math.floor(made * step)]!;
    lines[line] = altered;
  }
  return lines.join('\n');
}

/**
 * The largest document of the corpus with nothing wrong, a few slips, and wrong throughout; undefined without the
 * corpus.
 */
export function localization(): { readonly slips: readonly Localization[]; readonly edit: Edits } | undefined {
  const large = corpusText('004');
  if (!large) return undefined;
  for (let warm = 0; warm < 15; warm += 1) checkText(large.name, large.text);
  const slips = [0, 1, 3, 200].map((count) => measured(large.name, withSlips(large.name, large.text, count), count));
  return { slips, edit: edits(large.name, large.text) };
}

function measured(name: string, text: string, slips: number): Localization {
  const runs = slips > 10 ? 5 : 11;
  const { disclosure, reconciliation } = checkText(name, text);
  const { evaluations, remarks } = readingOf(disclosure);
  const checkMs = median(runs, () => checkText(name, text));
  const localizeMs = median(runs, () => {
    findPatterns(disclosure, evaluations);
    return consequences(disclosure, localize(evaluations), remarks);
  });
  return { slips, checkMs, localizeMs, share: localizeMs / checkMs, findings: reconciliation.findings.length };
}

function edits(name: string, text: string): Edits {
  const { disclosure } = checkText(name, text);
  const before = Reconciler.of(disclosure);
  const fact = disclosure.facts.find(
    ({ amount, key }: Fact) => amount.printed && !amount.value.isZero() && key.item !== 'total',
  )!;
  const amounts = new Map([[fact.id, parseAmount('31415.92')!]]);
  const after = before.withAmounts(amounts);
  for (let warm = 0; warm < 60; warm += 1) Reconciler.of(after.disclosure).withAmounts(amounts);
  return {
    wholeMs: median(31, () => Reconciler.of(after.disclosure)),
    againMs: median(31, () => before.withAmounts(amounts)),
    relations: before.evaluated,
    evaluated: after.evaluated,
  };
}
