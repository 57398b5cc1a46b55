import type { GridBlock, LineBlock, SourceBlock, SourceCell } from '../../model/source';
import { stripMarks } from '../../shared/text';
import { headRole } from '../../vocabulary/labels';
import { isBodyRow, isSectionRow } from '../tables/header';
import { isFormCaption, isTitleText } from './caption';

/*
 * Several forms one below the other in one worksheet or one pasted grid: a title (and what stands beside it), heads, and
 * figures before and behind. Every form becomes a grid of its own, its caption lines above it.
 */

/** So many rows may stand between the title of a form and its heads. */
const MOST_CAPTION_ROWS = 4;
/** A head has at least so many texts. */
const FEWEST_HEADS = 2;

type Row = readonly SourceCell[];

/** The blocks with every grid of several forms taken apart. */
export function splitForms(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const forms = blocks.map((block) => (block.kind === 'grid' ? formsOf(block) : []));
  if (forms.every((each) => each.length === 0)) return blocks;
  return blocks.flatMap((block, at) => (block.kind === 'grid' ? taken(block, forms[at]!) : [block]));
}

function taken(grid: GridBlock, forms: readonly CaptionRows[]): SourceBlock[] {
  if (forms.length === 0) return [grid];
  const found: SourceBlock[] = [];
  const add = (from: number, to: number): void => {
    const rows = grid.rows.slice(from, to);
    const place = from === 0 ? grid.place : rows[0]?.[0]?.place;
    if (place) found.push({ ...grid, rows, place });
  };
  let from = 0;
  for (const { start, end } of forms) {
    if (start > from) add(from, start);
    for (let row = start; row < end; row += 1) found.push(...linesOf(grid.rows[row]!));
    from = end;
  }
  add(from, grid.rows.length);
  return found;
}

/** A row of a caption as lines: title, institution and unit stand side by side. */
function linesOf(row: Row): LineBlock[] {
  const filled = filledOf(row);
  const [first] = filled;
  return first ? [{ kind: 'line', text: filled.map(({ text }) => text.trim()).join('  '), place: first.place }] : [];
}

interface CaptionRows {
  readonly start: number;
  readonly end: number;
}

/** The captions inside a grid, and that at its top where a line stands above its title. */
function formsOf({ rows }: GridBlock): CaptionRows[] {
  if (!rows.some((row, at) => at > 0 && mayBeCaption(row))) return [];
  const spanned = spannedRows(rows);
  const found: CaptionRows[] = [];
  let heads = 0;
  let figures = 0;
  for (let row = 0; row < rows.length; row += 1) {
    const end = isSparse(rows[row]!) ? captionEnd(rows, row, spanned) : row;
    const opens = found.length === 0 && heads + figures === 0;
    // A form without data is over where a title follows that can be nothing else.
    const closes = figures > 0 || (heads > 0 && rows.slice(row, end).some(isPlainTitle) && isNamed(rows[end]!));
    if (end > row && (opens || closes)) {
      found.push({ start: row, end });
      heads = figures = 0;
      row = end - 1;
    } else if (isBodyRow(rows[row]!, true)) figures += 1;
    else if (isHead(rows, row)) heads += 1;
  }
  // The caption of the only form of a grid is read with the grid.
  const [first, ...others] = found;
  return first && others.length === 0 && first.start === 0 && isCaptionRow(rows[0]!) ? [] : found;
}

/** A title, institution and unit are so many texts at the most; rows of figures are more. */
const MOST_CAPTION_TEXTS = 6;

/** Seen at once, before anything is read: most tables have no such row below their first. */
function mayBeCaption(row: Row): boolean {
  const first = row.find(({ text }) => text !== '')?.text;
  return first !== undefined && isSparse(row) && (isTitleRow(row) || isDetailRow(row));
}

function isSparse(row: Row): boolean {
  let filled = 0;
  for (const { text } of row) if (text !== '' && (filled += 1) > MOST_CAPTION_TEXTS) return false;
  return true;
}

/** Where the caption that begins in a row ends and heads follow; the row itself when there is none. */
function captionEnd(rows: readonly Row[], start: number, spanned: ReadonlySet<number>): number {
  let hasTitle = false;
  for (let row = start; row < rows.length && row <= start + MOST_CAPTION_ROWS; row += 1) {
    if (spanned.has(row)) return start;
    const isLone: boolean = !hasTitle && isLoneText(rows[row]!);
    // What stands right above institution and unit is a title, whatever it ends with.
    hasTitle ||= isTitleRow(rows[row]!) || (isLone && isDetailRow(rows[row + 1] ?? []));
    if (isLone || isCaptionRow(rows[row]!)) continue;
    return hasTitle && isHead(rows, row) ? row : start;
  }
  return start;
}

function filledOf(row: Row): SourceCell[] {
  return row.filter(({ text }) => text.trim() !== '');
}

function textsOf(row: Row): string[] {
  return filledOf(row).map(({ text }) => stripMarks(text).trim());
}

/** A title alone in its row, or beside institution and unit. */
function isTitleRow(row: Row): boolean {
  const texts = textsOf(row);
  return texts.length > 0 && !isSectionRow(texts) && isFormCaption(texts) && texts.some(isTitleText);
}

/** A title alone in its row. */
function isPlainTitle(row: Row): boolean {
  return textsOf(row).length === 1 && isTitleRow(row);
}

/** Heads that begin with that of codes or names. */
function isNamed(row: Row): boolean {
  return headRole(textsOf(row)[0] ?? '') !== undefined;
}

/** 单位：万元 and the like. */
function isDetailRow(row: Row): boolean {
  const texts = textsOf(row);
  return texts.some((text) => DETAIL.test(text)) && isFormCaption(texts);
}

const DETAIL = /(?:单位|部门)(?:名称)?\s*[：:]/;

function isCaptionRow(row: Row): boolean {
  const texts = textsOf(row);
  return texts.length > 0 && isFormCaption(texts);
}

/** What stands above a title: the institution and the year of its budget. */
function isLoneText(row: Row): boolean {
  const texts = textsOf(row);
  return texts.length === 1 && !isSectionRow(texts) && headRole(texts[0]!) === undefined && !/\d[.,]\d/.test(texts[0]!);
}

/** Heads side by side, and no row of a body. */
function isHead(rows: readonly Row[], row: number): boolean {
  const texts = textsOf(rows[row]!);
  return texts.length >= FEWEST_HEADS && !isBodyRow(rows[row]!, false);
}

/** The rows that a merged cell of a row above reaches into. */
function spannedRows(rows: readonly Row[]): ReadonlySet<number> {
  const spanned = new Set<number>();
  rows.forEach((row, at) => {
    const down = row.reduce((most, { rowSpan = 1 }) => Math.max(most, rowSpan), 1);
    for (let next = at + 1; next < at + down; next += 1) spanned.add(next);
  });
  return spanned;
}
