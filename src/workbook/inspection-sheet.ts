import type {
  InspectionField,
  InspectionForm,
  InspectionGroup,
  InspectionIssue,
  InspectionItem,
  InspectionTone,
} from '../model/inspection';
import type { Figure } from '../model/relation';
import type { Place, SheetPlace } from '../model/source';
import { dayIn } from '../shared/days';
import { COLON, type Handwriting, HEADINGS, NOTHING_WRITTEN, remedyKey } from './handwriting';
import { Canvas } from './layout/canvas';
import { LOOK, ROW_HEIGHT, TITLE_HEIGHT } from './layout/look';
import { lineCount, rowHeight } from './layout/measure';
import { printSetup } from './layout/page';
import { INSPECTION_SHEET } from './layout/placement';
import { SEVERITIES, type CellStyle, type SheetPlan } from './plan';

/*
 * Sheet 检查表: the form that an inspector sends back, an item a line and below it what is wrong, each with a link to its
 * cell. There is room to write: who checked it and when, until when it is to be put right, and what is to be done about
 * every point.
 */

const COLUMNS = [
  { heading: '序号', width: 6 },
  { heading: HEADINGS.name, width: 20 },
  { heading: '检查内容', width: 32 },
  { heading: '结果', width: 12 },
  { heading: HEADINGS.issue, width: 46 },
  { heading: HEADINGS.where, width: 18 },
  { heading: HEADINGS.remedy, width: 22 },
] as const;
/** The heads of its columns, as they are printed. */
export const INSPECTION_HEADS: readonly string[] = COLUMNS.map(({ heading }) => heading);
const [NUMBER, NAME, ASKS, RESULT, ISSUE, WHERE, REMEDY] = [0, 1, 2, 3, 4, 5, 6];
const LAST = REMEDY;
/** Columns of the fields of the head: as many stand side by side. */
const FIELDS = [
  [NUMBER, ASKS],
  [RESULT, ISSUE],
  [WHERE, REMEDY],
] as const;
const TO_TABLE = '见该表';
const SIGNED_HEIGHT = 42;
const WRITTEN_HEIGHT = 24;

const GROUP_NUMBERS = '一二三四五六七八九十';
const FILLS: Readonly<Record<InspectionTone, string | undefined>> = {
  good: undefined,
  plain: undefined,
  open: 'F2F2F2',
  error: SEVERITIES.error.fill,
  warning: SEVERITIES.warning.fill,
  info: SEVERITIES.info.fill,
};
const GROUP_FILL = 'E7E6E6';
const TOP: CellStyle = { horizontal: 'left', vertical: 'top', wrap: true };
const LINKED: CellStyle = { color: LOOK.link.color, underline: LOOK.link.underline };

/** Where in the workbook something stands. */
export interface InspectionPlaces {
  figure(figure: Figure): SheetPlace | undefined;
  /** Cell at the head of a table. */
  table(statement: number): SheetPlace | undefined;
}

function span(row: number, from: number, to: number) {
  return { row, column: from, rows: 1, columns: to - from + 1 };
}

/** Place in the document, for what stands in no cell of the workbook. */
function sourceText(place: Place | undefined): string {
  if (!place) return '';
  if ('line' in place) return `原文第 ${place.line} 行`;
  if ('page' in place) return `原文第 ${place.page} 页`;
  return 'sheet' in place ? `${place.sheet} ${place.cell}` : `原文第 ${place.block} 段`;
}

function scoreText({ full, got }: NonNullable<InspectionItem['score']>): string {
  return got === undefined ? `满分 ${full}，请评` : `得 ${got}／${full} 分`;
}

class Form {
  private readonly canvas = new Canvas(COLUMNS.map(({ width }) => width));
  /** Looks of single cells. */
  private readonly painted: {
    readonly area: { row: number; column: number; rows: number; columns: number };
    readonly style: CellStyle;
  }[] = [];
  /** Fields of the head with what stands in them. */
  private readonly filledIn = new Map<string, string>();
  private row = 0;
  private number = 0;

