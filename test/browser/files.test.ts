import assert from 'node:assert/strict';
import { planOfExport } from '../../src/web/export-plan';
import { safeFileName } from '../../src/web/file-name';
import { checkPlan } from '../../src/workbook';
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
      undefined,
    );
    assert.doesNotThrow(() => checkPlan(plan));
    assert.deepEqual(
      [plan.sheets[0]!.name, plan.sheets[1]!.links[0]!.target.sheet, plan.marks[0]!.sheet],
      ['收 支', '收 支', '收 支'],
    );
  });

  it('the findings are those of now, once and last', () => {
    const findings = sheetPlan('核对结果', [['现在']], { kind: 'findings' });
    const { sheets } = planOfExport({ sheets: [sheetPlan('核对结果', [['从前']]), sheetPlan('表', [[1]])], marks: [] }, findings);
    assert.deepEqual(sheets.map(({ name, values }) => [name, values[0]![0]]), [['表', 1], ['核对结果', '现在']]);
  });
});
