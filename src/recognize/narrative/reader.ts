import type { ChangeClaim, CompletionClaim, TextFact, TextRole } from '../../model/narrative';
import { isBetweenTwins } from '../../vocabulary/narrative/pairs';
import { readSubject, type Subject } from '../../vocabulary/narrative/subjects';
import { HEAD, ITEM, itemLevel, SAME, startsAnew, STATEMENT, SUM_UP, TOTALS } from '../../vocabulary/narrative/items';
import {
  againstBudget,
  BASE,
  BUDGET,
  CHANGE,
  COMPARED,
  COMPLETION,
  CONTINUES_ITEM,
  PAID_FOR,
  PRIOR,
  REASON,
  SHARE,
  SHARE_BASE,
  UNCHANGED,
  UP_WORD,
  VERDICT,
} from '../../vocabulary/narrative/words';
import { closesBracket, isBare, isBareInItem, lastClause, listedNames, opening, opensBracket, pieces } from './clauses';
import { Lists } from './lists';
import { Pairs } from './pairs';
import { figureOf, wordsAsFigure } from './make';
import { meantBy } from './registry';
import { areOfOneFund, Budgets, type Sides, turned } from './said';
import { before } from '../../shared/text';
import type { Surroundings } from './surroundings';
import type { Token } from './tokens';

/*
 * Reads the figures of one section in order. Every figure is told by the words between it and the figure before: a
 * value with its subject, a share, a change, a rate. What a clause leaves out (的 whole, the subject) is carried over
 * from what was said before.
 */

