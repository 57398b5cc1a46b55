/*
 * Things named in a row, whose figures follow in the same order.
 */

/** The figures behind the word are each of one of the things named. */
export const RESPECTIVELY = /分别|依次/;

/** Joints between names, the plainest first: 购置及运行费 is one name where the others are joined by 和. */
const JOINTS = [/、|和|与|以及/, /、|和|与|以及|及/, /、/];

const AHEAD_OF_NAMES = /^(?:其中)?[，：]?(?:(?:19|20)\d\d年(?:度)?)?/;

/** The names of a row of so many things, in its order; undefined where the words name another number of them. */
export function namesOfSeries(words: string, length: number): readonly string[] | undefined {
  const named = words.slice(0, words.search(RESPECTIVELY)).replace(/各自$/, '').replace(AHEAD_OF_NAMES, '');
  return JOINTS.map((joint) => named.split(joint).filter((name) => name !== '')).find(
    (names) => names.length === length,
  );
}
