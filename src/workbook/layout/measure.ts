/*
 * How much room text takes. Spreadsheet programs do not fit the height of merged cells, and some fit none when a file
 * is opened, so heights are reckoned here, a little on the large side.
 */

// Chinese characters, and the signs that Chinese fonts draw as wide as them.
const WIDE =
  /[\u00b7\u00d7\u00f7\u1100-\u115f\u2010-\u2027\u2030-\u203e\u2190-\u22ff\u2460-\u27bf\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;

/** Width in characters: a Chinese character is as wide as two digits. */
export function textWidth(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

/** Levels of indent are about this wide, in characters. */
export const INDENT_WIDTH = 1.5;

// What may not be torn apart: a number or a word with the closing signs after it, or one character with them.
const PIECES = /[（《“‘【]{0,9}(?:[!-~]{1,400}|[^])[，。、；：！？）》】”’…%％]{0,9}/g;

function wrappedLines(line: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const piece of line.match(PIECES) ?? []) {
    const length = textWidth(piece);
    if (used > 0 && used + length > width) {
      lines += 1;
      used = 0;
    }
    // A piece longer than a whole line is torn all the same.
    lines += Math.max(0, Math.ceil(length / width) - 1);
    used = (used + length) % width || width;
  }
  return lines;
}

/** Lines that text takes in a column of this width; line breaks in it count. */
export function lineCount(text: string, width: number): number {
  const room = Math.max(width, 2);
  return text.split('\n').reduce((sum, line) => sum + (textWidth(line) <= room ? 1 : wrappedLines(line, room)), 0);
}

// 宋体 takes 1.3 times its size a line; the fonts that stand in for it where it is missing take more.
const LINE_HEIGHT = 1.45;

// Excel's own limit.
const MAX_HEIGHT = 409;

/** Height in points of a row with so many lines of text of this size, never less than `least`. */
export function rowHeight(lines: number, least: number, size = 10): number {
  return Math.min(MAX_HEIGHT, Math.max(least, Math.ceil(lines * size * LINE_HEIGHT + 3)));
}
