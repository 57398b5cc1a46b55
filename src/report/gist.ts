/* A finding in a few words. */

const OPENING = '“《（〔【';
const CLOSING = '”》）〕】';
/** Characters: four or five lines of a narrow column. */
const LONGEST = 100;
/** The first digits of a figure would pass for another figure. */
const BROKEN_FIGURE = /(?<![\s\d.,%+\-−=≠≈÷×<>])[\s\d.,%+\-−=≠≈÷×<>]+$/;

/**
 * The first sentence of a text, cut where it is long; full stops between quotation marks or brackets end no sentence.
 */
export function gistOf(text: string): string {
  const sentence = text.slice(0, sentenceEnd(text)).trim();
  const characters = [...sentence];
  return characters.length <= LONGEST
    ? sentence
    : `${characters
        .slice(0, LONGEST - 1)
        .join('')
        .replace(BROKEN_FIGURE, '')}…`;
}

function sentenceEnd(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!;
    if (OPENING.includes(char)) depth += 1;
    // Marks that do not pair are themselves a common finding.
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1);
    else if (char === '。' && depth === 0) return at;
  }
  return text.length;
}
