import type { Disclosure, Fact } from '../../model/disclosure';
import { Knowledge, MembersInPlay } from './knowledge';
import {
  AXES,
  atWhole,
  childrenAlong,
  type Point,
  pointOf,
  SPACE,
  withVintage,
} from './space';

/*
 * All figures of a disclosure in one space: item × fund × nature × vintage. Where a whole is known to be zero so are its parts; where all parts
 * of a whole but one are zero, whole and part are one figure. That alone brings figures of differently cut forms together:
 * 支出总表 by 基本/项目, 收入总表 by fund, 财政拨款收支总表 by 类.
 */

/** A place in the space, and every figure printed for it. */
export interface Node {
  readonly item: string;
  readonly point: Point;
  readonly facts: Fact[];
}

interface Placed {
  readonly item: string;
  readonly point: Point;
  readonly fact: Fact;
}

/** No table has more side by side; keeps item and block apart in one number. */
const MOST_BLOCKS = 1024;

export class Cube {
  /** Nodes that hold at least one figure, in the order of first print. */
  readonly nodes: Node[] = [];
  private readonly byPlace = new Map<string, Map<Point, Node>>();
  private readonly known = new Knowledge();
  private readonly inPlay = new MembersInPlay();
  private readonly canonical = new Map<string, Int16Array>();

  constructor(private readonly disclosure: Disclosure) {
    const placed = this.place();
    for (const { item, point, fact } of placed) this.known.note(item, point, fact);
    for (const { point } of placed) this.inPlay.add(point);
    this.known.settle();
    for (const { item, point, fact } of placed) this.add(item, point, fact);
  }

  /** The node of an item and a point after bringing equal ones together; undefined when nothing is printed for it. */
  find(item: string, point: Point): Node | undefined {
    const at = this.settle(item, point);
    return this.byPlace.get(at.item)?.get(at.point);
  }

  /** True when the figures say that nothing is there. */
  isZero(item: string, point: Point): boolean {
    return this.known.isZero(item, point) || !this.inPlay.has(point);
  }

  /**
   * The parts of a point along an axis as printed nodes; parts that are zero are left out, parts not printed are replaced by their own parts.
   * @returns undefined when a part is neither printed nor zero
   */
  parts(item: string, point: Point, axis: number): Node[] | undefined {
    let found: Node[] | undefined;
    for (const child of childrenAlong(point, axis)) {
      if (!this.inPlay.has(child)) continue;
      found ??= [];
      if (this.known.isZero(item, child)) continue;
      const node = this.find(item, child);
      if (node) {
        found.push(node);
        continue;
      }
      const below = this.parts(item, child, axis);
      if (!below) return undefined;
      found.push(...below);
    }
    return found;
  }

  /** The item and point under which a fact is filed, before equal ones are brought together; undefined for figures of no common space. */
  placeOf(fact: Fact): { item: string; point: Point } | undefined {
    const { key } = fact;
    // A part that the vocabulary has no word for is no part of the common space.
    if (key.slice !== '' || key.entity !== 'all' || key.item === '' || key.item.startsWith('p:') || key.item.startsWith('x:'))
      return undefined;
    // Unknown names in a table that is neither income nor expenditure are known to that table alone.
    if (key.flow === '' && (key.item === 'total' || key.item.startsWith('l:'))) return undefined;
    const point = pointOf(key);
    return point < 0 ? undefined : { item: this.itemOf(fact), point };
  }

