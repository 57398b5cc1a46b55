/*
 * Characters that no text is made of: controls, halves of characters, code points that Unicode keeps free (U+FDD0 …,
 * U+FFFE, U+FFFF). XML has no way to write them down, and nobody sees them.
 */

// eslint-disable-next-line no-control-regex -- controls are what is looked for
const NO_CHARACTER = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff\p{Cs}]/gu;
// eslint-disable-next-line no-control-regex -- the same, for asking
const ANY = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff\p{Cs}]/u;

/** The text without them. Tabs, line ends and page breaks stay. */
export function withoutControls(text: string): string {
  return ANY.test(text) ? text.replace(NO_CHARACTER, '') : text;
}

/** The text as XML can hold it: a page break, which it has no way to write down, is a line end. */
export function xmlText(text: string): string {
  return withoutControls(text).replaceAll('\f', '\n');
}
