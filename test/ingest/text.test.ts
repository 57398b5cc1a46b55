import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { GridBlock, LineBlock, SourceBlock, TextPlace } from '../../src/model/source';
import { readText } from '../../src/ingest';

function blocks(text: string): readonly SourceBlock[] {
  return readText('样例', text).blocks;
}

/** Blocks in brief: a line as its text (# before a heading, ~ inside the contents page), a grid as its rows. */
function brief(text: string): (string | string[])[] {
  return blocks(text).map((block) => {
    if (block.kind === 'grid') return block.rows.map((row) => row.map((cell) => cell.text).join('|'));
    return `${block.contents ? '~' : ''}${'#'.repeat(block.headingLevel ?? 0)}${block.text}`;
  });
}

function table(cases: Readonly<Record<string, readonly [text: string, wanted: (string | string[])[]]>>): void {
  for (const [name, [text, wanted]] of Object.entries(cases)) it(name, () => assert.deepEqual(brief(text), wanted));
}

describe('lines and rows', () => {
  table({
    'lines are lines and rows with tabs are a grid': [
      '预算公开\n表一\n科目\t合计\n201\t3.00\n以上。\n',
      ['预算公开', '表一', ['科目|合计', '201|3.00'], '以上。'],
    ],
    'Windows and old line ends': ['甲\r\n乙\t1\r丙\t2\r\n', ['甲', ['乙|1', '丙|2']]],
    'a BOM is no text': ['\ufeff科目\t合计\n', [['科目|合计']]],
    'trailing and empty cells are kept where they stand': ['甲\t\t3\t\n\t2\n', [['甲||3|', '|2']]],
    'Markdown headings have a level': ['# 第一部分\n### 收支总表\n#号\n', ['#第一部分', '###收支总表', '#号']],
    'blank lines and rows of nothing hold nothing': ['\n\n甲\t1\n\t\t\n乙\t2\n', [['甲|1', '乙|2']]],
    'radicals copied out of a PDF file are the words they look like': ['⽀出\t⼀\n', [['支出|一']]],
    'nothing at all': ['', []],
  });
});

describe('Markdown tables', () => {
  table({
    'bars become cells, the rule under the header goes': [
      '| 科目 | 合计 |\n| --- | ---: |\n| 201 | 3.00 |\n',
      [['科目|合计', '201|3.00']],
    ],
    'without the last bar, with blanks before the first': ['  | 甲 | 1\n| 乙 |  |\n', [['甲|1', '乙|']]],
    'a line with one bar is a line': ['| 甲\n甲 | 乙\n', ['| 甲', '甲 | 乙']],
  });
});

describe('rules of dashes', () => {
  table({
    'between header and body': ['科目\t合计\n-----\t-----\t--\n201\t3.00\n', [['科目|合计', '201|3.00']]],
    'a row of dashes for zeros is a row': ['甲\t—\t—\n乙\t-\t-\n', [['甲|—|—', '乙|-|-']]],
    'a first cell of three dashes with words beside it is a row': ['---\t甲\n', [['---|甲']]],
  });
});

describe('page breaks', () => {
  table({
    'a few blank lines do not end a table': ['甲\t1\n\n\n乙\t2\n', [['甲|1', '乙|2']]],
    'many do': [`甲\t1${'\n'.repeat(9)}乙\t2\n`, [['甲|1'], ['乙|2']]],
    'the number of a page neither, and it is no row': ['甲\t1\n- 7 -\n乙\t2\n', [['甲|1', '乙|2']]],
    'the number of a page after a table goes with it': ['甲\t1\n\n12\n此后。\n', [['甲|1'], '此后。']],
    'a form feed neither': ['甲\t1\n\f\n乙\t2\n', [['甲|1', '乙|2']]],
    'a sentence ends a table': ['甲\t1\n到此为止。\n乙\t2\n', [['甲|1'], '到此为止。', ['乙|2']]],
    'a heading after the break ends it, since its table begins with words': [
      '甲\t1\n\n财政拨款情况\n科目\t合计\n乙\t2\n',
      [['甲|1'], '财政拨款情况', ['科目|合计', '乙|2']],
    ],
  });
});

