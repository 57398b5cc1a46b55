import type { Edit } from '../live';
import { MAX_COLUMNS, MAX_ROWS, columnName } from '../address';
import { readBook } from './book';
import { can } from './host';
import type { Session } from './session';

/*
 * Hears of edits that a person made.
 */

/** A rectangle: whole rows and columns ('5:5', 'C:D') by their corners. */
function rectangle(address: string): string {
  const text = address.replace(/^.*!/, '').replace(/\$/g, '');
  const rows = /^(\d+):(\d+)$/.exec(text);
  if (rows) return `A${rows[1]}:${columnName(MAX_COLUMNS - 1)}${rows[2]}`;
  const columns = /^([A-Z]+):([A-Z]+)$/.exec(text);
  if (columns) return `${columns[1]}1:${columns[2]}${MAX_ROWS}`;
  return text;
}

type Args = Excel.WorksheetChangedEventArgs;
type Handler = OfficeExtension.EventHandlerResult<Args>;

export class Edits {
  private listening = 0;

  constructor(private readonly session: Session) {}

  /**
   * Where Excel does not say who made a change, our own changes are made while it is told not to speak of any.
   * @param work what changes cells
   */
  async silently<T>(context: Excel.RequestContext, work: () => Promise<T>): Promise<T> {
    if (this.listening === 0 || can('editSource') || !can('eventSwitch')) return work();
    context.runtime.enableEvents = false;
    try {
      return await work();
    } finally {
      // What failed has ended its request, so this is one of its own.
      context.runtime.enableEvents = true;
      await context.sync();
    }
  }

  /** @returns a function that stops it */
  listen(listener: (edits: readonly Edit[]) => void): () => void {
    if (!can('edits')) return () => undefined;
    let isOn = true;
    let waiting: Args[] = [];
    const tell = async (): Promise<void> => {
      const names = await this.session.run('读取改动', async (context) => {
        const { sheets } = await readBook(context);
        return new Map(sheets.map(({ id, name }) => [id, name]));
      });
      const changes = waiting;
      waiting = [];
      const edits = changes.flatMap(({ worksheetId, address }): Edit[] => {
        const sheet = names.get(worksheetId);
        // A sheet that is gone by now has no edits.
        return sheet === undefined ? [] : address.split(',').map((part) => ({ sheet, range: rectangle(part) }));
      });
      if (isOn && edits.length > 0) listener(edits);
    };
    const hear = async (args: Args): Promise<void> => {
      if (!isOn || args.triggerSource === 'ThisLocalAddin') return;
      waiting.push(args);
      // Edits that come while the names are being asked for are told with the first.
      if (waiting.length === 1) await tell().catch(() => (waiting = []));
    };
    this.listening += 1;
    const registered = this.session.run('监听改动', async (context): Promise<Handler> => {
      const handler = context.workbook.worksheets.onChanged.add(hear);
      await context.sync();
      return handler;
    });
    // Without it the pane still works; the user checks by hand.
    registered.catch(() => undefined);
    return () => {
      if (!isOn) return;
      isOn = false;
      this.listening -= 1;
      void registered.then((handler) => this.stop(handler)).catch(() => undefined);
    };
  }

  private stop(handler: Handler): Promise<void> {
    return Excel.run(handler.context as Excel.RequestContext, async (context) => {
      handler.remove();
      await context.sync();
    });
  }
}
