import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { Progress } from '../../src/cli/progress';
import { Folder, SOUND, WRONG } from './run';

describe('gouji batch', function () {
  this.timeout(60_000);
  let folder: Folder;

  before(() => {
    folder = new Folder();
    folder.write('报送/甲/1.txt', WRONG);
    folder.write('报送/甲/2.txt', SOUND.replace('澄溪县民政局', '澄溪县水利局'));
    folder.write('报送/乙/空.txt', '');
    folder.write('报送/乙/旧.doc', 'x');
    folder.write('报送/乙/再报.txt', WRONG);
    folder.write('报送/乙/Thumbs.db', 'x');
    folder.write(
      '报送/丙.html',
      `<table>${SOUND.split('\n')
        .map(
          (line) =>
            `<tr>${line
              .split('\t')
              .map((cell) => `<td>${cell}</td>`)
              .join('')}</tr>`,
        )
        .join('')}</table>`,
    );
    folder.write('sound.txt', SOUND);
    folder.write('words.txt', '没有表格。\n');
    folder.write('kept.xlsx', 'kept');
    mkdirSync(join(folder.path, 'folder.xlsx'));
    mkdirSync(join(folder.path, 'empty'));
  });
  after(() => folder.remove());

  const rows = (name: string, sheet = '汇总'): string[][] =>
    utils.sheet_to_json<string[]>(read(readFileSync(join(folder.path, name))).Sheets[sheet]!, {
      header: 1,
      raw: false,
      defval: '',
    });
  /** File and conclusion of every row below the header. */
  const outcomes = (name: string): string[][] => {
    const all = rows(name);
    return all.slice(all.findIndex(([first]) => first === '序号') + 1).map((row) => [row[1]!, row[5]!]);
  };

  it('a row for every file, all findings, in the order of the call: status 2 where something could not be read', () => {
    const { status, stdout, stderr } = folder.run('batch', '报送', 'nowhere.txt', 'sound.txt', '-o', 'out.xlsx');
    assert.deepEqual(
      [status, stderr],
      [2, 'gouji: 报送/乙/空.txt：文件是空的\ngouji: nowhere.txt：没有这个文件或文件夹\n'],
    );
    assert.match(
      stdout,
      /^out\.xlsx：共 8 个文件：有错误 2 个，未发现错误 3 个，无法读取 2 个，不读此格式 1 个；错误 2 条，提醒 0 条，提示 \d+ 条\n$/,
    );
    assert.deepEqual(outcomes('out.xlsx'), [
      ['报送/丙.html', '未发现错误'],
      ['报送/乙/再报.txt', '有错误'],
      ['报送/乙/旧.doc', '不读此格式'],
      ['报送/乙/空.txt', '无法读取'],
      ['报送/甲/1.txt', '有错误'],
      ['报送/甲/2.txt', '未发现错误'],
      ['nowhere.txt', '无法读取'],
      ['sound.txt', '未发现错误'],
    ]);
    const errors = rows('out.xlsx', '问题清单').filter((row) => row[3] === '错误');
    assert.deepEqual(
      errors.map((row) => row[1]),
      ['报送/乙/再报.txt', '报送/甲/1.txt'],
    );
    assert.match(errors[0]!.join(), /8\.00 ≠/);
    assert.match(rows('out.xlsx').flat().join('\n'), /与第 5 号文件内容完全相同/);
  });

  it('status 0 when nothing is wrong, 1 when something is; an existing workbook is replaced whole', () => {
    folder.write('old.xlsx', 'old');
    assert.equal(folder.run('batch', 'sound.txt', '-o', 'old.xlsx').status, 0);
    assert.deepEqual(outcomes('old.xlsx'), [['sound.txt', '未发现错误']]);
    assert.equal(folder.run('batch', '报送/甲', '--output=old.xlsx').status, 1);
    assert.deepEqual(outcomes('old.xlsx'), [
      ['1.txt', '有错误'],
      ['2.txt', '未发现错误'],
    ]);
    assert.deepEqual(
      readdirSync(folder.path).filter((name) => name.endsWith('.part')),
      [],
    );
  });

  it('a file of words alone that say nothing has its row', () => {
    assert.equal(folder.run('batch', 'words.txt', 'sound.txt', '-o', 'words.xlsx').status, 2);
    assert.deepEqual(outcomes('words.xlsx'), [
      ['words.txt', '无法读取'],
      ['sound.txt', '未发现错误'],
    ]);
  });

  it('the same bytes for any number of threads', () => {
    const files = Array.from({ length: 30 }, (_, at) =>
      folder.write(`many/${at}.txt`, at % 3 === 0 ? WRONG : SOUND.replace('澄溪', `澄溪${at}`)),
    );
    assert.equal(files.length, 30);
    const [one, two] = ['1', '3'].map((jobs) => folder.run('batch', 'many', '-o', `jobs${jobs}.xlsx`, '--jobs', jobs));
    assert.deepEqual([one!.status, two!.status], [1, 1]);
    assert.deepEqual(readFileSync(join(folder.path, 'jobs1.xlsx')), readFileSync(join(folder.path, 'jobs3.xlsx')));
    assert.equal(one!.stderr, two!.stderr);
    assert.match(one!.stderr, /^(?:gouji: 已核对 \d+\/30\n){10}$/);
  });

  it('its own lists among the submissions are left alone, by check too', () => {
    folder.write('round/1.txt', SOUND);
    for (let turn = 1; turn <= 2; turn += 1) {
      const { status, stderr } = folder.run('batch', 'round', '-o', 'round/汇总.xlsx');
      assert.deepEqual([status, stderr], [0, ''], 'what is written anew is no submission');
      assert.deepEqual(outcomes('round/汇总.xlsx'), [['1.txt', '未发现错误']]);
    }
    const other = folder.run('batch', 'round', '-o', 'round2.xlsx');
    assert.deepEqual([other.status, other.stderr], [0, 'gouji: round/汇总.xlsx：略过，这是 gouji batch 写出的结果\n']);
    assert.deepEqual(outcomes('round2.xlsx'), [['1.txt', '未发现错误']]);
    const { status, stdout, stderr } = folder.run('check', 'round');
    assert.deepEqual([status, stderr], [0, 'gouji: round/汇总.xlsx：略过，这是 gouji batch 写出的结果\n']);
    assert.equal(stdout.match(/识别表格/g)?.length, 1);
  });

  it('a link in a folder is the file that it leads to, and one that leads nowhere is said', () => {
    folder.write('links/1.txt', SOUND);
    symlinkSync('1.txt', join(folder.path, 'links/2.txt'));
    symlinkSync('nowhere.txt', join(folder.path, 'links/3.txt'));
    symlinkSync('.', join(folder.path, 'links/4.txt'));
    const { status, stderr } = folder.run('batch', 'links', '-o', 'links.xlsx');
    assert.deepEqual([status, stderr], [2, 'gouji: links/3.txt：没有这个文件或文件夹\n']);
    assert.deepEqual(outcomes('links.xlsx'), [
      ['1.txt', '未发现错误'],
      ['2.txt', '未发现错误'],
      ['3.txt', '无法读取'],
    ]);
  });

  it('npm run works from any folder of the repository', function () {
    if (!existsSync(resolve('dist/gouji.mjs'))) {
      console.log('      not built: npm run -s gouji is not tried');
      this.skip();
    }
    const output = join(folder.path, 'built.xlsx');
    const { status, stdout } = spawnSync('npm', ['run', '-s', 'gouji', '--', 'batch', '支出总表.txt', '-o', output], {
      cwd: resolve('docs/示例'),
      encoding: 'utf8',
    });
    assert.deepEqual([status, stdout], [1, `${output}：共 1 个文件：有错误 1 个；错误 1 条，提醒 0 条，提示 0 条\n`]);
  });

  describe('writes nothing', () => {
    const refusals: Readonly<Record<string, readonly [args: readonly string[], said: RegExp]>> = {
      'when there is no such file': [['nowhere.txt', '-o', 'kept.xlsx'], /nowhere\.txt：没有这个文件/],
      'for a folder without files': [['empty', '-o', 'kept.xlsx'], /empty：文件夹中没有可读的文件/],
      'in the place of a submission': [['sound.txt', 'kept.xlsx', '-o', 'kept.xlsx'], /kept\.xlsx 是要核对的文件之一/],
      'into a folder that is not there': [['sound.txt', '-o', 'no/out.xlsx'], /no\/out\.xlsx：没有这个/],
      'in the place of a folder': [['sound.txt', '-o', 'folder.xlsx'], /folder\.xlsx：.*文件夹/],
      'without -o': [['sound.txt'], /需要 -o/],
      'without files': [['-o', 'kept.xlsx'], /至少一个/],
      'under a name that is no .xlsx': [['sound.txt', '-o', 'out.csv'], /以 \.xlsx 结尾/],
      'for no number of threads': [['sound.txt', '-o', 'kept.xlsx', '--jobs', '0'], /并行数应为/],
      'for a number of threads that is none': [['sound.txt', '-o', 'kept.xlsx', '--jobs', '2.5'], /并行数应为/],
    };
    for (const [name, [args, said]] of Object.entries(refusals)) {
      it(`${name}: one line says so, status 2`, () => {
        const { status, stdout, stderr } = folder.run('batch', ...args);
        assert.deepEqual([status, stdout], [2, '']);
        assert.match(stderr, /^gouji: [^\n]+\n$/);
        assert.match(stderr, said);
        assert.equal(readFileSync(join(folder.path, 'kept.xlsx'), 'utf8'), 'kept');
        assert.deepEqual(
          ['out.csv', 'no', 'kept.xlsx.part'].filter((each) => existsSync(join(folder.path, each))),
          [],
        );
      });
    }
  });
});

