import { patienceOf, PATIENCE_OPTION } from './bounds';
import { type CheckedFile, checkOne, type Format, FORMATS } from './check-one';
import { type Input, listInputs, OWN_RESULT } from './files';
import { runInThreads, threadsFor } from './threads';
import { readRules, policyFrom, RULES_OPTION } from './rules';
import { say } from './say';
import { parseArgs, UsageError } from './usage';
import { watched } from './watch';

/**
 * gouji check PATH… [--format text|json|ndjson] [--rules FILE] [--timeout SECONDS]: findings on standard output,
 * unreadable files on standard error.
 */
export async function check(args: readonly string[]): Promise<number> {
  const { paths, options } = parseArgs(
    args,
    new Map([['--format', '格式（text、json 或 ndjson）'], RULES_OPTION, PATIENCE_OPTION]),
  );
  const format = (options.get('--format') ?? 'text') as Format;
  if (!FORMATS.includes(format)) throw new UsageError(`不认识的格式 ${format}，应为 text、json 或 ndjson`);
  if (paths.length === 0) throw new UsageError('check 需要至少一个文件或文件夹');
  const patience = patienceOf(options);
  const rules = readRules(options);
  const inputs = listInputs(paths).filter(({ kind }) => kind !== 'skipped');
  const report = new Report(format);
  const files = inputs.filter(({ kind }) => kind === 'file');
  if (files.length === 1) {
    const [{ path }] = files as [Input];
    const checked = await watched(path, patience, () => checkOne(path, policyFrom(rules), format));
    for (const input of inputs) report.add(input.path, notRead(input) ?? checked);
  } else {
    const work = { kind: 'check', format, rules } as const;
    await runInThreads(inputs, { work, patience, jobs: threadsFor(files.length) }, (input, result) =>
      report.add(input.path, 'lost' in result ? { state: 'failed', reason: result.lost } : result),
    );
  }
  report.end();
  return report.status;
}

function notRead(input: Input): CheckedFile | undefined {
  return input.kind === 'file' ? undefined : { state: 'failed', reason: input.reason };
}

/** Writes each document as it comes; json is one array, so that the output as a whole is JSON. */
class Report {
  status = 0;
  private count = 0;

  constructor(private readonly format: Format) {}

  add(path: string, checked: CheckedFile): void {
    if (checked.state === 'own') say(path, OWN_RESULT);
    else if (checked.state === 'failed') {
      say(path, checked.reason);
      this.status = 2;
    } else {
      this.write(checked.text);
      if (checked.isWrong && this.status === 0) this.status = 1;
    }
  }

  end(): void {
    if (this.format === 'json') process.stdout.write(this.count > 0 ? '\n]\n' : '[]\n');
  }

  private write(text: string): void {
    if (this.format === 'text') process.stdout.write(`${this.count > 0 ? '\n' : ''}${text}`);
    else if (this.format === 'ndjson') process.stdout.write(`${text}\n`);
    else process.stdout.write(`${this.count > 0 ? ',\n' : '[\n'}${text}`);
    this.count += 1;
  }
}
