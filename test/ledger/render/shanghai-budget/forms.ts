/*
 * Budget ledger → the nine forms of a 上海 部门预算, in 元, codes in three columns. 上海 prints no balances: what a ledger
 * carries over is this year's money here.
 */
import {
  all,
  both,
  codeTree,
  FISCAL_FUNDS,
  isBasic,
  isFiscal,
  isProject,
  officialCost,
  ofFund,
  operatingCost,
  sum,
  type CodeTree,
  type Entry,
  type Ledger,
  type Measure,
} from '../../budget/ledger';
import type { Official } from '../../economic-items';
import { ECONOMIC_CODES, economicCode } from '../../final/economic-codes';
import { isEmpty, line, totalLine, type Cell, type Line } from '../../print/look';
import { ordinal } from '../shanxi-budget/forms';

export interface ShanghaiGrid {
  readonly title: string;
  readonly unit: '元' | '万元';
  readonly head: readonly (readonly string[])[];
  readonly body: readonly Line[];
  readonly empty: boolean;
}

/** The ledger as 上海 sees it: all money is this year's. */
export function settled(ledger: Ledger): Ledger {
  return { ...ledger, entries: ledger.entries.map((entry) => ({ ...entry, vintage: 'current' as const })) };
}

/** 事业收入, 事业单位经营收入, 其他收入. */
export const OWN_INCOME: readonly Measure[] = [
  (entry) => entry.fund === 'special',
  (entry) => entry.fund === 'own' && entry.nature === 'project',
  (entry) => entry.fund === 'own' && entry.nature === 'basic',
];
const NATURES: readonly Measure[] = [all, isBasic, isProject];

/** All forms of a settled ledger. */
export function shanghaiForms(ledger: Ledger, totalLast: boolean): readonly ShanghaiGrid[] {
  const { year, entries } = ledger;
  const kind = ledger.level === 'department' ? '部门' : '单位';
  const title = (text: string): string => `${year}年${kind}${text}`;
  const natures = ['合计', '基本支出', '项目支出'];
  const byFund = (text: string, word: string, fund: (typeof FISCAL_FUNDS)[number]): ShanghaiGrid =>
    grid(title(text), codeHead(word, natures), codeRows(codeTree(entries.filter(ofFund(fund)), NATURES), totalLast));
  return [
    summary(ledger, title('财务收支预算总表')),
    grid(
      title('收入预算总表'),
      codeHead('收入预算', ['合计', '财政拨款收入', '事业收入', '事业单位经营收入', '其他收入']),
      codeRows(codeTree(entries, [all, isFiscal, ...OWN_INCOME]), totalLast),
    ),
    grid(title('支出预算总表'), codeHead('支出预算', natures), codeRows(codeTree(entries, NATURES), totalLast)),
    fiscal(ledger, title('财政拨款收支预算总表')),
    byFund('一般公共预算支出功能分类预算表', '一般公共预算支出', 'general'),
    byFund('政府性基金预算支出功能分类预算表', '政府性基金预算支出', 'govfund'),
    byFund('国有资本经营预算支出功能分类预算表', '国有资本经营预算支出', 'capital'),
    economic(ledger, title('一般公共预算基本支出部门预算经济分类预算表'), totalLast),
    officials(ledger, title('“三公”经费和机关运行经费预算表')),
  ];
}

function grid(
  title: string,
  head: readonly (readonly string[])[],
  body: readonly Line[],
  unit: '元' | '万元' = '元',
): ShanghaiGrid {
  return { title, unit, head, body, empty: isEmpty(body) };
}

function codeHead(word: string, columns: readonly string[]): string[][] {
  const blanks = columns.map(() => '');
  return [
    ['项目', '', '', '', word, ...blanks.slice(1)],
    ['功能分类科目编码', '', '', '', ...blanks],
    ['类', '款', '项', '功能分类科目名称', ...columns],
  ];
}

function codeRows(tree: CodeTree, last: boolean): Line[] {
  const rows = tree.rows.map(({ code, name, values }) =>
    line(code.slice(0, 3), code.slice(3, 5), code.slice(5), name, ...values),
  );
  const total = totalLine('合计', '', '', '', ...tree.total);
  return last ? [...rows, total] : [total, ...rows];
}

function classSides(entries: readonly Entry[], measures: readonly Measure[]): Cell[][] {
  return codeTree(entries, measures)
    .rows.filter(({ code }) => code.length === 3)
    .map(({ name, values }, position) => [`${ordinal(position + 1)}、${name}`, ...values]);
}

