import assert from 'node:assert/strict';
import { corpus } from '../../bench/corpus';
import { checkText } from '../../src';
import { sampleDocuments } from '../ledger';
import { inYuan, MUTILATIONS } from './mutilate';

/*
 * A disclosure says the same in other words, in another order, in another unit: what is found in it stays the same.
 */

/**
 * Tables of two or three lines set with blanks are not always told from text; no figure of them is read wrongly, some
 * are not read.
 */
const LEAST_READ: Readonly<Record<string, number>> = { alignedBlanks: 0.97 };

interface Outcome {
  readonly alarms: string[];
  readonly figures: number;
  readonly checked: number;
}

function outcome(text: string): Outcome {
  const { reconciliation } = checkText('document', text);
  const tables = new Set(['sum/rows', 'sum/children', 'sum/columns', 'balance', 'same-figure']);
  const alarms = reconciliation.findings.filter(
    ({ severity, rule, suspects }) =>
      severity === 'error' && tables.has(rule) && suspects.some((suspect) => 'statement' in suspect),
  );
  return { alarms: alarms.map(({ message }) => message), ...reconciliation.tableCoverage };
}

function compare(name: string, before: Outcome, after: Outcome): void {
  assert.deepEqual(after.alarms, before.alarms);
  const least = LEAST_READ[name] ?? 1;
  assert.ok(after.figures >= before.figures * least, `${after.figures} of ${before.figures} figures read`);
  assert.ok(after.checked >= before.checked * least, `${after.checked} of ${before.checked} figures checked`);
}

describe('the same disclosure in another shape', () => {
  const real = corpus().filter(({ name }) => !name.startsWith('003'));
  const generated = sampleDocuments(20260101, 25);
  const whole = sampleDocuments(20260102, 25, {
    fixed: { pageBreaks: 0, trailing: 'keep', zero: 'blank' },
    scale: 'medium',
  });

  for (const [name, mutilate] of Object.entries(MUTILATIONS)) {
    it(`${name}: real documents`, function () {
      this.timeout(60000);
      if (real.length === 0) {
        console.log('      no corpus beside the checkout: skipped');
        this.skip();
      }
      for (const { text } of real) compare(name, outcome(text), outcome(mutilate(text)));
    });

    it(`${name} changes documents`, () => {
      assert.ok(generated.some(({ text }) => mutilate(text) !== text));
    });

    it(`${name}: generated documents`, function () {
      this.timeout(60000);
      for (const { text } of name === 'alignedBlanks' ? whole : generated)
        compare(name, outcome(text), outcome(mutilate(text)));
    });
  }

  it('inYuan: generated documents whose sums are exact', function () {
    this.timeout(60000);
    for (const { text } of sampleDocuments(20260103, 25, { precision: 'exact', fixed: { bold: false } }))
      compare('inYuan', outcome(text), outcome(inYuan(text)));
  });
});
