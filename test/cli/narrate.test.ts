import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import mammoth from 'mammoth';
import type { JsonDocument } from '../../src';
import { tablesOf } from '../compile/narrative/written';
import { sampleFamily } from '../ledger/families';
import { Folder, SOUND, WRONG } from './run';

describe('gouji narrate', function () {
  this.timeout(120_000);
  let folder: Folder;
  const [sample] = sampleFamily('shanxi-budget', 31, 1, { clean: true, scale: 'medium' });
  const entity = sample!.ledger.entity;

  before(() => {
    folder = new Folder();
    folder.write('tables.txt', tablesOf(sample!));
    folder.write('sound.txt', SOUND);
    folder.write('wrong.txt', WRONG);
    folder.write('words.txt', `${entity}\n一、收入预算情况说明\n2024年度收入预算3.00万元。\n`);
    folder.write('empty.txt', '');
  });
  after(() => folder.remove());

  const content = (name: string): Buffer => readFileSync(join(folder.path, name));
  const names = (): string[] => readdirSync(folder.path);

  it('from the workbook that fill writes: text on standard output, status 0', () => {
    folder.run('fill', 'tables.txt', '-o', 'filled.xlsx');
    const { status, stdout, stderr } = folder.run('narrate', 'filled.xlsx');
    assert.deepEqual([status, stderr], [0, '']);
    assert.ok(stdout.startsWith(`${entity}\n${sample!.ledger.year}年度`), stdout.slice(0, 80));
    assert.equal(stdout, folder.run('narrate', 'tables.txt').stdout, 'the same from the text it was filled from');
  });

  it('tables and text together raise nothing but what is to be filled in', () => {
    const { stdout } = folder.run('narrate', 'tables.txt');
    folder.write('whole.txt', `${tablesOf(sample!)}\n\n${stdout}`);
    const [document] = JSON.parse(folder.run('check', 'whole.txt', '--format', 'json').stdout) as JsonDocument[];
    const { findings, coverage } = document!;
    const told = findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
    assert.deepEqual([...new Set(told)], ['structure']);
    assert.ok(coverage.narrative.figures > 20);
    assert.equal(coverage.narrative.checked, coverage.narrative.figures);
  });

  it('into a text file and a Word document: the same text, the same bytes again', async () => {
    const { stdout } = folder.run('narrate', 'tables.txt');
    const told = folder.run('narrate', 'tables.txt', '-o', '说明.txt');
    assert.equal(told.status, 0);
    assert.equal(told.stdout, `说明.txt：${stdout.split('____').length - 1} 处待填\n`);
    assert.equal(content('说明.txt').toString(), stdout);
    assert.equal(folder.run('narrate', 'tables.txt', '-o', 'one.docx').status, 0);
    folder.run('narrate', 'tables.txt', '--output=two.DOCX');
    assert.deepEqual(content('one.docx'), content('two.DOCX'));
    const { value } = await mammoth.extractRawText({ buffer: content('one.docx') });
    assert.equal(value.replace(/\n+/g, '\n').trim(), stdout.replace(/\n+/g, '\n').trim());
  });

  it('tables that contradict themselves: says so, writes all the same, status 1', () => {
    const { status, stdout, stderr } = folder.run('narrate', 'wrong.txt', '-o', 'wrong.out.txt');
    assert.equal(status, 1);
    assert.match(
      stderr,
      /^gouji: wrong\.txt：表内有 1 处错误，说明按表上的数字写，请改正后重写\ngouji: wrong\.txt：.*8\.00.*\n$/,
    );
    assert.match(stdout, /处待填/);
    assert.ok(names().includes('wrong.out.txt'));
  });

  it('what an explanation in the file says wrongly is no fault of the tables: status 0', () => {
    folder.write('talk.txt', `${SOUND}\n一、支出预算情况说明\n2023年度支出预算9.00万元。\n`);
    assert.equal(folder.run('check', 'talk.txt').status, 1);
    const { status, stdout, stderr } = folder.run('narrate', 'talk.txt');
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /2023年度支出预算3\.00万元/);
    assert.doesNotMatch(stdout, /9\.00/);
  });

  it('no tables, nothing to read, no file: one line, status 2, nothing written', () => {
    for (const [name, reason] of [
      ['words.txt', /^gouji: words\.txt：没有识别到写有金额的表格，写不出说明\n$/],
      ['empty.txt', /^gouji: empty\.txt：.+\n$/],
      ['absent.xlsx', /^gouji: absent\.xlsx：没有这个文件或文件夹\n$/],
    ] as const) {
      const { status, stdout, stderr } = folder.run('narrate', name, '-o', 'none.docx');
      assert.deepEqual([status, stdout], [2, ''], name);
      assert.match(stderr, reason);
    }
    assert.ok(!names().includes('none.docx'));
  });

  it('a call that is off, a place that cannot be written: status 2, nothing left behind', () => {
    for (const args of [[], ['a.txt', 'b.txt'], ['sound.txt', '-o', 'out.pdf'], ['sound.txt', '--rows', '3']])
      assert.equal(folder.run('narrate', ...args).status, 2, args.join(' '));
    mkdirSync(join(folder.path, 'folder.docx'));
    const before = names();
    assert.equal(folder.run('narrate', 'sound.txt', '-o', 'folder.docx').status, 2);
    assert.equal(folder.run('narrate', 'sound.txt', '-o', 'absent/out.docx').status, 2);
    assert.deepEqual(names(), before);
  });
});
