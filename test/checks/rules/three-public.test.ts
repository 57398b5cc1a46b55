import assert from 'node:assert/strict';
import { readText } from '../../../src/ingest';
import { threePublicHolds } from '../../../src/checks/rules/bound/three-public';
import { evaluate } from '../../../src/reconcile/evaluate';
import { recognize } from '../../../src/recognize';

/** @param basic what basic expenditure spends on guests and cars @param spent the same in the “三公” form */
function outcomes(basic: readonly [string, string], spent: readonly [string, string], kind = '决算'): string[] {
  const text =
    `青石市档案馆\n2024年度单位${kind}\n\n一般公共预算财政拨款基本支出${kind}表\n单位：万元\n` +
    `经济分类科目编码\t科目名称\t${kind}数\n302\t商品和服务支出\t55.00\n30201\t办公费\t40.00\n` +
    `30217\t公务接待费\t${basic[0]}\n30231\t公务用车运行维护费\t${basic[1]}\n\n` +
    `财政拨款“三公”经费支出${kind}表\n单位：万元\n合计\t因公出国（境）费\t公务用车购置费\t公务用车运行维护费\t公务接待费\n` +
    `15.00\t0.00\t0.00\t${spent[1]}\t${spent[0]}\n`;
  return threePublicHolds(recognize(readText('text', text))).map((relation) => {
    const [term] = relation.terms;
    const { outcome } = evaluate(relation);
    return `${relation.stated.amount.raw} ${outcome === 'broken' ? '>' : '≤'} ${term!.fact.amount.raw || '空'}`;
  });
}

describe('bound/three-public', () => {
  it('holds where projects pay too, and where they do not', () =>
    assert.deepEqual(outcomes(['3.60', '9.40'], ['4.00', '9.40']), ['3.60 ≤ 4.00', '9.40 ≤ 9.40']));
  it('is broken where basic expenditure alone is more', () =>
    assert.deepEqual(outcomes(['3.60', '9.40'], ['0.60', '5.40']), ['3.60 > 0.60', '9.40 > 5.40']));
  it('takes a blank for nothing', () =>
    assert.deepEqual(outcomes(['3.60', '9.40'], ['', '9.40']), ['3.60 > 空', '9.40 ≤ 9.40']));
  it('does not judge what basic expenditure does not print, nor a budget', () => {
    assert.deepEqual(outcomes(['', '9.40'], ['4.00', '9.40']), ['9.40 ≤ 9.40']);
    assert.deepEqual(outcomes(['3.60', '9.40'], ['0.60', '5.40'], '预算'), []);
  });
});
