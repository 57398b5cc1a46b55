import { ICommandService, type Univer, type Workbook, type Worksheet } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import {
  DeviceInputEventType,
  IEditorBridgeService,
  ILayoutService,
  IRenderManagerService,
  SetCellEditVisibleOperation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SheetSkeletonManagerService,
} from '@univerjs/preset-sheets-core';
import type { SheetPlace } from '../../model/source';
import { parseCell } from '../address';
import type { Edit, LiveWorkbook } from '../live';
import type { Mark, Plan } from '../plan';
import { checkMarks, checkPlan } from '../plan-check';
import { WorkbookError, type SheetValues } from '../port';
import { nameKey } from '../sheet-name';
import { EditReader } from './edits';
import { startUniver } from './engine';
import { FocusGuard } from './focus-guard';
import { MarkLayer, type PlacedMark } from './mark-layer';
import { linkOf, readSheet, readValues } from './read';
import { cellData } from './sheet-data';
import { SheetStore } from './sheet-store';

/*
 * The spreadsheet of the stand-alone page.
 */

// How long a sheet may take to be drawn before a cell of it is selected all the same, in steps of so many milliseconds.
const DRAWING_STEP = 10;
const DRAWING_STEPS = 100;
// How often, and how many milliseconds apart, a cell is brought into view until it is seen there.
const REVEAL_TURNS = 10;
const REVEAL_STEP = 40;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

export class UniverWorkbook implements LiveWorkbook {
  private readonly commands: ICommandService;
  private readonly store: SheetStore;
  private readonly marks: MarkLayer;
  private readonly edits: EditReader;
  private readonly settings = new Map<string, string>();
  private readonly listeners = new Set<(edits: readonly Edit[]) => void>();
  private quiet = false;

  private constructor(
    private readonly univer: Univer,
    private readonly api: FUniver,
    private readonly workbook: Workbook,
    container: HTMLElement,
    private readonly guard: FocusGuard | undefined,
  ) {
    const injector = univer.__getInjector();
    this.commands = injector.get(ICommandService);
    this.marks = new MarkLayer(injector, workbook.getUnitId());
    this.store = new SheetStore(
      injector,
      workbook,
      () => container.clientWidth,
      (sheetId) => this.marks.forget(sheetId),
    );
    this.edits = new EditReader(workbook);
    this.commands.onCommandExecuted((command) => this.tell(this.edits.read(command)));
    api.addEvent(api.Event.CellClicked, ({ worksheet, row, column }) => {
      const target = linkOf(worksheet.getSheet().getCellRaw(row, column));
      if (target && this.store.find(target.sheet)) void this.select(target);
    });
  }

  /**
   * Starts an empty workbook inside an element of the page.
   * @param beside what stands beside it and keeps the keyboard until the person leaves it
   */
  static open(container: HTMLElement, beside?: HTMLElement): UniverWorkbook {
    const guard = beside && new FocusGuard(beside);
    const { univer, api, workbook } = startUniver(container);
    return new UniverWorkbook(univer, api, workbook, container, guard);
  }

  async apply(plan: Plan): Promise<void> {
    checkPlan(plan);
    await this.finishEditing();
    this.quietly(() => {
      this.store.apply(plan);
      for (const { name, notes = [] } of plan.sheets)
        if (notes.length > 0) this.marks.remark(this.get(name).getSheetId(), notes);
    });
    await this.mark(plan.marks);
  }

  async undo(): Promise<boolean> {
    await this.finishEditing();
    const done = this.quietly(() => this.store.undo());
    this.redraw();
    return done;
  }

  async mark(marks: readonly Mark[]): Promise<void> {
    checkMarks(marks, new Set(this.store.sheets().map((sheet) => nameKey(sheet.getName()))));
    const bySheet = new Map<string, PlacedMark[]>();
    for (const mark of marks) {
      const id = this.get(mark.sheet).getSheetId();
      const placed = { ...this.position(mark.cell), mark };
      const list = bySheet.get(id);
      if (list) list.push(placed);
      else bySheet.set(id, [placed]);
    }
    this.quietly(() => bySheet.forEach((placed, id) => this.marks.add(id, placed)));
    this.redraw();
  }

  async unmark(): Promise<void> {
    this.quietly(() => this.marks.sheetIds().forEach((id) => this.marks.remove(id)));
    this.redraw();
  }

  async unmarkCells(places: readonly SheetPlace[]): Promise<void> {
    this.quietly(() => {
      for (const { sheet, cell } of places) {
        const id = this.store.find(sheet)?.getSheetId();
        if (id !== undefined) this.marks.remove(id, [this.position(cell)]);
      }
    });
    this.redraw();
  }

  async readBack(names?: readonly string[]): Promise<SheetValues[]> {
    const wanted = names && new Set(names.map((name) => this.get(name)));
    return this.store
      .sheets()
      .filter((sheet) => !wanted || wanted.has(sheet))
      .map((sheet) => ({ name: sheet.getName(), values: readValues(sheet) }));
  }

  async sheetNames(): Promise<string[]> {
    return this.store.sheets().map((sheet) => sheet.getName());
  }

  /** Nothing on the page can be protected. */
  async protectedSheets(): Promise<string[]> {
    return [];
  }

