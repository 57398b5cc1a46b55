import assert from 'node:assert/strict';
import fc from 'fast-check';
import { WorkbookError, type Plan, type SheetPlan } from '../../src/workbook';
import { sheetPlan } from './contract';
import { bench, fillOf, formatOf, formulaOf, mark, removeBench, remarkOf, snapshot, valueOf } from './excel-bench';

/*
 * Filling a workbook that is a person's: what is written arrives as it is meant, everything else stays as it was, and a
 * fill that fails leaves nothing behind.
 */

const STYLED = sheetPlan(
  '收支总表',
  [
    ['标题', null, null],
    ['科目', '金额', '说明'],
    ['0012', 1234.5, '—'],
    ['甲', 0, null],
  ],
  {
    columnWidths: [20, 12, 12],
    rowHeights: [{ row: 0, height: 30 }],
    styles: [
      {
        area: { row: 0, column: 0, rows: 4, columns: 3 },
        style: { font: '宋体', size: 10, vertical: 'middle', numberFormat: '@' },
      },
      { area: { row: 0, column: 0, rows: 1, columns: 3 }, style: { bold: true, horizontal: 'center', wrap: true } },
      { area: { row: 1, column: 0, rows: 3, columns: 3 }, style: { border: 'grid' } },
      { area: { row: 2, column: 1, rows: 2, columns: 1 }, style: { horizontal: 'right', numberFormat: '#,##0.00' } },
      {
        area: { row: 3, column: 0, rows: 1, columns: 1 },
        style: { indent: 2, fill: 'EEEEEE', color: '0563C1', underline: true },
      },
    ],
    merges: [{ row: 0, column: 0, rows: 1, columns: 3 }],
    freeze: { rows: 2, columns: 1 },
  },
);

const plan = (...sheets: SheetPlan[]): Plan => ({ sheets, marks: [] });
const isHost = (pattern: RegExp) => (error: unknown) =>
  error instanceof WorkbookError && error.fault === 'host' && pattern.test(error.message);

const HOSTILE = [
  "=cmd|' /C calc'!A0",
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1:A9)',
  '＝1+1',
  '－',
  '-',
  '<script>alert(1)</script>',
  "'quoted",
  "''twice",
  "'",
  '0012',
  '1E5',
  '50%',
  '1,234.50',
  '(5)',
  '2024-1-1',
  'TRUE',
  '\t=1',
  ' =1',
  '长'.repeat(32_000),
];

