import type { SourceCell } from '../../model/source';
import { squeeze } from '../../shared/text';

/*
 * Tables whose cells stand under one another, a cell a line, as some readers and web pages give them: bare, set apart
 * by blank lines (where one more blank line is an empty cell), each closed by a bar, or with bars on lines of their
 * own. How wide the table is the cells tell: labels and figures come again in the same order row by row.
 */

export interface Stacked {
  /** Lines of caption before the heads. */
  readonly lead: number;
  readonly rows: SourceCell[][];
  /** How many lines caption and table take. */
  readonly used: number;
}

/** No table begins at this line nor at the following ones before `end` (0-based). */
export interface NoTable {
  readonly end: number;
}

const LONGEST_CELL = 40;
const WIDEST = 16;
const FEWEST_ROWS = 3;
const FEWEST_CELLS = 8;
const LONGEST_RUN = 4000;
/** This share of the cells of a body must be figures. */
const FIGURES = 0.3;
const FIGURE = /^[-−]?\d[\d,]*(?:\.\d+)?%?$|^[-—–]{1,2}$/;
const CODE = /^\d{3}(?:\d{2}){0,2}$/;

/** Sentences, rows of cells and captions. */
const NO_CELL = /[\t|。；;，]|[：:]./;
/** Words set apart by blanks. */
const SEVERAL = /\S(?: {2,}|\u3000)\S/;

/** True for a line that may be one cell of such a table. */
function isCellLine(line: string): boolean {
  const text = line.trim();
  return text !== '' && text.length <= LONGEST_CELL && !NO_CELL.test(text) && !SEVERAL.test(text);
}

/** The text of a line that is one cell, without the bar that closes it. */
function textOf(line: string): string {
  const text = line.trim();
  return text.endsWith('|') ? text.slice(0, -1).trim() : text;
}

function cellOf(line: string, number: number): SourceCell {
  const text = textOf(line);
  return { text, place: { line: number, column: line.length - line.trimStart().length + 1, length: text.length } };
}

/**
 * Reads the table that begins at a line, its caption included.
 * @param index 0-based
 */
export function readStacked(lines: readonly string[], index: number): Stacked | NoTable {
  const line = lines[index]!.trim();
  if (line === '|') return readBarred(lines, index);
  if (isClosed(line)) return readRun(lines, index, isClosed);
  return isCellLine(line) ? readRun(lines, index, isCellLine) : { end: index + 1 };
}

/** 合计 |: one cell, closed by a bar. */
function isClosed(line: string): boolean {
  const text = line.trim();
  return text.endsWith('|') && text.indexOf('|') === text.length - 1 && text.length > 1 && text.length <= LONGEST_CELL;
}

/** Bars on lines of their own: a row is bar, cell, bar, cell … bar, so between two rows two bars follow one another. */
function readBarred(lines: readonly string[], index: number): Stacked | NoTable {
  const cells: SourceCell[] = [];
  let open: SourceCell | undefined;
  let end = index + 1;
  for (let at = index + 1; at < lines.length; at += 1) {
    const text = lines[at]!.trim();
    if (text === '|') {
      cells.push(open ?? emptyAfter(at));
      open = undefined;
      end = at + 1;
    } else if (text.length > LONGEST_CELL || text.includes('\t')) break;
    else if (text !== '') {
      const cell = cellOf(lines[at]!, at + 1);
      open = open ? { ...open, text: open.text + cell.text } : cell;
    }
  }
  // Empty rows and pieces of caption may stand before the first row.
  for (let width = 2; width <= WIDEST; width += 1)
    for (let skip = 0; skip <= width; skip += 1) {
      const rest = cells.slice(skip);
      const apart = rest.every((cell, at) => at % (width + 1) !== width || cell.text === '');
      if (!apart || rest.length < (width + 1) * FEWEST_ROWS - 1 || cells.slice(0, skip).some(({ text }) => text !== ''))
        continue;
      const rows: SourceCell[][] = [];
      for (let at = 0; at + width <= rest.length; at += width + 1) rows.push(rest.slice(at, at + width));
      if (rows.some((row) => row.every(({ text }) => text !== ''))) return { lead: 0, rows, used: end - index };
    }
  return { end };
}

