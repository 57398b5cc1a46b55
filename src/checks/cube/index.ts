import type { Disclosure, Fact } from '../../model/disclosure';
import type { FactKey } from '../../model/key';
import { blankRowsOf } from '../blanks';
import { forEachBlock } from '../tables';
import { type Item, Items } from './items';
import { Knowledge, type Placed } from './knowledge';
import { atWhole, type Point, pointOf, SPACE, withVintage } from './space';

/*
 * All figures of a disclosure in one space: item × fund × nature × vintage. Where a whole is known to be zero so are
 * its parts; where all parts of a whole but one are zero, whole and part are one figure. That alone brings figures of
 * differently cut forms together: 支出总表 by 基本/项目, 收入总表 by fund, 财政拨款收支总表 by 类.
 */

/** A place in the space, and every figure printed for it. */
export interface Node {
  readonly item: Item;
  readonly point: Point;
  readonly facts: Fact[];
  /** The figure against which the others are held: the first that is printed, or the first of blanks. */
  reference: Fact;
}

/** No table has more side by side; keeps item and block apart in one number. */
const MOST_BLOCKS = 1024;

const NONE: readonly (readonly Node[])[] = [];

export class Cube {
  /** Nodes that hold at least one figure, in the order of first print. */
  readonly nodes: Node[] = [];
  private readonly items = new Items();
  /** By the order of their item: of one item there are few. */
  private readonly byItem: Node[][] = [];
  private readonly known: Knowledge;

  constructor(private readonly disclosure: Disclosure) {
    const placed = this.place();
    this.known = new Knowledge(this.items, placed);
    for (const each of placed) this.add(each);
  }

  /** The node of an item and a point after bringing equal ones together; undefined when nothing is printed for it. */
  find(item: string, point: Point): Node | undefined {
    return this.nodeOf(this.items.of(item), point);
  }

  /**
   * The node that figures of a key belong to; undefined when nothing is printed for it, or no place in the common space
   * is its.
   */
  at(key: FactKey): Node | undefined {
    const point = pointIn(key);
    return point < 0 ? undefined : this.nodeOf(this.itemOf(key), point);
  }

  /** True when the figures say that nothing is there. */
  isZero(item: string, point: Point): boolean {
    return this.known.isNothing(this.items.of(item), point);
  }

  /**
   * The ways in which a node is divided: along each axis its parts as printed nodes, where there are several and each
   * is printed or zero.
   */
  divisions({ item, point }: Node): readonly (readonly Node[])[] {
    const parts = this.known.partsOf(point);
    let found: Node[][] | undefined;
    for (let axis = 0; axis < parts.length; axis += 1) {
      // What has one part only is filed under that part.
      if (parts[axis]!.length < 2) continue;
      const nodes = this.nodesIn(item, parts[axis]!, axis);
      if (nodes && nodes.length > 1) (found ??= []).push(nodes);
    }
    return found ?? NONE;
  }

  /**
   * Parts along an axis as printed nodes; those that are zero are left out, those that are not printed are replaced by
   * their own parts.
   * @returns undefined when a part is neither printed nor zero
   */
  private nodesIn(item: Item, parts: readonly Point[], axis: number): Node[] | undefined {
    const found: Node[] = [];
    for (const part of parts) {
      if (this.known.isZero(item, part)) continue;
      const node = this.nodeOf(item, part);
      if (node) {
        found.push(node);
        continue;
      }
      const own = this.known.partsOf(part)[axis]!;
      const below = own.length > 0 ? this.nodesIn(item, own, axis) : undefined;
      if (!below) return undefined;
      found.push(...below);
    }
    return found;
  }

