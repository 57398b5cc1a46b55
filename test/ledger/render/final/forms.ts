/*
 * Final account → forms as grids. One builder a form; what differs between families (codes in one column or three, line
 * numbers, words of the header) is data that the family gives.
 */
import { codeTree, OFFICIALS, type CodeTree } from '../../budget/ledger';
import type { Official } from '../../economic-items';
import { CLASSES } from '../../function-codes';
import {
  every,
  FISCAL,
  FINAL_VEHICLES,
  inPurse,
  isClosing,
  isDistributed,
  isFiscalFlow,
  isGeneralSpent,
  isIncome,
  isOpening,
  isReserve,
  isSpent,
  NATURES,
  ofNature,
  ofSource,
  officeCost,
  officialSpent,
  OWN_SOURCES,
  total,
  type FinalLedger,
  type Flow,
  type FlowMeasure,
} from '../../final/ledger';
import { isEmpty, line, totalLine, type Cell, type Line } from '../../print/look';
import { ordinal } from '../shanxi-budget/forms';

export interface FinalGrid {
  readonly head: readonly (readonly string[])[];
  readonly body: readonly Line[];
  readonly empty: boolean;
}

/** What the forms of a family have in common. */
export interface FinalLayout {
  /** 2080501, or 208 05 01. */
  readonly codes: 'joined' | 'split';
  /** 行次 beside the rows, 栏次 under the columns. */
  readonly numbered: boolean;
  readonly totalLast: boolean;
  readonly codeWords: readonly [code: string, name: string];
}

/** The 26 classes that final accounts list. */
export const FINAL_CLASSES = CLASSES.filter(([code]) => !['209', '227', '230', '233'].includes(code));

const grid = (head: readonly (readonly string[])[], body: readonly Line[]): FinalGrid => ({
  head,
  body,
  empty: isEmpty(body),
});
const any: FlowMeasure = () => true;

function classAmounts(flows: readonly Flow[], measures: readonly FlowMeasure[]): readonly (readonly number[])[] {
  const rows = new Map(codeTree(flows, measures).rows.map(({ code, values }) => [code, values]));
  const nothing = measures.map(() => 0);
  return FINAL_CLASSES.map(([code]) => rows.get(code) ?? nothing);
}

/** One side of a balance: label and amounts. */
type Side = readonly [label: string, ...amounts: Cell[]];

/** Two sides row by row, each row with its line number where the layout numbers them. */
function sides(
  left: readonly Side[],
  right: readonly Side[],
  leftWidth: number,
  rightWidth: number,
  numbered: boolean,
): Line[] {
  const height = Math.max(left.length, right.length);
  return Array.from({ length: height }, (_, position) => {
    const part = (side: Side | undefined, width: number, number: number): Cell[] => {
      const [label = '', ...amounts] = side ?? [''];
      const padded = [...amounts, ...Array<string>(width).fill('')].slice(0, width);
      return numbered ? [label, String(number), ...padded] : [label, ...padded];
    };
    const cells = [
      ...part(left[position], leftWidth, position + 1),
      ...part(right[position], rightWidth, height + position + 1),
    ];
    const label = left[position]?.[0] ?? '';
    return /合计$|总计$/.test(label) ? totalLine(...cells) : line(...cells);
  });
}

const INCOME_ROWS = [
  '一般公共预算财政拨款收入',
  '政府性基金预算财政拨款收入',
  '国有资本经营预算财政拨款收入',
  '上级补助收入',
  '事业收入',
  '经营收入',
  '附属单位上缴收入',
  '其他收入',
];

/** 收入支出决算总表. */
export function overall(ledger: FinalLedger, layout: FinalLayout, reserveWords: string): FinalGrid {
  const { flows } = ledger;
  const sum = (measure: FlowMeasure): number => total(ledger, measure);
  const classes = classAmounts(flows.filter(isSpent), [any]);
  const sources = [...FISCAL, ...OWN_SOURCES];
  const left: Side[] = [
    ...FINAL_CLASSES.map((_, position): Side => {
      const source = sources[position];
      return source === undefined
        ? ['']
        : [`${ordinal(position + 1)}、${INCOME_ROWS[position] ?? ''}`, sum(ofSource(source))];
    }),
    ['本年收入合计', sum(isIncome)],
    [reserveWords, sum(isReserve)],
    ['年初结转和结余', sum(isOpening)],
    ...(layout.numbered ? [[''] as const] : []),
    ['总计', sum(any)],
  ];
  const right: Side[] = [
    ...FINAL_CLASSES.map(([, name], position): Side => [
      `${ordinal(position + 1)}、${name}`,
      classes[position]?.[0] ?? 0,
    ]),
    ['本年支出合计', sum(isSpent)],
    ['结余分配', sum(isDistributed)],
    ['年末结转和结余', sum(isClosing)],
    ...(layout.numbered ? [[''] as const] : []),
    ['总计', sum(any)],
  ];
  const head = layout.numbered
    ? [
        ['收入', '', '', '支出', '', ''],
        ['项目', '行次', '金额', '项目', '行次', '金额'],
        ['栏次', '', '1', '栏次', '', '2'],
      ]
    : [
        ['收入', '', '支出', ''],
        ['项目', '决算数', '项目', '决算数'],
      ];
  return grid(head, sides(left, right, 1, 1, layout.numbered));
}