  private place(): Placed[] {
    const placed: Placed[] = [];
    const doubled = new Set<Fact>();
    const first = new Map<number, Fact>();
    const numbers = new Map<string, number>();
    let table = -1;
    for (const fact of this.disclosure.facts) {
      const place = this.placeOf(fact);
      if (!place) continue;
      if (fact.statement !== table) {
        table = fact.statement;
        first.clear();
      }
      // Printed twice in one table under one key: the table tells them apart by something that is not understood here.
      const flow = fact.key.flow === 'income' ? 1 : fact.key.flow === '' ? 2 : 0;
      let item = numbers.get(place.item);
      if (item === undefined) numbers.set(place.item, (item = numbers.size));
      const key = ((item * MOST_BLOCKS + fact.block) * 3 + flow) * SPACE + place.point;
      const before = first.get(key);
      if (before) doubled.add(before).add(fact);
      else first.set(key, fact);
      placed.push({ item: place.item, point: place.point, fact });
    }
    return doubled.size === 0 ? placed : placed.filter(({ fact }) => !doubled.has(fact));
  }

  /**
   * In a budget what an item receives is what it spends, so both flows share one place. In final accounts they meet only where nothing is
   * carried in or out, which settle() decides; the year's income stands apart until then. 收入总计 is what 支出总计 (with 年终结转) must equal.
   */
  private itemOf({ key }: Fact): string {
    const staged = key.stage === '' && key.year === '' ? key.item : `${key.item}@${key.stage}${key.year === '' ? '' : `/${key.year}`}`;
    if (key.flow !== 'income') return staged;
    if (this.disclosure.profile.kind === 'budget')
      return key.item === 'total' ? staged.replace('total', 'grand') : staged;
    return key.item === 'total' && key.vintage !== 'current' ? staged.replace('total', 'grand') : `in/${staged}`;
  }

  private add(item: string, point: Point, fact: Fact): void {
    const at = this.settle(item, point);
    const nodes = this.byPlace.get(at.item) ?? new Map<Point, Node>();
    this.byPlace.set(at.item, nodes);
    let node = nodes.get(at.point);
    if (!node) {
      node = { ...at, facts: [] };
      nodes.set(at.point, node);
      this.nodes.push(node);
    }
    node.facts.push(fact);
  }

  /** Goes down wherever all parts but one are known to be zero. */
  private settle(item: string, point: Point): { item: string; point: Point } {
    const bottom = this.bottomItem(item, point);
    let settled = this.canonical.get(bottom);
    if (!settled) {
      settled = new Int16Array(SPACE);
      this.canonical.set(bottom, settled);
    }
    // Kept one higher: 0 is what a new array is filled with.
    if (settled[point] === 0) settled[point] = this.descend(bottom, point) + 1;
    return { item: bottom, point: settled[point]! - 1 };
  }

  /** 收入 and 支出总计 down to 本年支出合计 where nothing else lies between them. */
  private bottomItem(item: string, point: Point): string {
    if (item === 'grand') return this.leavesNothing(point) ? 'total' : item;
    // What was carried into another year and out of it is told by that year's forms, which are not here.
    if (!item.startsWith('in/') || /@[^@]*\/-?\d+$/.test(item)) return item;
    const whole = atWhole(point);
    const bringsNothing = ['carryover', 'reserve'].every((vintage) =>
      this.isZero('grand', withVintage(whole, vintage)),
    );
    return bringsNothing && this.leavesNothing(whole) ? item.slice(3) : item;
  }

  /** Nothing is left at the end of the year: no 年末结转, no 结余分配. */
  private leavesNothing(point: Point): boolean {
    return this.isZero('yearend', point) && this.isZero('distribution', point);
  }

  private descend(item: string, from: Point): Point {
    let point = from;
    for (let moved = true; moved;) {
      moved = false;
      for (let axis = AXES.length - 1; axis >= 0; axis -= 1) {
        const only = this.onlyPart(item, point, axis);
        if (only < 0) continue;
        point = only;
        moved = true;
      }
    }
    return point;
  }

  /** The one part of a point along an axis that is not known to be zero; -1 when there are several or none. */
  private onlyPart(item: string, point: Point, axis: number): Point {
    let only = -1;
    for (const child of childrenAlong(point, axis)) {
      if (this.isZero(item, child)) continue;
      if (only >= 0) return -1;
      only = child;
    }
    return only;
  }
}
