import type { Profile, Statement, Unit } from '../../model/disclosure';
import type { PartialKey } from '../../model/key';
import type { GridBlock, Message, SourceBlock } from '../../model/source';
import { isAttachment, isOfAssessment } from '../../vocabulary/attachments';
import { unitOfHead } from '../../vocabulary/heads';
import { isFromTextNote, isTableNote } from '../../vocabulary/labels';
import { isChartGrid } from '../attachments/charts';
import { withKey } from '../forms';
import type { Layout, PrintedGrid } from '../layout';
import type { Caption } from '../layout/caption';
import { toMatrix } from '../layout/matrix';
import type { ColumnBlock } from './columns';
import { readColumns, type TableColumns } from '.';

/* Which grids of a document are tables of figures: those that have a head, and are neither chart nor attachment. */

/** A table of figures with what stands around it. */
export interface FoundTable {
  readonly columns: TableColumns;
  readonly caption: Caption;
  readonly notes: Statement['notes'];
  /** A sheet of ours that was filled in from the explanation. */
  readonly fromText: boolean;
}

/** The tables of a document in the order of print. */
export function findTables({ blocks, grids }: Layout): FoundTable[] {
  return grids.flatMap((grid) => readGrid(grid, blocks) ?? []);
}

function readGrid(
  { at, block, above, grid, outer, caption, captionRows }: PrintedGrid,
  blocks: readonly SourceBlock[],
): FoundTable | undefined {
  if (isAttachment(outer.title) || isAttachment(caption.title) || isChartGrid(block, above)) return undefined;
  if (isAssessment(grid)) return undefined;
  const columns = readColumns(toMatrix(grid), captionRows);
  if (!columns?.blocks.some(isHeaded)) return undefined;
  // Sheets of ours bear the note in the first cell of a row.
  const fromText = grid.rows.some((row) => isFromTextNote(row.find(({ text }) => text !== '')?.text ?? ''));
  const unit = unitOfHeads(columns.blocks) ?? caption.unit;
  return { columns, caption: { ...caption, unit }, notes: notesAfter(blocks, at), fromText };
}

/** What the heads of all columns of money say that they are in: it is nearer than what stands above the table. */
function unitOfHeads(blocks: readonly ColumnBlock[]): Unit | undefined {
  const units = new Set<string | undefined>();
  for (const { columns } of blocks)
    for (const { role, key, path } of columns)
      if (role === 'amount' && key.stage !== 'count' && key.stage !== 'rate')
        units.add(
          path
            .map(unitOfHead)
            .filter((unit) => unit !== undefined)
            .pop(),
        );
  const [unit, ...others] = units;
  return others.length === 0 ? (unit as Unit | undefined) : undefined;
}

function isAssessment({ rows }: GridBlock): boolean {
  for (const row of rows) for (const { text } of row) if (isOfAssessment(text)) return true;
  return false;
}

function notesAfter(blocks: readonly SourceBlock[], at: number): Statement['notes'] {
  const notes: { text: string; place: Message['place'] & object }[] = [];
  for (let next = at + 1; next < blocks.length; next += 1) {
    const block = blocks[next]!;
    if (block.kind !== 'line' || !isTableNote(block.text)) break;
    notes.push({ text: block.text, place: block.place });
  }
  return notes;
}

/** Data of a chart, or a table whose beginning was not pasted, has no heads: its figures cannot be told. */
function isHeaded({ columns }: ColumnBlock): boolean {
  return columns.some(({ path }) => path.length > 0);
}

/** The same table without the stage that the document is about. */
export function ofOwnStage(table: FoundTable, kind: Profile['kind']): FoundTable {
  return { ...table, columns: { ...table.columns, blocks: withoutOwnStage(table.columns.blocks, kind) } };
}

/** 预算数 in a budget and 决算数 in final accounts is what the document is about and needs no telling apart. */
function withoutOwnStage(blocks: readonly ColumnBlock[], kind: Profile['kind']): ColumnBlock[] {
  const own = (key: PartialKey): PartialKey => {
    if (key.stage !== kind) return key;
    const { stage: _stage, ...rest } = key;
    return rest;
  };
  return blocks.map((block) => ({
    ...block,
    columns: block.columns.map((column) => (column.key.stage === kind ? withKey(column, own(column.key)) : column)),
    foldKeys: block.foldKeys.map(own),
  }));
}
