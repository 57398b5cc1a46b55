import type { Place } from './source';

/** Where a document speaks of something that it has to explain. */
export interface ToldTopic {
  /** Id of the topic in the vocabulary. */
  readonly topic: string;
  /**
   * told: it has a part or a passage of its own; named: its words occur, which need not mean that it is explained;
   * absent: they do not.
   */
  readonly how: 'told' | 'named' | 'absent';
  /** The heading or the words; '' when absent. */
  readonly words: string;
  readonly place?: Place;
}
