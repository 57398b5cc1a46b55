import assert from 'node:assert/strict';
import { matchesOf } from '../../src/shared/matches';

describe('matches of a pattern', () => {
  const pattern = /(\d+)元|(?=合)/g;

  it('come in the order of the text, groups and places with them', () => {
    assert.deepEqual(
      matchesOf(pattern, '1元和22元合计').map(({ 0: whole, 1: digits, index }) => [whole, digits, index]),
      [
        ['1元', '1', 0],
        ['22元', '22', 3],
        ['', undefined, 6],
      ],
    );
  });

  it('are those of the whole text, however far the pattern was used before', () => {
    pattern.lastIndex = 5;
    assert.equal(matchesOf(pattern, '7元').length, 1);
    assert.equal(matchesOf(pattern, '7元').length, 1);
    assert.deepEqual(matchesOf(pattern, '无'), []);
  });
});
