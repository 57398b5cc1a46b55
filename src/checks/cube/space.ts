import type { FactKey } from '../../model/key';
import { childrenOf, parentOf } from '../../vocabulary/members';

/*
 * The space of fund × nature × vintage: every combination of members is one small number, so that sets of them are byte arrays.
 */

export const AXES = ['fund', 'nature', 'vintage'] as const;
export type Axis = (typeof AXES)[number];

class AxisMembers {
  readonly ids: string[] = [];
  readonly parents: number[] = [];
  readonly children: number[][] = [];
  private readonly index = new Map<string, number>();

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

  indexOf(id: string): number {
    return this.index.get(id) ?? -1;
  }
}

const MEMBERS = AXES.map((axis) => new AxisMembers(axis));
const SIZES = MEMBERS.map((members) => members.ids.length);
export const SPACE = SIZES[0]! * SIZES[1]! * SIZES[2]!;

/** A point of the space as a number. */
export type Point = number;

function join(fund: number, nature: number, vintage: number): Point {
  return (fund * SIZES[1]! + nature) * SIZES[2]! + vintage;
}

/** Coordinates of a point, one for each axis. */
function split(point: Point): [number, number, number] {
  const vintage = point % SIZES[2]!;
  const rest = (point - vintage) / SIZES[2]!;
  return [Math.floor(rest / SIZES[1]!), rest % SIZES[1]!, vintage];
}

const POINTS = new Map<string, Point>();

/** The point of a key; -1 when it names a member that the vocabulary does not place. */
export function pointOf(key: FactKey): Point {
  const place = `${key.fund} ${key.nature} ${key.vintage}`;
  let point = POINTS.get(place);
  if (point === undefined) {
    const [fund, nature, vintage] = AXES.map((axis, order) => MEMBERS[order]!.indexOf(key[axis])) as [
      number,
      number,
      number,
    ];
    point = Math.min(fund, nature, vintage) < 0 ? -1 : join(fund, nature, vintage);
    if (point >= 0) POINTS.set(place, point);
  }
  return point;
}

function lift(point: Point, axis: number, member: number): Point {
  const at = split(point);
  at[axis] = member;
  return join(...at);
}

const CHILDREN: (Point[] | undefined)[] = [];

/** The points one step down along an axis, in the order of the vocabulary. */
export function childrenAlong(point: Point, axis: number): readonly Point[] {
  const slot = point * AXES.length + axis;
  return (CHILDREN[slot] ??= MEMBERS[axis]!.children[split(point)[axis]!]!.map((member) => lift(point, axis, member)));
}

/** The points of the siblings that lie between `inner` and `outer` along an axis, taken at `outer` on the other axes. */
export function siblingsBetween(inner: Point, outer: Point, axis: number): Point[] {
  const members = MEMBERS[axis]!;
  const top = split(outer)[axis]!;
  const found: Point[] = [];
  for (let at = split(inner)[axis]!; at !== top; at = members.parents[at]!)
    for (const sibling of members.children[members.parents[at]!]!)
      if (sibling !== at) found.push(lift(outer, axis, sibling));
  return found;
}

function chain(axis: number, from: number): number[] {
  const found: number[] = [];
  for (let at = from; at >= 0; at = MEMBERS[axis]!.parents[at]!) found.push(at);
  return found;
}

const ANCESTORS: (Point[] | undefined)[] = [];

/** Every point that contains this one, itself included. */
export function ancestorsOf(point: Point): readonly Point[] {
  return (ANCESTORS[point] ??= (() => {
    const [fund, nature, vintage] = split(point);
    return chain(0, fund).flatMap((f) => chain(1, nature).flatMap((n) => chain(2, vintage).map((v) => join(f, n, v))));
  })());
}

const DESCENDANTS: (Point[] | undefined)[] = [];

/** Every point that this one contains, itself included. */
export function descendantsOf(point: Point): readonly Point[] {
  return (DESCENDANTS[point] ??= Array.from({ length: SPACE }, (_, other) => other).filter((other) =>
    ancestorsOf(other).includes(point),
  ));
}

/** True when `outer` contains `inner`. */
export function contains(outer: Point, inner: Point): boolean {
  return ancestorsOf(inner).includes(outer);
}

/** Member of a point on an axis, for keys. */
export function memberOf(point: Point, axis: number): string {
  return MEMBERS[axis]!.ids[split(point)[axis]!]!;
}

/** The same fund, every nature, every vintage. */
export function atWhole(point: Point): Point {
  return join(split(point)[0], 0, 0);
}

/** The same fund and nature, another vintage. */
export function withVintage(point: Point, vintage: string): Point {
  const [fund, nature] = split(point);
  return join(fund, nature, MEMBERS[2]!.indexOf(vintage));
}

const CODED = /^((?:e|ge|in):)?(\d{3,})(#.*)?$/;

const ABOVE = new Map<string, string>();

/** The member above along the item axis: 项 > 款 > 类 > 支出合计 > 支出总计; 三公 items by the vocabulary; '' for a root. */
export function parentItem(item: string): string {
  let above = ABOVE.get(item);
  if (above === undefined) {
    above = findAbove(item);
    if (ABOVE.size > MOST_ITEMS) ABOVE.clear();
    ABOVE.set(item, above);
  }
  return above;
}

/** The same few hundred items come in every document; unknown names could be without number. */
const MOST_ITEMS = 20000;

function findAbove(item: string): string {
  if (item === 'total' || item === 'in/total' || item === 'yearend' || item === 'distribution') return 'grand';
  if (item.startsWith('in/')) {
    const above = parentItem(item.slice(3));
    return above === '' ? '' : `in/${above}`;
  }
  const [bare = '', stage] = item.split('@', 2);
  if (stage !== undefined) {
    const above = parentItem(bare);
    return above === '' ? '' : `${above}@${stage}`;
  }
  const above = parentOf('item', item);
  if (above !== undefined) return above;
  const coded = CODED.exec(item);
  if (!coded) return item.startsWith('l:') ? 'total' : '';
  const [, prefix = '', code = '', category] = coded;
  if (category !== undefined) return prefix + code;
  return code.length > 3 ? prefix + code.slice(0, -2) : 'total';
}
