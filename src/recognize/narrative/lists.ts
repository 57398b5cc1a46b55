import type { ListClaim, TextFact } from '../../model/narrative';
import { ZERO } from '../../shared/decimal';
import { MARKED_LEVEL } from '../../vocabulary/narrative/items';

/*
 * Lists of parts: opened by 其中, 包括 …, closed by the end of the sentence or, when the parts stand in paragraphs of their
 * own, by the next heading.
 */

export interface OpenList {
  readonly wholes: readonly TextFact[];
  readonly word: string;
  readonly block: boolean;
  readonly bracket: boolean;
  /** How deep the numbering of the item is in which the list was opened; the next item of that depth ends it. */
  readonly level: number;
  /** The whole stands in the same sentence: what it says holds for the parts. */
  readonly near: boolean;
  readonly parts: TextFact[];
  /** How deep the numbering of its parts is, 0 while there are none or they have no number. */
  partLevel: number;
  open: boolean;
  /** The parts told before the first semicolon, where they are two or more: what follows may be none. */
  before?: ReadonlySet<TextFact>;
  /** Roles and units that the current item of a block list has filled. */
  readonly filled: Set<string>;
}

function kindOf(figure: TextFact): string {
  return `${figure.role}|${figure.kind === 'count' ? figure.unit : figure.kind}`;
}

function addUp(wholes: readonly TextFact[], parts: readonly TextFact[]): boolean {
  const sum = parts.reduce((total, part) => total.plus(part.amount.value), ZERO);
  return !sum.isZero() && wholes.some((whole) => whole.amount.value.equals(sum));
}

/** How many of some parts stand before the semicolon; nothing where all or hardly any do. */
function untilSemicolon({ before }: OpenList, parts: readonly TextFact[]): { until?: number } {
  const until = before ? parts.filter((part) => before.has(part)).length : 0;
  return until > 1 && until < parts.length ? { until } : {};
}

/** Each item of the list tells both: its budget and what was spent of it. */
function isTwin(some: readonly TextFact[], others: readonly TextFact[]): boolean {
  return some.length > 1 && some.length === others.length;
}

export class Lists {
  readonly claims: ListClaim[] = [];
  private readonly stack: OpenList[] = [];
  /** How deep the numbering of the running item is, 0 before the first. */
  private level = 0;

  get top(): OpenList | undefined {
    return this.stack[this.stack.length - 1];
  }

  get depth(): number {
    return this.stack.length;
  }

  push(list: Omit<OpenList, 'parts' | 'filled' | 'open' | 'level' | 'partLevel'>): void {
    const level = list.bracket ? 0 : this.level;
    const { wholes, word, block, bracket, near } = list;
    this.stack.push({
      wholes,
      word,
      block,
      bracket,
      level,
      near,
      parts: [],
      partLevel: 0,
      open: word.includes('主要'),
      filled: new Set(),
    });
  }

  /** A figure of the running list; false when it is none of its parts. */
  add(figure: TextFact): boolean {
    const list = this.top;
    if (!list) return false;
    if (list.block) {
      const kind = kindOf(figure);
      if (list.filled.has(kind)) return false;
      list.filled.add(kind);
      if (this.level > list.level && list.partLevel === 0) list.partLevel = this.level;
    }
    list.parts.push(figure);
    return true;
  }

  /**
   * The next item begins: 2. ends the list that 1. has opened, and one whose parts are numbered ①; （1） after 1. lists the
   * parts of 1., all or some of them.
   * @param level how deep it is numbered, 0 without a number
   */
  nextItem(level: number): void {
    if (level === 0) this.close((list) => list.partLevel === MARKED_LEVEL);
    if (level > 0) {
      this.close((list) => list.level >= level || (list.block && list.partLevel > level));
      this.openBelow(level);
    }
    if (level > 0 || this.stack.length === 0) this.level = level;
    for (const list of this.stack) list.filled.clear();
  }

  private openBelow(level: number): void {
    const list = this.top;
    const whole = list?.parts[list.parts.length - 1];
    if (!list?.block || !whole || list.partLevel === 0 || level <= list.partLevel) return;
    this.level = list.partLevel;
    this.push({ wholes: [whole], word: '包括', block: true, bracket: false, near: true });
    this.markOpen();
  }

  markOpen(): void {
    if (this.top) this.top.open = true;
  }

  /** A semicolon behind parts that were set apart by less. */
  semicolon(): void {
    const list = this.top;
    if (list && !list.block && list.parts.length > 1) list.before ??= new Set(list.parts);
  }

  /** Parts and whole already agree: what follows is something new. */
  isComplete(): boolean {
    const list = this.top;
    if (!list || list.parts.length < 2) return false;
    const kind = kindOf(list.parts[0]!);
    return addUp(
      list.wholes.filter((whole) => kindOf(whole) === kind),
      list.parts.filter((part) => kindOf(part) === kind),
    );
  }

  /** Closes lists from the innermost outwards while `which` says so. */
  close(which: (list: OpenList) => boolean): void {
    for (let list = this.top; list && which(list); list = this.top) {
      this.stack.pop();
      this.emit(list);
    }
  }

  /** Closes the innermost bracket, and what was opened within it. */
  closeBracket(): OpenList | undefined {
    if (!this.stack.some(({ bracket }) => bracket)) return undefined;
    this.close((list) => !list.bracket);
    const list = this.stack.pop()!;
    this.emit(list);
    return list;
  }

  private emit(list: OpenList): void {
    const groups = new Map<string, TextFact[]>();
    for (const part of list.parts) {
      const known = groups.get(kindOf(part));
      if (known) known.push(part);
      else groups.set(kindOf(part), [part]);
    }
    const told = [...groups].flatMap(([kind, parts]) => {
      const own = new Set(parts);
      const wholes = list.wholes.filter((whole) => kindOf(whole) === kind && !own.has(whole));
      return wholes.length > 0 ? [{ wholes, parts }] : [];
    });
    for (const { wholes, parts } of told) {
      const twin = told.some(
        (each) => each.parts !== parts && isTwin(each.parts, parts) && addUp(each.wholes, each.parts),
      );
      this.claims.push({
        kind: 'list',
        wholes,
        parts,
        open: list.open,
        word: list.word,
        ...(twin && { complete: true }),
        ...untilSemicolon(list, parts),
      });
    }
  }
}
