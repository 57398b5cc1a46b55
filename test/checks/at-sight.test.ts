import assert from 'node:assert/strict';
import fc from 'fast-check';
import { agreeAtSight, holdsAtSight, rateAtSight } from '../../src/checks/at-sight';
import { inYuan, slackInYuan } from '../../src/checks/text/space';
import type { Fact, Unit } from '../../src/model/disclosure';
import { makeKey } from '../../src/model/key';
import type { Relation, RelationKind } from '../../src/model/relation';
import { workOut } from '../../src/reconcile/evaluate';
import { parseAmount } from '../../src/shared/amount';

/*
 * What is said to hold at sight does hold by decimal arithmetic, however close it is; what clearly holds is seen.
 */

function fact(text: string, unit: Unit | '%' = '万元'): Fact {
  const place = { line: 1, column: 1, length: 1 };
  return {
    id: 0,
    amount: parseAmount(text)!,
    unit: unit as Unit,
    key: makeKey({}),
    place,
    statement: 0,
    block: 0,
    row: 0,
    column: 0,
  };
}

function relation(
  kind: RelationKind,
  stated: string,
  terms: readonly (readonly [text: string, sign?: 1 | -1, unit?: Unit])[],
): Relation {
  const isRate = kind === 'ratio' || kind === 'growth';
  return {
    rule: isRate ? 'share' : 'sum/rows',
    kind,
    stated: fact(stated, isRate ? '%' : '万元'),
    terms: terms.map(([text, sign = 1, unit = '万元']) => ({ fact: fact(text, unit), sign })),
  };
}

describe('relations at sight', () => {
  const seen: readonly (readonly [string, Relation, boolean])[] = [
    ['a sum', relation('sum', '0.3', [['0.1'], ['0.2']]), true],
    ['a difference', relation('sum', '-0.10', [['0.20'], ['0.30', -1]]), true],
    ['a sum of nothing', relation('sum', '0.00', [['—'], ['']]), true],
    ['zero in another unit', relation('sum', '5.00', [['5.00'], ['0', 1, '元']]), true],
    ['a sum that rounding alone explains', relation('sum', '0.31', [['0.1'], ['0.2']]), false],
    ['another unit', relation('sum', '2.00', [['20000', 1, '元']]), false],
    ['more digits than are looked at', relation('sum', '0.00000003', [['0.00000001'], ['0.00000002']]), false],
    ['larger than whole numbers are exact', relation('sum', '9007199254740993', [['9007199254740992'], ['1']]), false],
    ['a sum on the way too large', relation('sum', '1.00', [['800000000'], ['800000000'], ['1599999999', -1]]), false],
    ['a share', relation('ratio', '33.33', [['1.00'], ['3.00']]), true],
    ['a wrong share', relation('ratio', '34.33', [['100.00'], ['300.00']]), false],
    ['an increase', relation('growth', '10.00', [['10.00'], ['110.00']]), true],
    ['a decrease', relation('growth', '10.00', [['10.00', -1], ['90.00']]), true],
    ['a wrong decrease', relation('growth', '12.00', [['10.00', -1], ['90.00']]), false],
    ['a share of what may be nothing', relation('ratio', '50', [['0.0'], ['0.0']]), false],
    ['a part of its whole', relation('bound', '3.00', [['3.00']]), true],
    ['a part that is more', relation('bound', '3.01', [['3.00']]), false],
  ];
  for (const [name, of, holds] of seen)
    it(`${name}: ${holds ? 'holds' : 'is not certain'}`, () => {
      assert.equal(holdsAtSight(of), holds);
      if (holds) assert.equal(workOut(of).outcome, 'exact');
    });

  const pairs: readonly (readonly [string, Fact, Fact, boolean | undefined])[] = [
    ['equal figures', fact('1.20'), fact('1.2'), true],
    ['a last digit apart, as rounding may leave it', fact('1.2'), fact('1.25'), true],
    ['a last digit too far apart', fact('1.20'), fact('1.22'), false],
    ['two units', fact('1.20'), fact('12000', '元'), true],
    ['two units that differ', fact('1.20'), fact('12100', '元'), false],
    ['too many digits', fact('1.20'), fact('1.200000001'), undefined],
    ['too large in the other unit', fact('900000000'), fact('9000000000000', '元'), undefined],
  ];
  for (const [name, one, other, answer] of pairs)
    it(`${name}: ${answer === undefined ? 'not certain' : answer ? 'agree' : 'do not agree'}`, () =>
      assert.equal(agreeAtSight(one, other), answer));

  const amount = fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.nat(3)).map(([whole, decimals]) => {
    const digits = String(Math.abs(whole)).padStart(decimals + 1, '0');
    const at = digits.length - decimals;
    return `${whole < 0 ? '-' : ''}${digits.slice(0, at)}${decimals > 0 ? `.${digits.slice(at)}` : ''}`;
  });
  const sign = fc.constantFrom<1 | -1>(1, -1);

  it('agree with decimal arithmetic', () => {
    let certain = 0;
    fc.assert(
      fc.property(
        fc.constantFrom<RelationKind>('sum', 'ratio', 'growth', 'bound'),
        amount,
        fc.tuple(amount, sign),
        fc.tuple(amount, sign),
        (kind, stated, one, other) => {
          const of = relation(kind, stated, [one, other]);
          if (!holdsAtSight(of)) return;
          certain += 1;
          assert.equal(workOut(of).outcome, 'exact');
        },
      ),
      { numRuns: 4000, seed: 5 },
    );
    assert.ok(certain > 300, `${certain} held at sight`);
  });

  it('are told to be broken only where they are by decimal arithmetic', () => {
    let certain = 0;
    fc.assert(
      fc.property(
        fc.constantFrom<RelationKind>('ratio', 'growth'),
        amount,
        fc.tuple(amount, sign),
        fc.tuple(amount, sign),
        (kind, stated, one, other) => {
          const of = relation(kind, stated, [one, other]);
          if (rateAtSight(of) !== false) return;
          certain += 1;
          assert.equal(workOut(of).outcome, 'broken');
        },
      ),
      { numRuns: 4000, seed: 5 },
    );
    assert.ok(certain > 300, `${certain} were broken at sight`);
  });

  it('agree with what two figures are by decimal arithmetic', () => {
    const unit = fc.constantFrom<Unit>('元', '万元');
    fc.assert(
      fc.property(amount, unit, amount, unit, (one, its, other, others) => {
        const [a, b] = [fact(one, its), fact(other, others)];
        const slack = slackInYuan(a).plus(slackInYuan(b));
        assert.equal(agreeAtSight(a, b), inYuan(a).minus(inYuan(b)).abs().lessThanOrEqualTo(slack));
      }),
      { numRuns: 4000, seed: 5 },
    );
  });
});
