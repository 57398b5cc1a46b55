import type { Narrative, TextFact } from '../../model/narrative';
import type { Relation } from '../../model/relation';
import { itemLevel } from '../../vocabulary/narrative/items';
import type { CheckInput } from '../check';
import { slipsOff, sums } from './adding-up';
import { inYuan } from './space';

/*
 * 支出 A 万元。（1）人员支出 B 万元；（2）公用支出 C 万元；（3）…: numbered items right behind a total, which no word calls its
 * parts. They are where they make it up, or would but for one slip.
 */

/** Fewer make a total by accident. */
const FEWEST = 3;

export function numberedAddUp({ told, disclosure }: CheckInput): Relation[] {
  const { narrative } = disclosure;
  if (!narrative) return [];
  const listed = told.lists.map(({ parts }) => new Set(parts));
  return runs(told.values, narrative).flatMap(({ before, items }): Relation[] => {
    if (items.length < FEWEST || listed.some((list) => items.every((item) => list.has(item)))) return [];
    const whole = before.find((each) => sums(each, items)) ?? before.find((each) => mayHold(each, items));
    if (!whole) return [];
    return [{ rule: 'parts', stated: whole, terms: items.map((fact) => ({ fact, sign: 1 as const })), guess: true }];
  });
}

/** The whole of some items but for a slip: more than any of them. */
function mayHold(whole: TextFact, items: readonly TextFact[]): boolean {
  return items.every((item) => inYuan(whole).greaterThan(inYuan(item))) && slipsOff(whole, items);
}

/** A sentence with its values, and how deep it is numbered. */
interface Told {
  readonly level: number;
  readonly section: number;
  readonly values: TextFact[];
}

interface Run {
  /** Values of the sentence before the first item. */
  readonly before: readonly TextFact[];
  /** The first value of each item. */
  readonly items: TextFact[];
}

function sentencesOf(values: readonly TextFact[], { sentences }: Narrative): Told[] {
  const found: Told[] = [];
  let last: TextFact | undefined;
  for (const figure of values) {
    const { sentence, section } = figure;
    if (last?.sentence === sentence) found[found.length - 1]!.values.push(figure);
    else found.push({ level: itemLevel(sentences[sentence]!.text), section, values: [figure] });
    last = figure;
  }
  return found;
}

/** Items of one level of numbering that follow one another in a section, with what stands before them. */
function runs(values: readonly TextFact[], narrative: Narrative): Run[] {
  const found: Run[] = [];
  let before: Told | undefined;
  for (const told of sentencesOf(values, narrative)) {
    const goesOn = before?.section === told.section;
    if (told.level > 0 && goesOn && before!.level === told.level) found[found.length - 1]!.items.push(told.values[0]!);
    else if (told.level > 0) found.push({ before: goesOn ? before!.values : [], items: [told.values[0]!] });
    before = told;
  }
  return found;
}
