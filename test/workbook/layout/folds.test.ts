import assert from 'node:assert/strict';
import { checkSheets, checkText } from '../../../src';
import { FAMILIES } from '../../../src/families';
import type { Disclosure } from '../../../src/model/disclosure';
import type { Family } from '../../../src/model/form';
import { layOut, MemoryWorkbook, planWorkbook } from '../../../src/workbook';
import { disclosure, factAt, type ColumnSpec, type RowSpec } from '../build';
import { FAMILY } from '../family';
import { assertNothingLost, cellsWith, mergesOf, rowAt, sheetOf, styleAt } from '../look-up';

/*
 * 基本支出 by 经济分类, which the official form prints side by side.
 */

const FOLDED: Family = {
  ...FAMILY,
  forms: [
    {
      id: 'basic',
      sheet: '基本支出表',
      number: 1,
      title: '基本支出表',
      signature: { all: [['基本支出']] },
      key: {},
      orientation: 'landscape',
      required: true,
      blocks: [
        {
          key: { flow: 'expenditure' },
          columns: [
            { role: 'code', heading: ['编码'], width: 8 },
            { role: 'name', heading: ['名称'], width: 24 },
            { role: 'amount', heading: ['决算数'], width: 12 },
          ],
          rows: { kind: 'open', blank: [{ code: '301', label: '工资福利支出', key: {}, role: 'item' }] },
          folds: {
            groups: [
              { head: '人员', strips: [['301', '303']], total: { label: '人员经费合计', key: {}, role: 'total' } },
              {
                head: '公用',
                strips: [['302'], ['307', '310'], []],
                total: { label: '公用经费合计', key: {}, role: 'total' },
              },
            ],
          },
        },
      ],
    },
  ],
};

const COLUMNS: readonly ColumnSpec[] = [
  { role: 'code', path: ['编码'] },
  { role: 'name', path: ['名称'] },
  { role: 'amount', path: ['决算数'] },
];

function row(code: string, label: string, amount = ''): RowSpec {
  return { code, label, key: { item: `e:${code}` }, cells: [amount] };
}

function total(label: string, amount: string): RowSpec {
  return { label, role: 'total', cells: [amount] };
}

const ROWS: readonly RowSpec[] = [
  row('301', '工资福利支出', '30.00'),
  row('30101', '基本工资', '30.00'),
  row('302', '商品和服务支出', '5.00'),
  row('30201', '办公费', '5.00'),
  row('303', '对个人和家庭的补助', '2.00'),
  row('310', '资本性支出', '6.00'),
  row('31002', '办公设备购置', '1.00'),
  row('31003', '专用设备购置', '2.00'),
  row('31005', '基础设施建设', '3.00'),
  total('人员经费合计', '32.00'),
  total('公用经费合计', '11.00'),
];

function basic(rows: readonly RowSpec[], columns = COLUMNS): Disclosure {
  return disclosure([{ id: 'basic', blocks: [{ key: { flow: 'expenditure' }, columns, rows }] }]);
}

