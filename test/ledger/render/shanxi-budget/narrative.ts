/*
 * The explanation (第三部分): every section in several wordings, every amount a sum over the ledger's entries.
 */
import type { Blemishes } from './blemishes';
import { CLASSES } from '../../function-codes';
import {
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
} from '../../budget/ledger';
import { all, OFFICIALS, officialCost, ofFund, operatingCost, sum, VEHICLE_KINDS } from '../../budget/ledger';
import type { Entry, Ledger, Measure, Project } from '../../budget/ledger';
import { Voice as AnyVoice, type Share } from '../../print/phrases';

type Voice = AnyVoice<Ledger>;

/** A heading of level 2 or 3, or a paragraph of level 0. */
export interface Passage {
  readonly level: 0 | 2 | 3;
  readonly text: string;
}

const FUND_NAMES = {
  general: '一般公共预算',
  govfund: '政府性基金预算',
  capital: '国有资本经营预算',
  special: '财政专户管理资金',
  own: '单位资金',
};
const OFFICIAL_NAMES = {
  abroad: '因公出国（境）费',
  reception: '公务接待费',
  purchase: '公务用车购置费',
  operation: '公务用车运行维护费',
};

const heading = (text: string, level: 2 | 3 = 2): Passage => ({ level, text });
const paragraph = (text: string): Passage => ({ level: 0, text });

/** Headings of the sections, as the contents list them. */
export function sectionTitles(ledger: Ledger): readonly string[] {
  const kind = ledger.level === 'department' ? '部门' : '单位';
  return [
    `一、${kind}预算收支数据变动情况及原因`,
    '二、收入预算情况说明',
    '三、支出预算情况说明',
    '四、财政拨款收支预算总体情况说明',
    '五、一般公共预算支出情况说明',
    '六、一般公共预算基本支出情况说明',
    '七、“三公”经费增减变动原因说明',
    '八、机关运行经费增减变动原因说明',
    '九、政府采购情况',
    '十、绩效管理情况',
    '十一、国有资产占有使用情况',
    '十二、其他说明',
  ];
}

/** The whole explanation. */
export function narrative(ledger: Ledger, style: Blemishes): readonly Passage[] {
  const voice = new AnyVoice(ledger, style);
  const sections = [
    totals,
    incomes,
    expenditures,
    fiscal,
    general,
    basic,
    officials,
    operating,
    procurement,
    performance,
    assets,
    other,
  ];
  const titles = sectionTitles(ledger);
  return sections.flatMap((section, position) => [heading(titles[position] ?? ''), ...section(voice)]);
}

function total({ ledger }: Voice, measure: Measure = all): number {
  return sum(ledger.entries, measure);
}

/** Classes that have money, with their amounts. */
function byClass(entries: readonly Entry[]): readonly Share[] {
  const rows = new Map(codeTree(entries, [all]).rows.map(({ code, values }) => [code, values[0] ?? 0]));
  return CLASSES.flatMap(([code, name]) => {
    const amount = rows.get(code) ?? 0;
    return amount === 0 ? [] : [{ name, amount }];
  });
}

function totals(voice: Voice): Passage[] {
  const { ledger, kind, dice } = voice;
  const { entity, year } = ledger;
  const [whole, now, carried] = [total(voice), total(voice, isCurrent), total(voice, isCarried)].map((amount) =>
    voice.money(amount),
  );
  const change = (adjoins = true): string => voice.explained(total(voice), ledger.lastYear.total, adjoins);
  return dice.pick<() => Passage[]>([
    () => [
      paragraph(`${entity}${year}年度预算收入总计${whole}（本年收入${now}、上年结转${carried}），${change()}。`),
      paragraph(`${year}年度预算支出总计${whole}（本年预算安排${now}、上年结转安排${carried}），${change()}。`),
    ],
    () => [
      paragraph(
        `${year}年度本${kind}收入总预算${whole}，由本年收入${now}和上年结转${carried}组成，${change()}；` +
          `支出总预算${whole}，由当年预算安排${now}和上年结转安排${carried}组成，${change()}。`,
      ),
    ],
    () => [
      paragraph(
        `${year}年度${entity}预算收入总计${whole}，其中：本年度收入${now}，上年度结转${carried}，${change(false)}；` +
          `本年${kind}预算支出合计${whole}，其中：本年度预算安排${now}，上年度结转${carried}，${change(false)}。`,
      ),
    ],
    () => [
      paragraph(`${year}年度，${entity}收入总计${whole}，支出总计${whole}，收支平衡。收支总计${change(false)}。`),
      paragraph(
        `收入总计中，本年收入${now}，上年结转${carried}；支出总计中，当年预算安排${now}，上年结转安排${carried}。`,
      ),
    ],
  ])();
}

