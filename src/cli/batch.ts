import { existsSync, realpathSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { batchOf, isBatchResult, type Submission } from '../index';
import { writeXlsx } from '../workbook';
import { type Input, listInputs, OWN_RESULT, readFile, reasonOf } from './files';
import { runPool, type Settled } from './pool';
import { Progress } from './progress';
import type { Read } from './submission';
import { parseArgs, UsageError } from './usage';
import { ensureWritable, OUTPUT_OPTIONS, outputOf, writeWhole } from './write';

/** Threads, when the call does not say: each takes some hundred megabytes, and office machines have few. */
const USUAL_JOBS = 4;
const MOST_JOBS = 64;
/** A thread for fewer files takes longer to begin than it saves. */
const FILES_A_JOB = 4;
/** Milliseconds for one file. The largest that is read takes a fraction of it. */
const PATIENCE = 5 * 60_000;
/** Every file has its row in one sheet. */
const MOST_FILES = 50_000;

/** Where the threads begin: the source, or the built command. */
const MAIN = ['./thread.mjs', './gouji.mjs']
  .map((path) => new URL(path, import.meta.url))
  .find((url) => existsSync(url))!;

/**
 * gouji batch PATH… -o OUT.xlsx [--jobs N]: a row a file and all findings in one workbook; progress on standard error.
 */
export async function batch(args: readonly string[]): Promise<number> {
  const { paths, options } = parseArgs(args, new Map([...OUTPUT_OPTIONS, ['--jobs', '并行数']]));
  if (paths.length === 0) throw new UsageError('batch 需要至少一个文件或文件夹');
  const output = outputOf(options, 'batch', '.xlsx');
  const wanted = jobsOf(options.get('--jobs'));
  try {
    ensureWritable(output);
  } catch (error) {
    return refuse(output, reasonOf(error));
  }
  const inputs = await withoutOutput(listInputs(paths), output);
  if (inputs.length > MOST_FILES)
    throw new UsageError(`文件太多（${inputs.length} 个），一次最多 ${MOST_FILES} 个，请分批`);
  const files = inputs.filter(({ kind }) => kind === 'file').length;
  if (files === 0) return refuseAll(inputs);
  const read = await readAll(
    inputs,
    wanted ?? Math.min(availableParallelism(), USUAL_JOBS, Math.ceil(files / FILES_A_JOB)),
  );
  const submissions = read.filter((each): each is Submission => each.state !== 'own');
  const { plan, line, totals } = batchOf(submissions);
  try {
    writeWhole(output, await writeXlsx(plan));
  } catch (error) {
    return refuse(output, reasonOf(error));
  }
  process.stdout.write(`${output}：${line}\n`);
  if (totals.files.unreadable > 0) return 2;
  return totals.counts.error > 0 ? 1 : 0;
}

function jobsOf(option: string | undefined): number | undefined {
  if (option === undefined) return undefined;
  const jobs = Number(option);
  if (!/^\d+$/.test(option) || jobs < 1 || jobs > MOST_JOBS)
    throw new UsageError(`并行数应为 1 到 ${MOST_JOBS} 的整数：${option}`);
  return jobs;
}

/**
 * The file that is written is no submission, and must not take the place of one.
 * @throws UsageError when it would
 */
async function withoutOutput(inputs: readonly Input[], output: string): Promise<Input[]> {
  if (!existsSync(output)) return [...inputs];
  const target = realpathSync(output);
  const others = inputs.filter(({ kind, path }) => kind === 'unreadable' || realpathSync(path) !== target);
  if (others.length < inputs.length && !(await isBatchResult(readFile(output)))) {
    throw new UsageError(`输出文件 ${output} 是要核对的文件之一，请换一个名字`);
  }
  return others;
}

/** Reads all files, several at a time; results and what is said of them are in the order of the call. */
async function readAll(inputs: readonly Input[], jobs: number): Promise<Read[]> {
  const tasks = inputs.flatMap(({ kind, path }) => (kind === 'file' ? [path] : []));
  const progress = new Progress(tasks.length);
  const settled: Read[] = [];
  const results: Read[] = [];
  let task = 0;
  /** Takes what is settled up to the first file that is not. */
  const take = (): void => {
    for (let input = inputs[results.length]; input !== undefined; input = inputs[results.length]) {
      const result =
        input.kind === 'file' ? settled[task] : { file: input.path, state: input.kind, reason: input.reason };
      if (result === undefined) return;
      if (input.kind === 'file') task += 1;
      results.push(result);
      if (result.state === 'unreadable') progress.say(`gouji: ${result.file}：${result.reason}`);
      else if (result.state === 'own') progress.say(`gouji: ${result.file}：${OWN_RESULT}`);
    }
  };
  await runPool<Read>(tasks, { worker: MAIN, jobs, patience: PATIENCE }, (at, outcome) => {
    settled[at] = readOf(tasks[at]!, outcome);
    progress.step();
    take();
  });
  progress.clear();
  return results;
}

function readOf(file: string, outcome: Settled<Read>): Read {
  if (outcome.state === 'done') return outcome.value;
  if (outcome.state === 'late')
    return { file, state: 'unreadable', reason: `核对超过 ${PATIENCE / 60_000} 分钟，已放弃` };
  const { code, message } = outcome.error as NodeJS.ErrnoException;
  return {
    file,
    state: 'unreadable',
    reason: code === 'ERR_WORKER_OUT_OF_MEMORY' ? '内存不足，核对中断' : `核对时程序出错：${message}`,
  };
}

function refuse(path: string, reason: string): number {
  process.stderr.write(`gouji: ${path}：${reason}\n`);
  return 2;
}

/** Nothing to check: nothing is written either. */
function refuseAll(inputs: readonly Input[]): number {
  for (const input of inputs) if (input.kind === 'unreadable') refuse(input.path, input.reason);
  if (inputs.length === 0) process.stderr.write('gouji: 没有要核对的文件\n');
  return 2;
}
