import type { DocumentLine } from '../model/disclosure';
import type { TextFact } from '../model/narrative';
import { numberLevel } from '../vocabulary/narrative/headings';
import { spot } from './rules/structure/places';

/*
 * Lines of one paragraph as one text: a line that is broken off goes on in the next one, and so do words that are
 * looked for.
 */

export interface Passage {
  readonly text: string;
  readonly lines: readonly DocumentLine[];
  /** Where in `text` each line begins. */
  readonly starts: readonly number[];
}

const ENDS = /[。！？；;：:]\s*$/;
/** A shorter line was not broken off: it is a heading, or an entry of a list. */
const BROKEN = 15;

function goesOn(before: DocumentLine, next: DocumentLine): boolean {
  return (
    before.part === next.part &&
    before.section === next.section &&
    before.text.trim().length >= BROKEN &&
    !ENDS.test(before.text) &&
    numberLevel(next.text) === 0
  );
}

/** The lines of a document, those of one paragraph together; each line is taken without the blanks around it. */
export function passagesOf(lines: readonly DocumentLine[]): Passage[] {
  const passages: { text: string; lines: DocumentLine[]; starts: number[] }[] = [];
  for (const [at, line] of lines.entries()) {
    const last = passages[passages.length - 1];
    if (last && goesOn(lines[at - 1]!, line)) {
      last.starts.push(last.text.length);
      last.lines.push(line);
      last.text += line.text.trim();
    } else passages.push({ text: line.text.trim(), lines: [line], starts: [0] });
  }
  return passages;
}

/** Words of a passage at their place: where they are broken over two lines, by their beginning. */
export function spotIn({ lines, starts }: Passage, at: number, words: string): TextFact {
  let own = 0;
  while (own + 1 < starts.length && starts[own + 1]! <= at) own += 1;
  const line = lines[own]!;
  const from = at - starts[own]! + line.text.length - line.text.trimStart().length;
  return spot(line, from, words.slice(0, line.text.length - from));
}
