import type { Disclosure, Fact } from '../../model/disclosure';
import { keyText } from '../../model/key';
import { isPrinted } from '../tables';

/*
 * The figures of the tables as the text asks for them: by item, and by the very words of a row.
 */

/** Items of the small trees of their own, as a table without known heads names them. */
const LOCAL_TREE = /^l:(op|pr|veh)/;

/** Figures by the item that they are of. The text asks for few of the items: only those are looked at closely. */
export class FactsByItem {
  private readonly all = new Map<string, Fact[]>();
  private readonly distinct = new Map<string, readonly Fact[]>();

  constructor(facts: readonly Fact[]) {
    for (const fact of facts) {
      const { entity, slice, item: own } = fact.key;
      if (entity !== 'all' || slice !== '') continue;
      const item = own.startsWith('l:') ? (LOCAL_TREE.exec(own)?.[1] ?? own) : own;
      const list = this.all.get(item);
      if (list) list.push(fact);
      else this.all.set(item, [fact]);
    }
  }

  /** The figures of an item, one a key: its other prints are held against it by the tables themselves. */
  of(item: string): readonly Fact[] {
    let found = this.distinct.get(item);
    if (!found) {
      found = onePerKey(this.all.get(item) ?? []);
      this.distinct.set(item, found);
    }
    return found;
  }
}

/** The first print of every key. A blank says less than a print. */
function onePerKey(facts: readonly Fact[]): readonly Fact[] {
  if (facts.length < 2) return facts;
  const first = new Map<string, Fact>();
  for (const fact of facts) {
    const key = keyText(fact.key);
    const before = first.get(key);
    if (!before || (isPrinted(fact) && !isPrinted(before))) first.set(key, fact);
  }
  return [...first.values()];
}

const LOCAL_ROW = /^(?:[plx]:|op|pr|veh)/;

/** Numbering and punctuation in the label of a row. */
const NUMBERING = /[\s、（）()\d.]|^[一二三四五六七八九十]+/g;

/** The printed figures of rows in forms without dimensions (政府采购, 资产), by the words of the row. */
export function factsByLabel({ statements, facts }: Disclosure): Map<string, Fact[]> {
  const byLabel = new Map<string, Fact[]>();
  for (const { blocks } of statements)
    for (const { rows, facts: ids } of blocks)
      for (const [at, row] of rows.entries()) {
        if (!LOCAL_ROW.test(row.key.item ?? '')) continue;
        const label = row.label.replace(NUMBERING, '');
        if (label.length < 2 || byLabel.has(label)) continue;
        const printed = ids[at]!.flatMap((id) => (id >= 0 && isPrinted(facts[id]) ? [facts[id]!] : []));
        if (printed.length > 0) byLabel.set(label, printed);
      }
  return byLabel;
}
