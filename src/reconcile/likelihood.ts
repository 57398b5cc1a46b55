import { type Figure, isCounted, isText, quotientOf, rateForm } from '../model/relation';
import { Decimal } from '../shared/decimal';
import { type Habits, type Meant, meantBy, ONE_DIGIT, type Window } from '../shared/slip-candidates';
import { squeeze } from '../shared/text';
import { allowed, type Printed, type Rate, statedWindow } from '../shared/rate';
import { convert, type Evaluation, slackIn, valueIn } from './evaluate';
import { tellingDigits } from './demanded-values';

/*
 * How likely it is that a figure is the wrong one, when what it should be is known: likely when one slip of the pen, or
 * a copy of its neighbour, leads from the one to the other. Weights only compare explanations that mend equally much.
 */

/** A relation as one of its figures sees it. */
export interface Tie {
  readonly evaluation: Evaluation;
  /** Which way the difference of the relation moves when the figure grows. */
  readonly way: 1 | -1;
}

export interface Verdict {
  readonly weight: number;
  /** What it should be; undefined when the relations leave it open. */
  readonly proposed: Decimal | undefined;
  /** Where it must lie. */
  readonly within: Window;
}

/** Weights to compare by: a fifth more or less is no difference. */
export function gradeOf({ weight }: Verdict): number {
  return Math.round(2.5 * Math.log(weight));
}

/** Explanations that are not this many times likelier than others are no better. */
export const CLEARLY = 3;

// What is likely without any slip: percentages and totals are computed, and then wrong by any amount; a blank was never
// filled in.
const NO_SLIP = 1e-4;
const COMPUTED_TOTAL = 5e-4;
const COMPUTED_RATE = 2e-3;
const LEFT_BLANK = 0.05;
const COPIED = 0.3;
/** A text is retyped by hand, a table is filled by a program. */
const RETYPED = 4;
const POINTED_AT = 8;
/** 0640.66 and 38,50.37 were not typed as they were meant. */
const MALFORMED = 30;
/** A value of so many digits that is printed elsewhere too is no chance value; the more digits the surer. */
const LEAST_DIGITS = 2;
const PRINTED_ELSEWHERE = [1, 1, 4, 20] as const;
const CONFIRMED = [1, 1, 0.4, 0.2] as const;
/** A percentage cut off instead of rounded. */
const CUT_OFF = 0.2;
/** A percentage is rounded from what is printed; or from what stood there before that was rounded. */
const ROUNDED_OTHERWISE = 0.15;
/** One figure is hardly ever printed with two last digits. */
const PRINTED_OTHERWISE = 0.01;
const PRINTED_SHORTER = 0.3;
/** 100% says that two figures are one. */
const ALL_OF_IT = 200;
/** Figures whose zeros at the end are printed are not read as coarse ones; the others may be. */
const READ_AS_EXACT = 0.5;
/** One figure in so many with fewer decimals than usual: zeros at the end are left out. */
const SHORTENED = 25;
/** Percentages have no units to be mistaken, and are seldom typed. */
const PERCENT = 0.5;
const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
/** Few figures say nothing about habits. */
const ENOUGH = 8;

interface Group {
  readonly decimals: Map<number, number>;
  count: number;
  zeros: number;
}

export function isRate({ relation }: Evaluation): boolean {
  return relation.kind === 'ratio' || relation.kind === 'growth';
}

function groupOf(figure: Figure): string {
  return isText(figure) ? figure.unit : `${figure.statement}`;
}

function valueKey({ amount, unit }: { readonly amount: { readonly value: Decimal }; readonly unit: string }): string {
  return `${amount.value.toString()}${unit}`;
}

export class Weigher {
  private readonly groups = new Map<string, Group>();
  private readonly times = new Map<string, number>();
  private readonly cells = new Map<string, string>();

  /**
   * @param figures all that is printed
   * @param pointedAt figures that something else than arithmetic has found fault with
   */
  constructor(
    figures: Iterable<Figure>,
    private readonly pointedAt: ReadonlySet<Figure> = new Set(),
  ) {
    for (const figure of figures) this.learn(figure);
  }

