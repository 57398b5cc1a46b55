import assert from 'node:assert/strict';
import { type Alteration, alterations, type Target } from '../../bench/alter';
import { checkText, type Checked } from '../../src';
import { FAMILIES, sampleFamily, type FamilyDocument } from '../ledger/families';

/*
 * What holds for 山西 budgets (clean.test.ts, altered.test.ts) holds for every family that the generator prints. Fixed
 * seeds: a failure names the family and the number of the document.
 */

const DOCUMENTS = 12;

/**
 * Least share of altered figures that must be found: amounts of a text are often printed once, with nothing to hold
 * them against.
 */
const LEAST = { table: 1, amount: 0.9, percent: 0 } as const;

/** Which figures of how many documents are altered, and how many of a hundred. */
const TRIED: readonly (readonly [Target, number])[] = [
  ['table', 0.02],
  ['amount', 0.12],
];
const ALTERED = 6;

function alarms({ reconciliation }: Checked): string[] {
  return reconciliation.findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message);
}

function isFound({ text }: Alteration): boolean {
  return alarms(checkText('样例', text)).length > 0;
}

for (const family of FAMILIES.filter((each) => each !== 'shanxi-budget')) {
  describe(`consistent documents: ${family}`, function () {
    this.timeout(60_000);
    let sample: readonly FamilyDocument[];
    let checked: readonly Checked[];

    before(() => {
      sample = sampleFamily(family, 20240905, DOCUMENTS);
      checked = sample.map(({ text }, at) => checkText(`第${at}份`, text));
    });

    it('raise no alarm', () => {
      checked.forEach((each, at) => assert.deepEqual(alarms(each), [], `document ${at}`));
    });

    it('are recognised: kind, year, level, name', () => {
      checked.forEach(({ disclosure: { profile } }, at) => {
        const { entity, year, level } = sample[at]!.ledger;
        const kind = family.endsWith('final') ? 'final' : 'budget';
        assert.deepEqual([profile.kind, profile.year, profile.level], [kind, year, level], `document ${at}`);
        assert.ok(profile.entity === entity, `document ${at}: ${profile.entity} for ${entity}`);
      });
    });

    it('leave few figures unchecked', () => {
      const share = (of: 'tableCoverage' | 'narrativeCoverage'): number => {
        const all = checked.map(({ reconciliation }) => reconciliation[of] ?? { figures: 0, checked: 0 });
        const sum = (name: 'figures' | 'checked'): number => all.reduce((total, each) => total + each[name], 0);
        return sum('checked') / Math.max(1, sum('figures'));
      };
      if (family !== 'sichuan-final') assert.ok(share('tableCoverage') > 0.99, String(share('tableCoverage')));
      assert.ok(share('narrativeCoverage') > 0.9, String(share('narrativeCoverage')));
    });
  });

  describe(`one altered figure: ${family}`, function () {
    this.timeout(60_000);

    for (const [target, share] of TRIED.filter(([each]) => each === 'amount' || family !== 'sichuan-final'))
      it(`${target}: is found`, () => {
        const tried = sampleFamily(family, 20240906, ALTERED, { scale: 'small' }).flatMap(({ text }, at) => [
          ...alterations('样例', text, at, share, target),
        ]);
        const missed = tried.filter((each) => !isFound(each));
        assert.ok(tried.length > 8, String(tried.length));
        assert.ok(
          tried.length - missed.length >= tried.length * LEAST[target],
          missed.map(({ fact, before, after }) => `${JSON.stringify(fact.place)}: ${before} → ${after}`).join('\n'),
        );
      });
  });
}
