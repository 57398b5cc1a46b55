import { spawn } from 'node:child_process';
import { readdir, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/*
 * Is what was built older than what it was built from?
 */

const SOURCES = ['src', 'assets', 'manifest.xml', 'package.json', 'webpack.config.js'];
const PAGE = 'index.html';

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
  const page = join(dist, PAGE);
  const sources = await Promise.all(SOURCES.map((source) => newestIn(join(root, source))));
  const isThere = (await newestIn(page)) > 0;
  if (isThere && (await newestIn(dist)) >= Math.max(...sources)) return true;
  process.stdout.write('正在构建，约需一分钟……\n');
  const webpack = join(root, 'node_modules/webpack/bin/webpack.js');
  const build = spawn(process.execPath, [webpack, '--mode', 'production', '--output-path', dist], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve) => {
    build.once('error', () => resolve(false));
    // Files that came out as they were before are not written again, so the time of building is noted here.
    build.once('exit', (code) => {
      const now = new Date();
      if (code !== 0) resolve(false);
      else
        utimes(page, now, now).then(
          () => resolve(true),
          () => resolve(false),
        );
    });
  });
}
