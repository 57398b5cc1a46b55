// A thread that answers, dies or hangs as the task says.
import { parentPort } from 'node:worker_threads';

let spoiled = false;
const kept = [];
parentPort.on('message', (task) => {
  const [what] = task.split(' ');
  if (what === 'throw' || spoiled) throw new Error(`cannot ${task}`);
  if (what === 'exit') process.exit(3);
  if (what === 'hang') for (;;);
  if (what === 'objects') for (;;) kept.push(Array.from({ length: 1000 }, (_, at) => ({ at })));
  if (what === 'buffers') for (;;) kept.push(new Uint8Array(8 << 20).fill(1));
  // Nothing is wrong until the next task comes.
  if (what === 'spoil') spoiled = true;
  parentPort.postMessage(`done ${task}`);
});