describe('Excel: filling', () => {
  afterEach(removeBench);

  it('brings values, formats, sizes, merges, frozen rows and the page', async () => {
    const { host, workbook } = bench();
    await workbook.apply(plan(STYLED));
    const sheet = host.book.sheet('收支总表');
    assert.deepEqual(
      ['A3', 'B3', 'C3', 'B4', 'C4'].map((cell) => valueOf(sheet, cell)),
      ['0012', 1234.5, '—', 0, undefined],
    );
    const wanted: [string, string, unknown][] = [
      ['A1', 'font.name', '宋体'],
      ['A1', 'font.bold', true],
      ['A1', 'horizontalAlignment', 'Center'],
      ['A1', 'wrapText', true],
      ['A1', 'border.top', undefined],
      ['A2', 'border.top', 'Continuous'],
      ['B3', 'border.left', 'Continuous'],
      ['C4', 'border.bottom', 'Continuous'],
      ['C4', 'border.right', 'Continuous'],
      ['B3', 'numberFormat', '#,##0.00'],
      ['B3', 'horizontalAlignment', 'Right'],
      ['A3', 'numberFormat', '@'],
      ['A4', 'indentLevel', 2],
      ['A4', 'font.color', '#0563C1'],
      ['A4', 'font.underline', 'Single'],
      ['A4', 'fill', 'EEEEEE'],
      ['A3', 'fill', undefined],
    ];
    for (const [cell, property, value] of wanted)
      assert.equal(formatOf(sheet, cell, property), value, `${cell} ${property}`);
    assert.deepEqual(
      [sheet.width(0), sheet.width(1), sheet.height(0), sheet.height(1)],
      [20 * 5.25 + 3.75, 66.75, 30, 18],
    );
    assert.deepEqual(sheet.freeze, { row: 0, column: 0, rows: 2, columns: 1 });
    assert.deepEqual(sheet.page, {
      ...{ orientation: 'Portrait', paperSize: 'A4', zoom: { horizontalFitToPages: 1 }, centerHorizontally: true },
      ...{ leftMargin: 36, rightMargin: 36, topMargin: 36, bottomMargin: 36, headerMargin: 18, footerMargin: 18 },
      ...{ centerFooter: '第 &P 页，共 &N 页', titleRows: '1:1' },
    });
  });

  for (const format of [undefined, '@', '#,##0.00'] as const) {
    it(`keeps hostile text as text in cells of format ${format ?? 'General'}`, async () => {
      const { host, workbook } = bench();
      const styles =
        format === undefined
          ? []
          : [{ area: { row: 0, column: 0, rows: HOSTILE.length, columns: 1 }, style: { numberFormat: format } }];
      await workbook.apply(
        plan(
          sheetPlan(
            '文字',
            HOSTILE.map((text) => [text]),
            { styles },
          ),
        ),
      );
      const sheet = host.book.sheet('文字');
      HOSTILE.forEach((text, row) =>
        assert.deepEqual([sheet.content(row, 0).value, sheet.content(row, 0).formula], [text, undefined]),
      );
      const [read] = await workbook.readBack(['文字']);
      assert.deepEqual(read!.values.flat(), HOSTILE);
    });
  }

  it('brings any text and any number through unharmed', async () => {
    const value = fc.oneof(
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.stringMatching(/^[=+\-@'＝]{1,2}[A-Z0-9(]{0,5}$/).filter((text) => text !== ''),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
      fc.constant(null),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(value, fc.constantFrom('@', '0.00', undefined)), { minLength: 1, maxLength: 12 }),
        async (cells) => {
          const { workbook } = bench();
          const styles = cells.flatMap(([, numberFormat], row) =>
            numberFormat === undefined
              ? []
              : [{ area: { row, column: 0, rows: 1, columns: 1 }, style: { numberFormat } }],
          );
          // A last row that is not empty: what is empty at the end of a sheet is not in use.
          const values = [...cells.map(([one]) => [one]), ['终']];
          await workbook.apply(plan(sheetPlan('表', values, { styles })));
          const [read] = await workbook.readBack(['表']);
          // The used range begins with the first cell that holds something; the reader fills up from A1.
          assert.deepEqual(read!.values, values);
        },
      ),
      { numRuns: 60 },
    );
  }).timeout(20_000);

  it('makes links of links and of nothing else', async () => {
    const { host, workbook } = bench();
    const link = { row: 0, column: 0, target: { sheet: "有'的表", cell: 'C7' } };
    const styles = [{ area: { row: 0, column: 0, rows: 2, columns: 1 }, style: { numberFormat: '@' } }];
    await workbook.apply(plan(sheetPlan('核对结果', [['C7'], ['C7']], { links: [link], styles })));
    const sheet = host.book.sheet('核对结果');
    assert.equal(formulaOf(sheet, 'A1'), `=HYPERLINK("#'有''的表'!C7","C7")`);
    assert.deepEqual([valueOf(sheet, 'A1'), valueOf(sheet, 'A2'), formulaOf(sheet, 'A2')], ['C7', 'C7', undefined]);
  });

  for (const api of ['1.4', '1.20']) {
    it(`leaves every other sheet as it was, down to the formulas that lead to a replaced sheet (${api})`, async () => {
      const { host, workbook } = bench({ api });
      host.userSheet(
        '收支总表',
        [
          ['旧', 1],
          ['旧', 2],
        ],
        { fill: 'FFFF00' },
      );
      const other = host.userSheet('汇总', [["='收支总表'!B2", '=收支总表!B1', '别动', 7]], { 'font.bold': true });
      other.rules.push({
        id: 'own',
        type: 'Custom',
        area: { row: 0, column: 0, rows: 1, columns: 1 },
        formula: '=A1>1',
        fill: '00FF00',
        stopIfTrue: true,
      });
      other.notes.push({ id: 'own', cell: { row: 0, column: 2, rows: 1, columns: 1 }, content: '我的批注' });
      const before = snapshot(host, ['收支总表']);
      await workbook.apply({ sheets: [STYLED], marks: [mark({ sheet: '收支总表', cell: 'B3' })] });
      await workbook.unmark();
      const made = host.book.sheets.filter(({ visibility }) => visibility !== 'Visible').map(({ name }) => name);
      assert.equal(snapshot(host, ['收支总表', ...made]), before);
      assert.equal(formulaOf(other, 'A1'), "='收支总表'!B2");
      // The formula shows what stands there now.
      assert.equal(host.book.reckon("='收支总表'!B3"), 1234.5);
      assert.equal(formatOf(host.book.sheet('收支总表'), 'A3', 'fill'), undefined);
    });
  }

  it('replaces everything that stood on a sheet of the same name, whatever its case', async () => {
    const { host, workbook } = bench();
    const old = host.userSheet('table', [
      ['旧', 1, 2, 3],
      ['旧', 2, 3, 4],
    ]);
    old.merges.push({ row: 0, column: 2, rows: 2, columns: 1 });
    old.notes.push({ id: 'n', cell: { row: 1, column: 1, rows: 1, columns: 1 }, content: '旧' });
    old.hiddenRows.add(1);
    await workbook.apply({
      sheets: [sheetPlan('Table', [['新'], [8]])],
      marks: [mark({ sheet: 'TABLE', cell: 'A2' })],
    });
    assert.deepEqual(await workbook.sheetNames(), ['我的表', 'table']);
    const sheet = host.book.sheet('table');
    assert.deepEqual([valueOf(sheet, 'A1'), valueOf(sheet, 'B2'), valueOf(sheet, 'D1')], ['新', undefined, undefined]);
    assert.deepEqual([sheet.merges, sheet.hiddenRows.size, remarkOf(sheet, 'B2')], [[], 0, undefined]);
    assert.equal(remarkOf(sheet, 'A2'), '错误：应为 12.00');
  });

  it('adds new sheets in the order of the plan, and brings a hidden one to light', async () => {
    const { host, workbook } = bench();
    host.userSheet('乙', [[1]]).visibility = 'Hidden';
    await workbook.apply(plan(...['丁', '乙', '丙', '甲'].map((name) => sheetPlan(name, [[name]]))));
    assert.deepEqual(await workbook.sheetNames(), ['我的表', '乙', '丁', '丙', '甲']);
    assert.equal(host.book.sheet('乙').visibility, 'Visible');
  });

  describe('refuses before anything is written', () => {
    const cases: [string, (of: ReturnType<typeof bench>) => void, RegExp][] = [
      [
        'a protected sheet',
        ({ host }) => (host.userSheet('收支总表', [[1]]).protected = true),
        /“收支总表”受保护.*撤销工作表保护/,
      ],
      ['a protected workbook', ({ host }) => (host.book.structureProtected = true), /结构受保护.*撤销工作簿保护/],
      [
        'a very hidden sheet',
        ({ host }) => (host.userSheet('收支总表', [[1]]).visibility = 'VeryHidden'),
        /“收支总表”.*隐藏.*取消隐藏/,
      ],
      [
        'a sheet with a table in it',
        ({ host }) => host.userSheet('收支总表', [[1]]).tables.push({ name: '表1' }),
        /Excel 表格“表1”.*转换为区域/,
      ],
      ['a cell that is being edited', ({ host }) => (host.editing = true), /正在编辑单元格.*回车/],
    ];
    for (const [name, prepare, message] of cases) {
      it(name, async () => {
        const one = bench();
        one.host.userSheet('别的', [[1]]);
        prepare(one);
        const before = snapshot(one.host);
        const settings = [...one.host.book.settings];
        await assert.rejects(one.workbook.apply(plan(sheetPlan('新表', [[1]]), STYLED)), isHost(message));
        assert.equal(snapshot(one.host), before);
        assert.deepEqual([...one.host.book.settings], settings);
      });
    }
  });

  for (const where of [
    'WorksheetCollection.add',
    'Worksheet.copy',
    'Range.values',
    'Range.merge',
    'RangeFont.bold',
    'SettingCollection.add',
    'ConditionalFormatCollection.add',
  ]) {
    it(`leaves nothing behind when Excel fails at ${where}`, async () => {
      const { host, workbook } = bench();
      const old = host.userSheet(
        '旧表',
        [
          ['旧', 5],
          ['数', 6],
        ],
        { fill: 'FFFF00', 'font.bold': true },
      );
      old.merges.push({ row: 4, column: 0, rows: 1, columns: 2 });
      old.heights.set(1, 40);
      const before = snapshot(host);
      host.failAt(where);
      const all = { sheets: [STYLED, sheetPlan('旧表', [['新']])], marks: [mark({ sheet: '旧表', cell: 'A1' })] };
      await assert.rejects(workbook.apply(all), isHost(/填入工作表没有完成：.*GeneralException.*重启 Excel/));
      assert.equal(snapshot(host), before);
      // And what came before can still be taken back, or there is nothing to.
      assert.equal(await workbook.undo(), false);
    });
  }

  it('a failure after an earlier fill leaves that fill, and its undo', async () => {
    const { host, workbook } = bench();
    host.userSheet('收支总表', [['旧']]);
    const first = snapshot(host);
    await workbook.apply(plan(STYLED));
    const filled = snapshot(host);
    host.failAt('Range.merge');
    await assert.rejects(workbook.apply(plan(STYLED, sheetPlan('新表', [[1]]))), WorkbookError);
    assert.equal(snapshot(host), filled);
    assert.equal(await workbook.undo(), true);
    assert.equal(snapshot(host), first);
  });

  it('does without the page where Excel has no printer, and without a note that it refuses', async () => {
    const { host, workbook } = bench();
    host.failAt('PageLayout.orientation');
    await workbook.apply({ sheets: [STYLED], marks: [mark({ sheet: '收支总表', cell: 'B3' })] });
    assert.equal(valueOf(host.book.sheet('收支总表'), 'B3'), 1234.5);
    host.failAt('NoteCollection.add');
    await workbook.apply({ sheets: [STYLED], marks: [mark({ sheet: '收支总表', cell: 'B3' })] });
    assert.equal(fillOf(host.book.sheet('收支总表'), 'B3'), 'FFC7CE');
    host.failAt('NoteCollection.add');
    await workbook.mark([mark({ sheet: '收支总表', cell: 'B4' })]);
    assert.equal(fillOf(host.book.sheet('收支总表'), 'B4'), 'FFC7CE');
    await workbook.unmark();
    assert.equal(fillOf(host.book.sheet('收支总表'), 'B4'), undefined);
  });

  it(`takes no more than 4 requests even when sheets are replaced and marked`, async () => {
    const { host, workbook } = bench();
    await workbook.apply(plan(STYLED));
    host.resetCounts();
    await workbook.apply({ sheets: [STYLED], marks: [mark({ sheet: '收支总表', cell: 'B3' })] });
    assert.ok(host.syncs <= 4, String(host.syncs));
  });
});
