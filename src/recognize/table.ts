import type { Statement, StatementBlock, StatementRow, StrayText, Unit } from '../model/disclosure';
import type { PartialKey } from '../model/key';
import type { Place } from '../model/source';
import { type Amount, parseAmount } from '../shared/amount';
import { isTableNote } from '../vocabulary/labels';
import { readBody } from './body';
import { type ColumnBlock, type ColumnContent, draftBlocks, finishBlocks } from './columns';
import { fitOf } from './column-sums';
import { Figures } from './figures';
import { anomalies, type Header, isNumberingRow, readHeader, repeatsHeader } from './header';
import type { Matrix, MatrixCell } from './matrix';
import type { RowDraft } from './rows';

/*
 * One grid read as a table of figures: header, columns, rows, and which of them add up. Nothing here knows which form it is; the form,
 * once known, only adds what it says about all of its figures.
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
  if (header.readings[0] === undefined) return undefined;
  const bodyRows: number[] = [];
  const notes: TableNote[] = [];
  for (let row = header.end; row < matrix.rows.length; row += 1) {
    const cells = matrix.rows[row]!;
    const filled = cells.filter((cell) => cell.text !== '');
    if (filled.length === 1 && isTableNote(filled[0]!.text)) notes.push(filled[0]!);
    else if (!repeatsHeader(header, cells) && !isNumberingRow(filled.map((cell) => cell.text))) bodyRows.push(row);
  }
  const body = new Set(bodyRows);
  const amounts = matrix.rows.map((row, at) => (body.has(at) ? row.map(amountOf) : []));
  const contents = columnContents(matrix, bodyRows, amounts);
  const figures = new Figures(amounts);
  const readings = header.readings.map((paths) => draftBlocks(paths, contents));
  let best = 0;
  if (readings.length > 1) {
    const worth = readings.map(
      (drafts, at) => FITTING * fitOf(drafts, figures, bodyRows) - ANOMALY * (anomalies(header.readings[at]!) + headless(header.readings[at]!, contents)),
    );
    worth.forEach((value, at) => {
      if (value > worth[best]!) best = at;
    });
  }
  const blocks = finishBlocks(readings[best]!, figures, bodyRows);
  return blocks.length === 0 ? undefined : { matrix, header, bodyRows, notes, amounts, figures, blocks };
}

/** How many columns of figures a reading leaves without a head. */
function headless(paths: Header['readings'][number], contents: readonly ColumnContent[]): number {
  return paths.filter((path, column) => path.length === 0 && contents[column]!.figures > 0).length;
}

function amountOf({ text, decimals }: MatrixCell): Amount | undefined {
  const amount = parseAmount(text);
  return amount?.printed && decimals !== undefined && decimals > amount.decimals ? { ...amount, decimals } : amount;
}

function columnContents(
  matrix: Matrix,
  bodyRows: readonly number[],
  amounts: readonly (readonly (Amount | undefined)[])[],
): ColumnContent[] {
  return Array.from({ length: matrix.width }, (_, column) => {
    let figures = 0;
    let texts = 0;
    for (const row of bodyRows) {
      const amount = amounts[row]![column];
      if (amount?.printed) figures += 1;
      else if (amount === undefined) texts += 1;
    }
    return { figures, texts };
  });
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
  /** Figures of the statement's blocks, [block][row][column]; undefined where no amount is due or none could be read. */
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
      rootItem: setting.key.item ?? (flow === undefined ? `x:${setting.id}` : 'total'),
      ofProjects: setting.key.nature === 'project',
      entity: setting.entity,
      section: table.header.section,
    });
    figures.push(
      rows.map((row, r) =>
        block.columns.map((column, c) => {
          if (column.role !== 'amount') return undefined;
          const { text, place } = table.matrix.rows[row.index]![row.at[c]!]!;
          const amount = table.amounts[row.index]![row.at[c]!];
          if (amount) return { amount, place };
          strays.push({ block: at, row: r, column: c, text, place });
          return undefined;
        }),
      ),
    );
    blocks.push({ key, columns: block.columns, rows: rows.map((row) => finished(row, block.folds.length > 1)), facts: [] });
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
  };
  return { statement, figures };
}

function finished(row: RowDraft, folded: boolean): StatementRow {
  const { index, role, code, label, category, place, depth, key, parts, partial, fold } = row;
  return { index, role, code, label, category, place, depth, key, parts, partial, ...(folded ? { fold } : {}) };
}
