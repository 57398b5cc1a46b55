import type { GridBlock, SourceCell } from '../../model/source';
import { parseAmount } from '../../shared/amount';
import { headRole, isTotalRow } from '../../vocabulary/labels';
import { columnsOfCells } from './matrix';
import { isLowestHead } from '../../vocabulary/heads';

/*
 * Forms of funds print the lowest heads (合计, 基本支出, 项目支出) in the row of the total: there is no room for one of
 * their own. They get it here; in the row of the total they stay as what is printed there instead of a figure.
 */

/** The head of a table ends within so many rows. */
const HEAD_ROWS = 8;
const LABELS = 3;
const FEWEST = 2;

/** A row of cells that hold something, by their columns. */
type Texts = ReadonlyMap<number, string>;

/**
 * The columns of the heads in a row that begins as the total does; none where it does not, or holds fewer than two.
 * @param above the rows above it
 */
function headsOf(row: Texts, above: readonly Texts[]): ReadonlySet<number> {
  const [label] = row.keys();
  if (label === undefined || label >= LABELS || !isTotalRow(row.get(label)!)) return new Set();
  const heads = new Set([...row].flatMap(([at, text]) => (at > label && isLowestHead(text) ? [at] : [])));
  return heads.size >= FEWEST && (isOfFigures(row) || isLabelled(row, label, heads, above)) ? heads : new Set();
}

function isOfFigures(row: Texts): boolean {
  return [...row.values()].some((text) => /\d/.test(text) && parseAmount(text)?.printed);
}

/**
 * A row without a figure is one of heads like any other, unless its first 合计 stands under the head of names or codes
 * and a second one heads amounts: the row of the total of a form that holds nothing.
 */
function isLabelled(row: Texts, label: number, heads: ReadonlySet<number>, above: readonly Texts[]): boolean {
  const head = above.flatMap((each) => each.get(label) ?? []).pop();
  return head !== undefined && headRole(head) !== undefined && [...heads].some((at) => isTotalRow(row.get(at)!));
}

/** The grid with such heads in a row of their own. */
export function withHeadsApart(grid: GridBlock): GridBlock {
  const top = grid.rows.slice(0, HEAD_ROWS);
  const columns = columnsOfCells(top);
  const texts = top.map(
    (row, r): Texts => new Map(row.flatMap(({ text }, at) => (text === '' ? [] : [[columns[r]![at]!, text] as const]))),
  );
  const found = texts.map((row, at) => headsOf(row, texts.slice(0, at)));
  const at = found.findIndex((heads, index) => index > 0 && heads.size > 0);
  if (at < 0) return grid;
  const [row, heads] = [grid.rows[at]!, found[at]!];
  const only = (isKept: (isHead: boolean) => boolean): SourceCell[] =>
    row.map((cell, order) => (isKept(heads.has(columns[at]![order]!)) ? cell : { ...cell, text: '' }));
  const apart = only((isHead) => isHead);
  // Without a figure beside them they would make the row one of heads again.
  const total = isOfFigures(texts[at]!) ? row : only((isHead) => !isHead);
  return { ...grid, rows: [...grid.rows.slice(0, at), apart, total, ...grid.rows.slice(at + 1)] };
}
