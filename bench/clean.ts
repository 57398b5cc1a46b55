import { checkText } from '../src';
import { sampleDocuments } from '../test/ledger';

export interface Clean {
  readonly documents: number;
  readonly figures: number;
  readonly unchecked: number;
  /** Documents with an error or a warning; there must be none. */
  readonly alarmed: readonly string[];
}

/** Consistent documents must raise nothing above info. */
export function cleanDocuments(documents: number, seed: number): Clean {
  let figures = 0;
  let unchecked = 0;
  const alarmed: string[] = [];
  sampleDocuments(seed, documents).forEach(({ text }, at) => {
    const { reconciliation } = checkText(`generated ${at}`, text);
    figures += reconciliation.tableCoverage.figures;
    unchecked += reconciliation.unchecked.length;
    const alarm = reconciliation.findings.find(({ severity }) => severity !== 'info');
    if (alarm) alarmed.push(`#${at}: ${alarm.message}`);
  });
  return { documents, figures, unchecked, alarmed };
}
