import { existsSync } from 'node:fs';
import { batchOf, isBatchResult, type Submission } from '../index';
import { writeXlsx } from '../workbook';
import { PATIENCE_OPTION, patienceOf } from './bounds';
import { type Input, listInputs, OWN_RESULT, readFile, reasonOf } from './files';
import { ensureJournal, isJournal, JournalWriter, knownFrom, readJournal, type Journal } from './journal';
import { FROM_OPTION, pathsFrom } from './path-list';
import { Progress } from './progress';
import { readRules, RULES_OPTION, type RuleFile } from './rules';
import { lineOf, say } from './say';
import type { Dated, Read } from './submission';
import { runInThreads, threadsFor } from './threads';
import { type ParsedArgs, parseArgs, UsageError } from './usage';
import { ensureWritable, isSameFile, OUTPUT_OPTIONS, outputOf, writeWhole } from './write';

const MOST_JOBS = 64;
/** Every file has its row in one sheet. */
const MOST_FILES = 50_000;
const OPTIONS = new Map([
  ...OUTPUT_OPTIONS,
  ['--jobs', '并行数'],
  ['--journal', '进度文件名'],
  FROM_OPTION,
  RULES_OPTION,
  PATIENCE_OPTION,
]);
const FLAGS = new Set(['--resume', '--merge']);
const JOURNAL = /\.ndjson$/i;
const UNFINISHED = '这次核对中断了，没有它的结果；用 --resume 做完再合并';

/**
 * gouji batch PATH… -o OUT.xlsx: a row a file and all findings in one workbook; progress on standard error and in a
 * journal, from which --resume goes on and --merge makes one workbook of several runs.
 */
export async function batch(args: readonly string[]): Promise<number> {
  const call = parseArgs(args, OPTIONS, FLAGS);
  return call.flags.has('--merge') ? merge(call) : checkAll(call);
}

async function checkAll({ paths, options, flags }: ParsedArgs): Promise<number> {
  if (paths.length === 0 && !options.has('--from')) throw new UsageError('batch 需要至少一个文件或文件夹');
  const output = outputOf(options, 'batch', '.xlsx');
  const journal = journalOf(options, output);
  const wanted = jobsOf(options.get('--jobs'));
  const patience = patienceOf(options);
  const rules = readRules(options);
  const refused = refusedOutput(output) ?? refusedOutput(journal);
  if (refused !== undefined) return refused;
  ensureJournal(journal);
  const listed = listInputs([...paths, ...pathsFrom(options.get('--from'))]);
  const inputs = await withoutOwn(listed, output, journal);
  if (inputs.length > MOST_FILES)
    throw new UsageError(`文件太多（${inputs.length} 个），一次最多 ${MOST_FILES} 个，请分批`);
  const files = inputs.filter(({ kind }) => kind === 'file').length;
  if (files === 0) return refuseAll(inputs);
  const names = inputs.map(({ path }) => path);
  const known = flags.has('--resume') ? knownFrom(journal, names, rules) : new Map<number, Dated>();
  let writer: JournalWriter;
  try {
    writer = new JournalWriter(journal, names, rules, known);
  } catch (error) {
    return refuse(journal, reasonOf(error));
  }
  const jobs = threadsFor(files - known.size, wanted);
  const submissions = await readAll(inputs, { rules, jobs, patience, known, writer, journal });
  return finish(output, submissions);
}

/** gouji batch --merge JOURNAL… -o OUT.xlsx: the workbook of several runs, as of one run over the files of all. */
async function merge({ paths, options, flags }: ParsedArgs): Promise<number> {
  if (paths.length === 0) throw new UsageError('batch --merge 需要至少一个进度文件（.ndjson）');
  const other = [...options.keys(), ...flags].find((name) => !['-o', '--output', '--merge'].includes(name));
  if (other !== undefined) throw new UsageError(`batch --merge 不用 ${other}`);
  const output = outputOf(options, 'batch', '.xlsx');
  const refused = refusedOutput(output);
  if (refused !== undefined) return refused;
  const journals = paths.map(readJournal);
  const [first] = journals as [Journal];
  const odd = journals.find(({ head }) => head.rules !== first.head.rules || head.version !== first.head.version);
  if (odd) throw new UsageError(`${first.path} 和 ${odd.path} 不是用同样的规则、同一版本核对的，不能合并`);
  const reads = journals.flatMap(({ head, entries }) =>
    head.files.map((file, at): Read => entries.get(at)?.read ?? { file, state: 'unreadable', reason: UNFINISHED }),
  );
  for (const read of reads) if (read.state === 'unreadable') say(read.file, read.reason);
  return finish(output, reads.filter(isSubmission));
}

