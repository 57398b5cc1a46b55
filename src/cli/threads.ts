import { availableParallelism } from 'node:os';
import { beside, FULL_REASON, lateReason, mostMemoryOf, THREAD_LIMITS } from './bounds';
import type { Input } from './files';
import { runPool, type Settled } from './pool';
import type { ThreadResults, ThreadWork } from './thread-work';

/*
 * The files of a call spread over threads, what comes of them in the order of the call.
 */

/** Threads, when the call does not say: each takes some hundred megabytes, and office machines have few. */
const USUAL = 4;
/** A thread for fewer files takes longer to begin than it saves. */
const FILES_A_THREAD = 4;

/** Where the threads begin: the source, or the built command. */
const MAIN = beside('./thread.mjs', './gouji.mjs');

/**
 * How many threads are worth beginning. More than the machine has processors only stand in each other's way.
 * @param wanted as many as the call allows
 */
export function threadsFor(files: number, wanted?: number): number {
  const most = wanted ?? Math.min(USUAL, Math.ceil(files / FILES_A_THREAD));
  return Math.max(1, Math.min(most, availableParallelism()));
}

/** A file was given up, or its thread was lost; why, in the user's words. */
export interface Lost {
  readonly lost: string;
}

export interface ThreadOptions<K extends keyof ThreadResults> {
  readonly work: ThreadWork & { readonly kind: K };
  readonly jobs: number;
  /** Milliseconds for one file. */
  readonly patience: number;
  /** What is known already, and is not read again. */
  readonly known?: (at: number) => ThreadResults[K] | undefined;
  /** Is told of each file as it is settled, in whatever order. */
  readonly settled?: (at: number, result: ThreadResults[K] | Lost) => void;
}

/**
 * Reads every file.
 * @param take is given the inputs in their order, each as soon as those before it were; with the reason where an input
 *   is no file or was lost
 */
export async function runInThreads<K extends keyof ThreadResults>(
  inputs: readonly Input[],
  { work, jobs, patience, known = () => undefined, settled = () => undefined }: ThreadOptions<K>,
  take: (input: Input, result: ThreadResults[K] | Lost) => void,
): Promise<void> {
  const results: (ThreadResults[K] | Lost | undefined)[] = inputs.map((input, at) =>
    input.kind === 'file' ? known(at) : { lost: input.reason },
  );
  const places = inputs.flatMap((_, at) => (results[at] === undefined ? [at] : []));
  let next = 0;
  const takeReady = (): void => {
    for (let result = results[next]; result !== undefined; result = results[next]) {
      // What was taken is not kept.
      results[next] = undefined;
      take(inputs[next]!, result);
      next += 1;
    }
  };
  takeReady();
  const bounds = { patience, limits: THREAD_LIMITS, mostMemory: mostMemoryOf(jobs) };
  await runPool<ThreadResults[K]>(
    places.map((at) => inputs[at]!.path),
    { worker: MAIN, data: work, jobs, ...bounds },
    (task, outcome) => {
      const at = places[task]!;
      const result = outcome.state === 'done' ? outcome.value : { lost: lostReason(outcome, patience) };
      settled(at, result);
      results[at] = result;
      takeReady();
    },
  );
}

function lostReason(outcome: Exclude<Settled<unknown>, { state: 'done' }>, patience: number): string {
  if (outcome.state === 'late') return lateReason(patience);
  const { code, message } = outcome.error as NodeJS.ErrnoException;
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? FULL_REASON : `核对时程序出错：${message}`;
}
