import type { Digest, DigestFinding } from '../model/digest';
import type { Read } from './submission';

/*
 * Whether a value has the shape of what comes of a file: a journal may have been written, or damaged, by anything.
 */

type Shape = (value: unknown) => boolean;

const text: Shape = (value) => typeof value === 'string';
const count: Shape = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const year: Shape = (value) => value === null || Number.isSafeInteger(value);
const oneOf =
  (...values: readonly string[]): Shape =>
  (value) =>
    typeof value === 'string' && values.includes(value);
const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(shape);
/** An object with at least these fields. */
const having =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(shapes).every(([name, shape]) => shape((value as Record<string, unknown>)[name]));

const SPOT = { part: text, item: text, source: text };
const COVERAGE = having({ figures: count, checked: count });
const FINDING: Readonly<Record<keyof DigestFinding, Shape>> = {
  ...SPOT,
  severity: oneOf('error', 'warning', 'info'),
  topic: text,
  message: text,
  stated: text,
  expected: text,
  difference: text,
  unit: text,
};
const DIGEST: Readonly<Record<keyof Digest, Shape>> = {
  entity: text,
  year,
  kind: text,
  family: text,
  tables: count,
  empty: count,
  missing: listOf(text),
  table: COVERAGE,
  text: COVERAGE,
  findings: listOf(having(FINDING)),
  unchecked: listOf(having({ ...SPOT, value: text })),
};
const SHAPES: Readonly<Record<Read['state'], Shape>> = {
  read: having({ file: text, digest: having(DIGEST) }),
  unreadable: having({ file: text, reason: text }),
  skipped: having({ file: text, reason: text }),
  own: having({ file: text }),
};

/** True for what comes of a file. */
export function isRead(value: unknown): value is Read {
  const state = (value as Partial<Read> | null | undefined)?.state;
  return typeof state === 'string' && Object.hasOwn(SHAPES, state) && SHAPES[state](value);
}
