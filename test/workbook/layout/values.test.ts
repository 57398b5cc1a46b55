import assert from 'node:assert/strict';
import { layOut } from '../../../src/workbook';
import { disclosure } from '../build';
import { FAMILY } from '../family';
import { rowAt, sheetOf, styleAt, valueAt } from '../look-up';
import { balance, expenditure, OPEN_COLUMNS } from '../samples';

describe('layout: values', () => {
  function show(cells: readonly string[], unit: '元' | '万元' = '万元') {
    const rows = cells.map((cell) => ({ label: '甲', cells: [cell] }));
    const columns = [
      { role: 'name' as const, path: ['名称'] },
      { role: 'amount' as const, path: ['金额'] },
    ];
    const sheet = sheetOf(
      layOut(disclosure([{ id: 'generic-1', title: '表', unit, blocks: [{ columns, rows }] }]), undefined),
      '表',
    );
    return cells.map((_, at) => [valueAt(sheet, `B${5 + at}`), styleAt(sheet, `B${5 + at}`).numberFormat]);
  }

  it('keeps decimals beyond two, and never fewer than two in 万元', () => {
    assert.deepEqual(show(['1', '1.5', '12.3456', '-0.00', '(3.10)', '１，２３４．５０']), [
      [1, '#,##0.00'],
      [1.5, '#,##0.00'],
      [12.3456, '#,##0.0000'],
      [0, '#,##0.00'],
      [-3.1, '#,##0.00'],
      [1234.5, '#,##0.00'],
    ]);
  });

  it('shows two decimals in 元 as soon as one amount prints them', () => {
    assert.deepEqual(show(['12,604,173', '79,189,400.34'], '元'), [
      [12604173, '#,##0.00'],
      [79189400.34, '#,##0.00'],
    ]);
  });

  it('leaves an amount as text that no spreadsheet number holds', () => {
    assert.deepEqual(show(['123456789012345.67', '1234567890123.45']), [
      ['123456789012345.67', '#,##0.00'],
      [1234567890123.45, '#,##0.00'],
    ]);
  });

  it('widens a column for its longest amount', () => {
    const long = disclosure([expenditure(OPEN_COLUMNS, [{ label: '甲', cells: ['123,456,789,012.00', '', ''] }])]);
    const sheet = sheetOf(layOut(long, FAMILY), '支出总表');
    assert.ok(sheet.columnWidths[2]! >= '123,456,789,012.00'.length + 1);
    assert.equal(sheet.columnWidths[3], 14);
  });

  it('gives a long name the height of its lines', () => {
    const long = disclosure([expenditure(OPEN_COLUMNS, [{ label: '很长的名称'.repeat(20), cells: ['1.00', '', ''] }])]);
    const sheet = sheetOf(layOut(long, FAMILY), '支出总表');
    const height = sheet.rowHeights.find(({ row }) => row === 7)?.height ?? 0;
    assert.ok(height >= 6 * 12, `${height}`);
  });

  it('cuts a text that no cell can hold, and says so', () => {
    const layout = layOut(
      disclosure([expenditure(OPEN_COLUMNS, [{ label: '长'.repeat(40_000), cells: ['1.00', '', ''] }])]),
      FAMILY,
    );
    assert.equal(String(valueAt(sheetOf(layout, '支出总表'), 'B8')).length, 32_767);
    assert.match(layout.messages[0]!.text, /截短/);
  });
});

describe('layout: the profile', () => {
  it('a department is called one, and a missing year leaves no gap', () => {
    const layout = layOut(disclosure([balance()], { level: 'department', year: null }), FAMILY);
    const sheet = sheetOf(layout, '收支总表');
    assert.equal(valueAt(sheet, 'A2'), '收支总表');
    assert.equal(valueAt(sheet, 'A3'), '部门名称：某某市某某中心');
    assert.deepEqual(rowAt(sheet, 5), ['项目', '金额', '项目', '合计', '当年预算安排']);
  });

  it('a title that names no year leaves the line of details to institution and unit, where the family has no line for the year', () => {
    const forms = FAMILY.forms.map((form) => ({ ...form, title: form.title.replace('{year}年', '') }));
    const sheet = sheetOf(layOut(disclosure([balance()], { year: null }), { ...FAMILY, forms }), '收支总表');
    assert.deepEqual(
      rowAt(sheet, 3).filter((value) => value !== null && value !== ''),
      ['单位名称：某某市某某中心', '单位：万元'],
    );
  });
});
