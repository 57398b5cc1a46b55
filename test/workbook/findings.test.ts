import assert from 'node:assert/strict';
import type { Disclosure } from '../../src/model/disclosure';
import type { Finding, Reconciliation, Severity } from '../../src/model/relation';
import { checkPlan, FINDINGS_SHEET, marksOf, planWorkbook, type WorkbookPlan } from '../../src/workbook';
import { disclosure, factAt } from './build';
import { FAMILY } from './family';
import { mergesOf, rowAt, sheetOf, styleAt, valueAt } from './look-up';
import { balance, expenditure } from './samples';

const source = disclosure([balance(), expenditure()]);
const total = source.facts[factAt(source, { block: 1, row: 4 })]!;

function finding(over: Partial<Finding> = {}): Finding {
  return {
    id: '1',
    rule: 'sum/rows',
    severity: 'error',
    message: '本年支出合计 100.00 ≠ 40.00 + 60.50 = 100.50，差 0.50',
    stated: '100.00',
    expected: '100.50',
    difference: '-0.50',
    unit: '万元',
    suspects: [total],
    facts: [total],
    evidence: [],
    ...over,
  };
}

function plan(over: Partial<Reconciliation> = {}, of: Disclosure = source): WorkbookPlan {
  const reconciliation: Reconciliation = {
    findings: [],
    tableCoverage: { figures: 19, checked: 17 },
    unchecked: [],
    relations: 12,
    ...over,
  };
  const result = planWorkbook(of, FAMILY, reconciliation);
  checkPlan(result);
  return result;
}

