import assert from 'node:assert/strict';
import { chineseNumber, chineseOrdinal } from '../../src/shared/numerals';

describe('Chinese numerals', () => {
  for (const [text, value] of [
    ['一', 1],
    ['九', 9],
    ['十', 10],
    ['十一', 11],
    ['二十', 20],
    ['二十三', 23],
    ['九十九', 99],
  ] as const) {
    it(`${text} is ${value}, both ways`, () => {
      assert.equal(chineseNumber(text), value);
      assert.equal(chineseOrdinal(value), text);
    });
  }

  it('every ordinal from 1 to 99 reads back, and no two are alike', () => {
    const ordinals = Array.from({ length: 99 }, (_, at) => chineseOrdinal(at + 1));
    assert.deepEqual(
      ordinals.map(chineseNumber),
      ordinals.map((_, at) => at + 1),
    );
    assert.equal(new Set(ordinals).size, 99);
  });

  for (const text of ['', '一二', '十十', '百', '第一', '1', '一 ', '甲'])
    it(`${JSON.stringify(text)} is no numeral`, () => assert.equal(chineseNumber(text), undefined));
});
