import assert from 'node:assert/strict';
import { layOut } from '../../../src/workbook';
import { disclosure, type RowSpec } from '../build';
import { FAMILY } from '../family';
import { assertNothingLost, cellsWith, mergesOf, rowAt, sheetOf, styleAt, valueAt } from '../look-up';
import { balance, expenditure, OPEN_COLUMNS } from '../samples';

describe('layout: empty, missing and repeated forms', () => {
  it('an empty form shows header, total, free rows and a note', () => {
    const layout = layOut(
      disclosure([expenditure(OPEN_COLUMNS, [{ label: '合计', role: 'total', cells: ['', '', ''] }])]),
      FAMILY,
    );
    const sheet = sheetOf(layout, '支出总表');
    assert.equal(valueAt(sheet, 'A7'), '合计');
    assert.equal(sheet.values.length, 12);
    assert.equal(valueAt(sheet, 'A12'), '注：本表无数据');
    assert.ok(mergesOf(sheet).includes('A12:E12'));
    assert.equal(styleAt(sheet, 'A11').border, 'grid');
  });

  it('a note that says so already is not said twice', () => {
    for (const note of [
      '注：本表无数据',
      '注:2025年没有安排政府性基金的支出，本表为空表。',
      '说明：本单位没有此项支出',
    ]) {
      const layout = layOut(disclosure([{ ...expenditure(OPEN_COLUMNS, []), notes: [note] }]), FAMILY);
      const texts = sheetOf(layout, '支出总表')
        .values.flat()
        .filter((value) => /^(?:注|说明)/.test(String(value)));
      assert.deepEqual(texts, [note]);
    }
  });

  it('a note says nothing where there are figures, zeros included', () => {
    const rows: readonly RowSpec[] = [{ label: '合计', role: 'total', cells: ['0.00', '', ''] }];
    const sheet = sheetOf(layOut(disclosure([expenditure(OPEN_COLUMNS, rows)]), FAMILY), '支出总表');
    assert.deepEqual(rowAt(sheet, 7), ['合计', null, 0, null, null]);
    assert.deepEqual(cellsWith(sheet, '注：本表无数据'), []);
  });

  it('a form that the document lacks is an empty sheet that says so', () => {
    const layout = layOut(disclosure([expenditure()]), FAMILY);
    assert.deepEqual(
      layout.sheets.map(({ name }) => name),
      ['收支总表', '支出总表'],
    );
    const sheet = sheetOf(layout, '收支总表');
    assert.deepEqual(rowAt(sheet, 11), ['收入总计', null, '支出总计', null, null]);
    assert.equal(valueAt(sheet, 'A12'), '注：公开文件中没有找到本表');
  });

  it('a form that is printed twice gets a second sheet', () => {
    const source = disclosure([expenditure(), balance(), expenditure()]);
    const layout = layOut(source, FAMILY);
    assert.deepEqual(
      layout.sheets.map(({ name }) => name),
      ['收支总表', '支出总表', '支出总表（2）'],
    );
    assert.deepEqual([0, 1, 2].map(layout.sheetOf), ['支出总表', '收支总表', '支出总表（2）']);
    assertNothingLost(source, layout);
    assert.match(layout.messages[0]!.text, /“支出总表”在文件中不止一张，另填在“支出总表（2）”。/);
  });

  it('prints the notes of the document below the table', () => {
    const layout = layOut(disclosure([{ ...expenditure(), notes: ['注：甲', '=cmd|乙'] }]), FAMILY);
    const sheet = sheetOf(layout, '支出总表');
    assert.deepEqual([valueAt(sheet, 'A11'), valueAt(sheet, 'A12')], ['注：甲', '=cmd|乙']);
  });
});
