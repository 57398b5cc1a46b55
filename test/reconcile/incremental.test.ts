import assert from 'node:assert/strict';
import { checkText } from '../../src';
import type { Disclosure, Fact } from '../../src/model/disclosure';
import type { Reconciliation } from '../../src/model/relation';
import { reconcile, Reconciler } from '../../src/reconcile';
import { type Amount, parseAmount } from '../../src/shared/amount';
import { sampleDocuments } from '../ledger';

/*
 * Checking again after an edit: always what a full check of the edited document would say.
 */

/** Everything of a result that anybody sees. */
function seen({ findings, claims = [], unchecked, tally, ...rest }: Reconciliation): unknown {
  const id = (figure: { readonly id: number }): string => `${'text' in figure ? 't' : 'c'}${figure.id}`;
  return {
    ...rest,
    tally: tally?.(),
    findings: findings.map((finding) => ({
      ...finding,
      suspects: finding.suspects.map(id),
      facts: finding.facts.map(id),
    })),
    claims: claims.map((claim) => [id(claim.figure), claim.rule, claim.expected(), claim.outcome, claim.arithmetic()]),
    unchecked: unchecked.map(id),
  };
}

function edited(disclosure: Disclosure, amounts: ReadonlyMap<number, Amount>): Disclosure {
  return {
    ...disclosure,
    facts: disclosure.facts.map((fact): Fact => ({ ...fact, amount: amounts.get(fact.id) ?? fact.amount })),
  };
}

function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * sides);
  };
}

/**
 * Another digit, ten times as much, nothing at all, zero, another figure of the document: whatever people do to a cell.
 */
function newAmount(fact: Fact, all: readonly Fact[], roll: (sides: number) => number): Amount {
  const { value, decimals, raw } = fact.amount;
  const texts = [
    value.plus(1 + roll(9)).toFixed(decimals),
    value.times(10).toFixed(decimals),
    raw.replace(/\d/, String(1 + roll(9))),
    all[roll(all.length)]!.amount.raw,
    '0.00',
    '',
  ];
  return parseAmount(texts[roll(texts.length)]!) ?? fact.amount;
}

describe('checking again after an edit', () => {
  for (const [at, { text }] of sampleDocuments(7, 4, { scale: 'small' }).entries())
    it(`random edits of document ${at} are checked as a whole check would`, function () {
      this.timeout(120_000);
      const roll = dice(at + 1);
      const { disclosure } = checkText('generated', text);
      let [kept, fresh] = [Reconciler.of(disclosure), disclosure];
      for (let edit = 0; edit < 8; edit += 1) {
        const amounts = new Map<number, Amount>();
        for (let cells = roll(3); cells >= 0; cells -= 1) {
          const fact = fresh.facts[roll(fresh.facts.length)]!;
          amounts.set(fact.id, newAmount(fact, fresh.facts, roll));
        }
        kept = kept.withAmounts(amounts);
        fresh = edited(fresh, amounts);
        assert.deepEqual(seen(kept.result), seen(reconcile(fresh)), `edit ${edit}`);
      }
    });

  it('evaluates the relations that the edit touches, no others', () => {
    const [document] = sampleDocuments(7, 1, { scale: 'medium', clean: true });
    const { disclosure } = checkText('generated', document!.text);
    const before = Reconciler.of(disclosure);
    const fact = disclosure.facts.find(
      ({ amount, key }) => amount.printed && !amount.value.isZero() && key.item !== 'total',
    )!;
    const after = before.withAmounts(new Map([[fact.id, parseAmount('31415.92')!]]));
    assert.ok(before.evaluated > 100);
    assert.ok(
      after.evaluated > 0 && after.evaluated * 10 < before.evaluated,
      `${after.evaluated} of ${before.evaluated}`,
    );
  });

  it('an edit taken back leaves no trace', () => {
    const [document] = sampleDocuments(8, 1, { scale: 'small' });
    const { disclosure } = checkText('generated', document!.text);
    const before = Reconciler.of(disclosure);
    const fact = disclosure.facts.find(({ amount }) => amount.printed && !amount.value.isZero())!;
    const there = before.withAmounts(new Map([[fact.id, parseAmount('')!]]));
    assert.notDeepEqual(seen(there.result), seen(before.result));
    assert.deepEqual(seen(there.withAmounts(new Map([[fact.id, fact.amount]])).result), seen(before.result));
  });
});
