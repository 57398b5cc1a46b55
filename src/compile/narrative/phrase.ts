import { type Disclosure, UNITS } from '../../model/disclosure';
import { Decimal, plain } from '../../shared/decimal';
import { AMOUNTS } from './amounts';
import type { Figures, Known } from './figures';
import { type ListSpec, type Part, partsOf } from './lists';
import { LISTS } from './list-specs';
import type { Wording } from './outline';
import { BLANK, type Run } from './text';

/*
 * Turns templates into text (the notation is described in outline.ts). Figures are worked out from the tables to the
 * last digit and rounded once, half up.
 */

const WAN = UNITS.万元;
const PERCENT_DECIMALS = 2;
/** Explanations print 万元 with two decimals; tables that print fewer know no more. */
const MOST_DECIMALS = 2;

const SLOT = /\{([^{}]+)\}|\[([^[\]]+)\]/g;

const OF_A_PART: ReadonlySet<string> = new Set(['名', '额', '预算', '完成', '等于', '变动']);

/** What the figures of the year before are called in a comparison. */
const NOUNS: Readonly<Record<string, string>> = {
  executed: '执行数',
  final: '决算数',
  adjusted: '调整预算数',
  budget: '预算数',
};

/** Values of slots that only a paragraph of its own has: {名}, {额} … */
export type Scope = Readonly<Record<string, string>>;

export class Phrases {
  private readonly decimals: number;
  private readonly words: Scope;

  constructor(
    private readonly figures: Figures,
    { profile, facts }: Disclosure,
  ) {
    const { year, level, entity } = profile;
    const kind = level === 'department' ? '部门' : '单位';
    this.decimals = printedDecimals(facts);
    this.words = {
      年: year === null ? BLANK : String(year),
      上年: year === null ? BLANK : String(year - 1),
      部门: kind,
      单位: entity === '' ? `本${kind}` : entity,
    };
  }

  /** An amount by name; 名@预算 is the budget that it is held against. */
  known(name: string): Known | undefined {
    const [own = '', budget] = name.split('@', 2);
    const known = this.figures.amount(own);
    return known && budget !== undefined ? this.figures.budget(known) : known;
  }

  /** The first of these wordings that can be said. */
  say(wording: Wording, scope: Scope = {}): readonly Run[] {
    for (const template of typeof wording === 'string' ? [wording] : wording) {
      const runs = this.render(template, scope);
      if (runs) return runs;
    }
    return [];
  }

  /** The text of a template; undefined where one of its slots cannot be said. */
  private render(template: string, scope: Scope): Run[] | undefined {
    const runs: Run[] = [];
    let from = 0;
    for (const match of template.matchAll(SLOT)) {
      if (match.index > from) runs.push({ text: template.slice(from, match.index) });
      from = match.index + match[0].length;
      const [, slot, optional] = match;
      const said = slot === undefined ? (this.render(optional!, scope) ?? []) : this.slot(slot, scope);
      if (!said) return undefined;
      runs.push(...said);
    }
    if (from < template.length) runs.push({ text: template.slice(from) });
    return runs;
  }

  /** The parts of a list by its name, none where it cannot be said; with what a paragraph for each of them can say. */
  each(name: string): readonly Scope[] {
    const spec = this.listNamed(name);
    return (partsOf(this.figures, spec) ?? []).map(({ name: part, known }): Scope => {
      const budget = this.figures.budget(known);
      const done = budget && this.percent(known, budget);
      const compared = this.compared(known);
      return {
        ...{ 名: part, 额: this.money(known.value) },
        ...(budget && { 预算: this.money(budget.value) }),
        ...(done !== undefined && { 完成: done }),
        ...(budget && this.rounded(known.value.minus(budget.value)).isZero() && { 等于: '决算数等于' }),
        ...(compared && { 变动: compared.text }),
      };
    });
  }

