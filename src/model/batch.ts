import type { DigestFigure, DigestFinding } from './digest';
import type { Coverage, Severity } from './relation';

/*
 * Many files checked together, as the lists of the bureau show them. Plain values; every file has exactly one row.
 */

/** What came of a file: its gravest finding, or why there is none. */
export type Outcome = 'error' | 'warning' | 'sound' | 'unreadable' | 'skipped';

export type SeverityCounts = Readonly<Record<Severity, number>>;

/** What is known of a document that was read. */
export interface BatchDocument {
  readonly entity: string;
  readonly year: number | null;
  readonly kind: string;
  readonly family: string;
  readonly tables: number;
  readonly empty: number;
  readonly missing: number;
  readonly table: Coverage;
  readonly text: Coverage;
  readonly counts: SeverityCounts;
  /** Gravest first. */
  readonly findings: readonly DigestFinding[];
  readonly unchecked: readonly DigestFigure[];
}

export interface BatchRow {
  /** From 1; the lists name a file by it. */
  readonly number: number;
  /** Path below the folder that all files have in common. */
  readonly file: string;
  readonly outcome: Outcome;
  /** The gravest problem in a few words, or why the file was not read; empty where there is neither. */
  readonly gist: string;
  /** What else to know: forms that are missing, files submitted twice. */
  readonly remarks: readonly string[];
  /** Absent for a file that was not read. */
  readonly document?: BatchDocument;
}

export interface BatchTotals {
  /** Number of files by what came of them. */
  readonly files: Readonly<Record<Outcome, number>>;
  readonly tables: number;
  readonly empty: number;
  readonly missing: number;
  readonly table: Coverage;
  readonly text: Coverage;
  readonly counts: SeverityCounts;
}

export interface BatchReport {
  /** The folder that all files have in common; empty when they have none. */
  readonly folder: string;
  /** In the order of the call. */
  readonly rows: readonly BatchRow[];
  readonly totals: BatchTotals;
}
