import assert from 'node:assert/strict';
import type { Fact, Unit } from '../../src/model/disclosure';
import { makeKey } from '../../src/model/key';
import type { Relation } from '../../src/model/relation';
import { evaluate } from '../../src/reconcile/evaluate';
import { parseAmount } from '../../src/shared/amount';
import { plain } from '../../src/shared/decimal';

/**
 * A figure from its printed form, with 元 or 亿元 behind it when it is not in 万元, and a minus before it to be taken off.
 */
function fact(text: string, id: number): Fact {
  const unit = (/(元|亿元)$/.exec(text)?.[1] ?? '万元') as Unit;
  const amount = parseAmount(text.replace(/(?:亿元|元)$/, ''));
  assert.ok(amount, text);
  const place = { line: 1, column: 1, length: 1 };
  return { id, amount, unit, key: makeKey(), place, statement: 0, block: 0, row: 0, column: 0 };
}

function relation(stated: string, terms: readonly string[]): Relation {
  return {
    rule: 'sum/rows',
    stated: fact(stated, 0),
    terms: terms.map((term, at) => ({
      fact: fact(term.replace(/^- /, ''), at + 1),
      sign: term.startsWith('- ') ? -1 : 1,
    })),
  };
}

interface Case {
  readonly stated: string;
  readonly terms: readonly string[];
  readonly outcome: 'exact' | 'rounding' | 'broken';
  readonly difference?: string;
}

describe('a printed figure stands for itself ± half a unit of its last digit', () => {
  const cases: Readonly<Record<string, Case>> = {
    'to the last digit': { stated: '3.00', terms: ['1.00', '2.00'], outcome: 'exact' },
    'the intervals of two figures touch': { stated: '3.01', terms: ['3.00'], outcome: 'rounding', difference: '0.01' },
    'one figure more than rounding explains': {
      stated: '3.02',
      terms: ['3.00'],
      outcome: 'broken',
      difference: '0.02',
    },
    'three parts explain two hundredths': {
      stated: '3.02',
      terms: ['1.00', '1.00', '1.00'],
      outcome: 'rounding',
      difference: '0.02',
    },
    'and no more': { stated: '3.03', terms: ['1.00', '1.00', '1.00'], outcome: 'broken', difference: '0.03' },
    'also below': { stated: '2.98', terms: ['1.00', '1.00', '1.00'], outcome: 'rounding', difference: '-0.02' },
    'blanks and a bare zero explain nothing': {
      stated: '3.02',
      terms: ['3.00', '', '—', '0'],
      outcome: 'broken',
      difference: '0.02',
    },
    'a printed 0.00 is rounded like any other': {
      stated: '3.02',
      terms: ['3.00', '0.00', '0.00'],
      outcome: 'rounding',
    },
    'whole numbers are as coarse as they are printed': { stated: '10', terms: ['4.50', '5.99'], outcome: 'rounding' },
    'each figure has a precision of its own': { stated: '12604173', terms: ['12604172.66'], outcome: 'rounding' },
    'a blank is zero': { stated: '', terms: ['1.00'], outcome: 'broken', difference: '-1.00' },
    'nothing of nothing': { stated: '', terms: ['', '0.00'], outcome: 'exact' },
    'terms that are taken off': { stated: '1.00', terms: ['3.00', '- 2.00'], outcome: 'exact' },
    'figures below zero': { stated: '(1.00)', terms: ['2.00', '-3.00'], outcome: 'exact' },
  };
  for (const [name, { stated, terms, outcome, difference }] of Object.entries(cases)) {
    it(name, () => {
      const evaluation = evaluate(relation(stated, terms));
      assert.equal(evaluation.outcome, outcome);
      if (difference !== undefined) assert.equal(plain(evaluation.difference, 2), difference);
    });
  }
});

describe('元, 万元 and 亿元 in one relation', () => {
  const cases: Readonly<Record<string, Case>> = {
    '元 against 万元: half a hundredth of 万元 is 50 元': { stated: '30050元', terms: ['3.00'], outcome: 'rounding' },
    'beyond it': { stated: '30051元', terms: ['3.00'], outcome: 'broken', difference: '51.00' },
    'exactly alike': { stated: '30000元', terms: ['3.00'], outcome: 'exact' },
    '万元 against 元': { stated: '3.00', terms: ['30049.99元'], outcome: 'rounding' },
    '万元 in the place of 元': { stated: '3.00元', terms: ['3.00'], outcome: 'broken' },
    '亿元 against 万元': { stated: '1.23亿元', terms: ['12345.67'], outcome: 'rounding' },
    'parts in 元, the sum in 万元': { stated: '5.00', terms: ['20001元', '29999元'], outcome: 'exact' },
  };
  for (const [name, { stated, terms, outcome, difference }] of Object.entries(cases)) {
    it(name, () => {
      const evaluation = evaluate(relation(stated, terms));
      assert.equal(evaluation.outcome, outcome);
      if (difference !== undefined) assert.equal(plain(evaluation.difference, 2), difference);
    });
  }

  it('expected and difference are in the unit of the stated figure', () => {
    const { expected, difference } = evaluate(relation('3.10', ['20000元', '10000元']));
    assert.deepEqual([plain(expected, 2), plain(difference, 2)], ['3.00', '0.10']);
  });
});
