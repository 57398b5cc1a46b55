import {
  ICommandService,
  InterceptorEffectEnum,
  type ICellDataForSheetInterceptor,
  type Injector,
  type Nullable,
} from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import { RemoveNoteMutation, SheetsNoteModel, UpdateNoteMutation, type ISheetNote } from '@univerjs/preset-sheets-note';
import { MAX_COLUMNS } from '../address';
import { noteText } from '../memory';
import { SEVERITIES, type CellNote, type Mark } from '../plan';
import { lineCount } from '../layout/measure';
import { fillStyle } from './styles';

/*
 * Marks lie over the sheet: the fill is put in while a cell is drawn, and the cell itself is never touched. So a mark
 * is gone when it is gone, whatever was done to the cell meanwhile. Notes are Univer's own, told from a person's by
 * their id.
 */

const PREFIX = 'gouji-';
const LASTING = 'source-';
const NOTE_WIDTH = 300;
const NOTE_CHARACTERS = 34;
const LINE_HEIGHT = 20;
const MOST_LINES = 16;

/** A mark with the row and column of its cell. */
export interface PlacedMark {
  readonly row: number;
  readonly column: number;
  readonly mark: Mark;
}

const keyOf = (row: number, column: number): number => row * MAX_COLUMNS + column;

export class MarkLayer {
  private readonly marks = new Map<string, Map<number, PlacedMark>>();
  /** A person's note that a mark took the place of, by the id of our note. */
  private readonly hidden = new Map<string, ISheetNote>();
  private count = 0;
  private readonly commands: ICommandService;
  private readonly notes: SheetsNoteModel;

  constructor(
    injector: Injector,
    private readonly unitId: string,
  ) {
    this.commands = injector.get(ICommandService);
    this.notes = injector.get(SheetsNoteModel);
    injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      id: 'gouji-marks',
      // After number formats, which replace the style that an interceptor before them set.
      priority: 100,
      effect: InterceptorEffectEnum.Style,
      handler: (cell, { unitId, subUnitId, row, col }, next) => {
        const shown = next(cell);
        const placed = unitId === this.unitId ? this.marks.get(subUnitId)?.get(keyOf(row, col)) : undefined;
        return placed ? this.paint(shown, placed.mark) : shown;
      },
    });
  }

  /** Marks cells of one sheet; a cell that has a mark gets the new one. */
  add(sheetId: string, placed: readonly PlacedMark[]): void {
    const marks = this.marks.get(sheetId) ?? new Map<number, PlacedMark>();
    this.marks.set(sheetId, marks);
    for (const each of placed) {
      marks.set(keyOf(each.row, each.column), each);
      this.putNote(sheetId, each);
    }
  }

  /** Puts remarks on cells of a sheet just written; they stay when marks go, as a person's do. */
  remark(sheetId: string, notes: readonly CellNote[]): void {
    for (const { row, column, text } of notes) {
      const height = Math.min(MOST_LINES, lineCount(text, NOTE_CHARACTERS) + 1) * LINE_HEIGHT;
      this.count += 1;
      this.updateNote(sheetId, {
        id: `${LASTING}${this.count}`,
        row,
        col: column,
        width: NOTE_WIDTH,
        height,
        note: text,
        show: false,
      });
    }
  }

  /** Takes the marks off these cells, or off all of the sheet. */
  remove(sheetId: string, cells?: readonly { readonly row: number; readonly column: number }[]): void {
    const marks = this.marks.get(sheetId);
    if (!marks) return;
    const keys = cells ? cells.map(({ row, column }) => keyOf(row, column)) : [...marks.keys()];
    for (const key of keys) {
      const placed = marks.get(key);
      if (!placed) continue;
      marks.delete(key);
      if (cells)
        this.takeNote(sheetId, this.notes.getNote(this.unitId, sheetId, { row: placed.row, col: placed.column }));
    }
    // A note follows its cell when rows are inserted above it, a fill does not: so notes are found by their id.
    if (!cells) for (const note of this.ownNotes(sheetId)) this.takeNote(sheetId, note);
  }

  /** Forgets a sheet that is gone for good. */
  forget(sheetId: string): void {
    this.remove(sheetId);
    this.marks.delete(sheetId);
    for (const note of [...(this.notes.getSheetNotes(this.unitId, sheetId)?.values() ?? [])])
      this.removeNote(sheetId, note);
  }

  /** The marks on a sheet. */
  of(sheetId: string): readonly PlacedMark[] {
    return [...(this.marks.get(sheetId)?.values() ?? [])];
  }

  sheetIds(): readonly string[] {
    return [...this.marks.keys()];
  }

  private paint(cell: Nullable<ICellDataForSheetInterceptor>, { severity }: Mark): ICellDataForSheetInterceptor {
    return { ...cell, interceptorStyle: { ...cell?.interceptorStyle, ...fillStyle(SEVERITIES[severity].fill) } };
  }

  private ownNotes(sheetId: string): ISheetNote[] {
    return [...(this.notes.getSheetNotes(this.unitId, sheetId)?.values() ?? [])].filter(({ id }) =>
      id.startsWith(PREFIX),
    );
  }

  private putNote(sheetId: string, { row, column, mark }: PlacedMark): void {
    const before = this.notes.getNote(this.unitId, sheetId, { row, col: column });
    const own = before?.id.startsWith(PREFIX) ? before.id : undefined;
    const id = own ?? `${PREFIX}${(this.count += 1)}`;
    if (before && !own) {
      this.hidden.set(id, before);
      this.removeNote(sheetId, before);
    }
    const personal = this.hidden.get(id)?.note;
    const note = personal === undefined ? noteText(mark) : `${noteText(mark)}\n――\n${personal}`;
    const height = Math.min(MOST_LINES, lineCount(note, NOTE_CHARACTERS) + 1) * LINE_HEIGHT;
    this.updateNote(sheetId, { id, row, col: column, width: NOTE_WIDTH, height, note, show: false });
  }

  private takeNote(sheetId: string, note: Nullable<ISheetNote>): void {
    if (!note?.id.startsWith(PREFIX)) return;
    this.removeNote(sheetId, note);
    const personal = this.hidden.get(note.id);
    this.hidden.delete(note.id);
    if (personal) this.updateNote(sheetId, { ...personal, row: note.row, col: note.col });
  }

  private updateNote(sheetId: string, note: ISheetNote): void {
    const { row, col } = note;
    this.commands.syncExecuteCommand(UpdateNoteMutation.id, { unitId: this.unitId, sheetId, row, col, note });
  }

  private removeNote(sheetId: string, { id, row, col }: ISheetNote): void {
    this.commands.syncExecuteCommand(RemoveNoteMutation.id, { unitId: this.unitId, sheetId, noteId: id, row, col });
  }
}