describe('核对结果', () => {
  it('is the last sheet, and is left out without a check', () => {
    assert.deepEqual(
      plan()
        .sheets.map(({ name }) => name)
        .slice(-1),
      [FINDINGS_SHEET],
    );
    const { sheets, marks } = planWorkbook(source, FAMILY);
    assert.deepEqual([sheets.map(({ name }) => name), marks], [['收支总表', '支出总表'], []]);
  });

  it('says what was checked', () => {
    const sheet = sheetOf(
      plan({ findings: [finding(), finding({ severity: 'info' })], unchecked: [total] }),
      FINDINGS_SHEET,
    );
    assert.deepEqual(
      [1, 2, 3, 4].map((row) => rowAt(sheet, row)[0]),
      [
        '核对结果',
        '单位名称：某某市某某中心',
        '年度：2023年　类别：预算　模板：样例',
        '表中数字 19 个，已核对 17 个，未核对 1 个（见表下）　错误 1 条，提醒 0 条，提示 1 条',
      ],
    );
  });

  it('lists every finding with a link to its cell', () => {
    const sheet = sheetOf(plan({ findings: [finding({ evidence: ['第一条算式', '第二条算式'] })] }), FINDINGS_SHEET);
    assert.deepEqual(rowAt(sheet, 5), ['序号', '级别', '表', '单元格', '说明', '现值', '应为', '差额']);
    const message = '本年支出合计 100.00 ≠ 40.00 + 60.50 = 100.50，差 0.50\n第一条算式\n第二条算式';
    assert.deepEqual(rowAt(sheet, 6), ['1', '错误', '收支总表', 'D10', message, 100, 100.5, -0.5]);
    assert.deepEqual(sheet.links, [{ row: 5, column: 3, target: { sheet: '收支总表', cell: 'D10' } }]);
    assert.equal(styleAt(sheet, 'E6').wrap, true);
    assert.ok((sheet.rowHeights.find(({ row }) => row === 5)?.height ?? 0) > 3 * 12);
    assert.deepEqual([sheet.print.orientation, sheet.print.repeatRows], ['landscape', 5]);
  });

  it('keeps the order given and numbers the findings', () => {
    const severities: readonly Severity[] = ['info', 'error', 'warning'];
    const sheet = sheetOf(plan({ findings: severities.map((severity) => finding({ severity })) }), FINDINGS_SHEET);
    assert.deepEqual(
      [6, 7, 8].map((row) => rowAt(sheet, row).slice(0, 2)),
      [
        ['1', '提示'],
        ['2', '错误'],
        ['3', '提醒'],
      ],
    );
    assert.deepEqual(
      ['B6', 'B7', 'B8'].map((cell) => styleAt(sheet, cell).fill),
      ['DDEBF7', 'FFC7CE', 'FFEB9C'],
    );
  });

  it('a message that is its own evidence stands once', () => {
    const { message } = finding();
    const sheet = sheetOf(plan({ findings: [finding({ evidence: [message] })] }), FINDINGS_SHEET);
    assert.equal(valueAt(sheet, 'E6'), message);
  });

  it('as much evidence is shown as a row can hold, and the rest is counted', () => {
    const evidence = Array.from({ length: 40 }, (_, index) => `第 ${index + 1} 条算式`);
    const text = String(valueAt(sheetOf(plan({ findings: [finding({ evidence })] }), FINDINGS_SHEET), 'E6')).split(
      '\n',
    );
    assert.equal(text.length, 27);
    assert.equal(text[25], '第 25 条算式');
    assert.equal(text[26], '另有 15 条算式从略。');
  });

  it('a finding without a cell says so and has no link', () => {
    const result = plan({ findings: [finding({ suspects: [], stated: '', expected: '', difference: '' })] });
    const sheet = sheetOf(result, FINDINGS_SHEET);
    assert.deepEqual(rowAt(sheet, 6).slice(2), ['（不在表格中）', null, finding().message, null, null, null]);
    assert.deepEqual([sheet.links, result.marks], [[], []]);
  });

  it('figures in another unit, and more decimals, are shown as they are', () => {
    const other = finding({ stated: '2,600', expected: '26000.00', difference: '12.5', unit: '元' });
    const exact = finding({ stated: '0.12345', expected: '0.1', difference: '0.02345' });
    const sheet = sheetOf(plan({ findings: [other, exact] }), FINDINGS_SHEET);
    assert.deepEqual(rowAt(sheet, 6).slice(5), ['2,600元', '26000.00元', '12.5元']);
    assert.deepEqual(rowAt(sheet, 7).slice(5), [0.12345, 0.1, 0.02345]);
    assert.equal(styleAt(sheet, 'F7').numberFormat, '#,##0.00000');
  });

  it('says in one line that there is nothing', () => {
    const sheet = sheetOf(plan(), FINDINGS_SHEET);
    assert.equal(valueAt(sheet, 'A6'), '未发现问题');
    assert.ok(mergesOf(sheet).includes('A6:H6'));
    assert.equal(sheet.values.length, 6);
  });

  it('lists the figures that nothing ties, with links', () => {
    const sheet = sheetOf(
      plan({ unchecked: [total, source.facts[factAt(source, { statement: 1, row: 0, amount: 2 })]!] }),
      FINDINGS_SHEET,
    );
    assert.match(String(valueAt(sheet, 'A8')), /^未核对的数字/);
    assert.deepEqual(rowAt(sheet, 9).slice(0, 6), ['序号', '级别', '表', '单元格', '项目', '现值']);
    assert.deepEqual(rowAt(sheet, 10).slice(0, 6), [
      '1',
      '未核对',
      '收支总表',
      'D10',
      '本年支出合计 · 2023年合计',
      100,
    ]);
    assert.deepEqual(rowAt(sheet, 11).slice(0, 6), ['2', '未核对', '支出总表', 'E8', '卫生健康支出 · 项目支出', 10]);
    assert.equal(sheet.links.length, 2);
  });

  it('cuts a very long list and says how much is left', () => {
    const sheet = sheetOf(plan({ unchecked: Array.from({ length: 612 }, () => total) }), FINDINGS_SHEET);
    assert.equal(sheet.values.length, 9 + 500 + 1);
    assert.equal(valueAt(sheet, 'A510'), '其余 112 个从略。');
  });

  it('text that looks like a formula stays text', () => {
    const hostile = finding({ message: '=HYPERLINK("http://x","y")', evidence: ['+1', '@sum'], stated: '=1' });
    const sheet = sheetOf(plan({ findings: [hostile] }), FINDINGS_SHEET);
    assert.equal(valueAt(sheet, 'E6'), '=HYPERLINK("http://x","y")\n+1\n@sum');
    assert.equal(valueAt(sheet, 'F6'), '=1万元');
    assert.equal(styleAt(sheet, 'E6').numberFormat, '@');
    assert.equal(sheet.links.length, 1);
  });
});

describe('marks', () => {
  const place = { sheet: '收支总表', cell: 'D10' };

  it('mark the first suspect of a finding, in words and colour', () => {
    assert.deepEqual(plan({ findings: [finding()] }).marks, [
      { ...place, severity: 'error', title: '错误', text: finding().message },
    ]);
  });

  it('one cell has one mark: the gravest finding first, the others named', () => {
    const of = (severity: Severity, message: string) => ({ finding: finding({ severity, message }), place });
    assert.deepEqual(marksOf([of('info', '甲'), of('error', '乙'), of('warning', '丙')]), [
      { ...place, severity: 'error', title: '错误', text: '乙\n提示：甲\n提醒：丙' },
    ]);
    assert.deepEqual(marksOf([of('warning', '甲'), of('warning', '乙')]), [
      { ...place, severity: 'warning', title: '提醒', text: '甲\n提醒：乙' },
    ]);
  });

  it('findings of different cells have marks of their own', () => {
    const other = { sheet: '支出总表', cell: 'D10' };
    assert.equal(
      marksOf([
        { finding: finding(), place },
        { finding: finding(), place: other },
      ]).length,
      2,
    );
  });
});
