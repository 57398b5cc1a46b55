import {
  ObjectMatrix,
  type ICellData,
  type ICommandInfo,
  type IRange,
  type Nullable,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import {
  AddWorksheetMergeMutation,
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  MoveColsMutation,
  MoveRangeMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  RemoveWorksheetMergeMutation,
  ReorderRangeMutation,
  SetRangeValuesMutation,
  SetWorksheetNameMutation,
  type ISetRangeValuesMutationParams,
} from '@univerjs/preset-sheets-core';
import { cellName } from '../address';
import type { Edit } from '../live';
import { linkOf } from './read';

/*
 * Which changes of Univer's model are edits: those that change a value, a merge, the order of rows, or what a sheet is
 * called. A change of looks is none.
 */

const STRUCTURE = new Set([
  InsertRowMutation.id,
  InsertColMutation.id,
  RemoveRowMutation.id,
  RemoveColMutation.id,
  MoveRowsMutation.id,
  MoveColsMutation.id,
  MoveRangeMutation.id,
  ReorderRangeMutation.id,
  AddWorksheetMergeMutation.id,
  RemoveWorksheetMergeMutation.id,
]);
const SHEETS = new Set([InsertSheetMutation.id, RemoveSheetMutation.id, SetWorksheetNameMutation.id]);

function rangeText({ startRow, endRow, startColumn, endColumn }: IRange): string {
  const first = cellName(startRow, startColumn);
  return startRow === endRow && startColumn === endColumn ? first : `${first}:${cellName(endRow, endColumn)}`;
}

function wholeSheet(sheet: Worksheet): string {
  return rangeText({
    startRow: 0,
    startColumn: 0,
    endRow: sheet.getRowCount() - 1,
    endColumn: sheet.getColumnCount() - 1,
  });
}

function changesValue(cell: Nullable<ICellData>): boolean {
  return !cell || 'v' in cell || 'f' in cell || 'p' in cell;
}

/** The cells whose value was set; a link of ours that Univer evaluated is no edit. */
function valueRange(sheet: Worksheet, { cellValue }: ISetRangeValuesMutationParams): IRange | undefined {
  if (!cellValue) return undefined;
  const range: IRange = { startRow: Infinity, endRow: -1, startColumn: Infinity, endColumn: -1 };
  new ObjectMatrix(cellValue).forValue((row, column, cell) => {
    if (!changesValue(cell) || linkOf(sheet.getCellRaw(row, column))) return;
    range.startRow = Math.min(range.startRow, row);
    range.endRow = Math.max(range.endRow, row);
    range.startColumn = Math.min(range.startColumn, column);
    range.endColumn = Math.max(range.endColumn, column);
  });
  return range.endRow < 0 ? undefined : range;
}

/** Tells edits from other commands. It remembers the names of the sheets, because a removed sheet has none any more. */
export class EditReader {
  private names = new Map<string, string>();

  constructor(private readonly workbook: Workbook) {
    this.refresh();
  }

  /** Takes the names as they are now. */
  refresh(): void {
    this.names = new Map(this.workbook.getSheets().map((sheet) => [sheet.getSheetId(), sheet.getName()]));
  }

  /** The edits that a command made; none for commands that changed no value. */
  read({ id, params }: Readonly<ICommandInfo>): Edit[] {
    if (SHEETS.has(id)) return this.sheetEdits();
    const { unitId, subUnitId } = (params ?? {}) as { unitId?: string; subUnitId?: string };
    if (unitId !== this.workbook.getUnitId()) return [];
    if (id === MoveRangeMutation.id) {
      const { from, to } = params as { from: { subUnitId: string }; to: { subUnitId: string } };
      return [...new Set([from.subUnitId, to.subUnitId])].flatMap((sheet) => this.whole(sheet));
    }
    if (subUnitId === undefined) return [];
    if (STRUCTURE.has(id)) return this.whole(subUnitId);
    if (id !== SetRangeValuesMutation.id) return [];
    const sheet = this.workbook.getSheetBySheetId(subUnitId);
    const range = sheet && valueRange(sheet, params as ISetRangeValuesMutationParams);
    return sheet && range ? [{ sheet: sheet.getName(), range: rangeText(range) }] : [];
  }

  private whole(id: string): Edit[] {
    const sheet = this.workbook.getSheetBySheetId(id);
    return sheet ? [{ sheet: sheet.getName(), range: wholeSheet(sheet) }] : [];
  }

  /** Sheets that came, went or were renamed, each as an edit of all its cells. */
  private sheetEdits(): Edit[] {
    const before = this.names;
    this.refresh();
    const names = new Set<string>();
    for (const [id, name] of before) if (this.names.get(id) !== name) names.add(name);
    for (const [id, name] of this.names) if (before.get(id) !== name) names.add(name);
    return [...names].map((sheet) => ({ sheet, range: 'A1' }));
  }
}
