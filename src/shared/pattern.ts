/*
 * Regular expressions that are put together from words of the vocabulary. They are made here and nowhere else, so that
 * all of them can be looked at: none may take more than linear time, whatever it is matched against.
 */

const made = new Set<RegExp>();

/** A regular expression made of a source. @throws SyntaxError where the source is none */
export function pattern(source: string, flags = ''): RegExp {
  const expression = new RegExp(source, flags);
  made.add(expression);
  return expression;
}

/** All that were made so far, in that order. */
export function patternsMade(): readonly RegExp[] {
  return [...made];
}
