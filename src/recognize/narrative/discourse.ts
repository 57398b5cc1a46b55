import type { Claim, TextFact, TextRole } from '../../model/narrative';
import { HEAD, itemLevel, startsAnew, SUM_UP, TOTALS } from '../../vocabulary/narrative/items';
import { readSubject, type Subject } from '../../vocabulary/narrative/subjects';
import { isBare, isBareInItem } from './clauses';
import { Lists } from './lists';
import { figureOf, wordsAsFigure } from './make';
import { Pairs } from './pairs';
import { turned } from './said';
import type { Surroundings } from './surroundings';
import type { Token } from './tokens';

/*
 * What was said so far in a section: a clause leaves out what the reader knows from there, the whole of which its
 * figures are parts, the item they belong to, the year they are held against.
 */

export const NOTHING: Subject = { said: {}, items: [], clear: false };

const LEADS = 4;
/** Of a sentence without end only so many figures before a list or a change may be meant by it. */
export const NEAR = 60;

/** 项 of the functional classification. */
const ITEM_CODE = /^(?:\d{7}$|n:)/;

/** 。其中：基本支出减少 5 万元 goes on with what the sentence before compared. */
const GOES_ON = /^其中/;
const TELLS_AGAIN = /^(?:(?:19|20)\d\d年|支出决算|决算数)/;

function subjectOfFigure({ said, items, clear }: TextFact): Subject {
  return { said, items, clear };
}

export class Discourse {
  readonly lists = new Lists();
  readonly pairs = new Pairs();
  /** Values of the running sentence that are parts of nothing, and the first ones of those before. */
  plain: TextFact[] = [];
  leads: TextFact[] = [];
  /** Values told since the last stop (；。): what a clause leaves out is one of these if there is any. */
  sinceStop: TextFact[] = [];
  /** Values of the sentence before. */
  before: readonly TextFact[] = [];
  /** The last amount that is a value. */
  last: TextFact | undefined;
  /** The last value of the running sentence, whatever it counts. */
  inSentence: TextFact | undefined;
  /** What the heading of the running item names, and the figures that it has told so far. */
  head: Subject | undefined;
  itemFigures: TextFact[] = [];
  /** The year that a sentence of the paragraph has last said it is about ('' the document's own), if any has. */
  year: string | undefined;
  /** The words are of a reason: their figures claim nothing. */
  reason = false;
  /** The running sentence compares with another year, or the one before that it goes on with. */
  compared = false;

  constructor(
    readonly text: string,
    readonly around: Surroundings,
  ) {}

  /** The text behind a token. */
  behind({ end }: Token, length: number): string {
    return this.text.slice(end, end + length);
  }

  claim(claim: Claim): void {
    this.around.claims.push(claim);
  }

  subject(words: string): Subject {
    return readSubject(words, this.around.names, this.around.profile.entity);
  }

  /** The year that a token says it is of holds for what follows in its paragraph. */
  dated({ year, isOfYear }: Token): void {
    if (year !== undefined) this.year = year;
    else if (isOfYear) this.year = '';
  }

  /** Figures told before that words may refer to, the likeliest first. */
  named(words: string): TextFact[] {
    const { items, said } = this.subject(words);
    return items.length === 0 ? [] : this.around.registry.find(items, said);
  }

  /** The words name something, or what they stand with was named before. */
  subjectOf(words: string): Subject {
    // Within an item 当年支出决算 is what was spent on it, and not on everything.
    const item = this.head ?? this.itemOfFigures();
    if (item && isBareInItem(words)) return turned(item, words);
    if (!isBare(words) || (!this.head && this.itemFigures.length === 0)) return this.subject(words);
    return turned(this.head ?? this.inherited(), words);
  }

  /** 1.…（类）…（款）…（项）5万元。2024年预算安排 …: the first figure of the item has named it. */
  private itemOfFigures(): Subject | undefined {
    const [first] = this.itemFigures;
    return first && ITEM_CODE.test(first.items[0] ?? '') ? subjectOfFigure(first) : undefined;
  }

