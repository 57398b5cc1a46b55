/*
 * Weighted choices that shrink to the first value. fast-check's bias towards small numbers is off: it would bend the
 * weights.
 */
import fc from 'fast-check';

/** True in `percent` of a hundred draws. */
export function often(percent: number): fc.Arbitrary<boolean> {
  return fc.noBias(fc.nat({ max: 99 })).map((drawn) => drawn >= 100 - percent);
}

/** One of the values; `first` is drawn `weight` times as often as each other. */
export function mostly<T>(weight: number, first: T, ...others: readonly T[]): fc.Arbitrary<T> {
  const choices = [...Array<T>(weight).fill(first), ...others];
  return fc.noBias(fc.nat({ max: choices.length - 1 })).map((index) => choices[index] ?? first);
}
