import assert from 'node:assert/strict';
import { FAMILIES } from '../../../src/families';
import { layOut } from '../../../src/workbook';
import { disclosure, factAt, type RowSpec } from '../build';
import { FAMILY } from '../family';
import { assertNothingLost, cellsWith, mergesOf, rowAt, sheetOf, styleAt, valueAt } from '../look-up';
import { balance, EXPENDITURE_ROWS, INCOME_ROWS } from '../samples';

describe('layout: a form with fixed rows', () => {
  const source = disclosure([balance()]);
  const layout = layOut(source, FAMILY);
  const sheet = sheetOf(layout, '收支总表');

  it('prints number, title, entity and unit above the header', () => {
    assert.deepEqual(rowAt(sheet, 1), [null, null, null, null, '预算公开表1']);
    assert.equal(valueAt(sheet, 'A2'), '2023年收支总表');
    assert.equal(valueAt(sheet, 'A3'), '单位名称：某某市某某中心');
    assert.equal(valueAt(sheet, 'E3'), '单位：万元');
    assert.ok(mergesOf(sheet).includes('A2:E2'));
    const title = styleAt(sheet, 'A2');
    assert.deepEqual([title.bold, title.size, title.horizontal], [true, 16, 'center']);
  });

  it('merges equal neighbours of the header and replaces the year', () => {
    assert.deepEqual(rowAt(sheet, 4), ['收入', null, '支出', null, null]);
    assert.deepEqual(rowAt(sheet, 5), ['项目', '2023年', '项目', '2023年合计', '当年预算安排']);
    assert.ok(mergesOf(sheet).includes('A4:B4'));
    assert.ok(mergesOf(sheet).includes('C4:E4'));
  });

  it('fills the fixed rows, levels the feet and leaves blank cells empty', () => {
    assert.deepEqual(sheet.values.slice(5), [
      ['一、一般公共预算', 70, '一、一般公共服务支出', 40, 30],
      ['二、单位资金', 20, '二、教育支出', '—', null],
      ['本年收入合计', 90, '三、卫生健康支出', 60, 60],
      ['上年结转', 10, null, null, null],
      ['一、一般公共预算', 10, '本年支出合计', 100, 90],
      ['收入总计', 100, '支出总计', 100, 0],
    ]);
    assert.equal(styleAt(sheet, 'A10').indent, 1);
    assert.equal(styleAt(sheet, 'A11').horizontal, 'center');
    assert.deepEqual(layout.messages, []);
  });

  it('tells one label in body and foot apart by its key', () => {
    const body = factAt(source, { row: 0 });
    const foot = factAt(source, { row: 5 });
    assert.deepEqual(layout.cellOf(body), { sheet: '收支总表', cell: 'B6' });
    assert.deepEqual(layout.cellOf(foot), { sheet: '收支总表', cell: 'B10' });
  });

  it('gives every figure its cell', () => {
    assertNothingLost(source, layout);
    assert.deepEqual(layout.cellOf(factAt(source, { block: 1, row: 2, amount: 1 })), { sheet: '收支总表', cell: 'E8' });
    assert.equal(layout.cellOf(factAt(source, { row: 2 })), undefined, 'a blank row holds nothing');
    assert.equal(layout.cellOf(999), undefined);
    assert.equal(layout.cellOf(-1), undefined);
    assert.equal(layout.sheetOf(0), '收支总表');
    assert.equal(layout.sheetOf(1), undefined);
  });

  it('draws a border round every cell of the table and none above it', () => {
    for (const cell of ['A4', 'E5', 'B9', 'E11']) assert.equal(styleAt(sheet, cell).border, 'grid', cell);
    for (const cell of ['A1', 'A2', 'E3']) assert.equal(styleAt(sheet, cell).border, undefined, cell);
  });

  it('shows amounts with two decimals and keeps texts as text', () => {
    assert.equal(styleAt(sheet, 'B6').numberFormat, '#,##0.00');
    assert.equal(styleAt(sheet, 'A6').numberFormat, '@');
  });

  it('prints on A4, one page wide, with its head on every page', () => {
    assert.equal(sheet.print.orientation, 'portrait');
    assert.equal(sheet.print.repeatRows, 5);
    assert.deepEqual(sheet.freeze, { rows: 5, columns: 0 });
  });
});

