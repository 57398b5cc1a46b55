import { type Disclosure, type Fact, UNITS } from '../../model/disclosure';
import { type FactKey, makeKey, type PartialKey, sameKey } from '../../model/key';
import type { TextFact } from '../../model/narrative';
import type { Figure } from '../../model/relation';
import { halfUnit } from '../../shared/amount';
import type { Decimal } from '../../shared/decimal';
import { isSlip } from '../../shared/slip';
import type { Cube } from '../cube';
import { isPrinted } from '../tables';

/*
 * Which figures of the tables a figure of the text may stand for. Words fix what they say; what they leave open is decided by the figures.
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

/** Items of the small trees of their own, as a table without known heads names them. */
const LOCAL_TREE = /^l:(op|pr|veh)/;

const FREE = ['nature', 'vintage', 'fund'] as const;

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
  const difference = inYuan(a).minus(inYuan(b));
  return difference.isZero() || difference.abs().lessThanOrEqualTo(slackInYuan(a).plus(slackInYuan(b)));
}

/** True when the printed figure is one slip away from the value of the other. */
export function slipOf(printed: Figure, meant: Figure): boolean {
  const scale = (UNITS as Readonly<Record<string, number>>)[printed.unit] ?? 1;
  return isSlip(printed.amount.value, inYuan(meant).div(scale).toDecimalPlaces(printed.amount.decimals), printed.amount.decimals);
}

export class TextSpace {
  private readonly byItem = new Map<string, Fact[]>();
  private readonly byLabel = new Map<string, Fact[]>();
  private readonly matches = new Map<TextFact, Match | undefined>();

  constructor(
    disclosure: Disclosure,
    private readonly cube: Cube,
  ) {
    for (const fact of disclosure.facts) {
      if (fact.key.entity !== 'all' || fact.key.slice !== '') continue;
      const item = LOCAL_TREE.exec(fact.key.item)?.[1] ?? fact.key.item;
      const list = this.byItem.get(item);
      if (!list) {
        this.byItem.set(item, [fact]);
        continue;
      }
      // One figure a key: its other prints are held against it by the tables themselves. A blank says less than a print.
      const at = list.findIndex((other) => sameKey(other.key, fact.key));
      if (at < 0) list.push(fact);
      else if (isPrinted(fact) && !isPrinted(list[at])) list[at] = fact;
    }
    for (const statement of disclosure.statements)
      for (const block of statement.blocks)
        block.rows.forEach((row, r) => {
          if (!/^(?:[plx]:|op|pr|veh)/.test(row.key.item ?? '')) return;
          const label = row.label.replace(/[\s、（）()\d.]|^[一二三四五六七八九十]+/g, '');
          if (label.length < 2 || this.byLabel.has(label)) return;
          const facts = block.facts[r]!.flatMap((id) => (id >= 0 && isPrinted(disclosure.facts[id]) ? [disclosure.facts[id]!] : []));
          if (facts.length > 0) this.byLabel.set(label, facts);
        });
  }

  /** The table figure for a value of the text; undefined when the tables do not print it. */
  match(figure: TextFact): Match | undefined {
    if (!this.matches.has(figure)) this.matches.set(figure, this.find(figure));
    return this.matches.get(figure);
  }

  private find(figure: TextFact): Match | undefined {
    if (figure.kind === 'percent' || figure.kind === 'words') return undefined;
    const candidates = this.candidates(figure);
    const equal = candidates.find(({ fact }) => agree(figure, fact));
    if (equal) return { fact: equal.fact, agrees: true, sure: equal.distance === 0 };
    const named = this.namesake(figure);
    if (named) return { fact: named, agrees: true, sure: false };
    // 2022年 copied from an older text: a figure that is this year's all the same.
    if (yearOf(figure.said, figure.context) !== '') {
      const copy = this.candidates(ofThisYear(figure)).find(({ fact }) => agree(figure, fact));
      if (copy) return { fact: copy.fact, agrees: true, sure: false };
    }
    const [first] = candidates;
    if (!first || figure.kind !== 'amount') return undefined;
    const sure = figure.clear && figure.role !== 'aside' && first.distance === 0 && isPrinted(first.fact);
    const slip = candidates.find(({ fact }) => isPrinted(fact) && slipOf(figure, fact));
    // It agrees with none: the one that it is a slip away from is meant rather than the nearest.
    if (sure) return { fact: (slip ?? first).fact, agrees: false, sure: true };
    return slip ? { fact: slip.fact, agrees: false, sure: false } : undefined;
  }

