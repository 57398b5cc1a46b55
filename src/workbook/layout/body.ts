import type { Disclosure, StatementRow } from '../../model/disclosure';
import { amountFormat, amountValue, amountWidth } from './amounts';
import type { Canvas } from './canvas';
import { eachAmountCell } from './cells';
import type { PlacedColumn } from './columns';
import { amountStyle, LOOK, ROW_HEIGHT } from './look';
import { INDENT_WIDTH, lineCount, rowHeight, textWidth } from './measure';
import type { BlockPlacement, SheetPlacement } from './placement';
import type { PlacedRow } from './rows';

/*
 * The body of a table: texts of the rows, amounts, and stray texts where an amount was due.
 */

/** Fewest decimals shown: none where a table in 元 prints none at all. */
export function leastDecimals(disclosure: Disclosure, { statement }: SheetPlacement): number {
  if (statement?.unit !== '元') return 2;
  const printsDecimals = statement.blocks.some(({ facts }) =>
    facts.some((row) => row.some((id) => id >= 0 && disclosure.facts[id]!.amount.decimals > 0)),
  );
  return printsDecimals ? 2 : 0;
}

const EMPTY_WIDTH = 80;
// A heading this much too long for its column widens it: 国有资本经营预算 is not broken before its last character.
const STRETCH = 4;

function widthFor({ width, heading }: PlacedColumn): number {
  const wanted = textWidth(heading[heading.length - 1] ?? '') + 0.5;
  return wanted > width && wanted <= width + STRETCH ? wanted : width;
}

/** Widths of the columns: what the form asks for, more where an amount would not fit. */
export function columnWidths(disclosure: Disclosure, sheet: SheetPlacement, least: number): number[] {
  // A table that lost all its columns still has a title and notes to show.
  if (sheet.columns.length === 0) return [EMPTY_WIDTH];
  const widths = sheet.columns.map(widthFor);
  for (const block of sheet.blocks) {
    eachAmountCell(block, (sourceRow, sourceColumn, _row, column) => {
      const id = block.source!.facts[sourceRow]?.[sourceColumn] ?? -1;
      if (id < 0) return;
      const { amount } = disclosure.facts[id]!;
      if (amount.printed) widths[column] = Math.max(widths[column]!, amountWidth(amount, least) + 2);
    });
  }
  if (!sheet.form) widenNames(sheet, widths);
  return widths;
}

const NAME_WIDTHS = { least: 16, most: 44, mostFolded: 26 };

/** Names of a table of no form: as wide as they need, within reason. */
function widenNames(sheet: SheetPlacement, widths: number[]): void {
  for (const { columns, rows, index } of sheet.blocks) {
    const name = columns.find(({ role }) => role === 'name');
    if (!name) continue;
    const isFolded = sheet.blocks.filter((other) => other.index === index).length > 1;
    const limit = isFolded ? NAME_WIDTHS.mostFolded : NAME_WIDTHS.most;
    const widest = (most: number, { label, indent }: PlacedRow): number =>
      Math.max(most, textWidth(label) + INDENT_WIDTH * indent + 2);
    widths[name.at] = Math.min(rows.reduce(widest, NAME_WIDTHS.least), limit);
  }
}

/** Digits of a code that go into one of several code columns: 类 has three, 款 and 项 have two each. */
function codePart(code: string, part: number, parts: number): string {
  if (parts === 1) return code;
  const from = part === 0 ? 0 : 1 + 2 * part;
  return code.slice(from, part === parts - 1 ? undefined : 3 + 2 * part);
}

interface TextColumns {
  readonly codes: readonly PlacedColumn[];
  readonly name: PlacedColumn | undefined;
  readonly category: PlacedColumn | undefined;
  readonly ordinals: readonly PlacedColumn[];
  /** Columns without figures at the left edge of the block, which a total's label spans. */
  readonly lead: readonly PlacedColumn[];
}

/** 行次 numbers every line of the sheet; another ordinal (序号) numbers the items. */
function numbersLines({ role, heading }: PlacedColumn): boolean {
  return role === 'ordinal' && heading.some((text) => text.includes('行次'));
}

