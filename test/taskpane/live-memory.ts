import type { SheetPlace } from '../../src/model/source';
import {
  cellName,
  MemoryWorkbook,
  WorkbookError,
  type CellValue,
  type Mark,
  type Plan,
  type SheetValues,
} from '../../src/workbook';
import type { Edit, LiveWorkbook } from '../../src/workbook/live';
import { nameKey } from '../../src/workbook/sheet-name';

/*
 * A workbook in memory that a person can type into. It keeps a record of what was asked of it.
 */

type Cells = Map<string, CellValue>;

export class LiveMemory implements LiveWorkbook {
  /** Every call that writes, in order. */
  readonly calls: string[] = [];
  /** The sheets of every readBack; undefined for all. */
  readonly reads: (readonly string[] | undefined)[] = [];
  selected: SheetPlace | undefined;
  /** The next call of this name fails with this error. */
  failing: { call: string; error: Error } | undefined;
  private memory = new MemoryWorkbook();
  private before: MemoryWorkbook | undefined;
  private readonly typed = new Map<string, Cells>();
  private readonly gone = new Set<string>();
  private readonly settings = new Map<string, string>();
  private readonly listeners = new Set<(edits: readonly Edit[]) => void>();

  async apply(plan: Plan): Promise<void> {
    this.note('apply');
    const before = await this.copy();
    await this.memory.apply(plan);
    for (const { name } of plan.sheets) this.typed.delete(nameKey(name));
    if (plan.sheets.some(({ kind }) => kind !== 'findings')) this.before = before;
  }

  async mark(marks: readonly Mark[]): Promise<void> {
    this.note(`mark ${marks.length}`);
    const names = await this.sheetNames();
    const missing = marks.find(({ sheet }) => !names.includes(sheet));
    if (missing) throw new WorkbookError('unknown-sheet', `没有工作表“${missing.sheet}”，无法标记。`);
    await this.memory.mark(marks);
  }

  async unmark(): Promise<void> {
    this.note('unmark');
    await this.memory.unmark();
  }

  async unmarkCells(places: readonly SheetPlace[]): Promise<void> {
    this.note(`unmark ${places.length}`);
    const gone = new Set(places.map(({ sheet, cell }) => `${sheet}!${cell}`));
    const marks = this.memory.sheets().flatMap(({ marks: own }) => [...own.values()]);
    await this.memory.unmark();
    await this.memory.mark(marks.filter(({ sheet, cell }) => !gone.has(`${sheet}!${cell}`)));
  }

  async protectedSheets(): Promise<string[]> {
    return [];
  }

  async readBack(names?: readonly string[]): Promise<SheetValues[]> {
    this.reads.push(names);
    const present = await this.sheetNames();
    const missing = names?.find((name) => !present.includes(name));
    if (missing !== undefined) throw new WorkbookError('unknown-sheet', `没有工作表“${missing}”。`);
    const sheets = await this.memory.readBack(names ?? present);
    return sheets.map(({ name, values }) => ({ name, values: this.withTyped(name, values) }));
  }

  async sheetNames(): Promise<string[]> {
    return (await this.memory.readBack()).map(({ name }) => name).filter((name) => !this.gone.has(name));
  }

  async select(place: SheetPlace): Promise<void> {
    this.note('select');
    this.selected = place;
  }

  async write(place: SheetPlace, value: string | number): Promise<void> {
    this.note('write');
    this.put(place, value);
  }

  onEdit(listener: (edits: readonly Edit[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async undo(): Promise<boolean> {
    this.note('undo');
    if (!this.before) return false;
    this.memory = this.before;
    this.before = undefined;
    return true;
  }

  async readSetting(key: string): Promise<string | undefined> {
    return this.settings.get(key);
  }

  async writeSetting(key: string, value: string): Promise<void> {
    this.note('setting');
    this.settings.set(key, value);
  }

  /** What a person types into cells of one sheet. */
  type(sheet: string, cells: Readonly<Record<string, CellValue>>): void {
    for (const [cell, value] of Object.entries(cells)) this.put({ sheet, cell }, value);
    this.tell(Object.keys(cells).map((range) => ({ sheet, range })));
  }

  /** What a person does when a sheet is deleted. */
  deleteSheet(sheet: string): void {
    this.gone.add(sheet);
    this.tell([{ sheet, range: 'A1' }]);
  }

  /** Marked cells with their notes. */
  marks(): Record<string, string> {
    const marks = this.memory
      .sheets()
      .flatMap(({ plan, marks: own }) =>
        [...own].map(([cell, { title, text }]): [string, string] => [`${plan.name}!${cell}`, `${title}：${text}`]),
      );
    return Object.fromEntries(marks);
  }

  /** The value of a cell as it stands. */
  valueOf({ sheet, cell }: SheetPlace): CellValue {
    const typed = this.typed.get(nameKey(sheet));
    return typed?.has(cell) ? typed.get(cell)! : this.memory.cell(sheet, cell).value;
  }

  private put({ sheet, cell }: SheetPlace, value: CellValue): void {
    const cells = this.typed.get(nameKey(sheet)) ?? new Map<string, CellValue>();
    this.typed.set(nameKey(sheet), cells.set(cell, value));
  }

  private tell(edits: readonly Edit[]): void {
    for (const listener of this.listeners) listener(edits);
  }

  private withTyped(name: string, values: SheetValues['values']): SheetValues['values'] {
    const typed = this.typed.get(nameKey(name));
    if (!typed) return values;
    return values.map((row, r) =>
      row.map((value, c) => {
        const cell = cellName(r, c);
        return typed.has(cell) ? typed.get(cell)! : value;
      }),
    );
  }

  private async copy(): Promise<MemoryWorkbook> {
    const copy = new MemoryWorkbook();
    const sheets = this.memory.sheets();
    await copy.apply({ sheets: sheets.map(({ plan }) => plan), marks: [] });
    await copy.mark(sheets.flatMap(({ marks }) => [...marks.values()]));
    return copy;
  }

  private note(call: string): void {
    this.calls.push(call);
    const { failing } = this;
    if (!failing || !call.startsWith(failing.call)) return;
    this.failing = undefined;
    throw failing.error;
  }
}
