import type { Disclosure, Fact } from '../model/disclosure';
import type { Family } from '../model/form';
import type { TextFact } from '../model/narrative';
import { type Figure, type Finding, isText, type Reconciliation } from '../model/relation';
import { groupOf } from '../model/rule';
import type { Message, Place, SheetPlace } from '../model/source';

/* The result of one document as other programs read it: schema gouji.document/1. Fields are only ever added. */

export interface JsonRef {
  readonly place: 'table' | 'narrative' | 'attachment' | 'structure';
  readonly table?: string;
  readonly row?: string;
  readonly column?: string;
  readonly section?: string;
  readonly value: string;
  readonly source: Place;
  readonly sheet?: string;
  readonly cell?: string;
}

export interface JsonFinding {
  readonly id: string;
  /** The group of rules. */
  readonly rule: string;
  /** The rules of the group that say so, where it tells them apart. */
  readonly rules?: readonly string[];
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly stated: string;
  readonly expected: string;
  readonly difference: string;
  readonly unit: string;
  readonly suspects: readonly JsonRef[];
  readonly refs: readonly JsonRef[];
  readonly evidence: readonly string[];
}

export interface JsonTable {
  readonly id: string;
  readonly title: string;
  readonly sheet: string;
  readonly unit: string;
  readonly amounts: number;
  readonly empty: boolean;
  /** The institution, where a file holds the forms of several and this is not the one of the profile. */
  readonly entity?: string;
  readonly source: Place;
}

export interface JsonDocument {
  readonly schema: 'gouji.document/1';
  readonly file: string;
  readonly profile: Omit<Disclosure['profile'], 'shared'>;
  readonly tables: readonly JsonTable[];
  readonly missing: readonly string[];
  readonly coverage: {
    readonly table: { readonly figures: number; readonly checked: number };
    readonly narrative: { readonly figures: number; readonly checked: number };
    /** Money of attachments (绩效目标表, 自评表) and data of charts; absent when there is none. */
    readonly attachment?: { readonly figures: number; readonly checked: number };
    readonly unchecked: readonly JsonRef[];
  };
  readonly messages: readonly { readonly severity: string; readonly text: string; readonly source?: Place }[];
  readonly findings: readonly JsonFinding[];
}

/** Where facts and statements lie in the filled workbook. */
export interface Addresses {
  cellOf(factId: number): SheetPlace | undefined;
  /** Cell of a figure of the text in 情况说明. */
  readonly cellOfText?: (figureId: number) => SheetPlace | undefined;
  sheetOf(statement: number): string | undefined;
  /** What the forms do not have, and where it was put. */
  readonly messages: readonly Message[];
}

/** Builds the result document. */
export function toJson(
  disclosure: Disclosure,
  reconciliation: Reconciliation,
  family: Family | undefined,
  addresses: Addresses,
): JsonDocument {
  const ref = (figure: Figure): JsonRef =>
    isText(figure) ? textRef(disclosure, figure, addresses) : tableRef(disclosure, figure, addresses);
  return {
    schema: 'gouji.document/1',
    file: disclosure.file.normalize('NFC'),
    profile: shownProfile(disclosure.profile),
    tables: tablesOf(disclosure, addresses),
    missing: disclosure.missing.map((id) => family?.forms.find((form) => form.id === id)?.sheet ?? id),
    coverage: {
      table: reconciliation.tableCoverage,
      narrative: reconciliation.narrativeCoverage ?? { figures: 0, checked: 0 },
      ...(reconciliation.attachmentCoverage ? { attachment: reconciliation.attachmentCoverage } : {}),
      unchecked: reconciliation.unchecked.map(ref),
    },
    messages: [...disclosure.messages, ...addresses.messages].map(({ severity, text, place }) => ({
      severity,
      text,
      ...(place ? { source: place } : {}),
    })),
    findings: reconciliation.findings.map((finding) => jsonFinding(finding, ref)),
  };
}

/** Standard forms that several provinces print are laid out as those of a family; the document is of none. */
function shownProfile({ shared, ...profile }: Disclosure['profile']): JsonDocument['profile'] {
  return shared ? { ...profile, family: 'generic' } : profile;
}

function jsonFinding(finding: Finding, ref: (figure: Figure) => JsonRef): JsonFinding {
  const { id, severity, message, stated, expected, difference, unit, evidence } = finding;
  return {
    id,
    rule: groupOf(finding.rule),
    ...(groupOf(finding.rule) === finding.rule ? {} : { rules: [finding.rule] }),
    severity,
    message,
    stated,
    expected,
    difference,
    unit,
    suspects: finding.suspects.map(ref),
    refs: finding.facts.map(ref),
    evidence,
  };
}

function tablesOf(disclosure: Disclosure, addresses: Addresses): JsonTable[] {
  const amounts = disclosure.statements.map(() => ({ printed: 0, filled: 0 }));
  for (const { statement, amount } of disclosure.facts) {
    if (amount.printed) amounts[statement]!.printed += 1;
    if (!amount.value.isZero()) amounts[statement]!.filled += 1;
  }
  return disclosure.statements.map(({ id, title, unit, place, key }, at) => ({
    id,
    title,
    sheet: addresses.sheetOf(at) ?? '',
    unit,
    amounts: amounts[at]!.printed,
    empty: amounts[at]!.filled === 0,
    ...(key.entity === undefined ? {} : { entity: key.entity }),
    source: place,
  }));
}

function textRef(disclosure: Disclosure, figure: TextFact, addresses: Addresses): JsonRef {
  const section = disclosure.narrative?.sections[figure.section];
  return {
    place: figure.form !== undefined ? 'attachment' : figure.kind === 'words' ? 'structure' : 'narrative',
    ...(section ? { section: section.title } : figure.form !== undefined ? { section: figure.form } : {}),
    ...(figure.kind === 'words' ? {} : { row: figure.subject }),
    value: figure.amount.raw,
    source: figure.place,
    ...addresses.cellOfText?.(figure.id),
  };
}

function tableRef(disclosure: Disclosure, fact: Fact, addresses: Addresses): JsonRef {
  const statement = disclosure.statements[fact.statement]!;
  const block = statement.blocks[fact.block]!;
  const row = block.rows[fact.row]!;
  const { path } = block.columns[fact.column]!;
  return {
    place: 'table',
    table: statement.id,
    row: row.label || row.code,
    column: path[path.length - 1] ?? '',
    value: fact.amount.raw,
    source: fact.place,
    ...addresses.cellOf(fact.id),
  };
}
