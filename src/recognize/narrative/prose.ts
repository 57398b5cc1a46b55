import type { Place, TextPlace } from '../../model/source';
import { matchesOf } from '../../shared/matches';

/*
 * Running text with a way back to its places: blanks, tags and marks of conversion are left out, punctuation is
 * unified, lines of one paragraph are joined, and every stretch still knows where it was printed.
 */

interface Stretch {
  readonly start: number;
  readonly place: Place;
  /** Offset in the source line where the stretch begins. */
  readonly from: number;
}

const NOISE =
  /(?<![\s\u200b\u200c\u200d\ufeff])[\s\u200b\u200c\u200d\ufeff]+|\*\*|__|^#{1,9}|\[bookmark[:：][^[\]]{0,80}\]|<\/?[a-zA-Z][^<>]{0,80}>/g;
const CHARS: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '．': '.',
  '％': '%',
  '﹪': '%',
};
const UNIFY = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff0e\uff0b\uff0d\ufe6a,;:()\u201f\u301d\u301e]/g;

function unified(char: string, at: number, text: string): string {
  if (char === ',') return isDigit(text, at - 1) && isDigit(text, at + 1) ? ',' : '，';
  const known = CHARS[char];
  if (known !== undefined) return known;
  const code = char.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : '"';
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19);
}

/**
 * One character to one character: punctuation full-width, digits and letters half-width; a comma between digits stays.
 */
export function unify(text: string): string {
  return text.replace(UNIFY, unified);
}

/** 3，518.85万元, 15, 411.43: a thousands separator typed wide, or with a blank behind it. */
const WIDE_THOUSANDS = /(?<![\d.,，])\d{1,3}(?:[,，] ?\d{3}){1,4}(?=\.\d{1,6}(?!\d)| ?[万亿千]?元)/g;

function withThousands(text: string): string {
  return text.includes('，') ? text.replace(WIDE_THOUSANDS, (amount) => amount.replaceAll('，', ',')) : text;
}

export class Prose {
  private parts: string[] = [];
  private readonly stretches: Stretch[] = [];
  private length = 0;
  private last = '';

  /** Adds a line; `joined` when it goes on where the line before broke off. */
  add(line: string, place: Place, joined: boolean): void {
    if (this.length > 0 && !joined) this.push('\n', place, 0);
    const text = withThousands(unify(line));
    let from = 0;
    for (const match of matchesOf(NOISE, text)) {
      // A blank between two digits keeps two numbers apart.
      const apart =
        isDigit(text, match.index - 1) && isDigit(text, match.index + match[0].length) && match[0].trim() === '';
      this.push(text.slice(from, match.index), place, from);
      if (apart) this.push(' ', place, match.index);
      from = match.index + match[0].length;
    }
    this.push(text.slice(from), place, from);
  }

  private push(text: string, place: Place, from: number): void {
    if (text === '') return;
    this.stretches.push({ start: this.length, place, from });
    this.parts.push(text);
    this.length += text.length;
    this.last = text;
  }

  /** The last character, or '' at the beginning. */
  get ending(): string {
    return this.last === '' ? '' : this.last[this.last.length - 1]!;
  }

  get text(): string {
    if (this.parts.length > 1) this.parts = [this.parts.join('')];
    return this.parts[0] ?? '';
  }

  /** Where a piece of the text was printed; a piece broken over two lines is placed by its beginning. */
  placeOf(offset: number, length: number): Place {
    const { stretches } = this;
    let low = 0;
    let high = stretches.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (stretches[middle]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    const { place, from, start } = stretches[low]!;
    if (!('line' in place)) return place;
    const next = stretches[low + 1];
    const end = stretches[this.stretchAt(offset + length - 1, low)]!;
    const sameLine = end.place === place;
    const last = sameLine ? offset + length - end.start + end.from : (next?.start ?? this.length) - start + from;
    const column = place.column + from + offset - start;
    return { line: place.line, column, length: place.column + last - column } satisfies TextPlace;
  }

  private stretchAt(offset: number, from: number): number {
    let at = from;
    while (at + 1 < this.stretches.length && this.stretches[at + 1]!.start <= offset) at += 1;
    return at;
  }
}
