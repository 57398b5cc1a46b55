import { type Fact, UNITS } from '../../model/disclosure';
import { type FactKey, makeKey, type PartialKey } from '../../model/key';
import type { TextFact } from '../../model/narrative';
import type { Figure } from '../../model/relation';
import { halfUnit } from '../../shared/amount';
import type { Decimal } from '../../shared/decimal';
import { isSlip } from '../../shared/slip';
import { agreeAtSight } from '../at-sight';
import type { Cube } from '../cube';
import type { RowAt } from '../rows';
import { isPrinted } from '../tables';
import { factsByItem, factsByLabel, onePerKey } from './printed';

/*
 * Which figures of the tables a figure of the text may stand for. Words fix what they say; what they leave open is
 * decided by the figures.
 */

export interface Match {
  /** The figure it agrees with, or the one it should have agreed with. */
  readonly fact: Fact;
  readonly agrees: boolean;
  /** No other figure can be meant. */
  readonly sure: boolean;
}

interface Candidate {
  readonly fact: Fact;
  /** 0 for the very key that the words give; more for what they leave open. */
  readonly distance: number;
}

/** A value in 元 (percentages and counts as they are). */
export function inYuan(figure: Figure): Decimal {
  const { value } = figure.amount;
  const scale = (UNITS as Readonly<Record<string, number>>)[figure.unit] ?? 1;
  return scale === 1 || value.isZero() ? value : value.times(scale);
}

/** How far its true value may lie from that, in 元. */
export function slackInYuan(figure: Figure): Decimal {
  const slack = halfUnit(figure.amount);
  const scale = (UNITS as Readonly<Record<string, number>>)[figure.unit] ?? 1;
  return slack.isZero() || scale === 1 ? slack : slack.times(scale);
}

/** Counts are exact, and stand in tables under whatever unit the table is in. */
function isCount(figure: Figure): boolean {
  return 'text' in figure && figure.kind === 'count';
}

/** True when two figures agree within their printed precision. */
export function agree(a: Figure, b: Figure): boolean {
  if (isCount(a) || isCount(b)) return a.amount.value.equals(b.amount.value);
  const atSight = agreeAtSight(a, b);
  if (atSight !== undefined) return atSight;
  const difference = inYuan(a).minus(inYuan(b));
  return difference.isZero() || difference.abs().lessThanOrEqualTo(slackInYuan(a).plus(slackInYuan(b)));
}

/** True when the printed figure is one slip away from the value of the other. */
export function slipOf(printed: Figure, meant: Figure): boolean {
  const scale = (UNITS as Readonly<Record<string, number>>)[printed.unit] ?? 1;
  return isSlip(
    printed.amount.value,
    inYuan(meant).div(scale).toDecimalPlaces(printed.amount.decimals),
    printed.amount.decimals,
  );
}

/** Punctuation and numbers in the words of a figure. */
const NAMELESS = /[\s、（）()\d.]/g;

export class TextSpace {
  private readonly byItem: ReadonlyMap<string, readonly Fact[]>;
  private byLabel: ReadonlyMap<string, readonly Fact[]> | undefined;
  private readonly matches = new Map<TextFact, Match | undefined>();

  /** @param local the rows that only their words name */
  constructor(
    private readonly facts: readonly Fact[],
    private readonly local: readonly RowAt[],
    private readonly cube: Cube,
  ) {
    this.byItem = factsByItem(facts);
  }

  /** The table figure for a value of the text; undefined when the tables do not print it. */
  match(figure: TextFact): Match | undefined {
    let match = this.matches.get(figure);
    if (!match && !this.matches.has(figure)) {
      match = this.find(figure);
      this.matches.set(figure, match);
    }
    return match;
  }

  private find(figure: TextFact): Match | undefined {
    if (figure.kind === 'percent' || figure.kind === 'words') return undefined;
    const year = yearOf(figure);
    const candidates = this.candidates(figure, year);
    const equal = candidates.find(({ fact }) => agree(figure, fact));
    if (equal) return { fact: equal.fact, agrees: true, sure: equal.distance === 0 };
    const named = this.namesake(figure);
    if (named) return { fact: named, agrees: true, sure: false };
    // 2022年 copied from an older text: a figure that is this year's all the same.
    if (year !== '') {
      const copy = this.candidates(figure, '').find(({ fact }) => agree(figure, fact));
      if (copy) return { fact: copy.fact, agrees: true, sure: false };
    }
    const [first] = candidates;
    if (!first || figure.kind !== 'amount') return undefined;
    const sure = figure.clear && figure.role !== 'aside' && first.distance === 0 && isPrinted(first.fact);
    const slip = candidates.find(({ fact }) => isPrinted(fact) && slipOf(figure, fact) && !mayCarryOver(figure, fact));
    // It agrees with none: the one that it is a slip away from is meant rather than the nearest.
    if (sure) return { fact: (slip ?? first).fact, agrees: false, sure: true };
    return slip ? { fact: slip.fact, agrees: false, sure: false } : undefined;
  }

  /** The totals that the tables print: what a share or a growth may be of when nothing is named. */
  get totals(): readonly Fact[] {
    return (this.known ??= ['total', 'grand']
      .flatMap((item) => this.staging(item, '', ''))
      .filter(({ amount }) => !amount.value.isZero()));
  }

  private known: Fact[] | undefined;

  /** The same item at another stage: its budget beside its final account. */
  staged(figure: TextFact, stage: string): Fact | undefined {
    const year = yearOf(figure);
    for (const item of figure.items) {
      const [found] = this.staging(item, stage, year);
      if (found) return found;
    }
    return undefined;
  }

