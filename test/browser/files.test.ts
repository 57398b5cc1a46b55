import assert from 'node:assert/strict';
import { planOfExport } from '../../src/web/export-plan';
import { safeFileName } from '../../src/web/file-name';
import { checkPlan, type SheetPlan } from '../../src/workbook';
import { sheetPlan } from '../workbook/contract';

describe('files of the page', () => {
  it('names are safe everywhere', () => {
    for (const [words, expected] of [
      ['栖云县水利局2024年部门预算', '栖云县水利局2024年部门预算.xlsx'],
      ['a/b\\c:d*e?f"g<h>i|j', 'abcdefghij.xlsx'],
      ['../../etc/passwd', 'etcpasswd.xlsx'],
      ['...隐藏. ', '隐藏.xlsx'],
      ['', '勾稽.xlsx'],
      ['CON', '勾稽.xlsx'],
      ['预\u202e算\u0000\n表', '预算表.xlsx'],
      ['长'.repeat(300), `${'长'.repeat(80)}.xlsx`],
      ['😀'.repeat(100), `${'😀'.repeat(80)}.xlsx`],
    ] as const) {
      assert.equal(safeFileName(words, '.xlsx'), expected);
    }
  });

  it('sheets that a person named as Excel would not get the nearest name, and links follow', () => {
    const target = { sheet: '收/支', cell: 'A1' };
    const plan = planOfExport(
      {
        sheets: [sheetPlan('收/支', [['甲']]), sheetPlan('链接', [['A1']], { links: [{ row: 0, column: 0, target }] })],
        marks: [{ sheet: '收/支', cell: 'A1', severity: 'error', title: '错误', text: '差' }],
      },
      [],
    );
    assert.doesNotThrow(() => checkPlan(plan));
    assert.deepEqual(
      [plan.sheets[0]!.name, plan.sheets[1]!.links[0]!.target.sheet, plan.marks[0]!.sheet],
      ['收 支', '收 支', '收 支'],
    );
  });

  it('sheets of results are those of now, each once', () => {
    const report = (name: string): SheetPlan => sheetPlan(name, [['现在']], { kind: 'findings' });
    const before = [sheetPlan('情况说明', [['从前']]), sheetPlan('表', [[1]])];
    const { sheets } = planOfExport({ sheets: before, marks: [] }, [report('情况说明'), report('核对结果')]);
    assert.deepEqual(
      sheets.map(({ name, values }) => [name, values[0]![0]]),
      [
        ['情况说明', '现在'],
        ['表', 1],
        ['核对结果', '现在'],
      ],
    );
  });
});