  private learn(figure: Figure): void {
    const { amount } = figure;
    if (!amount.printed || amount.value.isZero()) return;
    const name = groupOf(figure);
    let group = this.groups.get(name);
    if (!group) this.groups.set(name, (group = { decimals: new Map(), count: 0, zeros: 0 }));
    group.decimals.set(amount.decimals, (group.decimals.get(amount.decimals) ?? 0) + 1);
    group.count += 1;
    if (amount.raw.endsWith('0')) group.zeros += 1;
    const key = valueKey(figure);
    this.times.set(key, (this.times.get(key) ?? 0) + 1);
    if (!isText(figure)) this.cells.set(cellKey(figure, 0, 0), key);
  }

  habitsOf(figure: Figure): Habits {
    const group = this.groups.get(groupOf(figure));
    if (!group || group.count < ENOUGH) return {};
    const [[usual]] = [...group.decimals.entries()].sort((a, b) => b[1] - a[1]) as [[number, number]];
    let shorter = 0;
    for (const [decimals, count] of group.decimals) if (decimals < usual) shorter += count;
    return { decimals: usual, zeros: group.zeros / group.count, shortened: shorter * SHORTENED >= group.count };
  }

  /** Decimals to propose a value with: those of the figure, or more where such figures have more. */
  decimalsOf(figure: Figure): number {
    return Math.max(figure.amount.decimals, this.habitsOf(figure).decimals ?? 0);
  }

  /**
   * Weighs the explanation that a figure is wrong and should have mended what it would mend.
   * @param value what one of the relations wants it to be
   * @param holds whether a value mends all of `mended`
   */
  weigh(fact: Figure, value: Decimal, mended: readonly Tie[], holds: (value: Decimal) => boolean): Verdict {
    const sums = mended.filter(({ evaluation }) => !isRate(evaluation));
    const within = narrow(mended.map((tie) => windowOf(tie, fact)));
    const weightOf = this.prior(fact);
    const exact = sums.length > 0 || fact.unit === '%';
    const { amount } = fact;
    // A sum that was left blank says nothing against its parts.
    if (value.isZero() && !amount.value.isZero() && mended.every((tie) => isUnstated(tie, fact)))
      return { weight: NO_SLIP * NO_SLIP, proposed: value, within };
    if (!amount.printed) return { weight: LEFT_BLANK * weightOf, proposed: value, within };
    const candidates = this.candidates(fact, within, isDerived(fact, mended)).map((meant): Meant => ({
      ...meant,
      weight:
        meant.weight *
        plainness(meant.value, fact, sums) *
        roundness(meant.value, fact, mended) *
        this.knownAs(fact, meant.value, mended),
    }));
    const total = candidates.reduce((sum, { weight }) => sum + weight, 0);
    const copied = this.isCopy(fact) ? COPIED : 0;
    const weight = Math.max(total, copied, fallback(fact, mended)) * weightOf;
    const [best, second] = candidates.sort((a, b) => b.weight - a.weight).filter((each) => holds(each.value));
    if (exact) {
      // What the relations want to the last digit, unless rounding was in play and a slip says otherwise.
      const own = candidates.find((each) => each.value.equals(value))?.weight ?? 0;
      // Nor where another print of the figure says what it is.
      const told = sums.some(({ evaluation }) => twinOf(evaluation.relation, fact)?.amount.value.equals(value));
      const better =
        !told && best && best.weight > 2 * own && best.weight > NO_SLIP * 10 && best.weight > 2 * (second?.weight ?? 0);
      return { weight, proposed: better && fact.unit !== '%' ? best.value : value, within };
    }
    const clear = best && best.weight > 0.6 * total;
    return { weight, proposed: clear ? best.value : undefined, within };
  }

  private candidates(fact: Figure, within: Window, derived: boolean): Meant[] {
    const { value, decimals } = fact.amount;
    // 共有车辆0辆 may have been typed for any number of one digit; zeros among the parts, and of money, are not typed, they
    // are left.
    if (value.isZero() && isCounted(fact) && derived)
      return DIGITS.filter((digit) => digit >= within.low && digit <= within.high).map((digit) => ({
        value: new Decimal(digit),
        weight: ONE_DIGIT / 2,
      }));
    const found = meantBy(value, decimals, within, { ...this.habitsOf(fact), derived, unitless: fact.unit === '%' });
    return fact.unit === '%' ? found.map((meant) => ({ ...meant, weight: meant.weight * PERCENT })) : found;
  }