  /** The first figure of the item, where words say no more than its year or stage and stand in no list within the item. */
  private toldAgain(words: string): TextFact | undefined {
    const [first] = this.itemFigures;
    const isAlone = this.lists.top === undefined || this.lists.top.block;
    return first?.role === 'value' && isAlone && TELLS_AGAIN.test(words) && this.itemOfFigures() && isBareInItem(words)
      ? first
      : undefined;
  }

  private inherited(): Subject {
    const figure = this.itemFigures[this.itemFigures.length - 1] ?? this.last;
    return figure && figure.kind === 'amount' && this.itemFigures.length > 0 ? subjectOfFigure(figure) : NOTHING;
  }

  make(token: Token, role: TextRole, words: string, subject: Subject = NOTHING): TextFact {
    const list = this.lists.top;
    const whole = list?.near ? list.wholes[0] : undefined;
    const restates = role === 'value' ? this.toldAgain(words) : undefined;
    return figureOf(this.around, { token, role, words, subject, whole, restates });
  }

  words(offset: number, text: string): TextFact {
    return wordsAsFigure(this.around, offset, text);
  }

  /** A value was told: it is a part of the running list, or sums it up, or stands by itself. */
  tell(figure: TextFact, words: string): void {
    if (figure.kind === 'amount') this.last = figure;
    this.inSentence = figure;
    this.sinceStop.push(figure);
    this.itemFigures.push(figure);
    if (this.sumsUp(figure, words)) return;
    if (!this.lists.add(figure) || this.lists.top!.block) this.plain.push(figure);
    this.around.registry.add(figure);
  }

  /** …，合计1170万元 at the end of a list repeats its whole. */
  private sumsUp(figure: TextFact, words: string): boolean {
    const list = this.lists.top;
    if (!list || list.block || !SUM_UP.test(words)) return false;
    const parts = list.parts.filter((part) => part.kind === figure.kind);
    if (parts.length > 1) this.claim({ kind: 'list', wholes: [figure], parts, open: false, word: '合计' });
    return parts.length > 1;
  }

  /** A total named within a list of parts, or what is spent within one of what is received, is none of them. */
  endListBefore(words: string, { said }: Subject): void {
    const list = this.lists.top;
    if (!list || list.block || list.parts.length === 0 || SUM_UP.test(words)) return;
    const [first] = list.wholes;
    const isOfOtherSide =
      first !== undefined &&
      said.flow !== undefined &&
      list.wholes.every(
        (whole) =>
          whole.sentence !== first.sentence || (whole.said.flow !== undefined && whole.said.flow !== said.flow),
      );
    if (TOTALS.test(words) || isOfOtherSide) this.lists.close(({ block }) => !block);
  }

  /** （其中：Y B，Z C），W D: behind the bracket what stood before it goes on. */
  closeBracket(): void {
    const list = this.lists.closeBracket();
    const [whole] = list?.wholes ?? [];
    if (!whole || !list?.near) return;
    this.inSentence = whole;
    if (whole.kind === 'amount') this.last = whole;
  }

  /** Those of the running sentence that may be meant without a name, and, where none has been told yet, those before. */
  get recent(): { readonly own: readonly TextFact[]; readonly leads: readonly TextFact[] } {
    const { plain, sinceStop, leads } = this;
    return sinceStop.some(({ kind }) => kind === 'amount')
      ? { own: plain.filter((figure) => sinceStop.includes(figure)).slice(-NEAR), leads: [] }
      : { own: plain.slice(-NEAR), leads };
  }

  stop(): void {
    this.sinceStop = [];
  }

  /** @param after what stands behind the stop */
  endSentence(after: string): void {
    if (this.plain.length > 0) this.leads = [...this.plain.slice(0, 3), ...this.leads].slice(0, LEADS);
    this.before = this.plain;
    this.plain = [];
    this.inSentence = undefined;
    this.compared &&= GOES_ON.test(after);
  }

  nextItem(text: string): void {
    this.year = undefined;
    if (startsAnew(text, this.around.profile.entity)) this.lists.close((list) => list.parts.length > 0);
    this.lists.nextItem(itemLevel(text));
    this.itemFigures = [];
    const head = HEAD.exec(text)?.[1];
    this.head = head === undefined ? undefined : this.subject(head);
  }
}