function emptyAfter(line: number): SourceCell {
  return { text: '', place: { line, column: 1, length: 0 } };
}

/**
 * A run of lines that may be cells: with blank lines between them, more than the usual number of which stand for empty
 * cells.
 */
function readRun(lines: readonly string[], index: number, isCell: (line: string) => boolean): Stacked | NoTable {
  const printed: { at: number; blanks: number }[] = [];
  let figures = false;
  let blanks = 0;
  let at = index;
  for (; at < lines.length && printed.length < LONGEST_RUN; at += 1) {
    if (lines[at]!.trim() === '') blanks += 1;
    else if (!isCell(lines[at]!)) break;
    else {
      printed.push({ at, blanks });
      figures ||= isFigureText(textOf(lines[at]!));
      blanks = 0;
    }
  }
  // Most runs are headings and short paragraphs.
  if (!figures || printed.length < FEWEST_CELLS) return { end: at };
  const cells = withEmptyCells(
    printed.map((each) => ({ cell: cellOf(lines[each.at]!, each.at + 1), blanks: each.blanks })),
  );
  const body = bodyOf(cells);
  if (!body) return { end: at };
  const { width, start, count } = body;
  // 栏次 1 2 and the first row of figures taken for one row: so wide the table is not.
  if (
    squeeze(cells[start]!.text) === '栏次' &&
    cells.slice(start + 1, start + width).some(({ text }) => /^[一二三]、/.test(text))
  )
    return { end: at };
  const heads = headRows(cells, start, width);
  if (hasMoreHeads(cells, start - width - (heads.length > 1 ? 2 : 0)) || holdsTwoRows(heads)) return { end: at };
  const rows = [...heads];
  for (let row = 0; row < count; row += 1) rows.push(cells.slice(start + row * width, start + (row + 1) * width));
  const filled = rows.flat().filter(({ text }) => text !== '');
  return { lead: lineOf(filled[0]!) - 1 - index, rows, used: lineOf(filled[filled.length - 1]!) - index };
}

function lineOf({ place }: SourceCell): number {
  return 'line' in place ? place.line : 0;
}

/** Where most cells are set apart by one blank line, every further one is a cell that holds nothing. */
function withEmptyCells(printed: readonly { readonly cell: SourceCell; readonly blanks: number }[]): SourceCell[] {
  const gaps = printed.slice(1).filter(({ blanks }) => blanks > 0).length;
  const apart = gaps * 2 > printed.length - 1;
  return printed.flatMap(({ cell, blanks }, order) => [
    ...Array.from({ length: apart && order > 0 ? Math.max(0, Math.min(blanks, WIDEST) - 1) : 0 }, () =>
      emptyAfter(lineOf(cell)),
    ),
    cell,
  ]);
}

interface Body {
  readonly width: number;
  readonly start: number;
  readonly count: number;
}

function isFigure({ text }: SourceCell): boolean {
  return isFigureText(text);
}

function isFigureText(text: string): boolean {
  return FIGURE.test(text) && !CODE.test(text);
}

/**
 * What a cell must be; undefined for one that may be either: an empty one, or three digits that are a code or an
 * amount.
 */
function kindOf(cell: SourceCell): 'label' | 'figure' | undefined {
  return cell.text === '' || CODE.test(cell.text) ? undefined : isFigure(cell) ? 'figure' : 'label';
}

/** The width at which most rows have labels and figures in the same columns. */
function bodyOf(cells: readonly SourceCell[]): Body | undefined {
  const first = cells.findIndex(isFigure);
  if (first < 1) return undefined;
  let best: Body | undefined;
  for (let width = 2; width <= WIDEST; width += 1)
    for (let start = Math.max(1, first - width + 1); start <= first - 1; start += 1) {
      const count = regularRows(cells, start, width);
      if (count >= FEWEST_ROWS && count * width > (best ? best.count * best.width : 0)) best = { width, start, count };
    }
  return best && abreast(cells, best);
}

