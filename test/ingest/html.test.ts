import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readHtml } from '../../src/ingest/html';
import type { GridBlock, SourceBlock } from '../../src/model/source';

const blocks = (html: string): readonly SourceBlock[] => readHtml('test', html).blocks;

/** Lines as text, tables as rows of text; a span is written behind its cell as {across}x{down}. */
function outline(html: string): unknown[] {
  return blocks(html).map((block) =>
    block.kind === 'line'
      ? block.text
      : block.rows.map((row) =>
          row.map(({ text, colSpan = 1, rowSpan = 1 }) =>
            colSpan * rowSpan > 1 ? `${text}{${colSpan}x${rowSpan}}` : text,
          ),
        ),
  );
}

function grid(html: string): GridBlock {
  const found = blocks(html).find((block): block is GridBlock => block.kind === 'grid');
  assert.ok(found, 'no table');
  return found;
}

describe('html: lines', () => {
  const cases: readonly (readonly [string, string, unknown[]])[] = [
    ['a paragraph a line', '<p>一、收入</p><p>二、支出</p>', ['一、收入', '二、支出']],
    ['a break ends a line', '单位名称：某某局<br>单位：万元', ['单位名称：某某局', '单位：万元']],
    [
      'blanks run together, hard blanks do not',
      '<p>名称  某 局&nbsp;&nbsp;&nbsp;单位：万元</p>',
      ['名称 某 局   单位：万元'],
    ],
    [
      'a line of the source may end inside a Chinese word',
      '<p>一般公共\r\n  预算财政\n拨款</p>',
      ['一般公共预算财政拨款'],
    ],
    ['but not between a word and a figure of the source', '<p>budget\n2024</p>', ['budget 2024']],
    ['inline elements do not end lines', '<p>支出<b>12</b>.<span>34</span>万元</p>', ['支出12.34万元']],
    ['nested blocks', '<div>甲<div>乙</div>丙</div>', ['甲', '乙', '丙']],
    ['zero-width marks go', '<p>合\u200b计\ufeff</p>', ['合计']],
    ['preformatted lines stay apart', '<pre>甲\n乙</pre>', ['甲', '乙']],
    ['lists', '<ul><li>甲</li><li>乙</li></ul>', ['甲', '乙']],
    ['references', '<p>&lt;script&gt;&amp;&#x5143;</p>', ['<script>&元']],
  ];
  for (const [name, html, expected] of cases) it(name, () => assert.deepEqual(outline(html), expected));

  it('headings have their level, also those that Word makes', () => {
    const html = `<h2>第二部分</h2><p class=MsoNormal style='mso-outline-level:3'>一、收支总表</p><p>正文</p>`;
    assert.deepEqual(
      blocks(html).map((block) => block.kind === 'line' && block.headingLevel),
      [2, 3, undefined],
    );
  });

  it('the contents page is told from the body', () => {
    const html = `<p>目 录</p><p>第一部分 概况.....1</p><p>第二部分 报表………4</p><p>第一部分 概况</p>
      <p class=MsoToc1>第三部分 说明</p><p>正文</p>`;
    assert.deepEqual(
      blocks(html).map((block) => block.kind === 'line' && block.contents === true),
      [true, true, true, false, true, false],
    );
  });

  it('places count blocks, rows and cells from one', () => {
    const [line, table] = blocks('<p>甲</p><table><tr><td>乙<td>丙<tr><td>丁<td>戊</table>');
    assert.deepEqual(line!.place, { block: 1 });
    assert.equal(table!.kind, 'grid');
    assert.deepEqual((table as GridBlock).rows[1]![1]!.place, { block: 2, row: 2, cell: 2 });
  });
});

