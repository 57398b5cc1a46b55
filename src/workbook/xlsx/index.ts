import type * as ExcelJs from 'exceljs';
import type { Workbook, WorkbookModel, Worksheet } from 'exceljs';
import { areaName, cellName, linkFormula, parseCell, quoteSheet } from '../address';
import { formulaText } from '../formula';
import { joinedNote, MemoryWorkbook, type MemorySheet } from '../memory';
import {
  paintStyles,
  SEVERITIES,
  type CellStyle,
  type Mark,
  type Plan,
  type PrintSetup,
  type SheetPlan,
} from '../plan';
import { WorkbookError, type SheetValues, type WorkbookPort } from '../port';
import { noteBox, type NoteBox } from './note-box';
import { StyleTable } from './styles';
import { allowTextNumbers } from './text-numbers';
import { fixZipTimes } from '../../shared/zip-time';

/*
 * A workbook as an .xlsx file. It is kept in memory and written as a whole: what was marked and unmarked before leaves
 * no trace in the file.
 */

const A4 = 9;
const POINTS_PER_INCH = 72;
const NOTE_FONT = { name: '宋体', size: 9 };
/** Who made the file, in its properties. */
export const CREATOR = '勾稽';
// A file holds no time of its making: the same plan gives the same bytes.
const NO_TIME = new Date(0);

/** The library is large, so it is loaded when a file is written and not before. */
async function loadLibrary(): Promise<typeof ExcelJs> {
  const library = await import('exceljs');
  // A bundler and Node differ in where they put what the library exports.
  return 'default' in library ? library.default : library;
}

function setUpPage(sheet: Worksheet, { orientation, pagesTall, margins, centred, pageNumbers }: PrintSetup): void {
  const side = margins.side / POINTS_PER_INCH;
  const edge = margins.edge / POINTS_PER_INCH;
  Object.assign(sheet.pageSetup, {
    paperSize: A4,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: pagesTall,
    horizontalCentered: centred,
    margins: {
      left: side,
      right: side,
      top: margins.top / POINTS_PER_INCH,
      bottom: margins.bottom / POINTS_PER_INCH,
      header: edge,
      footer: edge,
    },
  });
  if (pageNumbers) sheet.headerFooter.oddFooter = '&C第 &P 页，共 &N 页';
}

