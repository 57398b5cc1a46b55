/*
 * Collects the text of a line or a cell as a browser would show it: runs of blanks are one blank, and a line break in
 * the source between two Chinese characters is none.
 */

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;
const BLANKS = /[ \t\n\r\f]+/g;

/** Blanks that are shown as they are. */
function keptBlanks(text: string): string {
  return text.replace(/[\u00a0\u2002-\u200a\u202f]/g, ' ').replace(/[\u200b\u200c\u200d\u2060\ufeff\u00ad]/g, '');
}

export class TextBuffer {
  private result = '';
  /** Blanks that were read and not yet written: none at the ends. */
  private pending: '' | ' ' | '\n' = '';

  /** Adds text of the source. */
  add(text: string): void {
    let from = 0;
    for (const match of text.matchAll(BLANKS)) {
      this.write(text.slice(from, match.index));
      if (this.pending === '') this.pending = match[0].includes('\n') ? '\n' : ' ';
      from = match.index + match[0].length;
    }
    this.write(text.slice(from));
  }

  /** A line ends here but the text goes on, as in a cell. */
  break(): void {
    this.pending = '\n';
  }

  /** @returns the text so far, and begins anew. */
  take(): string {
    const text = this.result.trim();
    this.result = '';
    this.pending = '';
    return text;
  }

  private write(text: string): void {
    if (text === '') return;
    const shown = keptBlanks(text);
    if (this.pending !== '' && this.result !== '') {
      const between = WIDE.test(this.result.slice(-1)) && WIDE.test(shown.slice(0, 1));
      if (this.pending === ' ' || !between) this.result += ' ';
    }
    this.pending = '';
    this.result += shown;
  }
}