  /** The same value printed elsewhere speaks for it; not in the relations that want it. */
  private knownAs(fact: Figure, value: Decimal, mended: readonly Tie[]): number {
    const key = valueKey({ amount: { value }, unit: fact.unit });
    const times = this.times.get(key);
    if (times === undefined) return 1;
    const own = new Set<Figure>();
    for (const {
      evaluation: { relation },
    } of mended)
      for (const figure of [relation.stated, ...relation.terms.map((term) => term.fact)])
        if (valueKey(figure) === key) own.add(figure);
    return times > own.size ? PRINTED_ELSEWHERE[tellingDigits(value)]! : 1;
  }

  private prior(fact: Figure): number {
    const confirmed = fact.amount.printed && (this.times.get(valueKey(fact)) ?? 0) > 1;
    return (
      (isText(fact) ? RETYPED : 1) *
      (confirmed ? CONFIRMED[tellingDigits(fact.amount.value)]! : 1) *
      (this.pointedAt.has(fact) ? POINTED_AT : 1) *
      (isMalformed(fact) ? MALFORMED : 1)
    );
  }

  /** The neighbouring row's or column's value. */
  private isCopy(fact: Figure): boolean {
    if (isText(fact) || tellingDigits(fact.amount.value) < LEAST_DIGITS) return false;
    const value = valueKey(fact);
    return [
      [-1, 0],
      [1, 0],
      [0, -1],
      [0, 1],
    ].some(([row, column]) => this.cells.get(cellKey(fact, row!, column!)) === value);
  }
}

function cellKey(fact: Exclude<Figure, { text: true }>, row: number, column: number): string {
  return `${fact.statement}/${fact.block}/${fact.row + row}/${fact.column + column}`;
}

/** Stated as a sum or a percentage by what it mends. */
function isDerived(fact: Figure, mended: readonly Tie[]): boolean {
  return mended.some(
    ({ evaluation }) =>
      evaluation.relation.stated === fact && (isRate(evaluation) || evaluation.relation.terms.length > 1),
  );
}

/** The sum that the figure is a part of is blank. */
function isUnstated({ evaluation: { relation } }: Tie, fact: Figure): boolean {
  const { stated, kind } = relation;
  return (
    stated !== fact && (kind === undefined || kind === 'sum') && !stated.amount.printed && stated.amount.raw === ''
  );
}

function fallback(fact: Figure, mended: readonly Tie[]): number {
  const states = mended.filter(({ evaluation }) => evaluation.relation.stated === fact);
  const rates = states.filter(({ evaluation }) => isRate(evaluation));
  if (rates.some(({ evaluation }) => evaluation.difference.abs().lessThan(10 ** -fact.amount.decimals))) return CUT_OFF;
  if (rates.length > 0) return COMPUTED_RATE;
  return states.some(({ evaluation }) => evaluation.relation.terms.length > 1) ? COMPUTED_TOTAL : NO_SLIP;
}

/** A sum that is off by a unit of the last digit is less plain than one that holds exactly. */
function plainness(value: Decimal, fact: Figure, sums: readonly Tie[]): number {
  let factor = 1;
  for (const { evaluation, way } of sums) {
    const { relation, difference } = evaluation;
    const wanted = fact.amount.value.minus(convert(difference.times(way), relation.stated.unit, fact.unit));
    const off = Number(value.minus(wanted).abs());
    const twin = twinOf(relation, fact);
    if (twin && twin.amount.decimals >= value.decimalPlaces()) {
      if (off > 0)
        factor *= twin.amount.value.toDecimalPlaces(value.decimalPlaces()).equals(value)
          ? PRINTED_SHORTER
          : PRINTED_OTHERWISE;
      continue;
    }
    const fine = 10 ** -Math.max(fact.amount.decimals, value.decimalPlaces());
    const coarse = (2 * slackOf(evaluation, fact)) / (relation.terms.length + 1);
    // Roundings of n figures: the sum of n errors, each up to half a unit.
    const spread = 2 * ((relation.terms.length + 1) / 12 + 0.05);
    const likely = (unit: number): number => Math.exp(-(Math.round(off / unit) ** 2) / spread);
    // 2 beside 685.59 may stand for 2.00 or be rounded: then any of the values in between would do as well.
    factor *=
      coarse <= 1.5 * fine
        ? likely(Math.max(fine, coarse))
        : READ_AS_EXACT * likely(fine) + ((1 - READ_AS_EXACT) * likely(coarse) * fine) / coarse;
  }
  return factor;
}

