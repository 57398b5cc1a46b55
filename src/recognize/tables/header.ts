import { parseAmount } from '../../shared/amount';
import { comparable, halfWidth } from '../../shared/text';
import { headRole, isOfWhich, isTotalHead, isTotalRow } from '../../vocabulary/labels';
import type { Dimension } from '../../model/key';
import { meaningOf } from '../../vocabulary/lexicon';
import { isWithin } from '../../vocabulary/members';
import type { Matrix } from '../layout/matrix';

/*
 * The header of a table: which rows it takes, and the path of header texts above each column. Merged cells arrive as
 * blanks, and conversion may shift them; where that leaves more than one reading, every reading is given and the
 * figures decide.
 */

/** A header cell, merged or not: columns under one and the same cell form a group. */
export interface HeaderText {
  readonly text: string;
  /** Its first column. */
  readonly column: number;
}
export type HeaderPath = readonly HeaderText[];

export interface Header {
  /** First body row. */
  readonly end: number;
  /** 一、政府采购情况 above the header: the name of the first section; '' when there is none. */
  readonly section: string;
  /** Readings of the column paths, the literal one first. */
  readonly readings: readonly (readonly HeaderPath[])[];
  /** The normalised texts of its rows: a body row equal to one of them is the header repeated on a new page. */
  readonly rows: readonly (readonly string[])[];
}

const MOST_HEADER_ROWS = 8;
const NUMBERED_LABEL = /^(?:[一二三四五六七八九十]+、|[①-⑳]|[（(][一二三四五六七八九十]+[）)])/;
const COLUMN_NUMBER = /^\d{1,2}$/;
/** 栏次, blanks in it. */
const LONGEST_MARK = 6;
const CODE = /^\d{3}(?:\d{2}){0,3}$/;

function isYear(text: string): boolean {
  return /^20\d\d$/.test(text);
}

function isFigure(text: string): boolean {
  return !isYear(text) && (parseAmount(text)?.printed ?? false);
}

/** What is asked of the cells of a row here: their texts. */
type Cells = readonly { readonly text: string }[];

/** The row of column numbers (1 2 3 …, often after 栏次) that closes a header. */
export function isNumberingRow(cells: Cells): boolean {
  let marked = false;
  const numbers: number[] = [];
  for (const { text } of cells) {
    if (text === '') continue;
    // Hardly any row comes further than its first text.
    if (text.length > LONGEST_MARK) return false;
    const number = halfWidth(text);
    if (COLUMN_NUMBER.test(number)) numbers.push(Number(number));
    else if (comparable(text) === '栏次') marked = true;
    // 类 款 项 栏次 1 2 3 …: the heads of the codes stand in the same row.
    else if (!/^[类款项]$/.test(text)) return false;
  }
  if (numbers.length === 0 || (numbers.length < 2 && !marked)) return false;
  numbers.sort((a, b) => a - b);
  return (
    numbers.every((number, index) => index === 0 || number === numbers[index - 1]! + 1) && (marked || numbers[0] === 1)
  );
}

/** Codes of 科目, or of economic classes. */
const CLASS_CODE = /^[1235]\d{2}(?:\d{2}){0,2}$/;

/** A row of codes under the heads: 501 502 509, without a name, each for the class that its column is headed with. */
function isCodeRow(cells: Cells): boolean {
  const codes: string[] = [];
  for (const { text } of cells) {
    if (text === '' || headRole(text) === 'code') continue;
    if (!CLASS_CODE.test(text)) return false;
    codes.push(text);
  }
  return (
    codes.length > 1 &&
    codes.every((code, at) => code[0] === codes[0]![0] && (at === 0 || code > codes[at - 1]!)) &&
    cells[0]!.text !== codes[0]
  );
}

/** True when a row holds what only the body of a table holds: a code, a numbered label, a total, figures. */
export function isBodyRow(cells: Cells, labelled: boolean): boolean {
  const first = cells.findIndex(({ text }) => text !== '');
  if (first < 0) return false;
  const label = cells[first]!.text;
  if (first <= 2 && CODE.test(label) && !isYear(label) && labelled) return true;
  if (NUMBERED_LABEL.test(label) || isOfWhich(label)) return true;
  const others = filledOf(cells, first + 1);
  if (isTotalRow(label) && others.every((text) => parseAmount(text) !== undefined || isTotalRow(text)))
    return labelled || others.length > 0;
  if (others.some(isFigure) || isNeverHead(label) || others.some(isNothing)) return true;
  return labelled && first === 0 && others.length === 0 && headRole(label) === undefined;
}

/** No head is a decimal or a mark of nothing. */
function isNeverHead(text: string): boolean {
  return isNothing(text) || (/\d[.,]\d/.test(text) && isFigure(text));
}

