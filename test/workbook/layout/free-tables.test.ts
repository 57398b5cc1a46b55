import assert from 'node:assert/strict';
import { checkPlan, layOut } from '../../../src/workbook';
import { disclosure } from '../build';
import { FAMILY } from '../family';
import { assertNothingLost, mergesOf, sheetOf, styleAt } from '../look-up';

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
