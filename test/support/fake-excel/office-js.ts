import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import type { FakeExcel } from '.';
import { Wire, type RequestBody } from './wire';

/*
 * The real Office.js in the place of the fake's own client: what the adapter calls, and how, is then judged by the
 * library that Excel's users run, and only the workbook behind it is ours.
 */

const LIBRARY = 'node_modules/@microsoft/office-js/dist/excel-web-16.00.debug.js';

interface Library {
  readonly Excel: unknown;
  readonly OfficeExtension: { readonly SessionBase: { _overrideSession: unknown } };
  Office?: unknown;
}

let loaded: Library | undefined;

/** The library wants a page around it. */
function load(): Library {
  const nothing = (): void => undefined;
  const element = { setAttribute: nothing, appendChild: nothing, style: {} };
  const storage = { getItem: () => null, setItem: nothing, removeItem: nothing, key: () => null, length: 0 };
  const page: Record<string, unknown> = {
    ...{ setTimeout, clearTimeout, performance, URL, TextEncoder },
    ...{ console: { log: nothing, warn: nothing, error: nothing }, addEventListener: nothing },
    ...{ navigator: { userAgent: '', platform: '' }, location: { href: 'https://localhost/', search: '', hash: '' } },
    ...{ localStorage: storage, sessionStorage: storage },
    document: {
      URL: 'https://localhost/',
      cookie: '',
      getElementsByTagName: () => [],
      createElement: () => element,
      addEventListener: nothing,
    },
  };
  page['window'] = page['self'] = page;
  createContext(page);
  runInContext(readFileSync(LIBRARY, 'utf8'), page, { filename: LIBRARY });
  return page as unknown as Library;
}

/** Puts the library before an installed host; uninstall() of the host takes it away. */
export function useOfficeJs(host: FakeExcel): Wire {
  const library = (loaded ??= load());
  const globals = globalThis as { Office?: unknown; Excel?: unknown };
  const wire = new Wire(host);
  library.Office = globals.Office;
  globals.Excel = library.Excel;
  library.OfficeExtension.SessionBase._overrideSession = {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve({ url: 'http://document.localhost/', headers: {} }),
    _createRequestExecutorOrNull: () => ({
      executeAsync: (_data: unknown, _flags: unknown, message: { Body: RequestBody }) =>
        Promise.resolve().then(() => wire.execute(message.Body)),
    }),
  };
  return wire;
}
