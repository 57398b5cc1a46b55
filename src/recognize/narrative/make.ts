import type { PartialKey } from '../../model/key';
import { type TextFact, type TextRole, wordsFigure } from '../../model/narrative';
import type { Subject } from '../../vocabulary/narrative/subjects';
import { shared } from './said';
import type { Surroundings } from './surroundings';
import type { Token } from './tokens';

/*
 * Figures of the text as the rest of the program knows them.
 */

/** Words without a figure (与上年持平, a name in a list) as something that findings can point at. */
export function wordsAsFigure(around: Surroundings, offset: number, text: string): TextFact {
  return wordsFigure(text, around.placeOf(offset, text.length), around.section, around.sentenceOf(offset));
}

/** What a figure was read with. */
export interface Read {
  readonly token: Token;
  readonly role: TextRole;
  /** The words in front of it. */
  readonly words: string;
  readonly subject: Subject;
  /** The whole of the list that it stands in, when that is told in the same sentence. */
  readonly whole: TextFact | undefined;
  /** The figure of the item that it tells again. */
  readonly restates?: TextFact | undefined;
}

/** Makes the figure and adds it to those of the document. */
export function figureOf(around: Surroundings, { token, role, words, subject, whole, restates }: Read): TextFact {
  const context: PartialKey = whole ? { ...around.context, ...whole.context, ...shared(whole.said) } : around.context;
  const figure: TextFact = {
    text: true,
    id: around.figures.length,
    kind: token.kind,
    role,
    amount: token.amount,
    unit: token.unit,
    place: around.placeOf(token.start, token.length),
    section: around.section,
    sentence: around.sentenceOf(token.start),
    subject: words.replace(/^(?:其中)?[：，、”"]*/, ''),
    said: token.year === undefined ? subject.said : { ...subject.said, year: token.year },
    context,
    items: subject.items,
    // Parts of something unknown are parts of it, not what their names say of the whole document.
    clear: subject.clear && !(whole && whole.items.length === 0) && !around.partial,
    ...(restates && { restates }),
  };
  around.figures.push(figure);
  return figure;
}
