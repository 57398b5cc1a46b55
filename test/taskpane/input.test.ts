import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as xlsx from '@e965/xlsx';
import { checkSource, UnreadableError } from '../../src';
import { documentOf, holdsTable, placeInText, plainLines, readFile, readMarkup } from '../../src/taskpane/input';
import { docx } from '../ingest/docx';

const SAMPLE = readFileSync('assets/samples/shanxi-budget-2024.txt', 'utf8');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The sample as a web page would show it. */
function asHtml(text: string): string {
  const parts: string[] = [];
  let rows: string[] = [];
  const flush = (): void => {
    if (rows.length > 0) parts.push(`<table>${rows.join('')}</table>`);
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (line.includes('\t'))
      rows.push(
        `<tr>${line
          .split('\t')
          .map((cell) => `<td>${cell}</td>`)
          .join('')}</tr>`,
      );
    else if (line.trim() !== '') {
      flush();
      parts.push(`<p>${line}</p>`);
    }
  }
  flush();
  return `<html><body>${parts.join('\n')}</body></html>`;
}

describe('pane input', () => {
  it('a text file is text', async () => {
    const input = await readFile('公开.txt', bytes('甲\t1.00'));
    assert.deepEqual(input, { name: '公开.txt', text: '甲\t1.00' });
  });

  it('an HTML file is told by its name or by its content', async () => {
    const html = '<p>甲</p><table><tr><td>乙<td>1.00</table>';
    for (const [name, text] of [
      ['a.html', html],
      ['a.HTM', html],
      ['a.txt', `<!DOCTYPE html>${html}`],
    ] as const) {
      const input = await readFile(name, bytes(text));
      assert.equal(input.text, '甲\n\n乙\t1.00', name);
      assert.equal(input.source!.blocks.length, 2);
    }
    assert.equal((await readFile('a.txt', bytes('说明：用 <b> 标出'))).source, undefined);
  });

  it('text with tables in HTML is shown as it is; places are those in it', async () => {
    const text = '支出总表\r\n<table><tr><td>项目<td>合计<tr><td>甲<td>1.00</table>';
    const input = await readFile('a.md', bytes(text));
    assert.equal(input.text, plainLines(text));
    const grid = documentOf(input, 'a.md', input.text).blocks[1]!;
    assert.ok(grid.kind === 'grid');
    const { line, column, length } = placeInText(input, grid.rows[1]![1]!.place)!;
    assert.equal(input.text.split('\n')[line - 1]!.substr(column - 1, length), '1.00');
  });

  it('a workbook written as XML is read as a workbook', async () => {
    const cell =
      '<Row><Cell><Data ss:Type="String">甲</Data></Cell><Cell><Data ss:Type="String">乙</Data></Cell></Row>';
    const xml = `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table>${cell}</Table></Worksheet></Workbook>`;
    assert.equal((await readFile('a.xls', bytes(xml))).text, '表\n\n甲\t乙');
  });

  it('a Word document and a workbook are shown as text, and keep their places', async () => {
    const word = await readFile(
      'a.docx',
      docx([
        '支出总表',
        [
          ['项目', '合计'],
          ['甲', '1.00'],
        ],
      ]),
    );
    assert.equal(word.text, '支出总表\n\n项目\t合计\n甲\t1.00');
    assert.equal(word.source!.blocks.length, 2);

    const workbook = xlsx.utils.book_new();
    for (const name of ['支出总表', '核对结果'])
      xlsx.utils.book_append_sheet(
        workbook,
        xlsx.utils.aoa_to_sheet([
          ['项目', '合计'],
          ['甲', '1.00'],
        ]),
        name,
      );
    const sheets = await readFile('a.xlsx', new Uint8Array(xlsx.write(workbook, { type: 'array' }) as ArrayBuffer));
    assert.match(sheets.text, /项目\t合计\n甲\t1\.00$/);
    const { line } = placeInText(sheets, { sheet: '支出总表', cell: 'B2' })!;
    assert.equal(sheets.text.split('\n')[line - 1], '甲\t1.00');
    assert.equal(placeInText(sheets, { sheet: '核对结果', cell: 'B2' }), undefined);
  });

  it('merged cells keep their columns in the text', async () => {
    const { text } = await readMarkup('x', '<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td>丁</table>');
    assert.equal(text, '甲\t乙\t\n\t丙\t丁');
  });

  it('what cannot be read is said with its reason', async () => {
    // By its name: the reader of PDF is loaded when it is needed, and under the test runner that is another copy.
    await assert.rejects(readFile('a.pdf', bytes('%PDF-1.7')), { name: 'UnreadableError', reason: '文件损坏或不完整' });
    await assert.rejects(readFile('a.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)), {
      name: 'UnreadableError',
      reason: '这是图片文件',
    });
    await assert.rejects(readFile('a.txt', new Uint8Array()), UnreadableError);
    await assert.rejects(readMarkup('x', '<p hidden>甲</p>'), UnreadableError);
  });

  it('the source holds as long as the text is not touched', async () => {
    const input = await readMarkup('粘贴的内容', '<table><tr><td>甲<td>1.00</table>');
    assert.equal(documentOf(input, 'x', input.text), input.source);
    assert.equal(documentOf({ ...input, text: 'a\r\nb' }, 'x', 'a\nb'), input.source);
    const changed = documentOf(input, 'x', `${input.text}\n改`);
    assert.notEqual(changed, input.source);
    assert.equal(changed.name, 'x');
    assert.equal(documentOf(undefined, 'x', '甲').name, 'x');
  });

  it('tells clipboards with tables from others', () => {
    assert.ok(holdsTable('<div><TABLE class=x><tr>'));
    assert.ok(!holdsTable('<p>table</p>'));
    assert.equal(plainLines('a\r\nb\rc'), 'a\nb\nc');
  });

  it('the sample comes to the same as text and as HTML', async () => {
    const { source } = await readMarkup('x', asHtml(SAMPLE));
    const one = checkSource(documentOf(undefined, 'x', SAMPLE));
    const other = checkSource(source!);
    assert.equal(other.disclosure.statements.length, 13);
    assert.deepEqual(
      other.reconciliation.findings.map(({ message }) => message),
      one.reconciliation.findings.map(({ message }) => message),
    );
  });
});
