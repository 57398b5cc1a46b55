import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import packaged from '@sparticuz/chromium';
import { chromium, type BrowserContext } from 'playwright-core';

/*
 * A real browser: the one that CHROMIUM_PATH names, or one that the machine has, or the one that comes with the
 * packages.
 */

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
  'msedge',
];

/** Nothing but the page may speak to the network. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
];

function onThePath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** A browser with a profile of its own that is gone afterwards. */
export interface Browser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

export async function openBrowser(viewport: { width: number; height: number }): Promise<Browser> {
  const found = process.env.CHROMIUM_PATH ?? onThePath();
  const profile = mkdtempSync(join(tmpdir(), 'gouji-browser-'));
  const isRoot = process.getuid?.() === 0;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: found ?? (await packaged.executablePath()),
    headless: true,
    viewport,
    locale: 'zh-CN',
    acceptDownloads: true,
    args: [...(found === undefined ? packaged.args : []), ...QUIET, ...(isRoot ? ['--no-sandbox'] : [])],
  });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
