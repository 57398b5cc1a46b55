import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import webpack, { type Configuration } from 'webpack';
import { sampleFamily } from '../test/ledger/families';
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
  const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
  try {
    const program = await build(fileURLToPath(new URL('speed-built.ts', import.meta.url)), folder);
    const texts: Texts = { large: large.text, small: small.text, copies: DOCUMENTS, different };
    const input = join(folder, 'texts.json');
    writeFileSync(input, JSON.stringify(texts));
    return JSON.parse(execFileSync(process.execPath, [...FLAGS, program, input], { encoding: 'utf8' })) as Measured;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Builds a program as the command line is built.
 * @returns the path of what was built
 */
async function build(entry: string, folder: string): Promise<string> {
  const { default: configure } = (await import(new URL('../webpack.config.js', import.meta.url).href)) as {
    default: (env: object, args: object) => Promise<Configuration[]>;
  };
  const commandLine = (await configure({}, {})).find(({ name }) => name === 'cli')!;
  const config: Configuration = {
    ...commandLine,
    entry: { speed: entry },
    output: { ...commandLine.output, path: folder, clean: false },
    plugins: [],
  };
  await new Promise<void>((done, fail) => {
    webpack(config, (error, stats) => {
      if (error) fail(error);
      else if (stats!.hasErrors()) fail(new Error(stats!.toString('errors-only')));
      else done();
    });
  });
  return join(folder, 'speed.mjs');
}
