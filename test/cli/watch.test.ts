import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { runScript } from './run';

/* What bounds one file alone; each in a process of its own, because it ends the process. */

const ENDLESS = resolve('test/support/threads/endless.ts');
const PLENTY = '4000';

describe('one file within bounds', function () {
  this.timeout(60_000);

  for (const [what, said] of [
    ['ends', 'done\n'],
    ['fails', 'cannot\n'],
  ] as const)
    it(`work that ${what} is left alone`, () => {
      assert.deepEqual(runScript(ENDLESS, what, '50000', PLENTY), { status: 0, stdout: said, stderr: '' });
    });

  for (const what of ['loop', 'pattern', 'waits'])
    it(`${what}: one line when its time is over, status 2`, () => {
      const { status, stdout, stderr } = runScript(ENDLESS, what, '300', PLENTY);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /^gouji: 一\ufffd二\.txt：核对超过 0\.3 秒，已放弃[^\n]*\n$/);
    });

  for (const what of ['buffers', 'objects'])
    it(`${what}: one line when its memory is over, status 2`, () => {
      const { status, stdout, stderr } = runScript(ENDLESS, what, '50000', '400');
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /^gouji: 一\ufffd二\.txt：核对时占用内存过多，已放弃\n$/);
    });
});