function incomes(voice: Voice): Passage[] {
  const { ledger, dice } = voice;
  const whole = total(voice);
  const parts = [
    ...FUNDS.map((fund) => ({
      name: FUND_NAMES[fund] + (fund === 'special' ? '收入' : fund === 'own' ? '' : '拨款收入'),
      amount: total(voice, both(ofFund(fund), isCurrent)),
    })),
    { name: '上年结转', amount: total(voice, isCarried) },
  ];
  const some = parts.filter(({ amount }) => amount > 0);
  const { entity, year } = ledger;
  return [
    paragraph(
      dice.pick([
        `${year}年度预算收入${voice.money(whole)}，包括：${voice.shares(parts, whole)}。`,
        `${entity}${year}年度收入预算合计${voice.money(whole)}，其中：${voice.shares(some, whole)}。`,
        `${year}年收入预算为${voice.money(whole)}，主要包括：${voice.shares(parts, whole)}。`,
      ]),
    ),
  ];
}

function expenditures(voice: Voice): Passage[] {
  const { ledger, dice } = voice;
  const whole = total(voice);
  const shares = voice.shares(
    [
      { name: '基本支出', amount: total(voice, isBasic) },
      { name: '项目支出', amount: total(voice, isProject) },
    ],
    whole,
  );
  return [
    paragraph(
      dice.pick([
        `${ledger.year}年度${ledger.entity}支出预算为${voice.money(whole)}，其中：${shares}。`,
        `${ledger.year}年支出预算合计${voice.money(whole)}。其中：${shares}。`,
        `本${voice.kind}${ledger.year}年度支出预算总额${voice.money(whole)}，按支出性质分为：${shares}。`,
      ]),
    ),
  ];
}

function fiscal(voice: Voice): Passage[] {
  const { ledger, dice } = voice;
  const spent = ledger.entries.filter(isFiscal);
  if (spent.length === 0) return [paragraph(`${ledger.year}年度本${voice.kind}没有财政拨款收支预算。`)];
  const whole = voice.money(sum(spent));
  const byFund = FISCAL_FUNDS.map((fund) => ({ name: `${FUND_NAMES[fund]}拨款`, amount: sum(spent, ofFund(fund)) }));
  const now = voice.money(sum(spent, isCurrent));
  const carried = voice.money(sum(spent, isCarried));
  const classes = voice.list(byClass(spent));
  return [
    paragraph(
      dice.pick([
        `${ledger.year}年度财政拨款收支总预算为${whole}。其中：${voice.list(byFund)}。其中：当年拨款收入${now}，上年结转收入${carried}。支出包括：${classes}。`,
        `${ledger.entity}${ledger.year}年度财政拨款收入总计${whole}、支出总计${whole}。收入由当年财政拨款${now}、上年财政拨款结转${carried}构成。支出按功能分类包括：${classes}等。`,
        `${ledger.year}年财政拨款收支总预算${whole}，按资金性质分为${voice.list(byFund)}。财政拨款支出包括：${classes}。`,
      ]),
    ),
  ];
}