  private slot(slot: string, scope: Scope): Run[] | undefined {
    const rest = slot.slice(1);
    if (slot.startsWith('?')) return [blank(rest)];
    if (slot.startsWith('#')) return this.list(this.listNamed(rest));
    if (slot.startsWith('~')) return this.change(rest);
    if (slot.startsWith('&')) return this.names(rest);
    const word = scope[slot] ?? this.words[slot];
    if (word !== undefined) return [word === BLANK ? blank('') : { text: word }];
    const [part = '', whole] = slot.split('/', 2);
    if (OF_A_PART.has(part)) return undefined;
    const known = this.known(part);
    if (!known) return undefined;
    if (whole === undefined) return [{ text: AMOUNTS[part]?.count ? plain(known.printed) : this.money(known.value) }];
    const base = this.known(whole);
    const share = base && this.percent(known, base);
    return share === undefined ? undefined : [{ text: share }];
  }

  private listNamed(name: string): ListSpec {
    const spec = LISTS[name];
    if (!spec) throw new Error(`no list ${name}`);
    return spec;
  }

  private list(spec: ListSpec): Run[] | undefined {
    const parts = partsOf(this.figures, spec);
    const whole = this.figures.amount(spec.whole);
    if (!parts || !whole) return undefined;
    const one = ({ name, known }: Part): string => {
      if (spec.count !== undefined) return `${name}${plain(known.printed)}${spec.count}`;
      return `${name}${this.money(known.value)}${spec.shares ? `，占${this.percent(known, whole) ?? ''}` : ''}`;
    };
    return [{ text: parts.map(one).join(spec.shares ? '；' : '、') }];
  }

  /** 比上年增加8.02万元，增长2.85%，主要原因是____; what the tables do not print is left to be filled in. */
  private change(name: string): Run[] | undefined {
    const now = this.figures.amount(name);
    if (!now) return undefined;
    const compared = this.compared(now);
    if (compared?.same) return [{ text: compared.text }];
    const reason: Run[] = [{ text: '，主要原因是' }, blank('')];
    return [
      ...(compared ? [{ text: compared.text }] : [{ text: '与上年相比' }, blank('增加、减少的金额和比例，或持平')]),
      ...reason,
    ];
  }

  /** 比上年增加8.02万元，增长2.85%; undefined where no table prints the year before. */
  private compared(now: Known): { readonly text: string; readonly same: boolean } | undefined {
    const before = this.figures.before(now);
    if (!before) return undefined;
    const base = `上年${NOUNS[before.key.stage] ?? ''}`;
    const difference = now.value.minus(before.value);
    if (this.rounded(difference).isZero()) return { text: `与${base}持平`, same: true };
    const up = difference.isPositive();
    const share = before.value.isZero() ? undefined : this.percent({ ...now, value: difference.abs() }, before);
    const rate = share === undefined ? '' : `，${up ? '增长' : '下降'}${share}`;
    return { text: `比${base}${up ? '增加' : '减少'}${this.money(difference.abs())}${rate}`, same: false };
  }

  /** Names of the 款 that 人员经费 or 公用经费 was spent on. */
  private names(name: string): Run[] | undefined {
    const basic = this.figures.amount('一般公共预算基本支出');
    const names = basic ? this.figures.economicNames(name === '人员经费' ? 'personnel' : 'public', basic) : [];
    return names.length > 0 ? [{ text: names.join('、') }] : undefined;
  }

  private rounded(yuan: Decimal): Decimal {
    return yuan.div(WAN).toDecimalPlaces(this.decimals, Decimal.ROUND_HALF_UP);
  }

  private money(yuan: Decimal): string {
    return `${plain(this.rounded(yuan), this.decimals)}万元`;
  }

  private percent(part: Known, whole: Known): string | undefined {
    if (whole.value.isZero()) return undefined;
    const share = part.value.times(100).div(whole.value).toDecimalPlaces(PERCENT_DECIMALS, Decimal.ROUND_HALF_UP);
    return `${plain(share, PERCENT_DECIMALS)}%`;
  }
}

function blank(hint: string): Run {
  return { text: hint === '' ? BLANK : `${BLANK}（${hint}）`, blank: true };
}

/** Digits after the point of the tables in 万元, at most two; tables in smaller units have them all. */
function printedDecimals(facts: Disclosure['facts']): number {
  let most = 0;
  for (const { amount, unit } of facts) {
    if (!amount.printed || amount.value.isZero()) continue;
    if (unit !== '万元') {
      if (unit === '亿元') continue;
      return MOST_DECIMALS;
    }
    most = Math.max(most, amount.decimals);
    if (most >= MOST_DECIMALS) return MOST_DECIMALS;
  }
  return most;
}
