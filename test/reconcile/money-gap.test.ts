import assert from 'node:assert/strict';
import type { Evaluation } from '../../src/reconcile/evaluate';
import { gapOf } from '../../src/reconcile/money-gap';
import { Decimal, plain } from '../../src/shared/decimal';

describe('how far apart figures are', () => {
  const broken = (unit: string, difference: string): Evaluation =>
    ({
      relation: { rule: 'parts', stated: { unit }, terms: [] },
      difference: new Decimal(difference),
    }) as unknown as Evaluation;
  const gap = (...evaluations: Evaluation[]): string | undefined => {
    const { gap: found } = gapOf(evaluations);
    return found && plain(found);
  };

  it('is told in 元', () => assert.equal(gap(broken('万元', '-0.05')), '500'));
  it('is that of the widest', () => {
    assert.equal(gap(broken('元', '3'), broken('万元', '0.02'), broken('亿元', '0')), '200');
    assert.equal(gap(broken('万元', '0.02'), broken('元', '3')), '200');
  });
  it('is nothing where a percentage or a count does not agree', () => {
    assert.equal(gap(broken('%', '0.01'), broken('万元', '0.01')), undefined);
    assert.equal(gap(broken('万元', '0.01'), broken('辆', '1')), undefined);
  });
});
