import type { BatchDocument, BatchReport, BatchRow, BatchTotals, Outcome, SeverityCounts } from '../model/batch';
import type { Digest, DigestFinding, Submission } from '../model/digest';
import type { Coverage } from '../model/relation';
import { commonFolder } from './common-folder';
import { gistOf } from './gist';
import { repeats } from './repeats';

/* Many files checked together: a row for every one of them, whatever came of it. */

/** @param submissions in the order of the call */
export function batchReport(submissions: readonly Submission[]): BatchReport {
  const folder = commonFolder(submissions.map(({ file }) => file));
  const repeated = repeats(submissions);
  const rows = submissions.map((submission, at) => rowOf(submission, at + 1, folder, repeated[at]!));
  return { folder, rows, totals: totalsOf(rows) };
}

function rowOf(submission: Submission, number: number, folder: string, repeated: readonly string[]): BatchRow {
  const file = submission.file.slice(folder.length).normalize('NFC');
  if (submission.state !== 'read')
    return { number, file, outcome: submission.state, gist: submission.reason, remarks: repeated };
  const { digest } = submission;
  const document = documentOf(digest);
  const [gravest] = digest.findings;
  return {
    number,
    file,
    outcome: outcomeOf(document.counts),
    // Remarks (尾差, wording) are no problem of a document that has no other.
    gist: gravest === undefined || gravest.severity === 'info' ? '' : gistOf(gravest.message),
    remarks: [...cautions(digest), ...repeated],
    document,
  };
}

/** Why a document without findings may not be in order all the same. */
function cautions({ tables, table, text, missing }: Digest): string[] {
  // Where there is no table at all, nobody needs the names of all of them.
  if (tables === 0) return [`没有识别到公开表${missing.length > 0 ? `，缺少 ${missing.length} 张` : ''}`];
  const isBlank = table.figures + text.figures === 0;
  return [
    ...(isBlank ? ['表中没有填写数字，没有可以核对的内容'] : []),
    ...(2 * table.checked < table.figures ? ['表内数字过半没有其他数字可以印证'] : []),
    ...(missing.length > 0 ? [`缺少：${missing.join('、')}`] : []),
  ];
}

function documentOf({ missing, findings, ...rest }: Digest): BatchDocument {
  return { ...rest, missing: missing.length, counts: countsOf(findings), findings };
}

function countsOf(findings: readonly DigestFinding[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function outcomeOf({ error, warning }: SeverityCounts): Outcome {
  if (error > 0) return 'error';
  return warning > 0 ? 'warning' : 'sound';
}

function totalsOf(rows: readonly BatchRow[]): BatchTotals {
  const files = { error: 0, warning: 0, sound: 0, unreadable: 0, skipped: 0 };
  for (const { outcome } of rows) files[outcome] += 1;
  const documents = rows.flatMap(({ document }) => document ?? []);
  const sum = (of: (document: BatchDocument) => number): number =>
    documents.reduce((total, document) => total + of(document), 0);
  const coverage = (of: (document: BatchDocument) => Coverage): Coverage => ({
    figures: sum((each) => of(each).figures),
    checked: sum((each) => of(each).checked),
  });
  return {
    files,
    tables: sum(({ tables }) => tables),
    empty: sum(({ empty }) => empty),
    missing: sum(({ missing }) => missing),
    table: coverage(({ table }) => table),
    text: coverage(({ text }) => text),
    counts: {
      error: sum(({ counts }) => counts.error),
      warning: sum(({ counts }) => counts.warning),
      info: sum(({ counts }) => counts.info),
    },
  };
}