  /** What the tables print for an item at a stage of a year, one figure a key. */
  private staging(item: string, stage: string, year: string): readonly Fact[] {
    return onePerKey((this.byItem.get(item) ?? []).filter(({ key }) => key.stage === stage && key.year === year));
  }

  /** A row of that very name, in a form without dimensions (政府采购, 资产), whose figure agrees. */
  private namesake(figure: TextFact): Fact | undefined {
    const words = figure.subject.replace(NAMELESS, '');
    this.byLabel ??= factsByLabel(this.local, this.facts);
    for (const [label, facts] of this.byLabel) {
      if (!words.includes(label) && !label.includes(words)) continue;
      const equal = facts.find((fact) => agree(figure, fact) && !fact.amount.value.isZero());
      if (equal) return equal;
    }
    return undefined;
  }

  /** Figures of a year that the words may mean, the nearest first. */
  private candidates(figure: TextFact, year: string): Candidate[] {
    const found: Candidate[] = [];
    const wanted = wantedBy(figure, year);
    const { said, context, items } = figure;
    items.forEach((item, order) => {
      const key = makeKey(context, said, { item, year, flow: said.flow ?? flowOf(item), stage: said.stage ?? '' });
      const exact = this.printOf(key);
      if (exact && stageFits(exact.key, wanted))
        // Of all there is, grand also counts what was carried over: words that may mean either are not sure of the second.
        found.push({ fact: exact, distance: order === 0 || (items.length === 2 && items[0] !== 'grand') ? 0 : 1 });
      const fitting: Fact[] = [];
      for (const fact of this.byItem.get(item) ?? []) if (distanceOf(fact.key, wanted, item) >= 0) fitting.push(fact);
      for (const fact of onePerKey(fitting))
        found.push({ fact, distance: distanceOf(fact.key, wanted, item) + (order === 0 ? 0 : 1) });
    });
    return found.length < 2 ? found : found.sort((a, b) => a.distance - b.distance);
  }

  /** The figure of a key, also where the tables print it under an equal one (财政拨款 where all of it is 一般公共预算). */
  exact(item: string, wanted: PartialKey): Fact | undefined {
    return this.printOf(makeKey(wanted, { item, flow: wanted.flow ?? flowOf(item) }));
  }

  /** The figure of a key; of what is spent rather than of what is received for it, where both are one. */
  private printOf(key: FactKey): Fact | undefined {
    const node = this.cube.at(key);
    if (!node || key.flow === '' || node.reference.key.flow === key.flow) return node?.reference;
    return node.facts.find((fact) => fact.key.flow === key.flow && isPrinted(fact)) ?? node.reference;
  }
}

/** 收入总计 against 本年收入合计: the larger may hold what was carried over. */
function mayCarryOver(figure: TextFact, fact: Fact): boolean {
  return figure.items[0] === 'grand' && fact.key.item === 'total' && inYuan(figure).greaterThan(inYuan(fact));
}

/** The side of the budget on which an item stands where no words tell; '' for one that may stand on either. */
function flowOf(item: string): string {
  return /^\d/.test(item) || item === 'grand' ? 'expenditure' : '';
}

/** The year of a figure: the document's own ('') where the words name none. */
function yearOf({ said, context }: TextFact): string {
  return said.year ?? context.year ?? '';
}

/** What the words of a figure fix; undefined where they leave it open. */
interface Wanted {
  readonly year: string;
  /** A budget that a final account is held against. */
  readonly budget: boolean;
  readonly flow: string | undefined;
  readonly nature: string | undefined;
  readonly fund: string | undefined;
  readonly vintage: string | undefined;
  /** Which year's money the section is about: likely, not certain. */
  readonly vintageAround: string | undefined;
  readonly clear: boolean;
}

function wantedBy({ said, context, role, clear }: TextFact, year: string): Wanted {
  return {
    year,
    budget: role === 'budget',
    flow: said.flow,
    nature: said.nature ?? context.nature,
    fund: said.fund ?? context.fund,
    vintage: said.vintage,
    vintageAround: context.vintage,
    clear,
  };
}

function stageFits({ stage }: FactKey, { budget }: Wanted): boolean {
  if (budget) return stage === 'budget' || stage === 'adjusted' || stage === 'executed';
  return stage === '' || stage === 'final';
}

/** Items that the vocabulary itself places: fund and nature may be left open even by clear words. */
const OF_ITS_OWN = /^(?:sg|op|pr|e:)/;

/** How much a key says beyond the words; -1 when it says something else. */
function distanceOf(key: FactKey, wanted: Wanted, item: string): number {
  const { flow, nature, fund, vintage } = wanted;
  if (key.year !== wanted.year) return -1;
  if (flow !== undefined && item !== 'grand' && key.flow !== '' && key.flow !== flow) return -1;
  if (flow === 'income' && item === 'grand') return -1;
  if (nature !== undefined && key.nature !== nature) return -1;
  if (fund !== undefined && key.fund !== fund) return -1;
  if (vintage !== undefined && key.vintage !== vintage) return -1;
  if (!stageFits(key, wanted)) return -1;
  const open =
    (nature === undefined && key.nature !== 'all' ? 1 : 0) + (fund === undefined && key.fund !== 'all' ? 1 : 0);
  // Fund and nature are left open only where the words are not clear, or the item is one of its own; which year's money
  // it is, often.
  if (open > 0 && wanted.clear && !OF_ITS_OWN.test(item)) return -1;
  return open + (vintage === undefined && key.vintage !== (wanted.vintageAround ?? 'all') ? 1 : 0);
}
