import type { ChangeClaim, ChangesClaim, TextFact } from '../../model/narrative';
import {
  BASE,
  BUDGET_YARDSTICK,
  CHANGE,
  COMPARED,
  FROM,
  PRIOR,
  REACHED,
  UP_WORD,
} from '../../vocabulary/narrative/words';
import { BECAUSE, COMPARED_WITH, OF_ALL, UP_TO_YARDSTICK, YARDSTICK } from '../../vocabulary/narrative/yardsticks';
import { isBare, lastClause } from './clauses';
import type { Discourse } from './discourse';
import type { Sides } from './said';
import type { Token } from './tokens';

/*
 * 比上年增加 Δ，增长 p%: what changed, by how much, against which year.
 */

/** A twin of a figure stands at once behind it. */
const TWIN_REACH = 30;
/** So far behind the year before stands what came of it. */
const COMPARED_REACH = 7;

type ChangesList = { -readonly [K in keyof ChangesClaim]: ChangesClaim[K] };
type Change = { -readonly [K in keyof ChangeClaim]: ChangeClaim[K] };

/** What stands before a yardstick within its clause. */
function priorSubject(words: string): string {
  const at = YARDSTICK.test(words) ? words.search(YARDSTICK) : words.search(FROM);
  return at > 0 && !isBare(words.slice(0, at)) ? words.slice(0, at) : '';
}

export class Changes {
  private running: Change | undefined;
  private prior: TextFact | undefined;
  /** The budget that the running clause has told as its yardstick. */
  private budget: TextFact | undefined;
  /** What the value of the year before is of, where the same clause says so. */
  private priorOf = '';

  /** The last change that was told as from A to B. */
  private fromTo: Change | undefined;

  /** The last changes that were told in a row. */
  private row: readonly Change[] = [];
  /** The change that was told last, while no value has been told since. */
  private before: Change | undefined;
  /** The changes that are being listed as those of the parts of another. */
  private listed: ChangesList | undefined;
  /** They stand in paragraphs of their own. */
  private listedBelow = false;
  /** Figures whose change was told at once behind them: the next one is not theirs. */
  private readonly told = new Set<TextFact>();

  constructor(private readonly discourse: Discourse) {}

  /** The running change still waits for its rate. */
  get awaitsRate(): boolean {
    return this.running?.delta !== undefined && !this.running.rate;
  }

  /** A value of the year before was told of which nothing has been said yet. */
  get hasPrior(): boolean {
    return this.prior !== undefined;
  }

  /**
   * 其中 behind a change lists those of its parts, in the same sentence or in the next; a reason tells those of some.
   * @param open they need not be all
   * @param block they stand in paragraphs of their own
   */
  openParts(open: boolean, block = false): void {
    const whole = this.running ?? this.before;
    this.listedBelow = block;
    this.listed = whole?.delta && !whole.ofBudget ? { kind: 'changes', whole, parts: [], open } : undefined;
    if (this.listed) this.discourse.claim(this.listed);
  }

  /** What the running sentence has told the change of, where it has told no value yet. */
  get topic(): TextFact | undefined {
    return this.running?.subjects[0];
  }

  /** A stop ends the change, not the value of the year before. */
  stop(): void {
    this.budget = undefined;
    this.before = this.running ?? this.before;
    this.running = undefined;
    this.discourse.pairs.close();
  }

  /** A value ends the change that was told before it. */
  valueTold(): void {
    this.running = undefined;
    this.before = undefined;
    this.listed = undefined;
  }

  endSentence(): void {
    this.prior = undefined;
    this.row = [];
    if (!this.listedBelow) this.listed = undefined;
  }

  isPrior(words: string, token: Token): boolean {
    if (token.kind !== 'amount') return false;
    const clean = words.replace(/^(?:其中)?[：，]?/, '');
    if (/结转|结余|本年/.test(clean)) return false;
    const yardstick = YARDSTICK.exec(clean)?.[0];
    // 2024年公务接待费由2023年的7万元降至5万元: the year that counts is that of the yardstick.
    if (this.isThisYear(yardstick ?? clean)) return false;
    if (PRIOR.test(clean)) return true;
    return (
      (yardstick !== undefined || FROM.test(clean)) && COMPARED_WITH.test(this.discourse.behind(token, COMPARED_REACH))
    );
  }

  private isThisYear(words: string): boolean {
    const year = /(?:19|20)\d\d(?=年)/.exec(words)?.[0];
    return year !== undefined && Number(year) >= (this.discourse.around.profile.year ?? 0);
  }

  /** 较年初预算 A 万元增加 B 万元: A is a budget, and B the difference from it. */
  takeBudget(token: Token, words: string): boolean {
    if (!BUDGET_YARDSTICK.test(words) || !COMPARED_WITH.test(this.discourse.behind(token, COMPARED_REACH)))
      return false;
    this.budget = this.discourse.make(token, 'budget', words, this.discourse.subjectOf(''));
    this.discourse.itemFigures.push(this.budget);
    return true;
  }

