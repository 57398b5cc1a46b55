import { cellName, parseCell } from '../address';
import type { Formula } from '../formula';
import {
  paintStyles,
  SEVERITIES,
  type CellNote,
  type CellStyle,
  type CellValue,
  type Link,
  type Mark,
  type Plan,
  type SheetPlan,
} from '../plan';
import { checkMarks, checkPlan } from '../plan-check';
import { WorkbookError, type SheetValues, type WorkbookPort } from '../port';
import { nameKey } from '../sheet-name';
import { xmlText } from '../../shared/characters';

/*
 * A workbook that exists in memory only: what tests read, and what the file writer writes.
 */

/** One cell as a reader of the workbook would see it. */
export interface MemoryCell {
  readonly value: CellValue;
  readonly link?: Link['target'];
  readonly formula?: Formula;
  /** With the fill of its mark, if it has one. */
  readonly style: CellStyle;
  /** Text of its notes, that of the mark and its severity first. */
  readonly note?: string;
}

/** A sheet and the marks on it. */
export interface MemorySheet {
  readonly plan: SheetPlan;
  /** By cell address. */
  readonly marks: ReadonlyMap<string, Mark>;
}

interface Entry {
  plan: SheetPlan;
  readonly marks: Map<string, Mark>;
}

/** What the note of a mark says: the severity in words, then why. */
export function noteText({ title, text }: Mark): string {
  return `${title}：${text}`;
}

/** Everything that stands on one cell: the mark first, then the remark that stays. */
export function joinedNote(mark: Mark | undefined, note: string | undefined): string {
  return [mark && noteText(mark), note].filter((text) => text !== undefined).join('\n');
}

/** The sheet with nothing in its texts that a file cannot hold: names of files and of their sheets may hold anything. */
function writableSheet(sheet: SheetPlan): SheetPlan {
  const values = sheet.values.map((row) => row.map((value) => (typeof value === 'string' ? xmlText(value) : value)));
  return { ...sheet, values, ...(sheet.notes && { notes: sheet.notes.map(writableNote) }) };
}

function writableNote(note: CellNote): CellNote {
  return { ...note, text: xmlText(note.text) };
}

export class MemoryWorkbook implements WorkbookPort {
  // A Map keeps the order of first insertion, which is the order of the sheets.
  private readonly entries = new Map<string, Entry>();

  async apply(plan: Plan): Promise<void> {
    checkPlan(plan);
    for (const sheet of plan.sheets)
      this.entries.set(nameKey(sheet.name), { plan: writableSheet(sheet), marks: new Map() });
    await this.mark(plan.marks);
  }

  async mark(marks: readonly Mark[]): Promise<void> {
    checkMarks(marks, new Set(this.entries.keys()));
    for (const mark of marks)
      this.entries.get(nameKey(mark.sheet))!.marks.set(mark.cell, { ...mark, text: xmlText(mark.text) });
  }

  async unmark(): Promise<void> {
    for (const { marks } of this.entries.values()) marks.clear();
  }

  async readBack(names?: readonly string[]): Promise<SheetValues[]> {
    const wanted = names && new Set(names.map((name) => nameKey(this.entry(name).plan.name)));
    return [...this.entries]
      .filter(([key]) => !wanted || wanted.has(key))
      .map(([, { plan }]) => ({ name: plan.name, values: plan.values }));
  }

  /** Sheets in their order, with their marks. */
  sheets(): readonly MemorySheet[] {
    return [...this.entries.values()];
  }

  /**
   * One cell of a sheet.
   * @throws WorkbookError unknown-sheet, invalid-cell.
   */
  cell(sheet: string, cell: string): MemoryCell {
    const { plan, marks } = this.entry(sheet);
    const at = parseCell(cell);
    if (!at) throw new WorkbookError('invalid-cell', `“${cell}”不是单元格地址。`);
    const mark = marks.get(cell);
    const note = plan.notes?.find(({ row, column }) => cellName(row, column) === cell)?.text;
    const style = paintStyles(plan)[at.row]?.[at.column] ?? {};
    const link = plan.links.find(({ row, column }) => cellName(row, column) === cell);
    const formula = plan.formulas?.find(({ row, column }) => cellName(row, column) === cell)?.formula;
    return {
      value: plan.values[at.row]?.[at.column] ?? null,
      ...(link && { link: link.target }),
      ...(formula && { formula }),
      style: mark ? { ...style, fill: SEVERITIES[mark.severity].fill } : style,
      ...((mark ?? note) !== undefined && { note: joinedNote(mark, note) }),
    };
  }

  private entry(sheet: string): Entry {
    const entry = this.entries.get(nameKey(sheet));
    if (!entry) throw new WorkbookError('unknown-sheet', `没有工作表“${sheet}”。`);
    return entry;
  }
}
