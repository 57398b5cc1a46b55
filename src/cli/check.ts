import { isBatchResult, isNothing, type JsonDocument, resultOf, toText } from '../index';
import { listFiles, NOTHING, OWN_RESULT, readFile, reasonOf } from './files';
import { checkAs, policyOf, RULES_OPTION } from './rules';
import { parseArgs, UsageError } from './usage';

const FORMATS = ['text', 'json', 'ndjson'] as const;
type Format = (typeof FORMATS)[number];

/**
 * gouji check PATH… [--format text|json|ndjson] [--rules FILE]: findings on standard output, unreadable files on
 * standard error.
 */
export async function check(args: readonly string[]): Promise<number> {
  const { paths, options } = parseArgs(args, new Map([['--format', '格式（text、json 或 ndjson）'], RULES_OPTION]));
  const format = (options.get('--format') ?? 'text') as Format;
  if (!FORMATS.includes(format)) throw new UsageError(`不认识的格式 ${format}，应为 text、json 或 ndjson`);
  if (paths.length === 0) throw new UsageError('check 需要至少一个文件或文件夹');
  const policy = policyOf(options);
  let status = 0;
  const fail = (path: string, reason: string): void => {
    process.stderr.write(`gouji: ${path}：${reason}\n`);
    status = 2;
  };
  const writer = new Writer(format);
  for (const path of listFiles(paths, ({ path: where, reason }) => fail(where, reason))) {
    try {
      const bytes = readFile(path);
      // Lists that gouji batch wrote stand beside the submissions.
      if (await isBatchResult(bytes)) {
        process.stderr.write(`gouji: ${path}：${OWN_RESULT}\n`);
        continue;
      }
      const checked = await checkAs(path, bytes, policy);
      if (isNothing(checked)) {
        fail(path, NOTHING);
        continue;
      }
      const result = resultOf(checked);
      writer.add(result);
      if (status === 0 && result.findings.some(({ severity }) => severity === 'error')) status = 1;
    } catch (error) {
      fail(path, reasonOf(error));
    }
  }
  writer.end();
  return status;
}

/** Writes each document as it is done; json is one array, so that the output as a whole is JSON. */
class Writer {
  private count = 0;

  constructor(private readonly format: Format) {}

  add(document: JsonDocument): void {
    if (this.format === 'text') process.stdout.write(`${this.count > 0 ? '\n' : ''}${toText(document)}`);
    else if (this.format === 'ndjson') process.stdout.write(`${JSON.stringify(document)}\n`);
    else process.stdout.write(`${this.count > 0 ? ',\n' : '[\n'}${JSON.stringify(document, undefined, 2)}`);
    this.count += 1;
  }

  end(): void {
    if (this.format === 'json') process.stdout.write(this.count > 0 ? '\n]\n' : '[]\n');
  }
}
