import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { MAX_BYTES, READABLE_ENDINGS, UnreadableError } from '../index';

/** A path that could not be used, with the reason in words. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件或文件夹',
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
  EISDIR: '这是文件夹',
  ENOSPC: '磁盘空间不足',
  EROFS: '只读磁盘，无法写入',
  ENOTDIR: '路径中有一段不是文件夹',
};

/** What the operating system says, in the user's words. */
export function reasonOf(error: unknown): string {
  if (error instanceof UnreadableError) return error.reason;
  const code = (error as { code?: string }).code ?? '';
  return REASONS[code] ?? (code === '' ? String((error as Error).message) : `无法读取（${code}）`);
}

/** Turns the paths of the call into files: a folder means every readable file below it, in the order of their names. */
export function listFiles(paths: readonly string[], fail: (unreadable: Unreadable) => void): string[] {
  return paths.flatMap((path) => {
    try {
      if (!statSync(path).isDirectory()) return [path];
      const files = filesBelow(path);
      if (files.length === 0) fail({ path, reason: `文件夹中没有可读的文件（${READABLE_ENDINGS.join(' ')}）` });
      return files;
    } catch (error) {
      fail({ path, reason: reasonOf(error) });
      return [];
    }
  });
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    // Hidden files, and what Word and Excel leave beside a file that is open.
    if (/^(?:\.|~\$)/.test(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() && READABLE_ENDINGS.includes(extname(entry.name).toLowerCase()) ? [path] : [];
  });
}

/**
 * Reads a file whole.
 * @throws UnreadableError when it is too large; the system's error otherwise
 */
export function readFile(path: string): Uint8Array {
  const { size } = statSync(path);
  if (size > MAX_BYTES) throw new UnreadableError(basename(path), `文件过大（${Math.ceil(size / 1048576)} MB），超过 ${MAX_BYTES / 1048576} MB 的上限`);
  return readFileSync(path);
}
