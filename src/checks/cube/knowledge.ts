import { type Fact, UNITS } from '../../model/disclosure';
import type { Decimal } from '../../shared/decimal';
import type { Item, Items } from './items';
import { AXES, contains, coordinate, INNER, MEMBERS, OUTER, type Point, PointSets, siblingsBetween, WITH_MEMBER } from './space';

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
 * A member that no form of the document prints does not exist in it, provided that two of its siblings are printed: then the forms do divide
 * the whole, and would have printed it. A document that prints one part only says nothing about the others.
 */
export class MembersInPlay {
  private readonly points = new PointSets(1);

  constructor(placed: readonly Placed[]) {
    const printed = new Set<Point>();
    for (const { point } of placed) printed.add(point);
    this.points.fill(0);
    for (let axis = 0; axis < AXES.length; axis += 1)
      existing(axis, printed).forEach((exists, member) => {
        if (!exists) this.points.removeAll(0, WITH_MEMBER[axis]!, member);
      });
  }

  /** False for a point that cannot hold anything; true also where nothing is known. */
  has(point: Point): boolean {
    return this.points.has(0, point);
  }
}

/** For each member of an axis whether it may exist in a document that prints these points. */
function existing(axis: number, printed: ReadonlySet<Point>): boolean[] {
  const { ids, parents, children } = MEMBERS[axis]!;
  const seen = ids.map(() => false);
  for (const point of printed)
    for (let at = coordinate(point, axis); at >= 0 && !seen[at]; at = parents[at]!) seen[at] = true;
  const found: boolean[] = [];
  // A member comes after the one it is part of.
  parents.forEach((above, member) => {
    found.push(seen[member]! || above < 0 || (found[above]! && children[above]!.filter((each) => seen[each]).length < 2));
  });
  return found;
}

/** What is known to be zero: by print, by being part of a zero, or by being what is left when part and whole are equal. */
export class Knowledge {
  /** By the order of the item, as is nonZeros. */
  private readonly zeros: PointSets;
  private readonly nonZeros: PointSets;
  /** Items that are mentioned later are known by what they are part of only. */
  private readonly known: number;

  constructor(items: Items, placed: readonly Placed[]) {
    const { grand, total, yearend, distribution } = items;
    this.known = items.size;
    this.zeros = new PointSets(this.known);
    this.nonZeros = new PointSets(this.known);
    const blanks: Placed[] = [];
    const totals = new Map<Point, Decimal>();
    for (const each of placed) {
      const { item, point, fact } = each;
      if (fact.amount.value.isZero()) {
        blanks.push(each);
        continue;
      }
      this.noteNonZero(item, point);
      if ((item === total || item === grand) && !totals.has(point)) totals.set(point, fact.amount.value.times(UNITS[fact.unit]));
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

  isZero(item: Item, point: Point): boolean {
    let at: Item | undefined = item;
    while (at && at.order >= this.known) at = at.above;
    return at !== undefined && this.zeros.has(at.order, point);
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
        const rest = AXES.flatMap((_, axis) => siblingsBetween(inner, outer, axis));
        if (!rest.some((point) => this.nonZeros.has(total.order, point))) found.push(...rest);
      }
    return found;
  }
}
