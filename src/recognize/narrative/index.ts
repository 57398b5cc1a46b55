import type { Profile, Statement } from '../../model/disclosure';
import type { PartialKey } from '../../model/key';
import { type Claim, type Narrative, NO_NARRATIVE, type Sentence, type TextFact } from '../../model/narrative';
import type { SourceBlock } from '../../model/source';
import { meaningOf } from '../../vocabulary/lexicon';
import { SectionReader } from './reader';
import { Registry, TableNames } from './registry';
import { readSections, type SectionProse } from './sections';
import { tokenize } from './tokens';
import { datedTokens } from './years';

/** Reads the explanation: its sections, sentences and figures, and what it claims about them. */
export function readNarrative(blocks: readonly SourceBlock[], profile: Profile, statements: readonly Statement[]): Narrative {
  const { sections, lines } = readSections(blocks);
  if (sections.length === 0) return NO_NARRATIVE;
  const names = new TableNames(statements);
  const sentences: Sentence[] = [];
  const figures: TextFact[] = [];
  const claims: Claim[] = [];
  let registry = new Registry();
  let chapter = '';
  sections.forEach((each, section) => {
    const own = each.section.path[0] ?? '';
    // What is named in another explanation is not meant here.
    if (own !== chapter) registry = new Registry();
    chapter = own;
    readOne(each, section, { profile, names, registry, figures, claims, sentences });
  });
  return { sections: sections.map(({ section }) => section), sentences, figures, claims, lines };
}

interface Output {
  readonly profile: Profile;
  readonly names: TableNames;
  readonly registry: Registry;
  readonly figures: TextFact[];
  readonly claims: Claim[];
  readonly sentences: Sentence[];
}

function readOne({ section: { path }, prose }: SectionProse, section: number, output: Output): void {
  const { text } = prose;
  const tokens = datedTokens(text, tokenize(text), output.profile.year);
  const context = contextOf(path);
  let end = -1;
  const sentenceOf = (offset: number): number => {
    if (offset >= end) {
      const start = Math.max(text.lastIndexOf('。', offset - 1), text.lastIndexOf('\n', offset - 1)) + 1;
      end = text.slice(offset).search(/[。\n]/);
      end = end < 0 ? text.length : offset + end + 1;
      const words = text.slice(start, end).trim();
      output.sentences.push({ section, text: words, place: prose.placeOf(start, words.length) });
    }
    return output.sentences.length - 1;
  };
  const partial = path.some((title) => /绩效/.test(title));
  new SectionReader(text, { ...output, section, context, partial, placeOf: (offset, length) => prose.placeOf(offset, length), sentenceOf }).read(tokens);
}

/** What the titles say about every figure below them; the innermost counts most. */
function contextOf(path: readonly string[]): PartialKey {
  const said: Record<string, string> = {};
  for (const title of path) {
    const { stage: _stage, ...meaning } = meaningOf(title);
    Object.assign(said, meaning);
  }
  return said;
}
