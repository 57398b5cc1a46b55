import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Session, type SessionOptions } from '../../src/taskpane/session';
import { LiveMemory } from './live-memory';

/*
 * Sessions of the pane on workbooks in memory.
 */

export const SAMPLE = readFileSync('assets/samples/shanxi-budget-2024.txt', 'utf8');
export const OPTIONS: SessionOptions = { pause: async () => undefined, today: () => '2024-03-01', settleAfter: 10_000 };
export const yes = async (): Promise<boolean> => true;
export const EXPENDITURE = '预算支出总表';
export const FIRST = { sheet: EXPENDITURE, cell: 'C22' };
export const SECOND = { sheet: '一般公共预算安排基本支出分经济科目表（不含上年结转）', cell: 'C27' };
export const keyOf = ({ sheet, cell }: { sheet: string; cell: string }): string => `${sheet}!${cell}`;

const open: Session[] = [];

/** Ends the session when the test is over. */
export function keep(session: Session): void {
  open.push(session);
}

/** Ends the sessions of a test. */
export function closeAll(): void {
  for (const session of open.splice(0)) session.dispose();
}

export function start(
  workbook: LiveMemory = new LiveMemory(),
  options: SessionOptions = {},
): { session: Session; workbook: LiveMemory } {
  const session = new Session(Promise.resolve(workbook), { ...OPTIONS, ...options });
  open.push(session);
  return { session, workbook };
}

export async function filled(
  text = SAMPLE,
  workbook?: LiveMemory,
): Promise<{ session: Session; workbook: LiveMemory }> {
  const started = start(workbook);
  await started.session.recognize(text);
  await started.session.fill(yes);
  assert.equal(started.session.state.alert, undefined);
  return started;
}

export const places = (session: Session): string[] =>
  (session.state.result?.findings ?? []).map(({ place }) => (place ? keyOf(place) : ''));

/** Lets the session follow what was just typed. */
export async function followed(session: Session): Promise<void> {
  const before = session.state;
  for (let turn = 0; turn < 200 && session.state === before; turn += 1)
    await new Promise((resolve) => setImmediate(resolve));
}