/** —— */
function isNothing(text: string): boolean {
  return /^[—–－-]+$/.test(text);
}

const SECTION = /^[一二三四五六七八九十]{1,3}、/;

/** 一、政府采购情况: the name of a section, alone in its row. */
export function isSectionRow(texts: readonly string[]): boolean {
  const first = texts.find((text) => text !== '');
  return first !== undefined && SECTION.test(first) && texts.filter((text) => text !== '').length === 1;
}

/** The texts of a row from a cell on, without blanks. */
function filledOf(cells: Cells, from: number): string[] {
  const filled: string[] = [];
  for (let at = from; at < cells.length; at += 1) if (cells[at]!.text !== '') filled.push(cells[at]!.text);
  return filled;
}

/** 类 款 项 合计 12.34 …: the last header row and the total row in one. */
function headsAndFigures(cells: Cells): boolean {
  const first = cells.find(({ text }) => text !== '')?.text;
  if (first === undefined || headRole(first) !== 'code') return false;
  const filled = filledOf(cells, 0);
  return filled.length > 3 && headRole(filled[1]!) === 'code' && filled.some(isFigure);
}

/** The printed texts of a row. */
export function textsOf(cells: Cells): string[] {
  return cells.map(({ text }) => text);
}

/** Finds the header rows of a table that starts at `start`. */
export function readHeader(matrix: Matrix, start: number): Header {
  const last = Math.min(matrix.rows.length, start + MOST_HEADER_ROWS);
  const heads: number[] = [];
  const rows: string[][] = [];
  let end = matrix.rows.length;
  let labelled = false;
  let section = '';
  let mixed = false;
  for (let row = start; row < last; row += 1) {
    const cells = matrix.rows[row]!;
    if (heads.length === 0 && row + 1 < last && isSectionRow(textsOf(cells))) {
      section = cells.find(({ text }) => text !== '')!.text;
      continue;
    }
    if (headsAndFigures(cells)) {
      heads.push(row);
      end = row;
      mixed = true;
      break;
    }
    if (isNumberingRow(cells)) {
      end = row + 1;
      break;
    }
    if (heads.length > 0 && row + 1 < last && isCodeRow(cells)) {
      rows.push(cells.map(({ text }) => comparable(text)));
      continue;
    }
    if (isBodyRow(cells, labelled)) {
      end = row;
      break;
    }
    heads.push(row);
    rows.push(cells.map(({ text }) => comparable(text)));
    labelled ||= cells.some(({ text }) => headRole(text) !== undefined);
    if (row === last - 1) end = last;
  }
  return { end, section, readings: readings(matrix, heads, mixed), rows };
}

/** True for the header printed again on a new page. */
export function repeatsHeader({ rows }: Header, cells: Cells): boolean {
  for (const row of rows) if (isSame(row, cells)) return !isFigure(cells[cells.length - 1]?.text ?? '');
  return false;
}

function isSame(row: readonly string[], cells: Cells): boolean {
  for (let column = 0; column < row.length; column += 1)
    if (comparable(cells[column]!.text) !== row[column]) return false;
  return true;
}

function readings(matrix: Matrix, heads: readonly number[], mixed: boolean): HeaderPath[][] {
  const literal = pathsOf(matrix, heads, mixed, 0);
  const found = [literal, ...regrouped(literal), ...withoutStrangers(literal)];
  if (looksShifted(literal))
    for (let shift = 1; shift <= 3; shift += 1) found.push(pathsOf(matrix, heads, mixed, shift));
  return found;
}

/**
 * The texts of the header rows by [level][column], the lower rows read `shift` columns further to the right than they
 * stand.
 */
function headTexts(matrix: Matrix, heads: readonly number[], mixed: boolean, shift: number): string[][] {
  return heads.map((row, level) => {
    const cells = matrix.rows[row]!;
    const by = level > 0 ? shift : 0;
    // Of a row that is header and total in one only the heads are read here.
    const headsOnly = mixed && level === heads.length - 1;
    const texts: string[] = [];
    for (let column = 0; column < matrix.width; column += 1) {
      const text = cells[column - by]?.text ?? '';
      texts.push(headsOnly && headRole(text) === undefined ? '' : text);
    }
    return texts;
  });
}

/**
 * Column paths, the lower header rows read `shift` columns further to the right than they stand.
 * @param mixed the last of the header rows is the row of the total too
 */
