/*
 * The explanation as data: its sections, its sentences, and which figures of the tables stand in them.
 *
 * A sentence is text with slots in braces:
 *   {收入总计}            an amount by its name in AMOUNTS, with its unit
 *   {基本支出/支出合计}    what the first is of the second, in percent
 *   {#收入来源}           a list by its name in LISTS; its parts add up to its whole, or it cannot be said
 *   {“三公”经费@预算}      the budget that the amount is held against, where a table prints both
 *   {~“三公”经费}          the change against the year before, with a reason to fill in where there is one
 *   {?的提示}             a place to be filled in by hand: only the institution knows it
 *   {年} {上年} {单位} {部门}   year, year before, name of the institution, 部门 or 单位
 * A part in [brackets] is left out where one of its slots cannot be said; a sentence, where one of its other slots
 * cannot.
 */

/** One wording, or several of which the first that can be said is said. */
export type Wording = string | readonly string[];

/**
 * Said differently according to one amount: other than zero, zero, or not in the tables. What is not given is not said.
 */
export interface Choice {
  readonly of: string;
  readonly some?: Wording;
  readonly none?: Wording;
  readonly unknown?: Wording;
}

export type Sentence = string | Choice;

/**
 * A paragraph of its own for every part of a list, numbered: {名} its name, {额} its amount, {预算} the budget that it is
 * held against {完成} what it is of that, in percent, and {等于} that it is the same; {变动} its change against the year
 * before, where a table prints it.
 */
export interface Each {
  readonly each: string;
  readonly text: Wording;
  /** Not said where the tables print this amount. */
  readonly unless?: string;
}

/** Sentences of one paragraph, one after the other. */
export type Line = readonly Sentence[] | Each;

export interface SectionSpec {
  /** Without its number. */
  readonly title: string;
  readonly body: readonly (Line | SectionSpec)[];
}

export interface Term {
  readonly term: string;
  readonly meaning: string;
  /** Explained where one of these amounts is in the tables and not zero; always when absent. */
  readonly of?: readonly string[];
}

export interface Outline {
  /** Above the explanation, below the name of the institution. */
  readonly title: string;
  readonly sections: readonly SectionSpec[];
  readonly termsTitle: string;
  readonly terms: readonly Term[];
}
