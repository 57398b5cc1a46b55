import { type Amount, isExact } from '../../shared/amount';

/*
 * Figures of one table for deciding between readings of its structure. Values are whole numbers (twice the finest
 * printed unit, so that half units are whole too): exact as long as they stay below 2^53, which is all that a
 * comparison of readings needs.
 */

/** 1: the sum holds within printed precision; -1: it does not; 0: there is nothing to add. */
export type Verdict = -1 | 0 | 1;

function numberOf({ value, raw }: Amount): number {
  // What is printed mostly is the number as it stands; with commas, brackets or wide digits it is none, and the value
  // is asked.
  const printed = Number(raw);
  return Number.isNaN(printed) ? value.toNumber() : printed;
}

export class Figures {
  private readonly values: Float64Array;
  private readonly slacks: Float64Array;

  /**
   * @param amounts [row][column]; undefined where no figure stands
   * @param width columns of the table
   */
  constructor(
    amounts: readonly (readonly (Amount | undefined)[])[],
    private readonly width: number,
  ) {
    this.values = new Float64Array(amounts.length * width);
    this.slacks = new Float64Array(amounts.length * width);
    let finest = 0;
    for (const row of amounts)
      for (const amount of row) if (amount && amount.decimals > finest) finest = amount.decimals;
    const tens = Array.from({ length: finest + 1 }, (_, exponent) => 10 ** exponent);
    amounts.forEach((row, at) => {
      let cell = at * width;
      for (const amount of row) {
        if (amount && !isExact(amount)) {
          // Half a unit of the last printed place.
          const half = tens[finest - amount.decimals]!;
          this.values[cell] = Math.round(numberOf(amount) * tens[amount.decimals]!) * 2 * half;
          this.slacks[cell] = half;
        }
        cell += 1;
      }
    });
  }

  value(row: number, column: number): number {
    return this.values[row * this.width + column]!;
  }

  slack(row: number, column: number): number {
    return this.slacks[row * this.width + column]!;
  }

  /** Do the figures of columns add up to that of another column in the same row? */
  testRow(row: number, total: number, parts: readonly number[]): Verdict {
    let difference = this.value(row, total);
    let slack = this.slack(row, total);
    let something = difference !== 0;
    for (const part of parts) {
      const value = this.value(row, part);
      something ||= value !== 0;
      difference -= value;
      slack += this.slack(row, part);
    }
    return verdictOn(something, difference, slack);
  }
}

/**
 * @param something a figure other than zero was added or subtracted
 * @param slack how far the printed figures may be off together
 */
export function verdictOn(something: boolean, difference: number, slack: number): Verdict {
  return something ? (Math.abs(difference) <= slack ? 1 : -1) : 0;
}
