import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ExcelWorkbook } from '../../src/workbook/excel';
import { SEVERITIES } from '../../src/workbook';
import { Session } from '../../src/taskpane/session';
import { FakeExcel } from '../support/fake-excel';

/*
 * The pane's session and the adapter for Excel together, in an Excel of our own.
 */

const SAMPLE = readFileSync('assets/samples/shanxi-budget-2024.txt', 'utf8');
const EXPENDITURE = '预算支出总表';
const ERROR = SEVERITIES.error.fill;

describe('pane session in Excel', function () {
  this.timeout(20_000);
  let host: FakeExcel;
  let session: Session;

  beforeEach(async () => {
    host = new FakeExcel({ sheets: ['我的表'] }).install();
    session = new Session(Promise.resolve(new ExcelWorkbook()), {
      pause: async () => undefined,
      today: () => '2024-03-01',
      settleAfter: 10_000,
    });
    await session.recognize(SAMPLE);
    await session.fill(async () => true);
    assert.equal(session.state.alert, undefined);
  });
  afterEach(() => {
    session.dispose();
    host.uninstall();
  });

  const fillOf = (row: number, column: number): string | undefined =>
    host.book.sheet(EXPENDITURE).visibleFill(row, column);
  const count = (): number => session.state.result!.findings.length;

  /** Types into a cell and waits until the session has followed. */
  async function type(address: string, value: string | number): Promise<void> {
    const before = session.state;
    host.userEdits(host.book.sheet(EXPENDITURE), address, value);
    for (let turn = 0; turn < 500 && session.state === before; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 2));
  }

  it('fills, marks, and leaves the other sheets alone', () => {
    assert.deepEqual(
      session.state.result!.findings.map(({ place }) => place?.cell),
      ['C22', 'C27'],
    );
    assert.equal(fillOf(21, 2), ERROR);
    assert.ok(host.book.find('我的表'));
  });

  it('follows what is typed', async () => {
    await type('C22', 180.6);
    assert.equal(count(), 1);
    assert.notEqual(fillOf(21, 2), ERROR);
    await type('C23', 1);
    assert.equal(count(), 2);
    assert.equal(fillOf(22, 2), ERROR);
  });

  it('writes the proposed value, once, and takes no notice of its own writing', async () => {
    await session.adopt(session.state.result!.findings[0]!);
    await host.settle();
    assert.equal(host.book.sheet(EXPENDITURE).content(21, 2).value, 180.6);
    assert.equal(count(), 1);
    assert.match(session.state.status, /写入/);
  });

  it('keeps what was ignored in the workbook', async () => {
    await session.ignore(session.state.result!.findings[0]!, '已确认');
    const other = new Session(Promise.resolve(new ExcelWorkbook()), { pause: async () => undefined });
    await other.check();
    assert.equal(other.state.result!.findings.length, 1);
    assert.equal(other.state.result!.ignored[0]!.reason, '已确认');
    other.dispose();
  });

  it('is taken back', async () => {
    await session.undo();
    assert.match(session.state.status, /已撤销/);
    assert.equal(host.book.find(EXPENDITURE), undefined);
  });

  it('a protected sheet is said to have no marks; the others are marked', async () => {
    await session.clearMarks();
    host.book.sheet(EXPENDITURE).protected = true;
    await session.check();
    assert.equal(session.state.alert, undefined);
    assert.equal(count(), 2);
    assert.deepEqual(session.state.result!.unmarked, [EXPENDITURE]);
    assert.notEqual(fillOf(21, 2), ERROR);
  });

  it('writes no proposed value into a protected sheet, and says why', async () => {
    const before = host.book.sheet(EXPENDITURE).content(21, 2).value;
    host.book.sheet(EXPENDITURE).protected = true;
    await session.adopt(session.state.result!.findings[0]!);
    await host.settle();
    assert.match(JSON.stringify(session.state.alert), /受保护，不能写入.*撤销工作表保护/);
    assert.equal(host.book.sheet(EXPENDITURE).content(21, 2).value, before);
    host.book.sheet(EXPENDITURE).protected = false;
    await session.check();
    assert.deepEqual([session.state.alert, session.state.result!.unmarked], [undefined, []]);
  });

  it('says that a cell is being edited', async () => {
    host.editing = true;
    await session.check();
    assert.ok(session.state.alert);
    host.editing = false;
    await session.check();
    assert.equal(session.state.alert, undefined);
  });
});
