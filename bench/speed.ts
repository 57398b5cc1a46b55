import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sampleFamily } from '../test/ledger/families';
import { build } from '../test/support/built-command';
import { corpusText } from './corpus';
import type { Measured, Texts } from './speed-built';

/*
 * Speed of what users run: the core is built like the command line and measured in a process of its own, under the
 * flags of the command. What runs from source here is slower and under another memory regime.
 */

/** The command's own (src/cli/gouji.mjs), and what makes the size of the heap mean something. */
const FLAGS = ['--max-semi-space-size=64', '--expose-gc'];

const DOCUMENTS = 1000;

/** Speed figures; undefined without the corpus. */
export async function speed(): Promise<Measured | undefined> {
  const large = corpusText('004');
  const small = corpusText('000');
  if (!large || !small) return undefined;
  // About as large as the small document, no two alike: nothing that is remembered of one is of use for the next but
  // the words of the forms.
  const different = sampleFamily('shanxi-budget', 1, DOCUMENTS, { scale: 'large' }).map(({ text }) => text);
  const built = await build(fileURLToPath(new URL('speed-built.ts', import.meta.url)));
  try {
    const texts: Texts = { large: large.text, small: small.text, copies: DOCUMENTS, different };
    const input = join(dirname(built.program), 'texts.json');
    writeFileSync(input, JSON.stringify(texts));
    return JSON.parse(
      execFileSync(process.execPath, [...FLAGS, built.program, input], { encoding: 'utf8' }),
    ) as Measured;
  } finally {
    built.remove();
  }
}
