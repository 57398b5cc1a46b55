import type { Attachment, AttachmentFunds, AttachmentRow } from '../../model/attachment';
import type { TextFact } from '../../model/narrative';
import type { GridBlock, LineBlock, SourceBlock, SourceCell } from '../../model/source';
import { parseAmount } from '../../shared/amount';
import { comparable } from '../../shared/text';
import { EXECUTION_WORDS } from '../../vocabulary/assessments';
import { filledCells } from '../layout/non-blank-cells';
import { attachmentFigure } from './figure';

/*
 * Reads 绩效目标表: one grid a project, labels beside values; the money stands twice, for the whole term and for the year.
 */

const TOTAL = /资金总额|^资金总额|预算数|执行数/;
const SOURCE = /财政资|财政拨款|自筹|其他资金|单位资金|专项债|社会资金/;
const YEAR = /^[（(]?\s?(20\d\d)\s?[）)]?\s?年?度?[）)]?$/;
const TITLE_LINES = 3;
const LONGEST_LABEL = 24;
/** More characters than a label has, whatever stands between them: seen without comparing long texts. */
const PROSE = /(?:[\u4e00-\u9fff][^\u4e00-\u9fff]*){25}/;

/**
 * All forms of a document, in order.
 * @param blocks without blank cells in grids that are no tables
 */
export function readAttachments(blocks: readonly SourceBlock[]): Attachment[] {
  const found: Attachment[] = [];
  blocks.forEach((block, at) => {
    if (block.kind === 'line') return;
    const printed = forms(block);
    if (printed.length === 0) return;
    const above = linesAbove(blocks, at);
    for (const rows of printed) {
      const form = readForm(rows, above);
      if (form) found.push(form);
    }
  });
  return found;
}

/** The lines right above a grid that may be titles, in order. */
function linesAbove(blocks: readonly SourceBlock[], grid: number): LineBlock[] {
  const lines: LineBlock[] = [];
  for (const block of blocks.slice(Math.max(0, grid - TITLE_LINES), grid)) {
    if (block.kind === 'line') lines.push(block);
    else lines.length = 0;
  }
  return lines;
}

/** The first text of a row, '' when it is blank. */
function firstText(row: readonly SourceCell[]): string {
  for (const { text } of row) if (text !== '') return text;
  return '';
}

/** The filled cells of the rows of each form in a grid; forms without a line between them are one grid. */
function forms({ rows }: GridBlock): (readonly (readonly SourceCell[])[])[] {
  const starts: number[] = [];
  for (let at = 0; at < rows.length; at += 1) if (firstText(rows[at]!).startsWith('项目名称')) starts.push(at);
  const found = starts.map((start, order) => rows.slice(start, starts[order + 1] ?? rows.length).map(filledCells));
  // 自评表 are read by what their labels say, for their cells seldom stay where they were.
  return found.filter((form) => !form.some((row) => row.some(({ text }) => text.includes(EXECUTION_WORDS))));
}

function readForm(rows: readonly (readonly SourceCell[])[], above: readonly LineBlock[]): Attachment | undefined {
  const [, name] = rows[0]!;
  if (!name || rows.length < 4) return undefined;
  const dated = above.find(({ text }) => YEAR.test(text.trim()));
  const title = above.find(({ text }) => text.includes('绩效')) ?? above[above.length - 1];
  const form = comparable(title?.text ?? '绩效目标表');
  const { term, annual } = readFunds(rows, form, name.text);
  if (!term) return undefined;
  return {
    title: form,
    place: name.place,
    term,
    annual,
    name: attachmentFigure({ ...BLANK, raw: name.text }, '项目名称', form, '', name.place),
    unit: unitOf(rows),
    year: dated ? Number(YEAR.exec(dated.text.trim())![1]) : null,
    yearPlace: dated?.place ?? name.place,
    rows: rows.filter((cells) => cells.length > 0).map(readRow),
  };
}

const BLANK = parseAmount('')!;

function readRow(cells: readonly SourceCell[]): AttachmentRow {
  const [first, second] = cells;
  const text =
    cells.length === 2
      ? second!.text
      : cells
          .slice(1)
          .map((cell) => cell.text)
          .join('|');
  return { label: comparable(first!.text), text, place: (second ?? first!).place };
}

function unitOf(rows: readonly (readonly SourceCell[])[]): string {
  for (const cells of rows.slice(0, 4)) {
    const at = cells.findIndex((cell) => comparable(cell.text).startsWith('实施单位'));
    if (at >= 0) return cells[at + 1]?.text ?? '';
  }
  return '';
}

type Draft = { total?: TextFact; sources: TextFact[] };

/** The money: labels and values alternate, the left pair for the whole term, the right one for the year. */
function readFunds(
  rows: readonly (readonly SourceCell[])[],
  form: string,
  name: string,
): { term: AttachmentFunds | undefined; annual: AttachmentFunds | undefined } {
  const sides: [Draft, Draft] = [{ sources: [] }, { sources: [] }];
  let unit = '元';
  let open = false;
  for (const cells of rows) {
    let side = 0;
    let took = false;
    for (let at = 0; at < cells.length; at += 1) {
      const { text } = cells[at]!;
      const label = text.length > LONGEST_LABEL && PROSE.test(text) ? text : comparable(text);
      if (label.length > LONGEST_LABEL) break;
      if (label.includes('万元')) unit = '万元';
      const isTotal = TOTAL.test(label);
      if (!isTotal && !SOURCE.test(label)) continue;
      took = true;
      const amount = cells[at + 1] && parseAmount(cells[at + 1]!.text);
      const draft = sides[side === 0 ? 0 : 1];
      side += 1;
      if (!amount?.printed) continue;
      const subject = `${name}·${label.replace(/[:：]|其中/g, '')}`;
      const fact = attachmentFigure(amount, subject, form, unit, cells[at + 1]!.place);
      if (isTotal) draft.total ??= fact;
      else draft.sources.push(fact);
    }
    open ||= took;
    // The money stands together: what follows is text.
    if (open && !took) break;
  }
  const done = ({ total, sources }: Draft): AttachmentFunds | undefined => (total ? { total, sources } : undefined);
  return { term: done(sides[0]), annual: done(sides[1]) };
}
