import type { Coverage, Figure, Finding, Reconciliation } from '../model/relation';
import { groupOf } from '../model/rule';
import { joinTallies } from './tally';

/*
 * What was found in the disclosures of several institutions, as one list.
 */

/** The reconciliation of one institution's disclosure. */
export interface ReconciledPart {
  readonly entity: string;
  readonly reconciliation: Reconciliation;
  /** The figure of the whole file that a figure of this part is. */
  readonly figureOf: (figure: Figure) => Figure;
}

/** Joins what was found, institution by institution; every message names its own. */
export function mergeReconciliations(parts: readonly ReconciledPart[]): Reconciliation {
  const findings = parts.flatMap(({ entity, reconciliation, figureOf }) =>
    reconciliation.findings.map((finding) => moved(finding, entity, figureOf)),
  );
  const attached = parts.flatMap(({ reconciliation }) => reconciliation.attachmentCoverage ?? []);
  const narratives = parts.flatMap(({ reconciliation }) => reconciliation.narrativeCoverage ?? []);
  const claims = parts.flatMap(({ reconciliation, figureOf }) =>
    (reconciliation.claims ?? []).map((claim) => ({ ...claim, figure: figureOf(claim.figure) as typeof claim.figure })),
  );
  return {
    findings: findings.map((finding, at) => ({ ...finding, id: `${groupOf(finding.rule)}#${at + 1}` })),
    tableCoverage: total(parts.map(({ reconciliation }) => reconciliation.tableCoverage)),
    ...(narratives.length > 0 ? { narrativeCoverage: total(narratives) } : {}),
    ...(attached.length > 0 ? { attachmentCoverage: total(attached) } : {}),
    unchecked: parts.flatMap(({ reconciliation, figureOf }) => reconciliation.unchecked.map(figureOf)),
    relations: parts.reduce((sum, { reconciliation }) => sum + reconciliation.relations, 0),
    tally: () => joinTallies(parts.flatMap(({ reconciliation }) => reconciliation.tally?.() ?? [])),
    ...(claims.length > 0 ? { claims } : {}),
  };
}

function moved(finding: Finding, entity: string, figureOf: ReconciledPart['figureOf']): Finding {
  return {
    ...finding,
    message: entity === '' ? finding.message : `${entity}：${finding.message}`,
    suspects: finding.suspects.map(figureOf),
    facts: finding.facts.map(figureOf),
  };
}

function total(coverages: readonly Coverage[]): Coverage {
  return {
    figures: coverages.reduce((sum, { figures }) => sum + figures, 0),
    checked: coverages.reduce((sum, { checked }) => sum + checked, 0),
  };
}
