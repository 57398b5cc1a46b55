import assert from 'node:assert/strict';
import { WorkbookError } from '../../src/workbook';
import { ExcelWorkbook } from '../../src/workbook/excel';
import { sheetPlan } from './contract';
import { bench, fillOf, formatOf, mark, removeBench, remarkOf, snapshot } from './excel-bench';

/*
 * Marks on a person's own sheets: seen while they are there, and without a trace afterwards.
 */

const cell = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });

/** A sheet with everything that a mark could harm. */
function furnish(api: string) {
  const one = bench({ api });
  const sheet = one.host.userSheet('我的表', [
    ['科目', '金额', '备注'],
    ['甲', 12, '='],
    ['乙', 13, '=A1'],
  ]);
  sheet.set(1, 1, { value: 12 }, { fill: 'FFFF00', 'font.bold': true, numberFormat: '#,##0.00' });
  sheet.set(2, 1, { value: 13 }, { fill: 'EEEEEE' });
  if (one.host.supports('1.6')) {
    const rules = [
      { id: 'a', type: 'Custom', area: cell(1, 1), formula: '=B2>100', fill: '00FF00', stopIfTrue: true },
      { id: 'b', type: 'ColorScale', area: { row: 0, column: 1, rows: 9, columns: 1 }, formula: '', stopIfTrue: true },
      { id: 'c', type: 'Custom', area: cell(1, 1), formula: '=TRUE', fill: '0000FF', stopIfTrue: false },
    ];
    sheet.rules.push(...rules);
  }
  if (one.host.supports('1.18')) sheet.notes.push({ id: 'n', cell: cell(2, 1), content: '我的批注' });
  if (one.host.supports('1.10')) sheet.comments.push({ id: 'm', cell: cell(0, 0), content: '我的评论' });
  return { ...one, sheet };
}

