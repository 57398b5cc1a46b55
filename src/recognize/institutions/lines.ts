import type { SourceBlock } from '../../model/source';
import { comparable } from '../../shared/text';
import { isTableNote } from '../../vocabulary/labels';

/*
 * To which of several sets the lines between the tables belong: the explanation to the set before it, cover and heading
 * to the set that they open.
 */

/** Longer lines are no headings. */
const HEADING = 60;
const BEGINNING = /^目录$|^第[一1]部分/;
const COVER = /20\d\d年.{0,40}(?:预算|决算)/;
/** How many lines a cover has before 目录 at most. */
const COVER_LINES = 12;
/** How many lines of caption stand above a table at most. */
const CAPTION_LINES = 10;

interface OwnedTable {
  /** Index of its block. */
  readonly at: number;
  readonly owner: number;
  /** Name of the institution, '' when none is printed. */
  readonly entity: string;
}

/** Gives every block its set. */
export class Owners {
  private readonly owners: number[];

  constructor(
    private readonly blocks: readonly SourceBlock[],
    private readonly tables: readonly OwnedTable[],
  ) {
    this.owners = blocks.map(() => tables[0]!.owner);
  }

  all(): readonly number[] {
    let told = false;
    this.tables.forEach(({ at, owner, entity }, index) => {
      const before = this.tables[index - 1];
      if (before && before.owner !== owner) {
        const from = this.opening(before.at + 1, at, entity, before.entity);
        this.fill(before.at + 1, from, before.owner);
        this.fill(from, at + 1, owner);
        told ||= this.tells(before.at + 1, from);
      } else if (before) this.fill(before.at + 1, at + 1, owner);
    });
    const last = this.tables[this.tables.length - 1]!;
    // One explanation behind all sets is that of the first, the department's.
    const behind = this.behindNotes(last.at);
    this.fill(last.at + 1, behind, last.owner);
    this.fill(behind, this.blocks.length, told ? last.owner : this.tables[0]!.owner);
    return this.owners;
  }

  private fill(from: number, to: number, owner: number): void {
    for (let at = from; at < to; at += 1) this.owners[at] = owner;
  }

  /** The block behind the notes that stand right under a table. */
  private behindNotes(table: number): number {
    let at = table + 1;
    while (at < this.blocks.length && isTableNote(this.textOf(at))) at += 1;
    return at;
  }

  private textOf(at: number): string {
    const block = this.blocks[at]!;
    return block.kind === 'line' ? block.text.trim() : '';
  }

  /** Where the next set begins: at a heading with its name, at its cover, else at the caption of its first table. */
  private opening(from: number, table: number, entity: string, before: string): number {
    const find = (fits: (words: string) => boolean): number => {
      for (let at = from; at < table; at += 1) if (this.isHeading(at) && fits(comparable(this.textOf(at)))) return at;
      return -1;
    };
    const named =
      entity === ''
        ? -1
        : find((words) => words.includes(entity) && !(before.includes(entity) && words.includes(before)));
    const beginning = named >= 0 ? named : find((words) => BEGINNING.test(words));
    if (beginning >= 0) return this.coverAbove(beginning, from);
    let at = table;
    while (
      at > from &&
      table - at < CAPTION_LINES &&
      this.blocks[at - 1]!.kind === 'line' &&
      !/[。；]$/.test(this.textOf(at - 1))
    )
      at -= 1;
    return at;
  }

  private isHeading(at: number): boolean {
    const text = this.textOf(at);
    return text !== '' && text.length <= HEADING && !/[。；，]/.test(text);
  }

  /** The first line of the cover that stands right above. */
  private coverAbove(beginning: number, from: number): number {
    let first = beginning;
    for (let at = beginning - 1; at >= Math.max(from, beginning - COVER_LINES) && this.isHeading(at); at -= 1)
      if (COVER.test(comparable(this.textOf(at)))) first = at;
    return first;
  }

  /** True when there are sentences: an explanation. */
  private tells(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) if (isSentenceOfMoney(this.textOf(at))) return true;
    return false;
  }
}

/** A number, and behind it an amount of money, in a sentence that ends with the line. */
function isSentenceOfMoney(text: string): boolean {
  const number = text.endsWith('。') ? text.search(/\d/) : -1;
  return number >= 0 && text.indexOf('元', number) > number;
}
