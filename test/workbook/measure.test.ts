import assert from 'node:assert/strict';
import { lineCount, rowHeight, textWidth } from '../../src/workbook/layout/measure';

describe('text measure', () => {
  it('counts a Chinese character, and a sign that Chinese fonts draw wide, as two', () => {
    for (const [text, width] of [
      ['', 0],
      ['289.06', 6],
      ['合计', 4],
      ['（境）', 6],
      ['“三公”', 8],
      ['甲·乙', 6],
      ['1 ≠ 2', 6],
    ] as const) {
      assert.equal(textWidth(text), width, text);
    }
  });

  it('counts lines as a spreadsheet breaks them', () => {
    for (const [text, width, lines] of [
      ['', 10, 1],
      ['合计', 4, 1],
      ['合计数', 4, 2],
      ['甲\n乙', 10, 2],
      // A number is not torn apart, so the line before it stays short.
      ['合计12,345.67', 10, 2],
      ['合计 12,345.67 元', 10, 3],
      // No line begins with a closing sign.
      ['一二三四五，', 10, 2],
      ['a'.repeat(25), 10, 3],
      ['甲', 0, 1],
    ] as const) {
      assert.equal(lineCount(text, width), lines, `${text} in ${width}`);
    }
  });

  it('a row is never higher than a spreadsheet allows, nor lower than its least', () => {
    assert.deepEqual([rowHeight(1, 18), rowHeight(2, 18), rowHeight(500, 18)], [18, 32, 409]);
  });
});
