import { existsSync } from 'node:fs';
import { getHeapStatistics } from 'node:v8';
import type { ResourceLimits } from 'node:worker_threads';
import { UsageError } from './usage';

/*
 * What one file may cost. No file that is read as it should be comes near it: the bounds are for what nobody thought of.
 */

const MEGABYTE = 1 << 20;

/** Megabytes of objects that a thread may hold. */
const HEAP = 1024;
/** The young ones among them: a document leaves many, and with room for them hundreds take a fifth less time. */
const YOUNG = 192;

/** Of a thread that checks one file after another. */
export const THREAD_LIMITS: ResourceLimits = { maxOldGenerationSizeMb: HEAP, maxYoungGenerationSizeMb: YOUNG };

/** Bytes of the whole process for each file in hand: buffers are no objects, and count here only. */
const MEMORY = 1536 * MEGABYTE;

/** The same for the main thread, whose objects may be bounded more narrowly by the machine: then it ends by itself. */
export function mostMemory(): number {
  return Math.min(MEMORY, 0.9 * getHeapStatistics().heap_size_limit);
}

/** For several files at a time. */
export function mostMemoryOf(threads: number): number {
  return threads * MEMORY;
}

/** The option that says how long one file may take. */
export const PATIENCE_OPTION = ['--timeout', '秒数'] as const;

/** Seconds for one file, when the call does not say. The largest that is read takes a fraction of it. */
const PATIENCE = 60;
const MOST_PATIENCE = 86_400;

/**
 * Milliseconds for one file.
 * @throws UsageError when the call says no number
 */
export function patienceOf(options: ReadonlyMap<string, string>): number {
  const text = options.get(PATIENCE_OPTION[0]);
  if (text === undefined) return PATIENCE * 1000;
  const seconds = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (seconds < 1 || seconds > MOST_PATIENCE) throw new UsageError(`秒数应为 1 到 ${MOST_PATIENCE} 的整数：${text}`);
  return seconds * 1000;
}

/** Why a file was given up. */
export function lateReason(patience: number): string {
  return `核对超过 ${patience / 1000} 秒，已放弃；文件确实很大的，用 --timeout 放宽秒数`;
}

export const FULL_REASON = '核对时占用内存过多，已放弃';

/** A module of ours beside this one: in the source, or built. */
export function beside(...paths: readonly string[]): URL {
  return paths.map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url))!;
}
