import type { Amount } from '../shared/amount';
import { ZERO } from '../shared/decimal';
import type { PartialKey } from './key';
import type { Place } from './source';

/*
 * The explanation in words: its sections, sentences and figures, and what the sentences claim about the figures.
 */

export type TextKind = 'amount' | 'percent' | 'count' | 'words';

/**
 * What a figure is in its sentence: a value of this year, of the year before, a change, a rate …
 * `aside` stands in a reason, `unread` is a figure whose sentence was not understood.
 */
export type TextRole = 'value' | 'budget' | 'prior' | 'delta' | 'rate' | 'share' | 'completion' | 'aside' | 'unread';

/** One figure (or, for findings about wording, some words) of the explanation. */
export interface TextFact {
  readonly text: true;
  /** Index in Narrative.figures; -1 for words. */
  readonly id: number;
  readonly kind: TextKind;
  readonly role: TextRole;
  readonly amount: Amount;
  /** 元, 万元, 亿元; % for percentages; 个, 辆 … for counts. */
  readonly unit: string;
  readonly place: Place;
  /** Indices in Narrative.sections and .sentences. */
  readonly section: number;
  readonly sentence: number;
  /** Title of the attachment that it stands in; absent for the explanation. */
  readonly form?: string;
  /** The words that name it. */
  readonly subject: string;
  /** What these words say. */
  readonly said: PartialKey;
  /** What section and leading words say beyond that. */
  readonly context: PartialKey;
  /** Items it may stand for, the likeliest first. */
  readonly items: readonly string[];
  /** Every word of the subject is understood: no other figure can be meant. */
  readonly clear: boolean;
  /** The figure of the same item that this one tells again (… 56.12万元。… 2024年预算安排56.12万元). */
  readonly restates?: TextFact;
}

/** Money with money, and things with things that are counted alike. */
export function areOfOneKind(a: TextFact, b: TextFact): boolean {
  return a.kind === b.kind && (a.kind !== 'count' || a.unit === b.unit);
}

/** Some words as something that findings can point at: they name no figure. */
export function wordsFigure(text: string, place: Place, section: number, sentence = -1): TextFact {
  return {
    text: true,
    id: -1,
    kind: 'words',
    role: 'aside',
    amount: { value: ZERO, decimals: 0, printed: false, raw: text },
    unit: '',
    place,
    section,
    sentence,
    subject: text,
    said: {},
    context: {},
    items: [],
    clear: false,
  };
}

/** 占X%: part ÷ whole. Candidates, the likeliest first. */
export interface ShareClaim {
  readonly kind: 'share';
  readonly percent: TextFact;
  readonly parts: readonly TextFact[];
  readonly wholes: readonly TextFact[];
  /** The whole of the list that the part stands in, told at once before it. */
  readonly listed?: TextFact;
  /** The words name a part of which no figure is known: the parts are what was said last. */
  readonly unnamed: boolean;
  /** The whole is printed with the percentage (占总额 A 万元的 p%): no other is meant. */
  readonly certain?: true;
  /** Those of the wholes that the words of `base` may name. */
  readonly meant: readonly TextFact[];
  /** Says which whole: 占本年支出合计的. */
  readonly base: string;
  readonly baseKey: PartialKey;
}

/** 比上年增加 Δ，增长 p%; 与上年持平. Candidates for what changed, the likeliest first. */
export interface ChangeClaim {
  readonly kind: 'change';
  /** 1 more, -1 less, 0 the same. */
  readonly direction: 1 | -1 | 0;
  readonly subjects: readonly TextFact[];
  readonly delta?: TextFact;
  readonly rate?: TextFact;
  readonly rateDirection?: 1 | -1 | 0;
  readonly prior?: TextFact;
  /** What it is compared with, as printed: 上年, 2024年预算执行数. */
  readonly base: string;
  /** Compared with the budget of the year (then `prior`), not with the year before. */
  readonly ofBudget?: true;
  readonly spot: TextFact;
}

/** 完成预算的 p%; 决算数大于/小于/等于预算数. */
export interface CompletionClaim {
  readonly kind: 'completion';
  readonly percent?: TextFact;
  readonly actual?: TextFact;
  readonly budget?: TextFact;
  /** The same budget at other stages (年初, 调整), where the words do not tell which is meant. */
  readonly others?: readonly TextFact[];
  /** 1 大于, -1 小于, 0 等于. */
  readonly verdict?: 1 | -1 | 0;
  /** 决算数大于预算数 5 万元: by how much; always positive. */
  readonly excess?: TextFact;
  readonly spot: TextFact;
}

/** A whole and its parts, all of one unit and role. */
export interface ListClaim {
  readonly kind: 'list';
  readonly wholes: readonly TextFact[];
  readonly parts: readonly TextFact[];
  /** Ends in 等, or says 主要: need not be complete. */
  readonly open: boolean;
  readonly word: string;
  /** So many of the parts stand before a semicolon, with less than one between them: the others may be none. */
  readonly until?: number;
  /** Other figures of the same list, as many, add up: these have to as well. */
  readonly complete?: true;
}

/** 比上年减少 3 万元，其中：X 减少 2 万元，Y 减少 1 万元: the changes of all parts, or of some. */
export interface ChangesClaim {
  readonly kind: 'changes';
  readonly whole: ChangeClaim;
  readonly parts: readonly ChangeClaim[];
  readonly open: boolean;
}

/** 主要包括：办公费、印刷费…: names without amounts. */
export interface NamesClaim {
  readonly kind: 'names';
  readonly owner: TextFact;
  readonly names: readonly TextFact[];
  readonly open: boolean;
}

export type Claim = ShareClaim | ChangeClaim | ChangesClaim | CompletionClaim | ListClaim | NamesClaim;

export interface Section {
  readonly title: string;
  /** Titles from the outermost to its own. */
  readonly path: readonly string[];
  readonly place: Place;
}

export interface Sentence {
  readonly section: number;
  readonly text: string;
  readonly place: Place;
}

/** A line of the explanation as printed, for checks of wording. */
export interface ProseLine {
  readonly text: string;
  readonly place: Place;
  readonly section: number;
}

export interface Narrative {
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
  readonly figures: readonly TextFact[];
  readonly claims: readonly Claim[];
  readonly lines: readonly ProseLine[];
}

export const NO_NARRATIVE: Narrative = { sections: [], sentences: [], figures: [], claims: [], lines: [] };
