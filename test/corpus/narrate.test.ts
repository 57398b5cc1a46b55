import assert from 'node:assert/strict';
import { corpus } from '../../bench/corpus';
import { checkSource, checkText, OWN_SHEETS, workbookOf, type Checked } from '../../src';
import { explain, toPlainText } from '../../src/compile/narrative';
import { readSheets, readText } from '../../src/ingest';
import { MemoryWorkbook } from '../../src/workbook';
import { alarms, fillIn } from '../compile/narrative/written';

/*
 * Explanations of the tables of real disclosures, read from the corpus folder beside the checkout; their own
 * explanations play no part.
 */

/** The filled sheets of a document with a text behind them. */
async function together(tables: Checked, text: string): Promise<Checked> {
  const workbook = new MemoryWorkbook();
  await workbook.apply(workbookOf(tables));
  const sheets = readSheets('表', await workbook.readBack(), OWN_SHEETS);
  return checkSource({ ...sheets, blocks: [...sheets.blocks, ...readText('说明', text).blocks] });
}

describe('corpus: explanations of its tables', function () {
  this.timeout(60_000);
  const documents = corpus().filter(({ text }) => checkText('', text).disclosure.statements.length > 0);
  if (documents.length === 0) {
    it('needs the corpus, which is not here', function () {
      this.skip();
    });
    return;
  }

  for (const { name, text } of documents)
    it(`${name}: agree with the tables, figure by figure`, async () => {
      const tables = checkText(name, text);
      const explanation = toPlainText(explain(tables.disclosure));
      const filled = await together(tables, fillIn(explanation));
      assert.deepEqual(alarms(filled), []);
      const left = await together(tables, explanation);
      // What is filled in, nothing need tie; everything else, the tables do.
      const { figures, checked } = left.reconciliation.narrativeCoverage!;
      assert.ok(figures >= 40, String(figures));
      assert.equal(checked, figures);
      assert.deepEqual(
        alarms(left).filter((message) => !/占位符|缺少数字/.test(message)),
        [],
      );
    });
});
