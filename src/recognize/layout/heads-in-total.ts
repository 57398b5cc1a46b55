import type { GridBlock, SourceCell } from '../../model/source';
import { parseAmount } from '../../shared/amount';
import { isTotalRow } from '../../vocabulary/labels';
import { isLowestHead } from '../../vocabulary/heads';

/*
 * Forms of funds print the lowest heads (合计, 基本支出, 项目支出) in the row of the total: there is no room for one of
 * their own. They get it here; in the row of the total they stay as what is printed there instead of a figure.
 */

/** The head of a table ends within so many rows. */
const HEAD_ROWS = 8;
const LABELS = 3;
const FEWEST = 2;

/** The heads in a row that begins as the total does; none where it does not, or holds fewer than two. */
function headsOf(row: readonly SourceCell[]): ReadonlySet<number> {
  const label = row.findIndex(({ text }) => text !== '');
  const heads = new Set<number>();
  if (label < 0 || label >= LABELS || !isTotalRow(row[label]!.text)) return heads;
  row.forEach(({ text }, at) => {
    if (at > label && isLowestHead(text)) heads.add(at);
  });
  // Without a figure it is a row of heads like any other.
  const isOfFigures = row.some(({ text }) => /\d/.test(text) && parseAmount(text)?.printed);
  return heads.size < FEWEST || !isOfFigures ? new Set() : heads;
}

/** The grid with such heads in a row of their own. */
export function withHeadsApart(grid: GridBlock): GridBlock {
  const at = grid.rows.slice(0, HEAD_ROWS).findIndex((row, index) => index > 0 && headsOf(row).size > 0);
  if (at < 0) return grid;
  const row = grid.rows[at]!;
  const heads = headsOf(row);
  const apart = row.map((cell, column) => (heads.has(column) ? cell : { ...cell, text: '' }));
  return { ...grid, rows: [...grid.rows.slice(0, at), apart, ...grid.rows.slice(at)] };
}