// A spreadsheet program reads _x0041_ inside a text as the letter A; the underscore itself is written as _x005F_.
function literal(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function writeCells(sheet: Worksheet, plan: SheetPlan, styles: StyleTable, marks: ReadonlyMap<string, Mark>): void {
  const painted = paintStyles(plan);
  const links = new Map(plan.links.map(({ row, column, target }) => [cellName(row, column), target]));
  const formulas = new Map(plan.formulas?.map(({ row, column, formula }) => [cellName(row, column), formula]));
  plan.values.forEach((values, row) => {
    const line = sheet.getRow(row + 1);
    line.height = plan.defaultRowHeight;
    values.forEach((value, column) => {
      const cell = line.getCell(column + 1);
      const address = cellName(row, column);
      const target = links.get(address);
      const formula = formulas.get(address);
      if (formula) cell.value = { formula: formulaText(formula), result: value as number };
      else if (target) cell.value = { formula: linkFormula(target, String(value)), result: String(value) };
      else if (value !== null) cell.value = typeof value === 'string' ? literal(value) : value;
      cell.style = styles.get(painted[row]![column]!);
    });
  });
  for (const { row, height } of plan.rowHeights) sheet.getRow(row + 1).height = height;
  writeNotes(sheet, plan, marks);
  writeMarks(sheet, plan, painted, styles, marks);
}

/** Remarks on cells without a mark; those of marked cells stand under it. */
function writeNotes(sheet: Worksheet, { notes = [] }: SheetPlan, marks: ReadonlyMap<string, Mark>): void {
  for (const { row, column, text } of notes) {
    const address = cellName(row, column);
    if (!marks.has(address)) sheet.getCell(address).note = { texts: [{ text, font: NOTE_FONT }] };
  }
}

function writeMarks(
  sheet: Worksheet,
  plan: SheetPlan,
  painted: readonly (readonly CellStyle[])[],
  styles: StyleTable,
  marks: ReadonlyMap<string, Mark>,
): void {
  for (const [address, mark] of marks) {
    const { row, column } = parseCell(address)!;
    const cell = sheet.getCell(address);
    cell.style = styles.get({ ...painted[row]?.[column], fill: SEVERITIES[mark.severity].fill });
    const rest = joinedNote(mark, noteAt(plan, address)).slice(mark.title.length);
    cell.note = {
      texts: [
        { text: mark.title, font: { ...NOTE_FONT, bold: true } },
        { text: rest, font: NOTE_FONT },
      ],
    };
  }
}

function noteAt({ notes = [] }: SheetPlan, address: string): string | undefined {
  return notes.find(({ row, column }) => cellName(row, column) === address)?.text;
}

function writeSheet(workbook: Workbook, { plan, marks }: MemorySheet, styles: StyleTable): void {
  const { rows, columns } = plan.freeze;
  const frozen = { state: 'frozen', xSplit: columns, ySplit: rows, topLeftCell: cellName(rows, columns) } as const;
  const sheet = workbook.addWorksheet(plan.name, {
    views: [rows + columns > 0 ? frozen : { state: 'normal' }],
    properties: { defaultRowHeight: plan.defaultRowHeight },
  });
  plan.columnWidths.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  writeCells(sheet, plan, styles, marks);
  for (const { row, column, rows: down, columns: across } of plan.merges) {
    sheet.mergeCellsWithoutStyle(row + 1, column + 1, row + down, column + across);
  }
  if (plan.filter) sheet.autoFilter = areaName(plan.filter);
  setUpPage(sheet, plan.print);
}

/** Parts of the library's own model that are set here because its interface does not reach them. */
interface ReachedModel {
  readonly definedNames: { name: string; ranges: string[]; localSheetId: number }[];
  readonly worksheets: readonly {
    readonly name: string;
    readonly rows: readonly { readonly cells: readonly { readonly address: string; readonly comment?: NoteBox }[] }[];
  }[];
}

/**
 * Print titles by our own hand, because the library does not double a quote in a sheet's name; and notes as large as
 * their text, because its own box shows four lines.
 */
function completeModel(model: WorkbookModel, sheets: readonly MemorySheet[]): WorkbookModel {
  const { definedNames, worksheets } = model as unknown as ReachedModel;
  sheets.forEach(({ plan, marks }, index) => {
    const { repeatRows, repeatFrom = 0 } = plan.print;
    if (repeatRows > 0) {
      const ranges = [`${quoteSheet(plan.name)}!$${repeatFrom + 1}:$${repeatRows}`];
      definedNames.push({ name: '_xlnm.Print_Titles', ranges, localSheetId: index });
    }
    for (const { cells } of worksheets[index]!.rows) {
      for (const { address, comment } of cells) {
        if (comment)
          comment.anchor = noteBox(plan, parseCell(address)!, joinedNote(marks.get(address), noteAt(plan, address)));
      }
    }
  });
  return model;
}

export class XlsxWorkbook implements WorkbookPort {
  private readonly memory = new MemoryWorkbook();

  apply(plan: Plan): Promise<void> {
    return this.memory.apply(plan);
  }

  mark(marks: readonly Mark[]): Promise<void> {
    return this.memory.mark(marks);
  }

  unmark(): Promise<void> {
    return this.memory.unmark();
  }

  readBack(names?: readonly string[]): Promise<SheetValues[]> {
    return this.memory.readBack(names);
  }

  /**
   * The file: numbers are numbers, text is text, links are HYPERLINK formulas, marks are fills and notes. The same
   * content gives the same bytes.
   * @throws WorkbookError host: the writer refused, or there is no sheet to write.
   */
  async toBytes(): Promise<Uint8Array> {
    const sheets = this.memory.sheets();
    if (sheets.length === 0) throw new WorkbookError('host', '工作簿没有工作表，无法保存。');
    const library = await loadLibrary();
    try {
      const workbook = new library.Workbook();
      workbook.created = NO_TIME;
      workbook.modified = NO_TIME;
      workbook.creator = workbook.lastModifiedBy = CREATOR;
      const styles = new StyleTable();
      for (const sheet of sheets) writeSheet(workbook, sheet, styles);
      const model = completeModel(workbook.model, sheets);
      Object.defineProperty(workbook, 'model', { value: model });
      allowTextNumbers(workbook.xlsx);
      const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
      fixZipTimes(bytes);
      return bytes;
    } catch (cause) {
      throw new WorkbookError('host', '写不出 Excel 文件。', { cause });
    }
  }
}

/**
 * Writes a plan as an .xlsx file.
 * @throws WorkbookError invalid-plan, host.
 */
export async function writeXlsx(plan: Plan): Promise<Uint8Array> {
  const workbook = new XlsxWorkbook();
  await workbook.apply(plan);
  return workbook.toBytes();
}
