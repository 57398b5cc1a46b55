import { type FactKey, keyText } from '../../model/key';
import { dependsOn, type Cell, type Cells, type Live } from './cells';
import { isListTotal, isShared } from './grid';
import { isCoded } from './outline';
import { codeWords, sameWords } from './words';

/*
 * Law 1 between forms: a figure that another form prints as well is written once. What is a sum there is taken from
 * there, be it its total or the row of a code; what is filled in on several forms is filled in on the first of them. A
 * figure that both forms reckon is left to both: if they differ, something was filled in wrongly, and a check says so.
 */

const FUNCTION_CODE = /^2\d{2}$/;
const ECONOMIC_CODE = /^e:(\d+)$/;

/** Stands for any code in the key of a column of a list. */
const ANY_FUNCTION = '*';
const ANY_ECONOMIC = 'e:*';

interface Sources {
  /** Cells that are sums, then cells that are filled in, by their keys. */
  readonly sums: ReadonlyMap<string, readonly Cell[]>;
  readonly filled: ReadonlyMap<string, readonly Cell[]>;
  /** Columns of lists, each by one of its cells. */
  readonly lists: ReadonlyMap<string, readonly Cell[]>;
}

function push(map: Map<string, Cell[]>, key: string, cell: Cell): void {
  const known = map.get(key);
  if (known) known.push(cell);
  else map.set(key, [cell]);
}

function sourcesOf({ all }: Cells): Sources {
  const [sums, filled, lists] = [new Map<string, Cell[]>(), new Map<string, Cell[]>(), new Map<string, Cell[]>()];
  for (const cell of all) {
    const { grid, line, column, key } = cell;
    if (
      isListTotal(grid, line) &&
      grid.block.rows.kind === 'open' &&
      grid.codes.length > 0 &&
      column.spec.key?.item === undefined
    ) {
      const item = grid.block.rows.of === 'economic' ? ANY_ECONOMIC : ANY_FUNCTION;
      push(lists, keyText({ ...key, item }), cell);
    }
    if (isShared(key, line)) push(cell.live ? sums : filled, keyText(key), cell);
  }
  return { sums, filled, lists };
}

/** The code of an item of expenditure, and the key under which lists of such codes go. */
function codeOf(key: FactKey): { readonly code: string; readonly list: FactKey } | undefined {
  if (key.flow !== 'expenditure') return undefined;
  if (FUNCTION_CODE.test(key.item)) return { code: key.item, list: { ...key, item: ANY_FUNCTION } };
  const economic = ECONOMIC_CODE.exec(key.item)?.[1];
  return economic === undefined ? undefined : { code: economic, list: { ...key, item: ANY_ECONOMIC } };
}

/** The figure of a code in a list of another form. @param total a cell of the list's total */
function fromList(total: Cell, code: string, { all }: Cells): Live {
  const { grid, column, at } = total;
  const { list, codes, sheet } = grid;
  return {
    formula: { kind: 'listed', list: { ...list, sheet }, codes, amounts: at, rows: { kind: 'code', code } },
    words: codeWords(total, code),
    reads: all.filter((cell) => cell.grid === grid && cell.column === column),
  };
}

function fromCell(cell: Cell): Live {
  return {
    formula: { kind: 'same', cell: { sheet: cell.grid.sheet, row: cell.row, column: cell.at } },
    words: sameWords(cell),
    reads: [cell],
  };
}

function linkOf(
  cell: Cell,
  { sums, filled, lists }: Sources,
  cells: Cells,
  order: ReadonlyMap<Cell, number>,
): Live | undefined {
  const coded = codeOf(cell.key);
  const elsewhere = (other: Cell): boolean => other.grid.sheet !== cell.grid.sheet;
  const found = coded && lists.get(keyText(coded.list))?.find(elsewhere);
  const key = keyText(cell.key);
  const candidates = [
    ...(found ? [fromList(found, coded.code, cells)] : []),
    ...(sums.get(key) ?? []).filter(elsewhere).map(fromCell),
    ...(filled.get(key) ?? [])
      .filter((other) => elsewhere(other) && order.get(other)! < order.get(cell)!)
      .slice(0, 1)
      .map(fromCell),
  ];
  return candidates.find(({ reads }) => !dependsOn(reads, cell));
}

/** Lets every cell whose figure stands on another form take it from there. */
export function addLinks(cells: Cells): void {
  const sources = sourcesOf(cells);
  const order = new Map(cells.all.map((cell, at) => [cell, at]));
  for (const cell of cells.all) {
    if (cell.live || isCoded(cell.line.spec) || !isShared(cell.key, cell.line)) continue;
    const live = linkOf(cell, sources, cells, order);
    if (live) cell.live = live;
  }
}
