import type { BatchReport } from '../../model/batch';
import type { Plan } from '../plan';
import { FINDINGS_LIST, findingsList } from './findings';
import { cutTexts, layOutList } from './list';
import { SUMMARY, summaryList } from './summary';
import { UNCHECKED_LIST, uncheckedList } from './unchecked';

/*
 * The workbook of many documents: 汇总, 问题清单, and 未核对 where there is something to look at.
 */

export { totalsLine } from './summary';

/** Sheets of such a workbook; 汇总 is always among them. */
export const BATCH_SHEETS: readonly string[] = [SUMMARY, FINDINGS_LIST, UNCHECKED_LIST];

/** A sheet takes 1,048,576 rows, but whoever makes the file needs the memory for them: twenty kilobytes a row. */
const MOST_ROWS = 50_000;

/**
 * Plans the workbook.
 * @param most rows of each list of findings and of figures; more are left out, the gravest last, and that is said
 */
export function planBatch(report: BatchReport, most = MOST_ROWS): Plan {
  const findings = findingsList(report, most);
  const unchecked = uncheckedList(report, most);
  // What a list leaves out has to be said where everybody looks first.
  const notes = [findings, unchecked].flatMap((list) => {
    const cut = cutTexts(list);
    const lines = [
      ...list.lines.slice(1),
      ...(cut > 0 ? [`有 ${cut} 处文字超过单元格的长度上限，已截短，以“…”结尾。`] : []),
    ];
    return lines.map((line) => `“${list.name}”：${line}`);
  });
  const sheets = [layOutList(summaryList(report, findings, notes)), layOutList(findings)];
  return { sheets: unchecked.rows.length > 0 ? [...sheets, layOutList(unchecked)] : sheets, marks: [] };
}