  /** The totals that the tables print: what a share or a growth may be of when nothing is named. */
  get totals(): readonly Fact[] {
    return (this.known ??= ['total', 'grand'].flatMap((item) => (this.byItem.get(item) ?? []).filter(({ key, amount }) => key.stage === '' && key.year === '' && !amount.value.isZero())));
  }

  private known: Fact[] | undefined;

  /** The same item at another stage: its budget beside its final account. */
  staged(figure: TextFact, stage: string): Fact | undefined {
    for (const item of figure.items) {
      const found = (this.byItem.get(item) ?? []).find(({ key }) => key.stage === stage && key.year === yearOf(figure.said, figure.context));
      if (found) return found;
    }
    return undefined;
  }

  /** A row of that very name, in a form without dimensions (政府采购, 资产), whose figure agrees. */
  private namesake(figure: TextFact): Fact | undefined {
    const words = figure.subject.replace(/[\s、（）()\d.]/g, '');
    for (const [label, facts] of this.byLabel) {
      if (!words.includes(label) && !label.includes(words)) continue;
      const equal = facts.find((fact) => agree(figure, fact) && !fact.amount.value.isZero());
      if (equal) return equal;
    }
    return undefined;
  }

  /** Figures that the words may mean, the nearest first. */
  private candidates(figure: TextFact): Candidate[] {
    const found: Candidate[] = [];
    const { said, context, clear } = figure;
    figure.items.forEach((item, order) => {
      const wanted: PartialKey = { ...withoutStage(context), ...said };
      const exact = this.exact(item, wanted);
      if (exact && stageFits(exact.key, figure)) found.push({ fact: exact, distance: order === 0 || figure.items.length === 2 ? 0 : 1 });
      for (const fact of this.byItem.get(item) ?? []) {
        const distance = distanceOf(fact.key, said, context, clear, item);
        if (distance >= 0 && stageFits(fact.key, figure)) found.push({ fact, distance: distance + (order === 0 ? 0 : 1) });
      }
    });
    return found.sort((a, b) => a.distance - b.distance);
  }

  /** The figure of a key, also where the tables print it under an equal one (财政拨款 where all of it is 一般公共预算). */
  exact(item: string, wanted: PartialKey): Fact | undefined {
    const flow = wanted.flow ?? (/^\d/.test(item) || item === 'grand' ? 'expenditure' : '');
    const key: FactKey = makeKey(wanted, { item, flow });
    const node = this.cube.at(key);
    return node && (node.facts.find(isPrinted) ?? node.facts[0]);
  }
}

/** The document's own year where the words name none. */
function yearOf(said: PartialKey, context: PartialKey): string {
  return said.year ?? context.year ?? '';
}

function ofThisYear(figure: TextFact): TextFact {
  return { ...figure, said: { ...figure.said, year: '' }, context: { ...figure.context, year: '' } };
}

function withoutStage({ stage: _stage, item: _item, flow: _flow, ...rest }: PartialKey): PartialKey {
  return rest;
}

function stageFits(key: FactKey, { role }: TextFact): boolean {
  if (role === 'budget') return key.stage === 'budget' || key.stage === 'adjusted' || key.stage === 'executed';
  return key.stage === '' || key.stage === 'final';
}

/** How much a key says beyond the words; -1 when it says something else. */
function distanceOf(key: FactKey, said: PartialKey, context: PartialKey, clear: boolean, item: string): number {
  if (key.year !== yearOf(said, context)) return -1;
  if (said.flow !== undefined && key.flow !== '' && key.flow !== said.flow && item !== 'grand') return -1;
  if (said.flow === 'income' && item === 'grand') return -1;
  let distance = 0;
  for (const name of FREE) {
    const mine = said[name] ?? (name === 'vintage' ? undefined : context[name]);
    if (mine !== undefined) {
      if (key[name] !== mine) return -1;
    } else if (key[name] !== 'all') {
      // Which year's money is often left open; fund and nature only where the words are not clear, or the item is one of its own.
      if (name !== 'vintage' && clear && !/^(?:sg|op|pr|e:)/.test(item)) return -1;
      distance += name === 'vintage' && context.vintage === key.vintage ? 0 : 1;
    }
  }
  return distance;
}
