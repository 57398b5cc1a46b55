import { parseFragment } from 'parse5';
import type { SourceDocument, TextPlace } from '../../model/source';
import { type EmbeddedBlocks, readText } from '../text';
import { LineIndex } from '../text/lines';
import type { Element } from './dom';
import { readTree } from '.';

/*
 * Tables in HTML between the lines of a text, as programs that convert to Markdown write them where cells are merged.
 * The text around them is read as text, places are those in it.
 */

const CELL_TAG = /<t[dh][\s>]/i;
const TABLE_TAG = /<(\/?)table(?=[\s/>])/gi;

/** Reads text between whose lines tables stand in HTML. */
export function readTextWithTables(name: string, text: string): SourceDocument {
  return readText(name, text, embeddedTables);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the outermost tables stand. A tag without its counterpart is text, unless cells follow: then the text was cut
 * off within its last table.
 */
function tableSpans(text: string): Span[] {
  const open: number[] = [];
  const spans: Span[] = [];
  for (const match of text.matchAll(TABLE_TAG)) {
    if (match[1] === '') {
      open.push(match.index);
      continue;
    }
    const start = open.pop();
    const close = text.indexOf('>', match.index);
    if (start === undefined || close < 0) continue;
    while (spans.length > 0 && spans[spans.length - 1]!.start > start) spans.pop();
    spans.push({ start, end: close + 1 });
  }
  const last = spans[spans.length - 1]?.end ?? 0;
  const cut = open.find((start) => start >= last);
  return cut !== undefined && CELL_TAG.test(text.slice(cut)) ? [...spans, { start: cut, end: text.length }] : spans;
}

function embeddedTables(text: string): EmbeddedBlocks[] {
  const lines = new LineIndex(text);
  return tableSpans(text).map(({ start, end }) => {
    const place = ({ sourceCodeLocation }: Element): TextPlace => {
      const inner = innerSpan(text, start, end, sourceCodeLocation);
      return lines.placeOf(inner.start, inner.end);
    };
    const root = parseFragment(text.slice(start, end), { sourceCodeLocationInfo: true });
    const { blocks } = readTree(root, { whole: lines.placeOf(start, end), of: place });
    return { start, end, blocks };
  });
}

/** The text of an element between its tags, without the blanks at its ends. */
function innerSpan(text: string, start: number, end: number, location: Element['sourceCodeLocation']): Span {
  let from = start + (location?.startTag?.endOffset ?? location?.startOffset ?? 0);
  let to = Math.min(end, start + (location?.endTag?.startOffset ?? location?.endOffset ?? end - start));
  while (from < to && /\s/.test(text[from]!)) from += 1;
  while (to > from && /\s/.test(text[to - 1]!)) to -= 1;
  return { start: from, end: to };
}
