/*
 * SourceDocument: what ingest/ makes of any format. Ordered blocks; every cell and line with its place. No meaning yet.
 */

/** 1-based place in pasted or plain text; columns and lengths count UTF-16 units. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}
/** 1-based page; for a cell of a table also which table of the page and which of its rows there. */
export interface PagePlace {
  readonly page: number;
  readonly table?: number;
  readonly row?: number;
}
export interface SheetPlace {
  readonly sheet: string;
  readonly cell: string;
}
/** Place in a flow document (docx, html): 1-based block, and row and cell within a table. */
export interface BlockPlace {
  readonly block: number;
  readonly row?: number;
  readonly cell?: number;
}
export type Place = TextPlace | PagePlace | SheetPlace | BlockPlace;

export interface SourceCell {
  /** As printed. */
  readonly text: string;
  readonly place: Place;
  /** Columns and rows that a merged cell covers; 1 when absent. */
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** For a number without a printed form (a spreadsheet cell): how many digits after the point it is good for. */
  readonly decimals?: number;
}

export interface LineBlock {
  readonly kind: 'line';
  readonly text: string;
  /** 1… for a heading that the format itself marks; absent for running text. */
  readonly headingLevel?: number;
  /** True inside the contents page: such lines name sections but do not open them. */
  readonly contents?: boolean;
  readonly place: Place;
}

export interface GridBlock {
  readonly kind: 'grid';
  /** Rows may be ragged: conversion drops trailing empty cells. */
  readonly rows: readonly (readonly SourceCell[])[];
  readonly place: Place;
  /** Its columns are only known by where the text stands: no lines, no tabs. */
  readonly isLoose?: boolean;
}

export type SourceBlock = LineBlock | GridBlock;

/** Something the reader of a document has to know; `place` absent when it concerns the whole document. */
export interface Message {
  readonly severity: 'error' | 'warning' | 'info';
  readonly text: string;
  readonly place?: Place;
}

export interface SourceDocument {
  /** File name or description, as given by the caller. */
  readonly name: string;
  readonly blocks: readonly SourceBlock[];
  readonly messages: readonly Message[];
}
