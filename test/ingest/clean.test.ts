import assert from 'node:assert/strict';
import { readSheets, readText } from '../../src/ingest';

const DROPPED = /个控制字符或无效字符/;

describe('what is no character', () => {
  for (const [name, mark] of [
    ['a bell', '\u0007'],
    ['U+FFFE', '\ufffe'],
    ['half a pair', '\ud800'],
    ['a delete', '\u007f'],
  ] as const) {
    it(`${name} is left out of a text, and that is said`, () => {
      const { blocks, messages } = readText('x', `预算${mark}公开\n合${mark}计\t1${mark}2.00\n`);
      assert.deepEqual(
        blocks.map((block) => (block.kind === 'line' ? block.text : block.rows[0]!.map(({ text }) => text))),
        ['预算公开', ['合计', '12.00']],
      );
      assert.match(messages[0]!.text, DROPPED);
    });

    it(`${name} is left out of a sheet`, () => {
      const { blocks, messages } = readSheets('x', [{ name: '表', values: [[`合${mark}计`, 12]] }]);
      const [, grid] = blocks;
      assert.ok(grid?.kind === 'grid');
      assert.equal(grid.rows[0]![0]!.text, '合计');
      assert.match(messages[0]!.text, DROPPED);
    });
  }

  it('characters of four bytes, tabs and page breaks are characters', () => {
    const { blocks, messages } = readText('x', '𠮷林县\f预算\n甲\t1\n');
    assert.equal(blocks.length, 3);
    assert.deepEqual(messages, []);
  });
});
