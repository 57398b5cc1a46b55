import assert from 'node:assert/strict';
import * as xlsx from '@e965/xlsx';
import mammoth from 'mammoth';
import { checkFile, checkText } from '../../../src';
import { explain, type Explanation, toDocx, toPlainText } from '../../../src/compile/narrative';
import { sampleFamily } from '../../ledger/families';
import { tablesOf } from './written';

interface Containers {
  read(bytes: Buffer, options: { type: 'buffer' }): unknown;
  find(container: unknown, path: string): { readonly content: Uint8Array } | null;
}
const CFB = xlsx.CFB as Containers;

describe('explanations as Word documents', function () {
  this.timeout(30_000);
  let explanation: Explanation;
  let bytes: Uint8Array;

  const part = (name: string): string =>
    Buffer.from(CFB.find(CFB.read(Buffer.from(bytes), { type: 'buffer' }), `/${name}`)!.content).toString();

  before(async () => {
    const [document] = sampleFamily('shanxi-budget', 20241104, 1, { clean: true });
    explanation = explain(checkText('表', tablesOf(document!)).disclosure);
    bytes = await toDocx(explanation);
  });

  it('hold the text, paragraph by paragraph', async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
    assert.deepEqual(lines(value), lines(toPlainText(explanation)));
  });

  it('are read back as headings and sentences', async () => {
    const { disclosure } = await checkFile('说明.docx', bytes);
    const headings = explanation.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level > 0 ? [block.text] : [],
    );
    const read = new Set(disclosure.narrative!.sections.map(({ title }) => title));
    assert.deepEqual(
      headings.filter((title) => !read.has(title) && !title.includes('名词解释')),
      [],
    );
    assert.ok(disclosure.narrative!.figures.length > 20);
  });

  it('what is to be filled in is highlighted, all of it and nothing else', () => {
    const xml = part('word/document.xml');
    const runs = [...xml.matchAll(/<w:r>(.*?)<\/w:r>/g)].map((match) => match[1]!);
    const highlighted = runs.filter((run) => run.includes('<w:highlight w:val="yellow"/>'));
    assert.equal(highlighted.length, explanation.blanks);
    assert.ok(highlighted.every((run) => run.includes('____')));
    assert.equal(runs.filter((run) => run.includes('____')).length, explanation.blanks);
  });

  it('A4, official fonts with what stands in for them', () => {
    assert.match(part('word/document.xml'), /<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/);
    assert.match(part('word/styles.xml'), /方正小标宋简体/);
    const fonts = part('word/fontTable.xml');
    for (const [name, other] of [
      ['仿宋_GB2312', '仿宋'],
      ['方正小标宋简体', '宋体'],
    ])
      assert.ok(fonts.includes(`<w:font w:name="${name}"><w:altName w:val="${other}"/>`), name);
  });

  it('the same explanation gives the same bytes: no time, no author', async () => {
    assert.deepEqual(await toDocx(explanation), bytes);
    const properties = part('docProps/core.xml');
    assert.doesNotMatch(properties, /dcterms|20\d\d-\d\d/);
    assert.match(properties, /<dc:title>.*情况说明<\/dc:title>/);
    // Time and date of the first entry: midnight of 1980-01-01.
    assert.deepEqual([...bytes.slice(10, 14)], [0, 0, 0x21, 0]);
  });

  it('text of the tables is text: nothing in a name becomes markup', async () => {
    const text =
      '云岭<w:br/>&县林业局\n2024年度部门预算公开\n支出预算总表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n' +
      '\t合计\t8.00\t1.00\t7.00\n213\t农林水<支出>&\t8.00\t1.00\t7.00\n';
    const file = await toDocx(explain(checkText('表', text).disclosure));
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(file) });
    assert.match(value, /2024年度支出预算8\.00万元/);
  });
});
