import assert from 'node:assert/strict';
import { readText } from '../../src/ingest';
import type { GridBlock, TextPlace } from '../../src/model/source';

/*
 * Rows from the clipboard of spreadsheet programs: cells with line breaks stand in quotes.
 */

function gridOf(text: string): GridBlock {
  const [grid, ...others] = readText('样例', text).blocks.filter(({ kind }) => kind === 'grid');
  assert.deepEqual(others, []);
  return grid as GridBlock;
}

const textsOf = (text: string): string[] => gridOf(text).rows.map((row) => row.map((cell) => cell.text).join('|'));

describe('quoted cells', () => {
  it('a row goes on over the lines of its quoted cells', () => {
    assert.deepEqual(
      textsOf('"科目\n编码"\t科目名称\t"基本\n支出"\n207\t"文化旅游体育\n与传媒支出"\t290.00\n合计\t\t290.00'),
      ['科目编码|科目名称|基本支出', '207|文化旅游体育与传媒支出|290.00', '合计||290.00'],
    );
  });

  it('every cell stands where it begins', () => {
    const { rows } = gridOf('名称\t"基本\n支出"\t项目\n甲\t1.00\t2.00');
    assert.deepEqual(
      rows.map((row) =>
        row.map(({ place }) => `${(place as TextPlace).line}:${(place as TextPlace).column}`).join(' '),
      ),
      ['1:1 1:4 2:5', '3:1 3:3 3:8'],
    );
  });

  it('doubled quotes are quotes, numbers of two lines stay apart', () => {
    assert.deepEqual(textsOf('项目\t"""三公""经费"\t金额\n甲\t"320.00\n180.00"\t1.00'), [
      '项目|"三公"经费|金额',
      '甲|320.00 180.00|1.00',
    ]);
  });

  it('quotes that mark no cell are words', () => {
    assert.deepEqual(textsOf('项目\t金额\n"三公"经费\t3.00\n其中："接待"\t1.00\n"未完\t2.00'), [
      '项目|金额',
      '"三公"经费|3.00',
      '其中："接待"|1.00',
      '"未完|2.00',
    ]);
  });
});
