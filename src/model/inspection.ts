import type { Figure, Severity } from './relation';
import type { Place } from './source';

/*
 * 检查表: the form that an inspector sends back with a disclosure, as a pure value. It knows no cell: what an item points
 * at is a figure or a table, and whoever lays the form out knows where that stands.
 */

/** What is to be looked at: a line below its item. */
export interface InspectionIssue {
  readonly text: string;
  /** Of the finding that it is; absent for what is no finding. */
  readonly severity?: Severity;
  /** The figure to look at first. */
  readonly figure?: Figure;
  /** Index of the table that it is about. */
  readonly statement?: number;
  /** Where the document prints it. */
  readonly place?: Place;
  /** What the figure should be, as a proposal. */
  readonly proposal?: string;
}

/** good: in order as far as it was checked; open: a person has to look; plain: nothing to say. */
export type InspectionTone = 'good' | 'open' | 'plain' | Severity;

export interface InspectionItem {
  /** 检查项目 */
  readonly name: string;
  /** 检查内容 */
  readonly asks: string;
  /** 结果, at most one line a severity. */
  readonly result: string;
  readonly tone: InspectionTone;
  /** Beside the result: how much was looked at, and where. */
  readonly remark: InspectionIssue;
  readonly issues: readonly InspectionIssue[];
  /** Two fields of the head and how many days may lie between them: whoever writes the form reckons. */
  readonly within?: { readonly from: string; readonly to: string; readonly days: number };
  /** Points that a rule file gives for it; `got` is absent where a person has to say. */
  readonly score?: { readonly full: string; readonly got?: string };
}

export interface InspectionGroup {
  readonly title: string;
  readonly items: readonly InspectionItem[];
  /** Points for the group as a whole. */
  readonly score?: InspectionItem['score'];
}

/** A line of the head: a label, and its value or room to write. */
export interface InspectionField {
  readonly label: string;
  /** '' leaves room to write. */
  readonly value: string;
}

export interface InspectionForm {
  readonly title: string;
  readonly head: readonly InspectionField[];
  /** What the check came to, one line. */
  readonly summary: string;
  readonly groups: readonly InspectionGroup[];
  /** What the form does not say. */
  readonly notes: readonly string[];
  /** To be filled in by hand, at the foot. */
  readonly foot: readonly InspectionField[];
}
