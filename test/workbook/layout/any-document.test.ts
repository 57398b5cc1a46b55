import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FAMILIES } from '../../../src/families';
import { checkPlan, layOut, placeFacts, planWorkbook } from '../../../src/workbook';
import { placeSheets } from '../../../src/workbook/layout/placement';
import { disclosure } from '../build';
import { FAMILY } from '../family';
import { assertNothingLost } from '../look-up';
import { balance, expenditure } from '../samples';

describe('layout: addresses without a layout', () => {
  it('are those of the layout, with the same messages', () => {
    const source = disclosure([balance(), expenditure(), expenditure(), { ...expenditure(), id: 'generic-1' }]);
    const layout = layOut(source, FAMILY);
    const placed = placeFacts(source, FAMILY);
    for (const { id } of source.facts) assert.deepEqual(placed.cellOf(id), layout.cellOf(id));
    assert.deepEqual(placed.messages, layout.messages);
    assert.deepEqual([0, 1, 2, 3].map(placed.sheetOf), [0, 1, 2, 3].map(layout.sheetOf));
  });
});

describe('layout: any document', () => {
  const text = fc.oneof(
    fc.constantFrom('', '合计', '本年支出合计', '一、一般公共预算', '支出总计', '=1+1', '<b>x</b>', '项目', '上年结转'),
    fc.string({ maxLength: 8 }),
  );
  const cell = fc.oneof(
    fc.constantFrom('', '—', '0.00', '无', '=cmd|x', '详见'),
    fc
      .integer({ min: -10_000_000, max: 10_000_000 })
      .map((cents) => `${Math.trunc(cents / 100)}.${String(Math.abs(cents % 100)).padStart(2, '0')}`),
  );
  const key = fc.record(
    {
      item: fc.constantFrom('total', '201', '210', 'grand'),
      fund: fc.constantFrom('all', 'general', 'own'),
      vintage: fc.constantFrom('all', 'current', 'carryover'),
      nature: fc.constantFrom('all', 'basic', 'project'),
    },
    { requiredKeys: [] },
  );
  const flow = fc.constantFrom({}, { flow: 'income' }, { flow: 'expenditure' });
  const column = fc.record({
    role: fc.constantFrom(
      'code' as const,
      'name' as const,
      'category' as const,
      'ordinal' as const,
      'amount' as const,
      'amount' as const,
    ),
    path: fc.array(text, { maxLength: 3 }),
    key,
  });
  const row = fc.record({
    label: text,
    code: fc.constantFrom('', '201', '20101', '2010101', '301', '30201', '31002', '999', '=x'),
    role: fc.constantFrom('item' as const, 'total' as const, 'blank' as const),
    depth: fc.nat(9),
    key,
    cells: fc.array(cell, { maxLength: 6 }),
  });
  const block = fc.record({
    key: flow,
    columns: fc.array(column, { maxLength: 7 }),
    rows: fc.array(row, { maxLength: 8 }),
  });
  const spec = fc.record({
    id: fc.constantFrom('balance', 'expenditure', 'summary', 'fiscal', 'basic-economic', 'statistics', 'generic-1'),
    title: text,
    blocks: fc.array(block, { maxLength: 3 }),
    notes: fc.array(text, { maxLength: 2 }),
  });

  it('every amount stands in exactly one cell, and the plan can be carried out', () => {
    fc.assert(
      fc.property(
        fc.array(spec, { maxLength: 4 }),
        fc.constantFrom(undefined, FAMILY, ...FAMILIES),
        (specs, family) => {
          const source = disclosure(specs);
          const layout = layOut(source, family);
          assertNothingLost(source, layout);
          checkPlan(planWorkbook(source, family));
          for (const sheet of placeSheets(source, family)) {
            const { columns, blocks } = sheet.placement;
            const isAdded = ({ added }: { readonly added: boolean }): boolean => added;
            assert.equal(
              sheet.hasAdded,
              columns.some(isAdded) || blocks.some(({ rows }) => rows.some(isAdded)),
              'what is added is told',
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
