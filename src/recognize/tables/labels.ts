import { chineseNumber } from '../../shared/numerals';
import { memoized } from '../../shared/memo';
import { comparable } from '../../shared/text';
import { isGrandTotal, isOfWhich, isTotalRow } from '../../vocabulary/labels';

/** A row label taken apart: its numbering, its name. */
export interface Label {
  /** 1 for 一、, 2 for （一）, 3 for 1., 4 for (1), 5 for ①; 0 for no numbering. */
  readonly level: number;
  /** Which number it is, 0 without numbering. */
  readonly ordinal: number;
  readonly name: string;
  readonly ofWhich: boolean;
  readonly total: boolean;
  readonly grand: boolean;
}

const STYLES: readonly (readonly [RegExp, number])[] = [
  [/^([一二三四五六七八九十]{1,3})[、.．]\s*/, 1],
  [/^[（(]([一二三四五六七八九十]{1,3})[)）]、?\s*/, 2],
  [/^(\d{1,2})[、.．](?!\d)\s*/, 3],
  [/^[（(](\d{1,2})[)）]、?\s*/, 4],
  [/^([①②③④⑤⑥⑦⑧⑨⑩])\s*/, 5],
];

function ordinalOf(mark: string): number {
  if (/^\d+$/.test(mark)) return Number(mark);
  const circled = '①②③④⑤⑥⑦⑧⑨⑩'.indexOf(mark);
  return circled >= 0 ? circled + 1 : (chineseNumber(mark) ?? 0);
}

/** Takes a printed row label apart. */
export const readLabel = memoized((text): Label => {
  let rest = text.trim();
  let level = 0;
  let ordinal = 0;
  for (const [pattern, style] of STYLES) {
    const match = pattern.exec(rest);
    if (!match) continue;
    rest = rest.slice(match[0].length);
    level = style;
    ordinal = ordinalOf(match[1]!);
    break;
  }
  const ofWhich = isOfWhich(rest);
  const name = ofWhich ? rest.replace(/^其\s*中\s*[：:]?\s*/, '') : rest;
  return { level, ordinal, name, ofWhich, total: isTotalRow(name), grand: isGrandTotal(name) };
});

const CODE = /^\d{3,11}$/;

/**
 * Joins the code cells of a row (类 款 项 in columns of their own, or one cell): '' when they hold no code. A cell that
 * begins with all before it is the whole code again (208 05 05 2080505, or 208 20805 2080505); a spreadsheet drops the
 * zero of 05.
 */
export function joinCode(cells: readonly string[]): string {
  const joined = cells
    .map(comparable)
    .reduce((before, cell) => (cell.startsWith(before) ? cell : before + (/^\d$/.test(cell) ? `0${cell}` : cell)), '');
  return CODE.test(joined) ? joined : '';
}

/**
 * True for a code that is of no 科目, whatever its column is called: those are three digits and pairs (208 05 05);
 * institutions have 501001.
 */
export function isInstitutionCode(code: string): boolean {
  return code.length >= 6 && code.length % 2 === 0;
}

/** Splits "2080505 机关…" or "208-社会保障…" into code and name. */
export function splitCode(label: string): { code: string; name: string } | undefined {
  const match = /^\[?(\d{3}(?:\d{2}){0,2})\]?[\s\-—_:：]*(?=[^\d\s.,、年%\-—_:：])(.+)$/.exec(label);
  return match ? { code: match[1]!, name: match[2]!.trim() } : undefined;
}