function general(voice: Voice): Passage[] {
  const { ledger, dice } = voice;
  const spent = ledger.entries.filter(isGeneralCurrent);
  const whole = sum(spent);
  const word = dice.pick(['拨款', '支出']);
  const size = `${ledger.year}年度${dice.pick([ledger.entity, `本${voice.kind}`, ''])}一般公共预算当年${word}${voice.money(whole)}`;
  const structure =
    whole === 0
      ? `${ledger.year}年度没有一般公共预算当年${word}。`
      : `${size}，${dice.pick(['投向如下：', '用于：', '按功能分类：'])}${voice.shares(byClass(spent), whole)}${dice.pick(['', '等'])}。`;
  return [
    heading(`（一）一般公共预算当年${word}规模变化情况`, 3),
    paragraph(`${size}，${voice.change(whole, ledger.lastYear.general)}。`),
    heading(`（二）一般公共预算当年${word}结构情况`, 3),
    paragraph(structure),
  ];
}

function basic(voice: Voice): Passage[] {
  const { ledger, dice } = voice;
  const spent = ledger.entries.filter(both(isGeneralCurrent, isBasic));
  if (spent.length === 0) return [paragraph(`${ledger.year}年度本${voice.kind}未安排一般公共预算基本支出。`)];
  const halves = [true, false].map((staff) => {
    const some = spent.filter((entry) => entry.economic?.group.staff === staff);
    const names = [...new Set(some.map((entry) => entry.economic?.name ?? ''))];
    const listed =
      some.length === 0
        ? ''
        : `${dice.pick(['，主要包括：', '，包括：', '，主要用于'])}${names.join('、')}${dice.pick(['', '等'])}`;
    return `${staff ? '人员经费' : '公用经费'}${voice.money(sum(some))}${listed}`;
  });
  const [staff = '', running = ''] = halves;
  const opening = `${ledger.year}年度${dice.pick([ledger.entity, ''])}一般公共预算${dice.pick(['安排', ''])}基本支出${voice.money(sum(spent))}，其中：`;
  return dice.chance(50)
    ? [paragraph(opening), paragraph(`${staff}；`), paragraph(`${running}。`)]
    : [paragraph(`${opening}${staff}；${running}。`)];
}

function officials(voice: Voice): Passage[] {
  const { ledger, dice } = voice;
  const { year, lastYear } = ledger;
  const cost = (kind: (typeof OFFICIALS)[number]): number => officialCost(ledger, kind);
  const now = OFFICIALS.reduce((amount, kind) => amount + cost(kind), 0);
  const before = OFFICIALS.reduce((amount, kind) => amount + lastYear.official[kind], 0);
  if (now === 0 && before === 0) return [paragraph(`${year}年本${voice.kind}未安排“三公”经费预算。`)];
  const opening = `${year}年${dice.pick([ledger.entity, `本${voice.kind}`])}财政拨款安排的“三公”经费预算${voice.money(now)}，`;
  const one = (kind: (typeof OFFICIALS)[number]): string =>
    `${OFFICIAL_NAMES[kind]}${voice.money(cost(kind))}，${voice.change(cost(kind), lastYear.official[kind])}`;
  const cars = cost('purchase') + cost('operation');
  const carsBefore = lastYear.official.purchase + lastYear.official.operation;
  return dice.pick<() => Passage[]>([
    () => [
      paragraph(`${opening}${voice.explained(now, before)}。`),
      paragraph(`其中：${OFFICIALS.map(one).join('；')}。`),
    ],
    () => [
      paragraph(
        `${opening}${voice.explained(now, before)}。其中：${one('abroad')}；${one('reception')}；` +
          `公务用车购置及运行费${voice.money(cars)}，${voice.change(cars, carsBefore)}（公务用车购置费${voice.money(cost('purchase'))}、公务用车运行维护费${voice.money(cost('operation'))}）。`,
      ),
    ],
    () => [
      paragraph(
        `${opening}包括：${voice.list(OFFICIALS.map((kind) => ({ name: OFFICIAL_NAMES[kind], amount: cost(kind) })))}。`,
      ),
      paragraph(`“三公”经费预算${voice.explained(now, before, false)}。`),
    ],
  ])();
}

function operating(voice: Voice): Passage[] {
  const { ledger, dice } = voice;
  const [now, before] = [operatingCost(ledger), ledger.lastYear.operating];
  if (now === 0 && before === 0) return [paragraph(`本${voice.kind}没有机关运行经费预算。`)];
  const who = dice.pick([ledger.entity, `本${voice.kind}`]);
  return [
    paragraph(
      `${ledger.year}年${who}机关运行经费${dice.pick(['财政拨款', ''])}预算${voice.money(now)}，${voice.explained(now, before)}。`,
    ),
  ];
}

