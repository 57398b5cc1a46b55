import type { Disclosure } from '../model/disclosure';
import { isText, type Figure, type Finding, type Severity } from '../model/relation';
import type { Place, SheetPlace } from '../model/source';
import { amountValue } from '../workbook/layout/amounts';
import { parseAmount } from '../shared/amount';
import type { Basis } from './basis';

/*
 * Findings as the pane lists them: in groups by form, the gravest first, each with a key that outlives a re-check.
 */

export const SEVERITY_ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** A value that may be written into a cell when the person says so. */
export interface Proposal {
  readonly place: SheetPlace;
  readonly value: string | number;
  /** As it is shown: figure and unit. */
  readonly text: string;
}

export interface ListedFinding {
  /** The same for the same contradiction, whenever it is found again. */
  readonly key: string;
  readonly finding: Finding;
  readonly severity: Severity;
  readonly message: string;
  /** The arithmetic behind the message, where there is more of it than the message says. */
  readonly evidence: readonly string[];
  /** Name of the sheet, or where else the figure stands. */
  readonly group: string;
  /** Cell of the open workbook. */
  readonly place?: SheetPlace;
  /** Place in the document, for a figure of the text. */
  readonly source?: Place;
  readonly proposal?: Proposal;
}

const IN_TEXT = '原文（不在工作表中）';
const ELSEWHERE = '全文';

/** All findings, in the order in which they are to be read. */
export function listFindings(basis: Basis): ListedFinding[] {
  const { disclosure, reconciliation } = basis.checked;
  const keys = new Map<string, number>();
  const listed = reconciliation.findings.map((finding) => {
    const key = keyOf(finding, disclosure);
    const times = (keys.get(key) ?? 0) + 1;
    keys.set(key, times);
    return list(finding, basis, times === 1 ? key : `${key}#${times}`);
  });
  return inOrder(listed);
}

function list(finding: Finding, basis: Basis, key: string): ListedFinding {
  const [suspect] = finding.suspects;
  const place = basis.placeOf(suspect);
  const source = suspect && (isText(suspect) || !place) ? suspect.place : undefined;
  // A figure of the text has to be put right in the text: its row of 情况说明 only shows it.
  const proposal = place && suspect && !isText(suspect) ? proposalOf(finding, place) : undefined;
  return {
    key,
    finding,
    severity: finding.severity,
    message: finding.message,
    evidence: evidenceOf(finding),
    group: place?.sheet ?? (source ? IN_TEXT : ELSEWHERE),
    ...(place && { place }),
    ...(source && { source }),
    ...(proposal && { proposal }),
  };
}

/** A message often says the one line of arithmetic that there is. */
function evidenceOf({ message, evidence }: Finding): readonly string[] {
  return evidence.length === 1 && message.startsWith(evidence[0]!) ? [] : evidence;
}

/** Differences that rounding explains are no slips: there is nothing to put right. */
function proposalOf({ severity, expected, unit }: Finding, place: SheetPlace): Proposal | undefined {
  const amount = severity === 'info' || expected === '' ? undefined : parseAmount(expected);
  const value = amount?.printed ? amountValue(amount) : null;
  return value === null ? undefined : { place, value, text: `${expected}${unit}` };
}

/**
 * What makes a contradiction the same one: the figure, what it says and what it should say; not where its cell lies.
 */
function keyOf(finding: Finding, disclosure: Disclosure): string {
  const { rule, severity, stated, expected, suspects, message } = finding;
  const [suspect] = suspects;
  return JSON.stringify(
    suspect ? [rule, severity, ...wordsOf(suspect, disclosure), stated, expected] : [rule, severity, message],
  );
}

function wordsOf(figure: Figure, { statements }: Disclosure): string[] {
  // What stands in the text is known by the words that name it.
  if (isText(figure)) return ['text', figure.kind, figure.role, figure.subject];
  const table = statements[figure.statement];
  const block = table?.blocks[figure.block];
  const { code = '', label = '' } = block?.rows[figure.row] ?? {};
  return [table?.id ?? '', code, label, ...(block?.columns[figure.column]?.path ?? [])];
}

/** Groups with the gravest findings first; within a group the gravest first. */
function inOrder(listed: readonly ListedFinding[]): ListedFinding[] {
  const groups = new Map<string, ListedFinding[]>();
  for (const each of listed) {
    const group = groups.get(each.group);
    if (group) group.push(each);
    else groups.set(each.group, [each]);
  }
  const rank = ({ severity }: ListedFinding): number => SEVERITY_ORDER.indexOf(severity);
  // Sorting is stable: what is equally grave stays in the order of the document.
  const sorted = [...groups.values()].map((group) => [...group].sort((one, other) => rank(one) - rank(other)));
  return sorted.sort(([one], [other]) => rank(one!) - rank(other!)).flat();
}

/** How many findings there are of each severity. */
export function countFindings(listed: readonly ListedFinding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity } of listed) counts[severity] += 1;
  return counts;
}

/** What the person chose to see. */
export interface Filter {
  /** undefined shows every severity. */
  readonly severity?: Severity;
  /** Words that must all occur in the message, the evidence, the form's name or the address. */
  readonly search: string;
}

export function matchesFilter(listed: ListedFinding, { severity, search }: Filter): boolean {
  if (severity !== undefined && listed.severity !== severity) return false;
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const { message, evidence, group, place } = listed;
  const text = [message, ...evidence, group, place?.cell ?? ''].join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
}
