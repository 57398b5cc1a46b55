import type { Figure } from '../model/relation';
import type { Decimal } from '../shared/decimal';
import { Heap } from '../shared/heap';
import type { Evaluation } from './evaluate';
import { type Tie, windowOf } from './likelihood';

/*
 * A figure that stands in hundreds of relations, many of them broken: a total that a document repeats wherever it can.
 * What it should be is asked again whenever one of them is settled; here every value that one of them wants is tried
 * once, against the relations near it only, and what is settled later is taken off.
 */

/** More relations than this make a figure one that is looked after so. */
export const MANY = 64;
/** So many relations for each are looked at, over all values that are tried: then what is left is not tried. */
const MOST_NEAR = 64;

/** A value that a figure should have. */
export interface Mend {
  readonly fact: Figure;
  readonly value: Decimal;
  /** The broken relations that would hold with it. */
  readonly mended: readonly Tie[];
  /** How many these are. */
  readonly count: number;
  /** How many relations would hold no longer. */
  readonly spoilt: number;
  mends(evaluation: Evaluation): boolean;
}

/** How much a value mends, less what it spoils. */
export function worthOf({ count, spoilt }: Pick<Mend, 'count' | 'spoilt'>): number {
  return 2 * count - 1.5 * spoilt;
}

export class PlainMend implements Mend {
  constructor(
    readonly fact: Figure,
    readonly value: Decimal,
    readonly mended: readonly Tie[],
    readonly spoilt: number,
  ) {}

  get count(): number {
    return this.mended.length;
  }

  mends(evaluation: Evaluation): boolean {
    return this.mended.some((tie) => tie.evaluation === evaluation);
  }
}

/** The relations of one figure. */
export class Ties {
  readonly list: Tie[];
  /** How many were replaced. */
  changes = 0;
  /** How often a hub was made of them. */
  hubs = 0;
  private places: Map<Evaluation, number[]> | undefined;

  constructor(...list: Tie[]) {
    this.list = list;
  }

  add(tie: Tie): void {
    this.list.push(tie);
  }

  /** Another evaluation of the same relation takes its place. */
  replace(evaluation: Evaluation, again: Evaluation): void {
    this.places ??= placesOf(this.list);
    const places = this.places.get(evaluation) ?? [];
    for (const at of places) this.list[at] = { ...this.list[at]!, evaluation: again };
    this.places.delete(evaluation);
    this.places.set(again, places);
    this.changes += places.length;
  }
}

function placesOf(list: readonly Tie[]): Map<Evaluation, number[]> {
  const places = new Map<Evaluation, number[]>();
  list.forEach(({ evaluation }, at) => {
    const known = places.get(evaluation);
    if (known) known.push(at);
    else places.set(evaluation, [at]);
  });
  return places;
}

/** So many times values are tried anew at once; then after every so manyth part of the relations was put right elsewhere. */
const OFTEN = 16;

/** What is asked about the relations of the figure. */
export interface HubQuestions {
  /** Its relations that are broken, sums first, and those that hold. */
  readonly open: readonly Tie[];
  readonly holding: readonly Tie[];
  /** What every value spoils alike. */
  readonly equal: number;
  readonly isOpen: (evaluation: Evaluation) => boolean;
  /** The value that a relation wants it to have. */
  readonly wantedBy: (tie: Tie) => Decimal | undefined;
  readonly explains: (tie: Tie, value: Decimal) => boolean;
  /** Of two values that mend as much and spoil as much: how likely each was meant. */
  readonly weightOf: (mend: Mend) => number;
}

/** A value that was tried, and what is mended with it at this moment. */
class HubMend implements Mend {
  private list: readonly Tie[] | undefined;

  constructor(
    readonly fact: Figure,
    private readonly candidate: Candidate,
    readonly count: number,
    private readonly isOpen: (evaluation: Evaluation) => boolean,
  ) {}

  get value(): Decimal {
    return this.candidate.value;
  }

  get spoilt(): number {
    return this.candidate.spoilt;
  }

  get mended(): readonly Tie[] {
    return (this.list ??= this.candidate.mended.filter(({ evaluation }) => this.isOpen(evaluation)));
  }

  mends(evaluation: Evaluation): boolean {
    return this.candidate.evaluations.has(evaluation);
  }
}

interface Candidate {
  readonly value: Decimal;
  readonly mended: readonly Tie[];
  readonly evaluations: ReadonlySet<Evaluation>;
  readonly spoilt: number;
  /** The relations that want just this value, in their order, and where they stand in it. */
  readonly wantedBy: Map<Evaluation, number>;
  count: number;
  /** As it is now; undefined once no relation wants it. */
  mend: HubMend | undefined;
}

interface Entry {
  readonly candidate: Candidate;
  readonly mend: HubMend;
  /** Of values that are as good, the one that an earlier relation wants. */
  readonly order: number;
}

/** What a hub should be. */
export class Hub {
  private readonly candidates: Heap<Entry>;
  private readonly byEvaluation = new Map<Evaluation, Candidate[]>();

  private readonly seen: number;

