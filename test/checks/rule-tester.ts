import assert from 'node:assert/strict';
import { prepare } from '../../src/checks';
import type { Check } from '../../src/checks/check';
import type { Profile } from '../../src/model/disclosure';
import type { Figure, Relation } from '../../src/model/relation';
import { groupOf } from '../../src/model/rule';
import { evaluate } from '../../src/reconcile/evaluate';
import { grids } from './grid';

/*
 * A check against tables of cases: what it holds to be true, what it finds broken, what it does not judge. A check
 * without a case of each kind is not tested, and two cases of the same tables are one.
 */

interface Case {
  /** See grid.ts. */
  readonly tables: string;
  readonly profile?: Partial<Profile>;
}

/** Relations as arithmetic: 3.00 = 1.00 + 2.00, 3.01 ≈ 1.00 + 2.00, 4.00 ≠ 1.00 + 2.00; 空 for a blank. */
export interface RuleCases {
  /** Every relation that the check states, in order. */
  readonly pass: Readonly<Record<string, Case & { readonly relations: readonly string[] }>>;
  /** Those that do not hold. */
  readonly fail: Readonly<Record<string, Case & { readonly broken: readonly string[] }>>;
  /** The check states nothing. */
  readonly notEvaluated: Readonly<Record<string, Case>>;
}

const SIGNS = { exact: '=', rounding: '≈', broken: '≠' } as const;

function shown({ amount, unit }: Figure): string {
  return amount.printed ? `${amount.raw}${unit === '万元' ? '' : unit}` : amount.raw || '空';
}

function arithmetic(relation: Relation): string {
  const terms = relation.terms.map(
    ({ fact, sign }, at) => `${at > 0 ? ' + ' : ''}${sign < 0 ? '-' : ''}${shown(fact)}`,
  );
  return `${shown(relation.stated)} ${SIGNS[evaluate(relation).outcome]} ${terms.join('')}`;
}

function relationsOf(check: Check, { tables, profile }: Case): string[] {
  const relations = check.relate(prepare(grids(tables, profile)));
  for (const { rule } of relations) assert.equal(groupOf(rule), check.id, 'a check speaks in its own name');
  return relations.map(arithmetic);
}

function assertComplete({ pass, fail, notEvaluated }: RuleCases): void {
  const seen = new Set<string>();
  for (const [kind, cases] of Object.entries({ pass, fail, notEvaluated })) {
    assert.ok(Object.keys(cases).length > 0, `no case of ${kind}`);
    for (const [name, { tables, profile }] of Object.entries<Case>(cases)) {
      const text = JSON.stringify([tables, profile]);
      assert.ok(!seen.has(text), `${name}: these tables were tested already`);
      seen.add(text);
    }
  }
  for (const [name, { relations }] of Object.entries(pass)) {
    assert.ok(relations.length > 0 && relations.every((one) => !one.includes('≠')), name);
  }
  for (const [name, { broken }] of Object.entries(fail)) {
    assert.ok(broken.length > 0 && broken.every((one) => one.includes('≠')), name);
  }
}

/** Declares the tests of one check. */
export function testRule(check: Check, cases: RuleCases): void {
  assertComplete(cases);
  describe(check.id, () => {
    for (const [name, one] of Object.entries(cases.pass))
      it(`passes: ${name}`, () => assert.deepEqual(relationsOf(check, one), one.relations));
    for (const [name, one] of Object.entries(cases.fail)) {
      it(`fails: ${name}`, () => {
        assert.deepEqual(
          relationsOf(check, one).filter((relation) => relation.includes('≠')),
          one.broken,
        );
      });
    }
    for (const [name, one] of Object.entries(cases.notEvaluated))
      it(`does not judge: ${name}`, () => assert.deepEqual(relationsOf(check, one), []));
  });
}
