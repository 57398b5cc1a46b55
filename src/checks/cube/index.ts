import type { Disclosure, Fact } from '../../model/disclosure';
import { UNITS } from '../../model/disclosure';
import type { Decimal } from '../../shared/decimal';
import { childrenOf, parentOf } from '../../vocabulary/members';
import {
  AXES,
  ancestorsOf,
  atWhole,
  childrenAlong,
  contains,
  descendantsOf,
  memberOf,
  parentItem,
  type Point,
  pointOf,
  siblingsBetween,
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
    const children = childrenAlong(point, axis).filter((child) => this.inPlay.has(child));
    if (children.length === 0) return undefined;
    const found: Node[] = [];
    for (const child of children) {
      if (this.isZero(item, child)) continue;
      const node = this.find(item, child);
      const below = node ? [node] : this.parts(item, child, axis);
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
    let first = new Map<string, Map<number, Fact>>();
    let table = -1;
    for (const fact of this.disclosure.facts) {
      const place = this.placeOf(fact);
      if (!place) continue;
      if (fact.statement !== table) {
        table = fact.statement;
        first = new Map();
      }
      // Printed twice in one table under one key: the table tells them apart by something that is not understood here.
      const flow = fact.key.flow === 'income' ? 1 : fact.key.flow === '' ? 2 : 0;
      const key = (fact.block * 3 + flow) * SPACE + place.point;
      const ofItem = first.get(place.item) ?? new Map<number, Fact>();
      first.set(place.item, ofItem);
      const before = ofItem.get(key);
      if (before) doubled.add(before).add(fact);
      else ofItem.set(key, fact);
      placed.push({ ...place, fact });
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
      settled = new Int16Array(SPACE).fill(-1);
      this.canonical.set(bottom, settled);
    }
    if (settled[point] === -1) settled[point] = this.descend(bottom, point);
    return { item: bottom, point: settled[point]! };
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
        const alive = childrenAlong(point, axis).filter((child) => !this.isZero(item, child));
        if (alive.length !== 1) continue;
        point = alive[0]!;
        moved = true;
      }
    }
    return point;
  }
}

/**
 * A member that no form of the document prints does not exist in it, provided that two of its siblings are printed: then the forms do divide
 * the whole, and would have printed it. A document that prints one part only says nothing about the others.
 */
class MembersInPlay {
  private readonly seen = AXES.map(() => new Set<string>());
  private readonly points = new Uint8Array(SPACE);
  private readonly answers = new Int8Array(SPACE).fill(-1);

  add(point: Point): void {
    if (this.points[point]) return;
    this.points[point] = 1;
    for (const above of ancestorsOf(point)) this.seen.forEach((members, axis) => members.add(memberOf(above, axis)));
  }

  /** False for a point that cannot hold anything; true also where nothing is known. To be asked when everything was added. */
  has(point: Point): boolean {
    if (this.answers[point] === -1)
      this.answers[point] = this.seen.every((members, axis) => this.mayExist(members, axis, memberOf(point, axis)))
        ? 1
        : 0;
    return this.answers[point] === 1;
  }

  private mayExist(members: ReadonlySet<string>, axis: number, member: string): boolean {
    if (members.has(member)) return true;
    const above = parentOf(AXES[axis]!, member);
    if (above === undefined) return true;
    const siblings = childrenOf(AXES[axis]!, above).filter((each) => members.has(each));
    return siblings.length < 2 && this.mayExist(members, axis, above);
  }
}

/** What is known to be zero: by print, by being part of a zero, or by being what is left when part and whole are equal. */
class Knowledge {
  private readonly zeros = new Map<string, Uint8Array>();
  private readonly nonZeros = new Map<string, Uint8Array>();
  private readonly totals = new Map<Point, Decimal>();
  private readonly closed = new Map<string, Uint8Array>();

  note(item: string, point: Point, fact: Fact): void {
    const zero = fact.amount.value.isZero();
    if (zero) {
      set(this.zeros, item)[point] = 1;
      return;
    }
    for (let at = item; at !== ''; at = parentItem(at)) {
      const above = set(this.nonZeros, at);
      if (above[point]) break;
      for (const outer of ancestorsOf(point)) above[outer] = 1;
    }
    if ((item === 'total' || item === 'grand') && !this.totals.has(point))
      this.totals.set(point, fact.amount.value.times(UNITS[fact.unit]));
  }

  /** Draws the conclusions; after this the knowledge is complete. */
  settle(): void {
    const zero = set(this.zeros, 'total');
    for (const [outer, whole] of this.totals)
      for (const [inner, part] of this.totals) {
        if (outer === inner || !contains(outer, inner) || !whole.equals(part)) continue;
        const rest = AXES.flatMap((_, axis) => siblingsBetween(inner, outer, axis));
        if (rest.every((point) => !this.nonZeros.get('total')?.[point])) for (const point of rest) zero[point] = 1;
      }
  }

  isZero(item: string, point: Point): boolean {
    return this.closure(item)[point] === 1;
  }

  private closure(item: string): Uint8Array {
    const known = this.closed.get(item);
    if (known) return known;
    const above = parentItem(item);
    const closure = above === '' ? new Uint8Array(SPACE) : this.closure(above).slice();
    const own = this.zeros.get(item);
    const contradicted = this.nonZeros.get(item);
    own?.forEach((flag, point) => {
      // A blank above figures is not a zero but a slip; the sums will say so.
      if (flag && !contradicted?.[point]) for (const inner of descendantsOf(point)) closure[inner] = 1;
    });
    if (contradicted) for (let point = 0; point < SPACE; point += 1) if (contradicted[point]) closure[point] = 0;
    if ((item === 'yearend' || item === 'distribution') && !own && !contradicted) closure.fill(1);
    this.closed.set(item, closure);
    return closure;
  }
}

function set(map: Map<string, Uint8Array>, item: string): Uint8Array {
  let found = map.get(item);
  if (!found) {
    found = new Uint8Array(SPACE);
    map.set(item, found);
  }
  return found;
}
