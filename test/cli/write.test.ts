import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { type Disk, ensureWritable, isSameFile, writeWhole } from '../../src/cli/write';
import { Folder, inShell, SOUND } from './run';

const BYTES = new Uint8Array(100_000).fill(7);

function failing(code: string): () => never {
  return () => {
    throw Object.assign(new Error(code), { code });
  };
}

describe('files that are written', function () {
  this.timeout(60_000);
  let folder: Folder;
  const at = (name: string): string => join(folder.path, name);
  const content = (name: string): string => fs.readFileSync(at(name), 'utf8');
  const names = (): string[] => fs.readdirSync(folder.path).sort();

  beforeEach(() => {
    folder = new Folder();
    folder.write('old.xlsx', 'old');
  });
  afterEach(() => folder.remove());

  it('a new file, and in the place of an old one: nothing beside it is left or lost', () => {
    folder.write('old.xlsx.part', 'of somebody');
    writeWhole(at('new.xlsx'), BYTES);
    writeWhole(at('old.xlsx'), BYTES);
    for (const name of ['new.xlsx', 'old.xlsx']) assert.deepEqual(new Uint8Array(fs.readFileSync(at(name))), BYTES);
    assert.deepEqual(names(), ['new.xlsx', 'old.xlsx', 'old.xlsx.part']);
    assert.equal(content('old.xlsx.part'), 'of somebody');
  });

  it('what a writer left that was killed is taken away once it is nobody\u2019s; nothing else is', () => {
    // The name of a part, as a writer of this machine gives it.
    let part = '';
    const openSync = ((path: string, flags: string) => {
      if (flags === 'wx') part = basename(path);
      return fs.openSync(path, flags);
    }) as Disk['openSync'];
    writeWhole(at('new.xlsx'), BYTES, { ...fs, openSync });
    const [, host = ''] = /^\.gouji-([0-9a-f]{8})-\d+-[0-9a-f]{12}\.part$/.exec(part) ?? [];
    assert.notEqual(host, '');
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const named = (machine: string, pid: number): string => `.gouji-${machine}-${pid}-0123456789ab.part`;
    const left = named(host, gone);
    const others = [named(host, process.pid), named(host.replace(/./g, 'f'), gone), `${left}.old`];
    const long = new Date(Date.now() - 7_200_000);
    for (const name of [left, ...others]) {
      folder.write(name, 'half');
      fs.utimesSync(at(name), long, long);
    }
    writeWhole(at('new.xlsx'), BYTES);
    assert.deepEqual(names(), [...others, 'new.xlsx', 'old.xlsx'].sort());
    folder.write(left, 'half, a moment ago');
    writeWhole(at('new.xlsx'), BYTES);
    assert.ok(names().includes(left));
  });

  it('who may read the old file may read the new one', () => {
    fs.chmodSync(at('old.xlsx'), 0o640);
    writeWhole(at('old.xlsx'), BYTES);
    assert.equal(fs.statSync(at('old.xlsx')).mode & 0o777, 0o640);
  });

  it('a link stays a link, also one to a file that is not there yet', () => {
    fs.mkdirSync(at('there'));
    fs.symlinkSync('there/first.xlsx', at('link.xlsx'));
    fs.symlinkSync('link.xlsx', at('link2.xlsx'));
    for (const text of ['one', 'other']) {
      writeWhole(at('link2.xlsx'), Buffer.from(text));
      assert.equal(content('there/first.xlsx'), text);
      for (const link of ['link.xlsx', 'link2.xlsx']) assert.ok(fs.lstatSync(at(link)).isSymbolicLink(), link);
    }
    assert.deepEqual(fs.readdirSync(at('there')), ['first.xlsx']);
  });

  describe('that cannot be written: said, the old one is as it was, nothing is left behind', () => {
    const failures: readonly (readonly [name: string, said: RegExp, disk: Partial<Disk>])[] = [
      ['a disk that is full', /^磁盘空间不足$/, { writeFileSync: failing('ENOSPC') }],
      ['a disk that is full once it is asked in earnest', /^磁盘空间不足$/, { fsyncSync: failing('ENOSPC') }],
      ['a quota', /^磁盘配额已用完$/, { writeFileSync: failing('EDQUOT') }],
      ['a file too large', /^超过了允许的文件大小$/, { writeFileSync: failing('EFBIG') }],
      ['a disk that fails', /^磁盘读写出错$/, { fsyncSync: failing('EIO') }],
      ['a folder that is read-only', /^没有写入权限$/, { openSync: failing('EACCES') }],
      ['a disk that is read-only', /^只读磁盘/, { openSync: failing('EROFS') }],
      ['a file that another program holds', /^文件正被其他程序打开$/, { renameSync: failing('EBUSY') }],
      ['an error that nobody thought of', /^无法写入（EWHAT）$/, { renameSync: failing('EWHAT') }],
    ];
    for (const [name, said, disk] of failures)
      it(name, () => {
        assert.throws(() => writeWhole(at('old.xlsx'), BYTES, { ...fs, ...disk }), {
          name: 'OutputError',
          message: said,
        });
        assert.deepEqual([names(), content('old.xlsx')], [['old.xlsx'], 'old']);
      });

    it('half of it was written when the disk was full', () => {
      const writeFileSync = ((file: number) => {
        fs.writeSync(file, BYTES, 0, 1000);
        failing('ENOSPC')();
      }) as Disk['writeFileSync'];
      assert.throws(() => writeWhole(at('old.xlsx'), BYTES, { ...fs, writeFileSync }), /磁盘空间不足/);
      assert.deepEqual([names(), content('old.xlsx')], [['old.xlsx'], 'old']);
    });

    it('a folder, links in a circle, a pipe in its place, no folder', () => {
      fs.mkdirSync(at('folder.xlsx'));
      fs.symlinkSync('b.xlsx', at('a.xlsx'));
      fs.symlinkSync('a.xlsx', at('b.xlsx'));
      spawnSync('mkfifo', [at('pipe.xlsx')]);
      for (const [name, said] of [
        ['folder.xlsx', /^这是文件夹，不能写成文件$/],
        ['a.xlsx', /^链接绕成了圈$/],
        ['pipe.xlsx', /^这是设备或管道，不能写成文件$/],
        ['none/x.xlsx', /^没有这个文件夹$/],
        ['old.xlsx/x.xlsx', /^路径中有一段不是文件夹$/],
        [`${'长'.repeat(100)}.xlsx`, /^文件名太长$/],
      ] as const)
        for (const attempt of [(path: string) => writeWhole(path, BYTES), ensureWritable])
          if (name.length < 100 || attempt !== ensureWritable)
            assert.throws(() => attempt(at(name)), { message: said }, name);
      assert.deepEqual(names(), ['a.xlsx', 'b.xlsx', 'folder.xlsx', 'old.xlsx', 'pipe.xlsx']);
    });
  });

  it('writers of one file, 200 times: it is one of theirs from end to end at every moment', async () => {
    const [path, length, times] = [at('shared.xlsx'), 300_000, 50];
    const writers = [1, 2, 3, 4].map((byte) =>
      spawn(
        process.execPath,
        ['--import', import.meta.resolve('tsx'), resolve('test/support/writers/write-often.ts'), path].concat(
          [byte, times, length].map(String),
        ),
        { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, NODE_OPTIONS: '' } },
      ),
    );
    let running = writers.length;
    const errors: string[] = [];
    const seen = new Set<number>();
    for (const writer of writers) {
      writer.stderr.on('data', (text: Buffer) => errors.push(text.toString()));
      writer.on('close', () => (running -= 1));
    }
    while (running > 0) {
      await new Promise((wait) => setTimeout(wait, 2));
      if (!fs.existsSync(path)) continue;
      const bytes = fs.readFileSync(path);
      assert.equal(bytes.length, length);
      assert.ok(bytes.equals(Buffer.alloc(length, bytes[0])), 'two writers in one file');
      seen.add(bytes[0]!);
    }
    assert.deepEqual(errors, []);
    assert.ok(seen.size > 0);
    assert.deepEqual(names(), ['old.xlsx', 'shared.xlsx']);
  });

  describe('by the commands', () => {
    it('a limit of the system: said, the old workbook is as it was', () => {
      folder.write('sound.txt', SOUND);
      // No cache of the loader: it would be cut too.
      const limit = 'ulimit -f 2; export TSX_DISABLE_CACHE=1; "$@"';
      const { status, stdout, stderr } = inShell(folder.path, limit, 'fill', 'sound.txt', '-o', 'old.xlsx');
      assert.deepEqual([status, stdout, stderr], [2, '', 'gouji: old.xlsx：超过了允许的文件大小\n']);
      assert.deepEqual([names(), content('old.xlsx')], [['old.xlsx', 'sound.txt'], 'old']);
    });

    it('what is read is not written over, by whatever name', () => {
      folder.run('template', 'shanxi-budget', '-o', 'in.xlsx');
      const before = fs.readFileSync(at('in.xlsx'));
      fs.symlinkSync('in.xlsx', at('soft.xlsx'));
      fs.linkSync(at('in.xlsx'), at('hard.xlsx'));
      folder.write('说明.txt', SOUND);
      for (const call of [
        ['fill', 'in.xlsx', '-o', 'in.xlsx'],
        ['fill', 'soft.xlsx', '-o', './in.xlsx'],
        ['fill', 'in.xlsx', '-o', 'hard.xlsx'],
        ['narrate', '说明.txt', '-o', '说明.txt'],
      ]) {
        const { status, stdout, stderr } = folder.run(...call);
        assert.deepEqual([status, stdout], [2, ''], call.join(' '));
        assert.match(stderr, /^gouji: 输出文件 \S+ 就是要读的文件，请换一个名字\n$/);
      }
      assert.deepEqual(fs.readFileSync(at('in.xlsx')), before);
      assert.ok(isSameFile(at('in.xlsx'), at('hard.xlsx')));
      assert.equal(content('说明.txt'), SOUND);
    });

    it('an output that takes nothing: said, status 2', function () {
      if (!fs.existsSync('/dev/full')) this.skip();
      folder.write('sound.txt', SOUND);
      for (const call of [['check', 'sound.txt'], ['check', 'sound.txt', 'sound.txt'], ['help']]) {
        const { status, stderr } = inShell(folder.path, '"$@" > /dev/full', ...call);
        assert.deepEqual([status, stderr], [2, 'gouji: 标准输出：磁盘空间不足\n'], call.join(' '));
      }
    });

    it('names and texts that XML has no way to write down', () => {
      folder.write('in/a\u0007b\ufffe\u001b[31m.txt', SOUND.replace('澄溪', '澄溪\ufffe'));
      assert.equal(folder.run('batch', 'in', '-o', 'all.xlsx').status, 0);
      assert.equal(folder.run('narrate', 'in/a\u0007b\ufffe\u001b[31m.txt', '-o', 'n.txt').status, 0);
      // The reading library takes what is no XML; a strict reader does not.
      const { Sheets } = read(fs.readFileSync(at('all.xlsx')));
      assert.ok(utils.sheet_to_csv(Sheets['汇总']!).includes(',ab[31m.txt,'));
      // eslint-disable-next-line no-control-regex -- what is not to be there
      const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
      for (const name of ['all.xlsx', 'n.txt']) {
        const list = name.endsWith('.txt') ? [content(name)] : xmlOf(fs.readFileSync(at(name)));
        assert.ok(list.length > 0);
        for (const text of list) assert.doesNotMatch(text, unwritable, name);
      }
      assert.doesNotMatch(folder.run('check', 'in').stdout, unwritable);
    });
  });
});

function xmlOf(bytes: Uint8Array): string[] {
  return Object.values(unzipSync(bytes)).map((part) => Buffer.from(part).toString('utf8'));
}
