import { runCommand } from './commands';
import { UsageError } from './usage';

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
