import assert from 'node:assert/strict';
import type { JsonDocument } from '../../src';
import { sampleDocuments } from '../ledger';
import { docx } from '../ingest/docx';
import { Folder, SOUND, WRONG } from './run';

/*
 * Web pages, Word documents and workbooks on the command line.
 */

const [TITLE = '', ENTITY = '', UNIT = '', ...ROWS] = WRONG.trim().split('\n');
const CELLS = ROWS.map((row) => row.split('\t'));
const PAGE = `<p>${TITLE}</p><p>${ENTITY}</p><p>${UNIT}</p><table>${CELLS.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`;

describe('files of other formats', function () {
  this.timeout(60_000);
  let folder: Folder;

  before(() => {
    folder = new Folder();
    folder.write('page.html', PAGE);
    folder.write('form.docx', docx([TITLE, ENTITY, UNIT, CELLS]));
    folder.write('wrong.txt', WRONG);
    folder.write('sound.txt', SOUND);
    folder.write('broken.docx', docx([TITLE]).slice(0, 100));
    folder.write('ledger.txt', sampleDocuments(31, 1, { clean: true, scale: 'small', level: 'unit' })[0]!.text);
  });
  after(() => folder.remove());

  const check = (...names: readonly string[]): { status: number | null; stderr: string; documents: JsonDocument[] } => {
    const { status, stdout, stderr } = folder.run('check', '--format', 'ndjson', ...names);
    return {
      status,
      stderr,
      documents: stdout
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as JsonDocument),
    };
  };
  const messages = ({ findings }: JsonDocument): string[] => findings.map(({ message }) => message);

  for (const name of ['page.html', 'form.docx'])
    it(`${name}: the same findings as in the text, at the cell of its table`, () => {
      const { status, documents } = check('wrong.txt', name);
      assert.equal(status, 1);
      assert.deepEqual(messages(documents[1]!), messages(documents[0]!));
      assert.deepEqual(documents[1]!.findings[0]!.suspects[0]!.source, { block: 4, row: 3, cell: 3 });
    });

  it('a workbook that fill has written is checked as it was, and refers to its cells', () => {
    assert.equal(folder.run('fill', 'wrong.txt', '-o', 'wrong.xlsx').status, 1);
    const { status, documents } = check('wrong.txt', 'wrong.xlsx');
    assert.equal(status, 1);
    assert.deepEqual(messages(documents[1]!), messages(documents[0]!));
    const [source] = documents[1]!.findings[0]!.suspects.map((suspect) => suspect.source);
    assert.ok(source && 'sheet' in source && /^[A-Z]+\d+$/.test(source.cell));
  });

  it('a whole set filled in and read back raises nothing', () => {
    assert.equal(folder.run('fill', 'ledger.txt', '-o', 'ledger.xlsx').status, 0);
    const { status, documents } = check('ledger.txt', 'ledger.xlsx');
    assert.equal(status, 0);
    assert.deepEqual(
      documents.map(({ coverage }) => coverage.table.figures),
      [documents[0]!.coverage.table.figures, documents[0]!.coverage.table.figures],
    );
  });

  it('a damaged file is named with the reason, the others are still checked: status 2', () => {
    const { status, stderr, documents } = check('broken.docx', 'sound.txt');
    assert.deepEqual([status, documents.length], [2, 1]);
    assert.match(stderr, /^gouji: broken\.docx：文件损坏/m);
  });

  it('a folder holds them all', () => {
    assert.ok(check('.').documents.length >= 6);
  });
});
