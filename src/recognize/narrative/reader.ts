import type { TextFact, TextRole } from '../../model/narrative';
import { isBetweenTwins } from '../../vocabulary/narrative/pairs';
import { ITEM, SAME, STATEMENT } from '../../vocabulary/narrative/items';
import {
  againstBudget,
  AND_SO_ON,
  BUDGET,
  CHANGE,
  COMPARED,
  COMPLETION,
  CONTINUES_ITEM,
  NEXT_REASON,
  OF_BUDGET,
  OF_THE_SHARE,
  OF_WHOLE,
  OPEN_HEAD,
  PAID_FOR,
  PERCENT_OF,
  REASON,
  SHARE,
  UNCHANGED,
  VERDICT,
} from '../../vocabulary/narrative/words';
import { Changes } from './changes';
import { closesBracket, lastClause, listedNames, opening, pieces } from './clauses';
import { Completions } from './completions';
import { Discourse } from './discourse';
import { openBracket, openList } from './openings';
import { SeriesReader } from './series';
import { takeShare, takeShareOf } from './shares';
import type { Surroundings } from './surroundings';
import type { Token } from './tokens';

/*
 * Reads the figures of one section in order. Every figure is told by the words between it and the figure before: a
 * value with its subject, a share, a change, a rate. What a clause leaves out (的 whole, the subject) is carried over
 * from what was said before.
 */

/** A twin of a figure stands at once behind it. */
const TWIN_REACH = 30;
/** So far behind 由 stands 构成. */
const MADE_UP_REACH = 120;
const CLOSED_BRACKET = /^（[^）]{0,20}）/;

/** Words that name no year, or this one. */
function isOfYear(words: string, own: number | null): boolean {
  const year = /(?:19|20)\d\d(?=年)/.exec(words)?.[0];
  return year === undefined || Number(year) === own;
}

export class SectionReader {
  private readonly discourse: Discourse;
  private readonly changes: Changes;
  private readonly completions: Completions;
  private readonly series: SeriesReader;

  constructor(
    private readonly text: string,
    private readonly around: Surroundings,
  ) {
    this.discourse = new Discourse(text, around);
    this.changes = new Changes(this.discourse);
    this.completions = new Completions(this.discourse);
    this.series = new SeriesReader(this.discourse, this.changes, this.completions);
  }

  read(tokens: readonly Token[]): void {
    let from = 0;
    for (let at = 0; at < tokens.length;) {
      const taken = this.take(tokens, at, from);
      from = tokens[at + taken - 1]!.end;
      at += taken;
    }
    this.between(this.text.slice(from), from);
    const { lists } = this.discourse;
    lists.close(() => true);
    this.around.claims.push(...lists.claims);
  }

  /** Takes the token at an index, or the row of them that begins there; returns how many. */
  private take(tokens: readonly Token[], at: number, from: number): number {
    const token = tokens[at]!;
    const gap = this.text.slice(from, token.start);
    const live = this.between(gap, from);
    this.discourse.dated(token);
    const clause = lastClause(live);
    const opener = opening(live, live.includes('由') ? this.text.slice(token.start, token.start + MADE_UP_REACH) : '');
    if (opener) {
      openList(this.discourse, live, { ...opener, topic: this.changes.topic });
      if (opener.word === '其中') this.changes.openParts(/主要/.test(live));
      this.discourse.reason = false;
    } else {
      if (gap.startsWith('（') && token.kind !== 'percent' && !CLOSED_BRACKET.test(gap))
        openBracket(this.discourse, gap);
      const reason = REASON.test(live) || (PAID_FOR.test(live) && !CONTINUES_ITEM.test(clause));
      if (reason && !this.discourse.reason) this.changes.openParts(true);
      this.discourse.reason ||= reason;
    }
    this.discourse.compared ||= COMPARED.test(live);
    const inRow = this.series.take(tokens, at, live);
    if (inRow > 0) return inRow;
    if (this.takeQuotient(token, tokens[at + 1], clause)) return 2;
    if (token.kind === 'percent') this.takePercent(token, live, clause);
    else this.takeValue(token, live, clause);
    return 1;
  }

