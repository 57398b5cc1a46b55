import type { Box, Fill, Rule } from './geometry';

/*
 * Ruled tables: lines that cross are one table; what they enclose are its cells; where a line is missing, cells are
 * merged.
 */

/** Lines drawn that near, in points, are one: double borders, borders drawn cell by cell. */
const SAME = 3;
/** No text fits between lines that near, in points: cells set apart by a gap, each with borders of its own. */
const NARROWEST = 4.5;
/** A border counts when it is drawn along this share of a cell's side. */
const DRAWN = 0.5;
/** An open side of a table is seen by lines that reach beyond the last line across them, in points. */
const BEYOND = 8;
/** Of the cells of a table that only grounds tell, at least this share stand by themselves. */
const TILED = 0.6;
/** A page with more lines is a drawing; so is a grid of more cells. */
const MOST_LINES = 4000;
const MOST_CELLS = 40_000;

export interface RuledCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly box: Box;
}

export interface RuledTable {
  readonly box: Box;
  /** Edges of columns from the left, of rows from the top. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly RuledCell[];
}

/** The ruled tables of a page, from the top; frames of one column and lines that enclose nothing are none. */
export function ruledTables({
  rules,
  fills,
}: {
  readonly rules: readonly Rule[];
  readonly fills: readonly Fill[];
}): RuledTable[] {
  const tables = tablesOf(rules);
  // Cells without lines that each have a ground of their own: between them the ground of the table shows, or nothing.
  const tiled = tablesOf(
    fills.filter(({ box }) => !tables.some((table) => meets(table.box, box))).flatMap(({ box }) => sidesOf(box)),
  ).filter(isTiled);
  return [...tables, ...tiled].sort((a, b) => a.box.top - b.box.top);
}

function tablesOf(rules: readonly Rule[]): RuledTable[] {
  const lines = [...joined(rules.filter(({ across }) => across)), ...joined(rules.filter(({ across }) => !across))];
  if (lines.length > MOST_LINES) return [];
  return crossing(lines)
    .map(tableOf)
    .filter((table): table is RuledTable => table !== undefined);
}

function sidesOf({ left, top, right, bottom }: Box): Rule[] {
  return [
    { across: true, at: top, from: left, to: right },
    { across: true, at: bottom, from: left, to: right },
    { across: false, at: left, from: top, to: bottom },
    { across: false, at: right, from: top, to: bottom },
  ];
}

function meets(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** True when nearly every cell has sides of its own: shaded rows alone tell nothing of the rows between them. */
function isTiled({ xs, ys, cells }: RuledTable): boolean {
  const wide = cells.filter(({ colSpan }) => colSpan > 1).length;
  return (
    xs.length > 3 &&
    ys.length > 2 &&
    cells.length > TILED * (xs.length - 1) * (ys.length - 1) &&
    wide < (1 - TILED) * cells.length
  );
}

/** Pieces of one line put together. */
function joined(rules: readonly Rule[]): Rule[] {
  const lines: Rule[] = [];
  for (const level of levels(rules)) {
    const at = (level[0]!.at + level[level.length - 1]!.at) / 2;
    let open: Rule | undefined;
    for (const { across, from, to } of level.sort((a, b) => a.from - b.from)) {
      if (open && from <= open.to + SAME) open = { ...open, to: Math.max(open.to, to) };
      else {
        if (open) lines.push(open);
        open = { across, at, from, to };
      }
    }
    if (open) lines.push(open);
  }
  return lines;
}

/** Lines of one direction that lie near one another, level by level. */
function levels(rules: readonly Rule[], same = SAME): Rule[][] {
  const found: Rule[][] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const last = found[found.length - 1];
    if (last && rule.at - last[0]!.at <= same) last.push(rule);
    else found.push([rule]);
  }
  return found;
}

/** Lines that touch one another, directly or through others. */
function crossing(lines: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  const left = new Set(lines);
  for (const line of lines) {
    if (!left.delete(line)) continue;
    const group = [line];
    for (let at = 0; at < group.length; at += 1)
      for (const other of left)
        if (cross(group[at]!, other)) {
          left.delete(other);
          group.push(other);
        }
    groups.push(group);
  }
  return groups;
}

function cross(one: Rule, other: Rule): boolean {
  if (one.across === other.across) return false;
  return reaches(one, other.at) && reaches(other, one.at);
}

function reaches({ from, to }: Rule, at: number): boolean {
  return at >= from - SAME && at <= to + SAME;
}

function tableOf(group: readonly Rule[]): RuledTable | undefined {
  const across = group.filter((line) => line.across);
  const down = group.filter((line) => !line.across);
  if (across.length === 0 || down.length === 0) return undefined;
  const xs = withOpenSides(edges(down), across);
  const ys = withOpenSides(edges(across), down);
  if (xs.length < 3 || ys.length < 2 || xs.length * ys.length > MOST_CELLS) return undefined;
  const cells = cellsOf(xs, ys, across, down);
  if (!cells.some(({ column }) => column > 0)) return undefined;
  return { box: { left: xs[0]!, top: ys[0]!, right: xs[xs.length - 1]!, bottom: ys[ys.length - 1]! }, xs, ys, cells };
}

/** Where lines of one direction lie, in order: parts of one line count once. */
function edges(lines: readonly Rule[]): number[] {
  return levels(lines, NARROWEST).map((level) => level[0]!.at);
}

/** Adds an edge where the crossing lines run on beyond the outermost one. */
function withOpenSides(edges: readonly number[], crossingThem: readonly Rule[]): number[] {
  const first = Math.min(...crossingThem.map(({ from }) => from));
  const last = Math.max(...crossingThem.map(({ to }) => to));
  return [
    ...(first < edges[0]! - BEYOND ? [first] : []),
    ...edges,
    ...(last > edges[edges.length - 1]! + BEYOND ? [last] : []),
  ];
}

/** Cells from the upper left: each as wide as no border stops it, then as high. */
function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  across: readonly Rule[],
  down: readonly Rule[],
): RuledCell[] {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const taken = new Set<number>();
  const borders = xs.map((x) => near(down, x));
  const floors = ys.map((y) => near(across, y));
  const rightOf = (row: number, column: number): boolean => isDrawn(borders[column + 1]!, ys[row]!, ys[row + 1]!);
  const under = (row: number, column: number): boolean => isDrawn(floors[row + 1]!, xs[column]!, xs[column + 1]!);
  const cells: RuledCell[] = [];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      if (taken.has(row * columns + column)) continue;
      let colSpan = 1;
      while (
        column + colSpan < columns &&
        !taken.has(row * columns + column + colSpan) &&
        !rightOf(row, column + colSpan - 1)
      )
        colSpan += 1;
      const width = Array.from({ length: colSpan }, (_, offset) => column + offset);
      let rowSpan = 1;
      while (
        row + rowSpan < rows &&
        width.every((each) => !under(row + rowSpan - 1, each)) &&
        width.slice(0, -1).every((each) => !rightOf(row + rowSpan, each))
      )
        rowSpan += 1;
      for (let r = row; r < row + rowSpan; r += 1) for (const each of width) taken.add(r * columns + each);
      cells.push({
        row,
        column,
        rowSpan,
        colSpan,
        box: { left: xs[column]!, right: xs[column + colSpan]!, top: ys[row]!, bottom: ys[row + rowSpan]! },
      });
    }
  return cells;
}

function near(lines: readonly Rule[], level: number): Rule[] {
  return lines.filter(({ at }) => Math.abs(at - level) <= NARROWEST);
}

/** True when lines cover enough of a stretch. */
function isDrawn(lines: readonly Rule[], from: number, to: number): boolean {
  let covered = 0;
  for (const line of lines) covered += Math.max(0, Math.min(line.to, to) - Math.max(line.from, from));
  return covered >= DRAWN * (to - from);
}
