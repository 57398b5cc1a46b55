/*
 * Ledger → the 13 forms of a 山西 预算公开 as grids: header rows as they stand in print, body rows of texts and amounts.
 * Layout choices move or add rows and header cells; no choice changes a figure or what its row and column mean.
 */
import { isEmpty, line, totalLine, type Cell, type Line } from '../../print/look';
import { ECONOMIC_GROUPS, ECONOMIC_ITEMS } from '../../economic-items';
import { CLASSES, revenueCode } from '../../function-codes';
import {
  all,
  both,
  codeTree,
  FISCAL_FUNDS,
  FUNDS,
  isBasic,
  isCarried,
  isCurrent,
  isFiscal,
  isGeneralCurrent,
  isProject,
  officialCost,
  ofFund,
  operatingCost,
  sum,
} from '../../budget/ledger';
import type { CodeTree, Entry, Fund, Ledger, Measure } from '../../budget/ledger';

/** Canonical sheet names in the order of the set. */
export const SHEETS = [
  '预算收支总表',
  '预算收入总表',
  '预算支出总表',
  '财政拨款收支总表',
  '一般公共预算支出预算表（不含上年结转）',
  '一般公共预算安排基本支出分经济科目表（不含上年结转）',
  '政府性基金预算收入表',
  '政府性基金预算支出表',
  '国有资本经营预算收支预算表',
  '“三公”经费支出预算表',
  '机关运行经费预算财政拨款情况统计表',
  '项目支出预算表（本年预算）',
  '项目支出预算表（上年结转）',
] as const;
export type Sheet = (typeof SHEETS)[number];

export interface Grid {
  readonly sheet: Sheet;
  readonly head: readonly (readonly string[])[];
  readonly body: readonly Line[];
  /** No amount but zero stands in it. */
  readonly empty: boolean;
}

export interface Layout {
  /** 合计 under the codes instead of above them. */
  readonly totalLast: boolean;
  /** A 合计 row in a unit's flat list of projects. */
  readonly flatTotal: boolean;
  /** Income sides of fund forms by revenue item (103…) instead of expenditure code. */
  readonly revenueCodes: boolean;
  /** An empty 国有资本经营 form that still lists all codes of the general budget. */
  readonly capitalZeroRows: boolean;
  /** 1 2 3 … under the header of the project forms. */
  readonly numbering: boolean;
  /** 预算收入总表: 上年结转 and the blank beside 单位资金 have changed places. */
  readonly shiftedHeader: boolean;
}

export const PLAIN_LAYOUT: Layout = {
  totalLast: false,
  flatTotal: false,
  revenueCodes: false,
  capitalZeroRows: false,
  numbering: true,
  shiftedHeader: false,
};

const FUND_ROWS: Readonly<Record<Fund, string>> = {
  general: '一、一般公共预算',
  govfund: '二、政府性基金预算',
  capital: '三、国有资本经营预算',
  special: '四、财政专户管理资金',
  own: '五、单位资金',
};
const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const NATURES: readonly Measure[] = [all, isBasic, isProject];
const FISCAL_MEASURES: readonly Measure[] = [isFiscal, ...FISCAL_FUNDS.map(ofFund)];
const FISCAL_HEADS = ['一般公共预算', '政府性基金预算', '国有资本经营预算'];

/** 1 … 99 as 一 … 九十九. */
export function ordinal(position: number): string {
  const tens = Math.floor(position / 10);
  return (tens > 1 ? (DIGITS[tens] ?? '') : '') + (tens > 0 ? '十' : '') + (DIGITS[position % 10] ?? '');
}

/** All forms of a ledger, in the order of SHEETS. */
export function forms(ledger: Ledger, layout: Layout = PLAIN_LAYOUT): readonly Grid[] {
  return [
    summary(ledger),
    income(ledger, layout),
    expenditure(SHEETS[2], ledger, ledger.entries, layout),
    fiscal(ledger),
    expenditure(SHEETS[4], ledger, ledger.entries.filter(isGeneralCurrent), layout),
    economic(ledger, layout),
    fundIncome(ledger, layout),
    fundExpenditure(ledger, layout),
    capital(ledger, layout),
    officials(ledger),
    operating(ledger),
    projects(SHEETS[11], ledger, isCurrent, FUNDS, layout),
    projects(SHEETS[12], ledger, both(isCarried, isFiscal), FISCAL_FUNDS, layout),
  ];
}

