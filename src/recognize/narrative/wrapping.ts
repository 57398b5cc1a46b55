import type { SourceBlock } from '../../model/source';

/*
 * Text that was copied from a page is broken where the page ends, behind any sign. Where most lines of a document are
 * as long as the longest, that is the width of its page, and a line as long goes on in the next one.
 */

/** How the length of a line is measured, and how much of it a word or a number that would not fit leaves empty. */
interface Measure {
  readonly of: (text: string) => number;
  /** A page has at least so much room, and a paragraph of one line may have any. */
  readonly narrowest: number;
  readonly widest: number;
  readonly ragged: number;
}

/** By columns, as pages are set: a Chinese character takes two, a digit one. By characters, as programs break lines. */
const MEASURES: readonly Measure[] = [
  { of: columnsOf, narrowest: 30, widest: 140, ragged: 8 },
  { of: (text) => text.length, narrowest: 16, widest: 80, ragged: 3 },
];

/** Fewer lines say nothing about a width. */
const FEWEST = 8;
/** So many of the lines that are longer than half of the width must fill it. */
const SHARE = 0.4;

function columnsOf(text: string): number {
  let columns = 0;
  for (let at = 0; at < text.length; at += 1) columns += text.charCodeAt(at) < 0x2000 ? 1 : 2;
  return columns;
}

/** Tells whether a line fills the width of the page that a document was copied from; none does where it has none. */
export function fillsLine(blocks: readonly SourceBlock[]): (text: string) => boolean {
  const lines = blocks.flatMap((block) => (block.kind === 'line' ? [block.text.trim()] : []));
  const found = MEASURES.flatMap((measure) => {
    const width = widthOf(lines, measure);
    return width === undefined ? [] : [(text: string): boolean => measure.of(text) > width - measure.ragged];
  });
  return (text) => found.some((fills) => fills(text.trim()));
}

/** The width that most long lines have; undefined where they have any. */
function widthOf(lines: readonly string[], { of, narrowest, widest, ragged }: Measure): number | undefined {
  const widths = lines.map(of);
  const width = widths.reduce((most, each) => Math.max(most, each), 0);
  const long = widths.filter((each) => 2 * each > width);
  const full = long.filter((each) => each > width - ragged).length;
  const isWrapped = width >= narrowest && width <= widest && full >= FEWEST && full >= SHARE * long.length;
  return isWrapped ? width : undefined;
}