describe('layout: a list that the form folds', () => {
  const source = basic(ROWS);
  const layout = layOut(source, FOLDED);
  const sheet = sheetOf(layout, '基本支出表');

  it('prints the strips side by side, a long one running on into the next', () => {
    assert.deepEqual(sheet.values.slice(5), [
      ['301', '工资福利支出', 30, '302', '商品和服务支出', 5, '310', '资本性支出', 6, '31005', '基础设施建设', 3],
      ['30101', '基本工资', 30, '30201', '办公费', 5, '31002', '办公设备购置', 1, null, null, null],
      ['303', '对个人和家庭的补助', 2, null, null, null, '31003', '专用设备购置', 2, null, null, null],
      ['人员经费合计', null, 32, '公用经费合计', null, null, null, null, null, null, null, 11],
    ]);
    assert.deepEqual(layout.messages, []);
  });

  it('heads the groups, and spans their totals', () => {
    assert.deepEqual(
      rowAt(sheet, 4).map((text) => text ?? ''),
      ['人员', '', '', '公用', '', '', '', '', '', '', '', ''],
    );
    const merges = mergesOf(sheet);
    for (const merge of ['A4:C4', 'D4:L4', 'A9:B9', 'D9:K9']) assert.ok(merges.includes(merge), merge);
    assert.equal(styleAt(sheet, 'D9').bold, true);
    assert.equal(styleAt(sheet, 'L9').bold, true);
  });

  it('gives every figure its cell', () => {
    assertNothingLost(source, layout);
    assert.deepEqual(layout.cellOf(factAt(source, { row: 4 })), { sheet: '基本支出表', cell: 'C8' });
    assert.deepEqual(layout.cellOf(factAt(source, { row: 8 })), { sheet: '基本支出表', cell: 'L6' });
    assert.deepEqual(layout.cellOf(factAt(source, { row: 10 })), { sheet: '基本支出表', cell: 'L9' });
  });

  it('leaves out a strip that nothing runs on into', () => {
    const short = sheetOf(
      layOut(basic(ROWS.filter(({ code }) => code !== '31005' && code !== '31003')), FOLDED),
      '基本支出表',
    );
    assert.equal(short.columnWidths.length, 9);
    assert.deepEqual(rowAt(short, 9).slice(3), ['公用经费合计', null, null, null, null, 11]);
  });

  it('puts a class that it does not know at the end, and says so', () => {
    const other = basic([row('399', '其他支出', '9.00'), ...ROWS]);
    const laidOut = layOut(other, FOLDED);
    assertNothingLost(other, laidOut);
    const text = sheetOf(laidOut, '基本支出表');
    assert.deepEqual(cellsWith(text, '399'), ['G6']);
    assert.match(laidOut.messages.map((message) => message.text).join(), /1 行是模板没有的：“其他支出”/);
  });

  it('a total of no group goes over the whole width, and is said', () => {
    const other = basic([...ROWS, total('总计', '43.00')]);
    const laidOut = layOut(other, FOLDED);
    assertNothingLost(other, laidOut);
    assert.deepEqual(rowAt(sheetOf(laidOut, '基本支出表'), 10), ['总计', ...Array<null>(10).fill(null), 43]);
    assert.match(laidOut.messages.map((message) => message.text).join(), /“总计”，已附在表格末尾（第 10 行）/);
  });

  it('knows rows without codes by their meaning, and keeps a row of no meaning under the one above it', () => {
    const named = ROWS.map((each) => ({ ...each, code: '' }));
    const rows = [...named.slice(0, 4), { label: '其中：印刷费', cells: ['0.50'] }, ...named.slice(4)];
    const laidOut = layOut(basic(rows), FOLDED);
    assert.deepEqual(rowAt(sheetOf(laidOut, '基本支出表'), 8).slice(0, 6), [
      null,
      '对个人和家庭的补助',
      2,
      null,
      '其中：印刷费',
      0.5,
    ]);
    assert.deepEqual(laidOut.messages, []);
  });

  it('is printed as one list where its rows say nothing of the groups, or where it has more columns', () => {
    const unknown = basic([{ label: '甲', cells: ['1.00'] }]);
    const wide = basic(
      [{ ...ROWS[0]!, cells: ['30.00', '28.00'] }],
      [...COLUMNS, { role: 'amount', path: ['上年数'], key: { stage: 'prior' } }],
    );
    for (const [at, each] of [unknown, wide].entries()) {
      const laidOut = layOut(each, FOLDED);
      assertNothingLost(each, laidOut);
      assert.equal(sheetOf(laidOut, '基本支出表').columnWidths.length, 3 + at);
    }
  });

  it('stays as the document folds it where its parts have heads of several kinds', () => {
    const other: readonly ColumnSpec[] = COLUMNS.map((column) => ({ ...column, path: ['公用', ...column.path] }));
    const parts = disclosure([
      {
        id: 'basic',
        blocks: [
          { key: { flow: 'expenditure' }, columns: COLUMNS, rows: ROWS.slice(0, 2) },
          { key: { flow: 'expenditure' }, columns: other, rows: ROWS.slice(2, 4) },
        ],
      },
    ]);
    const laidOut = layOut(parts, FOLDED);
    assertNothingLost(parts, laidOut);
    assert.deepEqual(sheetOf(laidOut, '基本支出表').values.slice(5), [
      ['301', '工资福利支出', 30, '302', '商品和服务支出', 5],
      ['30101', '基本工资', 30, '30201', '办公费', 5],
    ]);
    assert.deepEqual(laidOut.messages, []);
  });

  it('prints the rows of the form where the document has none', () => {
    const empty = sheetOf(layOut(disclosure([]), FOLDED), '基本支出表');
    assert.deepEqual(rowAt(empty, 6).slice(0, 3), ['301', '工资福利支出', null]);
    assert.equal(rowAt(empty, 7)[0], '人员经费合计');
  });

  it('a text where an amount was due stands in its strip', () => {
    const rows = ROWS.map((each) => (each.code === '31002' ? { ...each, cells: ['无'] } : each));
    assert.deepEqual(cellsWith(sheetOf(layOut(basic(rows), FOLDED), '基本支出表'), '无'), ['I7']);
  });
});

