import { type Amount, isExact } from '../shared/amount';

/*
 * Figures of one table for deciding between readings of its structure. Values are whole numbers (twice the finest printed unit, so that
 * half units are whole too): exact as long as they stay below 2^53, which is all that a comparison of readings needs.
 */

export type CellRef = readonly [row: number, column: number];

/** The figure as a whole number of its last printed place. */
function inLastPlace({ value, decimals }: Amount): number {
  return Math.round(value.toNumber() * 10 ** decimals);
}

export class Figures {
  private readonly values: number[][];
  private readonly slacks: number[][];

  /** @param amounts [row][column]; undefined where no figure stands */
  constructor(amounts: readonly (readonly (Amount | undefined)[])[]) {
    let finest = 0;
    for (const row of amounts)
      for (const amount of row) if (amount && amount.decimals > finest) finest = amount.decimals;
    const halves = Array.from({ length: finest + 1 }, (_, decimals) => 10 ** (finest - decimals));
    this.values = amounts.map((row) =>
      row.map((amount) => (amount?.printed ? inLastPlace(amount) * 2 * halves[amount.decimals]! : 0)),
    );
    this.slacks = amounts.map((row) =>
      row.map((amount) => (amount && !isExact(amount) ? halves[amount.decimals]! : 0)),
    );
  }

  value([row, column]: CellRef): number {
    return this.values[row]?.[column] ?? 0;
  }

  slack([row, column]: CellRef): number {
    return this.slacks[row]?.[column] ?? 0;
  }

  /** 1: the sum holds within printed precision; -1: it does not; 0: there is nothing to add. */
  test(total: CellRef, parts: readonly CellRef[]): -1 | 0 | 1 {
    let difference = this.value(total);
    let slack = this.slack(total);
    let something = difference !== 0;
    for (const part of parts) {
      const value = this.value(part);
      something ||= value !== 0;
      difference -= value;
      slack += this.slack(part);
    }
    return something ? (Math.abs(difference) <= slack ? 1 : -1) : 0;
  }
}
