import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './server-build';
import { openBrowser } from './server-browser';
import { listen } from './server-files';

/*
 * npm start: builds the pages where that is due, serves them on this machine only, and opens a browser where there is
 * one. Options: --dist FOLDER, --no-build, --no-open. PORT chooses the port; 0 takes a free one.
 */

const ROOT = resolve(fileURLToPath(import.meta.url), '../../..');
const DEFAULT_PORT = 3000;

function fail(reason: string): never {
  process.stderr.write(`gouji: ${reason}\n`);
  process.exit(1);
}

function portOf(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  return Number.isInteger(port) && port >= 0 && port <= 65_535
    ? port
    : fail(`PORT 应为 0 到 65535 的整数，现为 ${text}`);
}

const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: resolve(ROOT, 'dist') },
    'no-build': { type: 'boolean', default: false },
    'no-open': { type: 'boolean', default: false },
  },
});
const port = portOf(process.env.PORT);
const dist = resolve(values.dist);
if (!values['no-build'] && !(await buildIfStale(ROOT, dist))) fail('构建没有成功，见上面的输出');

const server = await listen(dist, port).catch((error: NodeJS.ErrnoException) =>
  fail(error.code === 'EADDRINUSE' ? `端口 ${port} 已被占用；可以换一个，例如 PORT=3001 npm start` : error.message),
);
const address = `http://localhost:${server.port}`;
process.stdout.write(`勾稽已启动，按 Ctrl+C 停止：\n${address}\n`);
if (!values['no-open']) openBrowser(address);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close();
    process.exit(0);
  });
}