  constructor(
    private readonly places: InspectionPlaces,
    private readonly written: Handwriting,
  ) {}

  lay({ title, head, summary, groups, notes, foot }: InspectionForm): SheetPlan {
    this.title(title);
    this.fields(head, WRITTEN_HEIGHT, 1);
    this.line(summary);
    const top = this.row;
    this.heading();
    this.body(groups);
    groups.forEach((group, at) => this.group(group, at));
    for (const { area, style } of this.painted) this.canvas.style(area, style);
    this.fields(foot, SIGNED_HEIGHT);
    this.canvas.style(
      { row: this.row, column: 0, rows: notes.length, columns: LAST + 1 },
      { ...LOOK.sheet, ...LOOK.text },
    );
    for (const note of notes) this.line(note);
    return this.canvas.finish({
      name: INSPECTION_SHEET,
      kind: 'findings',
      defaultRowHeight: ROW_HEIGHT,
      freeze: { rows: top + 1, columns: 0 },
      // The heading alone is repeated: the rows above it belong to the first page.
      print: { ...printSetup('landscape', top + 1), repeatFrom: top },
    });
  }

  /** A cell of the present row; one that stands below another of the same look belongs to the same run. */
  private paint(column: number, style: CellStyle): void {
    const above = this.painted.find(
      ({ area, style: { fill } }) => area.column === column && fill === style.fill && area.row + area.rows === this.row,
    );
    if (above) above.area.rows += 1;
    else this.painted.push({ area: span(this.row, column, column), style });
  }

  private title(text: string): void {
    const area = span(this.row, 0, LAST);
    this.canvas.put(this.row, 0, text);
    this.canvas.merge(area);
    this.canvas.style(area, { ...LOOK.sheet, ...LOOK.title });
    this.canvas.height(this.row, TITLE_HEIGHT);
    this.row += 1;
  }

  private line(text: string): void {
    this.canvas.put(this.row, 0, text);
    this.canvas.merge(span(this.row, 0, LAST));
    this.canvas.height(this.row, rowHeight(lineCount(text, this.canvas.widthOf(0, LAST + 1)), ROW_HEIGHT));
    this.row += 1;
  }

  /**
   * Label and value in one cell, three a row; the cell is merged wide enough to write in.
   * @param more rows below them that look the same
   */
  private fields(fields: readonly InspectionField[], height: number, more = 0): void {
    const rows = Math.ceil(fields.length / FIELDS.length);
    this.canvas.style(
      { row: this.row, column: 0, rows: rows + more, columns: LAST + 1 },
      { ...LOOK.sheet, ...LOOK.grid, ...LOOK.text },
    );
    fields.forEach(({ label, value }, at) => {
      const [from, to] = FIELDS[at % FIELDS.length]!;
      const row = this.row + Math.floor(at / FIELDS.length);
      const own = value === '' ? (this.written.fields.get(label) ?? '') : value;
      this.filledIn.set(label, own);
      const text = `${label}${COLON}${own}`;
      this.canvas.put(row, from, text);
      this.canvas.merge(span(row, from, to));
      this.canvas.height(row, rowHeight(lineCount(text, this.canvas.widthOf(from, to - from + 1)), height));
    });
    this.row += rows;
  }

  private heading(): void {
    COLUMNS.forEach(({ heading }, column) => this.canvas.put(this.row, column, heading));
    this.canvas.style(span(this.row, 0, LAST), { ...LOOK.sheet, ...LOOK.header, ...LOOK.grid, bold: true });
    this.row += 1;
  }

  /** The looks of all rows at once, column by column: every run is a call to the spreadsheet. */
  private body(groups: readonly InspectionGroup[]): void {
    const rows = groups.reduce(
      (sum, { items }) => items.reduce((all, { issues }) => all + 1 + issues.length, sum + 1),
      0,
    );
    const part = (from: number, to: number) => ({ row: this.row, column: from, rows, columns: to - from + 1 });
    this.canvas.style(part(0, LAST), { ...LOOK.sheet, ...LOOK.grid, ...TOP });
    for (const column of [NUMBER, RESULT]) this.canvas.style(part(column, column), { horizontal: 'center' });
  }

