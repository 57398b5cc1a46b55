import type { Fact } from './disclosure';

/** Check ids: one a file in checks/, with a page of the same name in docs/checks/. */
export type RuleId = 'sum/rows' | 'sum/children' | 'sum/columns' | 'balance' | 'same-figure';

export interface Term {
  readonly fact: Fact;
  readonly sign: 1 | -1;
}

/**
 * stated = Σ terms, each within its printed precision. A relation speaks of facts only; it knows no sheet and no cell.
 */
export interface Relation {
  readonly rule: RuleId;
  readonly stated: Fact;
  readonly terms: readonly Term[];
}

export type Severity = 'error' | 'warning' | 'info';

export interface Finding {
  readonly id: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  readonly stated: string;
  readonly expected: string;
  readonly difference: string;
  readonly unit: string;
  /** Most likely wrong first. */
  readonly suspects: readonly Fact[];
  /** Every figure of every broken relation behind this finding. */
  readonly facts: readonly Fact[];
  readonly evidence: readonly string[];
}

export interface Coverage {
  readonly figures: number;
  readonly checked: number;
}

export interface Reconciliation {
  readonly findings: readonly Finding[];
  readonly tableCoverage: Coverage;
  /** Printed figures that no relation ties. */
  readonly unchecked: readonly Fact[];
  readonly relations: number;
}
