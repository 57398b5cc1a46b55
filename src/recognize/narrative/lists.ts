import type { ListClaim, TextFact } from '../../model/narrative';
import { ZERO } from '../../shared/decimal';

/*
 * Lists of parts: opened by 其中, 包括 …, closed by the end of the sentence or, when the parts stand in paragraphs of their own, by the next heading.
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
  open: boolean;
  /** Roles and units that the current item of a block list has filled. */
  readonly filled: Set<string>;
}

function kindOf(figure: TextFact): string {
  return `${figure.role}|${figure.kind === 'count' ? figure.unit : figure.kind}`;
}

export class Lists {
  readonly claims: ListClaim[] = [];
  private readonly stack: OpenList[] = [];

  get top(): OpenList | undefined {
    return this.stack[this.stack.length - 1];
  }

  get depth(): number {
    return this.stack.length;
  }

  push(list: Omit<OpenList, 'parts' | 'filled' | 'open'>): void {
    this.stack.push({ ...list, parts: [], filled: new Set(), open: /主要/.test(list.word) });
  }

  /** A figure of the running list; false when it is none of its parts. */
  add(figure: TextFact): boolean {
    const list = this.top;
    if (!list) return false;
    if (list.block) {
      const kind = kindOf(figure);
      if (list.filled.has(kind)) return false;
      list.filled.add(kind);
    }
    list.parts.push(figure);
    return true;
  }

  /** The next item of a block list begins. */
  nextItem(): void {
    for (const list of this.stack) list.filled.clear();
  }

  markOpen(): void {
    if (this.top) this.top.open = true;
  }

  /** Parts and whole already agree: what follows is something new. */
  isComplete(): boolean {
    const list = this.top;
    if (!list || list.parts.length < 2) return false;
    const [first] = list.parts;
    const sum = list.parts.filter((part) => kindOf(part) === kindOf(first!)).reduce((total, part) => total.plus(part.amount.value), ZERO);
    return list.wholes.some((whole) => kindOf(whole) === kindOf(first!) && whole.amount.value.equals(sum));
  }

  /** Closes lists from the innermost outwards while `which` says so. */
  close(which: (list: OpenList) => boolean): void {
    for (let list = this.top; list && which(list); list = this.top) {
      this.stack.pop();
      this.emit(list);
    }
  }

  private emit(list: OpenList): void {
    const groups = new Map<string, TextFact[]>();
    for (const part of list.parts) {
      const known = groups.get(kindOf(part));
      if (known) known.push(part);
      else groups.set(kindOf(part), [part]);
    }
    for (const [kind, parts] of groups) {
      const wholes = list.wholes.filter((whole) => kindOf(whole) === kind && !parts.includes(whole));
      if (wholes.length > 0) this.claims.push({ kind: 'list', wholes, parts, open: list.open, word: list.word });
    }
  }
}