/** 财政拨款收入支出决算总表. */
export function fiscal(ledger: FinalLedger, layout: FinalLayout, amountWord: string, fundPrefix: boolean): FinalGrid {
  const flows = ledger.flows.filter(isFiscalFlow);
  const columns: readonly FlowMeasure[] = [any, ...FISCAL.map(inPurse)];
  const sum = (measure: FlowMeasure): number => total(ledger, every(isFiscalFlow, measure));
  const row = (measure: FlowMeasure): number[] => columns.map((column) => sum(every(measure, column)));
  const classes = classAmounts(flows.filter(isSpent), columns);
  const fundNames = ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'];
  const left: Side[] = [
    ...FINAL_CLASSES.map((_, position): Side => {
      const purse = FISCAL[position];
      return purse === undefined
        ? ['']
        : [`${ordinal(position + 1)}、${fundNames[position] ?? ''}`, sum(ofSource(purse))];
    }),
    ['本年收入合计', sum(isIncome)],
    ['年初财政拨款结转和结余', sum(isOpening)],
    ...FISCAL.map((purse, position): Side => [
      (fundPrefix ? `${ordinal(position + 1)}、` : '') + (fundNames[position] ?? ''),
      sum(every(isOpening, inPurse(purse))),
    ]),
    ['总计', sum(any)],
  ];
  const right: Side[] = [
    ...FINAL_CLASSES.map(([, name], position): Side => [
      `${ordinal(position + 1)}、${name}`,
      ...(classes[position] ?? []),
    ]),
    ['本年支出合计', ...row(isSpent)],
    ['年末财政拨款结转和结余', ...row(isClosing)],
    [''],
    [''],
    [''],
    ['总计', ...row(any)],
  ];
  const head = layout.numbered
    ? [
        ['收入', '', '', '支出', '', '', '', '', ''],
        ['项目', '行次', amountWord, '项目', '行次', '合计', ...fundNames],
        ['栏次', '', '1', '栏次', '', '2', '3', '4', '5'],
      ]
    : [
        ['收入', '', '支出', '', '', '', ''],
        ['项目', amountWord, '项目', '合计', ...fundNames],
      ];
  return grid(head, sides(left, right, 1, 4, layout.numbered));
}

/** Rows of a form by code, with its total. */
function codeRows(tree: CodeTree, layout: FinalLayout, totalLast = layout.totalLast): Line[] {
  const split = (code: string): string[] => [code.slice(0, 3), code.slice(3, 5), code.slice(5)];
  const rows = tree.rows.map(({ code, name, values }) =>
    line(...(layout.codes === 'split' ? split(code) : [code]), name, ...values),
  );
  const blanks = layout.codes === 'split' ? ['', '', ''] : [''];
  // Above split codes the total shares a row with the last header words.
  const heading = layout.codes === 'split' && !totalLast;
  const all = heading
    ? totalLine('类', '款', '项', '合计', ...tree.total)
    : totalLine('合计', ...blanks, ...tree.total);
  return totalLast ? [...rows, all] : [all, ...rows];
}

/** Header of a form by code: captions over 类 款 项, or over one column of codes, and 栏次 where columns are numbered. */
function codeHead(layout: FinalLayout, groups: readonly string[], columns: readonly string[]): string[][] {
  const [code, name] = layout.codeWords;
  if (layout.codes === 'split') {
    return [
      ['项目', '', '', '', ...groups],
      [code, '', '', name, ...columns],
      ...(layout.totalLast ? [['类', '款', '项', '', ...columns.map(() => '')]] : []),
    ];
  }
  return [
    ['项目', '', ...groups],
    [code, name, ...columns],
    ...(layout.numbered ? [['栏次', '', ...columns.map((_, position) => String(position + 1))]] : []),
  ];
}

function byCode(
  ledger: FinalLedger,
  layout: FinalLayout,
  wanted: FlowMeasure,
  measures: readonly FlowMeasure[],
  words: readonly string[],
  above?: readonly string[],
): FinalGrid {
  const tree = codeTree(ledger.flows.filter(wanted), measures);
  // Words that span both header rows stand in the first.
  const head =
    above === undefined
      ? codeHead(
          layout,
          words,
          words.map(() => ''),
        )
      : codeHead(layout, above, words);
  return grid(head, codeRows(tree, layout));
}

/** 收入决算表. */
export function income(ledger: FinalLedger, layout: FinalLayout): FinalGrid {
  const words = [
    '本年收入合计',
    '财政拨款收入',
    '上级补助收入',
    '事业收入',
    '经营收入',
    '附属单位上缴收入',
    '其他收入',
  ];
  return byCode(ledger, layout, isIncome, [any, isFiscalFlow, ...OWN_SOURCES.map(ofSource)], words);
}

