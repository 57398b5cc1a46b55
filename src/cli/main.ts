import { runCommand } from './commands';
import { UsageError } from './usage';

const [command, ...args] = process.argv.slice(2);
try {
  process.exitCode = await runCommand(command, args);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`gouji: ${error.message}\n`);
  process.exitCode = 2;
}
