import type { Disclosure, DocumentLine } from '../model/disclosure';
import type { Figure, Relation, Remark, RuleGroup } from '../model/relation';
import type { Cube } from './cube';
import type { Passage } from './passages';
import type { Rows } from './rows';
import type { Rule, RuleTitle } from './rule';
import type { TextSpace } from './text/space';
import type { Told } from './told';

/** What a check may look at. */
export interface CheckInput {
  readonly disclosure: Disclosure;
  readonly cube: Cube;
  /** The rows of the tables by what they are rows of. */
  readonly rows: Rows;
  /** The tables as the text speaks of them. */
  readonly text: TextSpace;
  /** All lines between the tables. */
  readonly lines: readonly DocumentLine[];
  /** The same, those of one paragraph together. */
  readonly passages: readonly Passage[];
  /** The explanation by what it says. */
  readonly told: Told;
}

/** A group of rules that are checked together: which relations must hold, what else must not be, and why. */
export interface Check {
  readonly id: RuleGroup;
  /** 检查内容, one line. */
  readonly title: string;
  /** 依据. */
  readonly basis: string;
  relate(input: CheckInput): Relation[];
  /** Figures that were looked at and found in order, without a relation that says so. */
  covered?(input: CheckInput): Figure[];
  /** Its rules by themselves, where they are told apart. */
  readonly rules?: readonly (Rule | RuleTitle)[];
  /** What no arithmetic can tell. */
  inspect?(input: CheckInput): Remark[];
}
