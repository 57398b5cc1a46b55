import assert from 'node:assert/strict';
import { partsOf } from '../../../src/compile/template/parts';
import { areasOf } from '../../../src/compile/template/sums';
import { makeKey, type PartialKey } from '../../../src/model/key';

/* Which figures add up to which follows from their keys. */

const CASES: readonly {
  readonly name: string;
  readonly whole: PartialKey;
  readonly keys: readonly PartialKey[];
  readonly parts: readonly number[];
}[] = [
  {
    name: '合计 is 基本支出 and 项目支出',
    whole: {},
    keys: [{}, { nature: 'basic' }, { nature: 'project' }],
    parts: [1, 2],
  },
  {
    name: '基本支出 counts once where its own parts are printed too',
    whole: {},
    keys: [{ nature: 'basic' }, { nature: 'personnel' }, { nature: 'public' }, { nature: 'project' }],
    parts: [0, 3],
  },
  {
    name: 'parts of a part stand for it where it is not printed',
    whole: {},
    keys: [{ nature: 'personnel' }, { nature: 'public' }, { nature: 'project' }],
    parts: [0, 1, 2],
  },
  {
    name: '总计 is this year and what was carried over',
    whole: {},
    keys: [{ fund: 'general', vintage: 'current' }, { vintage: 'current' }, { vintage: 'carryover' }],
    parts: [1, 2],
  },
  {
    name: 'the year counts: this year’s funds only',
    whole: { vintage: 'current' },
    keys: [
      { fund: 'fiscal', vintage: 'current' },
      { fund: 'own', vintage: 'current' },
      { fund: 'general', vintage: 'carryover' },
    ],
    parts: [0, 1],
  },
  {
    name: '支出总计 is 本年支出 and what is left, not the classes again',
    whole: { item: 'grand' },
    keys: [{ item: '201' }, { item: 'total' }, { item: 'yearend' }],
    parts: [1, 2],
  },
  {
    name: 'a class is its items',
    whole: { item: 'e:301' },
    keys: [{ item: 'e:30101' }, { item: 'e:30201' }, { item: 'e:30102' }],
    parts: [0, 2],
  },
  {
    name: '预算数 is no part of 决算数',
    whole: { item: 'sg' },
    keys: [{ item: 'sg:abroad', stage: 'budget' }, { item: 'sg:abroad' }, { item: 'sg:reception' }],
    parts: [1, 2],
  },
  {
    name: 'income is no part of expenditure',
    whole: { flow: 'expenditure' },
    keys: [
      { flow: 'income', nature: 'basic' },
      { flow: 'expenditure', nature: 'basic' },
      { flow: 'income', nature: 'project' },
    ],
    parts: [],
  },
  { name: 'one part alone divides nothing', whole: {}, keys: [{ fund: 'fiscal' }], parts: [] },
];

describe('parts of a whole', () => {
  for (const { name, whole, keys, parts } of CASES)
    it(name, () =>
      assert.deepEqual(
        partsOf(
          makeKey(whole),
          keys.map((key) => makeKey(key)),
        ),
        parts,
      ),
    );
});

describe('areas of cells', () => {
  const cell = (row: number, at: number) => ({ row, at });
  it('runs down a column', () =>
    assert.deepEqual(areasOf([cell(3, 1), cell(5, 1), cell(4, 1)]), [{ row: 3, column: 1, rows: 3, columns: 1 }]));
  it('runs along a row', () =>
    assert.deepEqual(areasOf([cell(3, 2), cell(3, 1)]), [{ row: 3, column: 1, rows: 1, columns: 2 }]));
  it('nothing that is not asked for', () =>
    assert.deepEqual(areasOf([cell(3, 1), cell(3, 2), cell(5, 1)]), [
      { row: 3, column: 1, rows: 1, columns: 1 },
      { row: 5, column: 1, rows: 1, columns: 1 },
      { row: 3, column: 2, rows: 1, columns: 1 },
    ]));
});
