/*
 * 上海 部门预算 and 单位预算: explanation, forms, then other matters and the projects one by one; all text in 万元.
 */
import {
  all,
  codeTree,
  FISCAL_FUNDS,
  isFiscal,
  isProject,
  officialCost,
  OFFICIALS,
  ofFund,
  operatingCost,
  sum,
  VEHICLE_KINDS,
  type Ledger,
} from '../../budget/ledger';
import { Dice } from '../../dice';
import type { Official } from '../../economic-items';
import { codeName } from '../../function-codes';
import { duty } from '../../names';
import { heading, paragraph, raw, type Piece } from '../../print/document';
import { Voice as AnyVoice } from '../../print/phrases';
import type { Style } from '../../print/style';
import { OWN_INCOME, settled, shanghaiForms } from './forms';

type Voice = AnyVoice<Ledger>;

/** The pieces of a 上海 budget. */
export function shanghaiBudget(raw0: Ledger, style: Style): readonly Piece[] {
  const ledger = settled(raw0);
  const { entity, year } = ledger;
  const voice: Voice = new AnyVoice(ledger, style);
  const dice = new Dice(style.seed, 501);
  const { kind } = voice;
  const forms = shanghaiForms(ledger, !style.totalLast);
  const who = dice.pick([`编制${kind}：${entity}`, `编制${kind}：${entity}`, '']);
  const parts = ['一', '二', '三', '四', '五', '六', '七'].map(
    (digit, position) =>
      `${digit}、${[`${kind}主要职能`, `${kind}机构设置`, '名词解释', `${kind}预算编制说明`, `${kind}预算表`, '其他相关情况说明', '项目经费情况说明'][position] ?? ''}`,
  );
  return [
    raw(`${year}年${kind}预算`, '', `预算${dice.pick(['主管部门', '单位'])}：${entity}`, ''),
    {
      kind: 'contents',
      entries: [
        ...parts.slice(0, 5),
        ...forms.map(({ title }, position) => `${position + 1}. ${title}`),
        ...parts.slice(5),
      ],
    },
    heading(`${entity}主要职能`, 1),
    ...[1, 2].map((number) => paragraph(`${number}、${duty(dice.below(7))}`)),
    heading(`${entity}机构设置`, 1),
    paragraph(`本${kind}预算包括${ledger.units.map(({ name }) => name).join('、')}的收支计划。`),
    heading('名词解释', 1),
    paragraph('（一）基本支出预算：维持日常运转的人员和公用两类支出的计划。'),
    heading(`${year}年${kind}预算编制说明`, 1),
    ...explanation(voice),
    ...forms.map((form): Piece => ({
      kind: 'form',
      form: {
        title: form.title,
        ...(who === '' ? {} : { who }),
        unit: `单位：${form.unit}`,
        currency: form.unit,
        head: form.head,
        body: form.body,
        notes: form.empty
          ? [dice.pick([`注：本${kind}${year}年没有此项预算，故本表为空表。`, '注：本表无数据。'])]
          : [],
      },
    })),
    heading('其他相关情况说明', 1),
    ...matters(voice),
    ...projects(voice, dice),
  ];
}

function explanation(voice: Voice): Piece[] {
  const { ledger, dice } = voice;
  const { entity, year, entries, lastYear } = ledger;
  const whole = sum(entries);
  const fiscal = sum(entries, isFiscal);
  const [service = 0, business = 0, other = 0] = OWN_INCOME.map((measure) => sum(entries, measure));
  const income = voice.list([
    { name: '财政拨款收入', amount: fiscal },
    { name: '事业收入', amount: service },
    { name: '事业单位经营收入', amount: business },
    { name: '其他收入', amount: other },
  ]);
  const [general = 0, govfund = 0, capital = 0] = FISCAL_FUNDS.map((fund) => sum(entries, ofFund(fund)));
  const items = codeTree(entries.filter(isFiscal), [all]).rows.filter(({ code }) => code.length === 7);
  const listed = items.map(
    ({ code, name, values }, position) =>
      `${position + 1}.“${codeName(code.slice(0, 3))}（类）${codeName(code.slice(0, 5))}（款）${name}（项）”${voice.money(values[0] ?? 0)}，用于${dice.pick(['日常运转', '专项任务', '人员保障', '设施维护'])}。`,
  );
  return [
    paragraph(
      dice.pick([
        `${year}年，${entity}收入预算${voice.money(whole)}，${voice.change(whole, lastYear.total)}。其中：${income}。`,
        `${entity}${year}年收入预算${voice.money(whole)}，包括：${income}。`,
      ]),
    ),
    paragraph(
      `支出预算${voice.money(whole)}，其中：财政拨款支出预算${voice.money(fiscal)}。财政拨款支出预算中，一般公共预算拨款支出预算${voice.money(general)}，${voice.change(general, lastYear.general)}；政府性基金拨款支出预算${voice.money(govfund)}；国有资本经营预算拨款支出预算${voice.money(capital)}。`,
    ),
    ...(listed.length === 0 ? [] : [paragraph('财政拨款支出主要内容如下：')]),
    ...(dice.chance(40) ? listed.map((text) => paragraph(text)) : pairs(listed).map((text) => paragraph(text))),
  ];
}

