/**
 * Tells texts that are made of given words alone, in any order and number; the empty text is one. Where words begin
 * alike every reading is tried, and still each character is looked at no more often than there are lengths of words.
 * @param words none of them empty
 */
export function madeOf(words: readonly string[]): (text: string) => boolean {
  const known = new Set(words);
  const lengths = [...new Set(words.map(({ length }) => length))];
  const initials = new Set(words.map((word) => word[0]));
  return (text) => {
    const reached = new Uint8Array(text.length + 1);
    reached[0] = 1;
    let furthest = 0;
    for (let at = 0; at < text.length; at += 1) {
      if (at > furthest) return false;
      if (!reached[at] || !initials.has(text[at])) continue;
      for (const length of lengths)
        if (known.has(text.slice(at, at + length)) && at + length <= text.length) {
          reached[at + length] = 1;
          furthest = Math.max(furthest, at + length);
        }
    }
    return reached[text.length] === 1;
  };
}
