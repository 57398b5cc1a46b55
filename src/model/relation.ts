import type { Decimal } from '../shared/decimal';
import type { Fact } from './disclosure';
import type { TextFact } from './narrative';
import type { Scores } from './policy';
import type { RuleGroup, RuleId } from './rule';

export type { RuleGroup, RuleId } from './rule';

/** A printed figure: a cell of a table or a number in the text. */
export type Figure = Fact | TextFact;

/** True for a figure of the explanation or of an attachment. */
export function isText(figure: Figure): figure is TextFact {
  return 'text' in figure;
}

/** Areas are measured and rounded. */
const MEASURED = /米|㎡|亩/;

/** True for a number of things in the text (辆, 批次, 个 …): it is exact, and in no unit of money. */
export function isCounted(figure: Figure): boolean {
  return 'text' in figure && figure.kind === 'count' && !MEASURED.test(figure.unit);
}

export interface Term {
  readonly fact: Figure;
  readonly sign: 1 | -1;
}

/**
 * How the stated figure follows from the terms:
 * sum: stated = Σ terms; ratio: stated % = terms[0] ÷ terms[1];
 * growth: stated % = terms[0] ÷ (terms[1] − terms[0]), the sign of terms[0] telling more from less;
 * bound: stated ≤ terms[0].
 */
export type RelationKind = 'sum' | 'ratio' | 'growth' | 'bound';

/**
 * A relation between figures, each within its printed precision. It speaks of facts only; it knows no sheet and no
 * cell.
 */
export interface Relation {
  readonly rule: RuleId;
  /** 'sum' when absent. */
  readonly kind?: RelationKind;
  readonly stated: Figure;
  readonly terms: readonly Term[];
  /** Of a ratio: the stated % is what the quotient is more (1) or less (-1) than 100%: now ÷ before − 100%. */
  readonly rise?: 1 | -1;
  /** Which figures are meant is a guess: broken, it is no more than a warning. */
  readonly guess?: boolean;
}

/** How the quotient of a rate follows from its stated percentage: left out + way × stated. */
export interface RateForm {
  readonly leftOut: 0 | 100;
  readonly way: 1 | -1;
}

const PLAIN: RateForm = { leftOut: 0, way: 1 };

/** The form of a rate: a rise leaves out 100, a fall is told as what is missing to 100. */
export function rateForm({ rise }: { readonly rise?: 1 | -1 | undefined }): RateForm {
  return rise === undefined ? PLAIN : { leftOut: 100, way: rise };
}

/** A stated percentage as a quotient in %. */
export function quotientOf(stated: Decimal, relation: Pick<Relation, 'rise'>): Decimal {
  const { leftOut, way } = rateForm(relation);
  return stated.times(way).plus(leftOut);
}

/** A quotient in % as the percentage that is stated for it. */
export function statedFor(quotient: Decimal, relation: Pick<Relation, 'rise'>): Decimal {
  const { leftOut, way } = rateForm(relation);
  return quotient.minus(leftOut).times(way);
}

export type Severity = 'error' | 'warning' | 'info';

/** Something found by looking, not by arithmetic: wording, names, structure, and what a person has to judge. */
export interface Remark {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  /** What it is about, the figure or words to look at first. */
  readonly figures: readonly Figure[];
  readonly stated?: string;
  readonly expected?: string;
  readonly evidence?: readonly string[];
}

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
  readonly suspects: readonly Figure[];
  /** Every figure of every broken relation behind this finding. */
  readonly facts: readonly Figure[];
  readonly evidence: readonly string[];
  /** A sum that rounding explains: never more than a remark, whatever a bureau thinks of its rule. */
  readonly rounding?: true;
  /** How far apart the figures are, in 元 and at most; absent where it is not money that does not agree. */
  readonly gap?: Decimal;
}

export interface Coverage {
  readonly figures: number;
  readonly checked: number;
}

/** One relation of the explanation and what it came to. */
export interface Verdict {
  readonly figure: TextFact;
  readonly rule: RuleId;
  readonly outcome: 'exact' | 'rounding' | 'broken';
  /** What the figure should be; worked out, and put into words, when it is asked for. */
  expected(): string;
  /** The arithmetic in one line. */
  arithmetic(): string;
}

/** How many relations of one rule were evaluated, those that a figure of the text takes part in by themselves. */
export interface Tally {
  readonly rule: RuleGroup;
  readonly ofText: boolean;
  readonly relations: number;
}

export interface Reconciliation {
  readonly findings: readonly Finding[];
  readonly tableCoverage: Coverage;
  /** Figures of the explanation; absent when there is none. */
  readonly narrativeCoverage?: Coverage;
  /** Money of attachments and data of charts; absent when there is none. */
  readonly attachmentCoverage?: Coverage;
  /** Printed figures that no relation ties. */
  readonly unchecked: readonly Figure[];
  /** Number of relations that were evaluated. */
  readonly relations: number;
  /** What every sentence came to: the rows of 情况说明. */
  readonly claims?: readonly Verdict[];
  /** Rules whose findings a rule file leaves out, and how many they were. */
  readonly switchedOff?: readonly { readonly rule: RuleId; readonly findings: number }[];
  /** What a rule file changed, a line each. */
  readonly tuned?: readonly string[];
  /** Points that a rule file gives. */
  readonly scores?: Scores;
  /** What was evaluated, rule by rule; counted when it is asked for. */
  readonly tally?: () => readonly Tally[];
}
