import { type Fact, UNITS } from '../../model/disclosure';
import type { Decimal } from '../../shared/decimal';
import type { Item, Items } from './items';
import {
  AXES,
  childrenAlong,
  contains,
  coordinate,
  INNER,
  MEMBERS,
  OUTER,
  type Point,
  PointSets,
  siblingsBetween,
  WITH_MEMBER,
} from './space';

/*
 * What the printed figures together say about places where nothing is printed: what does not exist, what is zero.
 */

/** A figure of the common space and where it stands there. */
export interface Placed {
  readonly item: Item;
  readonly point: Point;
  readonly fact: Fact;
}

/**
 * A member that no form of the document prints does not exist in it, provided that two of its siblings are printed:
 * then the forms do divide the whole, and would have printed it. A document that prints one part only says nothing
 * about the others.
 * @returns one set: the points that cannot hold anything
 */
function absentPoints(placed: readonly Placed[]): PointSets {
  const absent = new PointSets(1);
  for (let axis = 0; axis < AXES.length; axis += 1)
    existing(axis, placed).forEach((exists, member) => {
      if (!exists) absent.addAll(0, WITH_MEMBER[axis]!, member);
    });
  return absent;
}

/** For each member of an axis whether it may exist in a document that prints these figures. */
function existing(axis: number, placed: readonly Placed[]): boolean[] {
  const { ids, parents, children } = MEMBERS[axis]!;
  const seen = ids.map(() => false);
  for (const { point } of placed)
    for (let at = coordinate(point, axis); at >= 0 && !seen[at]; at = parents[at]!) seen[at] = true;
  const found: boolean[] = [];
  // A member comes after the one it is part of.
  parents.forEach((above, member) => {
    found.push(
      seen[member]! || above < 0 || (found[above]! && children[above]!.filter((each) => seen[each]).length < 2),
    );
  });
  return found;
}

/**
 * What is known to be nothing: what does not exist, and what is zero by print, by being part of a zero, or by being
 * what is left when part and whole are equal.
 */
export class Knowledge {
  private readonly absent: PointSets;
  /** By the order of the item, as are nonZeros. */
  private readonly zeros: PointSets;
  private readonly nonZeros: PointSets;
  private readonly size: number;
  /** [point][axis]: the points one step down that may hold anything. */
  private readonly parts: (readonly (readonly Point[])[] | undefined)[] = [];

  constructor(items: Items, placed: readonly Placed[]) {
    const { grand, total, yearend, distribution } = items;
    this.absent = absentPoints(placed);
    this.size = items.size;
    this.zeros = new PointSets(this.size);
    this.nonZeros = new PointSets(this.size);
    const blanks: Placed[] = [];
    const totals = new Map<Point, Decimal>();
    for (const each of placed) {
      const { item, point, fact } = each;
      if (fact.amount.value.isZero()) {
        blanks.push(each);
        continue;
      }
      this.noteNonZero(item, point);
      if ((item === total || item === grand) && !totals.has(point))
        totals.set(point, fact.amount.value.times(UNITS[fact.unit]));
    }
    for (const { item, point } of blanks) this.noteZero(item, point);
    for (const point of this.leftOver(totals, total)) this.noteZero(total, point);
    for (const { order } of [yearend, distribution])
      if (this.zeros.isEmpty(order) && this.nonZeros.isEmpty(order)) this.zeros.fill(order);
    for (const { order, above } of items) {
      if (above) this.zeros.addAll(order, this.zeros, above.order);
      this.zeros.removeAll(order, this.nonZeros, order);
    }
  }

  /** False for an item that no table mentions, nor any part of it. */
  knows(item: Item): boolean {
    return item.order < this.size;
  }

  /** True when the figures say that nothing is there. An item that no table mentions is known by what it is part of. */
  isNothing(item: Item, point: Point): boolean {
    if (this.absent.has(0, point)) return true;
    let at: Item | undefined = item;
    while (at && !this.knows(at)) at = at.above;
    return at !== undefined && this.isZero(at, point);
  }

  /** The same of an item that is known, at a point that may hold something for one item or another. */
  isZero(item: Item, point: Point): boolean {
    return this.zeros.has(item.order, point);
  }

  /** The parts of a point along each axis, one step down, that may hold anything; in the order of the vocabulary. */
  partsOf(point: Point): readonly (readonly Point[])[] {
    return (this.parts[point] ??= AXES.map((_, axis) =>
      childrenAlong(point, axis).filter((child) => !this.absent.has(0, child)),
    ));
  }

  /** Goes down from a point wherever all parts but one are known to be nothing. */
  descend(item: Item, from: Point): Point {
    let point = from;
    let parts = this.partsOf(point);
    for (let moved = true; moved;) {
      moved = false;
      for (let axis = AXES.length - 1; axis >= 0; axis -= 1) {
        const only = this.onlyPart(item, parts[axis]!);
        if (only < 0) continue;
        point = only;
        parts = this.partsOf(point);
        moved = true;
      }
    }
    return point;
  }

  /** The one of these parts that is not known to be zero; -1 when there are several or none. */
  private onlyPart({ order }: Item, parts: readonly Point[]): Point {
    let only = -1;
    for (const part of parts) {
      if (this.zeros.has(order, part)) continue;
      if (only >= 0) return -1;
      only = part;
    }
    return only;
  }

  /** None of the wholes that a figure is part of is zero. */
  private noteNonZero(item: Item, point: Point): void {
    for (let at: Item | undefined = item; at && !this.nonZeros.has(at.order, point); at = at.above)
      this.nonZeros.addAll(at.order, OUTER, point);
  }

  /** A blank above figures is not a zero but a slip; the sums will say so. To be asked when every figure was noted. */
  private noteZero({ order }: Item, point: Point): void {
    if (!this.nonZeros.has(order, point) && !this.zeros.has(order, point)) this.zeros.addAll(order, INNER, point);
  }

  /** Where a part of all there is equals the whole and nothing contradicts it: the points that lie beside the part. */
  private leftOver(totals: ReadonlyMap<Point, Decimal>, total: Item): Point[] {
    const found: Point[] = [];
    for (const [outer, whole] of totals)
      for (const [inner, part] of totals) {
        if (outer === inner || !contains(outer, inner) || !whole.equals(part)) continue;
        const rest = [
          ...siblingsBetween(inner, outer, 0),
          ...siblingsBetween(inner, outer, 1),
          ...siblingsBetween(inner, outer, 2),
        ];
        if (!rest.some((point) => this.nonZeros.has(total.order, point))) found.push(...rest);
      }
    return found;
  }
}
