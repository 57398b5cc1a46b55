import assert from 'node:assert/strict';
import { checkText } from '../../src';
import { type Contradiction, localize } from '../../src/reconcile/localize';
import type { Figure } from '../../src/model/relation';
import { readingOf } from '../../src/reconcile/reading';
import { Dice } from '../ledger/dice';
import { sampleDocuments } from '../ledger';

/*
 * Figures in many relations are looked after in another way than those in few. What is found is the same.
 */

const TABLE =
  '2023年预算支出总表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n合计\t\t30.00\t10.00\t20.00\n' +
  '201\t一般公共服务支出\t30.00\t10.00\t20.00\n\n三、支出预算情况说明\n';

/** A total told again and again: right, a slip of it, or any other amount; and shares of it. */
function told(seed: number): string {
  const dice = new Dice(seed);
  const amounts = ['30.00', '30.00', '30.00', '03.00', '33.00', '300.00', '31.50', '12.34', `${dice.below(90)}.50`];
  const sentence = (): string =>
    dice.chance(70)
      ? `2023年支出预算合计${dice.pick(amounts)}万元。\n`
      : `基本支出${dice.pick(['10.00', '1.00', '11.00'])}万元，占支出预算合计的${dice.pick(['33.33', '3.33', '36.00'])}%。\n`;
  return TABLE + Array.from({ length: 20 + dice.below(60) }, sentence).join('');
}

function inWords({ suspects, best, broken }: Contradiction): string {
  const named = ({ id, amount }: Figure): string => `${id}:${amount.raw}`;
  const explained = best.map(({ fact, proposed }) => `${named(fact)} → ${String(proposed)}`);
  const relations = broken.map(
    ({ relation }) => `${named(relation.stated)}=${relation.terms.map(({ fact }) => named(fact)).join('+')}`,
  );
  return `${explained.join('|')} of ${suspects.map(named).join(' ')} by ${relations.join(' ')}`;
}

function same(text: string): number {
  const { evaluations } = readingOf(checkText('样例', text).disclosure);
  const found = (many: number): string[] => localize(evaluations, {}, many).map(inWords);
  const plain = found(Infinity);
  assert.deepEqual(found(0), plain);
  return plain.length;
}

describe('figures in many relations', () => {
  it('a total told many times: the same contradictions in the same order, however it is looked after', () => {
    let contradictions = 0;
    for (let seed = 1; seed <= 10; seed += 1) contradictions += same(told(seed));
    assert.ok(contradictions > 50, `${contradictions}`);
  });

  it('whole documents with slips', () => {
    let contradictions = 0;
    for (const { text } of sampleDocuments(7, 6, { clean: true, scale: 'small' }))
      contradictions += same(
        text.replace(/(\d)(\d)\.(\d\d)/g, (printed, a, b, rest, at: number) =>
          at % 7 === 0 ? `${b}${a}.${rest}` : printed,
        ),
      );
    assert.ok(contradictions > 0);
  });
});