/** 项目, 预算数, 项目, 预算数: heads that come again at once head tables side by side, whose rows are as much longer. */
function abreast(cells: readonly SourceCell[], body: Body): Body {
  const { width, start, count } = body;
  const headsAt = (times: number): string =>
    cells
      .slice(Math.max(0, start - width * times), start - width * (times - 1))
      .map(({ text }) => squeeze(text))
      .join('|');
  let times = 1;
  while (start >= width * (times + 1) && headsAt(times + 1) === headsAt(1)) times += 1;
  // Rows that do not come out even have lost empty cells: they stay as they are, with heads left over above them.
  return width * times > WIDEST || count % times !== 0 ? body : { width: width * times, start, count: count / times };
}

/** How many rows from `start` on have the kinds of the first of them; none when hardly anything is a figure. */
function regularRows(cells: readonly SourceCell[], start: number, width: number): number {
  const kinds = new Array<'label' | 'figure' | undefined>(width).fill(undefined);
  let count = 0;
  let figures = 0;
  for (let from = start; from + width <= cells.length; from += width) {
    const row = cells.slice(from, from + width);
    const fits = row.every((cell, at) => kinds[at] === undefined || (kindOf(cell) ?? kinds[at]) === kinds[at]);
    if (!fits || row[0]!.text === '' || isFigure(row[0]!)) break;
    row.forEach((cell, at) => (kinds[at] ??= kindOf(cell)));
    figures += row.filter(isFigure).length;
    count += 1;
  }
  return figures < FIGURES * count * width ? 0 : count;
}

const HEAD =
  /^(?:项目|科目|(?:功能|经济)?(?:分类)?科目(?:编码|代码|名称)?|单位(?:编码|代码|名称)|合计|小计|金额|行次|栏次|类|款|项|(?:20\d\d年)?[预决]算数|(?:本年)?(?:收入|支出)|(?:本年)?(?:收入|支出)合计|基本支出|项目支出|人员经费|公用经费|资金来源|[年上][初年末](?:财政拨款)?结转和?结余)$/;

/**
 * True when heads are left above the row of heads: merged cells are lost in such a text, and nothing tells which
 * columns a head stands over.
 */
function hasMoreHeads(cells: readonly SourceCell[], end: number): boolean {
  return cells.slice(Math.max(0, end - WIDEST), Math.max(0, end)).some(({ text }) => HEAD.test(squeeze(text)));
}

/** 项目 over 科目编码, 本年支出 or 2024年预算数 over 小计, 栏次 under all: a row that holds both has lost the cells that were merged. */
function holdsTwoRows(rows: readonly (readonly SourceCell[])[]): boolean {
  return rows.some((row) => {
    const heads = row.map(({ text }) => squeeze(text));
    const has = (pattern: RegExp): boolean => heads.some((head) => pattern.test(head));
    const outer = has(/^(?:本年(?:收入|支出)|20\d\d年[预决]算数|资金来源)$/) && has(/^(?:小计|基本支出)$/);
    return outer || (has(/^项目$/) && has(/科目(?:编码|代码|名称)$/)) || (has(/^栏次$/) && has(/^(?:合计|一、.*)$/));
  });
}

/** The heads right above the body, and above them 收入 and 支出 where these head one half each. */
function headRows(cells: readonly SourceCell[], start: number, width: number): SourceCell[][] {
  if (start < width) return [];
  const heads = cells.slice(start - width, start);
  const [left, right] = cells.slice(Math.max(0, start - width - 2), start - width);
  const halves =
    width % 2 === 0 &&
    left !== undefined &&
    right !== undefined &&
    squeeze(left.text) === '收入' &&
    squeeze(right.text) === '支出';
  return halves
    ? [heads.map((_, at) => (at === 0 ? left : at * 2 === width ? right : emptyAfter(lineOf(left)))), heads]
    : [heads];
}
