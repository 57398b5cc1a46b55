import type { Remark } from '../../../model/relation';
import { comparable, likeness } from '../../../shared/text';
import { NAMED_ITEM } from '../../../vocabulary/narrative/item-names';
import type { CheckInput } from '../../check';
import { type Passage, spotIn } from '../../passages';
import { type Rule, say } from '../../rule';

/* 款 and 项 that the text names, against the names that the forms print. */

const LENGTH: Readonly<Record<string, number>> = { 款: 5, 项: 7 };

/** The names that the forms print for 款 and for 项, without blanks and signs. */
function printedNames({ rows }: CheckInput): ReadonlyMap<number, ReadonlyMap<string, string>> {
  const byLength = new Map<number, Map<string, string>>([
    [5, new Map()],
    [7, new Map()],
  ]);
  for (const { row } of rows.coded) byLength.get(row.code.length)?.set(plainName(row.label), row.code);
  return byLength;
}

function plainName(name: string): string {
  return comparable(name).replace(/[、,.。“”"]/g, '');
}

/** A name behind the bracket of the one above is told from the words before it; elsewhere words may stand before it. */
function isWhole(text: string, at: number): boolean {
  return /[)）]/.test(text.charAt(at - 1));
}

/** Names less alike than this have nothing to do with each other. */
const ALIKE = 0.5;

/** The printed name that is most like another; undefined where none is, or two are. */
function nearest(name: string, known: ReadonlyMap<string, string>): string | undefined {
  const ranked = [...known.keys()]
    .map((printed) => ({ printed, alike: likeness(name, printed) }))
    .sort((a, b) => b.alike - a.alike);
  const [first, second] = ranked;
  return first && first.alike > ALIKE && first.alike > (second?.alike ?? 0) ? first.printed : undefined;
}

function inWords(printed: string | undefined): string {
  return printed === undefined ? '' : `（表中相近的是“${printed}”）`;
}

function remarksOf(passage: Passage, names: ReadonlyMap<number, ReadonlyMap<string, string>>): Remark[] {
  const remarks: Remark[] = [];
  for (const match of passage.text.matchAll(NAMED_ITEM)) {
    const [, name, level] = match as unknown as [string, string, string];
    const known = names.get(LENGTH[level]!)!;
    const plain = plainName(name);
    const isOne = (printed: string): boolean =>
      plain === printed || (!isWhole(passage.text, match.index) && plain.endsWith(printed));
    if (known.size === 0 || [...known.keys()].some(isOne)) continue;
    remarks.push(
      say('names/item-in-text', '文中的{level}级科目“{name}”，各表中没有这个名称{likely}', {
        severity: 'info',
        figures: [spotIn(passage, match.index, name)],
        with: { level, name, likely: inWords(nearest(plain, known)) },
      }),
    );
  }
  return remarks;
}

/** 医疗保障（款） where the forms say 行政事业单位医疗. */
export const itemsInText: Rule = {
  id: 'names/item-in-text',
  title: '文中的款、项名称与表一致',
  basis: '《政府收支分类科目》：名称以当年版为准，说明文字与公开表一致',
  dependsOn: 'shape',
  inspect: (input) => {
    const names = printedNames(input);
    return input.passages.flatMap((passage) =>
      passage.lines[0]!.part === 'explanation' ? remarksOf(passage, names) : [],
    );
  },
};
