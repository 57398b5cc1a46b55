import type { Statement, StatementBlock, StatementRow, StrayText, Unit } from '../../model/disclosure';
import type { PartialKey } from '../../model/key';
import type { Place } from '../../model/source';
import { type Amount, parseAmount } from '../../shared/amount';
import { isCellError, OPEN_FORMULA } from '../../vocabulary/cell-errors';
import { isTableNote } from '../../vocabulary/labels';
import { readBody } from './body';
import { type ColumnBlock, type ColumnContent, type DraftBlock, draftBlocks, finishBlocks } from './columns';
import { fitOf } from './column-sums';
import { Figures } from './figures';
import { anomalies, type Header, type HeaderPath, isNumberingRow, readHeader, repeatsHeader } from './header';
import { type Matrix, type MatrixCell, onlyFilled } from '../layout/matrix';
import type { RowDraft } from './rows';

/*
 * One grid read as a table of figures: header, columns, rows, and which of them add up. Nothing here knows which form
 * it is; the form, once known, only adds what it says about all of its figures.
 */

export type TableNote = Statement['notes'][number];

export interface TableColumns {
  readonly matrix: Matrix;
  readonly header: Header;
  readonly bodyRows: readonly number[];
  /** Notes printed in rows of the table itself. */
  readonly notes: readonly TableNote[];
  readonly amounts: readonly (readonly (Amount | undefined)[])[];
  readonly figures: Figures;
  readonly blocks: readonly ColumnBlock[];
}

const FITTING = 3;
const ANOMALY = 4;

/** Reads header and columns; undefined when the grid holds no column of amounts. */
export function readColumns(matrix: Matrix, start: number): TableColumns | undefined {
  const header = readHeader(matrix, start);
  const [literal, ...others] = header.readings;
  if (literal === undefined) return undefined;
  const { bodyRows, notes } = bodyOf(matrix, header);
  const { amounts, contents } = amountsOf(matrix, bodyRows);
  const figures = new Figures(amounts, matrix.width);
  const readingOf = (paths: readonly HeaderPath[]): DraftBlock[] => draftBlocks(paths, contents, figures, bodyRows);
  let best = readingOf(literal);
  if (others.length > 0) {
    const worth = (paths: readonly HeaderPath[], reading: readonly DraftBlock[]): number =>
      FITTING * fitOf(reading, figures, bodyRows) - ANOMALY * (anomalies(paths) + headless(paths, contents));
    let most = worth(literal, best);
    for (const paths of others) {
      const reading = readingOf(paths);
      const value = worth(paths, reading);
      if (value > most) [best, most] = [reading, value];
    }
  }
  const blocks = finishBlocks(best);
  return blocks.length === 0 ? undefined : { matrix, header, bodyRows, notes, amounts, figures, blocks };
}

/** The rows below the header that belong to the table, and the notes between them. */
function bodyOf(matrix: Matrix, header: Header): Pick<TableColumns, 'bodyRows' | 'notes'> {
  const bodyRows: number[] = [];
  const notes: TableNote[] = [];
  for (let row = header.end; row < matrix.rows.length; row += 1) {
    const cells = matrix.rows[row]!;
    const alone = onlyFilled(cells);
    if (alone && isTableNote(alone.text)) notes.push(alone);
    else if (!repeatsHeader(header, cells) && !isNumberingRow(cells)) bodyRows.push(row);
  }
  return { bodyRows, notes };
}

/** How many columns of figures a reading leaves without a head. */
function headless(paths: readonly HeaderPath[], contents: readonly ColumnContent[]): number {
  return paths.filter((path, column) => path.length === 0 && contents[column]!.figures > 0).length;
}

function amountOf({ text, decimals }: MatrixCell): Amount | undefined {
  const amount = parseAmount(text);
  return decimals !== undefined && amount?.printed && decimals > amount.decimals ? { ...amount, decimals } : amount;
}

const PERCENT_SIGN = /[%％]$/;

function isDueAmount(text: string): boolean {
  return isCellError(text) || text === OPEN_FORMULA;
}

const NONE: readonly undefined[] = [];

