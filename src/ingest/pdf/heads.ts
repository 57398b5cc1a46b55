import type { Column } from './layout';
import { linesOf } from './lines';
import type { TextLine } from './unruled';
import type { Unit } from './units';

/*
 * Heads of a table without lines: each stands centred over its columns.
 */

/** Lines of heads nearer than this share of the size stand side by side: a head of two rows is centred beside two. */
const BESIDE = 0.95;
/** Lines of one head follow one another at this share of the size at most. */
const WRAPPED = 1.5;

interface HeadCell {
  readonly text: string;
  readonly column: number;
  readonly colSpan: number;
}

interface Level {
  readonly base: number;
  readonly size: number;
  readonly cells: readonly { readonly column: number; readonly colSpan: number; readonly parts: readonly Unit[] }[];
}

/**
 * Rows of heads, blank cells filled in.
 * @returns the rows, and how many of the lines they took: rows without figures follow the heads
 */
export function headRows(
  lines: readonly TextLine[],
  columns: readonly Column[],
  edges: readonly number[],
): { rows: HeadCell[][]; lines: number } {
  const count = headLines(lines, columns);
  const levels: Level[] = [];
  const own = sideBySide(lines.slice(0, count));
  own.forEach((line, at) => {
    const level: Level = { base: line.base, size: line.size, cells: spansOf(line, own.slice(at + 1), columns, edges) };
    const last = levels[levels.length - 1];
    const under =
      last &&
      level.cells.every((cell) =>
        last.cells.some(
          (other) => other.column === cell.column && other.colSpan === cell.colSpan && cell.colSpan === 1,
        ),
      );
    if (last && under && line.base - last.base < WRAPPED * line.size)
      levels[levels.length - 1] = {
        base: line.base,
        size: line.size,
        cells: last.cells.map((cell) => ({
          ...cell,
          parts: [
            ...cell.parts,
            ...level.cells.filter(({ column }) => column === cell.column).flatMap(({ parts }) => parts),
          ],
        })),
      };
    else levels.push(level);
  });
  return { rows: levels.map((level) => filled(level, columns.length)), lines: count };
}

/** Lines so near one another that they can only stand side by side, as one. */
function sideBySide(lines: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = [];
  for (const line of lines) {
    const last = joined[joined.length - 1];
    const isBeside =
      last &&
      line.base - last.base < BESIDE * line.size &&
      line.pieces.every((piece) => !last.pieces.some((other) => other.left < piece.right && piece.left < other.right));
    if (isBeside)
      joined[joined.length - 1] = { ...last, pieces: [...last.pieces, ...line.pieces].sort((a, b) => a.left - b.left) };
    else joined.push(line);
  }
  return joined;
}

/**
 * Heads end where a row begins that has its first word at the left of the first column and nothing over the others but
 * its own.
 */
function headLines(lines: readonly TextLine[], columns: readonly Column[]): number {
  const first = columns[0]!;
  const at = lines.findIndex(
    ({ pieces, size }, index) =>
      index > 0 &&
      pieces.length <= 2 &&
      pieces[0]!.left < first.left + size &&
      pieces[0]!.right <= first.right + size &&
      lines[index - 1]!.pieces.length > 1 &&
      pieces.length * 2 < lines[index - 1]!.pieces.length + 1,
  );
  return at < 0 ? lines.length : at;
}

/** Which columns the heads of a line stand over. */
function spansOf(
  { pieces }: TextLine,
  below: readonly TextLine[],
  columns: readonly Column[],
  edges: readonly number[],
): Level['cells'][number][] {
  const touched = pieces.map(({ left, right }) => {
    const over = columns.flatMap((column, at) =>
      Math.min(right, column.right) - Math.max(left, column.left) > 0 ? [at] : [],
    );
    const middle = (left + right) / 2;
    const nearest = columns.reduce(
      (best, column, at) => (distance(column, middle) < distance(columns[best]!, middle) ? at : best),
      0,
    );
    return over.length > 0 ? { from: over[0]!, to: over[over.length - 1]! } : { from: nearest, to: nearest };
  });
  // Columns with a head of their own further down, and none here, stand under a neighbour.
  const isLed = columns.map((_, at) =>
    below.some((line) =>
      line.pieces.some(
        ({ left, right }) =>
          left < edges[at + 1]! &&
          right > edges[at]! &&
          (left + right) / 2 > edges[at]! &&
          (left + right) / 2 < edges[at + 1]!,
      ),
    ),
  );
  const middles = pieces.map(({ left, right }) => (left + right) / 2);
  const spans = bestSpans(touched, middles, isLed, edges) ?? touched;
  const cells: { column: number; colSpan: number; parts: Unit[] }[] = [];
  spans.forEach(({ from, to }, at) => {
    const last = cells[cells.length - 1];
    if (last && from < last.column + last.colSpan) last.parts.push(pieces[at]!);
    else cells.push({ column: from, colSpan: to - from + 1, parts: [pieces[at]!] });
  });
  return cells;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The spans that leave no column without a head that has one further down, each head as near the middle of its span as
 * can be.
 * @param touched what each head stands over at least
 * @returns undefined when there are none
 */
function bestSpans(
  touched: readonly Span[],
  middles: readonly number[],
  isLed: readonly boolean[],
  edges: readonly number[],
): Span[] | undefined {
  interface Way {
    readonly off: number;
    readonly spans: readonly Span[];
  }
  // The best way to have used so many columns, head by head.
  let ways = new Map<number, Way>([[0, { off: 0, spans: [] }]]);
  const isFree = (from: number, to: number): boolean => !isLed.slice(from, to).some(Boolean);
  for (const [at, own] of touched.entries()) {
    const next = new Map<number, Way>();
    const goesOver = isLed.slice(own.from, own.to + 1).some(Boolean);
    for (const [used, way] of ways) {
      for (let from = own.from; from >= used && (from === own.from || (goesOver && isLed[from])); from -= 1) {
        if (!isFree(used, from)) continue;
        for (let to = own.to; to < isLed.length && (to === own.to || (goesOver && isLed[to])); to += 1) {
          const off = way.off + Math.abs((edges[from]! + edges[to + 1]!) / 2 - middles[at]!);
          if (off < (next.get(to + 1)?.off ?? Infinity)) next.set(to + 1, { off, spans: [...way.spans, { from, to }] });
        }
      }
    }
    ways = next;
  }
  const whole = [...ways].filter(([used]) => isFree(used, isLed.length)).map(([, way]) => way);
  return whole.sort((a, b) => a.off - b.off)[0]?.spans.slice();
}

function distance({ left, right }: Column, x: number): number {
  return Math.max(0, left - x, x - right);
}

function filled({ cells }: Level, columns: number): HeadCell[] {
  const row: HeadCell[] = [];
  const sorted = [...cells].sort((a, b) => a.column - b.column);
  let at = 0;
  for (const { column, colSpan, parts } of sorted) {
    for (; at < column; at += 1) row.push({ text: '', column: at, colSpan: 1 });
    const text = linesOf(parts.flatMap(({ glyphs }) => glyphs))
      .map((line) => line.text)
      .join('');
    row.push({ text, column, colSpan });
    at = column + colSpan;
  }
  for (; at < columns; at += 1) row.push({ text: '', column: at, colSpan: 1 });
  return row;
}
