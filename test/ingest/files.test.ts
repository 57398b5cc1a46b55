import assert from 'node:assert/strict';
import * as xlsx from '@e965/xlsx';
import { checkFile } from '../../src';
import { ingestFile, UnreadableError } from '../../src/ingest';
import type { SourceBlock, SourceDocument } from '../../src/model/source';
import { gb18030 } from './encode';
import { docx, zip } from './docx';

/*
 * Files of every format that gouji reads, told apart by what is in them.
 */

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Blocks in brief: a line as its text, a grid as its rows. */
function brief({ blocks }: SourceDocument): (string | string[])[] {
  return blocks.map((block: SourceBlock) =>
    block.kind === 'grid' ? block.rows.map((row) => row.map(({ text }) => text).join('|')) : block.text,
  );
}

const PAGE =
  '<!DOCTYPE html><html><head><meta charset="gb2312"></head><body><p>2024年预算支出总表</p><table><tr><td>项目<td>合计</tr><tr><td>甲<td>3.00</tr></table></body></html>';
const READ = ['2024年预算支出总表', ['项目|合计', '甲|3.00']];

describe('files', () => {
  it('a page, by its name or its beginning, in any encoding', async () => {
    assert.deepEqual(brief(await ingestFile('a.html', utf8(PAGE))), READ);
    assert.deepEqual(brief(await ingestFile('a.htm', gb18030(PAGE))), READ);
    assert.deepEqual(brief(await ingestFile('a.xls', utf8(PAGE))), READ);
  });

  it('text is text, whatever its name', async () =>
    assert.deepEqual(brief(await ingestFile('a.docx', utf8('项目\t合计\n甲\t3.00\n'))), [['项目|合计', '甲|3.00']]));

  it('a Word document: headings, lines, tables with merged cells', async () => {
    const document = await ingestFile(
      'a.docx',
      docx([
        '2024年预算支出总表',
        [
          ['项目', '合计'],
          ['甲', '3.00'],
        ],
      ]),
    );
    assert.deepEqual(brief(document), READ);
    const grid = document.blocks[1]!;
    assert.ok(grid.kind === 'grid');
    assert.deepEqual(grid.rows[1]![1]!.place, { block: 2, row: 2, cell: 2 });
  });

  const refused: Readonly<Record<string, readonly [bytes: Uint8Array, reason: RegExp]>> = {
    'a Word document cut off': [docx(['甲']).slice(0, 200), /损坏/],
    'a damaged workbook': [damaged(book([['甲', 1]])), /损坏/],
    'another zip file': [zip({ 'a.txt': '甲' }), /压缩文件/],
    'a workbook with a password': [
      Uint8Array.of(
        ...[0xd0, 0xcf, 0x11, 0xe0],
        ...[...'EncryptedPackage\0'].flatMap((char) => [char.charCodeAt(0), 0]),
      ),
      /密码/,
    ],
    'an old Word document': [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), /旧版/],
    'a page without text': [utf8('<html><body></body></html>'), /没有文字/],
    'a picture': [Uint8Array.of(0x89, 0x50, 0x4e, 0x47), /图片/],
  };
  for (const [name, [bytes, reason]] of Object.entries(refused))
    it(`${name} is refused with a reason`, async () =>
      assert.rejects(
        () => ingestFile('文件', bytes),
        (error) => error instanceof UnreadableError && reason.test(error.reason),
      ));
});

describe('bytes of no format', () => {
  const BYTES = Uint8Array.from({ length: 300 }, (_, index) => (index * 151 + 7) % 256);
  const reasons: Readonly<Record<string, RegExp>> = {
    'a.docx': /不是 Word 文档/,
    'a.XLSX': /不是 Excel 工作簿/,
    'a.xls': /不是 Excel 工作簿/,
    'a.pdf': /不是 PDF 文件/,
    'a.txt': /编码无法识别/,
  };
  for (const [name, reason] of Object.entries(reasons))
    it(`are not what ${name} promises`, async () =>
      assert.rejects(
        () => ingestFile(name, BYTES),
        (error) => error instanceof UnreadableError && reason.test(error.reason),
      ));
});

function damaged(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  copy.fill(0x55, 60, copy.length - 2000);
  return copy;
}

type Cells = (string | number | null)[][];

function book(
  cells: Cells,
  change: (sheet: xlsx.WorkSheet, workbook: xlsx.WorkBook) => void = () => {},
  bookType: 'xlsx' | 'biff8' = 'xlsx',
): Uint8Array {
  const workbook = xlsx.utils.book_new();
  const sheet = xlsx.utils.aoa_to_sheet(cells);
  xlsx.utils.book_append_sheet(workbook, sheet, '支出总表');
  change(sheet, workbook);
  return new Uint8Array(xlsx.write(workbook, { type: 'array', bookType }) as ArrayBuffer);
}

