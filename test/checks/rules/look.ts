import assert from 'node:assert/strict';
import { prepare } from '../../../src/checks';
import type { Rule } from '../../../src/checks/rule';
import { readText } from '../../../src/ingest';
import { recognize } from '../../../src/recognize';

/*
 * A rule that looks against whole small documents: where it speaks and what it says first, and where it is silent.
 */

export interface LookCases {
  /** Document → the beginnings of what is said of it, in order. */
  readonly breaks: Readonly<Record<string, { readonly text: string; readonly said: readonly string[] }>>;
  /** Documents in which all is well, or which the rule does not judge. */
  readonly holds: Readonly<Record<string, string>>;
}

function said(rule: Rule, text: string): string[] {
  const remarks = rule.inspect(prepare(recognize(readText('text', text))));
  for (const remark of remarks) assert.equal(remark.rule, rule.id, 'a rule speaks in its own name');
  return remarks.map(({ message }) => message);
}

/** Declares the tests of one rule. */
export function testLook(rule: Rule, { breaks, holds }: LookCases): void {
  describe(rule.id, () => {
    it('has cases of either kind', () => {
      assert.ok(Object.keys(breaks).length > 0 && Object.keys(holds).length > 0);
    });
    for (const [name, { text, said: wanted }] of Object.entries(breaks))
      it(`speaks of ${name}`, () => {
        const found = said(rule, text);
        assert.equal(found.length, wanted.length, found.join('\n'));
        wanted.forEach((begins, at) =>
          assert.ok(found[at]!.startsWith(begins), `${found[at]} does not begin with ${begins}`),
        );
      });
    for (const [name, text] of Object.entries(holds))
      it(`is silent: ${name}`, () => assert.deepEqual(said(rule, text), []));
  });
}

/** The rule of that id among several. */
export function ruleOf(rules: readonly Rule[], id: string): Rule {
  const rule = rules.find((each) => each.id === id);
  assert.ok(rule, id);
  return rule;
}
