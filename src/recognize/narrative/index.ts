import type { Profile, Statement } from '../../model/disclosure';
import type { PartialKey } from '../../model/key';
import { type Claim, type Narrative, NO_NARRATIVE, type Sentence, type TextFact } from '../../model/narrative';
import type { Place, SourceBlock } from '../../model/source';
import { ZERO } from '../../shared/decimal';
import { memoized } from '../../shared/memo';
import { meaningOf } from '../../vocabulary/lexicon';
import { SectionReader } from './reader';
import { chapterOf } from '../../vocabulary/narrative/headings';
import { Registry, TableNames } from './registry';
import { readSections, type SectionProse } from './sections';
import type { Surroundings } from './surroundings';
import { tokenize } from './tokens';
import { datedTokens } from './years';

/** Reads the explanation: its sections, sentences and figures, and what it claims about them. */
export function readNarrative(
  blocks: readonly SourceBlock[],
  profile: Profile,
  statements: readonly Statement[],
): Narrative {
  const { sections, lines } = readSections(blocks);
  if (sections.length === 0) return NO_NARRATIVE;
  const names = new TableNames(statements);
  const sentences: Sentence[] = [];
  const figures: TextFact[] = [];
  const claims: Claim[] = [];
  let registry = new Registry();
  let chapter = '';
  sections.forEach((each, section) => {
    const own = chapterOf(each.section.path);
    // What is named in another explanation is not meant here.
    if (own !== chapter) registry = new Registry();
    chapter = own;
    readOne(each, section, { profile, names, registry, figures, claims, sentences });
  });
  claims.forEach(settleVintage);
  return { sections: sections.map(({ section }) => section), sentences, figures, claims, lines };
}

/**
 * 一般公共预算支出 50 万元、政府性基金支出 20 万元、上年结转支出 5 万元 of a whole: beside last year's money the funds are this year's. What a
 * figure says is added to where the list adds up.
 */
function settleVintage(claim: Claim): void {
  if (claim.kind !== 'list' || !claim.parts.some(({ said }) => said.vintage === 'carryover')) return;
  const sum = claim.parts.reduce((total, { amount }) => total.plus(amount.value), ZERO);
  if (!claim.wholes.some(({ amount, said }) => said.vintage === undefined && amount.value.equals(sum))) return;
  for (const part of claim.parts)
    if (part.said.fund !== undefined && part.said.vintage === undefined)
      Object.assign(part, { said: { ...part.said, vintage: 'current' } satisfies PartialKey });
}

/** Where the sentence at an offset ends: behind its full stop, or where the line does. */
function endOfSentence(text: string, offset: number): number {
  for (let at = offset; at < text.length; at += 1) if (text[at] === '。' || text[at] === '\n') return at + 1;
  return text.length;
}

/** What all sections share. */
type Output = Pick<Surroundings, 'profile' | 'names' | 'registry' | 'figures' | 'claims'> & {
  readonly sentences: Sentence[];
};

function readOne({ section: { path }, prose }: SectionProse, section: number, output: Output): void {
  const { text } = prose;
  if (text === '') return;
  const { profile, names, registry, figures, claims, sentences } = output;
  let end = -1;
  const sentenceOf = (offset: number): number => {
    if (offset >= end) {
      const start = Math.max(text.lastIndexOf('。', offset - 1), text.lastIndexOf('\n', offset - 1)) + 1;
      end = endOfSentence(text, offset);
      const words = text.slice(start, end).trim();
      sentences.push({ section, text: words, place: prose.placeOf(start, words.length) });
    }
    return sentences.length - 1;
  };
  const placeOf = (offset: number, length: number): Place => prose.placeOf(offset, length);
  const partial = path.some((title) => title.includes('绩效'));
  const around: Surroundings = {
    profile,
    names,
    registry,
    figures,
    claims,
    section,
    context: contextOf(path),
    partial,
    placeOf,
    sentenceOf,
  };
  new SectionReader(text, around).read(datedTokens(text, tokenize(text), profile.year));
}

/** What one title says about the figures below it. */
const saidByTitle = memoized((title): PartialKey => {
  const { stage: _stage, ...meaning } = meaningOf(title);
  return meaning;
});

/** What the titles say about every figure below them; the innermost counts most. */
function contextOf(path: readonly string[]): PartialKey {
  const said: PartialKey = {};
  for (const title of path) Object.assign(said, saidByTitle(title));
  return said;
}