  /** The direction of a difference from the budget that was told just before it. */
  fromBudget(verb: string | undefined): 1 | -1 | undefined {
    return this.budget && verb !== undefined ? (UP_WORD.test(verb) ? 1 : -1) : undefined;
  }

  takePrior(token: Token, words: string): void {
    const figure = this.discourse.make(token, 'prior', words, this.discourse.head);
    this.prior = figure;
    this.priorOf = priorSubject(words);
    if (this.running && !this.running.prior) this.running.prior = figure;
  }

  /** 由上年的 A 降至 B: B is what it came to; what it is of was said before A. */
  reachedBy(words: string): string | undefined {
    return this.prior && REACHED.test(words) && !this.discourse.reason ? this.priorOf : undefined;
  }

  /** The change from the year before to a figure that has come of it; its difference and its rate may follow. */
  takeReached(figure: TextFact, words: string): void {
    const { prior } = this;
    if (!prior) return;
    const direction = UP_WORD.test(words) ? 1 : /^(?:调|变)/.test(words) ? 0 : -1;
    this.running = { kind: 'change', direction, subjects: [figure], base: '', spot: figure, prior };
    this.fromTo = this.running;
    this.prior = undefined;
    this.discourse.claim(this.running);
  }

  takeDelta(token: Token, live: string, words: string, verb: string): void {
    const { pairs } = this.discourse;
    // 主要是因为公务接待费减少 5 万元: a reason that tells the change of something known.
    const aside = this.discourse.reason && !this.isKnown(words, words.search(CHANGE));
    const figure = this.discourse.make(token, aside ? 'aside' : 'delta', words);
    if (aside) return;
    if (this.running && !this.running.delta && (this.running.rate || this.running === this.fromTo)) {
      if (this.running.direction === 0) this.running.direction = UP_WORD.test(verb) ? 1 : -1;
      this.running.delta = figure;
      return;
    }
    this.open(figure, UP_WORD.test(verb) ? 1 : -1, live, words);
    this.running!.delta = figure;
    pairs.opened(this.running!, words, this.discourse.behind(token, TWIN_REACH));
  }

  /** 公务用车运行维护费减少 5 万元: the words before the verb name a figure of this section. */
  areOfAFigure(words: string, verb: number): boolean {
    return this.isKnown(words, verb) && this.changedHere(words.slice(0, verb).replace(BECAUSE, '')).length > 0;
  }

  /** The words before the verb are a name, whose every word is understood. */
  private isKnown(words: string, verb: number): boolean {
    const name = words.slice(0, verb).replace(BECAUSE, '');
    return name !== '' && !isBare(name) && this.discourse.subject(name).clear;
  }

  /** The difference on the other side, of which no word says anything: 各减少 5 万元、4 万元. */
  takeTwin(token: Token): void {
    const { pairs } = this.discourse;
    const change = pairs.twin(this.discourse.make(token, 'delta', pairs.words));
    if (change) this.discourse.claim(change);
    this.running = pairs.next(change);
  }

  /** 分别增加 5 万元、4 万元, 分别增长 3%、2%: differences or rates in a row, each of the figure at its place. */
  takeRow(row: readonly Token[], subjects: readonly TextFact[], words: string, verb: string): void {
    const direction = UP_WORD.test(verb) ? 1 : -1;
    const base = BASE.exec(words)?.[1] ?? '';
    const isRate = row[0]!.kind === 'percent';
    const figures = row.map((token) => this.discourse.make(token, isRate ? 'rate' : 'delta', words));
    if (isRate && this.row.length === row.length && this.row.every(({ rate }) => !rate)) {
      this.row.forEach((change, at) => Object.assign(change, { rate: figures[at], rateDirection: direction }));
      return;
    }
    this.row = figures.map((spot, at) => ({
      ...{ kind: 'change', direction, subjects: [subjects[at]!], base, spot },
      ...(isRate ? { rate: spot, rateDirection: direction } : { delta: spot }),
    }));
    for (const change of this.row) this.discourse.claim(change);
  }

  /** 分别增加 5 万元、5 万元，均增长 3%: one rate for every change of the row. */
  private takeRateOfAll(rate: TextFact, words: string, rateDirection: 1 | -1): boolean {
    if (!OF_ALL.test(words) || this.row.length === 0 || this.row.some((change) => change.rate)) return false;
    for (const change of this.row) Object.assign(change, { rate, rateDirection });
    return true;
  }

