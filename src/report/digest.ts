import type { Digest, DigestFinding, DigestFigure, Spot } from '../model/digest';
import type { Coverage, RuleId, Severity } from '../model/relation';
import type { JsonDocument, JsonFinding, JsonRef } from './json';
import { kindText, placeText } from './text';

/* The result of one document as rows of the lists of many. */

/** What the reader of the file had to say is no rule. */
const READING = '读取';
const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Names that the result itself does not hold. */
export interface DigestNames {
  /** Name of the template family. */
  readonly family: string;
  /** What each rule checks, in words. */
  readonly rules: ReadonlyMap<RuleId, string>;
}

/**
 * The rows of one document.
 * @param document its findings in the order in which they are shown; here the gravest come first
 */
export function digestOf(document: JsonDocument, { family, rules }: DigestNames): Digest {
  const { profile, tables, coverage, findings, messages, missing } = document;
  const titles = new Map<string, string>();
  for (const { id, title } of tables) if (!titles.has(id)) titles.set(id, title);
  const spot = (ref: JsonRef | undefined): Spot => spotOf(ref, titles);
  const found = [...findings.map((finding) => findingRow(finding, spot, rules)), ...messages.map(messageRow)];
  return {
    entity: profile.entity,
    year: profile.year,
    kind: kindText(profile),
    family: document.profile.family === 'generic' ? '通用' : family,
    tables: tables.length,
    empty: tables.filter(({ empty }) => empty).length,
    missing,
    table: coverage.table,
    text: sum(coverage.narrative, coverage.attachment),
    findings: found.sort((one, other) => WEIGHT[one.severity] - WEIGHT[other.severity]),
    unchecked: coverage.unchecked.map((ref): DigestFigure => ({ ...spot(ref), value: ref.value })),
  };
}

function sum(one: Coverage, other: Coverage = { figures: 0, checked: 0 }): Coverage {
  return { figures: one.figures + other.figures, checked: one.checked + other.checked };
}

function spotOf(ref: JsonRef | undefined, titles: ReadonlyMap<string, string>): Spot {
  if (ref === undefined) return { part: '', item: '', source: '' };
  const { table, section, row, column, source } = ref;
  return {
    part: table === undefined ? (section ?? '') : (titles.get(table) ?? ''),
    item: [row, column].filter((text) => text !== undefined && text !== '').join('·'),
    source: placeText(source),
  };
}

function findingRow(
  { rule, severity, message, stated, expected, difference, unit, suspects, refs }: JsonFinding,
  spot: (ref: JsonRef | undefined) => Spot,
  rules: DigestNames['rules'],
): DigestFinding {
  const topic = rules.get(rule as RuleId) ?? rule;
  return {
    ...spot(suspects[0] ?? refs[0]),
    severity,
    topic,
    message,
    stated,
    expected,
    difference,
    unit: stated === '' && expected === '' ? '' : unit,
  };
}

function messageRow({ severity, text, source }: JsonDocument['messages'][number]): DigestFinding {
  return {
    part: '',
    item: '',
    source: source ? placeText(source) : '',
    // Errors are contradictions of figures; a file that is hard to read has none by that.
    severity: severity === 'info' ? 'info' : 'warning',
    topic: READING,
    message: text,
    stated: '',
    expected: '',
    difference: '',
    unit: '',
  };
}