function procurement(voice: Voice): Passage[] {
  const { ledger, dice } = voice;
  const { goods, works, services } = ledger.assets;
  const all3 = goods + works + services;
  if (all3 === 0 && dice.chance(50)) return [paragraph(`${ledger.year}年本${voice.kind}未安排政府采购预算。`)];
  const kinds = [
    { name: '货物', amount: goods },
    { name: '工程', amount: works },
    { name: '服务', amount: services },
  ];
  const prefix = dice.pick(['政府采购', '']);
  const suffix = dice.pick(['预算', '类采购预算']);
  const parts = voice.list(kinds.map(({ name, amount }) => ({ name: prefix + name + suffix, amount })));
  return [paragraph(`${ledger.year}年${ledger.entity}政府采购预算总额${voice.money(all3)}，其中：${parts}。`)];
}

function performance(voice: Voice): Passage[] {
  const { ledger, dice } = voice;
  const current = ledger.entries.filter(both(isProject, isCurrent));
  const listed = ledger.projects.filter((_, position) => current.some((entry) => entry.project === position));
  if (listed.length === 0) return [paragraph(`${ledger.year}年度本${voice.kind}没有实行绩效目标管理的当年预算项目。`)];
  const whole = voice.money(sum(current));
  const kindOf = (kind: Project['kind']): string => {
    const amount = sum(
      current,
      (entry) => entry.project !== undefined && ledger.projects[entry.project]?.kind === kind,
    );
    return `${listed.filter((project) => project.kind === kind).length}个，共${voice.money(amount)}`;
  };
  const onlyGeneral = current.every(isGeneralCurrent);
  const managed = [
    `${ledger.year}年${ledger.entity}为${listed.length}个项目设定了绩效目标，涉及资金${whole}。`,
    `${ledger.year}年设定绩效目标的当年项目有${listed.length}个，资金共${whole}。分为：其他运转类项目${kindOf('operating')}；特定目标类项目${kindOf('target')}。`,
    ...(onlyGeneral
      ? [`${ledger.year}年${ledger.entity}对${listed.length}个项目实行绩效目标管理，涉及一般公共预算当年拨款${whole}。`]
      : []),
  ];
  const whollyManaged =
    `${ledger.year}年编报整体支出绩效目标，涉及当年预算资金${voice.money(total(voice, isCurrent))}，` +
    `其中基本支出${voice.money(total(voice, both(isCurrent, isBasic)))}，项目支出${whole}。`;
  return dice.chance(40)
    ? [
        heading('1、整体绩效目标', 3),
        paragraph(whollyManaged),
        heading('2、项目绩效目标', 3),
        paragraph(dice.pick(managed)),
      ]
    : [paragraph(dice.pick(managed))];
}

function assets(voice: Voice): Passage[] {
  const { ledger, dice } = voice;
  const { vehicles, spareQuota, floorArea, equipment } = ledger.assets;
  const cars = vehicles.reduce((count, some) => count + some, 0);
  const kinds = VEHICLE_KINDS.map((name, position) => `${name}${vehicles[position] ?? 0}辆`).join('，');
  const cost = dice.pick([50, 100]);
  return [
    paragraph(`1、车辆情况：${ledger.entity}公务用车编制${cars + spareQuota}辆，实有${cars}辆，其中：${kinds}。`),
    paragraph(`2、房屋情况：使用的办公用房建筑面积${floorArea}平方米。`),
    paragraph(`3、其他国有资产占有使用情况：单价${cost}万元以上的设备${equipment}台（套）。`),
  ];
}

function other({ dice }: Voice): Passage[] {
  return [
    heading('（一）政府购买服务指导性目录', 3),
    paragraph('购买服务事项以本级财政部门公布的目录为准。'),
    heading('（二）其他', 3),
    paragraph(dice.pick(['无。', '没有其他需要说明的事项。'])),
  ];
}
