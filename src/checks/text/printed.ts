import type { Fact } from '../../model/disclosure';
import { sameKey } from '../../model/key';
import { memoized } from '../../shared/memo';
import type { RowAt } from '../rows';
import { isPrinted } from '../tables';

/*
 * The figures of the tables as the text asks for them: by item, and by the very words of a row.
 */

/** Items of the small trees of their own, as a table without known heads names them. */
const LOCAL_TREE = /^l:(op|pr|veh)/;

/** Every figure that words may speak of, by the item that it is of, in the order of print. */
export function factsByItem(facts: readonly Fact[]): Map<string, Fact[]> {
  const byItem = new Map<string, Fact[]>();
  for (const fact of facts) {
    const { entity, slice, item: own } = fact.key;
    if (entity !== 'all' || slice !== '') continue;
    const item = own.startsWith('l:') ? (LOCAL_TREE.exec(own)?.[1] ?? own) : own;
    const known = byItem.get(item);
    if (known) known.push(fact);
    else byItem.set(item, [fact]);
  }
  return byItem;
}

/**
 * One figure a key: other prints of it are held against the first by the tables themselves. A blank says less than a
 * print.
 */
export function onePerKey(facts: readonly Fact[]): readonly Fact[] {
  if (facts.length < 2) return facts;
  const found: Fact[] = [];
  for (const fact of facts) {
    const at = found.findIndex((other) => sameKey(other.key, fact.key));
    if (at < 0) found.push(fact);
    else if (isPrinted(fact) && !isPrinted(found[at])) found[at] = fact;
  }
  return found;
}

/** Numbering and punctuation in the label of a row. */
const NUMBERING = /[\s、（）()\d.]|^[一二三四五六七八九十]+/g;
const labelWords = memoized((label) => label.replace(NUMBERING, ''));

/** The printed figures of rows by their words; the first of several rows of one name. */
export function factsByLabel(rows: readonly RowAt[], facts: readonly Fact[]): Map<string, Fact[]> {
  const byLabel = new Map<string, Fact[]>();
  for (const { row, block, at } of rows) {
    const label = labelWords(row.label);
    if (label.length < 2 || byLabel.has(label)) continue;
    const printed: Fact[] = [];
    for (const id of block.facts[at]!) if (id >= 0 && isPrinted(facts[id])) printed.push(facts[id]!);
    if (printed.length > 0) byLabel.set(label, printed);
  }
  return byLabel;
}
