import assert from 'node:assert/strict';
import { readText } from '../../src/ingest';
import { blockOf, columnSums } from '../recognize/read';

/*
 * Tables set with blanks: small ones, rows set apart by blank lines, heads over several lines; and what only looks like
 * one.
 */

function brief(text: string): (string | string[])[] {
  return readText('样例', text).blocks.map((block) =>
    block.kind === 'grid' ? block.rows.map((row) => row.map((cell) => cell.text).join('|')) : block.text,
  );
}

const WRAPPED = `“三公”经费表
                 公务用车购置及运行费
合计  因公出国          公务用车   公务用车   公务接待费
      （境）费   小计   购置费     运行费
3.50  0.00       2.00   0.00       2.00       1.50
`;

describe('tables set with blanks', () => {
  const tables: Readonly<Record<string, readonly [text: string, wanted: (string | string[])[]]>> = {
    'a head and one row': [
      '三公经费表\n项目                预算数\n合计                  3.50\n',
      ['三公经费表', ['项目|预算数', '合计|3.50']],
    ],
    'figures only under their heads': [
      '合计   因公出国（境）费   公务接待费\n3.50   0.00               3.50\n',
      [['合计|因公出国（境）费|公务接待费', '3.50|0.00|3.50']],
    ],
    'full-width blanks': [
      '科目编码　　科目名称　　合计\n201　　　　一般公共服务支出　　3.00\n20101　　　人大事务　　　　　　3.00\n',
      [['科目编码|科目名称|合计', '201|一般公共服务支出|3.00', '20101|人大事务|3.00']],
    ],
    'blank lines between the rows': [
      '支出表\n\n项目        合计      基本支出\n\n甲          3.00      3.00\n\n乙          2.00      2.00\n\n以上。\n',
      ['支出表', ['项目|合计|基本支出', '甲|3.00|3.00', '乙|2.00|2.00'], '以上。'],
    ],
    'two tables with a title between them are two': [
      '项目        合计\n甲          3.00\n\n乙表\n\n项目        合计\n乙          2.00\n',
      [['项目|合计', '甲|3.00'], '乙表', ['项目|合计', '乙|2.00']],
    ],
    'heads over several lines, one of them alone': [
      WRAPPED,
      [
        '“三公”经费表',
        [
          '||公务用车购置及运行费|||',
          '合计|因公出国||公务用车|公务用车|公务接待费',
          '|（境）费|小计|购置费|运行费|',
          '3.50|0.00|2.00|0.00|2.00|1.50',
        ],
      ],
    ],
    'a line of words after the table is no row': [
      '项目        合计\n甲          3.00\n\n联系人      王某\n',
      [['项目|合计', '甲|3.00'], '联系人      王某'],
    ],
    'words side by side are no table': [
      '联系人    王某\n电话      12345678\n',
      ['联系人    王某', '电话      12345678'],
    ],
    'numbers under words that head no amounts are no table': [
      '姓名      工号\n王某      17\n',
      ['姓名      工号', '王某      17'],
    ],
    'a title far to the right is a title': [
      '        2024年支出表\n项目        合计\n甲          3.00\n',
      ['2024年支出表', ['项目|合计', '甲|3.00']],
    ],
  };
  for (const [name, [text, wanted]] of Object.entries(tables)) it(name, () => assert.deepEqual(brief(text), wanted));

  it('a head over several columns ends where another thing begins', () => {
    assert.deepEqual(columnSums(blockOf(WRAPPED)), ['合计 = （境）费 + 小计 + 公务接待费', '小计 = 购置费 + 运行费']);
  });
});
