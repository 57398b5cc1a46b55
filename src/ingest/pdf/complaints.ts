/*
 * What the library says about a damaged file: it reads on as far as it can, and says so on the console and nowhere
 * else.
 */

/** Text is lost, or what stands for a character is. Programs in fonts and the like are none of our business. */
const LOSS =
  /Unknown command|Skipping command|Too many args|ignoring errors|ignoring sub-stream|ignoring (?:ToUnicode|invalid character)|Invalid cMap|Malformed CMap|Bad (?:encoding|block header|uncompressed block length) in|Unknown block type|Invalid header in|Error: FormatError|XRefEntry|Missing Resource/i;
const SAYS = /^(?:Warning|Info): /;
/** Said of a page whose operations were gone through to the end; where an error stops it nothing is said at all. */
const DONE = /getOperatorList: time=/;

/**
 * Reads a page, and hears what the library complains of meanwhile.
 * @returns what was read, and whether any of it was lost
 */
export async function hearing<T>(read: () => Promise<T>): Promise<{ readonly result: T; readonly isWhole: boolean }> {
  let isLost = false;
  let isDone = false;
  /* eslint-disable no-console */
  const { warn, info } = console;
  const listen =
    (say: typeof warn): typeof warn =>
    (...words) => {
      const [first] = words as unknown[];
      if (typeof first !== 'string' || !SAYS.test(first)) say(...words);
      else {
        isLost ||= LOSS.test(first);
        isDone ||= DONE.test(first);
      }
    };
  console.warn = listen(warn);
  console.info = listen(info);
  try {
    const result = await read();
    return { result, isWhole: isDone && !isLost };
  } finally {
    console.warn = warn;
    console.info = info;
    /* eslint-enable no-console */
  }
}
