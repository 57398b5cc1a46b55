import { cellName, columnName, MAX_COLUMNS, MAX_ROWS, quoteSheet, type Area } from './address';

/*
 * The formulas that a plan can hold besides links: sums of cells, figures of another sheet, sums over the rows of a
 * list by their codes. They are built of places, never of text, so that nothing that a document says can become one.
 * All of them calculate alike in Excel, WPS and LibreOffice: no function that came after Excel 2007, none that takes
 * wildcards (these pass over codes that were typed as numbers), and no ROW(), whose result inside SUMPRODUCT is an
 * array.
 */

/** A cell of the sheet that the formula stands on, or of the named one. */
export interface FormulaCellRef {
  readonly sheet?: string;
  readonly row: number;
  readonly column: number;
}

/**
 * The rows of a list between two rows that stay where they are: whatever is inserted between these two belongs to the
 * list. A row that is inserted right under the first or right above the last is no exception.
 */
export interface ListRows {
  readonly sheet?: string;
  /** The row above the list; not part of it. */
  readonly after: number;
  /** The row under the list. */
  readonly before: number;
  /**
   * The row under the list may be taken in: it holds neither a code nor an amount that would count. Else it is left
   * out.
   */
  readonly open: boolean;
}

/** Which rows of a list count, by their codes. */
export type ListedRows =
  /** Every row. */
  | { readonly kind: 'all' }
  /** Codes of so many digits: the topmost. */
  | { readonly kind: 'digits'; readonly digits: number }
  /** One level (two digits) below the code of a row of the same sheet. */
  | { readonly kind: 'below'; readonly row: number }
  /** This code, digits only. */
  | { readonly kind: 'code'; readonly code: string };

export type Formula =
  /** The sum of areas of the same sheet. */
  | { readonly kind: 'sum'; readonly areas: readonly Area[] }
  /** What another cell shows. */
  | { readonly kind: 'same'; readonly cell: FormulaCellRef }
  /** The sum of a column over rows of a list. */
  | {
      readonly kind: 'listed';
      readonly list: ListRows;
      /** Columns that hold the code, from left to right; together they are one code. */
      readonly codes: readonly number[];
      readonly amounts: number;
      readonly rows: ListedRows;
    };

/** Digits that a code grows by from level to level: 类 has three, 款 and 项 have two more each. */
export const LEVEL_DIGITS = 2;

function areaText({ row, column, rows, columns }: Area): string {
  const first = cellName(row, column);
  return rows * columns === 1 ? first : `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
}

/**
 * A column of a list. In the sheet of the list itself the formula stands in one of its two end rows or in the list: the
 * first row is taken by INDEX, which makes a reference and reads nothing, so that a formula does not count itself.
 */
function columnText({ sheet, after, before, open }: ListRows, column: number, fixed: boolean): string {
  const name = `${fixed ? '$' : ''}${columnName(column)}`;
  if (sheet !== undefined) return `${quoteSheet(sheet)}!${name}$${after + 1}:${name}$${before + 1}`;
  // The lower end stays when a row is copied, the upper end goes with it.
  const whole = `${name}${after + 1}:${name}$${before + 1}`;
  return open ? `INDEX(${whole},2):${name}$${before + 1}` : `INDEX(${whole},2):INDEX(${whole},ROWS(${whole})-1)`;
}

function codesText(list: ListRows, codes: readonly number[]): string {
  return codes.map((column) => columnText(list, column, true)).join('&');
}

function conditionText(list: ListRows, codes: readonly number[], rows: Exclude<ListedRows, { kind: 'all' }>): string {
  const all = codesText(list, codes);
  switch (rows.kind) {
    case 'digits':
      return `(LEN(${all})=${rows.digits})*1`;
    case 'code':
      return `(${all}&""="${rows.code}")*1`;
    case 'below': {
      const own = codes.map((column) => `$${columnName(column)}${rows.row + 1}`).join('&');
      return `(LEN(${all})=LEN(${own})+${LEVEL_DIGITS})*(LEFT(${all},LEN(${own}))=${own}&"")`;
    }
  }
}

/**
 * A formula without its equals sign.
 * @example formulaText({ kind: 'sum', areas: [{ row: 6, column: 1, rows: 3, columns: 1 }] }) // 'SUM(B7:B9)'
 */
export function formulaText(formula: Formula): string {
  switch (formula.kind) {
    case 'sum':
      return `SUM(${formula.areas.map(areaText).join(',')})`;
    case 'same': {
      const { sheet, row, column } = formula.cell;
      return `${sheet === undefined ? '' : `${quoteSheet(sheet)}!`}${cellName(row, column)}`;
    }
    case 'listed': {
      const { list, codes, amounts, rows } = formula;
      const figures = columnText(list, amounts, false);
      return rows.kind === 'all' ? `SUM(${figures})` : `SUMPRODUCT(${conditionText(list, codes, rows)},${figures})`;
    }
  }
}

function isCell(row: number, column: number): boolean {
  return (
    Number.isInteger(row) &&
    Number.isInteger(column) &&
    row >= 0 &&
    column >= 0 &&
    row < MAX_ROWS &&
    column < MAX_COLUMNS
  );
}

/** True for a formula whose every part is a place that there is, and whose code is one. */
export function isFormula(formula: Formula): boolean {
  switch (formula.kind) {
    case 'sum':
      return (
        formula.areas.length > 0 &&
        formula.areas.every(
          ({ row, column, rows, columns }) =>
            isCell(row, column) && rows > 0 && columns > 0 && isCell(row + rows - 1, column + columns - 1),
        )
      );
    case 'same':
      return isCell(formula.cell.row, formula.cell.column);
    case 'listed': {
      const { list, codes, amounts, rows } = formula;
      const placed =
        [...codes, amounts].every((column) => isCell(list.after, column) && isCell(list.before, column)) &&
        list.before > list.after + 1;
      if (rows.kind === 'all') return placed;
      return (
        placed &&
        codes.length > 0 &&
        (rows.kind === 'code' ? /^\d+$/.test(rows.code) : isCell(rows.kind === 'below' ? rows.row : rows.digits, 0))
      );
    }
  }
}

/** Names of the other sheets that a formula reads. */
export function sheetsOf(formula: Formula): string[] {
  const sheet =
    formula.kind === 'same' ? formula.cell.sheet : formula.kind === 'listed' ? formula.list.sheet : undefined;
  return sheet === undefined ? [] : [sheet];
}
