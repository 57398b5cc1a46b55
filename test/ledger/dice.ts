/*
 * Small seeded choices for wording and for the places of blemishes. One integer of a fast-check value stands for many
 * such choices, which keeps counterexamples short; equal seeds give equal documents.
 */

export class Dice {
  private state: number;

  /** @param salt tells apart the streams that one seed feeds. */
  constructor(seed: number, salt = 0) {
    this.state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(salt + 1, 0xc2b2ae35)) >>> 0;
  }

  /** A whole number of 0 … limit − 1 (mulberry32). */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  /** True in `percent` of a hundred throws. */
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(list: readonly T[]): T {
    return at(list, this.below(list.length));
  }
}

/**
 * The member at an index taken round the list.
 * @throws RangeError when the list is empty.
 */
export function at<T>(list: readonly T[], index: number): T {
  const member = list[index % list.length];
  if (member === undefined) throw new RangeError('at: nothing to choose from');
  return member;
}