describe('html: what is not shown is not read', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['scripts', '<script>alert(1)</script>'],
    ['styles', '<style>td{color:red}</style>'],
    ['comments', '<!-- 旧稿 --><!--[if gte mso 9]><xml>旧稿</xml><![endif]-->'],
    ['display:none', '<p style="color:red; DISPLAY : none">旧稿</p>'],
    ['visibility', '<div style="visibility:hidden"><p>旧稿</p></div>'],
    ['what Word hides', "<span style='mso-hide:all'>旧稿</span>"],
    ['the hidden attribute', '<p hidden>旧稿</p>'],
    ['deleted text of a revision', '<del>旧稿</del>'],
    ['form fields', '<select><option>旧稿</select><textarea>旧稿</textarea>'],
    ['pinyin above characters', '<ruby><rt>jiù</rt></ruby>'],
    ['no letters at all', '<p style="font-size:0">旧稿</p>'],
  ];
  for (const [name, html] of cases) {
    it(name, () => assert.deepEqual(outline(`<p>甲</p>${html}<p>乙</p>`), ['甲', '乙']));
  }

  it('hidden rows and cells of a table', () => {
    const html = `<table><tr><td>甲<td>1<tr style="display:none"><td>旧<td>2<tr><td>乙<td style="display:none">旧<td>3</table>`;
    assert.deepEqual(outline(html), [
      [
        ['甲', '1'],
        ['乙', '3'],
      ],
    ]);
  });
});

describe('html: tables', () => {
  const cases: readonly (readonly [string, string, unknown[]])[] = [
    [
      'spans',
      '<table><tr><th rowspan=2>项目<th colspan=2>支出<tr><td>基本<td>项目<tr><td>合计<td>1.00<td>2.00</table>',
      [
        [
          ['项目{1x2}', '支出{2x1}'],
          ['基本', '项目'],
          ['合计', '1.00', '2.00'],
        ],
      ],
    ],
    [
      'spans beyond the table, of nothing, or without sense',
      '<table><tr><td rowspan=99>甲<td colspan=0>乙<td rowspan=0>丙<tr><td colspan="x">丁</table>',
      [[['甲{1x2}', '乙', '丙{1x2}'], ['丁']]],
    ],
    [
      'head first, foot last, whatever their order',
      '<table><tfoot><tr><td>合计<td>3</tfoot><tbody><tr><td>甲<td>3</tbody><thead><tr><td>项目<td>金额</thead></table>',
      [
        [
          ['项目', '金额'],
          ['甲', '3'],
          ['合计', '3'],
        ],
      ],
    ],
    [
      'breaks and paragraphs in a cell join without a blank between Chinese characters',
      '<table><tr><td>财政专户<br>管理资金<td><p>12.</p><p>5</p></table>',
      [[['财政专户管理资金', '12. 5']]],
    ],
    [
      'rows of nothing are left out, unless a merged cell reaches them',
      '<table><tr><td>甲<td>1<tr><td>&nbsp;<td><tr><td rowspan=2>乙<td>2<tr><td></table>',
      [[['甲', '1'], ['乙{1x2}', '2'], ['']]],
    ],
    [
      'a caption is a line before its table',
      '<table><caption>收支总表</caption><tr><td>甲<td>1</table>',
      ['收支总表', [['甲', '1']]],
    ],
    ['a table of one column is text', '<table><tr><td>甲<tr><td>乙</table>', ['甲', '乙']],
    [
      'a table that lays the page out is text around the tables in it',
      `<table><tr><td colspan=2>某某局<tr><td>左栏<td>
        <table><tr><td>项目<td>金额<tr><td>甲<td>1<tr><td>乙<td>2</table>说明</table>`,
      [
        '某某局',
        '左栏',
        [
          ['项目', '金额'],
          ['甲', '1'],
          ['乙', '2'],
        ],
        '说明',
      ],
    ],
    [
      'a small table inside a cell is part of its text',
      '<table><tr><td>甲<td>1<td>2<tr><td>乙<td>3<td><table><tr><td>其<td>中</table></table>',
      [
        [
          ['甲', '1', '2'],
          ['乙', '3', '其中'],
        ],
      ],
    ],
    ['a table of nothing is none', '<table><tr><td><td></table><p>甲</p>', ['甲']],
    [
      'text between rows stands before the table, as browsers show it',
      '<table><tr><td>甲<td>1</tr>乙</table>',
      ['乙', [['甲', '1']]],
    ],
  ];
  for (const [name, html, expected] of cases) it(name, () => assert.deepEqual(outline(html), expected));

  it('a page of pictures is said to be one', () => {
    const { messages } = readHtml('test', '<p>附表</p><img src="https://example.invalid/1.png"><img src="2.png">');
    assert.deepEqual(
      messages.map(({ severity }) => severity),
      ['warning'],
    );
    assert.match(messages[0]!.text, /2 张图片/);
    assert.deepEqual(readHtml('test', '<img src="1.png"><table><tr><td>甲<td>1</table>').messages, []);
  });
});

