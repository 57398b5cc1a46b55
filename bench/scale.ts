import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MEASURE = fileURLToPath(new URL('../test/support/scale/measure.ts', import.meta.url));

/** How the work for one shape of documents grows. */
export interface Scale {
  readonly name: string;
  /** Work at sizes 1, 2, 4, 8. */
  readonly counts: readonly number[];
  /** Of the last doubling: 1 is twice the work for twice the document. */
  readonly exponent: number;
  /** Functions that grow faster, and their exponents. */
  readonly growing: readonly (readonly [name: string, exponent: number])[];
}

/**
 * How the work grows with the document, counted and not timed: the same figures on every machine.
 * @param factor how much larger than the sizes that the tests use
 */
export function scale(factor = 1): Scale[] {
  const call = ['--import', 'tsx', MEASURE, '', String(factor)];
  const lines = execFileSync(process.execPath, call, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Scale);
}
