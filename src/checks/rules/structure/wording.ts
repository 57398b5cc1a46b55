import type { Remark } from '../../../model/relation';
import { WORDING, WORDING_RULES, type WordingRule, type WordingSlip } from '../../../vocabulary/narrative/wording';
import type { CheckInput } from '../../check';
import { type Passage, spotIn } from '../../passages';
import { type Rule, say } from '../../rule';

/* Slips of wording: patterns of the vocabulary, a rule for each kind. */

/** The contents page has dots and numbers of its own. */
function isLookedAt({ lines: [first] }: Passage, { explanationOnly, onContents }: WordingSlip): boolean {
  const { part } = first!;
  if (explanationOnly) return part === 'explanation';
  return onContents === true || (part !== 'contents' && part !== 'title');
}

function remarkOf(id: Rule['id'], slip: WordingSlip, passage: Passage): Remark[] {
  const match = isLookedAt(passage, slip) ? slip.pattern.exec(passage.text) : null;
  if (!match) return [];
  const found = match[0].trim();
  return [
    say(id, slip.message, {
      severity: slip.severity,
      figures: [spotIn(passage, match.index, match[0])],
      with: { found },
    }),
  ];
}

function ruleOf(name: WordingRule): Rule {
  const slips = WORDING.filter(({ rule }) => rule === name);
  const id = `structure/${name}` as const;
  return {
    id,
    ...WORDING_RULES[name],
    dependsOn: 'shape',
    inspect: ({ passages }: CheckInput) =>
      passages.flatMap((passage) => slips.flatMap((slip) => remarkOf(id, slip, passage))),
  };
}

export const WORDING_CHECKS: readonly Rule[] = (Object.keys(WORDING_RULES) as WordingRule[]).map(ruleOf);
