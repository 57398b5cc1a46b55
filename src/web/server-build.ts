import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/*
 * Is what was built older than what it was built from?
 */

const SOURCES = ['src', 'assets', 'manifest.xml', 'package.json', 'webpack.config.js'];
/** The page is written last of all that matters here. */
const BUILT = 'index.html';

async function newestIn(path: string): Promise<number> {
  const about = await stat(path).catch(() => undefined);
  if (!about) return 0;
  if (!about.isDirectory()) return about.mtimeMs;
  const entries = await readdir(path);
  const times = await Promise.all(entries.map((entry) => newestIn(join(path, entry))));
  return Math.max(0, ...times);
}

/**
 * Builds the pages where they are missing or older than their sources.
 * @returns false when building failed
 */
export async function buildIfStale(root: string, dist: string): Promise<boolean> {
  const built = await stat(join(dist, BUILT)).catch(() => undefined);
  const newest = Math.max(...(await Promise.all(SOURCES.map((source) => newestIn(join(root, source))))));
  if (built && built.mtimeMs >= newest) return true;
  process.stdout.write('正在构建，约需一分钟……\n');
  const webpack = join(root, 'node_modules/webpack/bin/webpack.js');
  const build = spawn(process.execPath, [webpack, '--mode', 'production', '--output-path', dist], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve) => {
    build.once('error', () => resolve(false));
    build.once('exit', (code) => resolve(code === 0));
  });
}
