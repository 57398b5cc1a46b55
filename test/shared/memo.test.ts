import assert from 'node:assert/strict';
import { memoized, once } from '../../src/shared/memo';

describe('answers that are remembered', () => {
  it('are worked out once for one text', () => {
    let asked = 0;
    const length = memoized((text) => {
      asked += 1;
      return text.length;
    });
    assert.deepEqual([length('合计'), length('合计'), length('小计 ')], [2, 2, 3]);
    assert.equal(asked, 2);
  });

  it('are worked out when they are first asked for, and once', () => {
    let asked = 0;
    const nothing = once((): undefined => {
      asked += 1;
      return undefined;
    });
    assert.equal(asked, 0);
    nothing();
    nothing();
    assert.equal(asked, 1);
  });

  it('may be undefined and are remembered all the same', () => {
    let asked = 0;
    const nothing = memoized((): undefined => {
      asked += 1;
      return undefined;
    });
    assert.equal(nothing('无'), undefined);
    assert.equal(nothing('无'), undefined);
    assert.equal(asked, 1);
  });

  it('do not keep long texts, nor more short ones than there is room for', () => {
    let asked = 0;
    const echo = memoized((text) => {
      asked += 1;
      return text;
    });
    const long = '长'.repeat(100);
    echo(long);
    echo(long);
    assert.equal(asked, 2);
    echo('一');
    for (let number = 0; number < 20000; number += 1) echo(String(number));
    asked = 0;
    assert.equal(echo('一'), '一');
    assert.equal(asked, 1);
  });
});
