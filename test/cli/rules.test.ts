import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import type { JsonDocument } from '../../src';
import { Folder, SOUND, WRONG } from './run';

describe('gouji --rules', function () {
  this.timeout(30_000);
  let folder: Folder;

  before(() => {
    folder = new Folder();
    folder.write('sound.txt', SOUND);
    folder.write('wrong.txt', WRONG);
    folder.write('off.json', '{"rules":{"sum/rows":"off","sum/columns":"off","sum/children":"off"}}');
    folder.write('bad.json', '{"rules":{"sums":"off"}}');
  });
  after(() => folder.remove());

  it('check: what is switched off is not listed, is said, and is no error: status 0', () => {
    assert.equal(folder.run('check', 'wrong.txt').status, 1);
    const { status, stdout } = folder.run('check', 'wrong.txt', '--format', 'ndjson', '--rules', 'off.json');
    const document = JSON.parse(stdout) as JsonDocument;
    assert.deepEqual([status, document.findings], [0, []]);
    assert.ok(
      document.messages.some(({ text }) => /按规则文件 off\.json：规则 sum\/.*已停用，有 1 处没有列出/.test(text)),
    );
    assert.match(folder.run('check', 'wrong.txt', '--rules=off.json').stdout, /已停用，有 1 处没有列出/);
  });

  it('fill: the workbook says the same', () => {
    assert.equal(folder.run('fill', 'wrong.txt', '-o', 'out.xlsx', '--rules', 'off.json').status, 0);
    const { Sheets } = read(readFileSync(join(folder.path, 'out.xlsx')));
    for (const name of ['核对结果', '检查表'])
      assert.match(utils.sheet_to_csv(Sheets[name]!), /已停用，有 1 处没有列出/, name);
  });

  for (const [name, file, said] of [
    ['a rule that there is not', 'bad.json', /规则文件 bad\.json：rules 中没有规则 "sums"，应为 sum\/rows、/],
    ['a file that there is not', 'none.json', /规则文件 none\.json：没有这个文件/],
  ] as const)
    for (const call of [
      ['check', 'sound.txt'],
      ['fill', 'sound.txt', '-o', 'never.xlsx'],
    ])
      it(`${call[0]!}, ${name}: nothing is checked, one line says so, status 2`, () => {
        const { status, stdout, stderr } = folder.run(...call, '--rules', file);
        assert.deepEqual([status, stdout], [2, '']);
        assert.match(stderr, said);
        assert.match(stderr, /^gouji: [^\n]+\n$/);
      });

  it('without a name: status 2', () =>
    assert.match(folder.run('check', 'sound.txt', '--rules').stderr, /--rules 缺少规则文件/));
});