function grid(sheet: Sheet, head: readonly (readonly string[])[], body: readonly Line[]): Grid {
  return { sheet, head, body, empty: isEmpty(body) };
}

/** A total above or below the rows it sums. */
function withTotal(total: Line, rows: readonly Line[], last: boolean): readonly Line[] {
  return last ? [...rows, total] : [total, ...rows];
}

function codeLines(tree: CodeTree, layout: Layout): readonly Line[] {
  const rows = tree.rows.map(({ code, name, values }) => line(code, name, ...values));
  return withTotal(totalLine('合计', '', ...tree.total), rows, layout.totalLast);
}

/** Sums of the 30 class rows, one list of columns a class. */
function classValues(entries: readonly Entry[], measures: readonly Measure[]): readonly (readonly number[])[] {
  const rows = new Map(codeTree(entries, measures).rows.map(({ code, values }) => [code, values]));
  const nothing = measures.map(() => 0);
  return CLASSES.map(([code]) => rows.get(code) ?? nothing);
}

function summary(ledger: Ledger): Grid {
  const { entries, year } = ledger;
  const measures = [all, isCurrent, isCarried];
  const byClass = classValues(entries, measures);
  const totals = measures.map((measure) => sum(entries, measure));
  const [grand = 0, current = 0, carried = 0] = totals;
  const rows = CLASSES.map(([, name], position): Line => {
    const fund = FUNDS[position];
    const left: readonly Cell[] =
      fund === undefined ? ['', ''] : [FUND_ROWS[fund], sum(entries, both(ofFund(fund), isCurrent))];
    return line(...left, `${ordinal(position + 1)}、${name}`, ...(byClass[position] ?? []));
  });
  return grid(
    SHEETS[0],
    [
      ['收入', '', '支出', '', '', ''],
      ['项目', `${year}年`, '项目', `${year}年合计`, '当年预算安排', '上年结转安排'],
    ],
    [
      ...rows,
      totalLine('本年收入合计', current, '本年支出合计', ...totals),
      line('上年结转', carried, '年终结转', 0, 0, 0),
      totalLine('收入总计', grand, '支出总计', ...totals),
    ],
  );
}

function income(ledger: Ledger, layout: Layout): Grid {
  const measures = [isCurrent, ...FUNDS.map((fund) => both(ofFund(fund), isCurrent)), isCarried];
  const names = ['科目编码', '科目名称', '合计', '一般公共预算', '政府性基金', '国有资本经营预算', '财政专户管理资金'];
  const head = layout.shiftedHeader
    ? [
        ['项目', '', '本年收入', '', '', '', '', '上年结转', '', ''],
        [...names, '', '单位资金'],
      ]
    : [
        ['项目', '', '本年收入', '', '', '', '', '', '上年结转'],
        [...names, '单位资金', ''],
      ];
  return grid(SHEETS[1], head, codeLines(codeTree(ledger.entries, measures), layout));
}

function expenditure(sheet: Sheet, ledger: Ledger, entries: readonly Entry[], layout: Layout): Grid {
  const head = [
    ['项目', '', `${ledger.year}年预算数`, '', ''],
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
  ];
  return grid(sheet, head, codeLines(codeTree(entries, NATURES), layout));
}

