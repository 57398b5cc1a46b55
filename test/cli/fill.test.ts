import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils, type WorkBook } from '@e965/xlsx';
import { sampleDocuments } from '../ledger';
import { Folder, SOUND, WRONG } from './run';

describe('gouji fill', function () {
  this.timeout(30_000);
  let folder: Folder;
  const [sample] = sampleDocuments(31, 1, { clean: true, scale: 'medium' });

  before(() => {
    folder = new Folder();
    folder.write('sound.txt', SOUND);
    folder.write('wrong.txt', WRONG);
    folder.write('whole.txt', sample!.text);
    folder.write('words.txt', '没有表格。\n');
    folder.write('empty.txt', '');
  });
  after(() => folder.remove());

  const open = (name: string): WorkBook => read(readFileSync(join(folder.path, name)), { cellFormula: true });
  const leftovers = (): string[] => readdirSync(folder.path).filter((name) => !/\.(?:txt|xlsx)$/.test(name));

  it('writes the forms and 核对结果 into a workbook that opens: status 0', () => {
    const { status, stdout } = folder.run('fill', 'whole.txt', '-o', 'out.xlsx');
    assert.equal(status, 0);
    assert.match(stdout, /^out\.xlsx：填入 13 张表，\d+ 个数字；错误 0 处\n$/);
    const { SheetNames, Sheets } = open('out.xlsx');
    for (const name of ['预算收支总表', '项目支出预算表（上年结转）', '核对结果'])
      assert.ok(SheetNames.includes(name), name);
    const forms = SheetNames.filter((name) => name.includes('表'));
    const cells = forms.flatMap((name) => Object.values(Sheets[name]!) as readonly { readonly t?: string }[]);
    const numbers = cells.filter(({ t }) => t === 'n');
    assert.equal(
      numbers.length,
      Number(/，(\d+) 个数字/.exec(stdout)![1]),
      'every figure stands in a cell, as a number',
    );
  });

  it('marks what is wrong: status 1', () => {
    const { status, stdout } = folder.run('fill', 'wrong.txt', '-o', 'wrong.xlsx');
    assert.equal(status, 1);
    assert.match(stdout, /错误 1 处/);
    const { SheetNames, Sheets } = open('wrong.xlsx');
    const cells = SheetNames.flatMap((name) =>
      utils.sheet_to_json<(string | number)[]>(Sheets[name]!, { header: 1 }),
    ).flat();
    assert.ok(cells.some((cell) => typeof cell === 'string' && /8\.00 ≠|≠ .*8\.00/.test(cell)));
    assert.ok(cells.includes(8), 'the printed figure stays as it is');
  });

  it('the same input gives the same bytes', () => {
    folder.run('fill', 'wrong.txt', '-o', 'one.xlsx');
    folder.run('fill', 'wrong.txt', '--output=two.xlsx');
    assert.deepEqual(readFileSync(join(folder.path, 'one.xlsx')), readFileSync(join(folder.path, 'two.xlsx')));
  });

  it('texts of the document stay texts: no formula but the links of 核对结果, and the file opens', () => {
    const rows = [
      '=cmd|"/c calc"!A1',
      '+1+1',
      '@sum(1)',
      '<script>alert(1)</script>',
      'a\u0000b\u0007c',
      '长'.repeat(40_000),
    ];
    folder.write(
      'hostile.txt',
      WRONG + rows.map((text, at) => `${202 + at}\t${text}\t${at === 0 ? '=1+1' : '0.00'}\t0.00\t0.00\n`).join(''),
    );
    assert.equal(folder.run('fill', 'hostile.txt', '-o', 'hostile.xlsx').status, 1);
    const { SheetNames, Sheets } = open('hostile.xlsx');
    const cells = SheetNames.flatMap((name) => Object.values(Sheets[name]!) as readonly { f?: string; v?: unknown }[]);
    const formulas = cells.flatMap(({ f }) => f ?? []);
    assert.ok(formulas.length > 0 && formulas.every((f) => f.startsWith('HYPERLINK("#')), formulas.join('\n'));
    const values = cells.map(({ v }) => v);
    // Tags are what conversion leaves, and go.
    for (const text of [...rows.slice(0, 3), 'alert(1)']) assert.ok(values.includes(text), text);
  });

  it('an existing workbook is replaced whole', () => {
    folder.write('old.xlsx', 'old');
    assert.equal(folder.run('fill', 'sound.txt', '-o', 'old.xlsx').status, 0);
    assert.ok(open('old.xlsx').SheetNames.length > 1);
    assert.deepEqual(leftovers(), []);
  });

  describe('writes nothing', () => {
    const refusals: Readonly<Record<string, readonly [args: readonly string[], said: RegExp]>> = {
      'when nothing is recognised': [['words.txt', '-o', 'kept.xlsx'], /words\.txt：没有识别到任何表格/],
      'when the file cannot be read': [['empty.txt', '-o', 'kept.xlsx'], /empty\.txt：.*空/],
      'when there is no such file': [['nowhere.txt', '-o', 'kept.xlsx'], /nowhere\.txt：没有这个文件/],
      'into a folder that is not there': [['sound.txt', '-o', 'no/out.xlsx'], /no\/out\.xlsx：没有这个/],
      'in the place of a folder': [['sound.txt', '-o', 'folder.xlsx'], /folder\.xlsx：.*文件夹/],
      'without -o': [['sound.txt'], /需要 -o/],
      'without a name after -o': [['sound.txt', '-o'], /-o 缺少/],
      'under a name that is no .xlsx': [['sound.txt', '-o', 'out.csv'], /以 \.xlsx 结尾/],
      'for two files at once': [['sound.txt', 'wrong.txt', '-o', 'out2.xlsx'], /一个文件/],
      'for an unknown option': [['sound.txt', '-o', 'out2.xlsx', '--force'], /不认识的选项 --force/],
    };

    before(() => {
      folder.write('kept.xlsx', 'kept');
      mkdirSync(join(folder.path, 'folder.xlsx'));
    });

    for (const [name, [args, said]] of Object.entries(refusals)) {
      it(`${name}: one line says so, status 2`, () => {
        const { status, stdout, stderr } = folder.run('fill', ...args);
        assert.deepEqual([status, stdout], [2, '']);
        assert.match(stderr, /^gouji: [^\n]+\n$/);
        assert.match(stderr, said);
        assert.equal(readFileSync(join(folder.path, 'kept.xlsx'), 'utf8'), 'kept');
        assert.deepEqual(
          ['out.csv', 'out2.xlsx', 'no'].filter((each) => existsSync(join(folder.path, each))),
          [],
        );
        assert.deepEqual(leftovers(), []);
      });
    }
  });
});
