import assert from 'node:assert/strict';
import { formulaText, linkFormula, MemoryWorkbook, WorkbookError, type WorkbookPort } from '../../src/workbook';
import { describeAdapter, sheetPlan, type SeenSheet } from './contract';
import { mergesOf } from './look-up';

async function look(port: WorkbookPort): Promise<readonly SeenSheet[]> {
  const workbook = port as MemoryWorkbook;
  return workbook.sheets().map(({ plan }) => ({
    name: plan.name,
    merges: mergesOf(plan),
    cell: (address) => {
      const { value, link, formula, style, note } = workbook.cell(plan.name, address);
      return {
        value,
        ...(link && { formula: linkFormula(link, String(value)) }),
        ...(formula && { formula: formulaText(formula) }),
        ...(style.fill !== undefined && { fill: style.fill }),
        ...(note !== undefined && { note }),
      };
    },
  }));
}

describeAdapter('memory', { create: () => new MemoryWorkbook(), look });

describe('memory workbook', () => {
  it('refuses to show a cell that is none', async () => {
    const workbook = new MemoryWorkbook();
    await workbook.apply({ sheets: [sheetPlan('表', [[1]])], marks: [] });
    assert.equal(workbook.cell('表', 'C9').value, null);
    assert.throws(() => workbook.cell('表', 'x'), WorkbookError);
    assert.throws(() => workbook.cell('别的', 'A1'), WorkbookError);
  });
});
