import * as fs from 'node:fs';
import { accessSync, constants, lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { UsageError } from './usage';

/*
 * Files that a command writes: the old one or the new one, never a half, whoever else writes the same one, and whatever
 * befalls the writer.
 */

/** Why a file cannot be written, in the user's words. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/** What writing needs of the disk. */
export type Disk = Pick<
  typeof fs,
  'openSync' | 'writeFileSync' | 'fchmodSync' | 'fsyncSync' | 'closeSync' | 'renameSync' | 'rmSync'
>;

const REASONS: Readonly<Record<string, string>> = {
  EACCES: '没有写入权限',
  EPERM: '没有写入权限',
  EROFS: '只读磁盘，无法写入',
  ENOENT: '没有这个文件夹',
  ENOTDIR: '路径中有一段不是文件夹',
  EISDIR: '这是文件夹，不能写成文件',
  ENOSPC: '磁盘空间不足',
  EDQUOT: '磁盘配额已用完',
  EFBIG: '超过了允许的文件大小',
  EBUSY: '文件正被其他程序打开',
  ETXTBSY: '文件正被其他程序打开',
  ELOOP: '链接绕成了圈',
  ENAMETOOLONG: '文件名太长',
  EIO: '磁盘读写出错',
};

/** A failure to write, in the user's words; whatever is no failure of the system stays as it is. */
export function outputError(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? error : new OutputError(REASONS[code] ?? `无法写入（${code}）`, { cause: error });
}

/** Options of parseArgs that name the file to write. */
export const OUTPUT_OPTIONS = [
  ['-o', '输出文件名'],
  ['--output', '输出文件名'],
] as const;

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

/** True where both paths lead to one file, by whatever links. */
export function isSameFile(one: string, other: string): boolean {
  const [first, second] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return first !== undefined && second !== undefined && first.dev === second.dev && first.ino === second.ino;
}

/**
 * Refuses to write over what is read.
 * @throws UsageError
 */
export function refuseInput(output: string, input: string): void {
  let isSame = false;
  try {
    isSame = isSameFile(output, input);
  } catch {
    // A path that cannot be looked at cannot be read or written either, and is refused there.
  }
  if (isSame) throw new UsageError(`输出文件 ${output} 就是要读的文件，请换一个名字`);
}

/**
 * Refuses at once what could not be written after long work: no folder, no permission, a file that another program
 * keeps open.
 * @throws OutputError
 */
export function ensureWritable(path: string): void {
  inWords(() => {
    const target = targetOf(path);
    const old = oldFile(target);
    if (old) fs.closeSync(fs.openSync(target, 'r+'));
    accessSync(dirname(target), constants.W_OK);
  });
}

/**
 * Writes beside the target under a name of its own, makes sure that it is on the disk, and renames: whoever opens the
 * file finds the old one or the new one, never a half. A link stays, and what it leads to is replaced.
 * @throws OutputError; the old file is as it was
 */
export function writeWhole(path: string, bytes: Uint8Array, disk: Disk = fs): void {
  inWords(() => {
    const target = targetOf(path);
    const old = oldFile(target);
    if (old) accessSync(target, constants.W_OK);
    const part = partBeside(target);
    const file = disk.openSync(part, 'wx');
    try {
      fill(file, bytes, old?.mode, disk);
      disk.renameSync(part, target);
    } catch (error) {
      disk.rmSync(part, { force: true });
      throw error;
    }
    settleFolder(dirname(target), disk);
    removeLeftovers(dirname(target));
  });
}

function fill(file: number, bytes: Uint8Array, mode: number | undefined, disk: Disk): void {
  try {
    disk.writeFileSync(file, bytes);
    // Who may read the old file may read the new one.
    if (mode !== undefined) disk.fchmodSync(file, mode & 0o777);
    disk.fsyncSync(file);
  } finally {
    disk.closeSync(file);
  }
}

/** This machine among those that write into one folder. */
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const PART = /^\.gouji-([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.part$/;
/** Milliseconds: no file takes that long to write. */
const LEFT = 3_600_000;

/** A name that no other writer has. It does not hold the name of the target, which may be as long as names may be. */
export function partBeside(target: string): string {
  return join(dirname(target), `.gouji-${HOST}-${process.pid}-${randomBytes(6).toString('hex')}.part`);
}

/** Whoever is killed while writing leaves its part behind; the next to write there takes away what is nobody's. */
function removeLeftovers(folder: string): void {
  try {
    for (const name of fs.readdirSync(folder)) {
      const [, host, pid] = PART.exec(name) ?? [];
      const path = join(folder, name);
      if (host === HOST && !isRunning(Number(pid)) && Date.now() - fs.statSync(path).mtimeMs > LEFT) fs.rmSync(path);
    }
  } catch {
    // Nothing depends on it.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** The new name is on the disk too. Not every system can tell a folder so, and the file itself is safe by now. */
function settleFolder(folder: string, disk: Disk): void {
  try {
    const handle = disk.openSync(folder, 'r');
    try {
      disk.fsyncSync(handle);
    } finally {
      disk.closeSync(handle);
    }
  } catch {
    // See above.
  }
}

const MOST_LINKS = 40;

/** Where links lead, also to a file that is not there yet. */
export function targetOf(path: string): string {
  let target = path;
  for (let links = 0; lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink(); links += 1) {
    if (links === MOST_LINKS) throw Object.assign(new Error('links in a circle'), { code: 'ELOOP' });
    target = resolve(realpathSync(dirname(target)), readlinkSync(target));
  }
  return target;
}

function oldFile(target: string): fs.Stats | undefined {
  const old = statSync(target, { throwIfNoEntry: false });
  if (old?.isDirectory()) throw new OutputError('这是文件夹，不能写成文件');
  if (old && !old.isFile()) throw new OutputError('这是设备或管道，不能写成文件');
  return old;
}

function inWords(write: () => void): void {
  try {
    write();
  } catch (error) {
    throw outputError(error);
  }
}
