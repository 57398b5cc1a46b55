/*
 * Income and expenditure named in one breath (收、支总计; 收入总计和支出总计), each with a figure of its own behind it.
 */

const BOTH = /收(?:入)?(?:总计|合计)?(?:、|和|与|及)支(?:出)?(?:总计|合计|决算)?|收支(?:总计|合计|决算)/;
const TWIN = /^(?:[，,、]|和|与)[-−－]?\d[\d,]*(?:\.\d+)?(?:亿元|万元|千元|元|%)/;

/** The two sides in the order of the words; undefined for words that name one side, or none. */
export function coordinatedFlows(words: string): readonly ['income', 'expenditure'] | undefined {
  return BOTH.test(words) ? ['income', 'expenditure'] : undefined;
}

/** True when another figure follows at once, without a word between. */
export function followedByTwin(behind: string): boolean {
  return TWIN.test(behind);
}

/** True for the words between two figures that say nothing themselves. */
export function isBetweenTwins(words: string): boolean {
  return /^(?:和|与|及|,)?$/.test(words);
}

/**
 * 各是 4125.49，4143.91 万元: the unit stands behind the second number only. Its unit, and undefined where the number is
 * alone.
 */
export function sharedUnit(before: string, behind: string): string | undefined {
  if (!/(?:各|均|分别)[^，。；\d]{0,6}$/.test(before) && !BOTH.test(before)) return undefined;
  return TWIN.exec(behind)?.[0].match(/亿元|万元|千元|元|%$/)?.[0];
}
