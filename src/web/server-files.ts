import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';

/*
 * Serves the files of one folder and nothing else.
 */

export interface Running {
  readonly port: number;
  close(): void;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};
/** The page stands alone; the pages of the add-in are shown inside Excel on the web. */
const OWN_PAGE_HEADERS: Readonly<Record<string, string>> = {
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
};
// The name of such a file holds a digest of its content.
const FINGERPRINTED = /\.[0-9a-f]{8}\.(?:js|css|png|svg|woff2)$/;

/** The file that a request means, or undefined when it means none that may be had. */
async function fileOf(folder: string, url: string): Promise<string | undefined> {
  let path: string;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0]!);
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.includes('\\')) return undefined;
  try {
    const root = await realpath(folder);
    // Links are resolved before the comparison: what lies outside the folder cannot be had through one.
    const file = await realpath(join(root, path === '/' ? 'index.html' : path));
    return file.startsWith(root + sep) && (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    refuse(response, 405, '只能读取');
    return;
  }
  const file = await fileOf(folder, request.url ?? '/');
  if (file === undefined) {
    refuse(response, 404, '没有这个文件');
    return;
  }
  response.writeHead(200, {
    ...HEADERS,
    ...(file.endsWith(`${sep}index.html`) && OWN_PAGE_HEADERS),
    'Content-Type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': (await stat(file)).size,
    'Cache-Control': FINGERPRINTED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}

function start(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/**
 * Serves a folder to this machine.
 * @param port 0 takes a free one
 * @throws the system's error when the port cannot be had
 */
export async function listen(folder: string, port: number): Promise<Running> {
  const make = (): Server =>
    createServer((request, response) => void answer(folder, request, response).catch(() => response.destroy()));
  const first = make();
  const taken = await start(first, port, '127.0.0.1');
  // "localhost" is ::1 to some programs; a machine without it does without.
  const second = make();
  await start(second, taken, '::1').catch(() => second.close());
  return {
    port: taken,
    close: () => {
      for (const server of [first, second]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}
