import assert from 'node:assert/strict';
import { editDistance } from '../../src/shared/edit-distance';

describe('editDistance', () => {
  const CASES: readonly (readonly [string, string, number])[] = [
    ['行政运行', '行政运行', 0],
    ['行政运行', '行政运转', 1],
    ['行政运行', '行政运行费', 1],
    ['行政单位疗医', '行政单位医疗', 1],
    ['', '甲乙', 2],
    ['甲乙丙丁', '乙丙丁戊', 2],
  ];
  for (const [a, b, distance] of CASES)
    it(`${a} and ${b} are ${distance} apart, either way`, () => {
      assert.equal(editDistance(a, b, 5), distance);
      assert.equal(editDistance(b, a, 5), distance);
    });

  it('is Infinity beyond the limit', () => {
    assert.equal(editDistance('甲乙丙丁', '戊己庚辛', 3), Infinity);
    assert.equal(editDistance('甲', '甲乙丙', 1), Infinity);
  });
});
