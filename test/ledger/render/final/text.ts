/*
 * The explanation of a final account (决算情况说明), section by section in several wordings of our own; families choose the
 * sections and how deep they go.
 */
import { codeTree } from '../../budget/ledger';
import { codeName } from '../../function-codes';
import { ECONOMIC_CODES } from '../../final/economic-codes';
import {
  every,
  FISCAL,
  inPurse,
  isFiscalFlow,
  isGeneralBasic,
  isGeneralSpent,
  isIncome,
  isSpent,
  NATURES,
  ofNature,
  ofSource,
  OWN_SOURCES,
  total,
  type FinalLedger,
} from '../../final/ledger';
import { heading, paragraph, type Piece } from '../../print/document';
import { Voice as AnyVoice, type Share } from '../../print/phrases';
import type { Style } from '../../print/style';
import { economicAmounts } from './economic';

export type FinalVoice = AnyVoice<FinalLedger>;
export type Section = (voice: FinalVoice) => Piece[];

export function finalVoice(ledger: FinalLedger, style: Style): FinalVoice {
  return new AnyVoice(ledger, style, '决算');
}

const FISCAL_NAMES = {
  general: '一般公共预算财政拨款收入',
  govfund: '政府性基金预算财政拨款收入',
  capital: '国有资本经营预算财政拨款收入',
};
const OWN_NAMES = {
  superior: '上级补助收入',
  service: '事业收入',
  business: '经营收入',
  affiliate: '附属单位上缴收入',
  other: '其他收入',
};
const NATURE_NAMES = {
  basic: '基本支出',
  project: '项目支出',
  remitted: '上缴上级支出',
  business: '经营支出',
  granted: '对附属单位补助支出',
};

/** All parts, or those that have money. */
function chosen(voice: FinalVoice, parts: readonly Share[]): readonly Share[] {
  return voice.dice.chance(60) ? parts : parts.filter(({ amount }) => amount > 0);
}

export const overallText: Section = (voice) => {
  const { ledger, dice } = voice;
  const { year } = ledger;
  const now = total(ledger, () => true);
  const change = voice.explained(now, ledger.last.total, false);
  return [
    paragraph(
      dice.pick([
        `${year}年度收入总计${voice.money(now)}，支出总计${voice.money(now)}，收支相抵。收支总计${change}。`,
        `${year}年度收、支总计均为${voice.money(now)}，${voice.explained(now, ledger.last.total)}。`,
        `${year}年度收入支出总计${voice.money(now)}，${change}。`,
      ]),
    ),
  ];
};

/** @param fiscal whether 财政拨款收入 is one part or three. */
export function incomeText(fiscal: 'one' | 'three'): Section {
  return (voice) => {
    const { ledger, dice } = voice;
    const whole = total(ledger, isIncome);
    if (whole === 0) return [paragraph(`${ledger.year}年度没有取得收入。`)];
    const own = OWN_SOURCES.map((source) => ({ name: OWN_NAMES[source], amount: total(ledger, ofSource(source)) }));
    const parts =
      fiscal === 'one'
        ? [{ name: '财政拨款收入', amount: total(ledger, every(isIncome, isFiscalFlow)) }, ...own]
        : [...FISCAL.map((purse) => ({ name: FISCAL_NAMES[purse], amount: total(ledger, ofSource(purse)) })), ...own];
    const listed = voice.shares(chosen(voice, parts), whole);
    return [
      paragraph(
        dice.pick([
          `${ledger.year}年度本年收入合计${voice.money(whole)}，按来源分为：${listed}。`,
          `${ledger.entity}${ledger.year}年度收入合计${voice.money(whole)}。其中：${listed}。`,
        ]),
      ),
    ];
  };
}

export const spendingText: Section = (voice) => {
  const { ledger, dice } = voice;
  const whole = total(ledger, isSpent);
  const parts = NATURES.map((nature) => ({
    name: NATURE_NAMES[nature],
    amount: total(ledger, every(isSpent, ofNature(nature))),
  }));
  const listed = voice.shares(chosen(voice, parts), whole);
  return [
    paragraph(
      dice.pick([
        `${ledger.year}年度本年支出合计${voice.money(whole)}，按支出性质分为：${listed}。`,
        `${ledger.entity}${ledger.year}年度支出合计${voice.money(whole)}。其中：${listed}。`,
      ]),
    ),
  ];
};

