import { DEFAULT_ROWS, templateOf } from '../compile/template';
import { FAMILIES } from '../families';
import type { Family } from '../model/form';
import { writeXlsx } from '../workbook';
import { reasonOf } from './files';
import { say } from './say';
import { parseArgs, UsageError } from './usage';
import { OUTPUT_OPTIONS, outputOf, writeWhole } from './write';

const KINDS = { budget: '预算', final: '决算' } as const;
const LEVELS: Readonly<Record<string, 'unit' | 'department'>> = {
  unit: 'unit',
  department: 'department',
  单位: 'unit',
  部门: 'department',
};
const LEAST_YEAR = 2000;
const LAST_YEAR = 2099;
const LEAST_ROWS = 5;
const MOST_ROWS = 500;

/** gouji template FAMILY -o OUT.xlsx: blank template sheets with live totals; --list names the families. */
export async function template(args: readonly string[]): Promise<number> {
  if (args.includes('--list')) {
    if (args.length > 1) throw new UsageError('template --list 不带其他参数');
    process.stdout.write(FAMILIES.map(line).join(''));
    return 0;
  }
  const known = new Map([
    ...OUTPUT_OPTIONS,
    ['--year', '年度'],
    ['--entity', '名称'],
    ['--level', '级次（unit 或 department）'],
    ['--rows', '行数'],
  ]);
  const { paths, options } = parseArgs(args, known);
  const [id] = paths;
  if (id === undefined || paths.length > 1)
    throw new UsageError(`template 需要一个模板代号：${ids()}（gouji template --list 列出名称）`);
  const family = FAMILIES.find((each) => each.id === id);
  if (!family) throw new UsageError(`没有模板 ${id}；有 ${ids()}`);
  const output = outputOf(options, 'template', '.xlsx');
  const plan = templateOf(family, {
    year: numberOption(options, '--year', '年度', LEAST_YEAR, LAST_YEAR) ?? null,
    entity: options.get('--entity') ?? '',
    level: levelOption(options.get('--level') ?? 'unit'),
    rows: numberOption(options, '--rows', '行数', LEAST_ROWS, MOST_ROWS) ?? DEFAULT_ROWS,
  });
  try {
    writeWhole(output, await writeXlsx(plan));
  } catch (error) {
    say(output, reasonOf(error));
    return 2;
  }
  const formulas = plan.sheets.reduce((count, sheet) => count + (sheet.formulas?.length ?? 0), 0);
  process.stdout.write(
    `${output}：${family.name}，${plan.sheets.length} 张空白表；灰底的 ${formulas} 格自动计算，其余填写\n`,
  );
  return 0;
}

function ids(): string {
  return FAMILIES.map(({ id }) => id).join('、');
}

/** Forms that a set always has: the others have a sheet only where a document prints them. */
function line({ id, name, kind, forms }: Family): string {
  return `${id}\t${name}\t${KINDS[kind]}\t${forms.filter(({ optional }) => !optional).length} 张表\n`;
}

function numberOption(
  options: ReadonlyMap<string, string>,
  option: string,
  name: string,
  least: number,
  most: number,
): number | undefined {
  const text = options.get(option);
  if (text === undefined) return undefined;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= most)) throw new UsageError(`${name}应为 ${least} 到 ${most} 的整数：${text}`);
  return value;
}

function levelOption(text: string): 'unit' | 'department' {
  const level = LEVELS[text];
  if (!level) throw new UsageError(`级次应为 unit（单位）或 department（部门）：${text}`);
  return level;
}
