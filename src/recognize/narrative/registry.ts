import type { Disclosure, Statement } from '../../model/disclosure';
import type { PartialKey } from '../../model/key';
import { DIMENSIONS } from '../../model/key';
import type { TextFact } from '../../model/narrative';
import { comparable } from '../../shared/text';
import type { CodeNames } from '../../vocabulary/narrative/subjects';

/** How far back a subject is looked for. */
const LOOK_BACK = 24;

/** Names of 款 and 项 as the tables print them. */
export class TableNames implements CodeNames {
  private readonly codes = new Map<string, string[]>();

  constructor(statements: readonly Statement[]) {
    for (const statement of statements)
      for (const block of statement.blocks)
        for (const row of block.rows) {
          const item = row.key.item ?? '';
          if (!/^\d{5,7}$/.test(item) || row.label === '') continue;
          const name = comparable(row.label);
          const known = this.codes.get(name);
          if (!known) this.codes.set(name, [item]);
          else if (!known.includes(item)) known.push(item);
        }
  }

  codesOf(name: string): readonly string[] {
    return this.codes.get(name) ?? this.codes.get(`${name}支出`) ?? [];
  }
}

/** True when two figures may be one: an item in common, and no dimension on which their words differ. */
export function compatible(items: readonly string[], said: PartialKey, other: TextFact): boolean {
  return (
    items.some((item) => other.items.includes(item)) &&
    DIMENSIONS.every((name) => {
      const mine = said[name];
      const its = other.said[name] ?? other.context[name];
      return mine === undefined || its === undefined || mine === its;
    })
  );
}

/** True when a figure says what the words do and no more: 一般公共预算支出 is neither 一般公共预算基本支出 nor 支出. */
export function meantBy(said: PartialKey, { said: its, context, clear }: TextFact): boolean {
  return (
    clear &&
    (['nature', 'fund'] as const).every(
      (name) =>
        (its[name] === undefined || its[name] === said[name]) &&
        (said[name] === undefined || (its[name] ?? context[name]) === said[name]),
    )
  );
}

/** On how many dimensions the words say of a figure what its own words say. */
function likeness(said: PartialKey, figure: TextFact): number {
  let same = 0;
  for (const name of DIMENSIONS) if (said[name] === (figure.said[name] ?? figure.context[name])) same += 1;
  return same;
}

/** Figures read so far, by what they may stand for: sentences refer back to them by name. */
export class Registry {
  private readonly byItem = new Map<string, TextFact[]>();

  add(figure: TextFact): void {
    for (const item of figure.items) {
      const known = this.byItem.get(item);
      if (known) known.push(figure);
      else this.byItem.set(item, [figure]);
    }
  }

  /** The nearest figures before that the words may refer to, nearest first; exact namesakes before others. */
  find(items: readonly string[], said: PartialKey): TextFact[] {
    const found: TextFact[] = [];
    for (const item of items) {
      const list = this.byItem.get(item) ?? [];
      for (let at = list.length - 1; at >= Math.max(0, list.length - LOOK_BACK); at -= 1) {
        const figure = list[at]!;
        if (!found.includes(figure) && compatible(items, said, figure)) found.push(figure);
      }
    }
    if (found.length < 2) return found;
    const ranked = found.map((figure) => ({ figure, exact: likeness(said, figure) }));
    return ranked.sort((a, b) => b.exact - a.exact || b.figure.id - a.figure.id).map(({ figure }) => figure);
  }
}

export type Statements = Disclosure['statements'];
