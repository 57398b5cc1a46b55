import assert from 'node:assert/strict';
import { checkPlan, layOut, WorkbookError, type Plan, type SheetPlan } from '../../src/workbook';
import { disclosure } from './build';
import { FAMILY } from './family';
import { balance } from './samples';

const [sheet] = layOut(disclosure([balance()]), FAMILY).sheets as [SheetPlan];
const area = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });

function refused(plan: Partial<Plan>): void {
  assert.throws(
    () => checkPlan({ sheets: [], marks: [], ...plan }),
    (error) => error instanceof WorkbookError && error.fault === 'invalid-plan',
  );
}

describe('plan check', () => {
  it('accepts a sound plan, and an empty one', () => {
    checkPlan({ sheets: [sheet], marks: [] });
    checkPlan({ sheets: [], marks: [] });
  });

  const faults: Record<string, Partial<SheetPlan>> = {
    'a name that no spreadsheet accepts': { name: 'a/b' },
    'rows of different lengths': { values: [...sheet.values.slice(0, -1), ['x']] },
    'a number that is none': { values: [...sheet.values.slice(0, -1), [NaN, 1, 1, 1, 1]] },
    'a style outside the sheet': { styles: [{ area: area(0, 0, 1, 6), style: {} }] },
    'a style of no extent': { styles: [{ area: area(0, 0, 0, 1), style: {} }] },
    'a merge outside the sheet': { merges: [area(-1, 0, 2, 1)] },
    'merges that overlap': { merges: [area(0, 0, 1, 3), area(0, 2, 1, 2)] },
    'a merge that hides a value': { merges: [area(5, 0, 1, 2)] },
    'a link that leads to no cell': { links: [{ row: 5, column: 0, target: { sheet: '表', cell: 'x' } }] },
    'a link without a text': { links: [{ row: 0, column: 0, target: { sheet: '表', cell: 'A1' } }] },
  };
  for (const [name, fault] of Object.entries(faults)) {
    it(`refuses ${name}`, () => refused({ sheets: [{ ...sheet, ...fault }] }));
  }

  it('refuses two sheets of one name, whatever their case', () => {
    refused({
      sheets: [
        { ...sheet, name: 'abc' },
        { ...sheet, name: 'ABC' },
      ],
    });
  });

  it('refuses marks on nothing', () => {
    const mark = { severity: 'error', title: '错误', text: '' } as const;
    refused({ sheets: [sheet], marks: [{ ...mark, sheet: '没有', cell: 'A1' }] });
    refused({ sheets: [sheet], marks: [{ ...mark, sheet: sheet.name, cell: 'A0' }] });
  });
});
