/*
 * Turns of phrase that the explanation is made of: amounts, shares of a whole, changes against last year, lists.
 */
import { Dice } from '../dice';
import { money, percent } from '../money';
import type { Style } from './style';

const GROWTH_REASONS = [
  '主要原因是新进人员到岗，人员支出相应增加',
  '主要原因是本年度新增专项任务',
  '主要是工资标准和社会保险缴费基数调整',
  '原因是设施老化，维护任务加重',
  '主要原因是上级提前下达的资金增多',
];
const DECLINE_REASONS = [
  '主要原因是部分人员退休，人员支出相应减少',
  '主要原因是上年一次性任务已经完成',
  '主要是落实过紧日子要求，压减一般性支出',
  '原因是设备采购已在上年完成，本年不再安排',
  '主要原因是结转资金较上年减少',
];

/** One printed part of a whole: its name and its amount in 元. */
export interface Share {
  readonly name: string;
  readonly amount: number;
}

/** Whose document it is. */
export interface Account {
  readonly entity: string;
  readonly year: number;
  readonly level: 'unit' | 'department';
}

export type VoiceStyle = Pick<Style, 'seed' | 'narrativeThousands' | 'narrativeTrim' | 'percentTrim'>;

/** What one document's sentences have in common. */
export class Voice<L extends Account> {
  readonly dice: Dice;
  /** 部门 or 单位. */
  readonly kind: string;
  readonly last: number;

  constructor(
    readonly ledger: L,
    private readonly style: VoiceStyle,
    /** What a figure of last year is called. */
    private readonly noun: '预算' | '决算' = '预算',
  ) {
    this.dice = new Dice(style.seed, 1000);
    this.kind = ledger.level === 'department' ? '部门' : '单位';
    this.last = ledger.year - 1;
  }

  /** An amount with its unit. */
  money(yuan: number): string {
    return `${money(yuan, { thousands: this.style.narrativeThousands, trim: this.style.narrativeTrim })}万元`;
  }

  /** A share or a rate; 0 of nothing is 0. */
  percent(part: number, whole: number): string {
    return `${whole === 0 ? percent(0, 1, this.style.percentTrim) : percent(part, whole, this.style.percentTrim)}%`;
  }

  /** 社会保障和就业支出10.06万元、… */
  list(parts: readonly Share[]): string {
    return parts.map(({ name, amount }) => name + this.money(amount)).join('、');
  }

  /** 社会保障和就业支出10.06万元，占3.48%；… */
  shares(parts: readonly Share[], whole: number): string {
    const verb = this.dice.pick(['占', '占', '占比', '占总额的']);
    return parts
      .map(({ name, amount }) => `${name}${this.money(amount)}，${verb}${this.percent(amount, whole)}`)
      .join('；');
  }

  /**
   * 比上年增加8.02万元，增长2.85%; with last year's amount now and then.
   * @param adjoins whether the sentence's last figure is the one that changed, so that last year's may follow it.
   */
  change(now: number, before: number, adjoins = true): string {
    const { dice, last } = this;
    const difference = now - before;
    if (difference === 0)
      return dice.pick(['与上年持平', `与上年${this.noun}数相同`, `与${last}年持平`, '较上年无增减变化']);
    const up = difference > 0;
    const amount = this.money(Math.abs(difference));
    const verb = up ? '增加' : '减少';
    if (before === 0) return `${last}年${this.noun}数为${this.money(0)}，比上年${verb}${amount}`;
    const prior = adjoins && dice.chance(25) ? `${last}年${this.noun}数为${this.money(before)}，` : '';
    const base = dice.pick(['比上年', `比${last}年`, `较${last}年${this.noun}`, '与上年相比', `较上年${this.noun}数`]);
    const rate = dice.pick(up ? ['增长', '增加', '上升', '增幅'] : ['下降', '减少', '降低', '降幅']);
    return `${prior}${base}${verb}${amount}，${rate}${this.percent(Math.abs(difference), before)}`;
  }

  /** A change and, where there is one, a reason for it. */
  explained(now: number, before: number, adjoins = true): string {
    if (now === before) return this.change(now, before);
    return `${this.change(now, before, adjoins)}，${this.dice.pick(now > before ? GROWTH_REASONS : DECLINE_REASONS)}`;
  }
}
