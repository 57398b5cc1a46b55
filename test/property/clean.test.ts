import assert from 'node:assert/strict';
import { checkSheets, checkText, resultOf, workbookOf, type Checked } from '../../src';
import { layOut, MemoryWorkbook } from '../../src/workbook';
import { sampleDocuments, type GeneratedDocument } from '../ledger';
import { assertNothingLost } from '../workbook/look-up';

/*
 * What must hold for every consistent disclosure, blemished or not. Fixed seeds: a failure is repeated by running it
 * again, and the number of the document tells which one to print.
 */

function alarms({ reconciliation }: Checked): string[] {
  return reconciliation.findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message);
}

describe('consistent documents', function () {
  this.timeout(60_000);
  let sample: readonly GeneratedDocument[];
  let checked: readonly Checked[];

  before(() => {
    sample = sampleDocuments(20240901, 150);
    checked = sample.map(({ text }, at) => checkText(`第${at}份`, text));
  });

  it('raise no alarm', () => {
    checked.forEach((each, at) => assert.deepEqual(alarms(each), [], `document ${at}`));
  });

  it('leave no figure of a table unchecked', () => {
    checked.forEach(({ reconciliation: { tableCoverage, unchecked } }, at) => {
      assert.ok(tableCoverage.figures > 0);
      assert.equal(tableCoverage.checked, tableCoverage.figures, `document ${at}`);
      const inTables = unchecked.filter((figure) => 'statement' in figure);
      assert.deepEqual(inTables, []);
    });
  });

  it('are recognised whole: every form, the name, the year, the level', () => {
    checked.forEach(({ disclosure: { profile, missing, statements } }, at) => {
      const { entity, year, level } = sample[at]!.ledger;
      assert.deepEqual(
        [profile.entity, profile.year, profile.level, missing],
        [entity, year, level, []],
        `document ${at}`,
      );
      assert.equal(new Set(statements.map(({ id }) => id)).size, 13, `document ${at}`);
    });
  });

  it('rounding is a remark, and only where the ledger was rounded', () => {
    const remarked = (at: number): boolean =>
      checked[at]!.reconciliation.findings.some(({ message }) => /尾差/.test(message));
    const exact = sample.flatMap(({ ledger }, at) => (ledger.precision === 'exact' ? [at] : []));
    const rounded = sample.flatMap(({ ledger }, at) => (ledger.precision === 'rounded' ? [at] : []));
    assert.ok(exact.length > 50 && rounded.length > 20);
    assert.deepEqual(exact.filter(remarked), []);
    assert.ok(rounded.filter(remarked).length > rounded.length / 3);
  });

  it('every amount stands in exactly one cell of the workbook, with its value', () => {
    for (const { disclosure, family } of checked.slice(0, 25))
      assertNothingLost(disclosure, layOut(disclosure, family));
  });

  it('the filled sheets read back are the same figures, and still raise no alarm', async () => {
    for (const [at, each] of checked.slice(0, 25).entries()) {
      const workbook = new MemoryWorkbook();
      await workbook.apply(workbookOf(each));
      const back = checkSheets(`第${at}份.xlsx`, await workbook.readBack());
      assert.deepEqual(alarms(back), [], `document ${at}`);
      assert.deepEqual(figures(back), figures(each), `document ${at}`);
    }
  });

  it('the same text gives the same result, byte for byte', () => {
    for (const [at, each] of checked.slice(0, 10).entries())
      assert.equal(JSON.stringify(resultOf(checkText(`第${at}份`, sample[at]!.text))), JSON.stringify(resultOf(each)));
  });
});

/** Value of every figure that is not zero, form by form, in no particular order: sheets have an order of their own. */
function figures({ disclosure: { facts, statements } }: Checked): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { amount, statement } of facts)
    if (!amount.value.isZero()) (found[statements[statement]!.id] ??= []).push(amount.value.toString());
  for (const list of Object.values(found)) list.sort();
  return found;
}

describe('excerpts of consistent documents', function () {
  this.timeout(60_000);

  it('raise no alarm either: what is not printed is not known', () => {
    for (const [at, { text }] of sampleDocuments(20240902, 5, { clean: true }).entries()) {
      const forms = formsOf(text);
      for (let first = 0; first < forms.length; first += 1)
        for (let second = first + 1; second < forms.length; second += 1) {
          const excerpt = `${forms[first]!}\n\n\n${forms[second]!}`;
          assert.deepEqual(
            alarms(checkText('节选', excerpt)),
            [],
            `document ${at}, forms ${first + 1} and ${second + 1}`,
          );
        }
      for (let left = 0; left < forms.length; left += 1) {
        const rest = forms.filter((_, form) => form !== left).join('\n\n\n');
        assert.deepEqual(alarms(checkText('缺表', rest)), [], `document ${at} without form ${left + 1}`);
      }
    }
  });
});

/** The text of each form, with its caption. */
function formsOf(text: string): string[] {
  const lines = text.split('\n');
  const { statements } = checkText('全文', text).disclosure;
  const lineOf = (place: object): number => ('line' in place ? Number(place.line) : 0);
  return statements.map(({ titlePlace, place, blocks }) => {
    const rows = Math.max(...blocks.map((block) => Math.max(0, ...block.rows.map((row) => lineOf(row.place)))));
    return lines.slice(lineOf(titlePlace) - 1, Math.max(rows, lineOf(place) + 2)).join('\n');
  });
}
