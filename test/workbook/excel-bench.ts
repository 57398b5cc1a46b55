import assert from 'node:assert/strict';
import { ExcelWorkbook } from '../../src/workbook/excel';
import type { Mark } from '../../src/workbook';
import { FakeExcel, type FakeExcelOptions, type FakeSheet } from '../support/fake-excel';
import { contains, parseArea } from '../support/fake-excel/area';

/*
 * What the tests of the Excel adapter share: a host with a workbook, and questions to its sheets.
 */

export interface Bench {
  readonly host: FakeExcel;
  readonly workbook: ExcelWorkbook;
}

let installed: FakeExcel | undefined;

/** A host with sheet 我的表, put in the place of the one before. */
export function bench(options: FakeExcelOptions = {}): Bench {
  removeBench();
  const host = (installed = new FakeExcel({ sheets: ['我的表'], ...options }).install());
  return { host, workbook: new ExcelWorkbook() };
}

/** To be called after every test. */
export function removeBench(): void {
  installed?.uninstall();
  installed = undefined;
}

export function mark(over: Partial<Mark> = {}): Mark {
  return { sheet: '我的表', cell: 'B2', severity: 'error', title: '错误', text: '应为 12.00', ...over };
}

/** Value of a cell; undefined where it is empty. */
export function valueOf(sheet: FakeSheet, cell: string): unknown {
  const { row, column } = parseArea(cell);
  const { value } = sheet.content(row, column);
  return value === '' ? undefined : value;
}

export function formulaOf(sheet: FakeSheet, cell: string): string | undefined {
  const { row, column } = parseArea(cell);
  return sheet.content(row, column).formula;
}

export function formatOf(sheet: FakeSheet, cell: string, property: string): unknown {
  const { row, column } = parseArea(cell);
  return sheet.format(row, column, property);
}

export function fillOf(sheet: FakeSheet, cell: string): string | undefined {
  const { row, column } = parseArea(cell);
  return sheet.visibleFill(row, column);
}

/** Text of the note or comment of a cell. */
export function remarkOf(sheet: FakeSheet, cell: string): string | undefined {
  const area = parseArea(cell);
  return [...sheet.notes, ...sheet.comments].find((one) => contains(one.cell, area))?.content;
}

/** Every sheet with its name, as JSON; not the sheets of these names. */
export function snapshot({ book }: FakeExcel, without: readonly string[] = []): string {
  const sheets = book.sheets.filter(({ name }) => !without.includes(name));
  return JSON.stringify(sheets.map((sheet) => [sheet.name, sheet.snapshot()]));
}

/** Requests that `work` makes. */
export async function requestsOf(
  host: FakeExcel,
  work: () => Promise<unknown>,
): Promise<{ syncs: number; bytes: number }> {
  host.resetCounts();
  await work();
  assert.deepEqual(host.errors, []);
  return { syncs: host.syncs, bytes: host.bytes };
}
