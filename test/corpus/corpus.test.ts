import assert from 'node:assert/strict';
import { corpus, corpusText } from '../../bench/corpus';
import { checkSheets, checkText, resultOf, workbookOf, type Checked } from '../../src';
import type { Profile } from '../../src/model/disclosure';
import { isText } from '../../src/model/relation';
import { checkPlan, layOut, MemoryWorkbook } from '../../src/workbook';
import { assertNothingLost } from '../workbook/look-up';

/*
 * Real disclosures, read from the corpus folder beside the checkout: nothing of their text is kept here.
 */

const TABLE_RULES = new Set(['sum/rows', 'sum/children', 'sum/columns', 'balance', 'same-figure']);

/** Errors and warnings of the table rules about figures of the tables. */
function tableAlarms({ reconciliation }: Checked): string[] {
  return reconciliation.findings
    .filter(({ severity, rule }) => severity !== 'info' && TABLE_RULES.has(rule))
    .filter(({ suspects: [suspect] }) => suspect && !isText(suspect))
    .map(({ message }) => message);
}

/** Figures of the tables that are not zero. */
function nonZero({ disclosure }: Checked): number {
  return disclosure.facts.filter(({ amount }) => !amount.value.isZero()).length;
}

interface Known {
  readonly prefix: string;
  readonly profile: Omit<Profile, 'entity'>;
  readonly leastAmounts: number;
}

const SHANXI: readonly Known[] = [
  {
    prefix: '000',
    profile: { kind: 'budget', level: 'unit', family: 'shanxi-budget', year: 2023, unit: '万元' },
    leastAmounts: 165,
  },
  {
    prefix: '004',
    profile: { kind: 'budget', level: 'department', family: 'shanxi-budget', year: 2024, unit: '万元' },
    leastAmounts: 505,
  },
];

describe('corpus', function () {
  this.timeout(30_000);

  before(function () {
    if (corpus().length > 0) return;
    console.log('  corpus: no folder shared/corpus beside the checkout, its documents are not tested');
    this.skip();
  });

  for (const { prefix, profile, leastAmounts } of SHANXI) {
    describe(prefix, () => {
      let checked: Checked;

      before(function () {
        const found = corpusText(prefix);
        if (found) {
          checked = checkText(found.name, found.text);
          return;
        }
        console.log(`    corpus: document ${prefix} is not there`);
        this.skip();
      });

      it('13 of 13 forms', () => {
        const { statements, missing } = checked.disclosure;
        assert.equal(new Set(statements.map(({ id }) => id)).size, 13);
        assert.ok(statements.every(({ id }) => !id.startsWith('generic')));
        assert.deepEqual(missing, []);
      });

      it('profile', () => {
        const { entity, ...rest } = checked.disclosure.profile;
        assert.deepEqual(rest, profile);
        assert.match(entity, /^[\u4e00-\u9fff]{6,}$/);
      });

      it('every figure of the tables is read and checked', () => {
        const { figures, checked: tied } = checked.reconciliation.tableCoverage;
        assert.equal(tied, figures);
        assert.ok(nonZero(checked) >= leastAmounts, String(nonZero(checked)));
        assert.deepEqual(
          checked.disclosure.statements.flatMap(({ strays }) => strays),
          [],
        );
      });

      it('the tables agree with themselves and each other', () => assert.deepEqual(tableAlarms(checked), []));

      it('the filled sheets read back are the same figures, and still agree', async () => {
        const workbook = new MemoryWorkbook();
        await workbook.apply(workbookOf(checked));
        const back = checkSheets('读回.xlsx', await workbook.readBack());
        assert.deepEqual(tableAlarms(back), []);
        assert.equal(nonZero(back), nonZero(checked));
        assert.deepEqual(back.disclosure.profile, checked.disclosure.profile);
      });
    });
  }

  it('every amount of every document stands in exactly one cell, with its value', () => {
    for (const { name, text } of corpus()) {
      const { disclosure, family } = checkText(name, text);
      const layout = layOut(disclosure, family);
      checkPlan({ sheets: layout.sheets, marks: [] });
      assertNothingLost(disclosure, layout);
    }
  });

  it('every document has the same result, byte for byte, each time', () => {
    for (const { name, text } of corpus())
      assert.equal(JSON.stringify(resultOf(checkText(name, text))), JSON.stringify(resultOf(checkText(name, text))));
  });
});
