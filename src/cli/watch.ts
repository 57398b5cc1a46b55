import { closeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { beside, FULL_REASON, lateReason, mostMemory } from './bounds';
import { lineOf } from './say';

/*
 * One file alone is read and checked in the main thread: another thread would have to begin first, and takes a fifth of
 * the time of an ordinary document. What another thread is for, to be ended when it never ends, is done by a watchdog,
 * which begins meanwhile.
 */

const STOP = 'gouji.stop';

/**
 * Does the work on a file within bounds: when it takes too long or too much memory, one line says so and the process
 * ends with status 2.
 * @param patience milliseconds
 * @param memory bytes of the whole process
 */
export async function watched<T>(
  path: string,
  patience: number,
  work: () => Promise<T>,
  memory = mostMemory(),
): Promise<T> {
  // The system says that it waits for the watchdog to let go; by now nobody wants to read that.
  const stop = (): void => {
    closeSync(2);
    process.exit(2);
  };
  Object.defineProperty(globalThis, Symbol.for(STOP), { value: stop, configurable: true });
  const dog = new Worker(beside('./watchdog.mjs', './gouji-watchdog.mjs'), {
    execArgv: [],
    workerData: {
      patience,
      mostMemory: memory,
      late: `${lineOf(path, lateReason(patience))}\n`,
      full: `${lineOf(path, FULL_REASON)}\n`,
      stop: STOP,
    },
  });
  // Where no further thread can begin, the work is done unwatched.
  dog.on('error', () => undefined);
  try {
    return await work();
  } finally {
    void dog.terminate();
  }
}
