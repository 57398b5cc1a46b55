import {
  ICommandService,
  IUndoRedoService,
  type Injector,
  type IWorksheetData,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import { InsertSheetMutation, RemoveSheetMutation, SetWorksheetActiveOperation } from '@univerjs/preset-sheets-core';
import type { Plan, SheetPlan } from '../plan';
import { nameKey } from '../sheet-name';
import { BLANK_SHEET, blankSheet } from './engine';
import { readValues, type SheetExtras } from './read';
import { sheetData } from './sheet-data';

/*
 * The sheets of the workbook: put in, replaced, taken back. Univer's mutations are carried out directly, for its
 * commands would put our own writes among the steps that a person takes back with Ctrl+Z.
 */

/** A sheet that apply() replaced, as it was. */
interface Replaced {
  readonly data: IWorksheetData;
  readonly index: number;
}

/** What the last apply() did. */
interface Step {
  readonly made: readonly string[];
  readonly replaced: readonly Replaced[];
}

export class SheetStore {
  private readonly commands: ICommandService;
  private readonly unitId: string;
  private readonly extras = new Map<string, SheetExtras>();
  private step: Step | undefined;
  private count = 0;

  /**
   * @param width tells the width of the spreadsheet on the page, in pixels
   * @param forget is told the id of a sheet that will never come back
   */
  constructor(
    private readonly injector: Injector,
    private readonly workbook: Workbook,
    private readonly width: () => number,
    private readonly forget: (sheetId: string) => void,
  ) {
    this.commands = injector.get(ICommandService);
    this.unitId = workbook.getUnitId();
  }

  /**
   * The sheets in their order. Univer cannot do without a sheet: the blank one does not count until somebody uses it.
   */
  sheets(): Worksheet[] {
    return this.workbook.getSheets().filter((sheet) => !this.isUnusedBlank(sheet));
  }

  find(name: string): Worksheet | undefined {
    const key = nameKey(name);
    return this.sheets().find((sheet) => nameKey(sheet.getName()) === key);
  }

  /** What the plan of a sheet says beyond what Univer keeps. */
  extrasOf(sheet: Worksheet): SheetExtras | undefined {
    return this.extras.get(sheet.getSheetId());
  }

  apply(plan: Plan): void {
    // What a check came to is no fill: what was filled in before it is what undo takes back.
    if (this.sheets().length > 0 && plan.sheets.every(({ kind }) => kind === 'findings')) {
      this.report(plan.sheets);
      return;
    }
    this.closeStep();
    const made: string[] = [];
    const replaced: Replaced[] = [];
    for (const sheet of plan.sheets) {
      const before = this.find(sheet.name);
      const index = before ? this.workbook.getSheetIndex(before) : this.workbook.getSheetSize();
      made.push(this.insert(sheet, index));
      if (!before) continue;
      replaced.push({ data: before.getSnapshot(), index });
      this.remove(before.getSheetId(), made[made.length - 1]!);
    }
    this.step = { made, replaced };
    const [first] = made;
    if (first === undefined) return;
    const blank = this.workbook.getSheetBySheetId(BLANK_SHEET);
    if (blank && this.isUnusedBlank(blank)) this.remove(BLANK_SHEET, first);
    this.forgetTypedSteps();
    this.activate(this.workbook.getSheetBySheetId(first)!);
  }

  private report(sheets: readonly SheetPlan[]): void {
    for (const sheet of sheets) {
      const before = this.find(sheet.name);
      const id = this.insert(sheet, before ? this.workbook.getSheetIndex(before) : this.workbook.getSheetSize());
      const old = before?.getSheetId();
      const { made = [], replaced = [] } = this.step ?? {};
      if (this.step && (old === undefined || made.includes(old)))
        this.step = { made: [...made.filter((each) => each !== old), id], replaced };
      if (old === undefined) continue;
      this.remove(old, id);
      this.forget(old);
    }
    this.forgetTypedSteps();
  }

  undo(): boolean {
    if (!this.step) return false;
    const { made, replaced } = this.step;
    this.step = undefined;
    for (const { data, index } of replaced) this.run(InsertSheetMutation.id, { index, sheet: data });
    const back = new Set(replaced.map(({ data }) => data.id));
    const others = this.workbook.getSheets().filter((sheet) => !made.includes(sheet.getSheetId()));
    const next = others.find((sheet) => back.has(sheet.getSheetId())) ?? others[0];
    const nextId = next?.getSheetId() ?? BLANK_SHEET;
    if (!next) this.run(InsertSheetMutation.id, { index: 0, sheet: blankSheet() });
    for (const id of made) {
      if (!this.workbook.getSheetBySheetId(id)) continue;
      this.remove(id, nextId);
      this.forget(id);
    }
    this.forgetTypedSteps();
    this.activate(this.workbook.getSheetBySheetId(nextId)!);
    return true;
  }

  activate(sheet: Worksheet): void {
    if (this.workbook.getActiveSheet(true) === sheet) return;
    this.run(SetWorksheetActiveOperation.id, { subUnitId: sheet.getSheetId() });
  }

  /** The sheets that the step before replaced cannot come back any more. */
  private closeStep(): void {
    for (const { data } of this.step?.replaced ?? []) this.forget(data.id);
    this.step = undefined;
  }

  private insert(plan: SheetPlan, index: number): string {
    const id = `sheet-${(this.count += 1)}`;
    const sheet = sheetData(plan, id, this.workbook.getStyles(), this.width());
    this.run(InsertSheetMutation.id, { index, sheet });
    const unfrozen = plan.freeze.columns - Math.max(0, sheet.freeze.xSplit);
    this.extras.set(id, { kind: plan.kind, print: plan.print, unfrozen });
    return id;
  }

  /** Removes a sheet; the one that a person looks at is left for another first. */
  private remove(id: string, next: string): void {
    if (this.workbook.getActiveSheet(true)?.getSheetId() === id) {
      this.run(SetWorksheetActiveOperation.id, { subUnitId: next });
    }
    this.run(RemoveSheetMutation.id, { subUnitId: id });
  }

  private isUnusedBlank(sheet: Worksheet): boolean {
    return sheet.getSheetId() === BLANK_SHEET && readValues(sheet).length === 0;
  }

  /** Steps that a person could take back with Ctrl+Z speak of sheets that are no longer there. */
  private forgetTypedSteps(): void {
    this.injector.get(IUndoRedoService).clearUndoRedo(this.unitId);
  }

  private run(id: string, params: object): void {
    this.commands.syncExecuteCommand(id, { unitId: this.unitId, ...params });
  }
}
