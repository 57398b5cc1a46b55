import assert from 'node:assert/strict';
import { type Checked, checkSource, checkText, OWN_HEADS } from '../../src';
import { loadCMap } from '../../src/cli/cmaps';
import { ingestFile, readText, type UnreadableError } from '../../src/ingest';
import type { GridBlock } from '../../src/model/source';
import { corpusPdf } from '../../bench/corpus';
import { FAMILIES, sampleFamily } from '../ledger/families';
import { brief, read } from './pdf/brief';
import { typeset } from './pdf/typeset';
import { PAGE_HEIGHT, PAGE_WIDTH, type PdfPage, type PdfText, writePdf } from './pdf/write';

/*
 * PDF files: what stands on the page is what is read, whatever the file is like inside.
 */

/** A table of 100 pt columns and 20 pt rows from (50, 100); `open` leaves lines out. */
function ruled(
  rows: readonly (readonly string[])[],
  open: readonly (readonly [number, number, number, number])[] = [],
): PdfPage {
  const columns = rows[0]!.length;
  const lines: [number, number, number, number][] = [];
  for (let row = 0; row <= rows.length; row += 1)
    for (let column = 0; column < columns; column += 1)
      lines.push([50 + 100 * column, 100 + 20 * row, 150 + 100 * column, 100 + 20 * row]);
  for (let column = 0; column <= columns; column += 1)
    for (let row = 0; row < rows.length; row += 1)
      lines.push([50 + 100 * column, 100 + 20 * row, 50 + 100 * column, 120 + 20 * row]);
  const texts = rows.flatMap((cells, row) =>
    cells.map((text, column): PdfText => ({ x: 55 + 100 * column, y: 114 + 20 * row, text })),
  );
  return {
    texts: texts.filter(({ text }) => text !== ''),
    lines: lines.filter((line) => !open.some((other) => other.join() === line.join())),
  };
}