describe('html: what programs put on the clipboard', () => {
  it('Word', () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8><style><!-- p.MsoNormal {} --></style></head>
      <body lang=ZH-CN><!--StartFragment-->
      <p class=MsoNormal align=center><span lang=EN-US style='font-size:16.0pt'>2024</span><span style='font-size:16.0pt'>年预算收支总表<o:p></o:p></span></p>
      <div align=center><table class=MsoNormalTable border=0 cellspacing=0><![if !supportMisalignedColumns]>
       <tr style='mso-yfti-irow:0;height:15.0pt'><td width=200 colspan=2 style='border:solid windowtext 1.0pt'><p class=MsoNormal>
         <b><span style='font-family:宋体'>收<span style='mso-spacerun:yes'>  </span>入<o:p></o:p></span></b></p></td></tr>
       <tr><td><p class=MsoNormal><span style='font-family:宋体'>一、一般公共<o:p></o:p></span></p><p class=MsoNormal>预算</p></td>
         <td><p class=MsoNormal align=right><span lang=EN-US>1,234.50<o:p></o:p></span></p></td></tr>
       <tr><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr>
      </table></div><!--EndFragment--></body></html>`;
    assert.deepEqual(outline(html), ['2024年预算收支总表', [['收 入{2x1}'], ['一、一般公共预算', '1,234.50']]]);
  });

  it('Excel and WPS', () => {
    const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {mso-ignore:padding;}</style></head><body>
      <table border=0><col width=72><!--StartFragment-->
       <tr height=19><td class=xl65 x:str>科目编码</td><td>合计</td></tr>
       <tr><td class=xl66 align=left x:num="208">208</td><td align=right x:num="289.0649999">289.06</td></tr>
       <!--EndFragment--></table></body></html>`;
    assert.deepEqual(outline(html), [
      [
        ['科目编码', '合计'],
        ['208', '289.06'],
      ],
    ]);
    assert.equal(grid(html).rows.length, 2);
  });

  it('a browser', () => {
    const html = `<meta charset='utf-8'><div style="color: rgb(0,0,0)"><font face="宋体">单位：万元</font></div>
      <table style="width:100%"><tbody><tr><td><div>收入总计</div></td><td><div><span>100.00</span></div></td></tr></tbody></table>`;
    assert.deepEqual(outline(html), ['单位：万元', [['收入总计', '100.00']]]);
  });
});

describe('html: hostile input', () => {
  it('nesting without end', () => {
    const depth = 20_000;
    assert.deepEqual(outline(`${'<div>'.repeat(depth)}甲`), ['甲']);
    assert.doesNotThrow(() => outline(`${'<table><tr><td>1<td>'.repeat(2000)}甲`));
  });

  it('spans without end', () => {
    const html = '<table><tr><td colspan=999999999 rowspan=999999999>甲<td>乙</table>';
    assert.deepEqual(outline(html), [[['甲{1000x1}', '乙']]]);
  });

  it('is read whatever it is', () => {
    const pieces = fc.constantFrom(
      ...[
        '<table>',
        '</table>',
        '<tr>',
        '<td colspan=2>',
        '<td>',
        '<th rowspan=3>',
        '</td>',
        '<p>',
        '<br>',
        '<!--',
        '-->',
      ],
      ...[
        '<caption>',
        '<thead>',
        '</thead>',
        '甲',
        '1.00',
        '&nbsp;',
        '\n',
        '<div hidden>',
        '</div>',
        '<script>',
        '</script>',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        for (const block of blocks(parts.join(''))) {
          if (block.kind === 'line') assert.notEqual(block.text, '');
          else for (const row of block.rows) for (const { text } of row) assert.equal(text, text.trim());
        }
      }),
    );
  });
});
