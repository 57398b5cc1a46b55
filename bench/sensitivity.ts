import { checkText } from '../src';
import type { Figure } from '../src/model/relation';
import { Decimal } from '../src/shared/decimal';
import { FAMILIES, sampleFamily, type Family } from '../test/ledger/families';
import { type Alteration, alterations, type Target } from './alter';
import { corpus } from './corpus';

export interface Sensitivity {
  readonly altered: number;
  readonly detected: number;
  readonly rate: number;
  /** The altered figure is the first suspect of a finding. */
  readonly named: number;
  /** … and the proposed value is what was printed before. */
  readonly restored: number;
  /** Alterations that raised nothing, spelt out. */
  readonly missed: readonly string[];
}

class Tally {
  /** Findings that the document has as it stands: they do not count. */
  constructor(private readonly before: ReadonlySet<string> = new Set()) {}

  altered = 0;
  detected = 0;
  named = 0;
  restored = 0;
  readonly missed: string[] = [];

  add(label: string, { fact, before, after, slip, text }: Alteration): void {
    this.altered += 1;
    const { reconciliation } = checkText(label, text);
    const alarms = reconciliation.findings.filter(
      ({ severity, message }) => severity !== 'info' && !this.before.has(message),
    );
    if (alarms.length === 0) {
      this.missed.push(`${label} ${where(fact)} ${before}→${after} (${slip})`);
      return;
    }
    this.detected += 1;
    const hit = alarms.find(({ suspects }) => samePlace(suspects[0], fact));
    if (!hit) return;
    this.named += 1;
    const wanted = new Decimal(before.replace(/,/g, ''));
    const slack = new Decimal(10).pow(-fact.amount.decimals);
    if (hit.expected !== '' && new Decimal(hit.expected).minus(wanted).abs().lessThanOrEqualTo(slack))
      this.restored += 1;
  }

  get result(): Sensitivity {
    const { altered, detected, named, restored, missed } = this;
    return { altered, detected, rate: altered === 0 ? 1 : detected / altered, named, restored, missed };
  }
}

function where(fact: Figure): string {
  return 'line' in fact.place ? `第${fact.place.line}行第${fact.place.column}列` : '';
}

function samePlace(suspect: Figure | undefined, fact: Figure): boolean {
  return (
    suspect !== undefined &&
    'line' in suspect.place &&
    'line' in fact.place &&
    suspect.place.line === fact.place.line &&
    suspect.place.column === fact.place.column
  );
}

/** Every figure of every corpus document altered once. */
export function corpusSensitivity(prefixes: readonly string[], target: Target = 'table'): Record<string, Sensitivity> {
  const found: Record<string, Sensitivity> = {};
  for (const { name, text } of corpus()) {
    if (!prefixes.some((prefix) => name.startsWith(prefix))) continue;
    const tally = new Tally(new Set(checkText(name, text).reconciliation.findings.map(({ message }) => message)));
    for (const alteration of alterations(name, text, 1, 1, target)) tally.add(name.slice(0, 3), alteration);
    found[name] = tally.result;
  }
  return found;
}

/** A share of the figures of many generated documents of one family altered once. */
export function generatedSensitivity(family: Family, documents: number, share: number, target: Target): Sensitivity {
  const tally = new Tally();
  sampleFamily(family, 20240101, documents).forEach(({ text }, at) => {
    for (const alteration of alterations(`generated ${at}`, text, at, share, target)) tally.add(`#${at}`, alteration);
  });
  return tally.result;
}

/** Amounts of tables and of the text, family by family. */
export function familySensitivity(): Record<string, Record<string, Sensitivity>> {
  return Object.fromEntries(
    FAMILIES.map((family) => [
      family,
      {
        table: generatedSensitivity(family, 60, 0.02, 'table'),
        amount: generatedSensitivity(family, 60, 0.2, 'amount'),
        percent: generatedSensitivity(family, 60, 0.2, 'percent'),
      },
    ]),
  );
}