const NOTHING: Subject = { said: {}, items: [], clear: false };
const LEADS = 4;
/** Of a sentence without end only so many figures before a list or a change may be meant by it. */
const NEAR = 60;
/** A twin of a figure stands at once behind it. */
const TWIN_REACH = 30;
/** An item that is named and broken off before its figure. */
const OPEN_HEAD = /（[类款项]）[”"]?：?$/;
const CLOSED_BRACKET = /^（[^）]{0,20}）/;
/** 比上年, 较2022年的: the amount behind it is that year's where a change follows. */
const YARDSTICK = /(?:比|较|与|由)(?:上年|去年|上一年|(?:19|20)\d\d年)(?:度)?[^，。；：]{0,8}$/;
const COMPARED_WITH = /^）?(?:增加|减少|增长|下降|相比|持平|降至|升至|增至|减至|降为|增为)/;

/** What stands before a yardstick within its clause. */
function priorSubject(words: string): string {
  const at = words.search(YARDSTICK);
  return at > 0 && !isBare(words.slice(0, at)) ? words.slice(0, at) : '';
}

/** 本年支出的构成为: the whole stands before the word that opens its parts. */
const NAMES_WHOLE = /^(?:构成为|组成为|分为|划分)$/;
const NEXT_REASON = /^(?:[二三四五六七八九十]是|[（(]?[2-9二三四五六七八九十][)）.、])/;
const AND_SO_ON = /等(?:方面|支出|费用|情况)?$/;

type Change = { -readonly [K in keyof ChangeClaim]: ChangeClaim[K] };
type Completion = { -readonly [K in keyof CompletionClaim]: CompletionClaim[K] };

export class SectionReader {
  private readonly lists = new Lists();
  /** Values of the running sentence, and of those before it in the section. */
  private plain: TextFact[] = [];
  private leads: TextFact[] = [];
  /** Values of the sentence before. */
  private before: readonly TextFact[] = [];
  private readonly earlier: TextFact[] = [];
  private last: TextFact | undefined;
  /** The last value of the running sentence, whatever it counts. */
  private inSentence: TextFact | undefined;
  private head: Subject | undefined;
  private itemFigures: TextFact[] = [];
  private reason = false;
  private readonly pairs = new Pairs();
  /** The running sentence compares with another year. */
  private compared = false;
  /** The sentence before compared with the year before: 。其中：基本支出减少 5 万元 goes on with it. */
  private comparedBefore = false;
  private change: Change | undefined;
  private completion: Completion | undefined;
  private readonly budgets = new Budgets();
  private prior: TextFact | undefined;
  /** What the value of the year before is of, where the same clause says so. */
  private priorOf = '';

  constructor(
    private readonly text: string,
    private readonly around: Surroundings,
  ) {}

  read(tokens: readonly Token[]): void {
    let from = 0;
    for (const token of tokens) {
      this.take(token, this.text.slice(from, token.start), from);
      from = token.end;
    }
    this.between(this.text.slice(from), from);
    this.lists.close(() => true);
    this.around.claims.push(...this.lists.claims);
  }

  private take(token: Token, gap: string, from: number): void {
    const live = this.between(gap, from);
    const clause = lastClause(live);
    const opener = opening(live);
    if (opener) {
      this.openList(live, opener.start, opener.word);
      this.reason = false;
    } else {
      if (gap.startsWith('（') && token.kind !== 'percent' && !CLOSED_BRACKET.test(gap)) this.openBracket(gap);
      if (!this.reason) this.reason = REASON.test(live) || (PAID_FOR.test(live) && !CONTINUES_ITEM.test(clause));
    }
    if (token.kind === 'percent') this.takePercent(token, live, clause);
    else this.takeValue(token, live, clause);
  }

  /** Goes over the stops of a gap; returns what stands behind the last of them. */
  private between(gap: string, from: number): string {
    const all = pieces(gap);
    for (const [at, { text, stop, start }] of all.entries()) {
      const next = all[at + 1];
      if (text !== '') this.statements(text, from + start, next === undefined);
      if (closesBracket(text)) this.closeBracket();
      if (next) this.stop(stop, text, next.text);
    }
    return all[all.length - 1]!.text;
  }

  /** （其中：Y B，Z C），W D: behind the bracket what stood before it goes on. */
  private closeBracket(): void {
    const list = this.lists.closeBracket();
    const [whole] = list?.wholes ?? [];
    if (!whole || !list?.near) return;
    this.inSentence = whole;
    if (whole.kind === 'amount') this.last = whole;
  }

  private stop(stop: string, before: string, after: string): void {
    if (AND_SO_ON.test(before)) this.lists.markOpen();
    // 原因：一是…；二是…: all of them are reasons.
    this.reason &&= stop === '；' && NEXT_REASON.test(after);
    this.pairs.close();
    this.change = undefined;
    if (stop === '；') {
      // The items of a bracket are set apart by it, and end with the bracket.
      if (this.lists.top?.bracket) return;
      if (this.lists.depth > 1 && !this.lists.top!.block)
        this.lists.close((list) => !list.block && this.lists.depth > 1);
      else if (this.lists.top?.block === false && opening(after) && this.lists.isComplete())
        this.lists.close((list) => !list.block);
      return;
    }
    if (stop === '\n' && /[；，、]$/.test(before)) return;
    // A colon before the line break: the list goes on in the paragraphs below.
    const opened = stop === '\n' && /：$/.test(before) ? opening(before) : undefined;
    this.lists.close((list) => !list.block);
    if (opened) this.openList(before, opened.start, opened.word, true);
    this.endSentence();
    if (stop === '\n' && this.head && CONTINUES_ITEM.test(after)) return;
    // 3.卫生健康（类）…（项）：, and what was spent in the line below.
    const carried = stop === '\n' && OPEN_HEAD.test(before) && !ITEM.test(after) ? this.head : undefined;
    if (ITEM.test(after) || stop === '\n') this.nextItem(after);
    if (carried) this.head = carried;
  }

  private endSentence(): void {
    if (this.plain.length > 0) this.leads = [...this.plain.slice(0, 3), ...this.leads].slice(0, LEADS);
    this.before = this.plain;
    this.earlier.push(...this.plain);
    this.plain = [];
    this.inSentence = undefined;
    this.prior = undefined;
    this.comparedBefore = this.compared;
    this.compared = false;
  }

  private nextItem(text: string): void {
    if (startsAnew(text, this.around.profile.entity)) this.lists.close((list) => list.parts.length > 0);
    this.lists.nextItem(itemLevel(text));
    this.itemFigures = [];
    this.completion = undefined;
    const head = HEAD.exec(text)?.[1];
    this.head = head === undefined ? undefined : this.subject(head);
  }

  private subject(words: string): Subject {
    return readSubject(words, this.around.names, this.around.profile.entity);
  }

  private openList(live: string, at: number, word: string, block = false): void {
    if (word === '其中' && live.slice(0, at) === '') this.compared ||= this.comparedBefore;
    const named =
      word.endsWith('中') && word !== '其中' ? /([^，。；：]{2,40})中$/.exec(live.slice(0, at + word.length)) : null;
    // 财政拨款支出主要内容如下：, then items in paragraphs of their own.
    const told = block ? live.slice(0, at).replace(/主要|内容|具体|情况/g, '') : '';
    const whole = NAMES_WHOLE.test(word) ? live.slice(0, at) : '';
    const found = named
      ? this.named(named[1]!)
      : whole !== '' && !isBare(lastClause(whole))
        ? this.named(lastClause(whole))
        : told !== '' && !isBare(told)
          ? this.named(told)
          : [];
    // 。其中 speaks of the sentence before; ，其中 of the figure before.
    const latest = this.inSentence ? [this.inSentence] : [];
    const own = [...latest, ...this.plain.slice(-NEAR).reverse()];
    const wholes = [...new Set([...found, ...own, ...this.leads, ...(this.lists.top?.wholes ?? [])])].slice(0, NEAR);
    this.lists.push({
      wholes,
      word,
      block,
      bracket: opensBracket(live.slice(0, at)),
      near:
        found.length > 0 ||
        own.length > 0 ||
        (word === '其中' && live.slice(0, at) === '' && areOfOneFund(this.before)),
    });
  }

  private openBracket(gap: string): void {
    const whole = this.last;
    if (whole && gap.length < 40)
      this.lists.push({ wholes: [whole], word: '（', block: false, bracket: true, near: true });
  }

  private named(words: string): TextFact[] {
    const { items, said } = this.subject(words);
    return items.length === 0 ? [] : this.around.registry.find(items, said);
  }

  private takeValue(token: Token, live: string, clause: string): void {
    const words = clause.startsWith('”') || clause.startsWith('"') ? clause.slice(1) : clause;
    this.compared ||= COMPARED.test(live);
    const verb = token.kind === 'amount' ? CHANGE.exec(words) : null;
    // 支持商贸增长30万元 names a purpose: nothing is compared there.
    const against =
      token.kind === 'amount' && this.around.profile.kind === 'final'
        ? againstBudget(words, live, this.around.profile.year)
        : undefined;
    if (against !== undefined) {
      this.takeExcess(token, words, against);
      return;
    }
    if (token.kind === 'amount' && isBetweenTwins(words) && this.pairs.isOpen && !this.reason) {
      const change = this.pairs.twin(this.make(token, 'delta', this.pairs.words, NOTHING));
      if (change) this.around.claims.push(change);
      this.change = this.pairs.next(change);
      return;
    }
    if (verb && (this.compared || verb.index === 0)) {
      this.takeDelta(token, live, words, verb[1]!);
      return;
    }
    if (this.isPrior(words, token)) {
      const figure = this.make(token, 'prior', words, this.head ?? NOTHING);
      this.prior = figure;
      this.priorOf = priorSubject(words);
      if (this.change && !this.change.prior) this.change.prior = figure;
      return;
    }
    const twin = isBetweenTwins(words) && this.pairs.isAwaited;
    const subject = this.pairs.subject(
      words,
      this.subjectOf(words),
      this.text.slice(token.end, token.end + TWIN_REACH),
    );
    const role: TextRole = this.reason
      ? 'aside'
      : this.around.profile.kind === 'final' && BUDGET.test(words) && !/决算/.test(words)
        ? 'budget'
        : 'value';
    if (
      !this.reason &&
      this.lists.top &&
      !this.lists.top.block &&
      this.lists.top.parts.length > 0 &&
      TOTALS.test(words) &&
      !SUM_UP.test(words)
    )
      this.lists.close((list) => !list.block);
    const figure = this.make(token, role, twin ? this.pairs.words : words, subject);
    if (role === 'aside') return;
    if (token.kind === 'amount') {
      this.change = undefined;
      this.last = figure;
    }
    this.inSentence = figure;
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
    if (parts.length > 1) this.around.claims.push({ kind: 'list', wholes: [figure], parts, open: false, word: '合计' });
    return parts.length > 1;
  }

  private isPrior(words: string, token: Token): boolean {
    if (token.kind !== 'amount') return false;
    const clean = words.replace(/^(?:其中)?[：，]?/, '');
    const year = /(?:19|20)\d\d(?=年)/.exec(clean)?.[0];
    if (year !== undefined && Number(year) >= (this.around.profile.year ?? 0)) return false;
    if (/结转|结余|本年/.test(clean)) return false;
    if (PRIOR.test(clean)) return true;
    const next = this.text.slice(token.end, token.end + 6);
    return YARDSTICK.test(clean) && COMPARED_WITH.test(next);
  }

  /** The words name something, or what they stand with was named before. */
  private subjectOf(words: string): Subject {
    // Within an item 当年支出决算 is what was spent on it, and not on everything.
    const isOfItem = this.head !== undefined && isBareInItem(words);
    if (!isOfItem && (!isBare(words) || (!this.head && this.itemFigures.length === 0))) return this.subject(words);
    return turned(this.head ?? this.inherited(), words);
  }

  private inherited(): Subject {
    const figure = this.itemFigures[this.itemFigures.length - 1] ?? this.last;
    return figure && figure.kind === 'amount' && this.itemFigures.length > 0
      ? { said: figure.said, items: figure.items, clear: figure.clear }
      : NOTHING;
  }

  private takeDelta(token: Token, live: string, words: string, verb: string): void {
    const figure = this.make(token, this.reason ? 'aside' : 'delta', words, NOTHING);
    if (this.reason) return;
    const direction = UP_WORD.test(verb) ? 1 : -1;
    if (this.change && !this.change.delta && this.change.rate) {
      this.change.delta = figure;
      return;
    }
    this.openChange(figure, direction, live, words);
    this.change!.delta = figure;
    this.pairs.opened(this.change!, words, this.text.slice(token.end, token.end + TWIN_REACH));
  }

  /** 决算数大于预算数 5 万元, 较年初预算增加 5 万元: a change whose base is the budget. */
  private takeExcess(token: Token, words: string, direction: 1 | -1): void {
    const delta = this.make(token, this.reason ? 'aside' : 'delta', words, NOTHING);
    const { actual, budget } = this.sides();
    if (this.reason || !actual) return;
    this.change = { kind: 'change', direction, subjects: [actual], base: '', spot: delta, delta, ofBudget: true };
    if (budget) this.change.prior = budget;
    if (this.completion?.actual === actual) this.completion.excess = delta;
    this.around.claims.push(this.change);
  }

  private openChange(spot: TextFact, direction: 1 | -1 | 0, live: string, clause: string): void {
    const compared = COMPARED.exec(live);
    const base = BASE.exec(live)?.[1] ?? '';
    const words = clause
      .replace(
        /^.{0,200}?(?:同比|(?:比|较|与|同)(?:上年|去年|上一年|(?:19|20)\d\d年))[^，]{0,80}?(?=增|减|上升|下降|提高|降低|$)/,
        '',
      )
      .replace(CHANGE, '');
    const before = compared ? live.slice(0, compared.index) : '';
    // 基本支出较上年1450万元增加50万元: what changed stands before the yardstick, be its figure printed or not.
    const own = this.prior === undefined ? '' : this.priorOf;
    const subjects =
      own === '' ? this.changedBy(words !== '' && !isBare(words) ? words : lastClause(before)) : this.changedHere(own);
    const change: Change = { kind: 'change', direction, subjects, base, spot };
    if (this.prior) change.prior = this.prior;
    this.prior = undefined;
    this.around.claims.push(change);
    this.change = change;
  }

  /** The figures of this section that are just what the words name. */
  private changedHere(words: string): TextFact[] {
    const { said } = this.subject(words);
    return this.named(words).filter(
      (figure) =>
        figure.section === this.around.section &&
        figure.role === 'value' &&
        figure.said.nature === said.nature &&
        figure.said.fund === said.fund,
    );
  }

  /**
   * What changed: by its own words, else the figure before, else the whole of the running list, else what the sentences
   * before were about.
   */
  private changedBy(words: string): TextFact[] {
    const named = words === '' || isBare(words) ? [] : this.named(words);
    const outer = this.lists.top?.wholes ?? [];
    const near = this.last ? [this.last] : [];
    // 其中基本支出增加 5 万元 after the figure of all expenditure: 基本支出 changed, be its figure printed here or not.
    const { nature } = this.subject(words).said;
    const mayHave = ({ kind, role, said }: TextFact): boolean =>
      kind === 'amount' && role === 'value' && (nature === undefined || said.nature === nature);
    const here = named.filter(({ section }) => section === this.around.section);
    if (here.length > 0) return here.slice(0, 4).filter(mayHave);
    const all = [
      ...named.slice(0, 4),
      ...near,
      ...outer.slice(0, 2),
      ...this.plain.slice(-NEAR),
      ...this.leads.slice(0, 2),
    ];
    return [...new Set(all)].filter(mayHave);
  }

  private takePercent(token: Token, live: string, clause: string): void {
    if (this.reason) {
      this.make(token, 'aside', clause, NOTHING);
      return;
    }
    const verb = CHANGE.exec(clause);
    if (COMPLETION.test(clause)) this.takeCompletion(token, clause);
    // 占比较上年提高2个百分点: the change of a share, of which no amount is told.
    else if (verb && token.unit === '个百分点' && SHARE.test(clause)) this.make(token, 'unread', clause, NOTHING);
    else if (SHARE.test(clause)) this.takeShare(token, clause);
    else if (verb || (this.change?.delta && !this.change.rate && /^[，、（即和与]?$/.test(live)))
      this.takeRate(token, live, clause, verb?.[1]);
    else if (/^（$/.test(live) && this.last) this.takeShare(token, '占');
    else this.make(token, 'unread', clause, NOTHING);
  }

  private takeRate(token: Token, live: string, clause: string, verb: string | undefined): void {
    const figure = this.make(token, 'rate', clause, NOTHING);
    if (!this.change || this.change.rate)
      this.openChange(figure, verb === undefined || UP_WORD.test(verb) ? 1 : -1, live, clause);
    this.change!.rate = figure;
    if (verb !== undefined) this.change!.rateDirection = UP_WORD.test(verb) ? 1 : -1;
    this.change = this.pairs.next(this.change);
  }

  private takeShare(token: Token, clause: string): void {
    const figure = this.make(token, 'share', clause, NOTHING);
    const base = (SHARE_BASE.exec(clause)?.[1] ?? '').replace(/^(?:全部|本年|全年)?$/, '');
    const words = before(clause, '占');
    const named = isBare(words) ? [] : this.named(words);
    const parts = [...new Set([...named.slice(0, 2), ...(this.last ? [this.last] : [])])];
    const unnamed = named.length === 0 && !isBare(words);
    const about = base === '' || isBare(base) ? NOTHING : this.subject(base);
    const known = about.items.length > 0 ? this.around.registry.find(about.items, about.said).slice(0, 6) : [];
    const wholes = [...known, ...(this.lists.top?.wholes ?? []), ...this.plain, ...this.leads, ...this.itemFigures];
    this.around.claims.push({
      kind: 'share',
      percent: figure,
      parts,
      wholes: [...new Set(wholes)].filter(
        (whole) =>
          whole.kind === 'amount' &&
          !parts.includes(whole) &&
          !(whole.amount.value.isZero() && !parts[0]?.amount.value.isZero()),
      ),
      ...{ base, unnamed },
      // 财政性资金（人员类除外）总额: words that are not all understood may name something else.
      meant: about.clear ? known.filter((whole) => !parts.includes(whole) && meantBy(about.said, whole)) : [],
      baseKey: about.items.length > 0 ? { ...about.said, item: about.items[0]! } : {},
    });
  }

  private takeCompletion(token: Token, clause: string): void {
    const percent = this.make(token, 'completion', clause, NOTHING);
    this.completion = { kind: 'completion', percent, spot: percent, ...this.sides(clause) };
    this.around.claims.push(this.completion);
  }

  private sides(words = ''): Sides {
    return this.budgets.sides(this.itemFigures, words);
  }

  /** What is said without a figure: 与上年持平, 决算数小于预算数; and names without amounts. */
  private statements(text: string, from: number, live: boolean): void {
    if (!live && this.last && !this.reason) this.readNames(text, from);
    if (!STATEMENT.test(text)) return;
    const verdict = VERDICT.exec(text);
    if (verdict && !text.slice(verdict.index + verdict[0].length).startsWith('（')) {
      const [, more, less] = verdict;
      this.takeVerdict(more ? 1 : less ? -1 : 0, from + verdict.index, verdict[0]);
    }
    // 与上年预算数5万元持平: the figure has cut the phrase in two.
    const same = UNCHANGED.exec(text) ?? (this.prior ? SAME.exec(text) : null);
    if (same && !verdict && !this.reason && !REASON.test(text.slice(0, same.index)))
      this.takeUnchanged(same, from, text);
  }

  private takeVerdict(verdict: 1 | -1 | 0, offset: number, words: string): void {
    if (this.completion && this.completion.verdict === undefined) {
      this.completion.verdict = verdict;
      return;
    }
    const spot = this.words(offset, words);
    const sides = this.sides(words);
    if (sides.actual) this.around.claims.push({ kind: 'completion', verdict, spot, ...sides });
  }

  private takeUnchanged(match: RegExpExecArray, from: number, text: string): void {
    const spot = this.words(from + match.index, match[0]);
    const before = text.slice(0, match.index);
    const subjects = this.changedBy(lastClause(before));
    this.around.claims.push({
      kind: 'change',
      direction: 0,
      subjects,
      base: match[1] ?? '',
      spot,
      ...(this.prior && { prior: this.prior }),
    });
    this.prior = this.change = undefined;
  }

  private readNames(text: string, from: number): void {
    const list = this.last && listedNames(text);
    if (!list) return;
    const names = list.names.map(({ name, start }) => this.words(from + start, name));
    this.around.claims.push({ kind: 'names', owner: this.last!, names, open: list.open });
  }

  private words(offset: number, text: string): TextFact {
    return wordsAsFigure(this.around, offset, text);
  }

  private make(token: Token, role: TextRole, words: string, subject: Subject): TextFact {
    const list = this.lists.top;
    return figureOf(this.around, { token, role, words, subject, whole: list?.near ? list.wholes[0] : undefined });
  }
}
