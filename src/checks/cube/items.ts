import { memoized } from '../../shared/memo';
import { itemAbove } from '../../vocabulary/item-tree';

/*
 * The item axis of the cube. Other than funds, natures and vintages its members come with the document.
 */

/** The member above along the item axis: 项 > 款 > 类 > 支出合计 > 支出总计; 三公 items by the vocabulary; '' for a root. */
export const parentItem: (item: string) => string = memoized((item) => {
  if (item === 'in/total') return 'grand';
  if (item.startsWith('in/')) {
    const above = parentItem(item.slice(3));
    return above === '' ? '' : `in/${above}`;
  }
  const [bare = '', stage] = item.split('@', 2);
  if (stage !== undefined) {
    const above = parentItem(bare);
    return above === '' ? '' : `${above}@${stage}`;
  }
  return itemAbove(item);
});

/** An item of the document: numbered, so that what is known of it is found without a look-up. */
export interface Item {
  readonly name: string;
  /** Place in the order of first mention; items come after those that they are part of. */
  readonly order: number;
  readonly above: Item | undefined;
  /** For what is received for an item (in/…): that item, with which it is one where nothing is carried in or out. */
  readonly spent: Item | undefined;
}

const OTHER_YEAR = /@[^@]*\/-?\d+$/;

/** What was carried into another year and out of it is told by that year's forms, which are not here. */
function meetsSpending(name: string): boolean {
  return name.startsWith('in/') && !OTHER_YEAR.test(name);
}

/** The items that a document mentions, one object each. */
export class Items {
  private readonly byName = new Map<string, Item>();
  // What every document is asked for, whether it prints it or not.
  readonly grand = this.of('grand');
  readonly total = this.of('total');
  readonly yearend = this.of('yearend');
  readonly distribution = this.of('distribution');

  get size(): number {
    return this.byName.size;
  }

  of(name: string): Item {
    const known = this.byName.get(name);
    if (known) return known;
    const parent = parentItem(name);
    const above = parent === '' ? undefined : this.of(parent);
    const spent = meetsSpending(name) ? this.of(name.slice(3)) : undefined;
    const item = { name, order: this.byName.size, above, spent };
    this.byName.set(name, item);
    return item;
  }

  /** From the first to the last: every item after the one that it is part of. */
  [Symbol.iterator](): IterableIterator<Item> {
    return this.byName.values();
  }
}
