import { type Amount, isExact } from '../shared/amount';

/*
 * Figures of one table for deciding between readings of its structure. Values are whole numbers (twice the finest printed unit, so that
 * half units are whole too): exact as long as they stay below 2^53, which is all that a comparison of readings needs.
 */

/** 1: the sum holds within printed precision; -1: it does not; 0: there is nothing to add. */
export type Verdict = -1 | 0 | 1;

function numberOf({ value, raw }: Amount): number {
  // What is printed mostly is the number as it stands; with commas, brackets or wide digits it is none, and the value is asked.
  const printed = Number(raw);
  return Number.isNaN(printed) ? value.toNumber() : printed;
}

export class Figures {
  private readonly values: number[][] = [];
  private readonly slacks: number[][] = [];

  /** @param amounts [row][column]; undefined where no figure stands */
  constructor(amounts: readonly (readonly (Amount | undefined)[])[]) {
    let finest = 0;
    for (const row of amounts)
      for (const amount of row) if (amount && amount.decimals > finest) finest = amount.decimals;
    const tens = Array.from({ length: finest + 1 }, (_, exponent) => 10 ** exponent);
    for (const row of amounts) {
      const values: number[] = [];
      const slacks: number[] = [];
      for (const amount of row) {
        // Half a unit of the last printed place; nothing, and a bare 0, are exact.
        const half = !amount || isExact(amount) ? 0 : tens[finest - amount.decimals]!;
        values.push(half === 0 ? 0 : Math.round(numberOf(amount!) * tens[amount!.decimals]!) * 2 * half);
        slacks.push(half);
      }
      this.values.push(values);
      this.slacks.push(slacks);
    }
  }

  value(row: number, column: number): number {
    return this.values[row]?.[column] ?? 0;
  }

  slack(row: number, column: number): number {
    return this.slacks[row]?.[column] ?? 0;
  }

  /** Do the figures of columns add up to that of another column in the same row? */
  testRow(row: number, total: number, parts: readonly number[]): Verdict {
    const values = this.values[row] ?? NONE;
    const slacks = this.slacks[row] ?? NONE;
    let difference = values[total] ?? 0;
    let slack = slacks[total] ?? 0;
    let something = difference !== 0;
    for (const part of parts) {
      const value = values[part] ?? 0;
      something ||= value !== 0;
      difference -= value;
      slack += slacks[part] ?? 0;
    }
    return verdictOn(something, difference, slack);
  }
}

const NONE: readonly number[] = [];

/**
 * @param something a figure other than zero was added or subtracted
 * @param slack how far the printed figures may be off together
 */
export function verdictOn(something: boolean, difference: number, slack: number): Verdict {
  return something ? (Math.abs(difference) <= slack ? 1 : -1) : 0;
}
