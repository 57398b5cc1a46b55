import { Worker } from 'node:worker_threads';

/*
 * Tasks spread over threads. A thread that dies or never answers costs the task that it had in hand, and no other.
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
}

/**
 * Runs every task once.
 * @param done is told of each as it is settled, in any order
 */
export async function runPool<T>(
  tasks: readonly string[],
  { worker, jobs, patience }: PoolOptions,
  done: (at: number, settled: Settled<T>) => void,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    const thread = new Thread<T>(worker, patience);
    for (let at = next++; at < tasks.length; at = next++) done(at, await thread.run(tasks[at]!));
    await thread.end();
  };
  await Promise.all(Array.from({ length: Math.min(jobs, tasks.length) }, lane));
}

/** One thread after another: a new one begins where the last was lost. */
class Thread<T> {
  private worker: Worker | undefined = undefined;
  private served = 0;
  private settle: (settled: Settled<T>) => void = () => undefined;

  constructor(
    private readonly url: URL,
    private readonly patience: number,
  ) {}

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

  private async afresh(task: string): Promise<Settled<T>> {
    await this.end();
    return this.attempt(task);
  }

  private async attempt(task: string): Promise<Settled<T>> {
    const worker = (this.worker ??= this.begin());
    this.served += 1;
    const settled = await new Promise<Settled<T>>((resolve) => {
      const timer = setTimeout(() => resolve({ state: 'late' }), this.patience);
      this.settle = (outcome) => {
        clearTimeout(timer);
        resolve(outcome);
      };
      worker.postMessage(task);
    });
    this.settle = () => undefined;
    if (settled.state === 'late') await this.end();
    return settled;
  }

  private begin(): Worker {
    // What the process was told to run first (npm run changes into the caller's folder) is not for threads.
    const worker = new Worker(this.url, { execArgv: [] });
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
