import { placeText, resultOf, workbookOf } from '../index';
import { writeXlsx } from '../workbook';
import { PATIENCE_OPTION, patienceOf } from './bounds';
import { readFile, reasonOf } from './files';
import { checkAs, policyFrom, readRules, RULES_OPTION } from './rules';
import { say } from './say';
import { parseArgs, UsageError } from './usage';
import { watched } from './watch';
import { ensureWritable, OUTPUT_OPTIONS, outputOf, refuseInput, writeWhole } from './write';

/** The workbook, and what is said of it. */
interface Filled {
  readonly bytes: Uint8Array;
  readonly messages: readonly string[];
  readonly line: string;
  readonly errors: number;
}

/**
 * gouji fill PATH -o OUT.xlsx [--rules FILE] [--timeout SECONDS]: the template sheets filled and marked, with 核对结果
 * and 检查表.
 */
export async function fill(args: readonly string[]): Promise<number> {
  const { paths, options } = parseArgs(args, new Map([...OUTPUT_OPTIONS, RULES_OPTION, PATIENCE_OPTION]));
  const [path] = paths;
  if (path === undefined || paths.length > 1) throw new UsageError('fill 需要一个文件');
  const output = outputOf(options, 'fill', '.xlsx');
  const patience = patienceOf(options);
  const policy = policyFrom(readRules(options));
  refuseInput(output, path);
  let where = output;
  try {
    ensureWritable(output);
    where = path;
    const filled = await watched(path, patience, async () => filledFrom(await checkAs(path, readFile(path), policy)));
    if (!filled) {
      say(path, '没有识别到任何表格，也没有写明金额的正文，未写出工作簿');
      return 2;
    }
    where = output;
    writeWhole(output, filled.bytes);
    for (const message of filled.messages) say(path, message);
    process.stdout.write(`${output}：${filled.line}；错误 ${filled.errors} 处\n`);
    return filled.errors > 0 ? 1 : 0;
  } catch (error) {
    say(where, reasonOf(error));
    return 2;
  }
}

/** Undefined for a document with nothing to be filled in. */
async function filledFrom(checked: Awaited<ReturnType<typeof checkAs>>): Promise<Filled | undefined> {
  const { statements, narrative } = checked.disclosure;
  if (statements.length === 0 && !narrative?.figures.length) return undefined;
  const { tables, coverage, messages, findings } = resultOf(checked);
  return {
    bytes: await writeXlsx(workbookOf(checked)),
    messages: messages.map(({ text, source }) => `${text}${source ? `（${placeText(source)}）` : ''}`),
    line:
      statements.length > 0
        ? `填入 ${tables.length} 张表，${coverage.table.figures} 个数字`
        : '文件没有附表，只按正文填',
    errors: findings.filter(({ severity }) => severity === 'error').length,
  };
}