/** 支出决算表. */
export function expenditure(ledger: FinalLedger, layout: FinalLayout): FinalGrid {
  const words = ['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'];
  return byCode(ledger, layout, isSpent, [any, ...NATURES.map(ofNature)], words);
}

/** 一般公共预算, or 国有资本经营预算, by code and nature. */
export function byNature(ledger: FinalLedger, layout: FinalLayout, wanted: FlowMeasure, word: string): FinalGrid {
  return byCode(
    ledger,
    layout,
    wanted,
    [any, ofNature('basic'), ofNature('project')],
    [word, '基本支出', '项目支出'],
    ['本年支出', '', ''],
  );
}

export const general = (ledger: FinalLedger, layout: FinalLayout): FinalGrid =>
  byNature(ledger, layout, isGeneralSpent, layout.codes === 'split' ? '合计' : '小计');

/** A fund with its balances at both ends of the year. */
export function balances(ledger: FinalLedger, layout: FinalLayout, purse: 'govfund' | 'capital'): FinalGrid {
  const spent = (measure: FlowMeasure): FlowMeasure => every(isSpent, measure);
  const measures = [isOpening, isIncome, isSpent, spent(ofNature('basic')), spent(ofNature('project')), isClosing];
  const tree = codeTree(ledger.flows.filter(inPurse(purse)), measures);
  const above = ['年初结转和结余', '本年收入', '本年支出', '', '', '年末结转和结余'];
  return grid(codeHead(layout, above, ['', '', '小计', '基本支出', '项目支出', '']), codeRows(tree, layout));
}

/** Budget and actual of the three-public spending: six and six columns in one row, or pair by pair. */
export function officials(ledger: FinalLedger, order: 'blocks' | 'pairs'): FinalGrid {
  const plan = (...kinds: Official[]): number => kinds.reduce((amount, kind) => amount + ledger.officialPlan[kind], 0);
  const actual = (...kinds: Official[]): number => officialSpent(ledger, ...kinds);
  const columns: readonly Official[][] = [
    [...OFFICIALS],
    ['abroad'],
    ['purchase', 'operation'],
    ['purchase'],
    ['operation'],
    ['reception'],
  ];
  if (order === 'blocks') {
    const block = ['合计', '因公出国（境）费', '公务用车购置及运行维护费', '', '', '公务接待费'];
    const under = ['', '', '小计', '公务用车购置费', '公务用车运行维护费', ''];
    return grid(
      [
        ['预算数', '', '', '', '', '', '决算数', '', '', '', '', ''],
        [...block, ...block],
        [...under, ...under],
        Array.from({ length: 12 }, (_, position) => String(position + 1)),
      ],
      [line(...columns.map((kinds) => plan(...kinds)), ...columns.map((kinds) => actual(...kinds)))],
    );
  }
  return grid(
    [
      ['合计', '', '因公出国（境）费', '', '公务用车购置及运行费', '', '', '', '', '', '公务接待费', ''],
      ['', '', '', '', '小计', '', '公务用车购置费', '', '公务用车运行费', '', '', ''],
      Array.from({ length: 12 }, (_, position) => (position % 2 === 0 ? '预算数' : '决算数')),
    ],
    [line(...columns.flatMap((kinds) => [plan(...kinds), actual(...kinds)]))],
  );
}

/** 部门决算公开相关信息统计表. */
export function statistics(ledger: FinalLedger): FinalGrid {
  const { goods, works, services, vehicles, equipment } = ledger.statistics;
  const office = officeCost(ledger);
  const cars = vehicles.reduce((count, some) => count + some, 0);
  const rows: readonly (readonly [label: string, figure: Cell])[] = [
    ['合计', goods + works + services],
    ['货物', goods],
    ['工程', works],
    ['服务', services],
    ['（一）行政单位', office],
    ['（二）参照公务员法管理事业单位', 0],
    ['（一）车辆数合计（辆）', { count: cars }],
    ...FINAL_VEHICLES.map((name, kind) => [`${kind + 1}.${name}`, { count: vehicles[kind] ?? 0 }] as const),
    ['（二）单价100万元（含）以上设备（不含车辆）', { count: equipment }],
  ];
  const numbered = rows.map(([label, figure], position) => line(label, String(position + 1), figure));
  // Three lists under headings of their own: no header of the whole form that a new page could repeat.
  return grid(
    [],
    [
      line('一、政府采购情况', '', ''),
      line('项目', '行次', '统计数'),
      ...numbered.slice(0, 4),
      line('二、机关运行经费', '', ''),
      line('项目', '', '统计数'),
      ...numbered.slice(4, 6),
      line('三、国有资产占用情况', '', ''),
      ...numbered.slice(6),
    ],
  );
}
