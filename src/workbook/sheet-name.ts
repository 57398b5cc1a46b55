import { pattern } from '../shared/pattern';
import { memoized } from '../shared/memo';

/*
 * Names that every spreadsheet program accepts for a sheet.
 */

const MAX_LENGTH = 31;
// Excel keeps this name for itself, in every language.
const KEPT_BY_EXCEL = 'history';
// eslint-disable-next-line no-control-regex -- control characters are among what is forbidden
const FORBIDDEN = /[[\]:*?/\\\u0000-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff\p{Cs}]|^'|'$/u;
const ALL_FORBIDDEN = pattern(FORBIDDEN.source, 'gu');

/** Two names that differ in case only are one name to a spreadsheet program. */
export const nameKey: (name: string) => string = memoized((name) => name.normalize('NFC').toLowerCase());

/** Does a spreadsheet program accept this name as it stands? */
export function isSheetName(name: string): boolean {
  return name !== '' && name.length <= MAX_LENGTH && !FORBIDDEN.test(name) && name.toLowerCase() !== KEPT_BY_EXCEL;
}

function clip(text: string, length: number): string {
  const cut = text.slice(0, length);
  // Half of a character outside the basic plane is no character.
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/**
 * The nearest acceptable name: none of []:*?/\ and no control characters, no quote at either end, at most 31
 * characters.
 * @returns an empty string when nothing is left.
 */
export const cleanSheetName: (text: string) => string = memoized((text) => {
  const usable = text
    .normalize('NFC')
    .replace(ALL_FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[' ]+/, '');
  const name = clip(usable, MAX_LENGTH).replace(/(?<![' ])[' ]+$/, '');
  return name.toLowerCase() === KEPT_BY_EXCEL ? `${name}表` : name;
});

/** Hands out names, each once: the second 收支表 becomes 收支表（2）. */
export class SheetNames {
  private readonly taken = new Set<string>();
  /** By the name that is wanted: what is counted up from, for what comes before is taken. */
  private readonly counts = new Map<string, number>();

  /** @param reserved names that are never handed out. */
  constructor(reserved: readonly string[] = []) {
    for (const name of reserved) this.taken.add(nameKey(name));
  }

  /** The wanted name, or the nearest one that is acceptable and free; `fallback` stands in for a name of nothing. */
  take(wanted: string, fallback = '表'): string {
    const base = cleanSheetName(wanted) || fallback;
    let name = base;
    let count = this.counts.get(nameKey(base)) ?? 2;
    for (; this.taken.has(nameKey(name)); count += 1) {
      const suffix = `（${count}）`;
      name = clip(base, MAX_LENGTH - suffix.length) + suffix;
    }
    this.counts.set(nameKey(base), count);
    this.taken.add(nameKey(name));
    return name;
  }
}