describe('layout: folded forms of the families', () => {
  /** What a reader learns of every figure; not whose it is, for one sheet alone may belong to any family. */
  function figures({ statements, facts }: Disclosure): string[] {
    return facts
      .filter(({ amount }) => amount.printed)
      .map(({ statement, block, row: line, amount }) => {
        const { code, label } = statements[statement]!.blocks[block]!.rows[line]!;
        return [code, label, amount.value.toFixed(2)].join(' ');
      })
      .sort();
  }

  for (const family of FAMILIES.filter(({ forms }) => forms.some(({ blocks }) => blocks.some(({ folds }) => folds)))) {
    it(`${family.name}: read back, the sheet is the same figures`, async () => {
      const profile = { family: family.id, kind: family.kind, year: 2023 };
      const source = disclosure(
        [{ id: 'basic-economic', blocks: [{ key: { flow: 'expenditure' }, columns: COLUMNS, rows: ROWS }] }],
        profile,
      );
      const workbook = new MemoryWorkbook();
      await workbook.apply(planWorkbook(source, family));
      const sheet = family.forms.find(({ id }) => id === 'basic-economic')!.sheet;
      const back = checkSheets('读回', await workbook.readBack([sheet]));
      assert.deepEqual(figures(back.disclosure), figures(source));
      assert.deepEqual(back.reconciliation.findings, []);
    });
  }
});

describe('layout: a folded list of no form', () => {
  const LINES = [
    '基本支出按经济分类明细表',
    '单位名称：某某县某某中心\t单位：万元',
    '人员经费\t\t\t公用经费\t\t\t\t\t',
    '编码\t名称\t金额\t编码\t名称\t金额\t编码\t名称\t金额',
    '301\t工资福利支出\t30.00\t302\t商品和服务支出\t5.00\t310\t资本性支出\t6.00',
    '30101\t基本工资\t20.00\t30201\t办公费\t5.00\t31002\t办公设备购置\t6.00',
    '30102\t津贴补贴\t10.00\t\t\t\t\t\t',
    '人员经费合计\t\t30.00\t公用经费合计\t\t\t\t\t11.00',
  ];
  const { disclosure: source } = checkText('单表', LINES.join('\n'));
  const layout = layOut(source, undefined);

  it('stays side by side under the heads of its folds', () => {
    const [sheet] = layout.sheets;
    assertNothingLost(source, layout);
    assert.deepEqual(sheet!.values.slice(3, 8), [
      ['人员经费', null, null, '公用经费', null, null, null, null, null],
      ['编码', '名称', '金额', '编码', '名称', '金额', '编码', '名称', '金额'],
      ['301', '工资福利支出', 30, '302', '商品和服务支出', 5, '310', '资本性支出', 6],
      ['30101', '基本工资', 20, '30201', '办公费', 5, '31002', '办公设备购置', 6],
      ['30102', '津贴补贴', 10, null, null, null, null, null, null],
    ]);
  });

  it('reads back as the same rows', () => {
    const [sheet] = layout.sheets;
    const back = checkSheets('读回', [{ name: sheet!.name, values: sheet!.values }]).disclosure;
    const rows = (one: Disclosure): string[] =>
      one.statements[0]!.blocks[0]!.rows.map(({ code, label, fold }) => `${code} ${label} ${fold}`);
    assert.deepEqual(rows(back), rows(source));
  });
});