/** The same figure printed elsewhere in the same unit. */
function twinOf({ stated, terms: [only, ...others] }: Evaluation['relation'], fact: Figure): Figure | undefined {
  if (!only || others.length > 0 || only.sign < 0 || only.fact.unit !== stated.unit) return undefined;
  return stated === fact ? only.fact : stated;
}

/** A percentage that is what the printed figures round to is plainer than one within their precision. */
function roundness(value: Decimal, fact: Figure, mended: readonly Tie[]): number {
  let factor = 1;
  for (const {
    evaluation: { relation },
  } of mended) {
    const { stated, terms, kind } = relation;
    if ((kind !== 'ratio' && kind !== 'growth') || stated === fact) continue;
    const [first, second] = terms;
    const { unit } = first!.fact;
    const worth = (figure: Figure): number =>
      figure === fact ? Number(convert(value, fact.unit, unit)) : Number(valueIn(figure, unit));
    const [part, whole] = [worth(first!.fact), worth(second!.fact)];
    const base = kind === 'growth' ? whole - first!.sign * part : whole;
    const percent = Number(quotientOf(stated.amount.value, relation));
    if (Math.abs((100 * part) / base - percent) > 0.500001 * 10 ** -stated.amount.decimals) factor *= ROUNDED_OTHERWISE;
    else if (percent === 100 && part === base) factor *= ALL_OF_IT;
  }
  return factor;
}

/** A zero in front, or separators that are not before every third digit. */
function isMalformed({ amount: { raw } }: Figure): boolean {
  const text = squeeze(raw)
    .replace(/，/g, ',')
    .replace(/^[-−+]/, '');
  return /^0\d/.test(text) || (text.includes(',') && !/^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text));
}

function narrow(windows: readonly (Window | undefined)[]): Window {
  let [low, high] = [-Infinity, Infinity];
  for (const window of windows) {
    if (!window) continue;
    low = Math.max(low, window.low);
    high = Math.min(high, window.high);
  }
  return { low, high };
}

/** Slack of a relation in the unit of a figure; the relation's own is not computed when it holds exactly. */
function slackOf({ relation: { stated, terms } }: Evaluation, fact: Figure): number {
  const slack = terms.reduce((sum, term) => sum.plus(slackIn(term.fact, stated.unit)), slackIn(stated, stated.unit));
  return Number(convert(slack, stated.unit, fact.unit));
}

/** Where a figure must lie for a relation to hold. */
export function windowOf({ evaluation, way }: Tie, fact: Figure): Window | undefined {
  const { relation, difference } = evaluation;
  if (relation.kind === 'bound') return undefined;
  if (!isRate(evaluation)) {
    const wanted = Number(fact.amount.value.minus(convert(difference.times(way), relation.stated.unit, fact.unit)));
    const slack = slackOf(evaluation, fact);
    return { low: wanted - slack, high: wanted + slack };
  }
  const { stated, terms, kind } = relation;
  const [part, whole] = terms;
  const unit = part!.fact.unit;
  const rate: Rate = {
    percent: { ...printed(stated, stated.unit), value: Number(quotientOf(stated.amount.value, relation)) },
    part: printed(part!.fact, unit),
    whole: printed(whole!.fact, unit),
    sign: kind === 'growth' ? part!.sign : 0,
  };
  if (fact === stated) {
    const window = allowed(rate, 'percent');
    return window && statedWindow(window, rateForm(relation));
  }
  // Of nothing there is no percentage: that something was spent is not why.
  if (fact === part!.fact) return whole!.fact.amount.value.isZero() ? NOWHERE : allowed(rate, 'part');
  const window = allowed(rate, 'whole');
  const scale = Number(convert(new Decimal(1), unit, fact.unit));
  return window && { low: window.low * scale, high: window.high * scale };
}

/** No value would do. */
const NOWHERE: Window = { low: Infinity, high: -Infinity };

function printed(figure: Figure, unit: string): Printed {
  return { value: Number(valueIn(figure, unit)), slack: Number(slackIn(figure, unit)) };
}
