import assert from 'node:assert/strict';
import type { Edit } from '../../src/workbook/live';
import { OPENING_MS, PageUnderTest, siteAddress, TEST_MS } from '../support/browser/page';
import { sheetPlan } from '../workbook/contract';

/*
 * What the page's spreadsheet does beyond carrying out plans.
 */

const TABLE = sheetPlan('收支表', [
  ['项目', '金额', '备注'],
  ['甲', 10, null],
  ['乙', 20, null],
  ['合计', 31, null],
]);
const LONG = sheetPlan('长表', [['甲'], ...Array.from({ length: 200 }, (_, row) => [row])]);
const MARK = { sheet: '收支表', cell: 'B4', severity: 'error', title: '错误', text: '差 1.00' } as const;

describe('spreadsheet of the page: live', function () {
  this.timeout(TEST_MS);
  let ui: PageUnderTest;

  before('build and serve', async function () {
    this.timeout(OPENING_MS);
    await siteAddress();
  });
  beforeEach(async () => {
    ui = await PageUnderTest.open();
    await ui.inWorkbook(
      async (workbook, plan) => {
        await workbook.apply(plan);
        const told: Edit[] = [];
        workbook.onEdit((edits) => told.push(...edits));
        Object.assign(workbook, { told });
      },
      { sheets: [TABLE, LONG], marks: [MARK] },
    );
  });
  afterEach(() => ui.close());

  const told = (): Promise<Edit[]> =>
    ui.inWorkbook(async (workbook) => (workbook as unknown as { told: Edit[] }).told.splice(0), undefined);
  const values = async (name: string): Promise<unknown> =>
    (await ui.inWorkbook((workbook, sheet) => workbook.readBack([sheet]), name))[0]!.values;
  const note = (cell: string): Promise<string | undefined> =>
    ui.inUniver((book, address) => book.getSheetByName('收支表')!.getRange(address).getNote()?.note, cell);

  it('tells what a person typed, by sheet and range', async () => {
    await ui.type({ sheet: '收支表', cell: 'B2' }, '11');
    assert.deepEqual(await told(), [{ sheet: '收支表', range: 'B2' }]);
    assert.deepEqual(((await values('收支表')) as unknown[][])[1], ['甲', 11, null]);
  });

  it('tells nothing of its own writes', async () => {
    await ui.inWorkbook(async (workbook, mark) => {
      await workbook.write({ sheet: '收支表', cell: 'B2' }, 12);
      await workbook.mark([mark]);
      await workbook.unmark();
      await workbook.apply({ sheets: [], marks: [] });
      await workbook.undo();
    }, MARK);
    assert.deepEqual(await told(), []);
  });

  it('tells of rows that were inserted, of sheets that were renamed, and of Ctrl+Z', async () => {
    await ui.inUniver((book) => void book.getSheetByName('收支表')!.insertRowBefore(1), undefined);
    assert.equal((await told())[0]!.sheet, '收支表');
    await ui.inUniver((book) => void book.getSheetByName('长表')!.setName('新名'), undefined);
    assert.deepEqual((await told()).map(({ sheet }) => sheet).sort(), ['新名', '长表']);
    await ui.type({ sheet: '收支表', cell: 'B3' }, '1');
    await told();
    await ui.page.keyboard.press('Control+Z');
    await ui.page.waitForTimeout(100);
    assert.deepEqual(await told(), [{ sheet: '收支表', range: 'B3' }]);
  });

  it('Ctrl+Z takes back what was typed, never what was filled in or marked', async () => {
    await ui.type({ sheet: '收支表', cell: 'B2' }, '11');
    for (let times = 0; times < 3; times += 1) await ui.page.keyboard.press('Control+Z');
    assert.deepEqual(await values('收支表'), TABLE.values);
    assert.deepEqual(await ui.marks(), { '收支表!B4': '错误' });
  });

  it('a change of looks is no edit, and marks leave it alone', async () => {
    await ui.inUniver(
      (book) => void book.getSheetByName('收支表')!.getRange('B4').setBackgroundColor('#00FF00'),
      undefined,
    );
    await ui.inWorkbook((workbook) => workbook.unmark(), undefined);
    assert.deepEqual(await told(), []);
    const { sheets } = await ui.plan();
    const run = sheets[0]!.styles.find(
      ({ area }) => area.row === 3 && area.column <= 1 && area.column + area.columns > 1,
    );
    assert.equal(run?.style.fill, '00FF00');
  });

  it("a person's own note is kept under the mark's, and stands alone again afterwards", async () => {
    await ui.inWorkbook((workbook) => workbook.unmark(), undefined);
    await ui.inUniver((book) => {
      const range = book.getSheetByName('收支表')!.getRange('B4');
      range.createOrUpdateNote({ id: 'own', row: 3, col: 1, note: '我的批注', width: 100, height: 50 });
    }, undefined);
    await ui.inWorkbook((workbook, mark) => workbook.mark([mark]), MARK);
    assert.match((await note('B4')) ?? '', /^错误：差 1\.00\n.*我的批注$/s);
    await ui.inWorkbook((workbook) => workbook.unmark(), undefined);
    assert.equal(await note('B4'), '我的批注');
  });

  it('takes single marks off', async () => {
    await ui.inWorkbook(async (workbook, mark) => {
      await workbook.mark([{ ...mark, cell: 'B2' }]);
      await workbook.unmarkCells([
        { sheet: '收支表', cell: 'B4' },
        { sheet: '没有', cell: 'A1' },
      ]);
    }, MARK);
    assert.deepEqual(await ui.marks(), { '收支表!B2': '错误' });
    assert.equal(await note('B4'), undefined);
  });

  /** The sheet and the cell that a person looks at, once `isThere` or after a while. */
  async function selected(isThere: (cell: string | undefined) => boolean): Promise<(string | undefined)[]> {
    const look = (): Promise<[string, string | undefined]> =>
      ui.inUniver((book) => {
        const sheet = book.getActiveSheet();
        return [sheet.getSheetName(), sheet.getActiveRange()?.getA1Notation()];
      }, undefined);
    for (let turn = 0; turn < 40 && !isThere((await look())[1]); turn += 1) await ui.page.waitForTimeout(100);
    return look();
  }

  it('brings a cell far down into view', async () => {
    await ui.inWorkbook((workbook) => workbook.select({ sheet: '长表', cell: 'A180' }), undefined);
    assert.deepEqual(await selected((cell) => cell === 'A180'), ['长表', 'A180']);
    const isSeen = (): Promise<boolean> =>
      ui.inUniver((book) => {
        const { startRow, endRow } = book.getActiveSheet().getVisibleRange()!;
        return startRow <= 179 && 179 <= endRow;
      }, undefined);
    for (let turn = 0; turn < 40 && !(await isSeen()); turn += 1) await ui.page.waitForTimeout(100);
    assert.equal(await isSeen(), true);
  });

  it('follows its own links when they are clicked', async () => {
    const link = { row: 0, column: 0, target: { sheet: '长表', cell: 'A150' } };
    const plan = { sheets: [sheetPlan('链接', [['A150']], { links: [link] })], marks: [] };
    await ui.inWorkbook((workbook, given) => workbook.apply(given), plan);
    await ui.inWorkbook((workbook) => workbook.select({ sheet: '链接', cell: 'C3' }), undefined);
    const middle = await ui.inUniver((book) => {
      const { x, y, width, height } = book.getActiveSheet().getRange('A1').getCellRect();
      return { x: x + width / 2, y: y + height / 2 };
    }, undefined);
    // The place within the canvas of the sheet.
    await ui.page.locator('canvas[id^=univer-sheet-main]').click({ position: middle });
    assert.deepEqual(await selected((cell) => cell === 'A150'), ['长表', 'A150']);
  });

  it('writes text as text and keeps the format of the cell', async () => {
    await ui.inWorkbook(async (workbook) => {
      await workbook.write({ sheet: '收支表', cell: 'A2' }, '=1+1');
      await workbook.write({ sheet: '收支表', cell: 'A3' }, '0012');
    }, undefined);
    const rows = (await values('收支表')) as unknown[][];
    assert.deepEqual([rows[1]![0], rows[2]![0]], ['=1+1', '0012']);
  });

  it('text that looks like a formula stays text when it is edited and left as it was', async () => {
    await ui.inWorkbook((workbook) => workbook.write({ sheet: '收支表', cell: 'A2' }, '=1+1'), undefined);
    await ui.inWorkbook((workbook) => workbook.select({ sheet: '收支表', cell: 'A2' }), undefined);
    await ui.page.keyboard.press('F2');
    await ui.page.keyboard.press('Enter');
    const rows = (await values('收支表')) as unknown[][];
    assert.equal(rows[1]![0], '=1+1');
  });

  it('says which sheet or cell there is none of', async () => {
    for (const [place, fault] of [
      [{ sheet: '没有', cell: 'A1' }, 'unknown-sheet'],
      [{ sheet: '收支表', cell: 'x' }, 'invalid-cell'],
    ] as const) {
      const found = await ui.inWorkbook(
        (workbook, target) =>
          Promise.all(
            [workbook.select(target), workbook.write(target, 1)].map((each) =>
              each.then(
                () => 'none',
                (error: { fault: string }) => error.fault,
              ),
            ),
          ),
        place,
      );
      assert.deepEqual(found, [fault, fault]);
    }
  });

  it('takes apply back: sheets it made go, sheets it replaced are as they were, others stay', async () => {
    await ui.type({ sheet: '收支表', cell: 'C2' }, '改过');
    const before = await ui.plan();
    const done = await ui.inWorkbook(
      async (workbook, plan) => {
        await workbook.apply(plan);
        return workbook.undo();
      },
      { sheets: [sheetPlan('收支表', [['新']]), sheetPlan('又一张', [[1]])], marks: [] },
    );
    assert.equal(done, true);
    assert.deepEqual(await ui.plan(), before);
    assert.equal(await ui.inWorkbook((workbook) => workbook.undo(), undefined), false);
  });

  it('sheets of results are no fill: what was filled before them is taken back, and they with it', async () => {
    const before = await ui.plan();
    const done = await ui.inWorkbook(
      async (workbook, [fill, report]) => {
        await workbook.apply(fill!);
        await workbook.apply(report!);
        await workbook.apply(report!);
        return workbook.undo();
      },
      [
        {
          sheets: [sheetPlan('收支表', [['新']]), sheetPlan('核对结果', [['旧']], { kind: 'findings' as const })],
          marks: [],
        },
        {
          sheets: [
            sheetPlan('核对结果', [['一']], { kind: 'findings' as const }),
            sheetPlan('检查表', [['二']], { kind: 'findings' as const }),
          ],
          marks: [],
        },
      ],
    );
    assert.equal(done, true);
    assert.deepEqual(await ui.plan(), before);
  });

  it('keeps settings', async () => {
    const read = await ui.inWorkbook(async (workbook) => {
      await workbook.writeSetting('a', '一');
      return [await workbook.readSetting('a'), await workbook.readSetting('b')];
    }, undefined);
    assert.deepEqual([read[0], read[1] ?? undefined], ['一', undefined]);
  });

  it('a plan read back from the page makes the same sheets again', async () => {
    const first = await ui.plan();
    await ui.inWorkbook((workbook, plan) => workbook.apply(plan), first);
    assert.deepEqual(await ui.plan(), first);
    assert.deepEqual(first.sheets[0]!.values, TABLE.values);
    assert.deepEqual(first.sheets[0]!.columnWidths, TABLE.columnWidths);
    assert.deepEqual(first.sheets[0]!.freeze, TABLE.freeze);
  });
});
