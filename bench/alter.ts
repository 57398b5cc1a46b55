import { Decimal } from '../src/shared/decimal';
import type { TextPlace } from '../src/model/source';
import { checkText } from '../src';
import type { Disclosure } from '../src/model/disclosure';
import type { Figure } from '../src/model/relation';

/*
 * Slips of the pen: one printed figure of a text altered, by more than rounding explains.
 */

export const SLIPS = ['digit', 'swap', 'drop', 'times-ten', 'tenth'] as const;
export type Slip = (typeof SLIPS)[number];

/** A change smaller than this many units of the last printed digit could be rounding in a long sum. */
const LEAST_UNITS = 10;

export interface Alteration {
  readonly fact: Figure;
  readonly slip: Slip;
  readonly before: string;
  readonly after: string;
  /** Index of the line that it stands in, and that line as altered. */
  readonly line: number;
  readonly altered: string;
  /** The whole document as altered; put together when asked for. */
  readonly text: string;
}

/** Small deterministic generator: the same document is altered in the same way on every machine. */
function dice(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
}

function slipped(printed: string, slip: Slip, roll: () => number): string | undefined {
  const digits = [...printed].flatMap((char, at) => (/\d/.test(char) ? [at] : []));
  const pick = digits[Math.floor(roll() * digits.length)]!;
  const chars = [...printed];
  switch (slip) {
    case 'digit':
      chars[pick] = String((Number(chars[pick]) + 1 + Math.floor(roll() * 9)) % 10);
      return chars.join('');
    case 'swap': {
      const pairs = digits
        .slice(1)
        .map((at, order) => [digits[order]!, at] as const)
        .filter(([a, b]) => chars[a] !== chars[b]);
      const pair = pairs[Math.floor(roll() * pairs.length)];
      if (!pair) return undefined;
      const [a, b] = pair;
      [chars[a], chars[b]] = [chars[b]!, chars[a]!];
      return chars.join('');
    }
    case 'drop':
      if (digits.length < 2) return undefined;
      chars.splice(pick, 1);
      return chars.join('').replace(/^\./, '0.').replace(/\.$/, '').replace(/^,/, '');
    case 'times-ten':
      return plainly(new Decimal(printed.replace(/,/g, '')).times(10), printed);
    case 'tenth':
      return plainly(new Decimal(printed.replace(/,/g, '')).div(10), printed);
  }
}

function plainly(value: Decimal, like: string): string {
  return value.toDecimalPlaces(like.split('.')[1]?.length ?? 0).toFixed(like.split('.')[1]?.length ?? 0);
}

/** Which figures are altered: cells of tables, amounts of the text, percentages of the text. */
export type Target = 'table' | 'amount' | 'percent';

function figuresOf(target: Target, { facts, narrative }: Disclosure): readonly Figure[] {
  return target === 'table' ? facts : (narrative?.figures ?? []).filter(({ kind }) => kind === target);
}

/** One alteration of every non-zero figure of a text: the kinds take turns, starting from `seed`. */
export function* alterations(
  name: string,
  text: string,
  seed: number,
  share = 1,
  target: Target = 'table',
): Generator<Alteration> {
  const { disclosure } = checkText(name, text);
  const lines = text.split('\n');
  const roll = dice(seed + 1);
  for (const fact of figuresOf(target, disclosure)) {
    if (fact.amount.value.isZero() || roll() > share) continue;
    const place = fact.place as TextPlace;
    const line = lines[place.line - 1]!;
    const start = place.column - 1;
    const cell = line.slice(start, start + place.length);
    const before = /\d[\d,]*(?:\.\d+)?/.exec(cell)?.[0];
    if (before === undefined) continue;
    for (let turn = 0; turn < SLIPS.length; turn += 1) {
      const slip = SLIPS[(fact.id + seed + turn) % SLIPS.length]!;
      const after = slipped(before, slip, roll);
      if (after === undefined || !tells(before, after)) continue;
      const altered = line.slice(0, start) + cell.replace(before, after) + line.slice(start + place.length);
      yield {
        ...{ fact, slip, before, after, line: place.line - 1, altered },
        get text() {
          return lines.map((each, index) => (index === place.line - 1 ? altered : each)).join('\n');
        },
      };
      break;
    }
  }
}

function tells(before: string, after: string): boolean {
  const [a, b] = [before, after].map((text) => new Decimal(text.replace(/,/g, '')));
  const unit = new Decimal(10).pow(-(before.split('.')[1]?.length ?? 0));
  return a!.minus(b!).abs().greaterThanOrEqualTo(unit.times(LEAST_UNITS));
}
