/* Lines on standard error, each about one file. */

/** Characters that would break a line, or mean something to a terminal: names of files and documents may hold any. */
// eslint-disable-next-line no-control-regex -- these are what is taken out
const UNSHOWN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff\p{Cs}]/gu;

/** The text on one line. */
export function oneLine(text: string): string {
  return text.replace(UNSHOWN, '\ufffd');
}

/** What is said of a file. */
export function lineOf(path: string, text: string): string {
  return `gouji: ${oneLine(path)}：${oneLine(text)}`;
}

/** Says something of a file. */
export function say(path: string, text: string): void {
  process.stderr.write(`${lineOf(path, text)}\n`);
}
