// Control characters, what file systems refuse, and marks that make a name read other than it is.
// eslint-disable-next-line no-control-regex -- control characters are among what is taken out
const UNSAFE = /[\u0000-\u001f\u007f-\u009f"*/:<>?\\|\u200b-\u200f\u2028-\u202f\u2066-\u2069\ufeff]/g;
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const MOST_CHARACTERS = 80;

/** A file name that every system takes, from words that come from a document. */
export function safeFileName(words: string, ending: string): string {
  const clean = words.normalize('NFC').replace(UNSAFE, '').replace(/\s+/g, ' ');
  const name = [...clean]
    .slice(0, MOST_CHARACTERS)
    .join('')
    .replace(/^[.\s]+|(?<![.\s])[.\s]+$/g, '');
  return `${name === '' || DEVICES.test(name) ? '勾稽' : name}${ending}`;
}