function fiscal(ledger: Ledger): Grid {
  const entries = ledger.entries.filter(isFiscal);
  const byClass = classValues(entries, FISCAL_MEASURES);
  const totals = FISCAL_MEASURES.map((measure) => sum(entries, measure));
  const carried = (fund: Fund): number => sum(entries, both(ofFund(fund), isCarried));
  const blank = ['', '', '', '', ''];
  const rows = CLASSES.map(([, name], position): Line => {
    const fund = FISCAL_FUNDS[position];
    const left: readonly Cell[] =
      fund === undefined ? ['', ''] : [FUND_ROWS[fund], sum(entries, both(ofFund(fund), isCurrent))];
    return line(...left, `${ordinal(position + 1)}、${name}`, ...(byClass[position] ?? []));
  });
  const head = [
    ['收入', '', '支出', '', '', '', ''],
    ['项目', '金额', '项目', '金额', '', '', ''],
    ['', '', '', '小计', ...FISCAL_HEADS],
  ];
  return grid(SHEETS[3], head, [
    ...rows,
    totalLine('本年收入合计', sum(entries, isCurrent), '本年支出合计', ...totals),
    line('上年财政拨款结转', sum(entries, isCarried), '年终结转', 0, 0, 0, 0),
    ...FISCAL_FUNDS.map((fund) => line(FUND_ROWS[fund], carried(fund), ...blank)),
    totalLine('收入总计', sum(entries), '支出总计', ...totals),
  ]);
}

function economic(ledger: Ledger, layout: Layout): Grid {
  const entries = ledger.entries.filter(both(isGeneralCurrent, isBasic));
  const staffed = (some: readonly Entry[]): readonly number[] => {
    const staff = sum(some, (entry) => entry.economic?.group.staff === true);
    return [sum(some), staff, sum(some) - staff];
  };
  const rows = ECONOMIC_GROUPS.flatMap((group): Line[] => {
    const spent = entries.filter((entry) => entry.economic?.group === group);
    if (spent.length === 0) return [];
    const pairs = ECONOMIC_ITEMS.filter((item) => item.group === group).flatMap((item) => {
      const [office, institution] = [true, false].map((kind) =>
        spent.filter((entry) => entry.economic === item && ledger.units[entry.unit]?.office === kind),
      ) as [Entry[], Entry[]];
      return item.office === item.institution
        ? [{ item, government: item.office, some: [...office, ...institution] }]
        : [
            { item, government: item.office, some: office },
            { item, government: item.institution, some: institution },
          ];
    });
    return [
      line(group.name, '', ...staffed(spent)),
      ...pairs
        .filter(({ some }) => some.length > 0)
        .map(({ item, government, some }) => line(item.name, government, ...staffed(some))),
    ];
  });
  const head = [
    ['部门预算支出经济科目名称', '政府预算支出经济科目名称', `${ledger.year}年预算数`, '', ''],
    ['', '', '合计', '人员经费', '公用经费'],
  ];
  return grid(SHEETS[5], head, withTotal(totalLine('合计', '', ...staffed(entries)), rows, layout.totalLast));
}

/** The code that an income side lists an entry under. */
function incomeCode(layout: Layout): (entry: Entry) => string {
  return layout.revenueCodes ? (entry) => revenueCode(entry.code) : (entry) => entry.code;
}

function fundIncome(ledger: Ledger, layout: Layout): Grid {
  const entries = ledger.entries.filter(both(ofFund('govfund'), isCurrent));
  const head = [
    ['项目', '', '政府性基金收入预算'],
    ['收入科目编码', '科目名称', ''],
  ];
  return grid(SHEETS[6], head, codeLines(codeTree(entries, [all], incomeCode(layout)), layout));
}

function fundExpenditure(ledger: Ledger, layout: Layout): Grid {
  const entries = ledger.entries.filter(both(ofFund('govfund'), isCurrent));
  return grid(
    SHEETS[7],
    [['科目编码', '科目名称', '合计', '基本支出', '项目支出']],
    codeLines(codeTree(entries, NATURES), layout),
  );
}

