// A command whose one file never ends, or takes all memory, as the argument says.
import { watched } from '../../../src/cli/watch';

const [what, patience, megabytes] = process.argv.slice(2);
const kept: unknown[] = [];
const WORK: Readonly<Record<string, () => unknown>> = {
  ends: () => undefined,
  fails: () => {
    throw new Error('cannot');
  },
  loop: () => {
    for (;;);
  },
  pattern: () => /^(?:a+)+$/.test(`${'a'.repeat(60)}b`),
  waits: () => new Promise(() => undefined),
  buffers: () => {
    for (;;) kept.push(new Uint8Array(8 << 20).fill(1));
  },
  objects: () => {
    for (;;) kept.push(Array.from({ length: 1000 }, (_, at) => ({ at })));
  },
};

// A name that would break the line.
await watched('一\n二.txt', Number(patience), async () => WORK[what!]!(), Number(megabytes) * 1_000_000).then(
  () => console.log('done'),
  (error: Error) => console.log(error.message),
);
