import assert from 'node:assert/strict';
import { prepare } from '../../src/checks';
import type { Check } from '../../src/checks/check';
import { readText } from '../../src/ingest';
import type { Figure, Relation } from '../../src/model/relation';
import { recognize } from '../../src/recognize';
import { groupOf } from '../../src/model/rule';
import { evaluate } from '../../src/reconcile/evaluate';

/*
 * A check of the explanation against short texts: what it holds to be true, what it finds wrong, what it does not
 * judge.
 */

interface Text {
  /** Title of the section; the chapter stands above it. */
  readonly title?: string;
  readonly text: string;
  /** Tables before the explanation, as pasted. */
  readonly tables?: string;
  /** A final account; else a budget. */
  readonly final?: boolean;
}

export interface TextCases {
  /** Relations that hold, as arithmetic; empty where the check looks without one. */
  readonly pass: Readonly<Record<string, Text & { readonly relations: readonly string[] }>>;
  /** Broken relations as arithmetic, and what is said, as the beginning of its message. */
  readonly fail: Readonly<Record<string, Text & { readonly broken: readonly string[] }>>;
  readonly notEvaluated: Readonly<Record<string, Text>>;
}

const SIGNS = { exact: '=', rounding: '≈', broken: '≠' } as const;

function shown({ amount, unit }: Figure): string {
  return `${amount.raw}${unit === '%' ? '%' : ''}`;
}

function quotient({ rise }: Relation, told: string): string {
  if (rise === undefined) return told;
  return rise > 0 ? `${told} - 100%` : `100% - ${told}`;
}

function arithmetic(relation: Relation): string {
  const { outcome } = evaluate(relation);
  const [first, second] = relation.terms.map(({ fact }) => shown(fact));
  if (relation.kind === 'bound') return `${shown(relation.stated)} ${outcome === 'broken' ? '>' : '≤'} ${first}`;
  if (relation.kind === 'ratio')
    return `${shown(relation.stated)} ${SIGNS[outcome]} ${quotient(relation, `${first} ÷ ${second}`)}`;
  if (relation.kind === 'growth')
    return `${shown(relation.stated)} ${SIGNS[outcome]} ${first} ÷ (${second} ${relation.terms[0]!.sign > 0 ? '-' : '+'} ${first})`;
  return `${shown(relation.stated)} ${SIGNS[outcome]} ${relation.terms.map(({ fact, sign }, at) => `${at > 0 ? ' + ' : ''}${sign < 0 ? '-' : ''}${shown(fact)}`).join('')}`;
}

function documentOf({ title = '一、情况说明', text, tables = '', final = false }: Text): string {
  const kind = final ? '决算' : '预算';
  return `青石市档案馆2024年度单位${kind}\n\n${tables}\n\n第三部分 2024年度单位${kind}情况说明\n\n${title}\n\n${text}\n`;
}

function heard(check: Check, one: Text): { relations: string[]; said: string[] } {
  const input = prepare(recognize(readText('text', documentOf(one))));
  const relations = check.relate(input).filter(({ stated }) => 'text' in stated);
  for (const { rule } of relations) assert.equal(groupOf(rule), check.id, 'a check speaks in its own name');
  return { relations: relations.map(arithmetic), said: (check.inspect?.(input) ?? []).map(({ message }) => message) };
}

/** Declares the tests of one check of the text. */
export function testText(check: Check, cases: TextCases): void {
  describe(check.id, () => {
    it('has cases of every kind', () => {
      for (const kind of [cases.pass, cases.fail, cases.notEvaluated]) assert.ok(Object.keys(kind).length > 0);
    });
    for (const [name, one] of Object.entries(cases.pass)) {
      it(`passes: ${name}`, () => {
        assert.deepEqual(heard(check, one), { relations: one.relations, said: [] });
      });
    }
    for (const [name, one] of Object.entries(cases.fail)) {
      it(`fails: ${name}`, () => {
        const { relations, said } = heard(check, one);
        const found = [...relations.filter((each) => /[≠>]/.test(each)), ...said];
        assert.equal(found.length, one.broken.length, found.join('\n'));
        one.broken.forEach((begins, at) =>
          assert.ok(found[at]!.startsWith(begins), `${found[at]} does not begin with ${begins}`),
        );
      });
    }
    for (const [name, one] of Object.entries(cases.notEvaluated))
      it(`does not judge: ${name}`, () => assert.deepEqual(heard(check, one), { relations: [], said: [] }));
  });
}
