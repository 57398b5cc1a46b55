import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FAMILIES } from '../../src/families';
import { checkPlan, layOut, placeFacts, planWorkbook } from '../../src/workbook';
import { disclosure, factAt, type RowSpec } from './build';
import { FAMILY } from './family';
import { assertNothingLost, cellsWith, mergesOf, rowAt, sheetOf, styleAt, valueAt } from './look-up';
import { balance, expenditure, EXPENDITURE_ROWS, INCOME_ROWS, OPEN_COLUMNS } from './samples';

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

describe('layout: tables of no form', () => {
  const source = disclosure([
    {
      id: 'generic-1',
      title: "'工资/津贴:表'",
      number: '附表3',
      unit: '元',
      blocks: [
        {
          columns: [
            { role: 'ordinal', path: ['序号'] },
            { role: 'code', path: ['科目', '类'] },
            { role: 'code', path: ['科目', '款'] },
            { role: 'code', path: ['科目', '项'] },
            { role: 'name', path: ['名称'] },
            { role: 'amount', path: ['金额'] },
            { role: 'amount', path: ['金额'] },
          ],
          rows: [
            { label: '行政运行', code: '2010101', cells: ['12,604,173', '5'] },
            { label: '教育', code: '205', cells: ['79189400', ''] },
            { label: '合计', role: 'total', cells: ['91793573', '5'] },
          ],
        },
      ],
    },
    { id: 'generic-2', title: '核对结果', blocks: [] },
    { id: 'generic-3', title: '工资 津贴 表', blocks: [] },
    { id: 'generic-4', title: '支出总表', blocks: [] },
    { id: 'generic-5', title: '', blocks: [] },
  ]);
  const layout = layOut(source, FAMILY);

  it('come after the forms under names of their own', () => {
    assert.deepEqual(
      layout.sheets.map(({ name, kind }) => `${kind} ${name}`),
      [
        'form 收支总表',
        'form 支出总表',
        'table 工资 津贴 表',
        'table 核对结果（2）',
        'table 工资 津贴 表（2）',
        'table 支出总表（2）',
        'table 表5',
      ],
    );
    checkPlan({ sheets: layout.sheets, marks: [] });
  });

  it('are laid out as printed, codes in the columns they came from', () => {
    assert.deepEqual(sheetOf(layout, '工资 津贴 表').values, [
      [null, null, null, null, null, null, '附表3'],
      ["'工资/津贴:表'", null, null, null, null, null, null],
      ['单位名称：某某市某某中心', null, null, null, null, null, '单位：元'],
      ['序号', '科目', null, null, '名称', '金额', '金额'],
      [null, '类', '款', '项', null, null, null],
      ['1', '201', '01', '01', '行政运行', 12604173, 5],
      ['2', '205', null, null, '教育', 79189400, null],
      ['合计', null, null, null, null, 91793573, 5],
    ]);
  });

  it('keep side by side what is printed side by side, free rows included', () => {
    const columns = [
      { role: 'name' as const, path: ['项目'] },
      { role: 'ordinal' as const, path: ['行次'] },
      { role: 'amount' as const, path: ['金额'] },
    ];
    const left = [
      { label: '甲', cells: ['1.00'] },
      { role: 'blank' as const, cells: [''] },
      { label: '总计', role: 'total' as const, cells: ['1.00'] },
    ];
    const right = ['乙', '丙', '总计'].map((label) => ({ label, cells: ['2.00'] }));
    const blocks = [
      { columns, rows: left },
      { columns, rows: right },
    ];
    const source = disclosure([{ id: 'generic-1', title: '表', blocks }]);
    const layout = layOut(source, undefined);
    assert.deepEqual(sheetOf(layout, '表').values.slice(4), [
      ['甲', '1', 1, '乙', '4', 2],
      [null, '2', null, '丙', '5', 2],
      ['总计', '3', 1, '总计', '6', 2],
    ]);
    assertNothingLost(source, layout);
  });

  it('lose no row when two claim one line', () => {
    const rows = ['甲', '乙'].map((label) => ({ label, cells: ['1.00'] }));
    const columns = [
      { role: 'name' as const, path: ['项目'] },
      { role: 'amount' as const, path: ['金额'] },
    ];
    const source = disclosure([{ id: 'generic-1', title: '表', blocks: [{ columns, rows }] }]);
    const [statement] = source.statements;
    const [block] = statement!.blocks;
    const same = { ...block!, rows: block!.rows.map((row) => ({ ...row, index: 0 })) };
    const clash = { ...source, statements: [{ ...statement!, blocks: [same] }] };
    assertNothingLost(clash, layOut(clash, undefined));
  });

  it('headings of two blocks are never merged with one another', () => {
    const columns = [
      { role: 'name' as const, path: ['表', '项目'] },
      { role: 'amount' as const, path: ['表', '金额'] },
    ];
    const block = { columns, rows: [{ label: '甲', cells: ['1.00'] }] };
    const two = layOut(disclosure([{ id: 'generic-1', title: '表', blocks: [block, block] }]), undefined);
    assert.deepEqual(mergesOf(sheetOf(two, '表')).slice(2), ['A4:B4', 'C4:D4']);
  });

  it('show 元 without decimals where none are printed', () => {
    assert.equal(styleAt(sheetOf(layout, '工资 津贴 表'), 'F6').numberFormat, '#,##0');
  });
});

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
});

