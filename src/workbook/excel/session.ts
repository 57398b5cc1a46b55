import { asWorkbookError } from './errors';
import { can } from './host';

/*
 * One thing at a time: what is asked for while Excel is still busy waits its turn, so that nothing gets between the two
 * requests of one operation.
 */

export class Session {
  private last: Promise<unknown> = Promise.resolve();

  /**
   * @param doing what is done, as a noun, for the message when it fails
   * @throws WorkbookError
   */
  run<T>(doing: string, work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    const turn = this.last.then(async () => {
      try {
        // One step of the user's own undo, however many requests it takes.
        return can('undoGroup') ? await Excel.run({ mergeUndoGroup: true }, work) : await Excel.run(work);
      } catch (error) {
        throw asWorkbookError(error, doing);
      }
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

/** Some operations of a request, and about how many bytes they weigh. */
export interface Step {
  readonly bytes: number;
  readonly run: () => void;
}

// Excel on the web takes five million bytes a request; what we reckon is an estimate, half as much again as it comes
// to.
const MOST_BYTES = 2_000_000;

/** What one operation weighs besides its values. */
export const OPERATION_BYTES = 250;

/** Runs the steps in order, in as few requests as their size allows; almost always that is one. */
export async function runSteps(context: Excel.RequestContext, steps: readonly Step[], from = 0): Promise<void> {
  let bytes = 0;
  let next = from;
  while (next < steps.length && (next === from || bytes + steps[next]!.bytes <= MOST_BYTES)) {
    bytes += steps[next]!.bytes;
    steps[next]!.run();
    next += 1;
  }
  await context.sync();
  if (next < steps.length) await runSteps(context, steps, next);
}

const encoder = new TextEncoder();

/** Bytes that a value takes in a request. */
export function sizeOf(value: unknown): number {
  return encoder.encode(JSON.stringify(value)).length;
}
