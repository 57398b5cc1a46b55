/*
 * Reads the forms of a rendered document back into whole cents, for the generator's own tests. It knows where each
 * figure stands in the official layout and nothing of how the forms were made.
 */
import { SHEETS, type Sheet } from './forms';

/** A row as printed: texts by column, figures by column (absent where none or a zero is printed). */
export interface ReadRow {
  readonly texts: readonly string[];
  readonly figures: ReadonlyMap<number, number>;
}

export type ReadForms = ReadonlyMap<Sheet, readonly ReadRow[]>;

const CORES: readonly RegExp[] = [
  /^预算收支总表$/,
  /^预算收入总表$/,
  /^预算支出总表$/,
  /^财政拨款收支总表$/,
  /^一般公共预算支出预算表\(不含上年结转\)$/,
  /^一般公共预算安排基本支出分经济科目表\(不含上年结转\)$/,
  /^政府性基金预算收入表(?:\(不含上年结转\))?$/,
  /^政府性基金预算支出表(?:\(不含上年结转\))?$/,
  /^国有资本经营预算收支预算表(?:\(不含上年结转\))?$/,
  /^(?:一般公共预算|财政拨款安排)“三公”经费支出预算表$/,
  /^(?:机关运行经费预算财政拨款情况统计表|财政拨款安排机关运行经费预算表)$/,
  /^项目支出预算表\(本年预算\)$/,
  /^项目支出预算表\(上年结转\)$/,
];
const FIGURE = /^(?:\d+|\d{1,3}(?:,\d{3})+)\.\d\d$/;

/** Text without blemishes that tell nothing: tags, marks, brackets of either width, blanks. */
export function clean(text: string): string {
  return text
    .replace(/<\/?b>|^#+ /g, '')
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .replace(/ /g, '');
}

/** 1,234.56 as 123456; undefined when it is no figure with two decimals, or zero. */
export function readCents(text: string): number | undefined {
  return FIGURE.test(text) && /[1-9]/.test(text) ? Number(text.replace(/[,.]/g, '')) : undefined;
}

/** Lines of a document without mark and line ends. */
export function linesOf(text: string): readonly string[] {
  return text.replace(/^\ufeff/, '').split(/\r?\n/);
}

/** The part that holds the forms, by form. */
export function readForms(text: string): ReadForms {
  const lines = linesOf(text);
  const starts = lines.flatMap((line, index) =>
    /^第[二三]部分/.test(clean(line)) && !/\d(?:<\/b>)?$/.test(line) ? [index] : [],
  );
  const body = lines.slice((starts.at(-2) ?? 0) + 1, starts.at(-1));
  const forms = new Map<Sheet, ReadRow[]>();
  let rows: ReadRow[] | undefined;
  for (const line of body) {
    const core = clean(line)
      .replace(/^20\d\d年度?/, '')
      .replace(/单位:?：?万元$/, '');
    const sheet = SHEETS[CORES.findIndex((pattern) => pattern.test(core))];
    if (sheet !== undefined) forms.set(sheet, (rows = []));
    else if (line.includes('\t')) rows?.push(readRow(line));
  }
  return forms;
}

function readRow(line: string): ReadRow {
  const texts = line.split('\t').map(clean);
  const figures = new Map<number, number>();
  texts.forEach((text, column) => {
    const cents = readCents(text);
    if (cents !== undefined) figures.set(column, cents);
  });
  return { texts, figures };
}

/** Rows that begin with a code of three, five or seven digits at a column, by code. */
export function byCode(rows: readonly ReadRow[], column = 0): ReadonlyMap<string, ReadRow> {
  return new Map(
    rows.flatMap((row) =>
      /^\d{3}(?:\d\d){0,2}$/.test(row.texts[column] ?? '') ? [[row.texts[column] ?? '', row]] : [],
    ),
  );
}

/** The row with a label at a column. */
export function labelled(rows: readonly ReadRow[], label: string, column = 0): ReadRow | undefined {
  return rows.find((row) => row.texts[column] === label);
}
