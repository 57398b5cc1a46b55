/*
 * How much room text takes. Spreadsheet programs do not fit the height of merged cells, and some fit none when a file is
 * opened, so heights are reckoned here, a little on the large side.
 */

const WIDE =
  /[\u1100-\u115f\u2018-\u201d\u2026\u2460-\u24ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;

/** Width in characters: a Chinese character is as wide as two digits. */
export function textWidth(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

/** Levels of indent are about this wide, in characters. */
export const INDENT_WIDTH = 1.5;

/** Lines that text takes in a column of this width; line breaks in it count. */
export function lineCount(text: string, width: number): number {
  // A broken line loses about a character, because no line may begin with a comma or a closing bracket.
  const room = Math.max(width - 1, 2);
  return text.split('\n').reduce((sum, line) => {
    const length = textWidth(line);
    return sum + (length <= width ? 1 : Math.ceil(length / room));
  }, 0);
}

// Excel's own limit.
const MAX_HEIGHT = 409;

/** Height in points of a row with so many lines of text of this size, never less than `least`. */
export function rowHeight(lines: number, least: number, size = 10): number {
  return Math.min(MAX_HEIGHT, Math.max(least, Math.ceil(lines * size * 1.3 + 5)));
}
