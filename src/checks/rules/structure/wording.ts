import type { Remark } from '../../../model/relation';
import { pattern } from '../../../shared/pattern';
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

const ANY_SLIP = pattern(WORDING.map(({ pattern: { source } }) => source).join('|'));
const SUSPICIOUS = new WeakMap<readonly Passage[], readonly Passage[]>();

/** The few passages in which there is any slip at all. */
function suspicious(passages: readonly Passage[]): readonly Passage[] {
  let found = SUSPICIOUS.get(passages);
  if (!found) {
    found = passages.filter(({ text }) => ANY_SLIP.test(text));
    SUSPICIOUS.set(passages, found);
  }
  return found;
}

function remarkOf(id: Rule['id'], slip: WordingSlip, passage: Passage): Remark[] {
  const match = isLookedAt(passage, slip) ? slip.pattern.exec(passage.text) : null;
  if (!match) return [];
  const found = match[0].trim().replace(/^[。；](?=[（(])/, '');
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
      suspicious(passages).flatMap((passage) => slips.flatMap((slip) => remarkOf(id, slip, passage))),
  };
}

export const WORDING_CHECKS: readonly Rule[] = (Object.keys(WORDING_RULES) as WordingRule[]).map(ruleOf);
