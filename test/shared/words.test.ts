import assert from 'node:assert/strict';
import { madeOf } from '../../src/shared/words';

describe('texts made of given words', () => {
  const isMade = madeOf(['预算', '算', '数', '预', '数额']);
  for (const text of ['', '预算', '预算数额', '预算数', '预预算', '数数额'])
    it(`${text || 'the empty text'} is`, () => assert.equal(isMade(text), true));
  for (const text of ['额', '预算表', '表预算', '预算额', ' 预算'])
    it(`${text} is not`, () => assert.equal(isMade(text), false));
  it('takes every reading where words begin alike, without trying them one by one', () =>
    assert.equal(madeOf(['数', '数数', '数数数'])(`${'数'.repeat(20_000)}额`), false));
});