function textColumns({ columns }: BlockPlacement): TextColumns {
  const lead: PlacedColumn[] = [];
  for (const column of columns) {
    if (column.role === 'amount' || numbersLines(column) || column.at !== columns[0]!.at + lead.length) break;
    lead.push(column);
  }
  return {
    codes: columns.filter(({ role }) => role === 'code'),
    name: columns.find(({ role }) => role === 'name'),
    category: columns.find(({ role }) => role === 'category'),
    ordinals: columns.filter(({ role }) => role === 'ordinal'),
    lead,
  };
}

function putText(canvas: Canvas, row: number, column: PlacedColumn, text: string, indent = 0): void {
  if (text === '') return;
  canvas.put(row, column.at, text);
  fitHeight(canvas, row, text, canvas.widthOf(column.at) - INDENT_WIDTH * indent);
}

function fitHeight(canvas: Canvas, row: number, text: string, width: number): void {
  const lines = lineCount(text, width);
  if (lines > 1) canvas.height(row, rowHeight(lines, ROW_HEIGHT));
}

/** A total without a code: its label stands in the middle of the text columns. */
function putTotal(canvas: Canvas, row: PlacedRow, { lead }: TextColumns): void {
  const first = lead[0]!;
  const area = { row: row.at, column: first.at, rows: 1, columns: lead.length };
  canvas.put(row.at, first.at, row.label);
  fitHeight(canvas, row.at, row.label, canvas.widthOf(first.at, lead.length));
  canvas.merge(area);
  canvas.style(area, LOOK.centred);
}

/** The head of a part of the table goes over the whole row. */
function putSection(canvas: Canvas, row: PlacedRow, { columns }: BlockPlacement): void {
  const own = columns.filter(({ added }) => !added);
  canvas.put(row.at, own[0]!.at, row.label);
  canvas.merge({ row: row.at, column: own[0]!.at, rows: 1, columns: own.length });
}

function putRowTexts(canvas: Canvas, row: PlacedRow, source: StatementRow | undefined, columns: TextColumns): void {
  const { codes, name, category, lead } = columns;
  const { code } = row;
  const note = source?.category ?? '';
  if (row.role === 'total' && code === '' && note === '' && lead.length > 0) {
    putTotal(canvas, row, columns);
    return;
  }
  codes.forEach((column, part) => putText(canvas, row.at, column, codePart(code, part, codes.length)));
  if (category) putText(canvas, row.at, category, note);
  // A text that has no column of its own still stands somewhere: beside the name.
  const beside = [codes.length === 0 ? code : '', row.label, category ? '' : note];
  const label = beside.filter((text) => text !== '').join(' ');
  const home = name ?? lead[lead.length - 1];
  if (!home) return;
  if (name) putText(canvas, row.at, home, label, row.indent);
  else putText(canvas, row.at, home, [canvas.valueAt(row.at, home.at) ?? '', label].join(' ').trim());
}

/** Runs of equal indent, so that a thousand rows take a handful of styles. */
function styleIndents(canvas: Canvas, block: BlockPlacement, name: PlacedColumn): void {
  const { rows } = block;
  for (let from = 0; from < rows.length;) {
    const { indent, at } = rows[from]!;
    let to = from + 1;
    while (to < rows.length && rows[to]!.indent === indent && rows[to]!.at === at + to - from) to += 1;
    if (indent > 0) canvas.style({ row: at, column: name.at, rows: to - from, columns: 1 }, { indent });
    from = to;
  }
}

/** 行次 counts on from block to block; 序号 begins anew in each. */
function putOrdinals(canvas: Canvas, sheet: SheetPlacement): void {
  let line = 0;
  for (const block of sheet.blocks) {
    for (const column of textColumns(block).ordinals) {
      if (numbersLines(column)) {
        const heads = new Set(block.rows.flatMap(({ section, at }) => (section ? [at] : [])));
        for (let row = sheet.bodyTop; row < sheet.bodyTop + sheet.bodyRows; row += 1) {
          if (!heads.has(row)) canvas.put(row, column.at, String((line += 1)));
        }
      } else {
        const items = block.rows.filter(({ role, source }) => role === 'item' && source >= 0);
        items.forEach((row, index) => canvas.put(row.at, column.at, String(index + 1)));
      }
    }
  }
}

