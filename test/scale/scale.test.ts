import assert from 'node:assert/strict';
import { scale } from '../../bench/scale';

/** Twice the document is hardly more than twice the work; sorting makes it a little more. */
const MOST = 1.15;
/** A share, or an execution, may be of any figure that its item tells before it. */
const OPEN = new Set(['shares of one whole', 'completions and changes']);

describe('documents that grow', function () {
  this.timeout(600_000);

  it(`the work grows with an exponent of at most ${MOST}, whatever it is that there is more of`, () => {
    const found = scale();
    assert.ok(found.length >= 15);
    assert.deepEqual(
      found.filter(({ name, exponent }) => exponent > MOST && !OPEN.has(name)),
      [],
    );
  });
});
