import { spawn } from 'node:child_process';

/** The command that opens an address, by platform; none where there is no screen to show it on. */
function opener(): readonly [string, ...string[]] | undefined {
  if (process.env.CI !== undefined || process.env.BROWSER === 'none') return undefined;
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['cmd', '/c', 'start', ''];
  return (process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY) === undefined ? undefined : ['xdg-open'];
}

/** Opens the address in the person's browser. Whoever has none reads the address and goes there by hand. */
export function openBrowser(address: string): void {
  const command = opener();
  if (!command) return;
  const [program, ...args] = command;
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
