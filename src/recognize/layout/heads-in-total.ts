import type { GridBlock, SourceCell } from '../../model/source';
import { parseAmount } from '../../shared/amount';
import { headRole, isTotalRow } from '../../vocabulary/labels';
import { isLowestHead } from '../../vocabulary/heads';

/*
 * Forms of funds print the lowest heads (合计, 基本支出, 项目支出) in the row of the total: there is no room for one of
 * their own. They get it here; in the row of the total they stay as what is printed there instead of a figure.
 */

/** The head of a table ends within so many rows. */
const HEAD_ROWS = 8;
const LABELS = 3;
const FEWEST = 2;

/**
 * The heads in a row that begins as the total does; none where it does not, or holds fewer than two.
 * @param above the rows above it
 */
function headsOf(row: readonly SourceCell[], above: GridBlock['rows']): ReadonlySet<number> {
  const label = row.findIndex(({ text }) => text !== '');
  const heads = new Set<number>();
  if (label < 0 || label >= LABELS || !isTotalRow(row[label]!.text)) return heads;
  row.forEach(({ text }, at) => {
    if (at > label && isLowestHead(text)) heads.add(at);
  });
  return heads.size >= FEWEST && (isOfFigures(row) || isLabelled(row, label, heads, above)) ? heads : new Set();
}

function isOfFigures(row: readonly SourceCell[]): boolean {
  return row.some(({ text }) => /\d/.test(text) && parseAmount(text)?.printed);
}

/**
 * A row without a figure is one of heads like any other, unless its first 合计 stands under the head of names or codes
 * and a second one heads amounts: the row of the total of a form that holds nothing.
 */
function isLabelled(
  row: readonly SourceCell[],
  label: number,
  heads: ReadonlySet<number>,
  above: GridBlock['rows'],
): boolean {
  const texts = above.map((each) => each[label]?.text ?? '').filter((text) => text !== '');
  const head = texts[texts.length - 1];
  return head !== undefined && headRole(head) !== undefined && [...heads].some((at) => isTotalRow(row[at]!.text));
}

/** The grid with such heads in a row of their own. */
export function withHeadsApart(grid: GridBlock): GridBlock {
  const found = grid.rows.slice(0, HEAD_ROWS).map((row, at) => headsOf(row, grid.rows.slice(0, at)));
  const at = found.findIndex((heads, index) => index > 0 && heads.size > 0);
  if (at < 0) return grid;
  const [row, heads] = [grid.rows[at]!, found[at]!];
  const apart = row.map((cell, column) => (heads.has(column) ? cell : { ...cell, text: '' }));
  // Without a figure beside them they would make the row one of heads again.
  const total = isOfFigures(row) ? row : row.map((cell, column) => (heads.has(column) ? { ...cell, text: '' } : cell));
  return { ...grid, rows: [...grid.rows.slice(0, at), apart, total, ...grid.rows.slice(at + 1)] };
}
