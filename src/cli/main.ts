import { isMainThread, parentPort } from 'node:worker_threads';
import { runCommand } from './commands';
import { serveSubmissions } from './submission';
import { UsageError } from './usage';

if (isMainThread) await runMain();
// A thread of a command that checks many files.
else if (parentPort) serveSubmissions(parentPort);

async function runMain(): Promise<void> {
  // Whoever reads the output may stop reading: gouji check … | head.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const [command, ...args] = process.argv.slice(2);
  try {
    process.exitCode = await runCommand(command, args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`gouji: ${error.message}\n`);
    process.exitCode = 2;
  }
}
