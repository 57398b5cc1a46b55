import assert from 'node:assert/strict';
import { checkText } from '../../src';
import { rows } from '../recognize/read';

/* 金额 = 数量 × 单价, told by most rows of a form. */

interface Heard {
  readonly said: string[];
  readonly unchecked: string[];
}

function heard(heads: string, ...body: readonly string[]): Heard {
  const text = `青石市档案馆2024年部门预算\n政府采购预算表\n单位：万元\n${rows(heads, ...body)}`;
  const { findings, unchecked } = checkText('样例', text).reconciliation;
  return {
    said: findings.map(
      ({ rule, severity, message }) => `${rule} ${severity} ${message.replace('《政府采购预算表》', '')}`,
    ),
    unchecked: unchecked.map(({ amount }) => amount.raw),
  };
}

const HEADS = '品目名称|计量单位|数量|单价|金额';
const BODY = ['合计||||54.50', '计算机|台|20|0.50|10.00', '复印机|台|3|1.50|4.50', '灭火机|台|100|0.40|40.00'];
const CLEAN: Heard = { said: [], unchecked: [] };

describe('quantity times price', () => {
  it('is the amount, in whatever unit the price stands', () => {
    assert.deepEqual(heard(HEADS, ...BODY), CLEAN);
    const inYuan = BODY.map((row) => row.replace(/\|(\d+)\|(\d\.\d0)\|/, (_, n, p) => `|${n}|${Number(p) * 1e4}|`));
    assert.deepEqual(heard('品目名称|计量单位|采购数量|采购单价（元）|预算金额（万元）', ...inYuan), CLEAN);
  });

  it('within what the price was rounded to', () => {
    assert.deepEqual(heard(HEADS, '合计||||40.67', '计算机|台|3|0.22|0.67', '灭火机|台|100|0.40|40.00'), CLEAN);
  });

  it('the row that does not obey it is told', () => {
    const wrong = heard(HEADS, ...BODY.map((row) => row.replace('|20|', '|25|')));
    assert.deepEqual(wrong, {
      said: [
        'sum/columns/quantity-price error 计算机（台）·金额 10.00 ≠ 数量 25 × 单价 0.50 = 12.50，差 2.50，请核实哪一个有误',
      ],
      unchecked: [],
    });
  });

  it('as a warning where a single row says that it is so', () => {
    const { said } = heard(HEADS, '合计||||50.00', '计算机|台|25|0.50|10.00', '灭火机|台|100|0.40|40.00');
    assert.equal(said.length, 1);
    assert.match(said[0]!, /^sum\/columns\/quantity-price warning 计算机/);
  });

  it('a wrong amount that its total shows too is one finding', () => {
    const { said } = heard(HEADS, ...BODY.map((row) => row.replace('|10.00', '|19.00')));
    assert.equal(said.length, 1);
    assert.match(said[0]!, /计算机.* 19\.00 疑应为 10\.00$/);
  });

  it('is not looked for where most rows do not obey it, nor where something is missing', () => {
    const others = ['合计||||60.00', '计算机|台|20|0.70|10.00', '复印机|台|3|1.70|10.00', '灭火机|台|100|0.40|40.00'];
    assert.deepEqual(heard(HEADS, ...others).said, []);
    assert.deepEqual(heard(HEADS, ...BODY.map((row) => row.replace('|0.50|', '||'))).said, []);
    assert.deepEqual(heard('品目名称|计量单位|数量|占比|金额', ...BODY).said, []);
  });
});
