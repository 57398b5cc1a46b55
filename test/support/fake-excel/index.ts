import { parseArea } from './area';
import { FakeBook } from './book';
import { Context, rootProxy, runActions, type Action, type Host } from './client';
import { hostError, type HostError } from './error';
import type { Target } from './shape';
import type { FakeSheet } from './sheet';
import { type Format } from './sheet';
import { RUNTIME, WORKBOOK } from './shapes/workbook';

/*
 * An Excel of our own for tests: the globals Office and Excel, behind them a workbook in memory. Operations queue until
 * sync, whatever is not loaded cannot be read, matrices must fit their ranges, and what the host's requirement set does
 * not have throws. Where the real program's behaviour is not documented, it throws too.
 */

export { HostError, hostError } from './error';
export type { FakeSheet, Remark, Rule } from './sheet';

export interface FakeExcelOptions {
  /** The newest requirement set that the host has. */
  readonly api?: string;
  /** Is this Excel at all? */
  readonly host?: 'Excel' | 'Word' | null;
  /** Does the library not know notes, whatever the host has? */
  readonly isLibraryOld?: boolean;
  /** Names of sheets that are there from the beginning. */
  readonly sheets?: readonly string[];
}

/** One request to the host. */
export interface Request {
  readonly operations: number;
  readonly sent: number;
  readonly received: number;
}

const LIMIT = 5_000_000;

interface Listener {
  readonly target: Target | undefined;
  readonly handler: (args: unknown) => unknown;
}

const compare = (one: string, other: string): number => {
  const [a = 0, b = 0] = one.split('.').map(Number);
  const [c = 0, d = 0] = other.split('.').map(Number);
  return a - c || b - d;
};

interface Globals {
  Office?: unknown;
  Excel?: unknown;
}

export class FakeExcel implements Host {
  readonly book = new FakeBook();
  readonly requests: Request[] = [];
  /** Errors that the host gave; a test can hold that there was none. */
  readonly errors: HostError[] = [];
  /** Texts of dialogs that were opened, by address. */
  readonly dialogs: string[] = [];
  /** Ribbon functions by name. */
  readonly actions = new Map<string, (event: { completed: () => void }) => unknown>();
  /** Is the user typing in a cell? */
  editing = false;
  /** Makes the next operation of this name fail. */
  private planned: { readonly where: string; readonly error: HostError } | undefined;
  private readonly runtime = { enableEvents: true };
  private listeners: Listener[] = [];
  private handling: Promise<unknown>[] = [];
  private readonly api: string;
  private saved: Globals | undefined;

  constructor(private readonly options: FakeExcelOptions = {}) {
    this.api = options.api ?? '1.20';
    for (const name of options.sheets ?? []) this.book.add(name);
  }

  /** Puts Office and Excel where a page finds them. */
  install(): this {
    const globals = globalThis as Globals;
    this.saved ??= { Office: globals.Office, Excel: globals.Excel };
    globals.Office = this.office();
    const { isLibraryOld = false } = this.options;
    globals.Excel = {
      run: (...args: unknown[]) => this.run(args),
      CommentCollection: class {},
      ...(!isLibraryOld && { NoteCollection: class {} }),
    };
    return this;
  }

  uninstall(): void {
    const globals = globalThis as Globals;
    for (const name of ['Office', 'Excel'] as const) {
      if (this.saved?.[name] === undefined) delete globals[name];
      else globals[name] = this.saved[name];
    }
    this.saved = undefined;
  }

  supports(set: string): boolean {
    return compare(set, this.api) <= 0;
  }

  get syncs(): number {
    return this.requests.length;
  }

  get bytes(): number {
    return this.requests.reduce((sum, { sent }) => sum + sent, 0);
  }

  /** Forgets the requests so far. */
  resetCounts(): void {
    this.requests.length = 0;
    this.errors.length = 0;
  }

  /** The next operation of this name ('Range.values', 'NoteCollection.add') fails once. */
  failAt(where: string, code = 'GeneralException'): void {
    this.planned = { where, error: hostError(code, 'planned by the test') };
  }

  /** A sheet as its user made it; text is text, and a text with an equals sign in front is a formula. */
  userSheet(
    name: string,
    values: readonly (readonly (string | number | boolean | null)[])[],
    format: Format = {},
  ): FakeSheet {
    const sheet = this.book.find(name) ?? this.book.add(name);
    values.forEach((line, row) =>
      line.forEach((value, column) => {
        if (value === null) return;
        const isFormula = typeof value === 'string' && value.startsWith('=');
        sheet.set(row, column, isFormula ? { value: this.book.reckon(value), formula: value } : { value }, format);
      }),
    );
    return sheet;
  }