describe('layout: rows that the form does not have', () => {
  const extra: RowSpec = { label: '四、农林水支出', key: { item: '213' }, cells: ['5.00', '5.00'] };
  const before = [...EXPENDITURE_ROWS.slice(0, 3), extra, ...EXPENDITURE_ROWS.slice(3)];
  const source = disclosure([balance(INCOME_ROWS, before)]);
  const layout = layOut(source, FAMILY);
  const sheet = sheetOf(layout, '收支总表');

  it('stand before the foot, and are said', () => {
    assert.deepEqual(rowAt(sheet, 9), ['上年结转', 10, '四、农林水支出', 5, 5]);
    assert.deepEqual(rowAt(sheet, 10).slice(2), ['本年支出合计', 100, 90]);
    assertNothingLost(source, layout);
    assert.equal(layout.messages.length, 1);
    assert.equal(layout.messages[0]!.severity, 'info');
    assert.match(
      layout.messages[0]!.text,
      /“收支总表”有 1 行是模板没有的：“四、农林水支出”，已插在合计之前（第 9 行）。/,
    );
  });

  it('a second row of one label gets a row of its own', () => {
    const twice = [
      ...EXPENDITURE_ROWS,
      { label: '支出总计', role: 'total', key: { item: 'grand' }, cells: ['7.00', '8.00'] },
    ] as const;
    const doubled = disclosure([balance(INCOME_ROWS, twice)]);
    const laidOut = layOut(doubled, FAMILY);
    assertNothingLost(doubled, laidOut);
    assert.match(laidOut.messages[0]!.text, /“支出总计”/);
    assert.deepEqual(cellsWith(sheetOf(laidOut, '收支总表'), 7), ['D9']);
  });

  it('a row without a name keeps its amount', () => {
    const nameless = disclosure([balance([...INCOME_ROWS, { role: 'blank', cells: ['3.21'] }])]);
    const laidOut = layOut(nameless, FAMILY);
    assertNothingLost(nameless, laidOut);
    assert.match(laidOut.messages[0]!.text, /无名称/);
  });

  it('is matched by its label when its key is unknown, and by its key when its label is another', () => {
    const rows: readonly RowSpec[] = [
      { label: '一、卫生健康支出', cells: ['60.00', ''] },
      { label: '二、普通教育', key: { item: '205' }, cells: ['4.00', ''] },
      { label: '本年支出合计', role: 'total', cells: ['64.00', ''] },
    ];
    const layoutOf = layOut(disclosure([balance(INCOME_ROWS, rows)]), FAMILY);
    const laidOut = sheetOf(layoutOf, '收支总表');
    assert.deepEqual(cellsWith(laidOut, 60), ['D8']);
    assert.deepEqual(cellsWith(laidOut, 4), ['D7']);
    assert.deepEqual(cellsWith(laidOut, 64), ['D10']);
    assert.deepEqual(layoutOf.messages, []);
  });

  it('is matched by label and key together where a label stands twice', () => {
    const rows = INCOME_ROWS.filter((_, index) => index !== 0);
    const laidOut = sheetOf(layOut(disclosure([balance(rows)]), FAMILY), '收支总表');
    assert.deepEqual([valueAt(laidOut, 'B6'), valueAt(laidOut, 'B10')], [null, 10]);
  });

  it('never fills the rows that the form leaves blank', () => {
    const fiscal = FAMILIES.find(({ id }) => id === 'shanxi-budget')!;
    const rows: readonly RowSpec[] = [{ role: 'blank', cells: ['3.21', '', '', ''] }];
    const columns = [
      { role: 'name' as const, path: ['项目'] },
      ...['fiscal', 'general', 'govfund', 'capital'].map((fund) => ({
        role: 'amount' as const,
        path: [fund],
        key: { fund },
      })),
    ];
    const nameless = disclosure([{ id: 'fiscal', blocks: [{ key: { flow: 'expenditure' }, columns, rows }] }]);
    const laidOut = layOut(nameless, fiscal);
    assertNothingLost(nameless, laidOut);
    assert.match(laidOut.messages[0]!.text, /无名称/);
  });

  it('a total that says nothing about its key is not taken for the form’s own total', () => {
    const rows: readonly RowSpec[] = [{ label: '小计', role: 'total', cells: ['5.50'] }];
    const laidOut = layOut(disclosure([balance(rows)]), FAMILY);
    assert.deepEqual(rowAt(sheetOf(laidOut, '收支总表'), 8).slice(0, 2), ['小计', 5.5]);
  });

  it('a row that says nothing about its key never takes the place of a total', () => {
    const rows: readonly RowSpec[] = [{ label: '某种新收入', cells: ['5.50'] }];
    const laidOut = layOut(disclosure([balance(rows)]), FAMILY);
    assert.deepEqual(rowAt(sheetOf(laidOut, '收支总表'), 8).slice(0, 2), ['某种新收入', 5.5]);
  });
});
