import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import webpack, { type Configuration } from 'webpack';

/*
 * The command line as users have it: built, it begins in a tenth of the time that it takes from its source, which counts
 * where it is called dozens of times, and it runs under the regime of the program that is given to them.
 */

/** A program that was built, in a folder of its own. */
export interface Built {
  readonly program: string;
  remove(): void;
}

/**
 * Builds a program as the command line is built.
 * @param entry its source; the command line itself when none is given
 */
export async function build(entry?: string): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-built-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    await runWebpack(await configuration(folder, entry));
  } catch (error) {
    remove();
    throw error;
  }
  return { program: join(folder, entry === undefined ? 'gouji.mjs' : 'entry.mjs'), remove };
}

async function configuration(path: string, entry: string | undefined): Promise<Configuration> {
  const { default: configure } = (await import(new URL('../../webpack.config.js', import.meta.url).href)) as {
    default: (env: object, args: object) => Promise<Configuration[]>;
  };
  const commandLine = (await configure({}, {})).find(({ name }) => name === 'cli')!;
  const output = { ...commandLine.output, path, clean: false };
  // What makes the file executable looks for it in dist/.
  const plugins = commandLine.plugins!.filter((plugin) => plugin instanceof Object && plugin.constructor !== Object);
  return entry === undefined
    ? { ...commandLine, output, plugins }
    : { ...commandLine, output, entry: { entry }, plugins: [] };
}

async function runWebpack(config: Configuration): Promise<void> {
  await new Promise<void>((done, fail) => {
    webpack(config, (error, stats) => {
      if (error) fail(error);
      else if (stats!.hasErrors()) fail(new Error(stats!.toString('errors-only')));
      else done();
    });
  });
}
