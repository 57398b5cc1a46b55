import assert from 'node:assert/strict';
import { formulaText, type Formula } from '../../src/workbook';

/* What formulas look like: what each sums up, and which of its addresses stay when rows are inserted or copied. */

const BELOW = { after: 6, before: 27, open: true } as const;
const ABOVE = { after: 4, before: 27, open: false } as const;

const CASES: readonly (readonly [string, Formula, string])[] = [
  [
    'cells and runs of cells',
    {
      kind: 'sum',
      areas: [
        { row: 6, column: 1, rows: 3, columns: 1 },
        { row: 9, column: 27, rows: 1, columns: 1 },
      ],
    },
    'SUM(B7:B9,AB10)',
  ],
  ['a cell of the same sheet', { kind: 'same', cell: { row: 6, column: 2 } }, 'C7'],
  ['a cell of a sheet with a quote', { kind: 'same', cell: { sheet: "a'b", row: 6, column: 2 } }, "'a''b'!C7"],
  [
    'all rows of a list, its total above',
    { kind: 'listed', list: BELOW, codes: [], amounts: 2, rows: { kind: 'all' } },
    'SUM(INDEX(C7:C$28,2):C$28)',
  ],
  [
    'the topmost codes, the total below',
    { kind: 'listed', list: ABOVE, codes: [0], amounts: 2, rows: { kind: 'digits', digits: 3 } },
    'SUMPRODUCT((LEN(INDEX($A5:$A$28,2):INDEX($A5:$A$28,ROWS($A5:$A$28)-1))=3)*1,INDEX(C5:C$28,2):INDEX(C5:C$28,ROWS(C5:C$28)-1))',
  ],
  [
    'what lies below a code in two columns',
    { kind: 'listed', list: BELOW, codes: [0, 1], amounts: 3, rows: { kind: 'below', row: 6 } },
    'SUMPRODUCT((LEN(INDEX($A7:$A$28,2):$A$28&INDEX($B7:$B$28,2):$B$28)=LEN($A7&$B7)+2)*' +
      '(LEFT(INDEX($A7:$A$28,2):$A$28&INDEX($B7:$B$28,2):$B$28,LEN($A7&$B7))=$A7&$B7&""),INDEX(D7:D$28,2):D$28)',
  ],
  [
    'one code of a list on another sheet',
    { kind: 'listed', list: { ...BELOW, sheet: '支出' }, codes: [0], amounts: 2, rows: { kind: 'code', code: '208' } },
    `SUMPRODUCT(('支出'!$A$7:$A$28&""="208")*1,'支出'!C$7:C$28)`,
  ],
];

describe('formulas', () => {
  for (const [name, formula, expected] of CASES) it(`of ${name}`, () => assert.equal(formulaText(formula), expected));
});
