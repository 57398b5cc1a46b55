import type { Decimal } from '../shared/decimal';
import type { RuleId, Severity } from './relation';

/**
 * What a bureau wants to see: rules that are switched off or weigh more or less than usual, and differences that it
 * lets pass.
 */
export interface RulePolicy {
  /** Name of the file, as given. */
  readonly source: string;
  readonly rules: ReadonlyMap<RuleId, Severity | 'off'>;
  /** Differences of money up to this are 尾差, in 元. */
  readonly tolerance?: Decimal;
  readonly scores?: Scores;
}

/** Points that a bureau gives, by the name of the item or group of 检查表. */
export interface Scores {
  /** Name of the rule file. */
  readonly source: string;
  readonly points: ReadonlyMap<string, Decimal>;
}
