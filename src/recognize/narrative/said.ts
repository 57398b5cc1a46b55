import type { PartialKey } from '../../model/key';
import { flowOf } from '../../vocabulary/lexicon';
import type { Subject } from '../../vocabulary/narrative/subjects';

/* What words leave out and take from what was said before them. */

/** 政府性基金收入 5 万元，支出 4 万元: the second is of the same money, on the other side. */
export function turned(subject: Subject, words: string): Subject {
  const flow = flowOf(words);
  return flow === undefined || subject.said.flow === undefined || subject.said.flow === flow ? subject : { ...subject, said: { ...subject.said, flow } };
}

/** What a whole says about its parts too. */
export function shared({ item: _item, flow: _flow, ...rest }: PartialKey): PartialKey {
  return rest;
}