  /** Goes over the stops of a gap; returns what stands behind the last of them. */
  private between(gap: string, from: number): string {
    const all = pieces(gap);
    for (const [at, { text, stop, start }] of all.entries()) {
      const next = all[at + 1];
      if (text !== '') this.statements(text, from + start, next === undefined);
      if (closesBracket(text)) this.discourse.closeBracket();
      if (next) this.stop(stop, text, next.text);
    }
    return all[all.length - 1]!.text;
  }

  private stop(stop: string, before: string, after: string): void {
    const { discourse } = this;
    if (AND_SO_ON.test(before)) discourse.lists.markOpen();
    // 原因：一是…；二是…: all of them are reasons.
    discourse.reason &&= stop === '；' && NEXT_REASON.test(after);
    this.changes.stop();
    discourse.stop();
    if (stop === '；') this.semicolon(after);
    else if (stop !== '\n' || !/[；，、]$/.test(before)) this.fullStop(stop, before, after);
  }

  private semicolon(after: string): void {
    const { lists } = this.discourse;
    // The items of a bracket are set apart by it, and end with the bracket.
    if (lists.top?.bracket) return;
    if (lists.depth > 1 && !lists.top!.block) lists.close((list) => !list.block && lists.depth > 1);
    else if (lists.top?.block === false && opening(after) && lists.isComplete()) lists.close((list) => !list.block);
    else lists.semicolon();
  }

  private fullStop(stop: string, before: string, after: string): void {
    const { discourse } = this;
    // A colon before the line break: the list goes on in the paragraphs below.
    const opened = stop === '\n' && /：$/.test(before) ? opening(before) : undefined;
    discourse.lists.close((list) => !list.block);
    if (opened) openList(discourse, before, opened, true);
    const goesOn = opened?.word === '其中' && discourse.compared;
    discourse.endSentence(after);
    this.changes.endSentence();
    if (goesOn) {
      discourse.compared = true;
      this.changes.openParts(false, true);
    }
    if (stop === '\n' && discourse.head && CONTINUES_ITEM.test(after)) return;
    // 3.卫生健康（类）…（项）：, and what was spent in the line below.
    const carried = stop === '\n' && OPEN_HEAD.test(before) && !ITEM.test(after) ? discourse.head : undefined;
    if (ITEM.test(after) || stop === '\n') {
      discourse.nextItem(after);
      this.completions.nextItem();
    }
    if (carried) discourse.head = carried;
  }

  /** 完成预算 A 万元的 p%, 占收入总计 A 万元的 p%: base and percentage in one breath; false for anything else. */
  private takeQuotient(base: Token, percent: Token | undefined, words: string): boolean {
    const { discourse } = this;
    if (base.kind === 'percent' || percent?.kind !== 'percent' || discourse.reason) return false;
    if (!PERCENT_OF.test(this.text.slice(base.end, percent.start))) return false;
    const part = discourse.inSentence ?? discourse.last;
    if (OF_BUDGET.test(words)) this.completions.takeOfBudget(base, percent, words);
    else if (OF_WHOLE.test(words) && part) takeShareOf(discourse, base, percent, words, part);
    else return false;
    return true;
  }

  private takeValue(token: Token, live: string, clause: string): void {
    const { changes } = this;
    const words = clause.startsWith('”') || clause.startsWith('"') ? clause.slice(1) : clause;
    if (token.kind === 'amount' && this.takeChange(token, live, words)) return;
    if (this.around.profile.kind === 'final' && token.kind === 'amount' && changes.takeBudget(token, words)) return;
    if (changes.isPrior(words, token)) {
      changes.takePrior(token, words);
      return;
    }
    this.tellValue(token, words);
  }

  /** An amount that is a change itself; false for any other. */
  private takeChange(token: Token, live: string, words: string): boolean {
    const { discourse, changes, completions } = this;
    const { kind, year } = this.around.profile;
    const against =
      kind === 'final' ? (againstBudget(words, live, year) ?? changes.fromBudget(CHANGE.exec(words)?.[1])) : undefined;
    if (against !== undefined) {
      const sides = completions.sides();
      const excess = changes.takeExcess(token, words, against, sides);
      if (excess) completions.exceededBy(excess, sides.actual!);
      return true;
    }
    if (isBetweenTwins(words) && discourse.pairs.isOpen && !discourse.reason) {
      changes.takeTwin(token);
      return true;
    }
    // 支持商贸增长30万元 names a purpose: nothing is compared there.
    const verb = CHANGE.exec(words);
    if (!verb || !(discourse.compared || verb.index === 0 || changes.areOfAFigure(words, verb.index))) return false;
    changes.takeDelta(token, live, words, verb[1]!);
    return true;
  }

