import type { Dimension, FactKey } from '../../model/key';
import { itemAbove } from '../../vocabulary/item-tree';
import { parentOf } from '../../vocabulary/members';

/*
 * Law 2 as a question to the keys: which of these figures add up to that one? A whole is the sum of its parts along one
 * dimension, all others alike. No list of cells is kept: forms and vocabulary say what every figure is.
 */

/** From the dimension whose parts lie side by side most often to the one whose parts do so least. */
const SUMMED: readonly Dimension[] = ['vintage', 'fund', 'nature', 'item'];
/** The keys agree in all these, but for the one that is summed. */
const TOLD: readonly Dimension[] = ['flow', 'item', 'fund', 'nature', 'vintage', 'stage', 'year', 'slice', 'entity'];

function above(dimension: Dimension, member: string): string {
  return dimension === 'item' ? itemAbove(member) : (parentOf(dimension, member) ?? '');
}

/** Is `inner` a part of `outer` along this dimension, at whatever depth? */
function isPart(inner: FactKey, outer: FactKey, dimension: Dimension): boolean {
  for (const other of TOLD) if (other !== dimension && inner[other] !== outer[other]) return false;
  for (let at = above(dimension, inner[dimension]); at !== ''; at = above(dimension, at))
    if (at === outer[dimension]) return true;
  return false;
}

/**
 * Which keys add up to a whole: those right below it along one dimension, or below what is not among them.
 * @returns indices in `keys`; none where there are fewer than two, since one part alone divides nothing.
 */
export function partsOf(whole: FactKey, keys: readonly FactKey[]): number[] {
  for (const dimension of SUMMED) {
    const inner = keys.flatMap((key, at) => (isPart(key, whole, dimension) ? [at] : []));
    const top = inner.filter((at) => !inner.some((other) => isPart(keys[at]!, keys[other]!, dimension)));
    if (top.length > 1) return top;
  }
  return [];
}
