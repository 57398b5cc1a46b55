import assert from 'node:assert/strict';
import {
  checkPlan,
  layOut,
  WorkbookError,
  type Formula,
  type ListRows,
  type Plan,
  type SheetPlan,
} from '../../src/workbook';
import { disclosure } from './build';
import { FAMILY } from './family';
import { balance } from './samples';

const [sheet] = layOut(disclosure([balance()]), FAMILY).sheets as [SheetPlan];
const SUM: Formula = { kind: 'sum', areas: [{ row: 6, column: 1, rows: 2, columns: 1 }] };
const LIST: ListRows = { after: 5, before: 9, open: true };
const NUMBER_CELL = (() => {
  const row = sheet.values.findIndex((line) => line.some((value) => typeof value === 'number'));
  return { row, column: sheet.values[row]!.findIndex((value) => typeof value === 'number') };
})();
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

  it('accepts formulas on cells that hold what they come to', () => {
    const listed: Formula = {
      kind: 'listed',
      list: { ...LIST, sheet: sheet.name },
      codes: [0],
      amounts: 1,
      rows: { kind: 'code', code: '208' },
    };
    for (const formula of [SUM, listed])
      checkPlan({ sheets: [{ ...sheet, formulas: [{ ...NUMBER_CELL, formula }] }], marks: [] });
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
    'a formula without its result': { formulas: [{ row: 5, column: 0, formula: SUM }] },
    'two formulas on one cell': { formulas: [NUMBER_CELL, NUMBER_CELL].map((cell) => ({ ...cell, formula: SUM })) },
    'a formula of no cells': { formulas: [{ ...NUMBER_CELL, formula: { kind: 'sum', areas: [] } }] },
    'a formula of a place that is none': {
      formulas: [{ ...NUMBER_CELL, formula: { kind: 'same', cell: { row: -1, column: 0 } } }],
    },
    'a formula of a sheet that is not there': {
      formulas: [{ ...NUMBER_CELL, formula: { kind: 'same', cell: { sheet: '没有', row: 0, column: 0 } } }],
    },
    'a code that is text of another kind': {
      formulas: [
        {
          ...NUMBER_CELL,
          formula: { kind: 'listed', list: LIST, codes: [0], amounts: 1, rows: { kind: 'code', code: '2"&A1&"' } },
        },
      ],
    },
    'a list between rows that leave no room': {
      formulas: [
        {
          ...NUMBER_CELL,
          formula: {
            kind: 'listed',
            list: { ...LIST, before: LIST.after },
            codes: [0],
            amounts: 1,
            rows: { kind: 'all' },
          },
        },
      ],
    },
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
