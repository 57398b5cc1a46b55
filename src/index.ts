import { CHECKS } from './checks';
import { FAMILIES } from './families';
import { type CMapLoader, ingest, ingestFile, readBookHead, readSheets, readText, type SheetInput } from './ingest';
import type { BatchTotals } from './model/batch';
import type { Digest, Submission } from './model/digest';
import type { Disclosure } from './model/disclosure';
import type { Family } from './model/form';
import type { InspectionForm } from './model/inspection';
import type { RulePolicy } from './model/policy';
import type { Figure, Reconciliation } from './model/relation';
import type { SourceDocument } from './model/source';
import { mergeDisclosures, recognizeSets } from './recognize';
import { mergeReconciliations, reconcile, tune } from './reconcile';
import { batchReport, digestOf, inspectionForm, type JsonDocument, toJson } from './report';
import {
  BATCH_SHEETS,
  CREATOR,
  OWN_HEADS,
  OWN_SHEETS,
  placeFacts,
  type Plan,
  planBatch,
  planWorkbook,
  totalsLine,
  type WorkbookPlan,
} from './workbook';

/*
 * The rooms wired together: from a document to what was found in it. Pure: no files, no spreadsheet, no clock.
 */

export { readPolicy, RuleFileError } from './reconcile';
export type { RulePolicy } from './model/policy';
export { MAX_BYTES, READABLE_ENDINGS, UnreadableError } from './ingest';
export type { Digest, Submission } from './model/digest';
export type { JsonDocument, JsonFinding, JsonRef } from './report';
export { placeText, toText } from './report';

export { OWN_HEADS, OWN_SHEETS };

/** A document read, understood and checked. */
export interface Checked {
  readonly disclosure: Disclosure;
  readonly family: Family | undefined;
  readonly reconciliation: Reconciliation;
  /** How many institutions' sets of forms the document holds; each was checked by itself. */
  readonly sets: number;
}

/** True when a document holds nothing to check: no table, no amount in words, no 绩效目标表. */
export function isNothing({ disclosure: { statements, narrative, attachments } }: Checked): boolean {
  return statements.length === 0 && (narrative?.figures.length ?? 0) === 0 && (attachments?.length ?? 0) === 0;
}

/** Understands and checks a document that was read already; the sets of several institutions each by itself. */
export function checkSource(source: SourceDocument): Checked {
  const parts = recognizeSets(source);
  const [first] = parts;
  if (parts.length === 1)
    return { disclosure: first!, family: familyOf(first!), reconciliation: reconcile(first!), sets: 1 };
  const { disclosure, figureOf } = mergeDisclosures(parts);
  const reconciled = parts.map((part) => ({
    entity: part.profile.entity,
    reconciliation: reconcile(part),
    figureOf: (figure: Figure) => figureOf(part, figure),
  }));
  return {
    disclosure,
    family: familyOf(disclosure),
    reconciliation: mergeReconciliations(reconciled),
    sets: parts.length,
  };
}

/** Checks pasted text. */
export function checkText(name: string, text: string): Checked {
  return checkSource(readText(name, text));
}

/** Checks the sheets of an open workbook, whoever filled them. */
export function checkSheets(name: string, sheets: readonly SheetInput[]): Checked {
  return checkSource(readSheets(name, sheets, OWN_SHEETS));
}

/**
 * Checks the content of a file.
 * @throws UnreadableError when nothing can be read from it
 */
export function checkBytes(name: string, bytes: Uint8Array): Checked {
  return checkSource(ingest(name, bytes));
}

/**
 * Checks the content of a file of any format; what we added to a workbook (核对结果 …) is not checked.
 * @param loadCMap for PDF files whose fonts name a table of Chinese character codes
 * @throws UnreadableError when nothing can be read from it
 */
export async function checkFile(name: string, bytes: Uint8Array, loadCMap?: CMapLoader): Promise<Checked> {
  return checkSource(
    await ingestFile(name, bytes, { ignore: OWN_SHEETS, ignoreHeads: OWN_HEADS, ...(loadCMap && { loadCMap }) }),
  );
}

/** The same as a rule file wants it reported; what it leaves out is said in the messages. */
export function withPolicy(checked: Checked, policy: RulePolicy): Checked {
  const { disclosure } = checked;
  const reconciliation = tune(checked.reconciliation, policy);
  const messages = (reconciliation.tuned ?? []).map((text) => ({ severity: 'info' as const, text }));
  return { ...checked, disclosure: { ...disclosure, messages: [...disclosure.messages, ...messages] }, reconciliation };
}

/** The result as other programs read it (schema gouji.document/1). */
export function resultOf({ disclosure, family, reconciliation }: Checked): JsonDocument {
  return toJson(disclosure, reconciliation, family, placeFacts(disclosure, family));
}

/** The filled and marked workbook as a plan, with 核对结果 and 检查表. */
export function workbookOf(checked: Checked): WorkbookPlan {
  return planWorkbook(checked.disclosure, checked.family, checked.reconciliation, inspectionOf(checked));
}

/**
 * What stands in 检查表.
 * @param notes further lines below it
 */
export function inspectionOf(
  { disclosure, family, reconciliation }: Pick<Checked, 'disclosure' | 'family' | 'reconciliation'>,
  notes: readonly string[] = [],
): InspectionForm {
  return inspectionForm({ disclosure, family, reconciliation, rules: CHECKS, notes });
}

const RULES = new Map(CHECKS.map(({ id, title }) => [id, title]));
/** Lists of many documents lead to the documents themselves, not to filled workbooks. */
const NOWHERE = { cellOf: () => undefined, sheetOf: () => undefined, messages: [] };

/** What is kept of a document among many: rows of lists, nothing that holds the document. */
export function digest({ disclosure, family, reconciliation }: Checked): Digest {
  return digestOf(toJson(disclosure, reconciliation, family, NOWHERE), {
    family: family?.name ?? '通用',
    rules: RULES,
  });
}

/** The lists of many documents as a plan; what they come to in one line, and how many files and findings that is. */
export function batchOf(submissions: readonly Submission[]): {
  readonly plan: Plan;
  readonly line: string;
  readonly totals: BatchTotals;
} {
  const report = batchReport(submissions);
  return { plan: planBatch(report), line: totalsLine(report.totals), totals: report.totals };
}

/** True for a workbook of batchOf: a list of findings is no submission. */
export async function isBatchResult(bytes: Uint8Array): Promise<boolean> {
  const head = await readBookHead(bytes);
  return (
    head?.creator === CREATOR &&
    head.sheets.includes(BATCH_SHEETS[0]!) &&
    head.sheets.every((sheet) => BATCH_SHEETS.includes(sheet))
  );
}

function familyOf(disclosure: Disclosure): Family | undefined {
  return FAMILIES.find((family) => family.id === disclosure.profile.family);
}
