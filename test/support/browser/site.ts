import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

/*
 * The pages as npm start serves them, on a free port.
 */

export interface Site {
  readonly address: string;
  close(): void;
}

/** Starts the real server; it builds first where that is due. GOUJI_NO_BUILD=1 takes the pages as they are. */
export function openSite(): Promise<Site> {
  const options = ['--no-open', ...(process.env.GOUJI_NO_BUILD === '1' ? ['--no-build'] : [])];
  const server = spawn(process.execPath, ['--import', 'tsx', resolve('src/web/server.ts'), ...options], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Also when the tests end without having come to their end.
  process.once('exit', () => server.kill('SIGTERM'));
  return addressOf(server).then((address) => ({ address, close: () => server.kill('SIGTERM') }));
}

/** The line of its own that holds nothing but the address. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /^http:\/\/\S+$/m.exec(said)?.[0];
      if (address !== undefined && said.includes(`${address}\n`)) resolve(address);
    };
    server.stdout!.on('data', listen);
    server.stderr!.on('data', listen);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
  });
}
