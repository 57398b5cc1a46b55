// A thread that watches over the main thread while that reads and checks one file. The main thread cannot watch itself: a file that never ends, or
// takes all memory, leaves it no moment. A plain module, so that it begins in a few milliseconds, run from the source as built.
import { writeSync } from 'node:fs';
import { Session } from 'node:inspector';
import { memoryUsage, kill, pid } from 'node:process';
import { setInterval, setTimeout } from 'node:timers';
import { workerData } from 'node:worker_threads';

const { patience, mostMemory, late, full, stop } = workerData;
const LOOK = 50;
const GRACE = 2000;

setTimeout(() => giveUp(late), patience);
setInterval(() => {
  if (memoryUsage.rss() > mostMemory) giveUp(full);
}, LOOK);

let given = false;

/** Says why, and ends the process from within the main thread: only there can it end with a status of its own. */
function giveUp(line) {
  if (given) return;
  given = true;
  try {
    writeSync(2, line);
  } catch {
    // Nobody reads it.
  }
  // Where it does not listen even to this (it allocates in one piece, or waits for the system), the process is killed.
  setTimeout(() => kill(pid, 'SIGKILL'), GRACE);
  const session = new Session();
  session.connectToMainThread();
  session.post('Runtime.evaluate', { expression: `globalThis[Symbol.for(${JSON.stringify(stop)})]()` });
}
