import { type ResourceLimits, Worker } from 'node:worker_threads';

/*
 * Tasks spread over threads. A thread that dies, never answers or takes too much memory costs the task that it
 * had in hand, and no other.
 */

/** What came of one task. */
export type Settled<T> =
  | { readonly state: 'done'; readonly value: T }
  | { readonly state: 'crashed'; readonly error: unknown }
  | { readonly state: 'late' };

export interface PoolOptions {
  /** The module that every thread runs: it answers each message with one message. */
  readonly worker: URL;
  readonly jobs: number;
  /** A task that takes longer (milliseconds) is given up, with its thread. */
  readonly patience: number;
  /** What every thread is told when it begins. */
  readonly data?: unknown;
  /** Of the objects of one thread. */
  readonly limits?: ResourceLimits;
  /** Bytes that the whole process may take: above it, the task that runs longest is given up, with its thread. */
  readonly mostMemory?: number;
}

/** Milliseconds between two looks at the memory, and how long after a thread was given up the next look is. */
const LOOK = 100;
const AFTER = 2000;

/**
 * Runs every task once.
 * @param done is told of each as it is settled, in any order
 */
export async function runPool<T>(
  tasks: readonly string[],
  options: PoolOptions,
  done: (at: number, settled: Settled<T>) => void,
): Promise<void> {
  let next = 0;
  const threads = Array.from({ length: Math.min(options.jobs, tasks.length) }, () => new Thread<T>(options));
  const guard = guardMemory(threads, options.mostMemory ?? Infinity);
  const lane = async (thread: Thread<T>): Promise<void> => {
    for (let at = next++; at < tasks.length; at = next++) done(at, await thread.run(tasks[at]!));
    await thread.end();
  };
  try {
    await Promise.all(threads.map(lane));
  } finally {
    clearInterval(guard);
  }
}

/** Limits of threads bound their objects; buffers they hold count here. */
function guardMemory(threads: readonly Pick<Thread<unknown>, 'since' | 'overflow'>[], most: number): NodeJS.Timeout {
  let pause = 0;
  return setInterval(() => {
    if (pause > 0) pause -= LOOK;
    else if (process.memoryUsage.rss() > most) {
      const [oldest] = threads.filter(({ since }) => since > 0).sort((one, other) => one.since - other.since);
      oldest?.overflow();
      pause = AFTER;
    }
  }, LOOK);
}

/** Counts the tasks as they are begun. */
let begun = 0;

/** One thread after another: a new one begins where the last was lost. */
class Thread<T> {
  /** The later a task was begun, the greater; 0 without a task. */
  since = 0;
  private worker: Worker | undefined = undefined;
  private served = 0;
  private settle: (settled: Settled<T>) => void = () => undefined;

  constructor(private readonly options: PoolOptions) {}

  async run(task: string): Promise<Settled<T>> {
    const settled = await this.attempt(task);
    // What an earlier task left behind may be what the thread died of.
    return settled.state === 'crashed' && this.served > 1 ? this.afresh(task) : settled;
  }

  async end(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }

  /** Gives the task in hand up. */
  overflow(): void {
    const error = Object.assign(new Error('too much memory'), { code: 'ERR_WORKER_OUT_OF_MEMORY' });
    this.settle({ state: 'crashed', error });
    void this.end();
  }

  private async afresh(task: string): Promise<Settled<T>> {
    await this.end();
    return this.attempt(task);
  }

  private async attempt(task: string): Promise<Settled<T>> {
    let worker: Worker;
    try {
      worker = this.worker ??= this.begin();
    } catch (error) {
      // No further thread can begin, for want of memory.
      return { state: 'crashed', error };
    }
    this.served += 1;
    this.since = begun += 1;
    const settled = await new Promise<Settled<T>>((resolve) => {
      const timer = setTimeout(() => resolve({ state: 'late' }), this.options.patience);
      this.settle = (outcome) => {
        clearTimeout(timer);
        resolve(outcome);
      };
      worker.postMessage(task);
    });
    this.since = 0;
    this.settle = () => undefined;
    if (settled.state === 'late') await this.end();
    return settled;
  }

  private begin(): Worker {
    const { worker: url, data, limits } = this.options;
    // What the process was told to run first (npm run changes into the caller's folder) is not for threads.
    const worker = new Worker(url, { execArgv: [], workerData: data, ...(limits && { resourceLimits: limits }) });
    this.served = 0;
    // What a thread that was given up still says is for nobody.
    const say = (settled: Settled<T>): void => {
      if (this.worker === worker) this.settle(settled);
    };
    const lost = (error: unknown): void => {
      say({ state: 'crashed', error });
      if (this.worker === worker) this.worker = undefined;
    };
    worker.on('message', (value: T) => say({ state: 'done', value }));
    worker.on('messageerror', lost);
    worker.on('error', lost);
    worker.on('exit', () => lost(new Error('thread ended')));
    return worker;
  }
}
