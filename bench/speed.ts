import { checkText } from '../src';
import { corpusText } from './corpus';

export interface Speed {
  /** string → findings, warm, against splitting the same text and scanning it for numbers. */
  readonly checkMs: number;
  readonly scanMs: number;
  readonly ratio: number;
  /** Growth of the time from 1 to 50 copies of the document, per copy: 1 is linear. */
  readonly slope: number;
  readonly documentsPerSecond: number;
  /** Heap after the last thousand documents over heap after the first hundred. */
  readonly heapGrowth: number;
}

/** The least that reading a text can cost: lines, cells, numbers. */
function scan(text: string): number {
  let count = 0;
  for (const line of text.split('\n'))
    for (const cell of line.split('\t')) count += cell.match(/\d[\d,]*(?:\.\d+)?/g)?.length ?? 0;
  return count;
}

/** Median of several runs, in milliseconds. */
function median(runs: number, work: () => unknown): number {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}

/** Speed figures; undefined without the corpus. */
export function speed(): Speed | undefined {
  const large = corpusText('004');
  const small = corpusText('000');
  if (!large || !small) return undefined;
  for (let warm = 0; warm < 20; warm += 1) checkText(large.name, large.text);
  const checkMs = median(31, () => checkText(large.name, large.text));
  const scanMs = median(31, () => scan(large.text));
  const many = Array.from({ length: 50 }, () => large.text).join('\n');
  const manyMs = median(3, () => checkText(large.name, many));
  const { rate, growth } = throughput(small.text, 1000);
  return {
    checkMs,
    scanMs,
    ratio: checkMs / scanMs,
    slope: manyMs / (50 * checkMs),
    documentsPerSecond: rate,
    heapGrowth: growth,
  };
}

function throughput(text: string, copies: number): { rate: number; growth: number } {
  let first = 0;
  const start = performance.now();
  for (let copy = 0; copy < copies; copy += 1) {
    checkText('copy', text);
    if (copy === 100) first = heap();
  }
  const seconds = (performance.now() - start) / 1000;
  return { rate: copies / seconds, growth: heap() / first };
}

function heap(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed;
}