describe('workbooks from files', () => {
  const cells: Cells = [
    ['项目', '合计'],
    ['甲', 8.5],
  ];

  it('sheets with their names, cells with their places; old workbooks too', async () => {
    for (const type of ['xlsx', 'biff8'] as const) {
      const document = await ingestFile('a', book(cells, undefined, type));
      assert.deepEqual(brief(document), ['支出总表', ['项目|合计', '甲|8.50']]);
      const grid = document.blocks[1]!;
      assert.ok(grid.kind === 'grid');
      assert.deepEqual(grid.rows[1]![1]!.place, { sheet: '支出总表', cell: 'B2' });
    }
  });

  it('a workbook written as XML, in any encoding', async () => {
    const xml = `<?xml version="1.0"?>\r\n<?mso-application progid="Excel.Sheet"?>\r\n<Workbook
 xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
 <Worksheet ss:Name="支出总表"><Table>
  <Row><Cell><Data ss:Type="String">项目</Data></Cell><Cell><Data ss:Type="String">合计</Data></Cell></Row>
  <Row ss:Index="4"><Cell><Data ss:Type="String">甲</Data></Cell><Cell><Data ss:Type="Number">8.5</Data></Cell></Row>
 </Table></Worksheet></Workbook>`;
    for (const content of [utf8(xml), gb18030(xml)]) {
      const document = await ingestFile('a.xls', content);
      assert.deepEqual(brief(document), ['支出总表', ['项目|合计', '甲|8.50']]);
      const grid = document.blocks[1]!;
      assert.deepEqual(grid.kind === 'grid' && grid.rows[1]![1]!.place, { sheet: '支出总表', cell: 'B4' });
    }
    const broken = utf8(xml.slice(0, xml.lastIndexOf('<Cell>')));
    await assert.rejects(ingestFile('a.xls', broken), { name: 'UnreadableError', reason: '文件损坏或不完整' });
  });

  it('amounts as the sheet shows them', async () => {
    const shown = async (format: string, value: number): Promise<string> => {
      const document = await ingestFile(
        'a.xlsx',
        book([['甲', value]], (sheet) => ((sheet['B1'] as xlsx.CellObject).z = format)),
      );
      return brief(document)[1]![0]!;
    };
    assert.equal(await shown('#,##0.00', 1234.5), '甲|1,234.50');
    assert.equal(await shown('0', 14.4), '甲|14');
    assert.equal(await shown('0.0%', 0.125), '甲|12.5%');
    assert.equal(await shown('General', 8.5), '甲|8.50');
  });

  it('merged cells are spans, counted over the rows that hold something', async () => {
    const bytes = book(
      [
        ['财政拨款', null, '合计'],
        ['小计', '基金', null],
        [null, null, null],
        [1, 2, 3],
      ],
      (sheet) => {
        sheet['!merges'] = [
          { s: { r: 0, c: 0 }, e: { r: 0, c: 1 } },
          { s: { r: 0, c: 2 }, e: { r: 2, c: 2 } },
        ];
      },
    );
    const grid = (await ingestFile('a.xlsx', bytes)).blocks[1]!;
    assert.ok(grid.kind === 'grid');
    assert.deepEqual(
      grid.rows.map((row) => row.map(({ text, colSpan, rowSpan }) => `${text} ${colSpan ?? 1}×${rowSpan ?? 1}`)),
      [
        ['财政拨款 2×1', '合计 1×2'],
        ['小计 1×1', '基金 1×1'],
        ['1 1×1', '2 1×1', '3 1×1'],
      ],
    );
  });

  it('an error of a formula is the text that is shown, and no amount', async () => {
    const bytes = book(
      [
        ['项目', '合计'],
        ['甲', null],
      ],
      (sheet) => (sheet['B2'] = { t: 'e', v: 0x17, w: '#REF!' }),
    );
    assert.deepEqual(brief(await ingestFile('a.xlsx', bytes))[1], ['项目|合计', '甲|#REF!']);
  });

  it('hidden sheets are left out and named', async () => {
    const bytes = book(cells, (_, workbook) => {
      xlsx.utils.book_append_sheet(workbook, xlsx.utils.aoa_to_sheet([['密', 1]]), '底稿');
      xlsx.utils.book_set_sheet_visibility(workbook, '底稿', 1);
    });
    const document = await ingestFile('a.xlsx', bytes);
    assert.deepEqual(
      brief(document)
        .flat()
        .filter((text) => text.includes('密')),
      [],
    );
    assert.match(document.messages[0]!.text, /底稿/);
  });

  it('formulas without a result are told of', async () => {
    const bytes = book([['甲', null]], (sheet) => (sheet['B1'] = { t: 'n', f: '1+1' } as xlsx.CellObject));
    assert.match((await ingestFile('a.xlsx', bytes)).messages.map(({ text }) => text).join(), /1 个公式/);
  });

  it('what we added to a workbook is not checked', async () => {
    const bytes = book(cells, (_, workbook) => {
      for (const name of ['核对结果', '情况说明', '检查表'])
        xlsx.utils.book_append_sheet(
          workbook,
          xlsx.utils.aoa_to_sheet([
            ['合计', 1],
            ['一般公共服务支出', 2],
          ]),
          name,
        );
    });
    const { disclosure } = await checkFile('a.xlsx', bytes);
    assert.deepEqual(
      [...new Set(disclosure.facts.map(({ place }) => ('sheet' in place ? place.sheet : '')))],
      ['支出总表'],
    );
    assert.deepEqual(disclosure.messages, []);
  });
});
