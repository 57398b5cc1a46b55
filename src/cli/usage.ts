/** The call is off; the message says how, on one line. Exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const USAGE = `勾稽：预算、决算公开的填表与核对

用法：
  gouji check 文件或文件夹… [--format text|json|ndjson] [--rules 规则文件.json]
                                                          核对，结果写到标准输出；规则文件停用规则、改级别
  gouji fill 文件 -o 输出.xlsx [--rules 规则文件.json]    填入模板表并标记，附核对结果、检查表
  gouji narrate 文件 [-o 输出.docx|输出.txt]              按表写说明文字，不知道的留空待填
  gouji batch 文件或文件夹… -o 输出.xlsx [--jobs N] [--rules 规则文件.json] [--journal 进度.ndjson] [--resume]
                                                          核对许多份，写出汇总和问题清单；--resume 接着上次中断的做
  gouji batch --from 清单.txt -o 输出.xlsx                要核对的文件列在清单里，每行一个；- 为标准输入
  gouji batch --merge 进度.ndjson… -o 输出.xlsx           把几次核对合成一本工作簿
  gouji template 模板代号 -o 输出.xlsx [--year 年度] [--entity 名称] [--level unit|department] [--rows 行数]
                                                          空白模板表，合计自动计算；--list 列出模板

check、fill、narrate、batch 都可以加 --timeout 秒数：一个文件最多核对多久（默认 60 秒），超过的放弃，不影响其他文件
可读：.txt .md .csv .html .htm（UTF-8、UTF-16 或 GB18030）、.docx、.xlsx、.xls、.pdf
退出码：0 没有错误；1 有错误；2 有文件无法读取或用法不对
`;

export interface ParsedArgs {
  readonly paths: readonly string[];
  readonly options: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
}

/**
 * Takes a command's arguments apart.
 * @param known option names (with dashes) and what the value of each is called in messages
 * @param knownFlags options that take no value
 * @throws UsageError for an unknown option or one without its value
 */
export function parseArgs(
  args: readonly string[],
  known: ReadonlyMap<string, string>,
  knownFlags: ReadonlySet<string> = new Set(),
): ParsedArgs {
  const paths: string[] = [];
  const options = new Map<string, string>();
  const flags = new Set<string>();
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at]!;
    if (arg === '--') {
      paths.push(...args.slice(at + 1));
      break;
    }
    if (!arg.startsWith('-') || arg === '-') {
      paths.push(arg);
      continue;
    }
    if (knownFlags.has(arg)) {
      flags.add(arg);
      continue;
    }
    const [name = '', attached] = arg.split(/=(.*)/s, 2);
    if (!known.has(name)) throw new UsageError(`不认识的选项 ${name}`);
    const value = attached ?? args[(at += 1)];
    if (value === undefined || value === '') throw new UsageError(`选项 ${name} 缺少${known.get(name)!}`);
    options.set(name, value);
  }
  return { paths, options, flags };
}