describe('Excel: marks', () => {
  afterEach(removeBench);

  for (const api of ['1.4', '1.6', '1.10', '1.14', '1.18', '1.20']) {
    it(`come and go without a trace (ExcelApi ${api})`, async () => {
      const { host, workbook, sheet } = furnish(api);
      const before = snapshot(host);
      await workbook.mark([
        mark(),
        mark({ cell: 'B3', severity: 'warning', title: '提醒' }),
        mark({ cell: 'A1', severity: 'info', title: '提示' }),
        mark({ cell: 'F20' }),
      ]);
      assert.deepEqual(
        ['B2', 'B3', 'A1', 'F20', 'B1'].map((at) => fillOf(sheet, at)),
        ['FFC7CE', 'FFEB9C', 'DDEBF7', 'FFC7CE', undefined],
      );
      if (host.supports('1.6')) assert.equal(formatOf(sheet, 'B2', 'fill'), 'FFFF00');
      if (host.supports('1.10')) assert.equal(remarkOf(sheet, 'B2'), '错误：应为 12.00');
      // Where the user's own words stand they stay.
      if (host.supports('1.10')) assert.equal(remarkOf(sheet, 'A1'), '我的评论');
      if (host.supports('1.18')) assert.equal(remarkOf(sheet, 'B3'), '我的批注');
      await workbook.mark([mark({ text: '应为 11.00' }), mark({ severity: 'info', title: '提示', text: '尾差' })]);
      assert.equal(fillOf(sheet, 'B2'), 'DDEBF7');
      const ours = sheet.rules.filter(({ formula }) => formula.includes('gouji'));
      assert.equal(ours.length, host.supports('1.6') ? 4 : 0);
      if (host.supports('1.10')) assert.equal(remarkOf(sheet, 'B2'), '提示：尾差');
      // Another adapter: the marks may be older than the page.
      await new ExcelWorkbook().unmark();
      assert.equal(snapshot(host), before);
      assert.deepEqual([...host.book.settings], []);
      assert.deepEqual(host.errors, []);
    });

    it(`of one cell go by themselves (ExcelApi ${api})`, async () => {
      const { host, workbook, sheet } = furnish(api);
      const before = snapshot(host);
      await workbook.mark([mark(), mark({ cell: 'B3' }), mark({ cell: 'C9', text: '别的' })]);
      await workbook.unmarkCells([
        { sheet: '我的表', cell: 'B2' },
        { sheet: '没有了', cell: 'A1' },
      ]);
      assert.deepEqual(
        ['B2', 'B3', 'C9'].map((at) => fillOf(sheet, at)),
        [host.supports('1.6') ? '0000FF' : 'FFFF00', 'FFC7CE', 'FFC7CE'],
      );
      assert.equal(remarkOf(sheet, 'B2'), undefined);
      await workbook.unmarkCells([
        { sheet: '我的表', cell: 'C9' },
        { sheet: '我的表', cell: 'B3' },
      ]);
      assert.equal(snapshot(host), before);
      await workbook.unmark();
      assert.deepEqual([...host.book.settings], []);
      assert.deepEqual(host.errors, []);
    });
  }

  it('are found again where the user has moved them, with their notes, and on copies of a sheet', async () => {
    const { host, workbook, sheet } = furnish('1.18');
    await workbook.mark([mark({ cell: 'D5' })]);
    // Rows were inserted above, and the sheet was copied and renamed.
    sheet.rules.find(({ area }) => area.row === 4)!.area = cell(9, 3);
    sheet.notes.find(({ cell: at }) => at.row === 4)!.cell = cell(9, 3);
    host.book.add('复制', sheet.copy('复制'));
    host.book.rename(sheet, '改名');
    assert.equal(fillOf(sheet, 'D10'), 'FFC7CE');
    await workbook.unmark();
    for (const one of [sheet, host.book.sheet('复制')]) {
      assert.equal(fillOf(one, 'D10'), undefined);
      assert.equal(remarkOf(one, 'D10'), undefined);
      assert.equal(remarkOf(one, 'B3'), '我的批注');
    }
  });

  it('leave alone what the user has written into a note since, and a fill the user has chosen since', async () => {
    const { workbook, sheet } = furnish('1.18');
    await workbook.mark([mark()]);
    sheet.notes.find(({ content }) => content.startsWith('错误'))!.content = '错误：应为 12.00\n已改，张三';
    await workbook.unmark();
    assert.equal(remarkOf(sheet, 'B2'), '错误：应为 12.00\n已改，张三');

    const old = furnish('1.4');
    await old.workbook.mark([mark()]);
    old.sheet.set(1, 1, { value: 12 }, { fill: '123456' });
    await old.workbook.unmark();
    assert.equal(fillOf(old.sheet, 'B2'), '123456');
  });

  it('are as large as their text, and of several on a cell the last one holds', async () => {
    const { workbook, sheet } = furnish('1.18');
    await workbook.mark([mark({ text: '一' }), mark({ text: '长'.repeat(200) })]);
    const { content, height, width } = sheet.notes.find(({ cell: at }) => at.row === 1)!;
    assert.equal(content, `错误：${'长'.repeat(200)}`);
    assert.ok(height! > 100 && width === 250, `${width} × ${height}`);
    assert.equal(sheet.rules.filter(({ formula }) => formula.includes('gouji')).length, 1);
  });

  it('are told in comments where the library is older than Excel and knows no notes', async () => {
    const { host, workbook } = bench({ isLibraryOld: true });
    const sheet = host.userSheet('我的表', [[1]]);
    const before = snapshot(host);
    await workbook.mark([mark(), mark({ cell: 'C3' })]);
    assert.deepEqual([sheet.notes.length, sheet.comments.length], [0, 2]);
    await workbook.unmark();
    assert.equal(snapshot(host), before);
    assert.deepEqual(host.errors, []);
  });

  it('are put anew where the user has drawn one over several cells', async () => {
    const { host, workbook, sheet } = furnish('1.18');
    await workbook.mark([mark()]);
    sheet.rules.find(({ formula }) => formula.includes('gouji'))!.area = { row: 1, column: 1, rows: 3, columns: 1 };
    await workbook.mark([mark(), mark({ cell: 'B3' }), mark({ cell: 'B4' })]);
    assert.equal(sheet.rules.filter(({ formula }) => formula.includes('gouji')).length, 3);
    await workbook.unmarkCells(['B2', 'B3', 'B4'].map((at) => ({ sheet: '我的表', cell: at })));
    assert.ok(sheet.rules.every(({ formula }) => !formula.includes('gouji')));
    assert.deepEqual(host.errors, []);
  });

  it('are refused on a protected sheet, before any is made, and removed from the others', async () => {
    const { host, workbook, sheet } = furnish('1.18');
    host.userSheet('另一张', [[1]]);
    const before = snapshot(host);
    sheet.protected = true;
    await assert.rejects(
      workbook.mark([mark({ sheet: '另一张', cell: 'A1' }), mark()]),
      /“我的表”受保护，不能做标记.*撤销工作表保护/,
    );
    assert.equal(snapshot(host), before);
    sheet.protected = false;
    await workbook.mark([mark()]);
    sheet.protected = true;
    await assert.rejects(workbook.unmark(), /“我的表”受保护，标记清除不了/);
    sheet.protected = false;
    await workbook.unmark();
    assert.equal(snapshot(host), before);
  });

  it('go with the sheet that the user deletes', async () => {
    const { host, workbook, sheet } = furnish('1.18');
    host.userSheet('另一张', [[1]]);
    await workbook.mark([mark()]);
    host.book.delete(sheet);
    await workbook.unmark();
    await assert.rejects(
      workbook.mark([mark()]),
      (error) => error instanceof WorkbookError && error.fault === 'unknown-sheet',
    );
    assert.deepEqual([...host.book.settings], []);
  });

  it('are not hurt by a setting that someone has spoilt', async () => {
    const { host, workbook } = furnish('1.18');
    for (const spoilt of ['{', '[1,null,{"id":3}]', '{"added":"x","replaced":[{}]}', 7, null]) {
      host.book.settings.set('gouji.marks', spoilt);
      host.book.settings.set('gouji.undo', spoilt);
      await workbook.mark([mark()]);
      await workbook.unmark();
      assert.equal(await workbook.undo(), false);
    }
  });

  it('of a fill come off too, on the sheets that it replaced as on the copies for undo', async () => {
    const { host, workbook, sheet } = furnish('1.18');
    await workbook.mark([mark({ text: '填入以前的标记' })]);
    await workbook.apply({ sheets: [sheetPlan('我的表', [[1, 2]])], marks: [mark({ cell: 'A1' })] });
    await workbook.unmark();
    assert.equal(fillOf(sheet, 'A1'), undefined);
    assert.equal(await workbook.undo(), true);
    assert.equal(fillOf(sheet, 'B2'), '0000FF');
    assert.equal(remarkOf(sheet, 'B2'), undefined);
    assert.ok(host.book.sheets.every(({ rules }) => rules.every(({ formula }) => !formula.includes('gouji'))));
  });
});