describe('layout: addresses without a layout', () => {
  it('are those of the layout, with the same messages', () => {
    const source = disclosure([balance(), expenditure(), expenditure(), { ...expenditure(), id: 'generic-1' }]);
    const layout = layOut(source, FAMILY);
    const placed = placeFacts(source, FAMILY);
    for (const { id } of source.facts) assert.deepEqual(placed.cellOf(id), layout.cellOf(id));
    assert.deepEqual(placed.messages, layout.messages);
    assert.deepEqual([0, 1, 2, 3].map(placed.sheetOf), [0, 1, 2, 3].map(layout.sheetOf));
  });
});

describe('layout: any document', () => {
  const text = fc.oneof(
    fc.constantFrom('', '合计', '本年支出合计', '一、一般公共预算', '支出总计', '=1+1', '<b>x</b>', '项目', '上年结转'),
    fc.string({ maxLength: 8 }),
  );
  const cell = fc.oneof(
    fc.constantFrom('', '—', '0.00', '无', '=cmd|x', '详见'),
    fc
      .integer({ min: -10_000_000, max: 10_000_000 })
      .map((cents) => `${Math.trunc(cents / 100)}.${String(Math.abs(cents % 100)).padStart(2, '0')}`),
  );
  const key = fc.record(
    {
      item: fc.constantFrom('total', '201', '210', 'grand'),
      fund: fc.constantFrom('all', 'general', 'own'),
      vintage: fc.constantFrom('all', 'current', 'carryover'),
      nature: fc.constantFrom('all', 'basic', 'project'),
    },
    { requiredKeys: [] },
  );
  const flow = fc.constantFrom({}, { flow: 'income' }, { flow: 'expenditure' });
  const column = fc.record({
    role: fc.constantFrom(
      'code' as const,
      'name' as const,
      'category' as const,
      'ordinal' as const,
      'amount' as const,
      'amount' as const,
    ),
    path: fc.array(text, { maxLength: 3 }),
    key,
  });
  const row = fc.record({
    label: text,
    code: fc.constantFrom('', '201', '20101', '2010101', '=x'),
    role: fc.constantFrom('item' as const, 'total' as const, 'blank' as const),
    depth: fc.nat(9),
    key,
    cells: fc.array(cell, { maxLength: 6 }),
  });
  const block = fc.record({
    key: flow,
    columns: fc.array(column, { maxLength: 7 }),
    rows: fc.array(row, { maxLength: 8 }),
  });
  const spec = fc.record({
    id: fc.constantFrom('balance', 'expenditure', 'summary', 'fiscal', 'generic-1'),
    title: text,
    blocks: fc.array(block, { maxLength: 3 }),
    notes: fc.array(text, { maxLength: 2 }),
  });

  it('every amount stands in exactly one cell, and the plan can be carried out', () => {
    fc.assert(
      fc.property(
        fc.array(spec, { maxLength: 4 }),
        fc.constantFrom(undefined, FAMILY, ...FAMILIES),
        (specs, family) => {
          const source = disclosure(specs);
          const layout = layOut(source, family);
          assertNothingLost(source, layout);
          checkPlan(planWorkbook(source, family));
        },
      ),
      { numRuns: 300 },
    );
  });
});