export const fiscalText: Section = (voice) => {
  const { ledger, dice } = voice;
  const now = total(ledger, isFiscalFlow);
  if (now === 0) return [paragraph(`${ledger.year}年度没有财政拨款收支。`)];
  const change = voice.explained(now, ledger.last.fiscal, false);
  return [
    paragraph(
      dice.pick([
        `${ledger.year}年度财政拨款收入总计${voice.money(now)}，支出总计${voice.money(now)}。财政拨款收支总计${change}。`,
        `${ledger.year}年度财政拨款收、支总计${voice.money(now)}，${voice.explained(now, ledger.last.fiscal)}。`,
      ]),
    ),
  ];
};

function generalClasses(ledger: FinalLedger): readonly (Share & { readonly code: string })[] {
  return codeTree(ledger.flows.filter(isGeneralSpent), [() => true])
    .rows.filter(({ code }) => code.length === 3)
    .map(({ code, name, values }) => ({ code, name, amount: values[0] ?? 0 }));
}

/** 完成年初预算的 98.20%; nothing where there was no budget. */
function completed(voice: FinalVoice, actual: number, plan: number, word: string): string {
  if (plan === 0) return '';
  return `，${voice.dice.pick([`完成${word}的`, `完成${word}`, `为${word}的`])}${voice.percent(actual, plan)}`;
}

/** 决算数大于预算数, with a reason. */
function verdict(voice: FinalVoice, actual: number, plan: number): string {
  const { dice } = voice;
  if (actual === plan) return dice.pick(['，决算数等于预算数', '，决算数与预算数持平', '']);
  return actual > plan
    ? `，决算数大于预算数，${dice.pick(['原因是年中追加了专项经费', '主要原因是人员调入'])}`
    : `，决算数小于预算数，${dice.pick(['原因是部分项目跨年实施', '主要原因是厉行节约'])}`;
}

/** @param detail one entry a class, or one an item. */
export function generalText(detail: 'classes' | 'items'): Section {
  return (voice) => {
    const { ledger, dice } = voice;
    const whole = total(ledger, isGeneralSpent);
    if (whole === 0) return [paragraph(`${ledger.year}年度没有一般公共预算财政拨款支出。`)];
    const spent = total(ledger, isSpent);
    const classes = generalClasses(ledger);
    const name = dice.pick(['', '（类）']);
    const size = `${ledger.year}年度一般公共预算财政拨款支出${voice.money(whole)}`;
    const plan = ledger.plan.reduce((amount, one) => amount + one.amount, 0);
    return [
      heading('（一）一般公共预算财政拨款支出决算总体情况', 3),
      paragraph(
        `${size}，占本年支出合计的${voice.percent(whole, spent)}。${dice.pick(['一般公共预算财政拨款支出', ''])}${voice.explained(whole, ledger.last.general, false)}。`,
      ),
      heading('（二）一般公共预算财政拨款支出决算结构情况', 3),
      paragraph(
        `${size}，${dice.pick(['投向如下：', '按功能分类：', '用于：'])}${voice.shares(
          classes.map((one) => ({ ...one, name: one.name + name })),
          whole,
        )}。`,
      ),
      heading('（三）一般公共预算财政拨款支出决算具体情况', 3),
      paragraph(
        `${ledger.year}年度一般公共预算财政拨款支出年初预算为${voice.money(plan)}，支出决算为${voice.money(whole)}${completed(voice, whole, plan, '年初预算')}。其中：`,
      ),
      ...(detail === 'classes' ? classDetails(voice, classes) : itemDetails(voice)),
    ];
  };
}

function planned(ledger: FinalLedger, prefix: string): number {
  return ledger.plan.reduce((amount, one) => (one.code.startsWith(prefix) ? amount + one.amount : amount), 0);
}

