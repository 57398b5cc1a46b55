/*
 * Ids of rules. Rules that a reader thinks of together form a group, and the id of a rule begins with that of its
 * group: structure/placeholder is one of structure. A rule file may name either.
 */

/** The groups, in the order in which users read them. */
export const RULE_GROUPS = [
  'sum/rows',
  'sum/children',
  'sum/columns',
  'balance',
  'same-figure',
  'share',
  'change',
  'completion',
  'parts',
  'prior-year',
  'bound',
  'count',
  'list',
  'names',
  'structure',
] as const;

export type RuleGroup = (typeof RULE_GROUPS)[number];

export type RuleId = RuleGroup | `${RuleGroup}/${string}`;

const GROUPS: ReadonlySet<string> = new Set(RULE_GROUPS);
const known = new Map<RuleId, RuleGroup>();

/** The group of a rule; a group is its own. */
export function groupOf(rule: RuleId): RuleGroup {
  let group = known.get(rule);
  if (group === undefined) {
    const parts = rule.split('/');
    const found = parts.map((_, at) => parts.slice(0, at + 1).join('/')).find((id) => GROUPS.has(id));
    group = found as RuleGroup;
    known.set(rule, group);
  }
  return group;
}