  private place(): Placed[] {
    const placed: Placed[] = [];
    const doubled = new Set<Fact>();
    const last = new Map<number, Fact>();
    const blank = blankSums(this.disclosure);
    for (const fact of this.disclosure.facts) {
      const point = pointIn(fact.key);
      if (point < 0 || blank.has(fact)) continue;
      const item = this.itemOf(fact.key);
      // Printed twice in one table under one key: the table tells them apart by something that is not understood here.
      const flow = fact.key.flow === 'income' ? 1 : fact.key.flow === '' ? 2 : 0;
      const key = ((item.order * MOST_BLOCKS + fact.block) * 3 + flow) * SPACE + point;
      const before = last.get(key);
      if (before?.statement === fact.statement) doubled.add(before).add(fact);
      else last.set(key, fact);
      placed.push({ item, point, fact });
    }
    return doubled.size === 0 ? placed : placed.filter(({ fact }) => !doubled.has(fact));
  }

  /**
   * In a budget what an item receives is what it spends, so both flows share one place. In final accounts they meet
   * only where nothing is carried in or out, which bottomItem() decides; the year's income stands apart until then.
   * 收入总计 is what 支出总计 (with 年终结转) must equal.
   */
  private itemOf({ flow, item, vintage, stage, year }: FactKey): Item {
    const staged = stage === '' && year === '' ? item : `${item}@${stage}${year === '' ? '' : `/${year}`}`;
    if (flow !== 'income') return this.items.of(staged);
    const isBudget = this.disclosure.profile.kind === 'budget';
    if (item === 'total' && (isBudget || vintage !== 'current')) return this.items.of(staged.replace('total', 'grand'));
    return this.items.of(isBudget ? staged : `in/${staged}`);
  }

  private add({ item, point, fact }: Placed): void {
    const bottom = this.bottomItem(item, point);
    const settled = this.known.descend(bottom, point);
    const nodes = (this.byItem[bottom.order] ??= []);
    const known = nodeAt(nodes, settled);
    if (!known) {
      const node: Node = { item: bottom, point: settled, facts: [fact], reference: fact };
      nodes.push(node);
      this.nodes.push(node);
      return;
    }
    known.facts.push(fact);
    if (!known.reference.amount.printed && fact.amount.printed) known.reference = fact;
  }

  private nodeOf(item: Item, point: Point): Node | undefined {
    const bottom = this.bottomItem(item, point);
    const nodes = this.byItem[bottom.order];
    return nodes && nodeAt(nodes, this.known.descend(bottom, point));
  }

  /** 收入 and 支出总计 down to 本年支出合计 where nothing else lies between them. */
  private bottomItem(item: Item, point: Point): Item {
    if (item === this.items.grand) return this.leavesNothing(point) ? this.items.total : item;
    if (!item.spent) return item;
    const whole = atWhole(point);
    const bringsNothing = ['carryover', 'reserve'].every((vintage) =>
      this.known.isNothing(this.items.grand, withVintage(whole, vintage)),
    );
    return bringsNothing && this.leavesNothing(whole) ? item.spent : item;
  }

  /** Nothing is left at the end of the year: no 年末结转, no 结余分配. */
  private leavesNothing(point: Point): boolean {
    return this.known.isNothing(this.items.yearend, point) && this.known.isNothing(this.items.distribution, point);
  }
}

function nodeAt(nodes: readonly Node[], point: Point): Node | undefined {
  for (const node of nodes) if (node.point === point) return node;
  return undefined;
}

/** The cells of rows that add up others and are blank: headings say nothing, and what was forgotten is told of as such. */
function blankSums(disclosure: Disclosure): ReadonlySet<unknown> {
  const found = new Set<unknown>();
  forEachBlock(disclosure, (block, fact) => {
    const { forgotten, headings } = blankRowsOf(block, fact);
    for (const row of [...forgotten, ...headings]) block.columns.forEach((_, column) => found.add(fact(row, column)));
  });
  return found;
}

/** The point of a key in the common space; -1 for figures that have no place there. */
function pointIn(key: FactKey): Point {
  const { item } = key;
  // A part that the vocabulary has no word for is no part of the common space.
  if (key.slice !== '' || key.entity !== 'all' || item === '' || item.startsWith('p:') || item.startsWith('x:'))
    return -1;
  // Unknown names in a table that is neither income nor expenditure are known to that table alone.
  if (key.flow === '' && (item === 'total' || item.startsWith('l:'))) return -1;
  return pointOf(key);
}
