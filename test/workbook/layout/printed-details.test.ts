import assert from 'node:assert/strict';
import { FAMILIES } from '../../../src/families';
import type { Family } from '../../../src/model/form';
import { layOut } from '../../../src/workbook';
import type { SheetPlan } from '../../../src/workbook/plan';
import { disclosure, type StatementSpec } from '../build';
import { mergesOf, rowAt, sheetOf, styleAt, valueAt } from '../look-up';

/*
 * What the official forms print besides names and amounts: year, numbers of columns and lines, heads of parts, where
 * the total stands.
 */

function familyOf(id: string): Family {
  return FAMILIES.find((family) => family.id === id)!;
}

function sheet(family: string, id: string, specs: readonly StatementSpec[] = []): SheetPlan {
  const form = familyOf(family).forms.find((each) => each.id === id)!;
  return sheetOf(layOut(disclosure(specs), familyOf(family)), form.sheet);
}

describe('layout: details of the official forms', () => {
  it('the year stands between institution and unit where no title names it', () => {
    const final = sheet('shanxi-final', 'income');
    assert.ok(rowAt(final, 3).includes('2023年度'));
    assert.ok(!rowAt(sheet('shanxi-budget', 'income'), 3).includes('2023年度'));
  });

  it('a narrow table says the year behind the institution', () => {
    const narrow = sheetOf(
      layOut(disclosure([], { entity: '某某市某某某某管理委员会某某中心' }), familyOf('shanxi-final')),
      '部门决算公开相关信息统计表',
    );
    assert.equal(valueAt(narrow, 'A3'), '单位名称：某某市某某某某管理委员会某某中心　　2023年度');
  });

  it('栏次 numbers the columns of amounts, through all blocks', () => {
    assert.deepEqual(rowAt(sheet('shanxi-final', 'summary'), 6), ['栏次', null, '1', '栏次', null, '2']);
    const income = sheet('shanxi-final', 'income');
    assert.deepEqual(rowAt(income, 6), ['栏次', null, '1', '2', '3', '4', '5', '6', '7']);
    assert.ok(mergesOf(income).includes('A6:B6'));
  });

  it('行次 counts the lines, the heads of parts left out, one line free above 总计', () => {
    const summary = sheet('shanxi-final', 'summary');
    const last = summary.values.findIndex(([label]) => label === '总计');
    assert.deepEqual(summary.values[last]!.slice(0, 5), ['总计', '31', null, '总计', '62']);
    assert.deepEqual(summary.values[last - 1], [null, '30', null, null, '61', null]);
  });

  it('parts of a table have heads over the whole row, and counts no decimals', () => {
    const columns = [
      { role: 'name' as const, path: ['项目'] },
      { role: 'amount' as const, path: ['统计数'] },
    ];
    const rows = [
      { label: '货物', cells: ['1.50'] },
      { label: '(一) 车辆数合计(辆)', cells: ['3'] },
      { label: '（三）其他', cells: ['4'] },
    ];
    const statistics = sheet('shanxi-final', 'statistics', [{ id: 'statistics', blocks: [{ columns, rows }] }]);
    const at = (label: string): number => statistics.values.findIndex(([text]) => text === label) + 1;
    assert.equal(valueAt(statistics, 'A4'), '一、政府采购情况');
    assert.ok(mergesOf(statistics).includes('A4:C4'));
    const part = at('二、机关运行经费');
    assert.ok(mergesOf(statistics).includes(`A${part}:C${part}`));
    assert.deepEqual([rowAt(statistics, part - 1)[1], rowAt(statistics, part + 1)[1]], ['4', '5']);
    assert.equal(styleAt(statistics, `C${at('货物')}`).numberFormat, '#,##0.00');
    const vehicles = at('（一）车辆数合计（辆）');
    assert.deepEqual(
      [valueAt(statistics, `C${vehicles}`), styleAt(statistics, `C${vehicles}`).numberFormat],
      [3, '#,##0'],
    );
    assert.equal(statistics.values[statistics.values.length - 1]![0], '（三）其他', 'a row of another year is kept');
  });

  it('上海 budgets print the total last', () => {
    const columns = [
      { role: 'name' as const, path: ['功能分类科目名称'] },
      { role: 'amount' as const, path: ['支出预算', '合计'], key: { nature: 'all' } },
    ];
    const rows = [
      { label: '合计', role: 'total' as const, cells: ['7.00'] },
      { label: '教育支出', code: '205', cells: ['7.00'] },
    ];
    const expenditure = sheet('shanghai-budget', 'expenditure', [{ id: 'expenditure', blocks: [{ columns, rows }] }]);
    assert.deepEqual(
      expenditure.values
        .slice(-2)
        .map((line) => line.find((text) => (typeof text === 'string' && text.length > 3) || text === '合计')),
      ['教育支出', '合计'],
    );
  });

  it('the totals of two lists side by side stand level, however long the lists are', () => {
    const columns = (head: string) => [
      { role: 'name' as const, path: [head, '项目'] },
      { role: 'amount' as const, path: [head, '预算数'] },
    ];
    const items = (labels: readonly string[]) => labels.map((label) => ({ label, cells: ['1.00'] }));
    const summary = sheet('shanghai-budget', 'summary', [
      {
        id: 'summary',
        blocks: [
          {
            key: { flow: 'income' },
            columns: columns('本年收入'),
            rows: [...items(['甲']), { label: '收入总计', role: 'total', cells: ['3.00'] }],
          },
          {
            key: { flow: 'expenditure' },
            columns: columns('本年支出'),
            rows: [...items(['乙', '丙', '丁']), { label: '支出总计', role: 'total', cells: ['3.00'] }],
          },
        ],
      },
    ]);
    assert.deepEqual(summary.values[summary.values.length - 1], ['收入总计', 3, '支出总计', 3]);
  });

  it('of the titles of different years the one is printed that the document has', () => {
    const columns = [
      { role: 'name' as const, path: ['项目'] },
      { role: 'amount' as const, path: ['合计'] },
    ];
    const titled = (title: string): unknown =>
      valueAt(
        sheet('shanxi-budget', 'three-public', [{ id: 'three-public', title, blocks: [{ columns, rows: [] }] }]),
        'A2',
      );
    assert.equal(titled('2022年一般公共预算“三公”经费支出预算表'), '2023年一般公共预算“三公”经费支出预算表');
    assert.equal(titled('三公经费表'), '2023年财政拨款安排“三公”经费支出预算表');
  });

  it('a table with two sides is printed on one page', () => {
    assert.equal(sheet('shanxi-final', 'fiscal').print.pagesTall, 1);
  });
});
