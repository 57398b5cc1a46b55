import type { TextFact } from './narrative';
import type { Place } from './source';

/*
 * 绩效目标(申报)表 and 自评表 behind the explanation: one form a project.
 */

export interface AttachmentRow {
  /** First text of the row: 项目概况, 产出指标 … */
  readonly label: string;
  /** The other texts of the row, joined by a bar. */
  readonly text: string;
  readonly place: Place;
}

/** Money of the whole term or of the year: a total and its sources. */
export interface AttachmentFunds {
  readonly total: TextFact;
  readonly sources: readonly TextFact[];
}

/** 预算执行率: what was spent of the budget, in percent. */
export interface AttachmentRate {
  readonly rate: TextFact;
  readonly part: TextFact;
  readonly whole: TextFact;
}

export interface Attachment {
  readonly title: string;
  readonly place: Place;
  /** 项目名称. */
  readonly name: TextFact;
  /** 实施单位. */
  readonly unit: string;
  /** Year above the form; null when none is printed. */
  readonly year: number | null;
  readonly yearPlace: Place;
  readonly term: AttachmentFunds | undefined;
  readonly annual: AttachmentFunds | undefined;
  readonly rows: readonly AttachmentRow[];
  /** A 自评表: `term` is the budget, `annual` what was spent of it, `initial` the budget at the beginning of the year. */
  readonly assessed?: boolean;
  readonly initial?: AttachmentFunds;
  readonly rates?: readonly AttachmentRate[];
}
