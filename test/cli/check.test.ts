import assert from 'node:assert/strict';
import { existsSync, openSync, closeSync, ftruncateSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import type { JsonDocument } from '../../src';
import { gb18030 } from '../ingest/encode';
import { Folder, piped, SOUND, WRONG, type Outcome } from './run';

function documents({ stdout }: Outcome): JsonDocument[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JsonDocument);
}

function files(outcome: Outcome): string[] {
  return documents(outcome).map(({ file }) => file);
}

describe('gouji check', function () {
  this.timeout(30_000);
  let folder: Folder;

  before(() => {
    folder = new Folder();
    folder.write('sound.txt', SOUND);
    folder.write('wrong.txt', WRONG);
    folder.write('empty.txt', '');
    folder.write('picture.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10));
    folder.write('many/b.txt', WRONG);
    folder.write('many/a.md', SOUND);
    folder.write('many/deep/c.TXT', SOUND);
    folder.write('many/notes.log', SOUND);
    folder.write('many/.hidden.txt', SOUND);
    folder.write('nothing/notes.log', SOUND);
    folder.write('-dash.txt', SOUND);
  });
  after(() => folder.remove());

  it('says what is in order on standard output, and nothing else: status 0', () => {
    const { status, stdout, stderr } = folder.run('check', 'sound.txt');
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /^sound\.txt\n {2}澄溪县民政局 2023年 单位预算；.*\n {2}表内数字 6 个，已核对 6 个；错误 0/);
  });

  it('says what is wrong, with its place: status 1', () => {
    const { status, stdout, stderr } = folder.run('check', 'wrong.txt');
    assert.deepEqual([status, stderr], [1, '']);
    assert.match(stdout, /\[错误\] .*8\.00.*≠.*（第6行第14列/);
  });

  it('json is one array, however many documents', () => {
    const { status, stdout } = folder.run('check', 'wrong.txt', 'sound.txt', '--format', 'json');
    assert.equal(status, 1);
    assert.deepEqual(
      (JSON.parse(stdout) as JsonDocument[]).map(({ file, schema }) => [file, schema]),
      [
        ['wrong.txt', 'gouji.document/1'],
        ['sound.txt', 'gouji.document/1'],
      ],
    );
    const none = folder.run('check', 'empty.txt', '--format=json');
    assert.deepEqual([none.status, JSON.parse(none.stdout)], [2, []]);
  });

  it('ndjson is a line a document, in the order of the call', () => {
    assert.deepEqual(files(folder.run('check', '--format', 'ndjson', 'wrong.txt', 'sound.txt')), [
      'wrong.txt',
      'sound.txt',
    ]);
  });

  it('a folder means every readable file below it, by name; hidden ones and others are left alone', () => {
    const outcome = folder.run('check', 'many', '--format', 'ndjson');
    assert.equal(outcome.status, 1);
    assert.deepEqual(files(outcome), ['many/a.md', 'many/b.txt', 'many/deep/c.TXT']);
  });

  it('what cannot be read is named with the reason, the others are still checked: status 2', () => {
    const outcome = folder.run(
      'check',
      'empty.txt',
      'picture.png',
      'nowhere.txt',
      'wrong.txt',
      'nothing',
      '--format',
      'ndjson',
    );
    assert.equal(outcome.status, 2);
    assert.deepEqual(files(outcome), ['wrong.txt']);
    const lines = outcome.stderr.trimEnd().split('\n').sort();
    assert.equal(lines.length, 4, outcome.stderr);
    for (const [name, reason] of [
      ['empty.txt', /空/],
      ['picture.png', /图片/],
      ['nowhere.txt', /没有这个文件/],
      ['nothing', /没有可读的文件/],
    ] as const)
      assert.ok(
        lines.some((line) => line.startsWith('gouji: ') && line.includes(name) && reason.test(line)),
        outcome.stderr,
      );
  });

  it('a document in which there is nothing to check: one line says so, the others are still checked, status 2', () => {
    folder.write('words.txt', '今天天气很好。\n');
    const { status, stdout, stderr } = folder.run('check', 'words.txt', 'sound.txt');
    assert.equal(status, 2);
    assert.match(stderr, /^gouji: words\.txt：没有识别到[^\n]*\n$/);
    assert.match(stdout, /^sound\.txt\n/);
  });

  it('a document of words alone is checked like any other', () => {
    folder.write(
      'text.txt',
      '澄溪县民政局2023年单位预算\n第二部分 情况说明\n一、支出预算情况说明\n2023年支出总计9.00万元，其中：基本支出3.00万元，项目支出5.00万元。\n',
    );
    const { status, stdout, stderr } = folder.run('check', 'text.txt');
    assert.deepEqual([status, stderr], [1, '']);
    assert.match(stdout, /没有可识别的表格，只核对了文字说明[^]*9\.00/);
  });

  it('encodings are told from the content', () => {
    folder.write('gb.txt', gb18030(SOUND));
    folder.write('utf16.txt', Buffer.from(SOUND, 'utf16le'));
    folder.write('bom.txt', `\ufeff${SOUND.replace(/\n/g, '\r\n')}`);
    const found = documents(folder.run('check', 'gb.txt', 'utf16.txt', 'bom.txt', '--format', 'ndjson'));
    assert.deepEqual(
      found.map(({ profile, coverage }) => [profile.entity, coverage.table.checked]),
      [
        ['澄溪县民政局', 6],
        ['澄溪县民政局', 6],
        ['澄溪县民政局', 6],
      ],
    );
  });

  it('a file of 100 MB is refused before it is read', () => {
    const path = join(folder.path, 'huge.txt');
    const handle = openSync(path, 'w');
    ftruncateSync(handle, 100 * 1024 * 1024);
    closeSync(handle);
    const { status, stderr } = folder.run('check', 'huge.txt');
    assert.equal(status, 2);
    assert.match(stderr, /huge\.txt：文件过大（100 MB）/);
  });

  it('a name that begins with a dash comes after --', () => {
    assert.deepEqual(files(folder.run('check', '--format', 'ndjson', '--', '-dash.txt')), ['-dash.txt']);
  });

  describe('calls that are off', () => {
    const calls: Readonly<Record<string, readonly [args: readonly string[], said: RegExp]>> = {
      'an unknown option': [['check', 'sound.txt', '--speed', '9'], /不认识的选项 --speed/],
      'an option without its value': [['check', 'sound.txt', '--format'], /--format 缺少/],
      'an unknown format': [['check', 'sound.txt', '--format', 'xml'], /不认识的格式 xml/],
      'no file': [['check'], /至少一个文件/],
      'an unknown command': [['chekc', 'sound.txt'], /没有命令 chekc/],
    };
    for (const [name, [args, said]] of Object.entries(calls)) {
      it(`${name}: one line says so, status 2`, () => {
        const { status, stdout, stderr } = folder.run(...args);
        assert.deepEqual([status, stdout], [2, '']);
        assert.match(stderr, /^gouji: [^\n]+\n$/);
        assert.match(stderr, said);
      });
    }
  });

  it('help lists the commands: status 0; nothing asked for is a call that is off', () => {
    for (const [args, wanted] of [
      [['help'], 0],
      [['--help'], 0],
      [[], 2],
    ] as const) {
      const { status, stdout } = folder.run(...args);
      assert.equal(status, wanted);
      for (const word of ['gouji check', 'gouji fill', '退出码']) assert.ok(stdout.includes(word), word);
    }
  });

  it('a reader that stops reading is no error', () => {
    for (let at = 0; at < 40; at += 1) folder.write(`all/${at}.txt`, WRONG);
    const { stdout, stderr } = piped(folder.path, 'head -n 1', 'check', 'all', '--format', 'json');
    assert.deepEqual([stdout, stderr], ['[\n', '']);
  });

  it('npm run works from any folder of the repository', function () {
    if (!existsSync(resolve('dist/gouji.mjs'))) {
      console.log('      not built: npm run -s gouji is not tried');
      this.skip();
    }
    const path = resolve(folder.path, 'sound.txt');
    const { status, stdout } = spawnSync('npm', ['run', '-s', 'gouji', '--', 'check', 'package-relative.txt', path], {
      cwd: resolve('docs'),
      encoding: 'utf8',
    });
    assert.equal(status, 2, 'a name is looked for in the folder of the call');
    assert.ok(stdout.startsWith(path), stdout);
  });
});
