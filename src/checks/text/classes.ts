import type { TextFact } from '../../model/narrative';
import type { Relation } from '../../model/relation';
import { functionClassByName } from '../../vocabulary/items';
import type { CheckInput } from '../check';
import { slipsOff, sums } from './adding-up';

/*
 * 科目 that the text names one by one (社会保障和就业（类）…（款）…（项）) against what it says of their 类 elsewhere. Where tables print
 * them they have codes, and the tables say it.
 */

const NAMED = 'n:';

/** The 类 that an item in words belongs to; undefined for one that is a 类 itself. */
function classOf(item: string): string | undefined {
  if (/^\d{7}$/.test(item)) return item.slice(0, 3);
  if (!item.startsWith(NAMED)) return undefined;
  const names = item.slice(NAMED.length).split('/');
  return names.length < 2 ? undefined : (functionClassByName(names[0]!) ?? functionClassByName(`${names[0]!}支出`));
}

function fundOf({ said, context }: TextFact): string {
  return said.fund ?? context.fund ?? '';
}

/**
 * 类 = Σ of its items, in one chapter and of one fund. Items may be left out: said only where it holds, or where one
 * slip explains it.
 */
export function classesAddUp({ disclosure: { narrative }, told }: CheckInput): Relation[] {
  const wholes = new Map<string, TextFact>();
  const parts = new Map<string, TextFact[]>();
  for (const figure of told.values) {
    const [item = ''] = figure.items;
    const group = (code: string): string =>
      `${narrative!.sections[figure.section]?.path[0] ?? ''}|${fundOf(figure)}|${code}`;
    if (/^\d{3}$/.test(item) && figure.clear && !wholes.has(group(item))) wholes.set(group(item), figure);
    const code = classOf(item);
    if (code === undefined) continue;
    const known = parts.get(group(code));
    if (!known) parts.set(group(code), [figure]);
    else if (!known.some(({ items }) => items[0] === item)) known.push(figure);
  }
  return [...parts].flatMap(([group, some]): Relation[] => {
    const whole = wholes.get(group);
    // Where the tables print every one of them, they say it.
    if (!some.some(({ items }) => items[0]!.startsWith(NAMED))) return [];
    if (!whole || !(sums(whole, some) || slipsOff(whole, some))) return [];
    return [{ rule: 'parts', stated: whole, terms: some.map((fact) => ({ fact, sign: 1 })), guess: true }];
  });
}
