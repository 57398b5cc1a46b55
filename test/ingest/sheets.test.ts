import assert from 'node:assert/strict';
import type { GridBlock } from '../../src/model/source';
import { readSheets, type SheetInput } from '../../src/ingest';

type Values = SheetInput['values'];

function grid(values: Values): GridBlock {
  const block = readSheets('样例.xlsx', [{ name: '表', values }]).blocks[1];
  assert.ok(block?.kind === 'grid');
  return block;
}

function texts(values: Values): string[][] {
  return grid(values).rows.map((row) => row.map(({ text }) => text));
}

describe('sheets as a document', () => {
  it('each sheet is a heading and a grid, in order', () => {
    const { name, blocks } = readSheets('样例.xlsx', [
      { name: '收支总表', values: [['合计', 3]] },
      { name: '空表', values: [[null, ''], [null]] },
      { name: '支出总表', values: [['合计', 4]] },
    ]);
    assert.equal(name, '样例.xlsx');
    assert.deepEqual(
      blocks.map((block) => (block.kind === 'line' ? `${block.headingLevel}${block.text}` : block.rows.length)),
      ['1收支总表', 1, '1支出总表', 1],
    );
  });

  it('sheets that hold no submission are left out', () => {
    const { blocks } = readSheets('样例.xlsx', [{ name: '核对结果', values: [['合计', 3]] }], ['核对结果']);
    assert.deepEqual(blocks, []);
  });

  it('places are cells, also right of column Z and below empty rows', () => {
    const wide = [[null], [...Array.from({ length: 27 }, () => null), 7, null]];
    const [row] = grid(wide).rows;
    assert.deepEqual(row!.find(({ text }) => text === '7')!.place, { sheet: '表', cell: 'AB2' });
    assert.deepEqual(grid([[...Array.from({ length: 702 }, () => null), 'x']]).rows[0]!.at(-1)!.place, {
      sheet: '表',
      cell: 'AAA1',
    });
  });

  it('empty rows are left out, empty cells are kept', () => {
    assert.deepEqual(
      texts([
        ['甲', null, 1],
        [null, '', null],
        ['乙', ' ', 2],
      ]),
      [
        ['甲', '', '1'],
        ['乙', '', '2'],
      ],
    );
  });

  it('binary noise of formulas is not printed', () => {
    assert.deepEqual(texts([['甲', 0.1 + 0.2, 1e-12, 1234567.891, -5]]), [['甲', '0.30', '0', '1234567.891', '-5']]);
  });

  it('amounts have two digits behind the point, whole numbers none', () => {
    assert.deepEqual(texts([['甲', 8.5, 8, 1e21, 0.123]]), [['甲', '8.50', '8', '1000000000000000000000', '0.123']]);
  });

  it('numbers are good for two digits, or for the most that any of the sheet needs', () => {
    const decimals = (values: Values): (number | undefined)[] => grid(values).rows[0]!.map((cell) => cell.decimals);
    assert.deepEqual(decimals([['甲', 14, 14.5]]), [undefined, 2, 2]);
    assert.deepEqual(decimals([['甲', 14, 0.1234]]), [undefined, 4, 4]);
  });

  it('a zero that the sheet shows as nothing, or as a dash, is read so; an amount that it hides is read all the same', () => {
    const [, block] = readSheets('样例.xlsx', [
      { name: '表', values: [['甲', 0, 0, 0, 0, 7]], shown: [[null, '', ' - ', '0.00', '###', '']] },
    ]).blocks;
    assert.ok(block?.kind === 'grid');
    assert.deepEqual(
      block.rows[0]!.map(({ text }) => text),
      ['甲', '', '-', '0.00', '0', '7'],
    );
  });

  it('texts and truth values stay texts; what is no finite number too', () => {
    assert.deepEqual(texts([[' 1,234.50 ', true, '=1+1', NaN, Infinity]]), [
      ['1,234.50', 'true', '=1+1', 'NaN', 'Infinity'],
    ]);
  });
});

describe('merged cells of a sheet', () => {
  const merged = (
    merges: SheetInput['merges'],
    values: Values = [
      ['甲', 1],
      ['乙', 2],
      ['丙', 3],
    ],
  ): unknown => {
    const block = readSheets('样例.xlsx', [{ name: '表', values, ...(merges && { merges }) }]).blocks[1];
    assert.ok(block?.kind === 'grid');
    return block.rows.map((row) => row.map(({ text, colSpan = 1, rowSpan = 1 }) => `${text} ${colSpan}×${rowSpan}`));
  };

  it('end where the sheet ends', () =>
    assert.deepEqual(merged([{ row: 0, column: 0, rows: 1_048_576, columns: 16_384 }]), [['甲 2×3'], [], []]));

  it('that overlap with one before them are none', () =>
    assert.deepEqual(
      merged([
        { row: 0, column: 0, rows: 2, columns: 1 },
        { row: 1, column: 0, rows: 2, columns: 2 },
        { row: 0, column: 1, rows: 1, columns: 9 },
      ]),
      [['甲 1×2', '1 1×1'], ['2 1×1'], ['丙 1×1', '3 1×1']],
    ));

  it('outside of the sheet are none', () =>
    assert.deepEqual(merged([{ row: 0, column: 7, rows: 2, columns: 2 }]), [
      ['甲 1×1', '1 1×1'],
      ['乙 1×1', '2 1×1'],
      ['丙 1×1', '3 1×1'],
    ]));
});