describe('rows that lost their tabs', () => {
  table({
    'one between two rows': ['甲\t1\n乙\n丙\t3\n', [['甲|1', '乙', '丙|3']]],
    'several in sequence': ['甲\t1\n乙\n丙\n丁\t3\n', [['甲|1', '乙', '丙', '丁|3']]],
    'after a page break before figures': ['甲\t1\n\n乙\n丙\t3.00\n', [['甲|1', '乙', '丙|3.00']]],
    'a caption is none': ['甲\t1\n单位：万元\n丙\t3\n', [['甲|1'], '单位：万元', ['丙|3']]],
    'a title is none': ['甲\t1\n预算支出总表\n丙\t3\n', [['甲|1'], '预算支出总表', ['丙|3']]],
    'a note is none': ['甲\t1\n注：本表无数据\n丙\t3\n', [['甲|1'], '注：本表无数据', ['丙|3']]],
    'nothing after it: a line': ['甲\t1\n乙\n', [['甲|1'], '乙']],
    'nothing before it: a line': ['乙\n甲\t1\n', ['乙', ['甲|1']]],
  });
});

describe('the contents page', () => {
  const contents = '目 录\n第一部分 概况.....\t1\n预算收支总表………………2\n第二部分 说明\t3\n';
  table({
    'its entries are told from the body by their page numbers': [
      `${contents}第一部分 概况\n正文。\n`,
      ['~目 录', '~第一部分 概况.....\t1', '~预算收支总表………………2', '~第二部分 说明\t3', '第一部分 概况', '正文。'],
    ],
    'entries without page numbers: the body begins where one comes again': [
      '目录\n概况\n收支总表\n概况\n收支总表\n',
      ['~目录', '~概况', '~收支总表', '概况', '收支总表'],
    ],
    'a sentence ends it': [
      '目录\n概况\n本单位成立于某年。\n收支总表\n',
      ['~目录', '~概况', '本单位成立于某年。', '收支总表'],
    ],
    'a table ends it': ['目录\n概况\n甲\t1.00\n', ['~目录', '~概况', ['甲|1.00']]],
    'a heading may carry a mark': ['# 目录\n概况.....2\n## 概况\n', ['~#目录', '~概况.....2', '##概况']],
    'dots that lead across the whole line': [
      `目录\n概况${'.'.repeat(150)}2\n收支总表${'.'.repeat(150)}3\n概况\n`,
      ['~目录', `~概况${'.'.repeat(150)}2`, `~收支总表${'.'.repeat(150)}3`, '概况'],
    ],
    'no contents page, no contents': ['项目录入\n概况..1\n', ['项目录入', '概况..1']],
  });
});

describe('places', () => {
  const at = (lines: readonly string[], place: TextPlace): string =>
    lines[place.line - 1]!.slice(place.column - 1, place.column - 1 + place.length);
  const places = (text: string): { text: string; place: TextPlace }[] =>
    blocks(text).flatMap((block: LineBlock | GridBlock) => (block.kind === 'grid' ? block.rows.flat() : [block])) as {
      text: string;
      place: TextPlace;
    }[];

  it('are counted from 1, blanks around a text left out', () => {
    const [line, first, second] = places('\n  # 收支总表 \n\n 甲\t\u3000 1,234.50 \t\n');
    assert.deepEqual(line!.place, { line: 2, column: 5, length: 4 });
    assert.deepEqual(first!.place, { line: 4, column: 2, length: 1 });
    assert.deepEqual(second!.place, { line: 4, column: 6, length: 8 });
  });

  it('the text at the place of a cell or a line is its text, whatever the text', () => {
    const piece = fc.constantFrom(
      '合计',
      '1,234.50',
      '',
      ' ',
      '\u3000',
      '\t',
      '\t',
      '|',
      '| ',
      '—',
      '---',
      '# ',
      '目录',
      '。',
      '甲\u200b',
      '😀',
    );
    const lines = fc.array(
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n'), (drawn, newline) => {
        for (const { text, place } of places(drawn.join(newline))) {
          assert.equal(at(drawn, place), text);
          assert.equal(place.length, text.length);
        }
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  it('no character that is not blank, a mark or a rule gets lost', () => {
    const cell = fc.constantFrom('甲', '乙乙', '1.00', '', '丙 丁');
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, (drawn) => {
        const read = places(drawn.map((row) => row.join('\t')).join('\n'));
        assert.equal(read.map(({ text }) => text).join(''), drawn.flat().join(''));
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