  private tellValue(token: Token, words: string): void {
    const { discourse } = this;
    const { pairs, reason } = discourse;
    const twin = isBetweenTwins(words) && pairs.isAwaited;
    const reachedBy = this.changes.reachedBy(words);
    const named = reachedBy === undefined || reachedBy === '' ? words : reachedBy;
    const subject = pairs.subject(named, discourse.subjectOf(named), discourse.behind(token, TWIN_REACH));
    if (!reason) discourse.endListBefore(words, subject);
    const figure = discourse.make(token, this.roleOf(words), twin ? pairs.words : named, subject);
    if (reason) return;
    if (token.kind === 'amount') this.changes.valueTold();
    if (OF_THE_SHARE.test(words)) this.settleShare(figure);
    discourse.tell(figure, words);
    if (reachedBy !== undefined) this.changes.takeReached(figure, words);
  }

  /** 面向中小企业的比例为 80%，即 448 万元: the amount is what the percentage before it is of. */
  private settleShare(figure: TextFact): void {
    const { claims } = this.around;
    const claim = claims[claims.length - 1];
    if (claim?.kind === 'share' && claim.percent.id === figure.id - 1 && figure.kind === 'amount')
      claims[claims.length - 1] = {
        ...claim,
        parts: [figure],
        wholes: [...claim.parts, ...claim.wholes],
        unnamed: false,
      };
  }

  private roleOf(words: string): TextRole {
    if (this.discourse.reason) return 'aside';
    return this.around.profile.kind === 'final' && BUDGET.test(words) && !/决算/.test(words) ? 'budget' : 'value';
  }

  private takePercent(token: Token, live: string, clause: string): void {
    const { discourse, changes } = this;
    const verb = CHANGE.exec(clause);
    // 因公出国（境）费增加 8 万元，增长 15.38% in a reason: the rate of a change that is known.
    if (discourse.reason && !(verb && changes.awaitsRate)) {
      discourse.make(token, 'aside', clause);
      return;
    }
    if (COMPLETION.test(clause)) this.completions.takePercent(token, clause);
    // 占比较上年提高2个百分点: the change of a share, of which no amount is told.
    else if (verb && token.unit === '个百分点' && SHARE.test(clause)) discourse.make(token, 'unread', clause);
    else if (SHARE.test(clause)) takeShare(discourse, token, clause);
    else if (verb || (changes.awaitsRate && /^[，、（即和与]?$/.test(live)))
      changes.takeRate(token, live, clause, verb?.[1]);
    else if (/^（$/.test(live) && discourse.last) takeShare(discourse, token, '占');
    else discourse.make(token, 'unread', clause);
  }

  /** What is said without a figure: 与上年持平, 决算数小于预算数; and names without amounts. */
  private statements(text: string, from: number, live: boolean): void {
    const { discourse, changes } = this;
    if (!live && discourse.last && !discourse.reason) this.readNames(text, from);
    if (!STATEMENT.test(text)) return;
    const verdict = VERDICT.exec(text);
    const isOfBudget = verdict !== null && isOfYear(verdict[0], this.around.profile.year);
    if (isOfBudget && !text.slice(verdict.index + verdict[0].length).startsWith('（')) {
      const [, more, less] = verdict;
      this.completions.takeVerdict(more ? 1 : less ? -1 : 0, from + verdict.index, verdict[0]);
    }
    // 与上年预算数5万元持平: the figure has cut the phrase in two.
    const same = UNCHANGED.exec(text) ?? (changes.hasPrior ? SAME.exec(text) : null);
    if (same && !isOfBudget && !discourse.reason && !REASON.test(text.slice(0, same.index)))
      changes.takeUnchanged(same, from, text);
  }

  private readNames(text: string, from: number): void {
    const { discourse } = this;
    const list = listedNames(text);
    if (!list || !discourse.last) return;
    const names = list.names.map(({ name, start }) => discourse.words(from + start, name));
    discourse.claim({ kind: 'names', owner: discourse.last, names, open: list.open });
  }
}
