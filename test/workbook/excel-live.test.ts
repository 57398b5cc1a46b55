import assert from 'node:assert/strict';
import { WorkbookError, type Plan, type SheetPlan } from '../../src/workbook';
import { ExcelWorkbook } from '../../src/workbook/excel';
import type { Edit } from '../../src/workbook/live';
import { newId } from '../support/fake-excel/sheet';
import { sheetPlan } from './contract';
import { bench, fillOf, formatOf, formulaOf, mark, removeBench, remarkOf, snapshot, valueOf } from './excel-bench';

/*
 * What a person at the screen asks of the workbook: go there, write this, take it back, tell me what was changed.
 */

const plan = (...sheets: SheetPlan[]): Plan => ({ sheets, marks: [] });
const fault = (expected: string) => (error: unknown) => error instanceof WorkbookError && error.fault === expected;

describe('Excel: the live workbook', () => {
  afterEach(removeBench);

  it('goes to a cell', async () => {
    const { host, workbook } = bench();
    host.userSheet('另一张', [[1]]);
    await workbook.select({ sheet: '另一张', cell: 'C7' });
    assert.deepEqual([host.book.active?.sheet.name, host.book.active?.address], ['另一张', 'C7']);
    await assert.rejects(workbook.select({ sheet: '没有', cell: 'A1' }), fault('unknown-sheet'));
    await assert.rejects(workbook.select({ sheet: '另一张', cell: 'A1:B2' }), fault('invalid-cell'));
    host.book.sheet('另一张').visibility = 'Hidden';
    await assert.rejects(workbook.select({ sheet: '另一张', cell: 'A1' }), /“另一张”是隐藏的.*取消隐藏/);
  });

  it('writes a value, which stays what it is, into a cell, which keeps its format', async () => {
    const { host, workbook } = bench();
    const sheet = host.userSheet('我的表', [[1]]);
    sheet.set(1, 1, { value: 1 }, { numberFormat: '#,##0.00', fill: 'FFFF00', 'font.bold': true });
    sheet.set(2, 1, { value: '1' }, { numberFormat: '@' });
    const write = (cell: string, value: string | number) => workbook.write({ sheet: '我的表', cell }, value);
    await write('B2', 289.16);
    assert.deepEqual(
      [
        valueOf(sheet, 'B2'),
        ...['numberFormat', 'fill', 'font.bold'].map((property) => formatOf(sheet, 'B2', property)),
      ],
      [289.16, '#,##0.00', 'FFFF00', true],
    );
    for (const at of ['B2', 'B3', 'F9']) {
      for (const text of ['=1+1', '-', "'引", '0012', '文字', '＝A1']) {
        await write(at, text);
        assert.deepEqual([valueOf(sheet, at), formulaOf(sheet, at)], [text, undefined], `${at} ${text}`);
      }
    }
    await write('B3', 12.5);
    assert.equal(valueOf(sheet, 'B3'), 12.5);
    sheet.protected = true;
    await assert.rejects(write('B2', 1), /“我的表”受保护，不能写入/);
    await assert.rejects(workbook.write({ sheet: '没有', cell: 'A1' }, 1), fault('unknown-sheet'));
    await assert.rejects(workbook.write({ sheet: '我的表', cell: '1A' }, 1), fault('invalid-cell'));
  });

  it('keeps texts inside the workbook, apart from its own', async () => {
    const { workbook } = bench();
    assert.equal(await workbook.readSetting('marks'), undefined);
    await workbook.writeSetting('marks', '{"忽略":1}');
    await workbook.mark([mark()]);
    await workbook.writeSetting('空', '');
    assert.equal(await new ExcelWorkbook().readSetting('marks'), '{"忽略":1}');
    assert.equal(await workbook.readSetting('空'), '');
  });

  it('reads from A1 on, whatever is used; truth values and errors as text', async () => {
    const { host, workbook } = bench({ sheets: [] });
    const sheet = host.userSheet('我的表', [
      [null, null, null],
      [null, 5, true],
      [null, null, '=不在!A1'],
    ]);
    sheet.paint({ row: 8, column: 8, rows: 1, columns: 1 }, 'fill', 'FFFF00');
    host.userSheet('空的', []);
    const read = [
      {
        name: '我的表',
        values: [
          [null, null, null],
          [null, 5, 'TRUE'],
          [null, null, '#REF!'],
        ],
      },
      { name: '空的', values: [] },
    ];
    assert.deepEqual(await workbook.readBack(), read);
    assert.deepEqual(await workbook.readBack(['空的', '我的表']), read);
    host.userEdits(sheet, 'A1', '新');
    assert.equal((await workbook.readBack(['我的表']))[0]!.values[0]![0], '新');
  });

  describe('undo', () => {
    for (const api of ['1.9', '1.14', '1.20']) {
      it(`brings everything back as it was (ExcelApi ${api})`, async () => {
        const { host, workbook } = bench({ api });
        const old = host.userSheet(
          '收支总表',
          [
            ['旧标题', 1],
            ['旧', '=A1'],
            ['第三行', 3],
          ],
          { fill: 'FFFF00' },
        );
        old.merges.push({ row: 5, column: 0, rows: 2, columns: 2 });
        old.rules.push({
          id: 'r',
          type: 'Custom',
          area: { row: 0, column: 1, rows: 1_048_576, columns: 1 },
          formula: '=B1>1',
          fill: '00FF00',
          stopIfTrue: false,
        });
        if (host.supports('1.18'))
          old.notes.push({ id: 'n', cell: { row: 0, column: 0, rows: 1, columns: 1 }, content: '我的批注' });
        old.widths.set(0, 123);
        old.heights.set(2, 44);
        old.hiddenRows.add(1);
        old.hiddenColumns.add(1);
        old.freeze = { row: 0, column: 0, rows: 3, columns: 16_384 };
        old.visibility = 'Hidden';
        Object.assign(old.page, {
          orientation: 'Landscape',
          titleRows: '1:3',
          leftMargin: 50,
          centerFooter: '内部',
          zoom: { scale: 80 },
        });
        Object.assign(old.page, { rightMargin: 1, topMargin: 1, bottomMargin: 1, headerMargin: 1, footerMargin: 1 });
        host.userSheet('汇总', [["='收支总表'!B1"]]);
        const before = snapshot(host);

        await workbook.apply({
          sheets: [sheetPlan('收支总表', [['新', 9]]), sheetPlan('新表', [[1]])],
          marks: [mark({ sheet: '收支总表', cell: 'A1' })],
        });
        assert.equal(valueOf(old, 'A1'), '新');
        assert.deepEqual(await workbook.sheetNames(), ['我的表', '收支总表', '汇总', '新表']);
        assert.equal((await workbook.readBack()).length, 4);
        host.userEdits(old, 'C30', '填入以后写的');
        // Another adapter: the pane may have been closed and opened again.
        assert.equal(await new ExcelWorkbook().undo(), true);
        assert.equal(snapshot(host), before);
        assert.deepEqual([...host.book.settings], []);
        assert.equal(await workbook.undo(), false);
        assert.deepEqual(host.errors, []);
      });
    }

    it('takes the last fill back and no more, and its copies go with the next one', async () => {
      const { host, workbook } = bench();
      host.userSheet('表', [['零']]);
      await workbook.apply(plan(sheetPlan('表', [['一']])));
      const first = snapshot(host, ['勾稽撤销备份1']);
      await workbook.apply(plan(sheetPlan('表', [['二']])));
      assert.equal(host.book.sheets.filter(({ visibility }) => visibility === 'Hidden').length, 1);
      assert.equal(await workbook.undo(), true);
      assert.equal(snapshot(host), first);
      assert.equal(await workbook.undo(), false);
    });

    it('takes the list of findings with it, but that list alone is no fill', async () => {
      const { host, workbook } = bench();
      const before = snapshot(host);
      const findings = sheetPlan('核对结果', [['核对结果']], { kind: 'findings' });
      await workbook.apply(plan(findings));
      assert.equal(await workbook.undo(), false);
      host.book.delete(host.book.sheet('核对结果'));
      await workbook.apply(plan(sheetPlan('表', [[1]])));
      await workbook.apply(plan(findings));
      await workbook.apply(plan(findings));
      assert.equal(await workbook.undo(), true);
      assert.equal(snapshot(host), before);
    });

    it('spares sheets that the user has renamed, or made under an old name', async () => {
      const { host, workbook } = bench();
      await workbook.apply(plan(sheetPlan('甲', [[1]]), sheetPlan('乙', [[2]])));
      host.book.rename(host.book.sheet('甲'), '我要留着');
      host.userSheet('甲', [['我自己的']]);
      assert.equal(await workbook.undo(), true);
      assert.deepEqual(await workbook.sheetNames(), ['我的表', '我要留着', '甲']);
    });

    it('still works when the file was saved and opened again, though every sheet has another id', async () => {
      const { host, workbook } = bench();
      host.userSheet('表', [['旧']]);
      const before = snapshot(host);
      await workbook.apply({
        sheets: [sheetPlan('表', [['新']]), sheetPlan('新表', [[1]])],
        marks: [mark({ sheet: '新表', cell: 'A1' })],
      });
      for (const sheet of host.book.sheets) sheet.id = newId();
      assert.equal(await new ExcelWorkbook().undo(), true);
      assert.equal(snapshot(host), before);
    });

    it('brings a replaced sheet back that the user has deleted, and says so when the copy is gone', async () => {
      const { host, workbook } = bench();
      host.userSheet('表', [['旧']]);
      const before = snapshot(host);
      await workbook.apply(plan(sheetPlan('表', [['新']])));
      host.book.delete(host.book.sheet('表'));
      assert.equal(await workbook.undo(), true);
      assert.equal(snapshot(host), before);
      await workbook.apply(plan(sheetPlan('表', [['新']])));
      host.book.delete(host.book.sheet('勾稽撤销备份1'));
      await assert.rejects(workbook.undo(), /“表”替换前的内容恢复不了：备份已经不在/);
    });

    it('refuses to leave a workbook without a visible sheet', async () => {
      const { host, workbook } = bench();
      await workbook.apply(plan(sheetPlan('表', [[1]])));
      host.book.delete(host.book.sheet('我的表'));
      await assert.rejects(workbook.undo(), /没有可见的工作表.*新建一张/);
      host.userSheet('又一张', [[1]]);
      assert.equal(await workbook.undo(), true);
    });

    it('removes new sheets everywhere, and says that it cannot bring replaced ones back on an old Excel', async () => {
      const { host, workbook } = bench({ api: '1.8' });
      const before = snapshot(host);
      await workbook.apply(plan(sheetPlan('表', [['新']])));
      assert.equal(await workbook.undo(), true);
      assert.equal(snapshot(host), before);
      await workbook.apply(plan(sheetPlan('表', [['一']])));
      await workbook.apply(plan(sheetPlan('表', [['二']])));
      await assert.rejects(workbook.undo(), /“表”.*不能备份工作表.*关闭工作簿而不保存/);
    });

    it('forgets on request, so that no copy stays in a workbook that is handed on', async () => {
      const { host, workbook } = bench();
      host.userSheet('表', [['旧']]);
      await workbook.apply(plan(sheetPlan('表', [['新']])));
      await workbook.forgetUndo();
      assert.deepEqual(
        host.book.sheets.map(({ name }) => name),
        ['我的表', '表'],
      );
      assert.deepEqual([...host.book.settings], []);
      assert.equal(await workbook.undo(), false);
    });
  });

  describe('edits', () => {
    for (const api of ['1.9', '1.14', '1.20']) {
      it(`are told when a person makes them, and never when we do (ExcelApi ${api})`, async () => {
        const { host, workbook } = bench({ api });
        const sheet = host.userSheet('我的表', [[1, 2]]);
        const heard: Edit[] = [];
        const stop = workbook.onEdit((edits) => heard.push(...edits));
        await workbook.apply(plan(sheetPlan('新表', [[1]])));
        await workbook.write({ sheet: '我的表', cell: 'A1' }, 5);
        await workbook.undo();
        host.failAt('Range.values');
        await assert.rejects(workbook.write({ sheet: '我的表', cell: 'A1' }, 6), WorkbookError);
        await host.settle();
        assert.deepEqual(heard, []);
        host.userEdits(sheet, 'B1', 7);
        host.book.changed(sheet, { row: 4, column: 0, rows: 2, columns: 16_384 }, false, 'RowInserted');
        host.userEdits(sheet, 'C3', 8);
        await host.settle();
        assert.deepEqual(heard, [
          { sheet: '我的表', range: 'B1' },
          { sheet: '我的表', range: 'A5:XFD6' },
          { sheet: '我的表', range: 'C3' },
        ]);
        stop();
        stop();
        await host.settle();
        host.userEdits(sheet, 'B1', 9);
        await host.settle();
        assert.equal(heard.length, 3);
        await workbook.sheetNames();
        assert.equal(host.listening, 0);
      });
    }

    it('are not told where Excel cannot tell them, nor on sheets that are gone', async () => {
      const old = bench({ api: '1.8' });
      old.workbook.onEdit(() => assert.fail('told'))();
      assert.equal(old.host.syncs, 0);
      const { host, workbook } = bench();
      const sheet = host.userSheet('要删的', [[1]]);
      workbook.onEdit(() => assert.fail('told'));
      await workbook.sheetNames();
      host.userEdits(sheet, 'A1', 2);
      host.book.delete(sheet);
      await host.settle();
    });
  });

  it('does one thing at a time', async () => {
    const { host, workbook } = bench();
    const sheet = host.userSheet('我的表', [[1]]);
    await Promise.all([
      workbook.apply(plan(sheetPlan('表', [['一']]))),
      workbook.mark([mark({ cell: 'A1' })]),
      workbook.apply(plan(sheetPlan('表', [['二']]))),
      workbook.unmark(),
      workbook.mark([mark({ cell: 'B2' })]),
    ]);
    assert.deepEqual(
      [fillOf(sheet, 'A1'), fillOf(sheet, 'B2'), remarkOf(sheet, 'A1')],
      [undefined, 'FFC7CE', undefined],
    );
    assert.equal(valueOf(host.book.sheet('表'), 'A1'), '二');
    assert.deepEqual(host.errors, []);
  });

  it('says which sheets are protected', async () => {
    const { host, workbook } = bench();
    host.userSheet('锁', [[1]]).protected = true;
    assert.deepEqual(await workbook.protectedSheets(), ['锁']);
  });
});