describe('PDF files', () => {
  it('lines of a paragraph are one, over a page too; page numbers are left out', async () => {
    const full = '甲'.repeat(40);
    const page = (number: number, texts: PdfText[]): PdfPage => ({
      texts: [...texts, { x: 290, y: 810, text: `- ${number} -` }],
    });
    const size = 12;
    const document = await read(
      page(1, [
        { x: 74, y: 100, text: `${'乙'.repeat(38)}`, size },
        { x: 50, y: 120, text: full, size },
        { x: 50, y: 140, text: '完。', size },
        { x: 74, y: 160, text: `收入预算${'丙'.repeat(31)}`, size },
        { x: 50, y: 180, text: '37,151.47万元，其中：', size },
        { x: 50, y: 200, text: full, size },
      ]),
      page(2, [
        { x: 50, y: 100, text: '续完。', size },
        { x: 74, y: 120, text: '另段。', size },
      ]),
    );
    assert.deepEqual(brief(document), [
      `${'乙'.repeat(38)}${full}完。`,
      `收入预算${'丙'.repeat(31)}37,151.47万元，其中：`,
      `${full}续完。`,
      '另段。',
    ]);
    assert.deepEqual(
      document.blocks.map(({ place }) => place),
      [{ page: 1 }, { page: 1 }, { page: 1 }, { page: 2 }],
    );
  });

  it('a bracket with its word and number goes to the next line whole; an entry of the contents ends its line', async () => {
    const size = 12;
    const lines = [
      { x: 74, y: 100, text: '甲'.repeat(38), size },
      { x: 50, y: 120, text: '乙'.repeat(40), size },
      { x: 50, y: 140, text: '丙'.repeat(40), size },
      { x: 50, y: 160, text: `${'丁'.repeat(28)}支出`, size },
      { x: 50, y: 180, text: '（类）23443485.76万元，', size },
      { x: 50, y: 200, text: '目录', size },
      { x: 50, y: 220, text: `一、概况${'.'.repeat(70)}1`, size },
      { x: 50, y: 240, text: '完。', size },
    ];
    const blocks = brief(await read({ texts: lines }));
    assert.ok((blocks[0] as string).endsWith('支出（类）23443485.76万元，'));
    assert.deepEqual(blocks.slice(1), ['目录', `一、概况${'.'.repeat(70)}1`, '完。']);
  });

  it('a ruled table: cells by their borders, merged where a border is missing, lines stroked or filled', async () => {
    const page = ruled(
      [
        ['项目', '预算数', ''],
        ['', '本年', '上年'],
        ['合  计', '1,234.50', '－'],
      ],
      [
        [250, 100, 250, 120],
        [50, 120, 150, 120],
      ],
    );
    const expected = [['项目↓2|预算数→2', '本年|上年', '合  计|1,234.50|－']];
    assert.deepEqual(brief(await read(page)), expected);
    assert.deepEqual(brief(await read({ ...page, filled: true })), expected);
    const [grid] = (await read(page)).blocks as [GridBlock];
    assert.deepEqual(grid.rows[2]![1]!.place, { page: 1, table: 1, row: 3 });
  });

  it('a table whose sides are open, and text wrapped within a cell', async () => {
    const page = ruled([
      ['项目', '金额'],
      ['一般公共', '9.00'],
    ]);
    const side = new Set([50, 250]);
    const open = page.lines!.filter(([x0, , x1]) => x0 !== x1 || !side.has(x0));
    const texts = [...page.texts!.map((text) => ({ ...text, size: 6 })), { x: 55, y: 139, text: '服务支出', size: 6 }];
    assert.deepEqual(brief(await read({ texts, lines: open })), [['项目|金额', '一般公共服务支出|9.00']]);
  });

  it('a table of horizontal lines alone is read by its columns', async () => {
    const rows = [
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['', '合计', '60.00', '35.00', '25.00'],
      ['205', '教育支出', '30.00', '20.00', '10.00'],
      ['208', '社会保障和就业支出', '30.00', '15.00', '15.00'],
    ];
    const starts = [50, 120, 260, 350, 440];
    const cells = rows.flatMap((row, r) =>
      row.map((text, c): PdfText => ({
        x: c < 2 ? starts[c]! : starts[c]! + 60 - 5 * text.length,
        y: 150 + 20 * r,
        text,
        size: 10,
      })),
    );
    const above = [
      { x: 200, y: 100, text: '2024年支出预算总表', size: 16 },
      { x: 50, y: 125, text: '部门名称：栖云县水利局', size: 10 },
      { x: 450, y: 125, text: '单位：万元', size: 10 },
    ];
    const lines = rows.map((_, r) => [50, 136 + 20 * r, 530, 136 + 20 * r] as const);
    const document = await read({ texts: [...above, ...cells.filter(({ text }) => text !== '')], lines });
    assert.deepEqual(
      brief(document).at(-1),
      rows.map((row) => row.join('|')),
    );
    assert.equal(brief(document)[0], '2024年支出预算总表');
  });

  it('a table that goes on over a page is one; its head printed again is left out', async () => {
    const head = ['项目', '金额'];
    const document = await read(ruled([head, ['甲', '1.00']]), ruled([head, ['乙', '2.00']]), ruled([['丙', '3.00']]));
    assert.deepEqual(brief(document), [['项目|金额', '甲|1.00', '乙|2.00', '丙|3.00']]);
    assert.deepEqual(
      (document.blocks[0] as GridBlock).rows.map(([first]) => first!.place),
      [
        { page: 1, table: 1, row: 1 },
        { page: 1, table: 1, row: 2 },
        { page: 2, table: 1, row: 2 },
        { page: 3, table: 1, row: 1 },
      ],
    );
  });

  it('a table of the same columns with a title of its own in its first row is another one', async () => {
    const titled = (title: string): PdfPage =>
      ruled(
        [
          [title, ''],
          ['项目', '金额'],
          ['甲', '1.00'],
        ],
        [[150, 100, 150, 120]],
      );
    const document = await read(titled('收入表'), titled('支出表'));
    assert.deepEqual(brief(document), [
      ['收入表→2', '项目|金额', '甲|1.00'],
      ['支出表→2', '项目|金额', '甲|1.00'],
    ]);
  });

  it('a drawing of one line with hundreds of thousands of corners is no table', async () => {
    const corners = Array.from({ length: 200_000 }, (_, at) => `${at % 500} ${(at * 7) % 800} l`).join(' ');
    assert.deepEqual(brief(await read({ before: `0 0 m ${corners} f`, texts: [{ x: 50, y: 100, text: '图' }] })), [
      '图',
    ]);
  });

  it('a page that is turned, by the file or by its text, reads as a person holds it', async () => {
    const page = ruled([
      ['项目', '金额'],
      ['甲', '1.00'],
    ]);
    const expected = [['项目|金额', '甲|1.00']];
    // The page is shown turned: what runs up the sheet reads from left to right.
    assert.deepEqual(brief(await read({ ...page, rotate: 90, before: `0 1 -1 0 ${PAGE_HEIGHT} 0 cm` })), expected);
    assert.deepEqual(brief(await read({ ...page, before: `0 1 -1 0 ${PAGE_HEIGHT} 0 cm` })), expected);
    assert.deepEqual(brief(await read({ ...page, before: `0 -1 1 0 -300 ${PAGE_HEIGHT} cm` })), expected);
  });

  it('what is cut off by the edge or by a frame is not read', async () => {
    const texts = [
      { x: 50, y: 100, text: '第一页' },
      { x: 50, y: 500, text: '第二页' },
      { x: 700, y: 100, text: '纸外' },
    ];
    assert.deepEqual(brief(await read({ texts, before: `0 ${PAGE_HEIGHT - 300} ${PAGE_WIDTH} 300 re W n` })), [
      '第一页',
    ]);
  });

  it('characters of no size are not there', async () => {
    assert.deepEqual(
      brief(
        await read({
          texts: [
            { x: 50, y: 100, text: '零', size: 0 },
            { x: 50, y: 100, text: '小', size: 0.01 },
            { x: 90, y: 100, text: '有' },
          ],
        }),
      ),
      ['有'],
    );
  });

  it('a character printed twice to look bold is one', async () => {
    const texts = [
      { x: 50, y: 100, text: '合计' },
      { x: 50.4, y: 100, text: '合计' },
    ];
    assert.deepEqual(brief(await read({ texts })), ['合计']);
  });

  it('radicals that a font draws as words are words; a long dash is two', async () => {
    assert.deepEqual(brief(await read({ texts: [{ x: 50, y: 100, text: '部⻔⽀出⸺' }] })), ['部门支出——']);
  });

  it('a drawing of thousands of lines is no table and takes no time', async () => {
    const lines = Array.from({ length: 3000 }, (_, at) =>
      at % 2 === 0 ? ([0, at / 4, PAGE_WIDTH, at / 4] as const) : ([at / 6, 0, at / 6, PAGE_HEIGHT] as const),
    );
    assert.deepEqual(brief(await read({ lines, texts: [{ x: 50, y: 100, text: '图' }] })), ['图']);
  });

  it('a page that is damaged is read as far as it goes, and said', async () => {
    const texts = Array.from({ length: 40 }, (_, at): PdfText => ({
      x: 50,
      y: 60 + 18 * at,
      text: `第${at}行 ${(at * 7919) % 1000}.${10 + at}`,
    }));
    const messages = async (...lost: (number | undefined)[]): Promise<string[]> =>
      (await read(...lost.map((share) => ({ texts, ...(share !== undefined && { lost: share }) })))).messages.map(
        ({ text }) => text,
      );
    assert.deepEqual(await messages(undefined, 0), []);
    assert.deepEqual(await messages(0, 0.5, undefined, 0.2), ['第 2、4 页的内容有损坏，可能缺字缺数，请核对原件']);
    assert.deepEqual((await read({ texts, before: 'Zz' })).messages.length, 1);
  });

  it('a page whose font names wrong characters is said', async () => {
    const garbled = (text: string): PdfPage => ({
      texts: [
        { x: 50, y: 100, text: '一般公共预算' },
        { x: 50, y: 120, text },
      ],
    });
    const messages = async (...texts: string[]): Promise<string[]> =>
      (await read(...texts.map(garbled))).messages.map(({ text }) => text);
    assert.deepEqual(await messages('管理事务', '管理事á支出ā能é类è目à'), [
      '第 2 页有的字读不出（字体中的文字编码不对），名称和数字请核对原件',
    ]);
    assert.deepEqual(await messages('吕è', '管理事务'), []);
  });

  it('pages that we printed ourselves are left out', async () => {
    const ours = { ...ruled([OWN_HEADS[1]!.slice(0, 5), ['甲', '1.00', '', '', '']]) };
    const whole = ruled([OWN_HEADS[1]!, ['甲', '', '', '1.00', '', '', '', '']]);
    const theirs = ruled([
      ['项目', '金额'],
      ['乙', '1.00'],
    ]);
    const source = await ingestFile('公开.pdf', writePdf([theirs, { ...whole, width: 1000 }, ours]), {
      loadCMap,
      ignoreHeads: OWN_HEADS,
    });
    assert.deepEqual(brief(source), [
      ['项目|金额', '乙|1.00'],
      [OWN_HEADS[1]!.slice(0, 5).join('|'), '甲|1.00|||'],
    ]);
  });

  const refused: Readonly<Record<string, readonly [bytes: Uint8Array, reason: RegExp]>> = {
    'a file cut off': [writePdf([{ texts: [{ x: 50, y: 100, text: '甲' }] }]).slice(0, 90), /损坏/],
    'no PDF after all': [new TextEncoder().encode('%PDF-1.4\n什么也没有'), /损坏/],
    'a page without text': [writePdf([{ lines: [[50, 100, 90, 100]] }]), /扫描件/],
  };
  for (const [name, [bytes, reason]] of Object.entries(refused))
    it(`${name} is refused with a reason`, async () =>
      assert.rejects(
        () => ingestFile('文件', bytes, { loadCMap }),
        // By its name: the reader of PDF is loaded when it is needed, and under the test runner that is another copy.
        (error: UnreadableError) => error.name === 'UnreadableError' && reason.test(error.reason),
      ));

  for (const family of FAMILIES)
    it(`${family}: a document set as PDF says what its text says`, async () => {
      for (const [at, { text }] of sampleFamily(family, 3, 3).entries()) {
        const printed = { numbered: at % 2 === 0, filled: at % 3 === 0, headRows: at % 2 };
        const source = await ingestFile('公开.pdf', writePdf(typeset(readText('公开', text).blocks, printed)), {
          loadCMap,
        });
        assert.deepEqual(inBrief(checkSource(source)), inBrief(checkText('公开', text)));
      }
    });

  const files = corpusPdf();
  it(`documents of the corpus say the same as their text (${files.length})`, async function () {
    if (files.length === 0) this.skip();
    for (const { name, bytes, text } of files)
      assert.deepEqual(
        inBrief(checkSource(await ingestFile(name, bytes, { loadCMap }))),
        inBrief(checkText(name, text)),
      );
  });
});

/** What a check said, without places. */
function inBrief({ reconciliation: { tableCoverage, narrativeCoverage, findings } }: Checked): unknown {
  return {
    table: [tableCoverage.figures, tableCoverage.checked],
    narrative: [narrativeCoverage?.figures, narrativeCoverage?.checked],
    alarms: findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message),
  };
}
