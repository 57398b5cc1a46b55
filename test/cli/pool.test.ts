import assert from 'node:assert/strict';
import { type PoolOptions, runPool, type Settled } from '../../src/cli/pool';

const WORKER = new URL('../support/threads/answers.mjs', import.meta.url);

/** What came of each task, in words. */
async function outcomes(
  tasks: readonly string[],
  jobs: number,
  { patience = 50_000, ...bounds }: Partial<PoolOptions> = {},
): Promise<string[]> {
  const settled: string[] = [];
  await runPool<string>(tasks, { worker: WORKER, jobs, patience, ...bounds }, (at, outcome) => {
    assert.equal(settled[at], undefined, `${tasks[at]!} is settled once`);
    settled[at] = words(outcome);
  });
  return settled;
}

function words(outcome: Settled<string>): string {
  return outcome.state === 'done'
    ? outcome.value
    : outcome.state === 'late'
      ? 'late'
      : `crashed: ${(outcome.error as Error).message}`;
}

const MEGABYTE = 1 << 20;

describe('tasks spread over threads', function () {
  this.timeout(60_000);
  const many = Array.from({ length: 25 }, (_, at) => `task ${at}`);

  for (const jobs of [1, 2, 7, 40]) {
    it(`every task is done once, whatever the number of threads: ${jobs}`, async () => {
      assert.deepEqual(
        await outcomes(many, jobs),
        many.map((task) => `done ${task}`),
      );
    });
  }

  it('no tasks, no threads', async () => {
    assert.deepEqual(await outcomes([], 3), []);
  });

  for (const jobs of [1, 2]) {
    it(`a thread that dies costs its own task only: ${jobs}`, async () => {
      assert.deepEqual(await outcomes(['a', 'throw 1', 'b', 'exit', 'c', 'throw 2'], jobs), [
        'done a',
        'crashed: cannot throw 1',
        'done b',
        'crashed: thread ended',
        'done c',
        'crashed: cannot throw 2',
      ]);
    });
  }

  it('a task that never ends is given up, the others are done', async () => {
    assert.deepEqual(await outcomes(['a', 'hang', 'b', 'c'], 1, { patience: 8_000 }), [
      'done a',
      'late',
      'done b',
      'done c',
    ]);
  });

  for (const jobs of [1, 2]) {
    it(`a task that takes all memory costs itself only, in objects or in buffers: ${jobs}`, async () => {
      const limits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 };
      const [full = '', ...others] = await outcomes(['objects', 'a', 'b'], jobs, { limits });
      assert.match(full, /^crashed: .*memory/i);
      assert.deepEqual(others, ['done a', 'done b']);
      const mostMemory = process.memoryUsage.rss() + 400 * MEGABYTE;
      assert.deepEqual(await outcomes(['buffers', 'a', 'b'], jobs, { mostMemory }), [
        'crashed: too much memory',
        'done a',
        'done b',
      ]);
    });
  }

  it('what a task left behind does not fail the next: it is tried again in a new thread', async () => {
    assert.deepEqual(await outcomes(['spoil', 'a', 'b'], 1), ['done spoil', 'done a', 'done b']);
  });
});