/** Reads the cells of the body as amounts by [row][column], and counts what each column holds. */
function amountsOf(
  matrix: Matrix,
  bodyRows: readonly number[],
): Pick<TableColumns, 'amounts'> & { contents: readonly ColumnContent[] } {
  const amounts: (readonly (Amount | undefined)[])[] = matrix.rows.map(() => NONE);
  const contents = Array.from({ length: matrix.width }, () => ({ figures: 0, texts: 0, percents: 0 }));
  for (const row of bodyRows)
    amounts[row] = matrix.rows[row]!.map((cell, column) => {
      const amount = amountOf(cell);
      // An error value and a formula without a result stand where an amount is due.
      if (amount === undefined && isDueAmount(cell.text)) contents[column]!.figures += 1;
      else if (amount === undefined) contents[column]!.texts += 1;
      else if (amount.printed) {
        contents[column]!.figures += 1;
        if (PERCENT_SIGN.test(cell.text)) contents[column]!.percents += 1;
      }
      return amount;
    });
  return { amounts, contents };
}

/** What the surroundings of a table say about it. */
export interface TableSetting {
  readonly id: string;
  readonly title: string;
  readonly titlePlace: Statement['titlePlace'];
  readonly number: string;
  readonly unit: Unit;
  readonly entity: string;
  readonly key: PartialKey;
  /** Keys of the form's blocks, where the form is known. */
  readonly blockKeys: readonly PartialKey[];
  readonly notes: Statement['notes'];
}

export interface Figure {
  readonly amount: Amount;
  readonly place: Place;
}

export interface ReadTable {
  readonly statement: Statement;
  /**
   * Figures of the statement's blocks, [block][row][column]; undefined where no amount is due or none could be read.
   */
  readonly figures: readonly (readonly (readonly (Figure | undefined)[])[])[];
}

/** Reads the rows of a table whose columns are known. */
export function readTable(table: TableColumns, setting: TableSetting): ReadTable {
  const strays: StrayText[] = [];
  const blocks: StatementBlock[] = [];
  const figures: (Figure | undefined)[][][] = [];
  table.blocks.forEach((block, at) => {
    const key: PartialKey = { ...block.key, ...setting.blockKeys[at] };
    const flow = key.flow ?? setting.key.flow;
    const rows = readBody({
      cells: table.matrix.rows,
      bodyRows: table.bodyRows,
      figures: table.figures,
      block,
      flow,
      rootItem: setting.key.item ?? (flow === undefined && !flowsBoth(block) ? `x:${setting.id}` : 'total'),
      ofProjects: setting.key.nature === 'project',
      entity: setting.entity,
      section: table.header.section,
    });
    figures.push(rows.map((row, r) => figuresOf(table, at, row, r, strays)));
    const folded = block.folds.length > 1;
    blocks.push({ key, columns: block.columns, rows: rows.map((row) => finished(row, folded)), facts: [] });
  });
  const statement: Statement = {
    id: setting.id,
    title: setting.title,
    titlePlace: setting.titlePlace,
    place: table.matrix.place,
    number: setting.number,
    unit: setting.unit,
    key: setting.key,
    blocks,
    notes: [...table.notes.map(({ text, place }) => ({ text, place })), ...setting.notes],
    strays,
    ...(table.matrix.isLoose && { isLoose: true }),
  };
  return { statement, figures };
}

/** 本年收入 beside 本年支出: the rows are of all that there is, whichever way the money goes. */
function flowsBoth({ columns }: ColumnBlock): boolean {
  return ['income', 'expenditure'].every((flow) => columns.some(({ key }) => key.flow === flow));
}

/** The figures of one row of a block by column; texts where an amount was due are strays. */
function figuresOf(
  { blocks, matrix, amounts }: TableColumns,
  block: number,
  { index, at }: RowDraft,
  row: number,
  strays: StrayText[],
): (Figure | undefined)[] {
  const { columns } = blocks[block]!;
  const figures = new Array<Figure | undefined>(columns.length).fill(undefined);
  for (let column = 0; column < columns.length; column += 1) {
    if (columns[column]!.role !== 'amount') continue;
    const { text, place } = matrix.rows[index]![at[column]!]!;
    const amount = amounts[index]![at[column]!];
    if (amount) figures[column] = { amount, place };
    else strays.push({ block, row, column, text, place });
  }
  return figures;
}

/** A row as it stays; one of a list that is not printed side by side stands in no fold. */
function finished(
  { index, role, code, label, category, place, depth, key, parts, partial, fold }: RowDraft,
  folded: boolean,
): StatementRow {
  return folded
    ? { index, role, code, label, category, place, depth, key, parts, partial, fold }
    : { index, role, code, label, category, place, depth, key, parts, partial };
}
