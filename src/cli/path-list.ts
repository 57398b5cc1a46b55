import { readFileSync } from 'node:fs';
import { MAX_BYTES } from '../index';
import { readFile, reasonOf } from './files';
import { UsageError } from './usage';

/** The option that names a list of paths, and what it is called in messages. */
export const FROM_OPTION = ['--from', '清单文件（- 为标准输入）'] as const;

const STANDARD_INPUT = 0;

/**
 * Paths from a file or, for `-`, from standard input: a line each, or each ended by a NUL as `find -print0` writes them.
 * @throws UsageError when the list cannot be read
 */
export function pathsFrom(name: string | undefined): string[] {
  if (name === undefined) return [];
  const where = name === '-' ? '标准输入' : name;
  let bytes: Uint8Array;
  try {
    bytes = name === '-' ? readFileSync(STANDARD_INPUT) : readFile(name);
  } catch (error) {
    throw new UsageError(`清单 ${where}：${reasonOf(error)}`);
  }
  if (bytes.length > MAX_BYTES) throw new UsageError(`清单 ${where}：过大`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`清单 ${where}：不是 UTF-8 文本`);
  }
  return text.split(text.includes('\0') ? '\0' : /\r?\n/).filter((path) => path !== '');
}
