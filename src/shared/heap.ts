/** A priority queue: the smallest entry by `compare` comes out first. */
export class Heap<T> {
  private readonly entries: T[] = [];

  constructor(private readonly compare: (a: T, b: T) => number) {}

  push(entry: T): void {
    const { entries } = this;
    let at = entries.push(entry) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.compare(entries[at]!, entries[above]!) >= 0) return;
      this.swap(at, above);
      at = above;
    }
  }

  /** The smallest entry, which stays; undefined when there is none. */
  peek(): T | undefined {
    return this.entries[0];
  }

  /** Takes the smallest entry out; undefined when there is none. */
  pop(): T | undefined {
    const { entries } = this;
    const [first] = entries;
    const last = entries.pop();
    if (entries.length > 0) {
      entries[0] = last!;
      this.sink();
    }
    return first;
  }

  private sink(): void {
    const { entries } = this;
    for (let at = 0; ;) {
      let least = at;
      for (const below of [2 * at + 1, 2 * at + 2])
        if (below < entries.length && this.compare(entries[below]!, entries[least]!) < 0) least = below;
      if (least === at) return;
      this.swap(at, least);
      at = least;
    }
  }

  private swap(a: number, b: number): void {
    const { entries } = this;
    [entries[a], entries[b]] = [entries[b]!, entries[a]!];
  }
}
