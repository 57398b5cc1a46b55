import assert from 'node:assert/strict';
import type { Disclosure } from '../../src/model/disclosure';
import { cellName, parseCell } from '../../src/workbook/address';
import { plain } from '../../src/shared/decimal';
import type { Layout } from '../../src/workbook';
import type { CellStyle, CellValue, SheetPlan } from '../../src/workbook/plan';
import { paintStyles } from '../../src/workbook/plan';

/*
 * Questions that the tests ask of a laid-out sheet.
 */

export function sheetOf(plan: { readonly sheets: readonly SheetPlan[] }, name: string): SheetPlan {
  const sheet = plan.sheets.find((one) => one.name === name);
  assert.ok(sheet, `no sheet ${name}; there are ${plan.sheets.map((one) => one.name).join(', ')}`);
  return sheet;
}

export function valueAt(sheet: SheetPlan, cell: string): CellValue {
  const { row, column } = parseCell(cell)!;
  return sheet.values[row]?.[column] ?? null;
}

export function styleAt(sheet: SheetPlan, cell: string): CellStyle {
  const { row, column } = parseCell(cell)!;
  return paintStyles(sheet)[row]?.[column] ?? {};
}

/** Cells of the sheet that hold this value, by address. */
export function cellsWith(sheet: SheetPlan, value: CellValue): string[] {
  return sheet.values.flatMap((row, r) => row.flatMap((cell, c) => (cell === value ? [cellName(r, c)] : [])));
}

/** Values of a row of the sheet, by its number as a person counts it. */
export function rowAt(sheet: SheetPlan, row: number): readonly CellValue[] {
  return sheet.values[row - 1]!;
}

/** Merged ranges as A1:B2. */
export function mergesOf(sheet: SheetPlan): string[] {
  return sheet.merges.map(
    ({ row, column, rows, columns }) => `${cellName(row, column)}:${cellName(row + rows - 1, column + columns - 1)}`,
  );
}

/**
 * Every printed amount, dash and stray text stands in one cell of its own; no other cell of the forms is a number,
 * unless it says that it was taken from the text.
 */
export function assertNothingLost(source: Disclosure, layout: Layout): void {
  const taken = new Set<string>();
  let printed = 0;
  for (const { id, amount } of source.facts) {
    if (amount.raw === '') continue;
    const place = layout.cellOf(id);
    assert.ok(place, `figure ${id} (${amount.raw}) has no cell`);
    const key = `${place.sheet}!${place.cell}`;
    assert.ok(!taken.has(key), `two figures in ${key}`);
    taken.add(key);
    const value = valueAt(sheetOf(layout, place.sheet), place.cell);
    assert.equal(value, amount.printed ? Number(plain(amount.value)) : amount.raw, key);
    if (amount.printed) printed += 1;
  }
  const numbers = layout.sheets.flatMap(({ values }) => values.flat()).filter((value) => typeof value === 'number');
  const fromText = layout.sheets.flatMap(({ notes = [] }) => notes.filter(({ text }) => text.startsWith('取自正文')));
  assert.equal(numbers.length, printed + fromText.length, 'numbers in the sheets');
  const texts = new Set(layout.sheets.flatMap(({ values }) => values.flat()));
  for (const { text } of source.statements.flatMap(({ strays }) => strays)) assert.ok(texts.has(text), text);
}
