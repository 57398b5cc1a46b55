import { Session } from 'node:inspector';

/*
 * How much work something is, as a number that is the same on every machine: how often the blocks of our code are
 * entered, and how far the built-in searches and copies that they call go.
 */

/** Built-in calls whose work grows with what they are called on. */
const LISTS = [
  'includes',
  'indexOf',
  'lastIndexOf',
  'slice',
  'concat',
  'join',
  'splice',
  'shift',
  'unshift',
  'reverse',
] as const;
const TEXTS = ['includes', 'indexOf', 'lastIndexOf', 'split', 'replace', 'replaceAll', 'match', 'search'] as const;
/** Steps of a built-in call to one of a block: they are that much faster. */
const FASTER = 16;

type Methods = Record<string, (this: { readonly length: number }, ...args: unknown[]) => unknown>;

/** Work that was done. */
export interface Count {
  readonly total: number;
  /** By the function that does it, the most first; what built-in calls do is not known by function. */
  readonly functions: ReadonlyMap<string, number>;
}

/**
 * Counts what is done. It has to begin before the code that is counted is loaded: what was compiled before counts its
 * calls only, and not its loops.
 */
export class Counter {
  private readonly session = new Session();

  async begin(): Promise<void> {
    this.session.connect();
    await this.ask('Profiler.enable');
    await this.ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  async countOf(work: () => unknown): Promise<Count> {
    // What was entered before is not counted.
    await this.ask('Profiler.takePreciseCoverage');
    const built = countBuiltIns();
    try {
      await work();
    } finally {
      built.end();
    }
    const { result } = (await this.ask('Profiler.takePreciseCoverage')) as Coverage;
    const functions = new Map([...blocksOf(result), ...built.steps()]);
    return { total: [...functions.values()].reduce((sum, count) => sum + count, 0), functions };
  }

  private ask(method: string, parameters?: object): Promise<unknown> {
    return new Promise((done, fail) =>
      this.session.post(method, parameters, (error, result) => (error ? fail(new Error(error.message)) : done(result))),
    );
  }
}

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly { readonly count: number; readonly startOffset: number }[];
    }[];
  }[];
}

/** Our own code, and the libraries that it calls. */
function blocksOf(scripts: Coverage['result']): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { url, functions } of scripts)
    if (url.startsWith('file:') && !url.includes('/test/'))
      for (const { functionName, ranges } of functions) {
        const sum = ranges.reduce((before, { count }) => before + count, 0);
        const name = `${url.replace(/^.*\/(?=src\/|node_modules\/)/, '')} ${functionName}`;
        if (sum > 0) sums.set(name, (sums.get(name) ?? 0) + sum);
      }
  return sums;
}

function countBuiltIns(): { end(): void; steps(): Map<string, number> } {
  const steps = new Map<string, number>();
  const undo: (() => void)[] = [];
  const watch = (kind: string, prototype: object, names: readonly string[]): void => {
    for (const name of names) {
      const methods = prototype as Methods;
      const original = methods[name]!;
      const key = `${kind}.${name}`;
      methods[name] = function (...args) {
        const result = original.apply(this, args);
        const far = isAnchored(args[0]) ? 0 : reach(this.length, name, result, args[1]);
        if (far > 0) steps.set(key, (steps.get(key) ?? 0) + far / FASTER);
        return result;
      };
      undo.push(() => (methods[name] = original));
    }
  };
  watch('Array', Array.prototype, LISTS);
  watch('String', String.prototype, TEXTS);
  return { end: () => undo.forEach((each) => each()), steps: () => steps };
}

/** How far a call went: a search ends where it finds, a copy takes what is copied. */
function reach(length: number, name: string, result: unknown, from: unknown): number {
  if (name === 'slice') return (result as readonly unknown[]).length;
  if (!name.toLowerCase().endsWith('indexof')) return length;
  const backwards = name === 'lastIndexOf';
  const start = typeof from === 'number' ? Math.min(Math.max(from, 0), length) : backwards ? length : 0;
  if (result === -1) return backwards ? start : length - start;
  return Math.abs(Number(result) - start);
}

/** A pattern that looks at the beginning only. */
function isAnchored(pattern: unknown): boolean {
  return pattern instanceof RegExp && pattern.source.startsWith('^') && !pattern.multiline;
}
