import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  type Stats,
  statfsSync,
  statSync,
} from 'node:fs';
import { basename, extname, join } from 'node:path';
import { MAX_BYTES, READABLE_ENDINGS, UnreadableError } from '../index';
import { WorkbookError } from '../workbook';
import { OutputError } from './write';

/** A path that could not be used, with the reason in words. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

export const NOTHING = '没有识别到预算、决算公开的表格，也没有写明金额的正文';
export const OWN_RESULT = '略过，这是 gouji batch 写出的结果';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或文件夹',
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
  EISDIR: '这是文件夹',
  ENOTDIR: '路径中有一段不是文件夹',
  EBUSY: '文件正被其他程序打开',
};

/** What the operating system says, in the user's words. */
export function reasonOf(error: unknown): string {
  if (error instanceof UnreadableError) return error.reason;
  if (error instanceof OutputError || error instanceof WorkbookError) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined ? `程序出错：${message}` : (REASONS[code] ?? `无法读取（${code}）`);
}

/** A file of the call, or a path of it that leads to none; `skipped` when it is of a kind that is not read. */
export type Input = { readonly path: string } & (
  { readonly kind: 'file' } | { readonly kind: 'unreadable' | 'skipped'; readonly reason: string }
);

/** Turns the paths of the call into files: a folder means every readable file below it, in the order of their names. */
export function listFiles(paths: readonly string[], fail: (unreadable: Unreadable) => void): string[] {
  return listInputs(paths).flatMap((input) => {
    if (input.kind === 'file') return [input.path];
    if (input.kind === 'unreadable') fail(input);
    return [];
  });
}

/** The same with everything that is not read in its place, and why. */
export function listInputs(paths: readonly string[]): Input[] {
  return paths.flatMap((path) =>
    orReason(path, () => {
      if (!statSync(path).isDirectory()) return [{ kind: 'file', path }];
      const inputs = filesBelow(path);
      if (inputs.some(({ kind }) => kind !== 'skipped')) return inputs;
      return [
        ...inputs,
        { kind: 'unreadable', path, reason: `文件夹中没有可读的文件（${READABLE_ENDINGS.join(' ')}）` },
      ];
    }),
  );
}

function orReason(path: string, list: () => Input[]): Input[] {
  try {
    return list();
  } catch (error) {
    return [{ kind: 'unreadable', path, reason: reasonOf(error) }];
  }
}

/**
 * Files that systems and programs leave behind: hidden ones, what Word and Excel keep beside a file that is open,
 * pictures of folders.
 */
const LITTER = /^(?:\.|~\$)|^(?:thumbs\.db|desktop\.ini)$/i;

function filesBelow(folder: string): Input[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry): Input[] => {
    if (LITTER.test(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return orReason(path, () => filesBelow(path));
    // A link is a file where it leads to one; a folder may lead back to where it stands.
    if (!entry.isFile() && (!entry.isSymbolicLink() || statSync(path, { throwIfNoEntry: false })?.isDirectory()))
      return [];
    const ending = extname(entry.name).toLowerCase();
    return READABLE_ENDINGS.includes(ending)
      ? [{ kind: 'file', path }]
      : [{ kind: 'skipped', path, reason: skippedReason(ending) }];
  });
}

function skippedReason(ending: string): string {
  if (/^\.(?:doc|wps|rtf)$/.test(ending)) return `${ending} 文件读不了，请另存为 .docx`;
  if (/^\.(?:et|csv)$/.test(ending)) return `${ending} 文件读不了，请另存为 .xlsx`;
  if (/^\.(?:zip|rar|7z)$/.test(ending)) return '压缩文件，请先解开';
  return ending === '' ? '没有扩展名，不知道是什么文件' : `${ending} 文件读不了`;
}

/**
 * Reads a file whole. What may never end (a device, a pipe) is refused before it is opened.
 * @throws UnreadableError when it is no file, or too large; the system's error otherwise
 */
export function readFile(path: string): Uint8Array {
  const name = basename(path);
  refuseEndless(name, statSync(path));
  // Another thing may have come into its place: opening a pipe would wait for whoever writes into it.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fstatSync(file);
    refuseEndless(name, stat);
    if (stat.size > MAX_BYTES)
      throw new UnreadableError(
        name,
        `文件过大（${Math.ceil(stat.size / 1048576)} MB），超过 ${MAX_BYTES / 1048576} MB 的上限`,
      );
    if (stat.size === 0 && isOfSystem(path)) throw new UnreadableError(name, '这是系统的虚拟文件，没有大小，不读');
    return readBytes(file, stat.size);
  } finally {
    closeSync(file);
  }
}

function refuseEndless(name: string, stat: Stats): void {
  if (stat.isFile() || stat.isDirectory()) return;
  const kind = stat.isFIFO() ? '管道' : stat.isSocket() ? '套接字' : '设备';
  throw new UnreadableError(name, `这是${kind}，不是文件，可能没有尽头，不读；请先存成文件`);
}

/** Numbers by which Linux names the file systems whose files are made up when they are read: proc, trace, debug, cgroup. */
const MADE_UP = new Set([0x9fa0, 0x74726163, 0x64626720, 0x63677270]);

function isOfSystem(path: string): boolean {
  return process.platform === 'linux' && MADE_UP.has(statfsSync(path).type);
}

/** What the file held when it was opened: one that grows meanwhile is not run after. */
function readBytes(file: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let length = 0;
  while (length < size) {
    const read = readSync(file, bytes, length, size - length, null);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}
