import type { Disclosure } from '../model/disclosure';
import type { Relation, RuleId } from '../model/relation';
import type { Cube } from './cube';

/** What a check may look at. */
export interface CheckInput {
  readonly disclosure: Disclosure;
  readonly cube: Cube;
}

/** One check: which relations must hold, and why. */
export interface Check {
  readonly id: RuleId;
  /** 检查内容, one line. */
  readonly title: string;
  /** 依据. */
  readonly basis: string;
  relate(input: CheckInput): Relation[];
}
