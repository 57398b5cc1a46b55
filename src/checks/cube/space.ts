import type { FactKey } from '../../model/key';
import { childrenOf } from '../../vocabulary/members';

/*
 * The space of fund × nature × vintage: every combination of members is one small number, so that sets of them are a
 * few words of bits.
 */

export const AXES = ['fund', 'nature', 'vintage'] as const;
export type Axis = (typeof AXES)[number];

/** The members of an axis, numbered from the root down: a member comes after the one it is part of. */
class AxisMembers {
  readonly ids: string[] = [];
  readonly parents: number[] = [];
  readonly children: number[][] = [];
  /** Number by id. */
  readonly index = new Map<string, number>();

  constructor(axis: Axis) {
    const add = (id: string, parent: number): void => {
      const at = this.ids.length;
      this.ids.push(id);
      this.index.set(id, at);
      this.parents.push(parent);
      this.children.push([]);
      if (parent >= 0) this.children[parent]!.push(at);
      for (const child of childrenOf(axis, id)) add(child, at);
    };
    add('all', -1);
  }
}

export const MEMBERS = AXES.map((axis) => new AxisMembers(axis));
const [FUND, NATURE, VINTAGE] = MEMBERS as [AxisMembers, AxisMembers, AxisMembers];
const [FUNDS, NATURES, VINTAGES] = [FUND.ids.length, NATURE.ids.length, VINTAGE.ids.length];
export const SPACE = FUNDS * NATURES * VINTAGES;

/** A point of the space as a number. */
export type Point = number;

function join(fund: number, nature: number, vintage: number): Point {
  return (fund * NATURES + nature) * VINTAGES + vintage;
}

/** Coordinates of a point, one for each axis. */
function split(point: Point): [number, number, number] {
  const vintage = point % VINTAGES;
  const rest = (point - vintage) / VINTAGES;
  return [Math.floor(rest / NATURES), rest % NATURES, vintage];
}

const COORDINATES = Array.from({ length: SPACE }, (_, point) => split(point));

/** Number of the member that a point has on an axis (index in MEMBERS[axis].ids). */
export function coordinate(point: Point, axis: number): number {
  return COORDINATES[point]![axis]!;
}

/** The point of a key; -1 when it names a member that the vocabulary does not place. */
export function pointOf(key: FactKey): Point {
  const fund = FUND.index.get(key.fund);
  const nature = NATURE.index.get(key.nature);
  const vintage = VINTAGE.index.get(key.vintage);
  return fund === undefined || nature === undefined || vintage === undefined ? -1 : join(fund, nature, vintage);
}

/** From a member of an axis to the next. */
const STEPS = [NATURES * VINTAGES, VINTAGES, 1] as const;

/** The same point but for its member on one axis. */
function lift(point: Point, axis: number, member: number): Point {
  return point + (member - coordinate(point, axis)) * STEPS[axis]!;
}

const CHILDREN = AXES.map((_, axis) =>
  COORDINATES.map((at, point) => MEMBERS[axis]!.children[at[axis]!]!.map((member) => lift(point, axis, member))),
);

/** The points one step down along an axis, in the order of the vocabulary. */
export function childrenAlong(point: Point, axis: number): readonly Point[] {
  return CHILDREN[axis]![point]!;
}

/**
 * The points of the siblings that lie between `inner` and `outer` along an axis, taken at `outer` on the other axes.
 */
export function siblingsBetween(inner: Point, outer: Point, axis: number): Point[] {
  const members = MEMBERS[axis]!;
  const top = coordinate(outer, axis);
  const found: Point[] = [];
  for (let at = coordinate(inner, axis); at !== top; at = members.parents[at]!)
    for (const sibling of members.children[members.parents[at]!]!)
      if (sibling !== at) found.push(lift(outer, axis, sibling));
  return found;
}

/** The points one step up, along each axis that has one. */
function parentsOf(point: Point): Point[] {
  return MEMBERS.flatMap(({ parents }, axis) => {
    const parent = parents[coordinate(point, axis)]!;
    return parent < 0 ? [] : [lift(point, axis, parent)];
  });
}

function chain(axis: number, from: number): number[] {
  const found: number[] = [];
  for (let at = from; at >= 0; at = MEMBERS[axis]!.parents[at]!) found.push(at);
  return found;
}

/** Every point that contains this one, itself included. */
export function ancestorsOf(point: Point): Point[] {
  const [fund, nature, vintage] = split(point);
  return chain(0, fund).flatMap((f) => chain(1, nature).flatMap((n) => chain(2, vintage).map((v) => join(f, n, v))));
}

const BITS = 32;
const WORDS = Math.ceil(SPACE / BITS);

/** So many sets of points in one array, a bit a point: made at once, joined word by word. */
export class PointSets {
  private readonly words: Int32Array;

  constructor(count: number) {
    this.words = new Int32Array(count * WORDS);
  }

  has(set: number, point: Point): boolean {
    return ((this.words[set * WORDS + (point >>> 5)]! >>> (point & 31)) & 1) === 1;
  }

  add(set: number, point: Point): void {
    this.words[set * WORDS + (point >>> 5)]! |= 1 << (point & 31);
  }

  isEmpty(set: number): boolean {
    return this.words.subarray(set * WORDS, (set + 1) * WORDS).every((word) => word === 0);
  }

  /** Every point of the space. */
  fill(set: number): void {
    this.words.fill(-1, set * WORDS, (set + 1) * WORDS);
  }

  /** Adds the points of a set of `others`. */
  addAll(set: number, others: PointSets, other: number): void {
    for (let word = 0; word < WORDS; word += 1) this.words[set * WORDS + word]! |= others.words[other * WORDS + word]!;
  }

  /** Takes away the points of a set of `others`. */
  removeAll(set: number, others: PointSets, other: number): void {
    for (let word = 0; word < WORDS; word += 1) this.words[set * WORDS + word]! &= ~others.words[other * WORDS + word]!;
  }
}

/** For each point those that contain it, itself included. */
export const OUTER = new PointSets(SPACE);
/** For each point those that it contains, itself included. */
export const INNER = new PointSets(SPACE);
// What contains a point is the point and what contains the points one step up; those stand before it.
for (let point = 0; point < SPACE; point += 1) {
  OUTER.add(point, point);
  for (const parent of parentsOf(point)) OUTER.addAll(point, OUTER, parent);
}
for (let point = SPACE - 1; point >= 0; point -= 1) {
  INNER.add(point, point);
  for (const parent of parentsOf(point)) INNER.addAll(parent, INNER, point);
}

/** For each axis and each of its members the points that have it. */
export const WITH_MEMBER = MEMBERS.map(({ ids }, axis) => {
  const sets = new PointSets(ids.length);
  COORDINATES.forEach((at, point) => sets.add(at[axis]!, point));
  return sets;
});

/** True when `outer` contains `inner`. */
export function contains(outer: Point, inner: Point): boolean {
  return OUTER.has(inner, outer);
}

/** Member of a point on an axis, for keys. */
export function memberOf(point: Point, axis: number): string {
  return MEMBERS[axis]!.ids[coordinate(point, axis)]!;
}

/** The same fund, every nature, every vintage. */
export function atWhole(point: Point): Point {
  return point - (point % STEPS[0]);
}

/** The same fund and nature, another vintage. */
export function withVintage(point: Point, vintage: string): Point {
  return lift(point, 2, VINTAGE.index.get(vintage)!);
}
