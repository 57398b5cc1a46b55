import { type Fact, UNITS } from '../../model/disclosure';
import type { Decimal } from '../../shared/decimal';
import { childrenOf, parentOf } from '../../vocabulary/members';
import { ancestorsOf, AXES, contains, descendantsOf, memberOf, parentItem, type Point, siblingsBetween, SPACE } from './space';

/*
 * What the printed figures together say about places where nothing is printed: what does not exist, what is zero.
 */

const NONE: readonly Point[] = [];

/** A few points out of the whole space: asked by flag, walked by list. */
class PointSet {
  readonly points: Point[] = [];
  private readonly flags = new Uint8Array(SPACE);

  has(point: Point): boolean {
    return this.flags[point] === 1;
  }

  add(point: Point): void {
    if (this.flags[point] === 1) return;
    this.flags[point] = 1;
    this.points.push(point);
  }
}

/**
 * A member that no form of the document prints does not exist in it, provided that two of its siblings are printed: then the forms do divide
 * the whole, and would have printed it. A document that prints one part only says nothing about the others.
 */
export class MembersInPlay {
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
export class Knowledge {
  private readonly zeros = new Map<string, PointSet>();
  private readonly nonZeros = new Map<string, PointSet>();
  private readonly totals = new Map<Point, Decimal>();
  private readonly closed = new Map<string, Uint8Array>();

  note(item: string, point: Point, fact: Fact): void {
    if (fact.amount.value.isZero()) {
      set(this.zeros, item).add(point);
      return;
    }
    for (let at = item; at !== ''; at = parentItem(at)) {
      const above = set(this.nonZeros, at);
      if (above.has(point)) break;
      for (const outer of ancestorsOf(point)) above.add(outer);
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
        if (rest.every((point) => !this.nonZeros.get('total')?.has(point))) for (const point of rest) zero.add(point);
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
    // A blank above figures is not a zero but a slip; the sums will say so.
    for (const point of own?.points ?? NONE)
      if (!contradicted?.has(point)) for (const inner of descendantsOf(point)) closure[inner] = 1;
    for (const point of contradicted?.points ?? NONE) closure[point] = 0;
    if ((item === 'yearend' || item === 'distribution') && !own && !contradicted) closure.fill(1);
    this.closed.set(item, closure);
    return closure;
  }
}

function set(map: Map<string, PointSet>, item: string): PointSet {
  let found = map.get(item);
  if (!found) {
    found = new PointSet();
    map.set(item, found);
  }
  return found;
}
