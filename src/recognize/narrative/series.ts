import type { TextFact } from '../../model/narrative';
import { coordinatedFlows, isBetweenTwins } from '../../vocabulary/narrative/pairs';
import { namesOfSeries, RESPECTIVELY } from '../../vocabulary/narrative/series';
import { CHANGE, COMPLETION, SHARE } from '../../vocabulary/narrative/words';
import type { Changes } from './changes';
import { lastSegment } from './clauses';
import type { Completions } from './completions';
import type { Discourse } from './discourse';
import { takeShare } from './shares';
import type { Token } from './tokens';

/*
 * A、B 和 C 分别为 1、2 和 3，分别占 4%、5% 和 6%: figures in a row, each of the thing that stands at its place among those
 * named, or among the figures told before.
 */

export class SeriesReader {
  /** The figures that the next row speaks of. */
  private told: readonly TextFact[] = [];

  constructor(
    private readonly discourse: Discourse,
    private readonly changes: Changes,
    private readonly completions: Completions,
  ) {}

  /**
   * Reads the row that begins with a token.
   * @param live what stands between the last stop and that token
   * @returns how many tokens it has; 0 when no row begins here
   */
  take(tokens: readonly Token[], at: number, live: string): number {
    const words = lastSegment(live);
    if (!RESPECTIVELY.test(words) || this.discourse.reason) return 0;
    const row = this.rowFrom(tokens, at);
    // 收、支总计 is one name for two sides.
    if (row.length < 2 || (row.length === 2 && coordinatedFlows(words))) return 0;
    this.read(row, words);
    return row.length;
  }

  private rowFrom(tokens: readonly Token[], at: number): readonly Token[] {
    const row = [tokens[at]!];
    for (let next = at + 1; next < tokens.length; next += 1) {
      const token = tokens[next]!;
      const gap = this.discourse.text.slice(row[row.length - 1]!.end, token.start);
      if (token.kind !== row[0]!.kind || !isBetweenTwins(gap.replace(/^[、，]/, ''))) break;
      row.push(token);
    }
    return row;
  }

  private read(row: readonly Token[], words: string): void {
    const [{ kind }] = row as [Token];
    const verb = CHANGE.exec(words)?.[1];
    if (verb !== undefined || (kind === 'percent' && (COMPLETION.test(words) || SHARE.test(words))))
      this.readOf(this.subjects(row.length), row, words, verb);
    else if (kind === 'percent') this.leave(row, words);
    else this.readValues(row, words);
  }

  /** What the row is of: the last row, the parts of the running list, or as many figures told in the running sentence. */
  private subjects(length: number): readonly TextFact[] {
    const { sinceStop, plain, lists } = this.discourse;
    const amounts = (figures: readonly TextFact[]): TextFact[] => figures.filter(({ kind }) => kind === 'amount');
    const rows = [this.told, lists.top?.parts ?? [], amounts(sinceStop), amounts(plain).slice(-length)];
    return rows.find((some) => some.length === length) ?? [];
  }

  private readOf(subjects: readonly TextFact[], row: readonly Token[], words: string, verb: string | undefined): void {
    if (subjects.length === 0) this.leave(row, words);
    else if (verb !== undefined) this.changes.takeRow(row, subjects, words, verb);
    else if (COMPLETION.test(words)) row.forEach((token, at) => this.completions.takeOf(token, words, subjects[at]!));
    else row.forEach((token, at) => takeShare(this.discourse, token, words, subjects[at]));
  }

  private readValues(row: readonly Token[], words: string): void {
    const names = namesOfSeries(words, row.length);
    if (!names) {
      this.leave(row, words);
      return;
    }
    this.changes.valueTold();
    this.told = row.map((token, at) => {
      const name = names[at]!;
      const figure = this.discourse.make(token, 'value', name, this.discourse.subjectOf(name));
      this.discourse.tell(figure, name);
      return figure;
    });
  }

  /** Which is of which is not told: they are listed as not understood. */
  private leave(row: readonly Token[], words: string): void {
    for (const token of row) this.discourse.make(token, 'unread', words);
  }
}
