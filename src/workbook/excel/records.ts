/*
 * What is kept inside the workbook besides its cells: which marks are ours, and what the last fill can be taken back
 * to. Whoever opens the file may have changed it, so it is read with care.
 */

export const MARKS_KEY = 'gouji.marks';
export const UNDO_KEY = 'gouji.undo';

/** Where the pane's own texts are kept, apart from ours. */
export function settingKey(key: string): string {
  return `gouji.text.${key}`;
}

/** A sheet as it was called and numbered at the time. Excel numbers sheets anew whenever a file is opened. */
export interface SheetRef {
  readonly id: string;
  readonly name: string;
}

export interface KeptMark {
  readonly cell: string;
  /** Its note, by which the note is known again wherever the cell has moved. */
  readonly text: string;
  /** RRGGBB that we filled the cell with, where there are no conditional formats. */
  readonly fill?: string;
  /** RRGGBB that the cell had until then; null is no fill. Of several marks on a cell the first one tells the truth. */
  readonly before?: string | null;
}

/** Marks of one sheet, oldest first. */
export interface KeptSheet extends SheetRef {
  readonly marks: readonly KeptMark[];
}

export interface ReplacedSheet {
  readonly sheet: SheetRef;
  /** Absent where this Excel could not make one. */
  readonly backup?: SheetRef;
  readonly visibility: string;
  /** What must be put back, from A1. */
  readonly rows: number;
  readonly columns: number;
  /** Marks that stood on it. */
  readonly marks: readonly KeptMark[];
}

/** The last fill. */
export interface UndoRecord {
  readonly added: readonly SheetRef[];
  readonly replaced: readonly ReplacedSheet[];
}

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function parse(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isRef(value: unknown): value is Json & SheetRef {
  return isObject(value) && typeof value['id'] === 'string' && typeof value['name'] === 'string';
}

function refOf({ id, name }: SheetRef): SheetRef {
  return { id, name };
}

function marksFrom(value: unknown): KeptMark[] {
  return list(value).flatMap(({ cell, text, fill, before }) => {
    if (typeof cell !== 'string' || typeof text !== 'string') return [];
    return [
      {
        cell,
        text,
        ...(typeof fill === 'string' && { fill }),
        ...((typeof before === 'string' || before === null) && { before }),
      },
    ];
  });
}

/** Reads the setting MARKS_KEY. */
export function readMarks(setting: unknown): KeptSheet[] {
  return list(parse(setting)).flatMap((entry) =>
    isRef(entry) ? [{ ...refOf(entry), marks: marksFrom(entry['marks']) }] : [],
  );
}

/** Reads the setting UNDO_KEY; undefined when there is nothing to take back. */
export function readUndo(setting: unknown): UndoRecord | undefined {
  const record = parse(setting);
  if (!isObject(record)) return undefined;
  const added = list(record['added']).filter(isRef).map(refOf);
  const replaced = list(record['replaced']).flatMap((entry) => {
    const { sheet, backup, visibility, rows, columns, marks } = entry;
    if (!isRef(sheet) || typeof rows !== 'number' || typeof columns !== 'number') return [];
    return [
      {
        sheet: refOf(sheet),
        ...(isRef(backup) && { backup: refOf(backup) }),
        visibility: typeof visibility === 'string' ? visibility : 'Visible',
        rows,
        columns,
        marks: marksFrom(marks),
      },
    ];
  });
  return added.length + replaced.length > 0 ? { added, replaced } : undefined;
}