function classDetails(voice: FinalVoice, classes: readonly (Share & { readonly code: string })[]): Piece[] {
  const { ledger } = voice;
  return classes.map(({ code, name, amount }, position) => {
    const plan = planned(ledger, code);
    const last = ledger.last.classes.find((one) => one.code === code)?.amount ?? 0;
    return paragraph(
      `${position + 1}.${name}年初预算${voice.money(plan)}，支出决算${voice.money(amount)}${completed(voice, amount, plan, '年初预算')}。${voice.explained(amount, last, false)}${position + 1 < classes.length ? '；' : '。'}`,
    );
  });
}

function itemDetails(voice: FinalVoice): Piece[] {
  const { ledger, dice } = voice;
  const items = codeTree(ledger.flows.filter(isGeneralSpent), [() => true]).rows.filter(
    ({ code }) => code.length === 7,
  );
  const [before, joint] = [dice.chance(50), dice.pick(['', ' '])];
  return items.map(({ code, name, values }, position) => {
    const [amount = 0] = values;
    const plan = planned(ledger, code);
    const words = `${position + 1}${dice.pick(['.', '、'])}${codeName(code.slice(0, 3))}（类）${codeName(code.slice(0, 5))}（款）${joint}${name}（项）`;
    return paragraph(
      before
        ? `${words}。年初预算为${voice.money(plan)}，支出决算为${voice.money(amount)}${completed(voice, amount, plan, '年初预算')}${verdict(voice, amount, plan)}。`
        : `${words}：支出决算为${voice.money(amount)}${plan === 0 ? '' : `，完成预算${voice.percent(amount, plan)}`}${plan === 0 ? '' : verdict(voice, amount, plan)}。`,
    );
  });
}

/** @param detail names of the items alone, or with their amounts. */
export function basicText(detail: 'names' | 'amounts'): Section {
  return (voice) => {
    const { ledger, dice } = voice;
    const whole = total(ledger, isGeneralBasic);
    if (whole === 0) return [paragraph(`${ledger.year}年度没有一般公共预算财政拨款基本支出。`)];
    const amounts = economicAmounts(ledger);
    const zeros = dice.chance(40);
    const part = (word: string, groups: readonly string[]): string => {
      const items = groups.flatMap((group) => (ECONOMIC_CODES.get(group) ?? []).slice(1));
      const listed = items.flatMap(({ code, name }) => {
        const amount = amounts.get(code) ?? 0;
        if (amount === 0 && !(zeros && detail === 'amounts')) return [];
        return [detail === 'amounts' ? name + voice.money(amount) : name];
      });
      const sum = groups.reduce((amount, group) => amount + (amounts.get(group) ?? 0), 0);
      return `${word}${voice.money(sum)}${listed.length === 0 ? '' : `，${dice.pick(['主要包括：', '具体包括：', '包括'])}${listed.join('、')}`}`;
    };
    const running = dice.pick(['公用经费', '日常公用经费']);
    const opening = `${ledger.year}年度一般公共预算财政拨款基本支出${voice.money(whole)}`;
    const [staff, rest] = [part('人员经费', ['301', '303']), part(running, ['302', '310'])];
    return dice.chance(50)
      ? [paragraph(`${opening}，其中：`), paragraph(`${staff}；`), paragraph(`${rest}。`)]
      : [paragraph(`${opening}。其中：${staff}；${rest}。`)];
  };
}

/** A fund that only some entities have. */
export function fundText(purse: 'govfund' | 'capital'): Section {
  return (voice) => {
    const { ledger, dice } = voice;
    const name = purse === 'govfund' ? '政府性基金预算' : '国有资本经营预算';
    const spent = total(ledger, every(isSpent, inPurse(purse)));
    const came = total(ledger, every(isIncome, inPurse(purse)));
    const whole = total(ledger, inPurse(purse));
    if (whole === 0)
      return [
        paragraph(dice.pick([`${ledger.year}年度没有${name}财政拨款收支。`, `本${voice.kind}无${name}财政拨款收支。`])),
      ];
    return [
      paragraph(
        `${ledger.year}年度${name}财政拨款${dice.pick(['', '本年'])}收入${voice.money(came)}，支出${voice.money(spent)}。`,
      ),
    ];
  };
}
