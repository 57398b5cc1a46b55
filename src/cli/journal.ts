import * as fs from 'node:fs';
import { createHash } from 'node:crypto';
import manifest from '../../package.json' with { type: 'json' };
import { isRead } from './journal-shape';
import type { RuleFile } from './rules';
import type { Dated, Read, Stamp } from './submission';
import { UsageError } from './usage';
import { outputError, partBeside, targetOf } from './write';

/*
 * The journal of a batch: a line for the call, then a line for each file, in the order in which they were settled. A run
 * that was interrupted goes on from it, and the workbook of several runs is made of theirs. A line that was not written
 * to its end is no line.
 */

const SCHEMA = 'gouji.journal/1';
const LARGEST = 1 << 30;

interface Head {
  readonly schema: typeof SCHEMA;
  readonly version: string;
  /** The same for the same rule file; empty without one. */
  readonly rules: string;
  /** As the call names them, or as found in its folders. */
  readonly files: readonly string[];
}

/** What came of one of the files. */
interface Entry {
  /** Index in the files of the head. */
  readonly at: number;
  readonly read: Read;
  /** What the file was like when it was read. Absent where it has to be read again in any case. */
  readonly stamp?: Stamp;
}

/** What a journal holds. */
export interface Journal {
  readonly path: string;
  readonly head: Head;
  /** By index of the file; the last where there are several. */
  readonly entries: ReadonlyMap<number, Entry>;
}

function headOf(files: readonly string[], rules: RuleFile | undefined): Head {
  const mark = rules ? createHash('sha256').update(JSON.stringify(rules)).digest('hex') : '';
  return { schema: SCHEMA, version: manifest.version, rules: mark, files };
}

/** True where a file begins as a journal does. */
export function isJournal(path: string): boolean {
  const wanted = Buffer.from(JSON.stringify({ schema: SCHEMA }).slice(0, -1));
  const file = fs.openSync(path, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
  try {
    const found = Buffer.alloc(wanted.length);
    return fs.fstatSync(file).isFile() && fs.readSync(file, found) === wanted.length && found.equals(wanted);
  } finally {
    fs.closeSync(file);
  }
}

/**
 * Reads a journal.
 * @throws UsageError when it is none
 */
export function readJournal(path: string): Journal {
  let lines: string[];
  try {
    if (!isJournal(path)) throw new UsageError(`${path} 不是 gouji batch 的进度文件`);
    if (fs.statSync(path).size > LARGEST) throw new UsageError(`进度文件 ${path} 过大`);
    lines = linesOf(fs.readFileSync(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UsageError(`进度文件 ${path}：${code === 'ENOENT' ? '没有这个文件' : `读不了（${code}）`}`);
  }
  const head = parsed(lines[0]!);
  if (!isHead(head)) throw new UsageError(`进度文件 ${path} 已损坏，读不出是哪次核对`);
  const entries = new Map<number, Entry>();
  for (const line of lines.slice(1)) {
    const entry = parsed(line);
    if (isEntry(entry, head.files.length)) entries.set(entry.at, entry);
  }
  return { path, head, entries };
}

function linesOf(bytes: Uint8Array): string[] {
  const decoder = new TextDecoder();
  const lines: string[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(0x0a, from);
    lines.push(decoder.decode(bytes.subarray(from, end < 0 ? bytes.length : end)));
    from = end < 0 ? bytes.length : end + 1;
  }
  return lines;
}

/** Undefined for a line that was not written to its end. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isHead(value: unknown): value is Head {
  const { version, rules, files } = (value ?? {}) as Partial<Head>;
  return (
    typeof version === 'string' &&
    typeof rules === 'string' &&
    Array.isArray(files) &&
    files.every((file) => typeof file === 'string')
  );
}

function isEntry(value: unknown, files: number): value is Entry {
  const { at, read } = (value ?? {}) as Partial<Entry>;
  return Number.isInteger(at) && at! >= 0 && at! < files && isRead(read);
}

/**
 * What a run that was interrupted knows of the files of this one: those that are as they were when they were read.
 * @returns nothing where there is no journal yet
 * @throws UsageError when the run went by other rules
 */
export function knownFrom(path: string, files: readonly string[], rules: RuleFile | undefined): Map<number, Dated> {
  const known = new Map<number, Dated>();
  if (!fs.existsSync(path)) return known;
  const { head, entries } = readJournal(path);
  const wanted = headOf(files, rules);
  const remedy = '不能接着做；去掉 --resume 就从头核对';
  if (head.version !== wanted.version)
    throw new UsageError(`进度文件 ${path} 是 ${head.version} 版写的，这是 ${wanted.version} 版，${remedy}`);
  if (head.rules !== wanted.rules) throw new UsageError(`进度文件 ${path} 用的是另外的规则文件，${remedy}`);
  const byName = new Map([...entries.values()].map((entry) => [head.files[entry.at]!, entry]));
  files.forEach((file, at) => {
    const { read, stamp } = byName.get(file) ?? {};
    if (read && stamp && isAsItWas(file, stamp)) known.set(at, { read, stamp });
  });
  return known;
}

function isAsItWas(file: string, { size, time }: Stamp): boolean {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  return stat?.size === size && stat.mtimeMs === time;
}

/** Refuses to write a journal in the place of something else. */
export function ensureJournal(path: string): void {
  if (fs.existsSync(path) && !isJournal(path))
    throw new UsageError(`${path} 已经有了，不是 gouji batch 的进度文件；请用 --journal 另指一个`);
}

/** Writes a journal as the files are settled. */
export class JournalWriter {
  /** Undefined once it could not be written on. */
  private file: number | undefined;

  /**
   * Begins a journal in the place of an older one, all at once.
   * @param known what is not read again
   * @throws OutputError
   */
  constructor(path: string, files: readonly string[], rules: RuleFile | undefined, known: ReadonlyMap<number, Dated>) {
    try {
      const target = targetOf(path);
      const part = partBeside(target);
      this.file = fs.openSync(part, 'wx');
      try {
        fs.writeFileSync(this.file, `${JSON.stringify(headOf(files, rules))}\n`);
        for (const [at, dated] of known) this.write(at, dated);
        fs.fsyncSync(this.file);
        fs.renameSync(part, target);
      } catch (error) {
        this.end();
        fs.rmSync(part, { force: true });
        throw error;
      }
    } catch (error) {
      throw outputError(error);
    }
  }

  /**
   * Adds a file.
   * @throws OutputError once; what comes after is not written
   */
  add(at: number, dated: Dated): void {
    try {
      this.write(at, dated);
    } catch (error) {
      this.end();
      throw outputError(error);
    }
  }

  end(): void {
    if (this.file !== undefined) fs.closeSync(this.file);
    this.file = undefined;
  }

  private write(at: number, dated: Dated): void {
    if (this.file !== undefined) fs.writeFileSync(this.file, `${JSON.stringify({ at, ...dated })}\n`);
  }
}
