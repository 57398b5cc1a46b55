import assert from 'node:assert/strict';
import { checkFile } from '../../src';
import { ingestFile, readCsv } from '../../src/ingest';
import { gb18030 } from './encode';

/* Values kept apart by commas. */

function outline(text: string): (string | string[])[] {
  return readCsv('表.csv', text).blocks.map((block) =>
    block.kind === 'line' ? block.text : block.rows.map((row) => row.map((cell) => cell.text).join('|')),
  );
}

describe('values kept apart by commas', () => {
  const cases: Readonly<Record<string, readonly [string, (string | string[])[]]>> = {
    'a row a line, blank cells where they stand': ['甲,,1.00\n乙,2.00,\n', [['甲||1.00', '乙|2.00|']]],
    'a cell with a comma, a quote or a line break stands in quotes': [
      '"甲,乙","1,234.50"\r\n"丙""丁""","第一行\r\n第二行"\r\n',
      [['甲,乙|1,234.50', '丙"丁"|第一行第二行']],
    ],
    'codes that were kept from becoming numbers': ['="2010101",行政运行,"=""3.00"""\n', [['2010101|行政运行|3.00']]],
    'lines without a comma stand between tables': [
      '\ufeff收入总表\n甲,1.00\n\n,,\n乙,2.00\n支出总表\n丙,3.00\n',
      ['收入总表', ['甲|1.00', '乙|2.00'], '支出总表', ['丙|3.00']],
    ],
    'a quote that is never closed is text': ['"甲,1.00\n乙,2.00\n', ['"甲,1.00', ['乙|2.00']]],
    nothing: ['\n\n', []],
  };
  for (const [name, [text, wanted]] of Object.entries(cases)) it(name, () => assert.deepEqual(outline(text), wanted));

  it('cells keep their places', () => {
    const [grid] = readCsv('表.csv', '甲,"1,0"\n乙, 2.00').blocks;
    assert.ok(grid?.kind === 'grid');
    assert.deepEqual(
      grid.rows.map((row) => row[1]!.place),
      [
        { line: 1, column: 3, length: 5 },
        { line: 2, column: 4, length: 4 },
      ],
    );
  });

  it('a sheet that was saved so is checked, in any encoding', async () => {
    const sheet =
      '2024年支出预算总表,,,\r\n单位：万元,,,\r\n科目编码,科目名称,合计,基本支出\r\n合计,,"1,002.00","1,002.00"\r\n201,一般公共服务支出,"1,002.00","1,002.00"\r\n';
    for (const bytes of [new TextEncoder().encode(sheet), gb18030(sheet)]) {
      const { disclosure, reconciliation } = await checkFile('支出.CSV', bytes);
      assert.deepEqual(
        disclosure.statements.map(({ title }) => title),
        ['2024年支出预算总表'],
      );
      assert.deepEqual(reconciliation.tableCoverage, { figures: 4, checked: 4 });
    }
  });

  it('tabs keep cells apart, whatever the file is called', async () => {
    const { blocks } = await ingestFile('a.csv', new TextEncoder().encode('甲,乙\t1.00\n丙\t2.00\n'));
    assert.deepEqual(
      blocks.map((block) => block.kind === 'grid' && block.rows.map((row) => row[0]!.text)),
      [['甲,乙', '丙']],
    );
  });

  it('elsewhere commas are commas', async () => {
    const { blocks } = await ingestFile('说明.txt', new TextEncoder().encode('甲,乙\n丙,丁\n'));
    assert.deepEqual(
      blocks.map(({ kind }) => kind),
      ['line', 'line'],
    );
  });
});
