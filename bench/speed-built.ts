import { readFileSync } from 'node:fs';
import { checkText } from '../src';

/*
 * What speed.ts builds and runs: node … speed.mjs TEXTS.json. Figures as JSON on standard output.
 */

/** The documents to measure with. */
export interface Texts {
  readonly large: string;
  readonly small: string;
  /** How many copies of the small one. */
  readonly copies: number;
  /** Documents of which no two are alike. */
  readonly different: readonly string[];
}

/** A series of documents, one after the other in one process. */
export interface Series {
  readonly documents: number;
  /** Mean size in bytes (UTF-8). */
  readonly meanBytes: number;
  readonly documentsPerSecond: number;
  /** Of one document: on a quiet machine the median of copies is hardly above the least. */
  readonly minMs: number;
  readonly medianMs: number;
  /** Heap after the last document less that after the first hundred, in megabytes, garbage collected. */
  readonly heapGrownMB: number;
}

export interface Measured {
  /** Milliseconds of checking the large document. */
  readonly checkMs: number;
  /** Milliseconds of splitting its text into lines and cells and matching every number, the least that can be done. */
  readonly scanMs: number;
  readonly ratio: number;
  /** Time for fifty times the document over fifty times the time: 1 is linear. */
  readonly slope: number;
  /** Copies of the small document. */
  readonly documentsPerSecond: number;
  /** Heap after the last copy over heap after the first hundred. */
  readonly heapGrowth: number;
  readonly copies: Series;
  readonly different: Series;
}

/** The least that reading a text can cost: lines, cells, numbers. */
function scan(text: string): number {
  let count = 0;
  for (const line of text.split('\n'))
    for (const cell of line.split('\t')) count += cell.match(/\d[\d,]*(?:\.\d+)?/g)?.length ?? 0;
  return count;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

/** Median of several runs, in milliseconds. */
function medianOf(runs: number, work: () => unknown): number {
  return median(Array.from({ length: runs }, () => timed(work)));
}

function heap(): number {
  const { gc } = globalThis as { gc?: () => void };
  if (!gc) throw new Error('the size of the heap says nothing without --expose-gc');
  gc();
  return process.memoryUsage().heapUsed;
}

/** How many documents are checked before the heap is first measured. */
const SETTLED = 100;

/** Checks documents one after the other; collecting garbage for the measure is not counted. */
function run(texts: readonly string[]): { readonly series: Series; readonly heapGrowth: number } {
  const times: number[] = [];
  let first = 0;
  texts.forEach((text, at) => {
    times.push(timed(() => checkText('document', text)));
    if (at + 1 === SETTLED) first = heap();
  });
  const last = heap();
  const total = times.reduce((sum, ms) => sum + ms, 0);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const series: Series = {
    documents: texts.length,
    meanBytes: Math.round(bytes / texts.length),
    documentsPerSecond: (1000 * texts.length) / total,
    minMs: times.reduce((least, ms) => Math.min(least, ms), Infinity),
    medianMs: median(times),
    heapGrownMB: (last - first) / 2 ** 20,
  };
  return { series, heapGrowth: last / first };
}

function measure({ large, small, copies, different }: Texts): Measured {
  for (let warm = 0; warm < 20; warm += 1) checkText('large', large);
  const checkMs = medianOf(31, () => checkText('large', large));
  const scanMs = medianOf(31, () => scan(large));
  const many = Array.from({ length: 50 }, () => large).join('\n');
  const manyMs = medianOf(3, () => checkText('large', many));
  const same = run(Array.from({ length: copies }, () => small));
  const { series } = run(different);
  return {
    checkMs,
    scanMs,
    ratio: checkMs / scanMs,
    slope: manyMs / (50 * checkMs),
    documentsPerSecond: same.series.documentsPerSecond,
    heapGrowth: same.heapGrowth,
    copies: same.series,
    different: series,
  };
}

process.stdout.write(JSON.stringify(measure(JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Texts)));
