import { extname } from 'node:path';
import { explain, type Explanation, toDocx, toPlainText } from '../compile/narrative';
import { checkFile, type Checked, type JsonFinding, placeText, resultOf } from '../index';
import { PATIENCE_OPTION, patienceOf } from './bounds';
import { loadCMap } from './cmaps';
import { readFile, reasonOf } from './files';
import { say } from './say';
import { parseArgs, UsageError } from './usage';
import { watched } from './watch';
import { ensureWritable, OUTPUT_OPTIONS, refuseInput, writeWhole } from './write';

const WRITERS: Readonly<Record<string, (explanation: Explanation) => Promise<Uint8Array> | Uint8Array>> = {
  '.docx': toDocx,
  '.txt': (explanation) => new TextEncoder().encode(toPlainText(explanation)),
};
const NO_TABLES = '没有识别到写有金额的表格，写不出说明';
/** Contradictions of the tables that are told one by one. */
const MOST_TOLD = 3;

/** The explanation, or why there is none, and what is said of it. */
interface Narrated {
  readonly said: readonly string[];
  readonly errors: number;
  readonly blanks: number;
  /** What is written. Absent where the tables hold no amount. */
  readonly content?: Uint8Array | string;
}

/**
 * gouji narrate PATH [-o OUT.docx|OUT.txt] [--timeout SECONDS]: the explanation of the tables; without -o on standard
 * output.
 */
export async function narrate(args: readonly string[]): Promise<number> {
  const { paths, options } = parseArgs(args, new Map([...OUTPUT_OPTIONS, PATIENCE_OPTION]));
  const [path] = paths;
  if (path === undefined || paths.length > 1) throw new UsageError('narrate 需要一个文件');
  const output = options.get('-o') ?? options.get('--output');
  const write = output === undefined ? undefined : WRITERS[extname(output).toLowerCase()];
  if (output !== undefined && !write) throw new UsageError(`输出文件名应以 .docx 或 .txt 结尾：${output}`);
  const patience = patienceOf(options);
  if (output !== undefined) refuseInput(output, path);
  let where = output ?? path;
  try {
    if (output !== undefined) ensureWritable(output);
    where = path;
    const { said, errors, blanks, content } = await watched(path, patience, async () =>
      narrated(await checkFile(path, readFile(path), loadCMap), write ?? toPlainText),
    );
    for (const text of said) say(path, text);
    if (content === undefined) return 2;
    if (typeof content === 'string') process.stdout.write(content);
    else {
      where = output!;
      writeWhole(where, content);
      process.stdout.write(`${where}：${blanks} 处待填\n`);
    }
    return errors > 0 ? 1 : 0;
  } catch (error) {
    say(where, reasonOf(error));
    return 2;
  }
}

async function narrated(
  checked: Checked,
  write: (explanation: Explanation) => Promise<Uint8Array> | Uint8Array | string,
): Promise<Narrated> {
  const { facts, profile } = checked.disclosure;
  if (!facts.some(({ amount }) => !amount.value.isZero())) return { said: [NO_TABLES], errors: 0, blanks: 0 };
  const explanation = explain(checked.disclosure);
  const errors = resultOf(checked).findings.filter(isOfTables);
  const said = [
    ...(checked.sets > 1 ? [`文件里有 ${checked.sets} 个单位的表，只写“${profile.entity}”的说明`] : []),
    ...(errors.length > 0 ? [`表内有 ${errors.length} 处错误，说明按表上的数字写，请改正后重写`] : []),
    ...errors
      .slice(0, MOST_TOLD)
      .map(({ message, suspects }) => `${message}${suspects[0] ? `（${placeText(suspects[0].source)}）` : ''}`),
  ];
  return { said, errors: errors.length, blanks: explanation.blanks, content: await write(explanation) };
}

/** A contradiction between figures of the tables; what an explanation in the file says of them is not taken over. */
function isOfTables({ severity, refs }: JsonFinding): boolean {
  return (
    severity === 'error' && refs.some(({ place }) => place === 'table') && refs.every(({ place }) => place === 'table')
  );
}
