import { checkText } from '../src';
import { FAMILIES, sampleFamily, type Family } from '../test/ledger/families';

export interface Clean {
  readonly documents: number;
  /** Figures of tables, and of the text; how many of each are tied to another. */
  readonly table: { readonly figures: number; readonly checked: number };
  readonly narrative: { readonly figures: number; readonly checked: number };
  /** Remarks (尾差 and what a person may want to look at), by rule: they are no alarms. */
  readonly infos: Readonly<Record<string, number>>;
  /** Documents with an error or a warning; there must be none. */
  readonly alarmed: readonly string[];
}

/** Consistent documents of a family must raise nothing above info. */
export function cleanDocuments(family: Family, documents: number, seed: number): Clean {
  const table = { figures: 0, checked: 0 };
  const narrative = { figures: 0, checked: 0 };
  const infos: Record<string, number> = {};
  const alarmed: string[] = [];
  sampleFamily(family, seed, documents).forEach(({ text }, at) => {
    const { reconciliation } = checkText(`generated ${at}`, text);
    for (const [into, from] of [
      [table, reconciliation.tableCoverage],
      [narrative, reconciliation.narrativeCoverage],
    ] as const) {
      into.figures += from?.figures ?? 0;
      into.checked += from?.checked ?? 0;
    }
    for (const { severity, rule, message } of reconciliation.findings) {
      if (severity !== 'info') alarmed.push(`#${at}: ${message}`);
      else infos[/尾差/.test(message) ? '尾差' : rule] = (infos[/尾差/.test(message) ? '尾差' : rule] ?? 0) + 1;
    }
  });
  return { documents, table, narrative, infos, alarmed };
}

/** 2,000 budgets of 山西, and 600 documents of the other families. */
export function cleanFamilies(): Record<string, Clean> {
  return Object.fromEntries(
    FAMILIES.map((family) => [family, cleanDocuments(family, family === 'shanxi-budget' ? 2000 : 120, 1)]),
  );
}