  constructor(
    private readonly fact: Figure,
    ties: Ties,
    private readonly ask: HubQuestions,
  ) {
    this.seen = ties.changes;
    ties.hubs += 1;
    this.candidates = new Heap<Entry>(
      (a, b) => worthOf(b.mend) - worthOf(a.mend) || ask.weightOf(b.mend) - ask.weightOf(a.mend) || a.order - b.order,
    );
    this.tryAll();
  }

  /** True where so much was put right elsewhere since that the values have to be tried anew. */
  isBehind({ changes, list, hubs }: Ties): boolean {
    return changes > this.seen + (hubs <= OFTEN ? 0 : list.length / OFTEN);
  }

  /** The value that mends most and spoils least, at this moment. */
  best(): Mend | undefined {
    for (let top = this.candidates.peek(); top; top = this.candidates.peek()) {
      if (top.candidate.mend === top.mend) return top.mend;
      this.candidates.pop();
    }
    return undefined;
  }

  /** A relation is broken no longer, or is spoken of elsewhere. */
  close(evaluation: Evaluation): void {
    for (const candidate of this.byEvaluation.get(evaluation) ?? []) {
      candidate.count -= 1;
      candidate.wantedBy.delete(evaluation);
      this.offer(candidate);
    }
    this.byEvaluation.delete(evaluation);
  }

  private tryAll(): void {
    const { open, holding, equal, wantedBy, explains } = this.ask;
    const near = new Near([...open, ...holding], this.fact);
    const isHolding = new Set(holding);
    const found = new Map<string, Candidate>();
    let left = MOST_NEAR * (open.length + holding.length);
    for (const [order, tie] of open.entries()) {
      const value = wantedBy(tie);
      if (value === undefined) continue;
      const known = found.get(value.toString());
      if (known) known.wantedBy.set(tie.evaluation, order);
      if (known || left < 0) continue;
      const ties = near.of(Number(value));
      left -= ties.length;
      const explained = ties.filter((other) => other !== tie && explains(other, value));
      const mended = [tie, ...explained.filter((other) => !isHolding.has(other))];
      const candidate: Candidate = {
        value,
        mended: near.inOrder(mended),
        evaluations: new Set(mended.map(({ evaluation }) => evaluation)),
        spoilt: equal + holding.length - explained.filter((other) => isHolding.has(other)).length,
        wantedBy: new Map([[tie.evaluation, order]]),
        count: mended.length,
        mend: undefined,
      };
      found.set(value.toString(), candidate);
      for (const { evaluation } of mended) {
        const known = this.byEvaluation.get(evaluation);
        if (known) known.push(candidate);
        else this.byEvaluation.set(evaluation, [candidate]);
      }
    }
    for (const candidate of found.values()) this.offer(candidate);
  }

  private offer(candidate: Candidate): void {
    const { count, wantedBy } = candidate;
    const [order] = wantedBy.values();
    candidate.mend = order === undefined ? undefined : new HubMend(this.fact, candidate, count, this.ask.isOpen);
    if (candidate.mend) this.candidates.push({ candidate, mend: candidate.mend, order: order! });
  }
}

interface Placed {
  readonly tie: Tie;
  readonly centre: number;
}

/** Relations by the values for which they hold: those near a value are found without asking each. */
class Near {
  /** By how far from their centre they reach at most, in powers of two. */
  private readonly lanes = new Map<number, Placed[]>();
  /** Those that reach without end, or nobody knows how far. */
  private readonly open: Tie[] = [];
  private readonly places: ReadonlyMap<Tie, number>;

  constructor(ties: readonly Tie[], fact: Figure) {
    this.places = new Map(ties.map((tie, at) => [tie, at]));
    for (const tie of ties) {
      const window = windowOf(tie, fact);
      if (!window || !Number.isFinite(window.low) || !Number.isFinite(window.high)) {
        this.open.push(tie);
        continue;
      }
      const centre = (window.low + window.high) / 2;
      // Windows are worked out in floating point; whether a value lies in one is asked exactly afterwards.
      const reach = (window.high - window.low) / 2 + 1e-9 * (1 + Math.abs(centre));
      const power = Math.ceil(Math.log2(reach));
      const lane = this.lanes.get(power);
      if (lane) lane.push({ tie, centre });
      else this.lanes.set(power, [{ tie, centre }]);
    }
    for (const lane of this.lanes.values()) lane.sort((a, b) => a.centre - b.centre);
  }

  of(value: number): Tie[] {
    const found = [...this.open];
    for (const [power, lane] of this.lanes) {
      const reach = 2 ** power;
      for (let at = firstFrom(lane, value - reach); at < lane.length; at += 1) {
        const { tie, centre } = lane[at]!;
        if (centre > value + reach) break;
        found.push(tie);
      }
    }
    return found;
  }

  inOrder(ties: readonly Tie[]): readonly Tie[] {
    return [...ties].sort((a, b) => this.places.get(a)! - this.places.get(b)!);
  }
}

function firstFrom(lane: readonly Placed[], value: number): number {
  let low = 0;
  let high = lane.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lane[middle]!.centre < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
