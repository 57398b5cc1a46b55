import type { Figure, Remark, RuleId, Severity } from '../model/relation';
import type { CheckInput } from './check';

/*
 * One rule: what must not be, where that is written, and how it is said. Its messages are data; {name} stands for what
 * the code puts there.
 */

/** What a rule is called, and where it is written. */
export interface RuleTitle {
  readonly id: RuleId;
  /** 检查内容, one line. */
  readonly title: string;
  /** 依据. */
  readonly basis: string;
}

export interface Rule extends RuleTitle {
  /**
   * On what its remarks depend: on the shape of the document (words, titles, which cells hold a figure), or on the
   * values too. Those of the first kind stand when an amount is edited.
   */
  readonly dependsOn: 'shape' | 'values';
  inspect(input: CheckInput): Remark[];
}

/** What a rule has to say of one place. */
export interface Said {
  readonly severity: Severity;
  readonly figures: readonly Figure[];
  /** What stands in the message for each {name}. */
  readonly with?: Readonly<Record<string, string | number>>;
  readonly stated?: string;
  readonly expected?: string;
  readonly evidence?: readonly string[];
}

const PLACEHOLDER = /\{([a-z]+)\}/gi;

/** A message with its placeholders filled. @throws where one has nothing to stand for it */
export function filled(message: string, values: Said['with'] = {}): string {
  return message.replace(PLACEHOLDER, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`nothing stands for {${name}} in ${message}`);
    return String(value);
  });
}

/** A remark of a rule. */
export function say(rule: RuleId, message: string, { with: values, ...said }: Said): Remark {
  return { rule, message: filled(message, values), ...said };
}

/** The remarks of several rules, in their order. */
export function inspectAll(rules: readonly Rule[], input: CheckInput): Remark[] {
  return rules.flatMap((rule) => rule.inspect(input));
}