  async select({ sheet: name, cell }: SheetPlace): Promise<void> {
    const sheet = this.get(name);
    const { row, column } = this.position(cell);
    await this.finishEditing();
    this.store.activate(sheet);
    await this.drawn(sheet);
    const primary = sheet.getCellInfoInMergeData(row, column);
    const { startRow, endRow, startColumn, endColumn } = primary;
    const range = { startRow, endRow, startColumn, endColumn };
    const selection = { range, primary: { ...primary, actualRow: row, actualColumn: column }, style: null };
    await this.reveal(sheet, row, column, () =>
      this.commands.syncExecuteCommand(SetSelectionsOperation.id, {
        unitId: this.workbook.getUnitId(),
        subUnitId: sheet.getSheetId(),
        selections: [selection],
        reveal: true,
      }),
    );
    // Whoever goes to a cell wants to type there.
    this.guard?.allow();
    this.univer.__getInjector().get(ILayoutService).focus();
  }

  async write({ sheet: name, cell }: SheetPlace, value: string | number): Promise<void> {
    const sheet = this.get(name);
    const { row, column } = this.position(cell);
    await this.finishEditing();
    const data = { ...cellData(value), f: null, si: null, p: null };
    const params = {
      unitId: this.workbook.getUnitId(),
      subUnitId: sheet.getSheetId(),
      cellValue: { [row]: { [column]: data } },
    };
    this.quietly(() => this.commands.syncExecuteCommand(SetRangeValuesMutation.id, params));
  }

  onEdit(listener: (edits: readonly Edit[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async readSetting(key: string): Promise<string | undefined> {
    return this.settings.get(key);
  }

  async writeSetting(key: string, value: string): Promise<void> {
    this.settings.set(key, value);
  }

  /** Takes over what is being typed into a cell, as leaving the cell does. */
  async finishEditing(): Promise<void> {
    const editor = this.univer.__getInjector().get(IEditorBridgeService);
    if (!editor.isVisible().visible) return;
    await this.commands.executeCommand(SetCellEditVisibleOperation.id, {
      visible: false,
      eventType: DeviceInputEventType.PointerDown,
      unitId: this.workbook.getUnitId(),
    });
    // The value is set by a command that follows this one.
    await pause(0);
  }

  /** The workbook as it stands, marks included, for writing it to a file. */
  async toPlan(): Promise<Plan> {
    await this.finishEditing();
    const sheets = this.store.sheets().map((sheet) => readSheet(this.workbook, sheet, this.store.extrasOf(sheet)));
    const marks = this.store.sheets().flatMap((sheet) => {
      const placed = this.marks.of(sheet.getSheetId());
      return placed.map(({ mark }) => ({ ...mark, sheet: sheet.getName() }));
    });
    return { sheets, marks };
  }

  /** Ends the spreadsheet and takes it off the page. */
  dispose(): void {
    this.listeners.clear();
    this.univer.dispose();
  }

  private tell(edits: readonly Edit[]): void {
    if (edits.length === 0 || this.quiet) return;
    for (const listener of this.listeners) listener(edits);
  }

  /** Our own writes are no edits. */
  private quietly<T>(write: () => T): T {
    this.quiet = true;
    try {
      return write();
    } catch (cause) {
      if (cause instanceof WorkbookError) throw cause;
      throw new WorkbookError('host', '页面中的表格拒绝了这次写入。', { cause });
    } finally {
      this.quiet = false;
    }
  }

  private redraw(): void {
    this.api.getActiveWorkbook()?.getActiveSheet()?.refreshCanvas();
  }

  /** Waits until the sheet is drawn: before that a selection does not scroll. */
  private async drawn(sheet: Worksheet): Promise<void> {
    const render = this.univer.__getInjector().get(IRenderManagerService).getRenderById(this.workbook.getUnitId());
    const skeletons = render?.with(SheetSkeletonManagerService);
    for (let step = 0; step < DRAWING_STEPS; step += 1) {
      if (skeletons?.getCurrentParam()?.sheetId === sheet.getSheetId()) break;
      await pause(DRAWING_STEP);
    }
    await pause(DRAWING_STEP);
  }

  /** A sheet that was just turned to goes back to where it was scrolled to before, at a time of its own choosing. */
  private async reveal(sheet: Worksheet, row: number, column: number, select: () => void): Promise<void> {
    const { ySplit, xSplit } = sheet.getFreeze();
    for (let turn = 0; turn < REVEAL_TURNS; turn += 1) {
      select();
      await pause(REVEAL_STEP);
      const seen = this.api.getActiveWorkbook()?.getActiveSheet().getVisibleRange();
      if (!seen) continue;
      const isRowSeen = row < ySplit || (row >= seen.startRow && row <= seen.endRow);
      const isColumnSeen = column < xSplit || (column >= seen.startColumn && column <= seen.endColumn);
      if (isRowSeen && isColumnSeen) return;
    }
  }

  private get(name: string): Worksheet {
    const sheet = this.store.find(name);
    if (!sheet) throw new WorkbookError('unknown-sheet', `没有工作表“${name}”。`);
    return sheet;
  }

  private position(cell: string): { row: number; column: number } {
    const at = parseCell(cell);
    if (!at) throw new WorkbookError('invalid-cell', `“${cell}”不是单元格地址。`);
    return at;
  }
}
