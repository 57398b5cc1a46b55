import assert from 'node:assert/strict';
import type { Relation } from '../../src/model/relation';
import { relate, prepare } from '../../src/checks';
import { evaluate } from '../../src/reconcile/evaluate';
import { Words } from '../../src/reconcile/wording';
import { grids } from '../checks/grid';

/** Every relation of the tables as one line. */
function lines(tables: string): string[] {
  const disclosure = grids(tables);
  const words = new Words(disclosure);
  return relate(prepare(disclosure)).map((relation) => words.arithmetic(evaluate(relation)));
}

describe('arithmetic in the user’s words', () => {
  it('a sum in one table: what both sides share is not said again', () => {
    assert.deepEqual(
      lines(`
        2023年度支出总表 | 合计
        ∑合计 = 201 + 208 | 3.10
        201 | 1.00
        208 | 2.00`),
      ['《支出总表》合计 3.10 ≠ 201 1.00 + 208 2.00 = 3.00，差 0.10'],
    );
  });

  it('a sum in one row', () => {
    assert.deepEqual(
      lines(`
        支出总表 | 合计 = 基本 + 项目 | 基本 | 项目
        201 | 3.00 | 1.00 | 2.00`),
      ['《支出总表》201·合计 3.00 = 基本 1.00 + 项目 2.00 = 3.00'],
    );
  });

  it('two tables: both are named', () => {
    assert.deepEqual(
      lines(`
        甲表 flow=expenditure | 合计
        201 | 3.00

        乙表 flow=expenditure | 合计
        201 |`),
      ['《乙表》201·合计 空 ≠ 《甲表》201·合计 3.00，差 3.00'],
    );
  });

  it('rounding is told from a contradiction', () => {
    assert.match(
      lines(`
        支出总表 | 合计
        ∑合计 = 201 + 208 | 3.01
        201 | 1.00
        208 | 2.00`)[0]!,
      / ≈ .*，差 0\.01$/,
    );
  });

  it('zeros are left out, long sums are cut', () => {
    const rows = Array.from({ length: 12 }, (_, at) => `${201 + at} | ${at === 0 ? '0.00' : '1.00'}`);
    const codes = rows.map((row) => row.slice(0, 3)).join(' + ');
    const [line] = lines(`支出总表 | 合计\n∑合计 = ${codes} | 12.00\n${rows.join('\n')}`);
    assert.equal(
      line,
      '《支出总表》合计 12.00 ≠ 202 1.00 + 203 1.00 + 204 1.00 + 205 1.00 + 206 1.00 + 207 1.00 + 208 1.00 + 209 1.00 + … 共 11 项 = 11.00，差 1.00',
    );
  });

  it('a sum may have more terms than a call may have arguments', () => {
    const disclosure = grids('支出总表 | 合计\n∑合计 = 201 | 3.00\n201 | 1.00');
    const [stated, part] = disclosure.facts;
    const terms = Array.from({ length: 200_000 }, () => ({ fact: part!, sign: 1 as const }));
    const relation: Relation = { rule: 'sum/rows', stated: stated!, terms };
    assert.match(new Words(disclosure).arithmetic(evaluate(relation)), /… 共 200000 项 = 200000\.00/);
  });
});
