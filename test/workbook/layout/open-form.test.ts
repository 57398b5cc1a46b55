import assert from 'node:assert/strict';
import { SHANGHAI_FINAL } from '../../../src/families/shanghai/final';
import { layOut } from '../../../src/workbook';
import type { SheetPlan } from '../../../src/workbook/plan';
import { type ColumnSpec, disclosure, factAt, type RowSpec } from '../build';
import { FAMILY } from '../family';
import { assertNothingLost, mergesOf, rowAt, sheetOf, styleAt, valueAt } from '../look-up';
import { balance, expenditure, OPEN_COLUMNS } from '../samples';

describe('layout: an open form', () => {
  const source = disclosure([expenditure()]);
  const layout = layOut(source, FAMILY);
  const sheet = sheetOf(layout, '支出总表');

  it('prints the total first, then the rows of the document, under a row of column numbers', () => {
    assert.deepEqual(sheet.values.slice(3), [
      ['项目', null, '合计', '其中', null],
      ['科目编码', '科目名称', null, '基本支出', '项目支出'],
      ['1', '2', '3', '4', '5'],
      ['合计', null, 60, 50, 10],
      ['210', '卫生健康支出', 60, 50, 10],
      ['21004', '公共卫生', 60, 50, 10],
      ['2100403', '妇幼保健机构', 60, 50, 10],
    ]);
    assert.deepEqual(mergesOf(sheet).slice(2), ['A4:B4', 'C4:C5', 'D4:E4', 'A7:B7']);
    assertNothingLost(source, layout);
  });

  it('indents names by the depth of their codes; codes are text', () => {
    assert.deepEqual(
      ['B8', 'B9', 'B10'].map((cell) => styleAt(sheet, cell).indent ?? 0),
      [0, 1, 2],
    );
    assert.equal(styleAt(sheet, 'A9').numberFormat, '@');
    assert.equal(styleAt(sheet, 'A9').horizontal, 'left');
    assert.equal(styleAt(sheet, 'A7').horizontal, 'center');
  });

  it('matches columns by meaning, in whatever order and under whatever words', () => {
    const [code, name, all, basic, project] = OPEN_COLUMNS;
    const columns = [
      code!,
      name!,
      { ...project!, path: ['项目'] },
      { ...basic!, path: ['人员和公用'] },
      { ...all!, path: ['总额'] },
    ];
    const other = disclosure([expenditure(columns, [{ label: '甲', code: '201', cells: ['1.00', '2.00', '3.00'] }])]);
    const laidOut = layOut(other, FAMILY);
    assert.deepEqual(rowAt(sheetOf(laidOut, '支出总表'), 8), ['201', '甲', 3, 2, 1]);
    assert.deepEqual(laidOut.messages, []);
  });

  it('appends a column that the form does not have, and says so', () => {
    const columns = [
      ...OPEN_COLUMNS.slice(0, 3),
      { role: 'amount' as const, path: ['备用', '其他说明'] },
      ...OPEN_COLUMNS.slice(3),
    ];
    const rows = [{ label: '甲', code: '201', cells: ['3.00', '9.99', '2.00', '1.00'] }];
    const other = disclosure([expenditure(columns, rows)]);
    const laidOut = layOut(other, FAMILY);
    const wide = sheetOf(laidOut, '支出总表');
    assert.deepEqual(rowAt(wide, 8), ['201', '甲', 3, 2, 1, 9.99]);
    assert.deepEqual([valueAt(wide, 'F4'), valueAt(wide, 'F5')], ['备用', '其他说明']);
    assertNothingLost(other, laidOut);
    assert.match(laidOut.messages[0]!.text, /“支出总表”有 1 列是模板没有的：“备用·其他说明”，已附在表格右侧（F 列）。/);
  });

  it('codes stand in one column or in one for each part, as the document prints them', () => {
    const rows = [{ label: '行政运行', code: '2012601', cells: ['3.00', '2.00', '1.00'] }];
    const amounts = OPEN_COLUMNS.slice(2);
    const name = { role: 'name' as const, path: ['项目', '科目名称'] };
    const code = (head: string): ColumnSpec => ({ role: 'code' as const, path: ['项目', head] });
    const of = (columns: readonly ColumnSpec[]): SheetPlan => {
      const table = { ...expenditure([...columns, name, ...amounts], rows), id: 'general-expenditure' };
      return sheetOf(layOut(disclosure([table]), SHANGHAI_FINAL), '一般公共预算财政拨款支出决算表');
    };
    const whole = of([code('科目编码')]);
    assert.deepEqual(whole.values.slice(-2, -1), [['2012601', '行政运行', 3, 2, 1]]);
    assert.ok(whole.values.some(([first]) => first === '支出功能分类科目编码'));
    const parts = of([code('类'), code('款'), code('项')]);
    assert.deepEqual(parts.values.slice(-2, -1), [['201', '26', '01', '行政运行', 3, 2, 1]]);
  });

  it('two columns of one meaning go into two columns', () => {
    const columns = [...OPEN_COLUMNS, { ...OPEN_COLUMNS[2]!, path: ['2022年执行数'] }];
    const other = disclosure([expenditure(columns, [{ label: '甲', cells: ['3.00', '2.00', '1.00', '4.00'] }])]);
    const laidOut = layOut(other, FAMILY);
    assertNothingLost(other, laidOut);
    assert.deepEqual(rowAt(sheetOf(laidOut, '支出总表'), 8), [null, '甲', 3, 2, 1, 4]);
  });

  it('of two columns of one meaning the one of the right year is the form’s', () => {
    const columns = [
      { role: 'name' as const, path: ['支出', '项目'] },
      { role: 'amount' as const, path: ['支出', '2022年合计'] },
      { role: 'amount' as const, path: ['支出', '2023年合计'] },
    ];
    const rows = [{ label: '一、一般公共服务支出', key: { item: '201' }, cells: ['1.00', '2.00'] }];
    const years = disclosure([{ id: 'balance', blocks: [{ key: { flow: 'expenditure' }, columns, rows }] }]);
    assert.deepEqual(rowAt(sheetOf(layOut(years, FAMILY), '收支总表'), 6).slice(2), [
      '一、一般公共服务支出',
      2,
      null,
      1,
    ]);
  });

  it('one column never fills two', () => {
    const columns = [OPEN_COLUMNS[1]!, { role: 'amount' as const, path: ['合计'], key: { nature: 'basic' } }];
    const source = disclosure([expenditure(columns, [{ label: '甲', cells: ['5.00'] }])]);
    const layout = layOut(source, FAMILY);
    assertNothingLost(source, layout);
    assert.deepEqual(rowAt(sheetOf(layout, '支出总表'), 8), [null, '甲', null, 5, null]);
  });

  it('two blocks of expenditure never fill the income side', () => {
    const [, spending] = balance().blocks;
    const both = disclosure([{ id: 'balance', blocks: [spending!, spending!] }]);
    const laidOut = layOut(both, FAMILY);
    assertNothingLost(both, laidOut);
    assert.deepEqual(rowAt(sheetOf(laidOut, '收支总表'), 6).slice(0, 4), [
      '一、一般公共预算',
      null,
      '一、一般公共服务支出',
      40,
    ]);
    assert.match(laidOut.messages[0]!.text, /有 3 列是模板没有的/);
  });

  it('a block that does not say its flow is taken by order', () => {
    const [income, spending] = balance().blocks;
    const both = disclosure([
      {
        id: 'balance',
        blocks: [
          { ...income!, key: {} },
          { ...spending!, key: {} },
        ],
      },
    ]);
    const laidOut = layOut(both, FAMILY);
    assertNothingLost(both, laidOut);
    assert.deepEqual(laidOut.messages, []);
  });

  it('a block of another flow never stands under the form’s heading', () => {
    const income = { ...expenditure().blocks[0]!, key: { flow: 'income' } };
    const both = disclosure([{ ...expenditure(), blocks: [income, ...expenditure().blocks] }]);
    const laidOut = layOut(both, FAMILY);
    assertNothingLost(both, laidOut);
    assert.deepEqual(laidOut.cellOf(factAt(both, { block: 1, row: 0 })), { sheet: '支出总表', cell: 'C8' });
    assert.deepEqual(laidOut.cellOf(factAt(both, { block: 0, row: 0 })), { sheet: '支出总表', cell: 'H7' });
    assert.match(laidOut.messages[0]!.text, /有 5 列是模板没有的/);
  });

  it('keeps a text that stands where an amount was due', () => {
    const rows: readonly RowSpec[] = [{ label: '甲', code: '201', cells: ['详见附件', '=1+1', '—'] }];
    const other = disclosure([expenditure(OPEN_COLUMNS, rows)]);
    const laidOut = layOut(other, FAMILY);
    const strays = sheetOf(laidOut, '支出总表');
    assert.deepEqual(rowAt(strays, 8), ['201', '甲', '详见附件', '=1+1', '—']);
    assert.equal(styleAt(strays, 'D8').numberFormat, '@');
    assert.equal(styleAt(strays, 'E8').numberFormat, '#,##0.00', 'a dash gives way to a number that is typed over it');
    assertNothingLost(other, laidOut);
  });

  it('keeps such a text in a row of no name, and below the table when its cell is taken', () => {
    const rows: readonly RowSpec[] = [
      { label: '甲', code: '201', cells: ['1.00', '', ''] },
      { role: 'blank', cells: ['', '另附', ''] },
    ];
    const other = disclosure([expenditure(OPEN_COLUMNS, rows)]);
    const [statement] = other.statements;
    const lost = [
      { ...statement!.strays[0]!, row: 0, column: 2, text: '占位' },
      { ...statement!.strays[0]!, row: 0, column: 99, text: '无列' },
    ];
    const laidOut = layOut(
      { ...other, statements: [{ ...statement!, strays: [...statement!.strays, ...lost] }] },
      FAMILY,
    );
    const sheet = sheetOf(laidOut, '支出总表');
    assert.deepEqual(sheet.values.slice(7), [
      ['201', '甲', 1, null, null],
      [null, null, null, '另附', null],
      ['占位', null, null, null, null],
      ['无列', null, null, null, null],
    ]);
  });

  it('puts the texts of a row that have no column of their own beside its name', () => {
    const columns = [{ role: 'amount' as const, path: ['金额'] }];
    const rows = [{ label: '甲', code: '201', category: '工资', cells: ['1.00'] }];
    const generic = disclosure([
      { id: 'generic-1', title: '表', blocks: [{ columns: [{ role: 'name', path: ['名称'] }, ...columns], rows }] },
    ]);
    assert.deepEqual(rowAt(sheetOf(layOut(generic, undefined), '表'), 5), ['201 甲 工资', 1]);
  });
});
