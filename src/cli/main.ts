import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { runCommand } from './commands';
import { reasonOf } from './files';
import { serve, type ThreadWork } from './thread-work';
import { say } from './say';
import { UsageError } from './usage';
import { outputError } from './write';

if (isMainThread) await runMain();
// A thread of a command that reads many files.
else if (parentPort) serve(parentPort, workerData as ThreadWork);

async function runMain(): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads the output may stop reading: gouji check … | head.
    if (error.code === 'EPIPE') process.exit();
    say('标准输出', reasonOf(outputError(error)));
    process.exit(2);
  });
  // Nobody reads what would be said; the status says it too.
  process.stderr.on('error', () => undefined);
  const [command, ...args] = process.argv.slice(2);
  try {
    process.exitCode = await runCommand(command, args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`gouji: ${error.message}\n`);
    process.exitCode = 2;
  }
}