  /** 决算数大于预算数 5 万元, 较年初预算增加 5 万元: a change whose base is the budget. */
  takeExcess(token: Token, words: string, direction: 1 | -1, { actual, budget }: Sides): TextFact | undefined {
    const delta = this.discourse.make(token, this.discourse.reason ? 'aside' : 'delta', words);
    this.budget = undefined;
    if (this.discourse.reason || !actual) return undefined;
    this.running = { kind: 'change', direction, subjects: [actual], base: '', spot: delta, delta, ofBudget: true };
    if (budget) this.running.prior = budget;
    this.discourse.claim(this.running);
    return delta;
  }

  takeRate(token: Token, live: string, clause: string, verb: string | undefined): void {
    const figure = this.discourse.make(token, 'rate', clause);
    const direction = verb === undefined || UP_WORD.test(verb) ? 1 : -1;
    if (verb !== undefined && this.takeRateOfAll(figure, clause, direction)) return;
    if (!this.running || this.running.rate) this.open(figure, direction, live, clause);
    this.running!.rate = figure;
    if (this.running === this.fromTo && this.running?.direction === 0) this.running.direction = direction;
    if (verb !== undefined) this.running!.rateDirection = direction;
    this.running = this.discourse.pairs.next(this.running);
  }

  /** 与上年持平, without a figure. */
  takeUnchanged(match: RegExpExecArray, from: number, text: string): void {
    this.discourse.claim({
      kind: 'change',
      direction: 0,
      subjects: this.changedBy(lastClause(text.slice(0, match.index))),
      base: match[1] ?? '',
      spot: this.discourse.words(from + match.index, match[0]),
      ...(this.prior && { prior: this.prior }),
    });
    this.prior = this.running = undefined;
  }

  private open(spot: TextFact, direction: 1 | -1 | 0, live: string, clause: string): void {
    const compared = COMPARED.exec(live);
    const base = BASE.exec(live)?.[1] ?? '';
    const words = clause.replace(UP_TO_YARDSTICK, '').replace(CHANGE, '').replace(BECAUSE, '');
    const before = compared ? live.slice(0, compared.index) : '';
    // 基本支出较上年1450万元增加50万元: what changed stands before the yardstick, be its figure printed or not.
    const own = this.prior === undefined ? '' : this.priorOf;
    const subjects =
      own === '' ? this.changedBy(words !== '' && !isBare(words) ? words : lastClause(before)) : this.changedHere(own);
    const change: Change = { kind: 'change', direction, subjects, base, spot };
    if (this.prior) change.prior = this.prior;
    this.prior = undefined;
    if (this.discourse.last) this.told.add(this.discourse.last);
    this.discourse.claim(change);
    this.running = change;
    if (this.listed) this.listed.parts = [...this.listed.parts, change];
  }

  /** Those of the year that the paragraph is about; all where none of them is. */
  private ofYear(figures: readonly TextFact[]): readonly TextFact[] {
    const { year } = this.discourse;
    if (year === undefined) return figures;
    const own = figures.filter(({ said, context }) => (said.year ?? context.year ?? '') === year);
    return own.length > 0 ? own : figures;
  }

  /** The whole of the running list; not where its parts have paragraphs of their own and this one has told its figure. */
  private outer(): readonly TextFact[] {
    const { lists, sinceStop } = this.discourse;
    const list = lists.top;
    return list && !(list.block && sinceStop.length > 0) ? list.wholes.slice(0, 2) : [];
  }

  /** The figures of this section that are just what the words name. */
  private changedHere(words: string): TextFact[] {
    const { said } = this.discourse.subject(words);
    return this.discourse
      .named(words)
      .filter(
        (figure) =>
          figure.section === this.discourse.around.section &&
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
    const { last, around } = this.discourse;
    const { own, leads } = this.discourse.recent;
    const named = words === '' || isBare(words) ? [] : this.ofYear(this.discourse.named(words));
    // 其中基本支出增加 5 万元 after the figure of all expenditure: 基本支出 changed, be its figure printed here or not.
    const { nature, fund } = this.discourse.subject(words).said;
    const mayHave = ({ kind, role, said, context }: TextFact): boolean =>
      kind === 'amount' &&
      role === 'value' &&
      (nature === undefined || said.nature === nature) &&
      (fund === undefined || (said.fund ?? context.fund) !== undefined);
    const ofSection = named.filter(({ section }) => section === around.section);
    // What a paragraph says of a year may have been told in the section of that year.
    const here = this.discourse.year === undefined || ofSection.length > 0 ? ofSection : named;
    if (here.length > 0) return here.slice(0, 4).filter(mayHave);
    // 公务用车运行费减少 2 万元, of which no figure is printed: it is not the change of another.
    if (this.listed && words !== '' && !isBare(words)) return [];
    const all = [
      ...named.slice(0, 4),
      // A new sentence goes on with what the one before was about, not with the last of its parts.
      ...leads.slice(0, 1),
      ...(last ? [last] : []),
      ...this.outer(),
      ...own.filter((figure) => !this.told.has(figure)),
      ...leads.slice(0, 2),
    ];
    return [...new Set(all)].filter(mayHave);
  }
}
