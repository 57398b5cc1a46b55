import assert from 'node:assert/strict';
import { checkText } from '../../src';
import { sampleDocuments } from '../ledger';

/*
 * One unit of the last digit: rounding in a document that rounds, a slip in one whose sums are exact.
 */

const [exact] = sampleDocuments(41, 1, { precision: 'exact', level: 'unit', scale: 'medium', clean: true });

/** The 支出总计 of the 预算收支总表 is printed again in 财政拨款收支总表 and elsewhere: alter its last digit in one place only. */
function lastDigitOff(text: string, label: string): string {
  const line = text.split('\n').find((each) => each.startsWith(label))!;
  const altered = line.replace(/(\d)(\t|$)/, (_, digit: string, end: string) => `${(Number(digit) + 1) % 10}${end}`);
  assert.notEqual(altered, line);
  return text.replace(line, altered);
}

describe('the rounding regime', () => {
  it('says nothing of a document whose sums are exact', () => {
    const { findings } = checkText('exact', exact!.text).reconciliation;
    assert.deepEqual(
      findings.map(({ message }) => message),
      [],
    );
  });

  it('takes a last digit that differs between two printings for a slip when everything else is exact', () => {
    const { disclosure } = checkText('exact', exact!.text);
    const income = disclosure.facts.find(
      ({ key, amount }) => key.flow === 'income' && key.item === 'total' && key.fund === 'general' && amount.printed,
    );
    assert.ok(income);
    const label = disclosure.statements[income.statement]!.blocks[income.block]!.rows[income.row]!.label;
    const { findings } = checkText('altered', lastDigitOff(exact!.text, label)).reconciliation;
    assert.ok(
      findings.some(({ severity }) => severity === 'warning' || severity === 'error'),
      'one finding above info',
    );
  });

  it('warns in no generated document that rounds', function () {
    this.timeout(60000);
    for (const { text } of sampleDocuments(42, 40, { precision: 'rounded' })) {
      const warned = checkText('rounded', text).reconciliation.findings.filter(({ severity }) => severity !== 'info');
      assert.deepEqual(
        warned.map(({ message }) => message),
        [],
      );
    }
  });
});
