import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, type CellObject, type WorkBook } from '@e965/xlsx';
import { FAMILIES } from '../../src/families';
import { Folder } from './run';

describe('gouji template', function () {
  this.timeout(60_000);
  let folder: Folder;
  before(() => (folder = new Folder()));
  after(() => folder.remove());

  const open = (name: string): WorkBook => read(readFileSync(join(folder.path, name)), { cellFormula: true });

  it('--list names every family with its kind and its number of forms', () => {
    const { status, stdout } = folder.run('template', '--list');
    assert.equal(status, 0);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    assert.deepEqual(
      rows.map(([id]) => id),
      FAMILIES.map(({ id }) => id),
    );
    assert.deepEqual(rows[0], ['shanxi-budget', '山西 部门（单位）预算公开', '预算', '13 张表']);
    for (const [, name, kind, forms] of rows) assert.match(`${name}|${kind}|${forms}`, /^.+\|(?:预算|决算)\|\d+ 张表$/);
  });

  it('writes the sheets with their formulas, for the institution and year that are named', () => {
    const { status, stdout } = folder.run(
      'template',
      'shanxi-budget',
      '-o',
      'out.xlsx',
      '--year',
      '2026',
      '--entity',
      '=青石市水务局',
      '--level',
      '部门',
    );
    assert.equal(status, 0);
    const count = Number(
      /^out\.xlsx：山西 部门（单位）预算公开，13 张空白表；灰底的 (\d+) 格自动计算，其余填写\n$/.exec(stdout)?.[1],
    );
    const { SheetNames, Sheets } = open('out.xlsx');
    const cells = SheetNames.flatMap((name) => Object.values(Sheets[name]!) as CellObject[]);
    assert.equal(cells.filter(({ f }) => f !== undefined).length, count);
    assert.equal((Sheets['预算收支总表']!.B38 as CellObject).f, 'SUM(B36:B37)');
    assert.equal((Sheets['预算收支总表']!.B38 as CellObject).v, 0);
    assert.equal((Sheets['预算收支总表']!.A2 as CellObject).v, '2026年预算收支总表');
    const entity = Sheets['预算收支总表']!.A3 as CellObject;
    assert.deepEqual([entity.v, entity.f, entity.t], ['部门名称：=青石市水务局', undefined, 's']);
  });

  it('more rows where they are asked for', () => {
    folder.run('template', 'shanxi-budget', '-o', 'more.xlsx', '--rows', '40');
    const { f } = open('more.xlsx').Sheets['预算收入总表']!.D6 as CellObject;
    assert.match(f!, /INDEX\(D6:D\$47,2\):D\$47/);
  });

  it('the same call gives the same bytes', () => {
    for (const name of ['one.xlsx', 'two.xlsx'])
      assert.equal(folder.run('template', 'shanghai-final', `--output=${name}`).status, 0);
    assert.deepEqual(readFileSync(join(folder.path, 'one.xlsx')), readFileSync(join(folder.path, 'two.xlsx')));
  });

  const known = FAMILIES.map(({ id }) => id).join('、');
  const CALLS: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no family', [], new RegExp(known)],
    ['an unknown family', ['guangdong-budget', '-o', 'x.xlsx'], new RegExp(`没有模板 guangdong-budget；有 ${known}`)],
    ['two families', ['shanxi-budget', 'shanxi-final', '-o', 'x.xlsx'], /需要一个模板代号/],
    ['no output', ['shanxi-budget'], /需要 -o 输出\.xlsx/],
    ['another ending', ['shanxi-budget', '-o', 'x.xls'], /应以 \.xlsx 结尾/],
    ['a year that is none', ['shanxi-budget', '-o', 'x.xlsx', '--year', '26'], /年度应为/],
    ['rows that are none', ['shanxi-budget', '-o', 'x.xlsx', '--rows', '-1'], /行数应为/],
    ['a level that is none', ['shanxi-budget', '-o', 'x.xlsx', '--level', '省'], /级次应为/],
    ['more beside --list', ['--list', 'shanxi-budget'], /不带其他参数/],
    ['a folder that is not there', ['shanxi-budget', '-o', 'nowhere/x.xlsx'], /没有这个文件夹/],
  ];
  for (const [name, args, message] of CALLS)
    it(`says what is wrong with ${name}, on one line: status 2`, () => {
      const { status, stdout, stderr } = folder.run('template', ...args);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, message);
      assert.match(stderr, /^gouji: [^\n]+\n$/);
      assert.ok(!existsSync(join(folder.path, 'x.xlsx')));
    });

  it('leaves nothing half done behind', () =>
    assert.deepEqual(
      readdirSync(folder.path).filter((name) => !name.endsWith('.xlsx')),
      [],
    ));
});