function pathsOf(matrix: Matrix, heads: readonly number[], mixed: boolean, shift: number): HeaderPath[] {
  const texts = headTexts(matrix, heads, mixed, shift);
  /** The lowest level at which a column has a text. */
  const lowest = new Array<number>(matrix.width).fill(-1);
  texts.forEach((line, level) => {
    line.forEach((text, column) => {
      if (text !== '') lowest[column] = level;
    });
  });
  const owners: (HeaderText | undefined)[][] = [];
  heads.forEach((row, level) => {
    const cells = matrix.rows[row]!;
    const above = owners[level - 1];
    const line: (HeaderText | undefined)[] = [];
    for (let column = 0; column < matrix.width; column += 1) {
      const text = texts[level]![column]!;
      const covered = shift === 0 ? cells[column]!.covered : undefined;
      if (text !== '') line.push({ text, column });
      else if (covered) line.push(ownerOf(owners, line, heads, covered));
      else {
        const sameParent = above === undefined || above[column] === above[column - 1];
        line.push(lowest[column]! > level && sameParent && column > 0 ? line[column - 1] : undefined);
      }
    }
    owners.push(line);
  });
  return Array.from({ length: matrix.width }, (_, column) => {
    const path: HeaderText[] = [];
    for (const line of owners) {
      const owner = line[column];
      if (owner && owner !== path[path.length - 1]) path.push(owner);
    }
    return path;
  });
}

function ownerOf(
  owners: readonly (readonly (HeaderText | undefined)[])[],
  line: readonly (HeaderText | undefined)[],
  heads: readonly number[],
  [row, column]: readonly [number, number],
): HeaderText | undefined {
  const level = heads.indexOf(row);
  return level < 0 ? undefined : level < owners.length ? owners[level]![column] : line[column];
}

/**
 * A cell that stands both as a column's own head and as the head of the group to its right has been shifted by
 * conversion: one of the two columns belongs to the group on the left. Both readings are offered.
 */
function regrouped(paths: readonly HeaderPath[]): HeaderPath[][] {
  const found: HeaderPath[][] = [];
  for (let column = 1; column + 1 < paths.length; column += 1) {
    const own = paths[column]!;
    const next = paths[column + 1]!;
    const left = paths[column - 1]!;
    const head = own[own.length - 1];
    if (!head || left.length < 2 || next.length !== own.length + 1 || next[own.length - 1] !== head) continue;
    const grouped: HeaderPath = [...left.slice(0, -1), next[next.length - 1]!];
    const alone: HeaderPath = own;
    found.push(paths.map((path, at) => (at === column ? grouped : at === column + 1 ? alone : path)));
    found.push(paths.map((path, at) => (at === column + 1 ? grouped : path)));
  }
  return found;
}

/**
 * Of a merged cell only the beginning is known: 公务用车购置及运行费 reaches over 购置费 and 运行费, and not over 公务接待费 beside them.
 * Heads that name something else than the group that they would lie in are offered without it.
 */
function withoutStrangers(paths: readonly HeaderPath[]): HeaderPath[][] {
  const freed = paths.map((path) => {
    const leaf = path[path.length - 1];
    const from = path.length < 2 ? -1 : path.findIndex((head) => head !== leaf && isStranger(head.text, leaf!.text));
    return from < 0 ? path : path.slice(from + 1);
  });
  return freed.some((path, column) => path !== paths[column]) ? [freed] : [];
}

function isStranger(group: string, leaf: string): boolean {
  const [outer, inner] = [meaningOf(group), meaningOf(leaf)];
  return (Object.keys(outer) as Dimension[]).some((name) => {
    const [above, below] = [outer[name], inner[name]];
    return above !== undefined && below !== undefined && !isWithin(name, below, above);
  });
}

/** True when a word that heads amounts stands under a word that heads names: the lower row has slid to the left. */
function looksShifted(paths: readonly HeaderPath[]): boolean {
  return paths.some((path, column) => {
    const [top] = path;
    const leaf = path[path.length - 1];
    // A head of names that conversion stretched over the amounts to its right is another matter.
    if (
      !top ||
      !leaf ||
      path.length < 2 ||
      top.column !== column ||
      headRole(top.text) === undefined ||
      headRole(leaf.text) !== undefined
    )
      return false;
    return isTotalHead(leaf.text) || Object.keys(meaningOf(leaf.text)).length > 0;
  });
}

/**
 * How far a reading is from a well-formed header: heads that are leaf and group at once, amounts under a name's head.
 */
export function anomalies(paths: readonly HeaderPath[]): number {
  let count = 0;
  paths.forEach((path, column) => {
    const head = path[path.length - 1];
    const next = paths[column + 1];
    if (head && next && next.length === path.length + 1 && next[path.length - 1] === head) count += 1;
  });
  return count + (looksShifted(paths) ? 1 : 0);
}
