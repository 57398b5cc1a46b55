import assert from 'node:assert/strict';
import { ingestFile } from '../../src/ingest';
import { readTextWithTables } from '../../src/ingest/html/in-text';
import type { GridBlock, SourceBlock } from '../../src/model/source';

/* Tables in HTML between the lines of a text. */

const CELLS = '<tr><td>项目</td><td>预算数</td></tr><tr><td>合计</td><td>9.00</td></tr>';
const ROWS = ['项目|预算数', '合计|9.00'];

function outline(text: string): (string | string[])[] {
  return readTextWithTables('text', text).blocks.map((block) =>
    block.kind === 'line' ? block.text : block.rows.map((row) => row.map((cell) => cell.text).join('|')),
  );
}

function gridsOf(blocks: readonly SourceBlock[]): GridBlock[] {
  return blocks.filter((block): block is GridBlock => block.kind === 'grid');
}

describe('tables in HTML between lines of text', () => {
  const cases: Readonly<Record<string, readonly [string, (string | string[])[]]>> = {
    'on a line of its own': [
      `## 收支总表\n\n单位：万元\n\n<table>${CELLS}</table>\n\n以上。`,
      ['收支总表', '单位：万元', ROWS, '以上。'],
    ],
    'over several lines, blank ones in it': [
      `甲\n<table border="1">\n\n${CELLS.replaceAll('</tr>', '</tr>\n')}\n</table>\n乙`,
      ['甲', ROWS, '乙'],
    ],
    'text before and behind it on its line': [`甲<table>${CELLS}</table>乙`, ['甲', ROWS, '乙']],
    'two on one line': [`<table>${CELLS}</table>乙<table>${CELLS}</table>`, [ROWS, '乙', ROWS]],
    'rows with tabs above are another table': [`甲\t1.00\n<table>${CELLS}</table>`, [['甲|1.00'], ROWS]],
    'its caption is a line': [`<table><caption>收支总表</caption>${CELLS}</table>`, ['收支总表', ROWS]],
    'a table that is cut off at the end': [`甲\n<table>${CELLS}<tr><td>乙`, ['甲', [...ROWS, '乙']]],
    'a tag that is spoken of': ['用 <table> 写的表', ['用 <table> 写的表']],
    'a closing tag alone': ['甲\n</table>\n乙', ['甲', '</table>', '乙']],
    'a table of one column is running text': ['<table><tr><td>甲</td></tr></table>', ['甲']],
    'tables in a cell belong to the outer one': [
      '<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td><table><tr><td>丁</td></tr></table></td></tr></table>丙',
      [['甲|乙', '丙|丁'], '丙'],
    ],
  };
  for (const [name, [text, wanted]] of Object.entries(cases)) it(name, () => assert.deepEqual(outline(text), wanted));

  it('a table ends the contents page', () => {
    const { blocks } = readTextWithTables('text', `目录\n收支总表\n<table>${CELLS}</table>\n收支说明`);
    assert.deepEqual(
      blocks.map((block) => block.kind === 'line' && block.contents === true),
      [true, true, false, false],
    );
  });

  it('places are those in the text', () => {
    const text = `甲\r\n乙<table><tr><td>丙</td>\r\n<td rowspan="2"> 9.00 </td></tr><tr><td>丁</td></tr></table>戊`;
    const { blocks } = readTextWithTables('text', text);
    const [grid] = gridsOf(blocks);
    const places = grid!.rows.flat().map(({ place, rowSpan = 1 }) => [place, rowSpan]);
    assert.deepEqual(places, [
      [{ line: 2, column: 17, length: 1 }, 1],
      [{ line: 3, column: 18, length: 4 }, 2],
      [{ line: 3, column: 41, length: 1 }, 1],
    ]);
    assert.deepEqual(grid!.place, { line: 2, column: 2, length: text.lastIndexOf('戊') - text.indexOf('<table') });
    assert.deepEqual(blocks[3], { kind: 'line', text: '戊', place: { line: 3, column: 60, length: 1 } });
  });

  it('files are read so whatever they are called', async () => {
    const bytes = new TextEncoder().encode(`收支总表\n<TABLE>${CELLS}</TABLE>\n`);
    for (const name of ['a.md', 'a.txt']) assert.equal(gridsOf((await ingestFile(name, bytes)).blocks).length, 1);
  });

  it('takes time that grows with the text only', () => {
    const many = `<table>${CELLS}</table>\n`.repeat(3000);
    assert.equal(gridsOf(readTextWithTables('text', many).blocks).length, 3000);
    assert.equal(readTextWithTables('text', '<table>'.repeat(30_000)).blocks.length, 1);
  }).timeout(4000);
});
