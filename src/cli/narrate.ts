import { extname } from 'node:path';
import { explain, type Explanation, toDocx, toPlainText } from '../compile/narrative';
import { checkFile, type JsonFinding, placeText, resultOf } from '../index';
import { loadCMap } from './cmaps';
import { readFile, reasonOf } from './files';
import { parseArgs, UsageError } from './usage';
import { OUTPUT_OPTIONS, writeWhole } from './write';

const WRITERS: Readonly<Record<string, (explanation: Explanation) => Promise<Uint8Array> | Uint8Array>> = {
  '.docx': toDocx,
  '.txt': (explanation) => new TextEncoder().encode(toPlainText(explanation)),
};
const NO_TABLES = '没有识别到写有金额的表格，写不出说明';
/** Contradictions of the tables that are told one by one. */
const MOST_TOLD = 3;

/** gouji narrate PATH [-o OUT.docx|OUT.txt]: the explanation of the tables; without -o on standard output. */
export async function narrate(args: readonly string[]): Promise<number> {
  const { paths, options } = parseArgs(args, new Map(OUTPUT_OPTIONS));
  const [path] = paths;
  if (path === undefined || paths.length > 1) throw new UsageError('narrate 需要一个文件');
  const output = options.get('-o') ?? options.get('--output');
  const write = output === undefined ? undefined : WRITERS[extname(output).toLowerCase()];
  if (output !== undefined && !write) throw new UsageError(`输出文件名应以 .docx 或 .txt 结尾：${output}`);
  let where = path;
  const say = (text: string): void => void process.stderr.write(`gouji: ${where}：${text}\n`);
  try {
    const checked = await checkFile(path, readFile(path), loadCMap);
    const { facts, profile } = checked.disclosure;
    if (!facts.some(({ amount }) => !amount.value.isZero())) {
      say(NO_TABLES);
      return 2;
    }
    const explanation = explain(checked.disclosure);
    if (checked.sets > 1) say(`文件里有 ${checked.sets} 个单位的表，只写“${profile.entity}”的说明`);
    const errors = resultOf(checked).findings.filter(isOfTables);
    if (errors.length > 0) say(`表内有 ${errors.length} 处错误，说明按表上的数字写，请改正后重写`);
    for (const { message, suspects } of errors.slice(0, MOST_TOLD))
      say(`${message}${suspects[0] ? `（${placeText(suspects[0].source)}）` : ''}`);
    if (write && output !== undefined) {
      where = output;
      writeWhole(output, await write(explanation));
      process.stdout.write(`${output}：${explanation.blanks} 处待填\n`);
    } else process.stdout.write(toPlainText(explanation));
    return errors.length > 0 ? 1 : 0;
  } catch (error) {
    say(reasonOf(error));
    return 2;
  }
}

/** A contradiction between figures of the tables; what an explanation in the file says of them is not taken over. */
function isOfTables({ severity, refs }: JsonFinding): boolean {
  return (
    severity === 'error' && refs.some(({ place }) => place === 'table') && refs.every(({ place }) => place === 'table')
  );
}
