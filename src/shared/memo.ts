const MOST = 20000;
const LONGEST = 60;

/**
 * Remembers the answers of a pure function of a short text. Headers, labels and captions come again and again, from
 * table to table and from document to document; a bound keeps hostile input from filling memory.
 * @param of must not depend on anything but the text, and its answers must not be changed by whoever gets them
 */
export function memoized<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (text) => {
    if (text.length > LONGEST) return of(text);
    let found = known.get(text);
    if (!found) {
      const own = apart(text);
      found = { answer: of(own) };
      if (known.size >= MOST) known.clear();
      known.set(own, found);
    }
    return found.answer;
  };
}

/** Works something out when it is first asked for, and once. */
export function once<T>(of: () => T): () => T {
  let found: { readonly answer: T } | undefined;
  return () => (found ??= { answer: of() }).answer;
}

/**
 * A copy by itself: engines keep a piece of a text as a view of the whole, and a label that is remembered would keep
 * its document.
 */
function apart(text: string): string {
  return ` ${text}`.slice(1);
}

/** Remembers the answers of a function of an object, as long as the object lives. */
export function memoizedBy<K extends object, T>(of: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly answer: T }>();
  return (key) => {
    let found = known.get(key);
    if (!found) {
      found = { answer: of(key) };
      known.set(key, found);
    }
    return found.answer;
  };
}
