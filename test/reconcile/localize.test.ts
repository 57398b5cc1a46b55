import assert from 'node:assert/strict';
import { reconcile } from '../../src/reconcile';
import { grids } from '../checks/grid';

/** The first suspect of each finding and what it should be, in the order found. */
function accused(tables: string): string[] {
  return reconcile(grids(tables))
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ suspects: [suspect], expected }) => `${suspect!.amount.raw || '空'} → ${expected}`);
}

describe('which figure is wrong', () => {
  it('one that nothing confirms, rather than one that others confirm', () => {
    assert.deepEqual(
      accused(`
        甲表 flow=expenditure | 合计
        201 = 20101 | 17.00
        20101 | 17.00
        208 | 3.00
        ∑合计 = 201 + 208 | 38.00`),
      ['38.00 → 20.00'],
    );
  });

  describe('a column in which nothing stands', () => {
    const table = (basic: string, project: string): string => `
        甲表 flow=expenditure | 合计 = 基本 + 项目 + 上缴 | 基本 nature=basic | 项目 nature=project | 上缴 nature=remitted
        ∑合计 = 201 | 50.00 | 30.00 | ${project} |
        201 = 20126 | 50.00 | ${basic} | ${project} |
        20126 = 2012601 + 2012604 | 50.00 | ${basic} | ${project} |
        2012601 | 30.00 | 30.00 | |
        2012604 | 20.00 | | ${project} |`;

    it('is not what a row is short of', () => {
      // 3.00 for 30.00 in two rows of two forms, copied from one another.
      const both = `${table('3.00', '20.00')}\n${table('3.00', '20.00').replace('甲表', '乙表')}`;
      assert.deepEqual(accused(both), ['3.00 → 30.00', '3.00 → 30.00', '3.00 → 30.00', '3.00 → 30.00']);
    });

    it('is, where what the rows are short of adds up', () => {
      const found = reconcile(grids(table('30.00', ''))).findings.filter(({ severity }) => severity === 'error');
      assert.equal(found.length, 4);
      for (const { suspects } of found) assert.equal(suspects[0]!.amount.raw, '');
    });

    it('is, where another form prints what is missing', () => {
      const lost = `
        甲表 flow=expenditure | 合计 = 基本 + 项目 | 基本 nature=basic | 项目 nature=project
        201 | 50.00 | 30.00 |
        208 | 20.00 | 20.00 |
        210 | 10.00 | 10.00 |

        乙表 flow=expenditure nature=project | 合计
        201 | 20.00`;
      assert.deepEqual(accused(lost), ['空 → 20.00']);
    });
  });

  it('of several that explain it equally well, the one that looks like a slip: two digits swapped', () => {
    assert.deepEqual(
      accused(`
        甲表 flow=expenditure | 合计
        ∑合计 = 201 + 208 | 100.00
        201 | 64.00
        208 | 63.00`),
      ['63.00 → 36.00'],
    );
  });

  it('a decimal point moved', () => {
    assert.deepEqual(
      accused(`
        甲表 flow=expenditure | 合计
        ∑合计 = 201 + 208 | 81.37
        201 | 45.12
        208 | 362.50`),
      ['362.50 → 36.25'],
    );
  });

  it('one whose change mends much, though a copy of it spoils a little', () => {
    assert.deepEqual(
      accused(`
        甲表 flow=expenditure | 合计
        201 | 7.00
        208 | 3.00
        ∑合计 = 201 + 208 | 11.00

        乙表 flow=expenditure vintage=current | 合计
        ∑合计 | 6.00

        丙表 flow=expenditure vintage=carryover | 合计
        ∑合计 | 4.00

        丁表 flow=expenditure | 合计
        ∑合计 | 11.00`)[0],
      '11.00 → 10.00',
    );
  });

  it('of several that explain it equally well, none: all are named with what each should be', () => {
    const { findings } = reconcile(
      grids(`
        甲表 flow=expenditure | 合计
        201 | 7.46

        乙表 flow=expenditure | 合计
        201 | 7.64`),
    );
    assert.equal(findings.length, 1);
    const [{ message, expected, suspects, severity }] = findings as [(typeof findings)[0]];
    assert.equal(
      message,
      '《乙表》201·合计 7.64 ≠ 《甲表》201·合计 7.46，差 0.18。哪一处有误不能确定：《甲表》201·合计 7.46 应为 7.64，或 《乙表》201·合计 7.64 应为 7.46',
    );
    assert.deepEqual([expected, severity], ['', 'error']);
    assert.deepEqual(suspects.map(({ amount }) => amount.raw).sort(), ['7.46', '7.64']);
    assert.ok(!message.includes('疑应为'));
  });

  it('a third print of the figure settles it', () => {
    assert.deepEqual(
      accused(`
        甲表 flow=expenditure | 合计
        201 | 7.46

        乙表 flow=expenditure | 合计
        201 | 7.64

        丙表 flow=expenditure | 合计
        201 | 7.64`),
      ['7.46 → 7.64'],
    );
  });

  it('what is counted in money is not corrected to less than nothing', () => {
    const found = accused(`
      甲表 flow=expenditure | 合计
      ∑合计 = 201 + 208 | 2.00
      201 | 1.00
      208 | 9.00`);
    assert.equal(found.length, 1);
    assert.ok(!found[0]!.includes('-'), found[0]);
  });

  it('as many findings as there are slips, however many relations each breaks', () => {
    const rows = Array.from({ length: 30 }, (_, at) => `${2010101 + at} | ${at}.50 | ${at}.20 | 0.30`);
    const sum = '合计 = 基本 + 项目 | 基本 nature=basic | 项目 nature=project';
    const wrong = rows.map((row, at) => (at % 10 === 5 ? row.replace('.50', '.90') : row));
    const table = (name: string, body: readonly string[]): string =>
      `${name} flow=expenditure | ${sum}\n${body.join('\n')}`;
    assert.equal(accused(`${table('甲表', rows)}\n\n${table('乙表', wrong)}`).length, 3);
  });
});