/** Sides of a balance, the shorter filled up with blanks, and the totals under them. */
function balance(left: readonly Cell[][], right: readonly Cell[][], width: number, totals: readonly Cell[]): Line[] {
  const height = Math.max(left.length, right.length);
  const blank = Array<string>(width).fill('');
  const rows = Array.from({ length: height }, (_, position) =>
    line(...(left[position] ?? ['', '']), ...(right[position] ?? blank)),
  );
  return [...rows, totalLine(...totals)];
}

function summary({ entries }: Ledger, title: string): ShanghaiGrid {
  const [service = 0, business = 0, other = 0] = OWN_INCOME.map((measure) => sum(entries, measure));
  const [general = 0, govfund = 0, capital = 0] = FISCAL_FUNDS.map((fund) => sum(entries, ofFund(fund)));
  const left: Cell[][] = [
    ['一、财政拨款收入', general + govfund + capital],
    ['1.一般公共预算资金', general],
    ['2.政府性基金', govfund],
    ['3.国有资本经营预算', capital],
    ['二、事业收入', service],
    ['三、事业单位经营收入', business],
    ['四、其他收入', other],
  ];
  const head = [
    ['本年收入', '', '本年支出', ''],
    ['项目', '预算数', '项目', '预算数'],
  ];
  const whole = sum(entries);
  return grid(title, head, balance(left, classSides(entries, [all]), 2, ['收入总计', whole, '支出总计', whole]));
}

function fiscal(ledger: Ledger, title: string): ShanghaiGrid {
  const entries = ledger.entries.filter(isFiscal);
  const [general = 0, govfund = 0, capital = 0] = FISCAL_FUNDS.map((fund) => sum(entries, ofFund(fund)));
  const left: Cell[][] = [
    ['一、一般公共预算资金', general],
    ['二、政府性基金', govfund],
    ['三、国有资本经营预算', capital],
  ];
  const head = [
    ['财政拨款收入', '', '财政拨款支出', '', '', '', ''],
    ['项目', '预算数', '项目', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'],
  ];
  const whole = sum(entries);
  const right = classSides(entries, [all, ...FISCAL_FUNDS.map(ofFund)]);
  return grid(title, head, balance(left, right, 5, ['收入总计', whole, '支出总计', whole, general, govfund, capital]));
}

function economic(ledger: Ledger, title: string, last: boolean): ShanghaiGrid {
  const basics = ledger.entries.filter(both(ofFund('general'), isBasic));
  const amounts = new Map<string, number>();
  let [staff, running] = [0, 0];
  for (const { economic: item, amount } of basics) {
    if (item === undefined) continue;
    const code = economicCode(item.group.name, item.name);
    for (const one of [code.slice(0, 3), code]) amounts.set(one, (amounts.get(one) ?? 0) + amount);
    if (item.group.staff) staff += amount;
    else running += amount;
  }
  const rows = ['301', '302', '303', '310'].flatMap((group) =>
    (ECONOMIC_CODES.get(group) ?? []).flatMap(({ code, name }): Line[] => {
      const amount = amounts.get(code) ?? 0;
      const isStaff = group === '301' || group === '303';
      return amount === 0 ? [] : [line(group, code.slice(3), name, amount, isStaff ? amount : 0, isStaff ? 0 : amount)];
    }),
  );
  const total = totalLine('合计', '', '', staff + running, staff, running);
  const head = [
    ['项目', '', '', '一般公共预算基本支出', '', ''],
    ['部门预算经济分类科目编码', '', '经济分类科目名称', '合计', '人员经费', '公用经费'],
    ['类', '款', '', '', '', ''],
  ];
  return grid(title, head, last ? [...rows, total] : [total, ...rows]);
}

function officials(ledger: Ledger, title: string): ShanghaiGrid {
  const cost = (...kinds: Official[]): number => kinds.reduce((amount, kind) => amount + officialCost(ledger, kind), 0);
  const head = [
    ['“三公”经费预算数', '', '', '', '', '', '机关运行经费预算数'],
    ['合计', '因公出国(境)费', '公务接待费', '公务用车购置及运行费', '', '', ''],
    ['', '', '', '小计', '购置费', '运行费', ''],
  ];
  return grid(
    title,
    head,
    [
      line(
        cost('abroad', 'reception', 'purchase', 'operation'),
        cost('abroad'),
        cost('reception'),
        cost('purchase', 'operation'),
        cost('purchase'),
        cost('operation'),
        operatingCost(ledger),
      ),
    ],
    '万元',
  );
}
