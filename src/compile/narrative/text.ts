import { xmlText } from '../../shared/characters';

/*
 * The explanation as written: headings and paragraphs. Files are made of it by txt.ts and docx.ts.
 */

/** A piece of a paragraph; a blank is to be filled in by hand. */
export interface Run {
  readonly text: string;
  readonly blank?: true;
}

export type Block =
  /** 0 for the title, 1 for 一、, 2 for （一）. */
  | { readonly kind: 'heading'; readonly level: 0 | 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] };

export interface Explanation {
  readonly blocks: readonly Block[];
  /** Places to be filled in by hand. */
  readonly blanks: number;
}

/** What stands where a figure or a reason has to be filled in. */
export const BLANK = '____';

/** A paragraph of these runs, neighbours that are no blanks as one. */
export function paragraph(runs: readonly Run[]): Block {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined[joined.length - 1];
    if (last && !last.blank && !run.blank) joined[joined.length - 1] = { text: last.text + run.text };
    else joined.push(run);
  }
  return { kind: 'paragraph', runs: joined };
}

/** The blocks with nothing in them that a file cannot hold. */
export function writable({ blocks }: Explanation): Block[] {
  return blocks.map((block) =>
    block.kind === 'heading'
      ? { ...block, text: xmlText(block.text) }
      : { ...block, runs: block.runs.map((run) => ({ ...run, text: xmlText(run.text) })) },
  );
}

/** Plain text, a block a line. */
export function toPlainText(explanation: Explanation): string {
  return writable(explanation)
    .map((block) =>
      block.kind === 'heading'
        ? `${block.level === 0 ? '' : '\n'}${block.text}\n`
        : `${block.runs.map(({ text }) => text).join('')}\n`,
    )
    .join('');
}