  /** What a user types into a cell. */
  userEdits(sheet: FakeSheet, address: string, value: string | number): void {
    const area = parseArea(address);
    sheet.set(area.row, area.column, { value });
    this.book.changed(sheet, area, false);
    this.tell();
  }

  /** Waits until every handler has come to its end. */
  async settle(): Promise<void> {
    while (this.handling.length > 0) await Promise.allSettled(this.handling.splice(0));
  }

  listen(target: Target | undefined, handler: (args: unknown) => unknown): () => void {
    const listener = { target, handler };
    this.listeners.push(listener);
    return () => {
      this.listeners = this.listeners.filter((one) => one !== listener);
    };
  }

  get listening(): number {
    return this.listeners.length;
  }

  async request(actions: readonly Action[], context: Context): Promise<void> {
    // A round trip takes time: what comes after it in another task comes first.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const sent = actions.reduce((sum, { bytes }) => sum + bytes, 0);
    context.received = 0;
    try {
      if (this.editing) throw hostError('InvalidOperationInCellEditMode', 'Excel is in cell-editing mode');
      if (sent > LIMIT) throw hostError('RequestPayloadSizeLimitExceeded', `${sent} bytes`);
      runActions(
        actions.map((action) => this.sabotage(action)),
        (set) => this.supports(set),
      );
      if (context.received > LIMIT) throw hostError('ResponsePayloadSizeLimitExceeded', `${context.received} bytes`);
    } catch (error) {
      this.errors.push(error as HostError);
      throw error;
    } finally {
      this.requests.push({ operations: actions.length, sent, received: context.received });
      this.tell();
    }
  }

  private sabotage(action: Action): Action {
    if (this.planned?.where !== action.where) return action;
    const { error } = this.planned;
    this.planned = undefined;
    return {
      ...action,
      run: () => {
        throw error;
      },
    };
  }

  /** Tells the handlers of what changed, after the request that changed it. */
  private tell(): void {
    const changes = this.book.changes.splice(0);
    for (const { sheet, address, changeType, byAddin } of changes) {
      // What happened while the events of the add-in were off is never told.
      if (!this.runtime.enableEvents) continue;
      const args = {
        type: 'WorksheetChanged',
        worksheetId: sheet.id,
        address,
        changeType,
        source: 'Local',
        ...(this.supports('1.14') && { triggerSource: byAddin ? 'ThisLocalAddin' : 'Unknown' }),
      };
      for (const { target, handler } of this.listeners) {
        if (target === undefined || target === sheet) this.handling.push(Promise.resolve().then(() => handler(args)));
      }
    }
  }

  private async run(args: readonly unknown[]): Promise<unknown> {
    const batch = args[args.length - 1] as (context: unknown) => Promise<unknown>;
    const first = args.length > 1 ? args[0] : undefined;
    const context = first instanceof Context ? first : new Context(this);
    const given = first instanceof Context ? first : this.contextObject(context);
    const result = await batch(given);
    await context.sync();
    return result;
  }

  private contextObject(context: Context): unknown {
    return {
      workbook: rootProxy(context, WORKBOOK, this.book),
      runtime: rootProxy(context, RUNTIME, this.runtime),
      sync: () => context.sync(),
    };
  }

  private office(): unknown {
    const { host = 'Excel' } = this.options;
    return {
      HostType: { Excel: 'Excel', Word: 'Word' },
      AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
      onReady: (callback?: (info: unknown) => unknown) => {
        const info = { host, platform: host === null ? null : 'PC' };
        return Promise.resolve(callback?.(info)).then(() => info);
      },
      actions: {
        associate: (name: string, action: (event: { completed: () => void }) => unknown) =>
          this.actions.set(name, action),
      },
      // Outside Office there is a context, but nothing in it.
      context:
        host === null
          ? {}
          : {
              host,
              requirements: {
                isSetSupported: (name: string, set = '1.1') =>
                  name === 'ExcelApi' ? host === 'Excel' && this.supports(set) : name === 'DialogApi',
              },
              ui: {
                displayDialogAsync: (address: string, ...rest: unknown[]) => {
                  this.dialogs.push(address);
                  const done = rest[rest.length - 1] as (result: unknown) => void;
                  queueMicrotask(() =>
                    done({ status: 'succeeded', value: { addEventHandler: () => undefined, close: () => undefined } }),
                  );
                },
              },
            },
    };
  }
}