function putAmounts(canvas: Canvas, disclosure: Disclosure, block: BlockPlacement, least: number): void {
  const amounts = block.columns.filter(({ role }) => role === 'amount');
  for (const row of block.rows) {
    if (!row.count) continue;
    for (const { at } of amounts)
      canvas.style({ row: row.at, column: at, rows: 1, columns: 1 }, amountStyle(amountFormat(0, 0)));
  }
  eachAmountCell(block, (sourceRow, sourceColumn, row, column) => {
    const id = block.source!.facts[sourceRow]?.[sourceColumn] ?? -1;
    if (id < 0) return;
    const { amount } = disclosure.facts[id]!;
    const value = amountValue(amount);
    canvas.put(row, column, value);
    if (amount.printed && amount.decimals > Math.max(least, 2)) {
      canvas.style({ row, column, rows: 1, columns: 1 }, amountStyle(amountFormat(amount.decimals)));
    }
  });
}

/** @returns stray texts that have no cell, or whose cell is taken: they are printed as notes. */
function putStrays(canvas: Canvas, { statement, blocks }: SheetPlacement): string[] {
  if (!statement || statement.strays.length === 0) return [];
  const homeless: string[] = [];
  // The rows of one block of the document may stand in several blocks of the sheet.
  const homes = new Map(
    blocks.flatMap((block) =>
      block.rows.map(({ source, at }) => [`${block.index}/${source}`, { row: at, block }] as const),
    ),
  );
  for (const { block: index, row: sourceRow, column: sourceColumn, text } of statement.strays) {
    const { row, block } = homes.get(`${index}/${sourceRow}`) ?? {};
    const column = block?.columns.find(({ source }) => source === sourceColumn);
    if (row === undefined || !column || canvas.valueAt(row, column.at) !== null) {
      homeless.push(text);
      continue;
    }
    putText(canvas, row, column, text);
    canvas.style({ row, column: column.at, rows: 1, columns: 1 }, LOOK.strayText);
  }
  return homeless;
}

function styleBody(canvas: Canvas, sheet: SheetPlacement, numberFormat: string): void {
  const { bodyTop: row, bodyRows: rows, columns } = sheet;
  for (let from = 0; from < columns.length;) {
    const { role, at } = columns[from]!;
    let to = from + 1;
    while (to < columns.length && columns[to]!.role === role) to += 1;
    const area = { row, column: at, rows, columns: to - from };
    if (role === 'amount') canvas.style(area, amountStyle(numberFormat));
    else canvas.style(area, role === 'ordinal' ? LOOK.centred : LOOK.text);
    from = to;
  }
  for (const block of sheet.blocks) {
    const first = block.columns[0];
    if (!first) continue;
    const own = block.columns.filter(({ added }) => !added);
    for (const { at, role, label } of block.rows) {
      if (role !== 'total' || label === '') continue;
      canvas.style({ row: at, column: first.at, rows: 1, columns: Math.max(1, own.length) }, LOOK.total);
    }
  }
}

/**
 * Writes the body of the sheet.
 * @param least decimals that every amount is shown with.
 * @returns texts that found no cell.
 */
export function putBody(canvas: Canvas, disclosure: Disclosure, sheet: SheetPlacement, least: number): string[] {
  canvas.extend(sheet.bodyTop + sheet.bodyRows);
  styleBody(canvas, sheet, amountFormat(0, least));
  for (const block of sheet.blocks) {
    const columns = textColumns(block);
    for (const row of block.rows) {
      if (row.section) putSection(canvas, row, block);
      else putRowTexts(canvas, row, block.source?.rows[row.source], columns);
    }
    if (columns.name) styleIndents(canvas, block, columns.name);
    putAmounts(canvas, disclosure, block, least);
  }
  putOrdinals(canvas, sheet);
  return putStrays(canvas, sheet);
}