async function finish(output: string, submissions: readonly Submission[]): Promise<number> {
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

function isSubmission(read: Read): read is Submission {
  return read.state !== 'own';
}

function journalOf(options: ReadonlyMap<string, string>, output: string): string {
  const journal = options.get('--journal') ?? output.replace(/\.xlsx$/i, '.ndjson');
  if (!JOURNAL.test(journal)) throw new UsageError(`进度文件名应以 .ndjson 结尾：${journal}`);
  return journal;
}

function jobsOf(option: string | undefined): number | undefined {
  if (option === undefined) return undefined;
  const jobs = Number(option);
  if (!/^\d+$/.test(option) || jobs < 1 || jobs > MOST_JOBS)
    throw new UsageError(`并行数应为 1 到 ${MOST_JOBS} 的整数：${option}`);
  return jobs;
}

/**
 * The files that are written are no submissions, and must not take the place of one; nor are journals of other runs.
 * @throws UsageError when they would
 */
async function withoutOwn(inputs: readonly Input[], output: string, journal: string): Promise<Input[]> {
  const others = inputs.filter(({ path }) => !isSame(path, output));
  if (others.length < inputs.length && !(await isBatchResult(readFile(output))))
    throw new UsageError(`输出文件 ${output} 是要核对的文件之一，请换一个名字`);
  return others.filter(({ kind, path }) => kind === 'unreadable' || !(isSame(path, journal) || isOwnJournal(path)));
}

function isOwnJournal(path: string): boolean {
  try {
    return JOURNAL.test(path) && isJournal(path);
  } catch {
    return false;
  }
}

function isSame(path: string, own: string): boolean {
  try {
    return existsSync(own) && isSameFile(path, own);
  } catch {
    return false;
  }
}

interface Reading {
  readonly rules: RuleFile | undefined;
  readonly jobs: number;
  readonly patience: number;
  /** What an earlier run found, by index of the input. */
  readonly known: ReadonlyMap<number, Dated>;
  readonly writer: JournalWriter;
  readonly journal: string;
}

/** Reads all files, several at a time; results and what is said of them are in the order of the call. */
async function readAll(
  inputs: readonly Input[],
  { rules, jobs, patience, known, writer, journal }: Reading,
): Promise<Submission[]> {
  const progress = new Progress(inputs.filter(({ kind }) => kind === 'file').length);
  const submissions: Submission[] = [];
  const add = (at: number, dated: Dated): void => {
    try {
      writer.add(at, dated);
    } catch (error) {
      progress.say(lineOf(journal, `${reasonOf(error)}；核对继续，但中断以后不能接着做`));
    }
  };
  const readOf = (input: Input, result: Dated | { readonly lost: string }): Dated =>
    'lost' in result
      ? { read: { file: input.path, state: input.kind === 'skipped' ? 'skipped' : 'unreadable', reason: result.lost } }
      : result;
  inputs.forEach((input, at) => {
    if (input.kind !== 'file') add(at, readOf(input, { lost: input.reason }));
  });
  for (let count = known.size; count > 0; count -= 1) progress.step();
  await runInThreads(
    inputs,
    {
      work: { kind: 'digest', format: 'json', rules },
      jobs,
      patience,
      known: (at) => known.get(at),
      settled: (at, result) => {
        add(at, readOf(inputs[at]!, result));
        progress.step();
      },
    },
    (input, result) => {
      const { read } = readOf(input, result);
      if (read.state === 'unreadable') progress.say(lineOf(read.file, read.reason));
      if (read.state === 'own') progress.say(lineOf(read.file, OWN_RESULT));
      else submissions.push(read);
    },
  );
  writer.end();
  progress.clear();
  return submissions;
}

/** Says why a file cannot be written, before any work. */
function refusedOutput(path: string): number | undefined {
  try {
    ensureWritable(path);
    return undefined;
  } catch (error) {
    return refuse(path, reasonOf(error));
  }
}

function refuse(path: string, reason: string): number {
  say(path, reason);
  return 2;
}

/** Nothing to check: nothing is written either. */
function refuseAll(inputs: readonly Input[]): number {
  for (const input of inputs) if (input.kind === 'unreadable') refuse(input.path, input.reason);
  if (inputs.length === 0) process.stderr.write('gouji: 没有要核对的文件\n');
  return 2;
}
