import { type TextFact, wordsFigure } from '../../../model/narrative';
import type { Place } from '../../../model/source';

/* Words at a place, as a finding refers to them. */

/** Of words in a table or a list: they stand in no section of the explanation. */
const NO_SECTION = -1;

/** Words printed at a place. */
export function wordsAt(text: string, place: Place, section = NO_SECTION): TextFact {
  return wordsFigure(text, place, section);
}

/** Anything that is printed as a line. */
export interface PrintedLine {
  readonly text: string;
  readonly place: Place;
  readonly section: number;
}

/** A piece of a line. @param at where it begins in the line */
export function spot({ place, section }: PrintedLine, at: number, text: string): TextFact {
  const own = 'line' in place ? { line: place.line, column: place.column + at, length: text.length } : place;
  return wordsAt(text, own, section);
}
