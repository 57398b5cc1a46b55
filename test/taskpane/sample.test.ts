import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkText } from '../../src';
import { cleanSample, SLIPS, withSlips } from './sample-ledger';

describe('built-in sample', () => {
  it('is what the ledger prints, with its slips', () => {
    const written = readFileSync('assets/samples/shanxi-budget-2024.txt', 'utf8');
    assert.equal(written, withSlips(cleanSample()));
  });

  it('is clean but for its slips, and each slip is one finding on its own cell', () => {
    assert.deepEqual(checkText('x', cleanSample()).reconciliation.findings, []);
    const { findings } = checkText('x', withSlips(cleanSample())).reconciliation;
    const errors = findings.filter(({ severity }) => severity === 'error');
    assert.deepEqual(
      errors.map(({ stated, expected }) => ({ wrong: stated, right: expected })),
      SLIPS.map(({ wrong, right }) => ({ wrong, right })),
    );
  });
});