describe('progress', () => {
  const written = (total: number, isTTY: boolean, run: (progress: Progress) => void): string => {
    let text = '';
    run(new Progress(total, { isTTY, write: (part) => (text += part) }));
    return text;
  };
  const steps = (progress: Progress, count: number): void => {
    for (let at = 0; at < count; at += 1) progress.step();
  };

  it('a line for every tenth where nothing can be drawn anew', () => {
    assert.equal(
      written(40, false, (progress) => steps(progress, 9)),
      'gouji: 已核对 4/40\ngouji: 已核对 8/40\n',
    );
    assert.equal(written(1000, false, (progress) => steps(progress, 1000)).split('\n').length, 11);
  });

  it('no line for a few files', () => {
    assert.equal(
      written(5, false, (progress) => steps(progress, 5)),
      '',
    );
  });

  it('one line drawn anew on a terminal, taken away for what stays and at the end', () => {
    const text = written(3, true, (progress) => {
      steps(progress, 1);
      progress.say('gouji: 说明');
      steps(progress, 2);
      progress.clear();
    });
    const erase = '\r\u001b[K';
    assert.equal(
      text,
      `${erase}已核对 1/3${erase}gouji: 说明\n${erase}已核对 1/3${erase}已核对 2/3${erase}已核对 3/3${erase}`,
    );
  });
});
