import { accessSync, closeSync, constants, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { UsageError } from './usage';

/* Files that a command writes: the old one or the new one, never a half. */

/**
 * The name given with -o.
 * @param command for the message
 * @param ending with its point
 * @throws UsageError when there is none, or it ends otherwise
 */
export function outputOf(options: ReadonlyMap<string, string>, command: string, ending: string): string {
  const output = options.get('-o') ?? options.get('--output');
  if (output === undefined) throw new UsageError(`${command} 需要 -o 输出${ending}`);
  if (extname(output).toLowerCase() !== ending) throw new UsageError(`输出文件名应以 ${ending} 结尾：${output}`);
  return output;
}

/** Options of parseArgs that name the file to write. */
export const OUTPUT_OPTIONS = [
  ['-o', '输出文件名'],
  ['--output', '输出文件名'],
] as const;

/**
 * Refuses at once what could not be written after long work: no folder, no permission, a file that another program
 * keeps open.
 * @throws the system's error
 */
export function ensureWritable(path: string): void {
  refuseFolder(path);
  if (statSync(path, { throwIfNoEntry: false })) closeSync(openSync(path, 'r+'));
  accessSync(dirname(path), constants.W_OK);
}

/** Writes beside the target and then renames: whoever opens the file finds the old one or the new one, never a half. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  refuseFolder(path);
  const part = `${path}.part`;
  try {
    writeFileSync(part, bytes);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

function refuseFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new Error('这是文件夹，不能写成文件');
}
