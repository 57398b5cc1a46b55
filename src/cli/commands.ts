import { batch } from './batch';
import { check } from './check';
import { fill } from './fill';
import { narrate } from './narrate';
import { template } from './template';
import { USAGE, UsageError } from './usage';

/**
 * Runs one command.
 * @returns the exit status: 0 nothing wrong, 1 findings of severity error, 2 something could not be read
 * @throws UsageError when the call is off
 */
export async function runCommand(command: string | undefined, args: readonly string[]): Promise<number> {
  switch (command) {
    case 'check':
      return check(args);
    case 'fill':
      return fill(args);
    case 'narrate':
      return narrate(args);
    case 'batch':
      return batch(args);
    case 'template':
      return template(args);
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(USAGE);
      return command === undefined ? 2 : 0;
    default:
      throw new UsageError(`没有命令 ${command}；gouji help 列出全部命令`);
  }
}
