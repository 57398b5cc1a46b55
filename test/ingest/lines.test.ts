import assert from 'node:assert/strict';
import { barCells, contentsEntry, isBarRow, isBarRule, tabCells } from '../../src/ingest/text/lines';

describe('entries of a contents page', () => {
  for (const [line, title] of [
    ['第一部分 概况..........3', '第一部分 概况'],
    ['第一部分 概况.....\t3', '第一部分 概况'],
    ['第一部分 概况………………12', '第一部分 概况'],
    ['第一部分 概况……12', '第一部分 概况'],
    ['第一部分 概况…3', '第一部分 概况'],
    ['第一部分 概况-----12', '第一部分 概况'],
    ['第一部分 概况\t3', '第一部分 概况'],
    ['第一部分 概况  3', '第一部分 概况'],
    ['<b>第一部分 概况</b>.....\t<b>3</b>', '<b>第一部分 概况</b>'],
    ['表一 2023年预算收支总表 ··· 1 ', '表一 2023年预算收支总表'],
    ['第一部分 概况 3', undefined],
    ['第一部分 概况', undefined],
    ['共有车辆3', undefined],
    ['文号12345', undefined],
    ['.....3', undefined],
    ['', undefined],
  ] as const) {
    it(`${JSON.stringify(line)} is ${title ?? 'none'}`, () => assert.equal(contentsEntry(line), title));
  }

  it('a line of a million blanks or dots is no entry, and is told at once', () => {
    assert.equal(contentsEntry(`概况${' '.repeat(1_000_000)}x`), undefined);
    assert.equal(contentsEntry(`概况${'.'.repeat(1_000_000)}x`), undefined);
    assert.equal(contentsEntry(`概况${' .'.repeat(500_000)}x9`), undefined);
  });
});

describe('rows of bars', () => {
  it('are told from lines with a bar', () => {
    assert.deepEqual(['| 甲 | 1 |', ' |甲|1', '甲 | 1 |', '|甲', '甲|1', '甲|乙|丙'].map(isBarRow), [
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    assert.deepEqual(['| --- | :-: | --: |', '|-|', '| — |', '| --- | 甲 |'].map(isBarRule), [
      true,
      true,
      false,
      false,
    ]);
  });

  it('give their cells with places', () => {
    assert.deepEqual(barCells('| 甲 |  | 1.00 |', 7), [
      { text: '甲', place: { line: 7, column: 3, length: 1 } },
      { text: '', place: { line: 7, column: 8, length: 0 } },
      { text: '1.00', place: { line: 7, column: 10, length: 4 } },
    ]);
  });

  it('a row of tabs gives its cells with places', () => {
    assert.deepEqual(tabCells('甲\t 1.00', 7), [
      { text: '甲', place: { line: 7, column: 1, length: 1 } },
      { text: '1.00', place: { line: 7, column: 4, length: 4 } },
    ]);
  });
});
