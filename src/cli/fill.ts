import { placeText, resultOf, workbookOf } from '../index';
import { writeXlsx } from '../workbook';
import { readFile, reasonOf } from './files';
import { checkAs, policyOf, RULES_OPTION } from './rules';
import { parseArgs, UsageError } from './usage';
import { OUTPUT_OPTIONS, outputOf, writeWhole } from './write';

/** gouji fill PATH -o OUT.xlsx [--rules FILE]: the template sheets filled and marked, with 核对结果 and 检查表. */
export async function fill(args: readonly string[]): Promise<number> {
  const { paths, options } = parseArgs(args, new Map([...OUTPUT_OPTIONS, RULES_OPTION]));
  const [path] = paths;
  if (path === undefined || paths.length > 1) throw new UsageError('fill 需要一个文件');
  const output = outputOf(options, 'fill', '.xlsx');
  const policy = policyOf(options);
  let where = path;
  try {
    const checked = await checkAs(path, readFile(path), policy);
    const result = resultOf(checked);
    const { statements, narrative } = checked.disclosure;
    if (statements.length === 0 && !narrative?.figures.length)
      return refuse(path, '没有识别到任何表格，也没有写明金额的正文，未写出工作簿');
    where = output;
    writeWhole(output, await writeXlsx(workbookOf(checked)));
    for (const { text, source } of result.messages)
      process.stderr.write(`gouji: ${path}：${text}${source ? `（${placeText(source)}）` : ''}\n`);
    const errors = result.findings.filter(({ severity }) => severity === 'error').length;
    const filled =
      statements.length > 0
        ? `填入 ${result.tables.length} 张表，${result.coverage.table.figures} 个数字`
        : '文件没有附表，只按正文填';
    process.stdout.write(`${output}：${filled}；错误 ${errors} 处\n`);
    return errors > 0 ? 1 : 0;
  } catch (error) {
    return refuse(where, reasonOf(error));
  }
}

function refuse(path: string, reason: string): number {
  process.stderr.write(`gouji: ${path}：${reason}\n`);
  return 2;
}
