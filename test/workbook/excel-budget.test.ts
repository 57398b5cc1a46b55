import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkText, workbookOf } from '../../src';
import type { Mark, Plan } from '../../src/workbook';
import { sampleDocuments } from '../ledger';
import { useOfficeJs } from '../support/fake-excel/office-js';
import { bench, removeBench, requestsOf, snapshot } from './excel-bench';
import { sheetPlan } from './contract';

/*
 * How often the adapter goes to Excel, and with how much: each round trip takes Excel on the web a tenth of a second
 * and more, and it takes no more than five million bytes at a time.
 */

const MOST_BYTES = 2_000_000;

/** One document of the folder beside the checkout; undefined where that is not there. */
function corpusText(prefix: string): string | undefined {
  const folder = resolve('..', 'shared', 'corpus');
  if (!existsSync(folder)) return undefined;
  const file = readdirSync(folder).find((name) => name.startsWith(prefix) && name.endsWith('.txt'));
  return file && readFileSync(resolve(folder, file), 'utf8');
}

/** A mark on every tenth figure: more than any document has that is worth checking. */
function manyMarks({ sheets }: Plan): Mark[] {
  const cells = sheets.flatMap(({ name, values }) =>
    values.flatMap((row, r) =>
      row.flatMap((value, c) =>
        typeof value === 'number' ? [{ sheet: name, cell: `${String.fromCharCode(65 + c)}${r + 1}` }] : [],
      ),
    ),
  );
  return cells
    .filter((_, index) => index % 10 === 0)
    .map((place) => ({ ...place, severity: 'error', title: '错误', text: '支出合计 289.06 ≠ 288.96，差 0.10' }));
}

function figures({ sheets }: Plan): number {
  return sheets.flatMap(({ values }) => values.flat()).filter((value) => typeof value === 'number').length;
}

async function holds(plan: Plan): Promise<void> {
  const { host, workbook } = bench();
  host.userSheet('我的表', [['别动', 1]]);
  const before = snapshot(host);
  const marks = manyMarks(plan);

  const filled = await requestsOf(host, () => workbook.apply({ ...plan, marks }));
  assert.ok(filled.syncs <= 4, `${filled.syncs} requests to fill and mark`);
  assert.ok(filled.bytes < MOST_BYTES, `${filled.bytes} bytes to fill and mark`);

  const read = await requestsOf(host, () => workbook.readBack());
  assert.ok(read.syncs <= 3, `${read.syncs} requests to read everything`);

  const name = plan.sheets[0]!.name;
  host.userEdits(host.book.sheet(name), 'B9', 1);
  const again = await requestsOf(host, () => workbook.readBack([name]));
  assert.ok(again.syncs <= 2, `${again.syncs} requests to read one sheet again`);

  const marked = await requestsOf(host, () => workbook.mark(marks.slice(0, 30)));
  assert.ok(marked.syncs <= 4 && marked.bytes < MOST_BYTES, `${marked.syncs} requests, ${marked.bytes} bytes to mark`);

  const cleared = await requestsOf(host, () => workbook.unmark());
  assert.ok(cleared.syncs <= 4, `${cleared.syncs} requests to unmark`);

  const refilled = await requestsOf(host, () => workbook.apply({ ...plan, marks }));
  assert.ok(refilled.syncs <= 4, `${refilled.syncs} requests to fill again`);
  assert.ok(refilled.bytes < MOST_BYTES, `${refilled.bytes} bytes to fill again`);

  const undone = await requestsOf(host, () => workbook.undo());
  assert.ok(undone.syncs <= 4, `${undone.syncs} requests to undo`);
  const others = plan.sheets.map(({ name: one }) => one);
  assert.equal(snapshot(host, others), before);
  if (process.env['SHOW_REQUESTS'] !== undefined) {
    console.log({
      figures: figures(plan),
      sheets: plan.sheets.length,
      marks: marks.length,
      filled,
      read,
      again,
      marked,
      cleared,
      refilled,
      undone,
    });
  }
}

/** The same through the library that users have: what really goes over the wire. */
async function holdsOnTheWire(plan: Plan): Promise<void> {
  const { host, workbook } = bench({ api: '1.14' });
  const wire = useOfficeJs(host);
  const measured = async (work: () => Promise<unknown>): Promise<readonly number[]> => {
    wire.sent.length = 0;
    await work();
    // The library clears up after itself in a request that nobody waits for.
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(host.errors, []);
    return [...wire.sent];
  };
  const sum = (bytes: readonly number[]): number => bytes.reduce((total, one) => total + one, 0);
  const filled = await measured(() => workbook.apply({ ...plan, marks: manyMarks(plan) }));
  assert.ok(sum(filled) < MOST_BYTES && filled.length <= 4, `filling: ${String(filled)}`);
  const read = await measured(() => workbook.readBack());
  assert.ok(read.length <= 3, `reading: ${String(read)}`);
  const again = await measured(() => workbook.readBack([plan.sheets[0]!.name]));
  assert.ok(again.length <= 2, `reading again: ${String(again)}`);
  const before = snapshot(host);
  const refilled = await measured(() => workbook.apply({ ...plan, marks: manyMarks(plan) }));
  assert.ok(sum(refilled) < MOST_BYTES && refilled.length <= 4, `filling again: ${String(refilled)}`);
  const undone = await measured(() => workbook.undo());
  assert.equal(snapshot(host), before);
  const cleared = await measured(() => workbook.unmark());
  assert.ok(host.book.sheets.every(({ rules, comments }) => rules.length + comments.length === 0));
  if (process.env['SHOW_REQUESTS'] !== undefined) console.log({ filled, read, again, refilled, cleared, undone });
}

describe('Excel: round trips and bytes', () => {
  afterEach(removeBench);

  it('stay within their bounds for a generated disclosure', async () => {
    const [document] = sampleDocuments(7, 1, { scale: 'large' });
    const plan = workbookOf(checkText('generated', document!.text));
    await holds(plan);
    await holdsOnTheWire(plan);
  });

  it('stay within their bounds for a real disclosure of 13 forms', async function () {
    const text = corpusText('004_');
    if (text === undefined) {
      console.log('      no folder ../shared/corpus: not tried on a real disclosure');
      this.skip();
    }
    const plan = workbookOf(checkText('004', text));
    assert.ok(
      plan.sheets.length >= 13 && figures(plan) > 400,
      `${plan.sheets.length} sheets, ${figures(plan)} figures`,
    );
    await holds(plan);
    await holdsOnTheWire(plan);
  });

  it('a sheet that is too large for one request goes in several', async () => {
    const { host, workbook } = bench();
    const rows = Array.from({ length: 30_000 }, (_, row) => [
      `第${row}行的项目名称，写得长一些`,
      row,
      row + 1,
      '说明文字'.repeat(15),
    ]);
    await workbook.apply({ sheets: [sheetPlan('大表', rows)], marks: [] });
    assert.ok(host.requests.every(({ sent }) => sent < 5_000_000));
    assert.ok(host.requests.length > 4);
    const [sheet] = await workbook.readBack(['大表']);
    assert.deepEqual(sheet!.values, rows);
    assert.ok(host.requests.every(({ received }) => received < 5_000_000));
  }).timeout(60_000);

  it('a sheet that is in use to its far end is refused and not read', async () => {
    const { host, workbook } = bench();
    host.userSheet('我的表', [['标题']]).set(1_000_000, 5, { value: '误填' });
    await assert.rejects(workbook.readBack(), /“我的表”用到了 1000001 行、6 列，太大/);
  });
});