/** Two and two in one paragraph, as lines run together in conversion. */
function pairs(texts: readonly string[]): string[] {
  return texts.flatMap((text, position) => (position % 2 === 0 ? [text + (texts[position + 1] ?? '')] : []));
}

function matters(voice: Voice): Piece[] {
  const { ledger, dice, kind } = voice;
  const { year, lastYear, assets } = ledger;
  const cost = (...kinds: readonly Official[]): number =>
    kinds.reduce((amount, one) => amount + officialCost(ledger, one), 0);
  const last = (...kinds: readonly Official[]): number =>
    kinds.reduce((amount, one) => amount + lastYear.official[one], 0);
  const one = (name: string, ...kinds: readonly Official[]): string =>
    `${name}${voice.money(cost(...kinds))}，${voice.change(cost(...kinds), last(...kinds))}`;
  const { goods, works, services } = assets;
  const money = sum(ledger.entries, isProject);
  const cars = assets.vehicles.reduce((count, some) => count + some, 0);
  const kinds = VEHICLE_KINDS.map((name, position) => `${name}${assets.vehicles[position] ?? 0}辆`).join('、');
  return [
    heading(`一、${year}年“三公”经费预算情况说明`),
    paragraph(
      `${year}年“三公”经费预算数为${voice.money(cost(...OFFICIALS))}，${voice.change(cost(...OFFICIALS), last(...OFFICIALS))}。其中：`,
    ),
    paragraph(`（一）${one('因公出国（境）费', 'abroad')}。`),
    paragraph(
      `（二）${one('公务用车购置及运行费', 'purchase', 'operation')}。其中：${one('公务用车购置费', 'purchase')}；${one('公务用车运行费', 'operation')}。`,
    ),
    paragraph(`（三）${one('公务接待费', 'reception')}。`),
    heading('二、机关运行经费预算'),
    paragraph(
      operatingCost(ledger) === 0 && dice.chance(50)
        ? `${year}年没有机关运行经费预算。`
        : `${year}年${dice.pick([ledger.entity, `本${kind}`])}财政拨款的机关运行经费预算为${voice.money(operatingCost(ledger))}。`,
    ),
    heading('三、政府采购预算情况'),
    paragraph(
      `${year}年度政府采购预算${voice.money(goods + works + services)}，其中：${voice.list([
        { name: '政府采购货物预算', amount: goods },
        { name: '政府采购工程预算', amount: works },
        { name: '政府采购服务预算', amount: services },
      ])}。`,
    ),
    heading('四、绩效目标设置情况'),
    paragraph(
      ledger.projects.length === 0
        ? `${year}年没有设置绩效目标的项目。`
        : `${year}年度，设置绩效目标的项目共${ledger.projects.length}个，涉及项目预算资金${voice.money(money)}。`,
    ),
    heading('五、国有资产占有使用情况'),
    paragraph(
      `${dice.pick(['截至', ''])}${year - 1}年8月31日，共有车辆${cars}辆，其中：${kinds}；单价100万元（含）以上设备（不含车辆）${assets.equipment}台（套）。`,
    ),
  ];
}

function projects(voice: Voice, dice: Dice): Piece[] {
  const { ledger } = voice;
  return ledger.projects.slice(0, 2).flatMap(({ name }, position): Piece[] => {
    const amount = sum(ledger.entries, (entry) => entry.project === position);
    const [first, second] = [Math.floor(amount / 300) * 100, Math.floor(amount / 700) * 100];
    const parts = [first, second, amount - first - second];
    if (parts.some((part) => part < 100)) return [];
    const words = parts
      .map((part, number) => `${['设备更新', '人员培训', '宣传印制'][number] ?? ''}${voice.money(part)}`)
      .join('、');
    return [
      heading(`${name}经费情况说明`, 1),
      heading('一、项目概述'),
      paragraph(duty(dice.below(7))),
      heading('二、实施周期'),
      paragraph(`${ledger.year}年1月至12月`),
      heading('三、年度预算安排'),
      paragraph(`${ledger.year}年度项目预算共${voice.money(amount)}，其中：${words}。`),
    ];
  });
}
