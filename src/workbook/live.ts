import type { SheetPlace } from '../model/source';
import type { WorkbookPort } from './port';

/*
 * What a spreadsheet that a person is looking at can do besides carrying out a plan. Files and tests do without.
 */

/** What a person edited: a rectangle in A1 notation ('B7', 'B7:D9'). */
export interface Edit {
  readonly sheet: string;
  readonly range: string;
}

export interface LiveWorkbook extends WorkbookPort {
  /** Names of all sheets, in order. */
  sheetNames(): Promise<string[]>;

  /** Names of the sheets that cannot be written to or marked until a person lifts their protection. */
  protectedSheets(): Promise<string[]>;

  /**
   * Removes the marks of these cells and of no others; cells without a mark and sheets that are gone are passed over.
   * @throws WorkbookError host, before any is removed.
   */
  unmarkCells(places: readonly SheetPlace[]): Promise<void>;

  /**
   * Brings a cell into view and selects it.
   * @throws WorkbookError unknown-sheet, invalid-cell, host.
   */
  select(place: SheetPlace): Promise<void>;

  /**
   * Writes one value; text stays text, whatever it begins with. The cell keeps its format.
   * @throws WorkbookError unknown-sheet, invalid-cell, host.
   */
  write(place: SheetPlace, value: string | number): Promise<void>;

  /**
   * Tells of edits that a person made; never of our own writes.
   * @returns a function that stops it
   */
  onEdit(listener: (edits: readonly Edit[]) => void): () => void;

  /**
   * Takes the last apply() back (a plan of nothing but results, kind findings, is none to take back): sheets that it
   * made go, sheets that it replaced come back as they were.
   * @returns false when there is nothing to take back
   * @throws WorkbookError host.
   */
  undo(): Promise<boolean>;

  /** A text kept inside the workbook under a key, so that it travels with the file; undefined when there is none. */
  readSetting(key: string): Promise<string | undefined>;
  writeSetting(key: string, value: string): Promise<void>;
}
