import { keyText, makeKey } from '../../model/key';
import type { Narrative, TextFact, TextRole } from '../../model/narrative';
import type { Relation } from '../../model/relation';
import { comparable } from '../../shared/text';
import { chapterOf } from '../../vocabulary/narrative/headings';
import { budgetStage } from '../../vocabulary/narrative/words';
import { NAMELESS_YARDSTICK } from '../../vocabulary/narrative/yardsticks';
import type { CheckInput } from '../check';
import { agree, slipOf } from './space';

/*
 * Text against tables, and text against text: the same thing named twice has one value.
 */

/** What a table may print too. */
const IN_TABLES: ReadonlySet<TextRole> = new Set<TextRole>(['value', 'budget', 'aside']);

/** Values of the text that a table prints too. */
export function textAgainstTables({ disclosure, text }: CheckInput): Relation[] {
  const relations: Relation[] = [];
  for (const figure of disclosure.narrative?.figures ?? []) {
    if (figure.items.length === 0 && figure.kind !== 'count') continue;
    if (!IN_TABLES.has(figure.role)) continue;
    const match = text.match(figure);
    if (!match) continue;
    relations.push({
      rule: 'same-figure',
      stated: figure,
      terms: [{ fact: match.fact, sign: 1 }],
      ...(match.sure ? {} : { guess: true }),
    });
  }
  return relations;
}

const FEWEST_WORDS = 4;

const NAMELESS = /(?:19|20)\d\d年(?:度)?|本(?:部门|单位)|[,，:：、"]|(?:为|是|共计|共)$|^(?:其中|包括|含|以及|和|及)+/g;
const KIND = /(?:预算|决算)数?$/;

/** One name for one figure: the words without year and institution. */
function nameOf(figure: TextFact, entity: string): string {
  return comparable(figure.subject)
    .replace(entity, '')
    .replace(NAMELESS_YARDSTICK, '')
    .replace(NAMELESS, '')
    .replace(KIND, '');
}

/** Figures of the text that say the same: under one key, or in the same words. */
export function textAgainstText({ disclosure, text }: CheckInput): Relation[] {
  const first = new Map<string, TextFact>();
  const relations: Relation[] = [];
  let chapter = '';
  // What a table confirms is no slip.
  const settled = (figure: TextFact): boolean => text.match(figure)?.agrees ?? false;
  const { narrative, profile } = disclosure;
  for (const figure of narrative?.figures ?? []) {
    const own = chapterOf(narrative!.sections[figure.section]!.path);
    if (own !== chapter) first.clear();
    chapter = own;
    if (figure.kind !== 'amount' || !(IN_TABLES.has(figure.role) || figure.role === 'prior')) continue;
    const { restates } = figure;
    if (restates && !agree(figure, restates) && !settled(figure)) {
      relations.push({ rule: 'same-figure', stated: figure, terms: [{ fact: restates, sign: 1 }], guess: true });
      continue;
    }
    for (const name of namesOf(figure, profile.entity)) {
      const before = first.get(name);
      if (!before) {
        first.set(name, figure);
        continue;
      }
      // Another value under the same words may be another thing; a slip of the pen it is when it is one stroke away.
      if (agree(figure, before))
        relations.push({ rule: 'same-figure', stated: figure, terms: [{ fact: before, sign: 1 }] });
      else if (
        !settled(figure) &&
        !settled(before) &&
        (slipOf(figure, before) || slipOf(before, figure) || isOfficial(figure, before, narrative!))
      )
        relations.push({ rule: 'same-figure', stated: figure, terms: [{ fact: before, sign: 1 }], guess: true });
      else continue;
      break;
    }
  }
  return relations;
}

/** One item of “三公”经费 in one chapter of the text has one value, be the other a slip or not. */
function isOfficial(figure: TextFact, before: TextFact, { sections }: Narrative): boolean {
  const chapter = ({ section }: TextFact): string => (sections[section]?.path ?? []).slice(0, 2).join('/');
  return (
    figure.clear &&
    before.clear &&
    figure.items[0] === before.items[0] &&
    (figure.items[0] ?? '').startsWith('sg') &&
    chapter(figure) === chapter(before)
  );
}

function namesOf(figure: TextFact, entity: string): string[] {
  const found: string[] = [];
  const { said, context } = figure;
  const [item] = figure.items;
  // 年初预算 and 调整预算 of one item differ.
  const role = figure.role === 'budget' ? `budget ${budgetStage(figure.subject)?.source ?? ''}` : figure.role;
  if (item !== undefined && figure.clear) found.push(`${role}|${keyText(makeKey(context, said, { item }))}`);
  const words = nameOf(figure, entity);
  const year = said.year ?? context.year ?? '';
  if (words.length >= FEWEST_WORDS)
    found.push(`${role}|${words}|${figure.role === 'aside' ? '' : (context.fund ?? '')}|${year}`);
  const { fund } = said;
  // Nothing received, nothing spent.
  if (fund !== undefined && figure.amount.value.isZero() && (item === 'total' || item === 'grand'))
    found.push(`0|${fund}`);
  return found;
}
