import type { DocumentLine, Statement } from '../../model/disclosure';
import type { Narrative } from '../../model/narrative';
import type { Place, SourceBlock } from '../../model/source';
import { isChapter } from '../../vocabulary/narrative/headings';

/*
 * All lines between the tables, each with the part of the document that it stands in: for checks of wording and of
 * identity, which look at the cover and at the contents page as well as at the explanation.
 */

/** A cover is short: what stands further down before the first chapter is no longer the cover. */
const COVER_LINES = 12;

/** A place as far as its line: a title may begin in the middle of one. */
function lineKey(place: Place): string {
  return 'line' in place ? `line ${place.line}` : JSON.stringify(place);
}

/** Gathers the lines of a document. @param narrative of the same blocks */
export function linesOf(
  blocks: readonly SourceBlock[],
  statements: readonly Statement[],
  narrative: Narrative,
): DocumentLine[] {
  const titles = new Set(statements.map(({ titlePlace }) => lineKey(titlePlace)));
  const notes = new Set(statements.flatMap((statement) => statement.notes.map(({ place }) => lineKey(place))));
  const sections = new Map(narrative.lines.map(({ place, section }) => [lineKey(place), section]));
  const headings = new Map(narrative.sections.map(({ place }, at) => [lineKey(place), at]));
  let covers = true;
  return blocks.flatMap((block, at): DocumentLine[] => {
    if (block.kind === 'grid') {
      covers = false;
      return [];
    }
    const { text, place } = block;
    const section = sections.get(lineKey(place)) ?? headings.get(lineKey(place)) ?? -1;
    const partOf = (): DocumentLine['part'] => {
      if (block.contents) return 'contents';
      if (isChapter(text)) return 'chapter';
      if (titles.has(lineKey(place))) return 'title';
      if (notes.has(lineKey(place))) return 'note';
      if (section >= 0) return 'explanation';
      return covers && at < COVER_LINES ? 'cover' : 'other';
    };
    const part = partOf();
    if (part !== 'cover') covers = false;
    return text.trim() === '' ? [] : [{ text, place, part, section }];
  });
}