  private group({ title, items, score }: InspectionGroup, at: number): void {
    this.canvas.put(this.row, NUMBER, GROUP_NUMBERS[at] ?? String(at + 1));
    this.canvas.put(this.row, NAME, title);
    if (score) this.canvas.put(this.row, RESULT, scoreText(score));
    this.canvas.style(span(this.row, 0, LAST), { bold: true, fill: GROUP_FILL });
    this.row += 1;
    for (const item of items) this.item(item);
  }

  private item(item: InspectionItem): void {
    this.number += 1;
    const { name, asks, result, tone, remark, issues } = this.judged(item);
    const { canvas, row } = this;
    const shown = item.score ? `${result}\n${scoreText(item.score)}` : result;
    canvas.put(row, NUMBER, String(this.number));
    canvas.put(row, NAME, name);
    canvas.put(row, ASKS, asks);
    canvas.put(row, RESULT, shown);
    this.point(remark, [name, asks, shown], FILLS[tone], name);
    for (const issue of issues) {
      if (issue.severity) this.canvas.put(this.row, RESULT, SEVERITIES[issue.severity].word);
      this.point(issue, [], issue.severity && SEVERITIES[issue.severity].fill, issue.text);
    }
  }

  /** An item on two dates of the head, once both are filled in. */
  private judged(item: InspectionItem): InspectionItem {
    const { within } = item;
    if (!within) return item;
    const [from, to] = [within.from, within.to].map((label) => dayIn(this.filledIn.get(label) ?? ''));
    if (from === undefined || to === undefined) return item;
    const days = to - from;
    const isLate = days > within.days;
    const text = days < 0 ? `${within.to}早于${within.from}，请核实` : `${within.from}后第 ${days} 日公开`;
    return {
      ...item,
      result: days < 0 ? item.result : isLate ? `超过 ${days - within.days} 日` : '符合',
      tone: days < 0 ? 'open' : isLate ? 'warning' : 'good',
      remark: { text },
    };
  }

  /** One row: its text, its link, what is to be done. */
  private point(
    { text, figure, statement, place, proposal }: InspectionIssue,
    before: readonly string[],
    fill: string | undefined,
    key: string,
  ): void {
    const { canvas, row } = this;
    if (fill !== undefined) this.paint(RESULT, { fill });
    canvas.put(row, ISSUE, text);
    const target =
      (figure && this.places.figure(figure)) ?? (statement === undefined ? undefined : this.places.table(statement));
    const where = target ? (figure ? `${target.sheet} ${target.cell}` : TO_TABLE) : sourceText(place);
    canvas.put(row, WHERE, where);
    if (target) {
      canvas.link({ row, column: WHERE, target });
      this.paint(WHERE, LINKED);
    }
    const remedy = this.written.remedies.get(remedyKey(key, where)) ?? proposal ?? '';
    canvas.put(row, REMEDY, remedy);
    const texts = [
      ...before.map((each, at) => [each, NAME + at] as const),
      [text, ISSUE] as const,
      [where, WHERE] as const,
      [remedy, REMEDY] as const,
    ];
    const lines = Math.max(...texts.map(([each, column]) => lineCount(each, COLUMNS[column]!.width)));
    canvas.height(row, rowHeight(lines, ROW_HEIGHT));
    this.row += 1;
  }
}

/**
 * Lays out 检查表.
 * @param written what stands in the sheet that this one replaces, so that it is not lost
 */
export function layOutInspection(
  form: InspectionForm,
  places: InspectionPlaces,
  written: Handwriting = NOTHING_WRITTEN,
): SheetPlan {
  return new Form(places, written).lay(form);
}
