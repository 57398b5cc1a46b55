/** Where the entries of a list stand that fit, in order. */
export function positions<T>(list: readonly T[], fits: (entry: T, at: number) => boolean): number[] {
  const found: number[] = [];
  for (let at = 0; at < list.length; at += 1) if (fits(list[at]!, at)) found.push(at);
  return found;
}
