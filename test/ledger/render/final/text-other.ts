/*
 * The explanation of a final account, second half: 三公, 机关运行, 政府采购, 资产, 绩效.
 */
import type { Official } from '../../economic-items';
import {
  every,
  FINAL_VEHICLES,
  inPurse,
  isSpent,
  officeCost,
  officialSpent,
  ofNature,
  total,
  type FinalLedger,
} from '../../final/ledger';
import { heading, paragraph, type Piece } from '../../print/document';
import type { FinalVoice, Section } from './text';

const KINDS: readonly (readonly [name: string, kinds: readonly Official[]])[] = [
  ['因公出国（境）费', ['abroad']],
  ['公务用车购置及运行维护费', ['purchase', 'operation']],
  ['公务接待费', ['reception']],
];

function plan(ledger: FinalLedger, kinds: readonly Official[]): number {
  return kinds.reduce((amount, kind) => amount + ledger.officialPlan[kind], 0);
}

function before(ledger: FinalLedger, kinds: readonly Official[]): number {
  return kinds.reduce((amount, kind) => amount + ledger.last.official[kind], 0);
}

const ALL: readonly Official[] = ['abroad', 'reception', 'purchase', 'operation'];

/** Three-public spending: budget, actual, change, parts, counts. */
export const officialText: Section = (voice) => {
  const { ledger, dice } = voice;
  const { year } = ledger;
  const [budget, actual, last] = [plan(ledger, ALL), officialSpent(ledger), before(ledger, ALL)];
  if (budget === 0 && actual === 0 && last === 0) return [paragraph(`${year}年度没有“三公”经费财政拨款支出。`)];
  const done = (done: number, whole: number): string =>
    whole === 0 ? '' : `，完成预算的${voice.percent(done, whole)}`;
  const opening = `${year}年度“三公”经费财政拨款支出预算为${voice.money(budget)}，支出决算为${voice.money(actual)}${done(actual, budget)}`;
  const part = ([name, kinds]: (typeof KINDS)[number]): string => {
    const now = officialSpent(ledger, ...kinds);
    return `${name}支出决算为${voice.money(now)}${done(now, plan(ledger, kinds))}，${voice.change(now, before(ledger, kinds), false)}`;
  };
  const shares = voice.shares(
    KINDS.map(([name, kinds]) => ({ name: `${name}支出决算`, amount: officialSpent(ledger, ...kinds) })),
    actual,
  );
  return [
    heading('（一）“三公”经费财政拨款支出决算总体情况说明', 3),
    ...(dice.chance(50)
      ? [
          paragraph(`${opening}，${voice.change(actual, last, false)}。其中：`),
          ...KINDS.map((kind, position) => paragraph(part(kind) + (position === 2 ? '。' : '；'))),
        ]
      : [paragraph(`${opening}。其中：${KINDS.map(part).join('；')}。`)]),
    heading('（二）“三公”经费财政拨款支出决算具体情况说明', 3),
    ...(actual > 0 && dice.chance(60)
      ? [paragraph(`${year}年度“三公”经费财政拨款支出决算${voice.money(actual)}中，${shares}。`)]
      : []),
    ...counts(voice),
  ];
};

function counts(voice: FinalVoice): Piece[] {
  const { ledger } = voice;
  const { bought, groups, travellers, batches, visitors, vehicles } = ledger.statistics;
  const cars = vehicles.reduce((count, some) => count + some, 0);
  const spent = (...kinds: Official[]): string => voice.money(officialSpent(ledger, ...kinds));
  return [
    paragraph(`1.因公出国（境）费支出${spent('abroad')}，安排出国团组${groups}个，${travellers}人次。`),
    paragraph(
      `2.公务用车购置及运行维护费支出${spent('purchase', 'operation')}。其中：公务用车购置支出${spent('purchase')}，购置车辆${bought}辆；公务用车运行维护费支出${spent('operation')}，用于燃料、维修和保险，年末公务用车保有量${cars}辆。`,
    ),
    paragraph(`3.公务接待费支出${spent('reception')}，共接待${batches}批次，${visitors}人次。`),
  ];
}

/** 机关运行经费. */
export const officeText: Section = (voice) => {
  const { ledger, dice } = voice;
  const [now, last] = [officeCost(ledger), ledger.last.operating];
  if (now === 0 && last === 0) return [paragraph(dice.pick([`本${voice.kind}没有机关运行经费支出。`, '无。']))];
  return [paragraph(`${ledger.year}年度机关运行经费支出${voice.money(now)}，${voice.explained(now, last)}。`)];
};

/** 政府采购, with contracts of small enterprises. */
export const purchaseText: Section = (voice) => {
  const { ledger, dice } = voice;
  const { goods, works, services, medium, small } = ledger.statistics;
  const whole = goods + works + services;
  if (whole === 0 && dice.chance(60)) return [paragraph(`${ledger.year}年度没有政府采购支出。`)];
  const parts = voice.list([
    { name: '政府采购货物支出', amount: goods },
    { name: '政府采购工程支出', amount: works },
    { name: '政府采购服务支出', amount: services },
  ]);
  const shares =
    whole === 0
      ? ''
      : `授予中小企业合同金额${voice.money(medium)}，占政府采购支出总额的${voice.percent(medium, whole)}，其中：授予小微企业合同金额${voice.money(small)}，占政府采购支出总额的${voice.percent(small, whole)}。`;
  return [paragraph(`${ledger.year}年度政府采购支出总额${voice.money(whole)}，其中：${parts}。${shares}`)];
};

/** 车辆 and 设备. */
export const assetText: Section = (voice) => {
  const { ledger, dice } = voice;
  const { vehicles, equipment } = ledger.statistics;
  const cars = vehicles.reduce((count, some) => count + some, 0);
  const kinds = FINAL_VEHICLES.map((name, kind) => `${name}${vehicles[kind] ?? 0}辆`).join('、');
  return [
    paragraph(
      `${dice.pick(['截至', ''])}${ledger.year}年12月31日，${dice.pick([ledger.entity, `本${voice.kind}`])}共有车辆${cars}辆，其中：${kinds}；单价100万元（含）以上设备（不含车辆）${equipment}台（套）。`,
    ),
  ];
};

/** 绩效: how many projects, of how much money, with what grades. */
export const performanceText: Section = (voice) => {
  const { ledger, dice } = voice;
  const projects = ledger.projects.length;
  const fiscal = total(ledger, every(isSpent, inPurse('general'), ofNature('project')));
  if (projects === 0 || fiscal === 0) return [paragraph(`${ledger.year}年度没有开展项目绩效自评。`)];
  const { grades } = ledger.statistics;
  const count = grades.reduce((sum, some) => sum + some, 0);
  const words = ['优', '良', '中', '差']
    .map((grade, position) => `${grades[position] ?? 0}个项目等级为“${grade}”`)
    .join('，');
  return [
    paragraph(
      dice.pick([
        `对${ledger.year}年度一般公共预算项目支出开展绩效自评，共${count}个项目，涉及一般公共预算项目支出${voice.money(fiscal)}。自评结果：${words}。`,
        `${ledger.year}年度组织${count}个项目开展绩效自评，${words}。`,
      ]),
    ),
  ];
};
