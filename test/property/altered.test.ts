import assert from 'node:assert/strict';
import { type Alteration, alterations } from '../../bench/alter';
import { checkText } from '../../src';
import type { Place } from '../../src/model/source';
import { Decimal } from '../../src/shared/decimal';
import { sampleDocuments } from '../ledger';

/*
 * A slip of the pen in a consistent disclosure is found, named and put right: fixed seeds, one figure at a time.
 */

interface Verdict {
  readonly what: string;
  readonly found: boolean;
  /** The altered figure is the first suspect of a finding. */
  readonly named: boolean;
  /** … and the value proposed for it is what stood there. */
  readonly restored: boolean;
  readonly findings: number;
}

/** Where a figure begins: what was altered may be longer or shorter than before. */
function start(place: Place): string {
  return 'line' in place ? `第${place.line}行第${place.column}列` : '';
}

function verdict({ fact, slip, before, after, text }: Alteration, document: number): Verdict {
  const alarms = checkText('样例', text).reconciliation.findings.filter(({ severity }) => severity !== 'info');
  const hit = alarms.find(({ suspects: [suspect] }) => suspect && start(suspect.place) === start(fact.place));
  const wanted = new Decimal(before.replace(/,/g, ''));
  const slack = new Decimal(10).pow(-fact.amount.decimals);
  return {
    what: `document ${document}, ${start(fact.place)}: ${before} → ${after} (${slip})`,
    found: alarms.length > 0,
    named: hit !== undefined,
    restored: hit !== undefined && new Decimal(hit.expected).minus(wanted).abs().lessThanOrEqualTo(slack),
    findings: alarms.length,
  };
}

describe('one altered figure in a consistent document', function () {
  this.timeout(60_000);
  let verdicts: readonly Verdict[];

  before(() => {
    verdicts = sampleDocuments(20240903, 30).flatMap(({ text }, at) =>
      [...alterations('样例', text, at, 0.012)].map((alteration) => verdict(alteration, at)),
    );
  });

  const failing = (asked: (one: Verdict) => boolean): string[] =>
    verdicts.filter((one) => !asked(one)).map(({ what }) => what);

  it('is tried often enough, in every way', () => {
    assert.ok(verdicts.length > 80, String(verdicts.length));
    for (const slip of ['digit', 'swap', 'drop', 'times-ten', 'tenth'])
      assert.ok(
        verdicts.some(({ what }) => what.includes(slip)),
        slip,
      );
  });

  it('is found', () =>
    assert.deepEqual(
      failing(({ found }) => found),
      [],
    ));

  it('is named: it is the first suspect', () =>
    assert.deepEqual(
      failing(({ named }) => named),
      [],
    ));

  it('is put right: the proposed value is what stood there', () =>
    assert.deepEqual(
      failing(({ restored }) => restored),
      [],
    ));

  it('is one finding, not one for every place that it breaks', () => {
    assert.ok(
      failing(({ findings }) => findings === 1).length <= verdicts.length / 20,
      failing(({ findings }) => findings === 1).join('\n'),
    );
  });
});