function capital(ledger: Ledger, layout: Layout): Grid {
  const entries = ledger.entries.filter(both(ofFund('capital'), isCurrent));
  const listed = entries.length === 0 && layout.capitalZeroRows ? ledger.entries.filter(isGeneralCurrent) : entries;
  const nothing: Measure = () => false;
  const measures = listed === entries ? NATURES : NATURES.map(() => nothing);
  const right = codeTree(listed, measures);
  const left = codeTree(listed, measures.slice(0, 1), listed === entries ? incomeCode(layout) : undefined);
  const rows = Array.from({ length: Math.max(left.rows.length, right.rows.length) }, (_, position): Line => {
    const [gain, spent] = [left.rows[position], right.rows[position]];
    return line(
      ...(gain === undefined ? ['', '', ''] : [gain.code, gain.name, ...gain.values]),
      ...(spent === undefined ? ['', '', '', '', ''] : [spent.code, spent.name, ...spent.values]),
    );
  });
  const head = [
    ['国有资本经营预算收入', '', '', '国有资本经营预算支出', '', '', '', ''],
    ['项目', '', '国有资本经营收入预算', '科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['收入科目编码', '科目名称', '', '', '', '', '', ''],
  ];
  return grid(
    SHEETS[8],
    head,
    withTotal(totalLine('合计', '', ...left.total, '', '', ...right.total), rows, layout.totalLast),
  );
}

function officials(ledger: Ledger): Grid {
  const cost = (kinds: readonly ('abroad' | 'reception' | 'purchase' | 'operation')[]): readonly number[] =>
    [undefined, ...FISCAL_FUNDS].map((fund) =>
      kinds.reduce((amount, kind) => amount + officialCost(ledger, kind, fund), 0),
    );
  const head = [
    ['项目', `${ledger.year}年预算数`, '', '', ''],
    ['', '合计', ...FISCAL_HEADS],
  ];
  return grid(SHEETS[9], head, [
    line('因公出国（境）费', ...cost(['abroad'])),
    line('公务接待费', ...cost(['reception'])),
    line('公务用车购置及运行费', ...cost(['purchase', 'operation'])),
    line('①公务用车购置费', ...cost(['purchase'])),
    line('②公务用车运行维护费', ...cost(['operation'])),
    totalLine('合计', ...cost(['abroad', 'reception', 'purchase', 'operation'])),
  ]);
}

function operating(ledger: Ledger): Grid {
  const rows = ledger.units.flatMap((unit, position): Line[] => {
    const cost = operatingCost(ledger, position);
    return cost === 0 ? [] : [line(unit.name, cost, cost, 0, 0)];
  });
  const cost = operatingCost(ledger);
  const head = [
    ['单位名称', `${ledger.year}预算数`, '', '', ''],
    ['', '合计', ...FISCAL_HEADS],
  ];
  return grid(SHEETS[10], head, [totalLine('部门合计', cost, cost, 0, 0), ...rows]);
}

function projects(sheet: Sheet, ledger: Ledger, money: Measure, funds: readonly Fund[], layout: Layout): Grid {
  const entries = ledger.entries.filter(both(isProject, money));
  const measures = [all, ...funds.map(ofFund)];
  const values = (some: readonly Entry[]): readonly number[] => measures.map((measure) => sum(some, measure));
  const projectLines = (unit: number): Line[] =>
    ledger.projects.flatMap((project, position): Line[] => {
      if (project.unit !== unit) return [];
      const spent = entries.filter((entry) => entry.project === position);
      return spent.length === 0 ? [] : [line(project.name, ...values(spent))];
    });
  const body: Line[] = [];
  if (ledger.level === 'unit') {
    const rows = projectLines(0);
    const total = totalLine('合计', ...values(entries));
    body.push(...(layout.flatTotal && rows.length > 0 ? withTotal(total, rows, layout.totalLast) : rows));
  } else if (entries.length > 0) {
    body.push(totalLine(ledger.entity, ...values(entries)));
    ledger.units.forEach((unit, position) => {
      const spent = entries.filter((entry) => entry.unit === position);
      if (spent.length > 0) body.push(line(unit.name, ...values(spent)), ...projectLines(position));
    });
  }
  const others = funds.length > FISCAL_FUNDS.length ? ['财政专户管理资金', '单位资金'] : [];
  const head = [
    ['项目名称', '合计', `${ledger.year}年财政拨款`, '', '', ...others],
    ['', '', ...FISCAL_HEADS, ...others.map(() => '')],
    ...(layout.numbering ? [['', '', ...funds].map((_, position) => String(position + 1))] : []),
  ];
  return grid(sheet, head, body);
}
