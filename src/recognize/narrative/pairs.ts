import type { ChangeClaim, TextFact } from '../../model/narrative';
import { coordinatedFlows, followedByTwin, isBetweenTwins } from '../../vocabulary/narrative/pairs';
import type { Subject } from '../../vocabulary/narrative/subjects';

/*
 * 收、支总计分别为 A 万元、B 万元，各减少 C 万元、D 万元，下降 p%、q%: one clause for income and expenditure, two figures of each kind.
 */

type Change = { -readonly [K in keyof ChangeClaim]: ChangeClaim[K] };

export class Pairs {
  private awaited: Subject | undefined;
  /** Changes of the pair, income first. */
  private changes: Change[] = [];
  /** What may have changed, on either side. */
  private subjects: readonly TextFact[] = [];
  /** The words of the income side, which are those of its twin. */
  words = '';

  /** The subject of a value: of the income side where a twin follows, of the expenditure side where it is the twin. */
  subject(words: string, subject: Subject, behind: string): Subject {
    if (isBetweenTwins(words) && this.awaited) {
      const twin = this.awaited;
      this.awaited = undefined;
      return twin;
    }
    const flows = coordinatedFlows(words);
    this.awaited = undefined;
    if (!flows || subject.said.flow !== undefined || !followedByTwin(behind)) return subject;
    this.awaited = { ...subject, said: { ...subject.said, flow: flows[1] } };
    this.words = words;
    return { ...subject, said: { ...subject.said, flow: flows[0] } };
  }

  /** Notes the change of the income side; its twin is due next. */
  opened(change: Change, words: string, behind: string): void {
    const flows = coordinatedFlows(words);
    if (!flows || !followedByTwin(behind)) return;
    this.words = words;
    this.subjects = change.subjects;
    change.subjects = ofFlow(change.subjects, flows[0]);
    this.changes = [change];
  }

  /** The change of the expenditure side, for a figure without words behind that of the income side. */
  twin(delta: TextFact): Change | undefined {
    const [first] = this.changes;
    if (!first || this.changes.length > 1) return undefined;
    const { prior: _prior, rate: _rate, rateDirection: _direction, ...rest } = first;
    const second: Change = { ...rest, subjects: ofFlow(this.subjects, 'expenditure'), delta, spot: delta };
    this.changes = [first, second];
    return second;
  }

  /** True while the twin of a value is due. */
  get isAwaited(): boolean {
    return this.awaited !== undefined;
  }

  /** True while the twin of a change is due. */
  get isOpen(): boolean {
    return this.changes.length === 1;
  }

  /** Which of the two the next rate is of: the first that has none. */
  next(change: Change | undefined): Change | undefined {
    return this.changes.length === 2 && change !== undefined && this.changes.includes(change)
      ? (this.changes.find(({ rate }) => !rate) ?? change)
      : change;
  }

  close(): void {
    this.awaited = undefined;
    this.changes = [];
  }
}

function ofFlow(subjects: readonly TextFact[], flow: string): readonly TextFact[] {
  const own = subjects.filter(({ said }) => said.flow === flow);
  return own.length > 0 ? own : subjects;
}
