import assert from 'node:assert/strict';
import fc from 'fast-check';
import { comparable, halfWidth, isPageNumber, squeeze, stripMarks } from '../../src/shared/text';

describe('half width', () => {
  it('turns letters, digits, punctuation and blanks', () => {
    assert.equal(halfWidth('Ａ１（％），：\u3000‘’'), "A1(%),: ''");
    assert.equal(halfWidth('汉字“”。、'), '汉字“”。、');
  });

  it('never changes the length, so that places stay places', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => halfWidth(text).length === text.length),
      { seed: 1, numRuns: 100 },
    );
  });
});

describe('squeeze', () => {
  it('takes out every blank and zero-width mark', () => {
    assert.equal(squeeze(' 合\u3000计\t\u200b\ufeff\n数\u00a0'), '合计数');
  });
});

describe('inline marks', () => {
  for (const [text, wanted] of [
    ['<b>合计</b>', '合计'],
    ['**合计**', '合计'],
    ['__合计__', '合计'],
    ['<span style="x">1.00</span>', '1.00'],
    ['<br/>合<br>计', '合计'],
    ['1 < 2', '1 < 2'],
    ['<<三公>>', '<<三公>>'],
    ['没有标记', '没有标记'],
    [`<b${'x'.repeat(200)}>`, `<b${'x'.repeat(200)}>`],
  ] as const) {
    it(text.slice(0, 30), () => assert.equal(stripMarks(text), wanted));
  }
});

describe('words as they are compared', () => {
  for (const [one, other] of [
    ['“三公” 经费', '"三公"经费'],
    ['（境）', '(境)'],
    ['〔2023〕', '[2023]'],
    ['合　计', '合计'],
    ['<b>合计</b>', '合计'],
    ['ＡＢＣ', 'ABC'],
    ['e\u0301', '\u00e9'],
  ] as const) {
    it(`${one} is ${other}`, () => assert.equal(comparable(one), comparable(other)));
  }

  it('says the same of a word however often and however long it is asked', () => {
    const long = ' 合 计 '.repeat(40);
    assert.equal(comparable(long), '合计'.repeat(40));
    for (let at = 0; at < 30_000; at += 1) comparable(`第 ${at} 行`);
    assert.equal(comparable('第 7 行'), '第7行');
  });

  it('does not confuse what differs', () => {
    assert.notEqual(comparable('上年结转'), comparable('本年结转'));
    assert.notEqual(comparable('1.5'), comparable('15'));
  });
});

describe('numbers of pages', () => {
  for (const text of ['7', ' 12 ', '- 7 -', '— 12 —', '第7页', '第 7 页 共 30 页', '7/共30页'])
    it(`${text} is one`, () => assert.equal(isPageNumber(text), true));
  for (const text of ['', '—', '2101102', '7\t', '7.00', '第七页', '一、', '7个'])
    it(`${JSON.stringify(text)} is none`, () => assert.equal(isPageNumber(text), false));
});
