import { UNITS } from '../model/disclosure';
import type { Narrative, TextFact } from '../model/narrative';
import type { Verdict } from '../model/relation';
import { parseAmount } from '../shared/amount';
import { amountFormat, amountValue, widthForFigures } from './layout/amounts';
import { Canvas } from './layout/canvas';
import { amountStyle, LOOK, ROW_HEIGHT, TITLE_HEIGHT } from './layout/look';
import { lineCount, rowHeight } from './layout/measure';
import { printSetup } from './layout/page';
import { NARRATIVE_SHEET } from './layout/placement';
import { NARRATIVE_HEAD, STATED_COLUMN } from './narrative-cells';
import type { SheetPlan } from './plan';

/*
 * Sheet 情况说明: a row a figure of the explanation, with what it is checked against. The stated figure is marked like any
 * cell.
 */

const COLUMNS = [
  { heading: '部分', width: 18 },
  { heading: '原文', width: 44 },
  { heading: '项目', width: 22 },
  { heading: '写明数', width: 12 },
  { heading: '单位', width: 7 },
  { heading: '核算数', width: 12 },
  { heading: '结果', width: 8 },
  { heading: '算式', width: 48 },
] as const;
/** The heads of its columns, as they are printed. */
export const NARRATIVE_HEADS: readonly string[] = COLUMNS.map(({ heading }) => heading);
const [SECTION, SENTENCE, SUBJECT, STATED, UNIT, COMPUTED, RESULT, ARITHMETIC] = [0, 1, 2, STATED_COLUMN, 4, 5, 6, 7];
const HEAD = NARRATIVE_HEAD;
const MAX_LINES = 8;
const LONGEST_SENTENCE = 400;

const RESULTS = { exact: '一致', rounding: '尾差', broken: '不一致' } as const;

/** For each figure the verdict that says most: what is broken before what holds. */
function byFigure(verdicts: readonly Verdict[]): ReadonlyMap<TextFact, Verdict> {
  const found = new Map<TextFact, Verdict>();
  for (const verdict of verdicts) {
    const before = found.get(verdict.figure);
    if (!before || (before.outcome !== 'broken' && verdict.outcome === 'broken')) found.set(verdict.figure, verdict);
  }
  return found;
}

/** Money has two decimals at least; 3 辆 and 12% have those that are printed. */
function putNumber(canvas: Canvas, row: number, column: number, text: string, unit: string): void {
  const amount = parseAmount(text);
  if (!amount?.printed) return;
  canvas.put(row, column, amountValue(amount));
  const format = amountFormat(amount.decimals, unit in UNITS ? 2 : 0);
  if (format !== amountFormat(2)) canvas.style({ row, column, rows: 1, columns: 1 }, amountStyle(format));
}

/** Lays out 情况说明; undefined when the document has no explanation with figures. */
export function layOutNarrative(
  narrative: Narrative | undefined,
  verdicts: readonly Verdict[],
  unchecked: ReadonlySet<unknown>,
): SheetPlan | undefined {
  if (!narrative || narrative.figures.length === 0) return undefined;
  const rows = narrative.figures.length;
  const figures: Partial<Record<number, readonly string[]>> = {
    [STATED]: narrative.figures.map(({ amount }) => amount.raw),
    [COMPUTED]: verdicts.map((verdict) => verdict.expected()),
  };
  const canvas = new Canvas(COLUMNS.map(({ width }, column) => widthForFigures(width, figures[column] ?? [])));
  const last = COLUMNS.length - 1;
  const area = (row: number, count: number, from = 0, to = last) => ({
    row,
    column: from,
    rows: count,
    columns: to - from + 1,
  });
  canvas.style(area(0, HEAD + rows), LOOK.sheet);
  canvas.put(0, 0, NARRATIVE_SHEET);
  canvas.merge(area(0, 1));
  canvas.style(area(0, 1), LOOK.title);
  canvas.height(0, TITLE_HEIGHT);
  COLUMNS.forEach(({ heading }, column) => canvas.put(1, column, heading));
  canvas.style(area(1, 1), { ...LOOK.header, ...LOOK.grid, bold: true });
  canvas.style(area(HEAD, rows), LOOK.grid);
  canvas.style(area(HEAD, rows, SECTION, SUBJECT), LOOK.note);
  for (const column of [STATED, COMPUTED])
    canvas.style(area(HEAD, rows, column, column), { ...amountStyle(amountFormat(2)), vertical: 'top' });
  canvas.style(area(HEAD, rows, UNIT, UNIT), { ...LOOK.centred, vertical: 'top' });
  canvas.style(area(HEAD, rows, RESULT, RESULT), { ...LOOK.centred, vertical: 'top' });
  canvas.style(area(HEAD, rows, ARITHMETIC, ARITHMETIC), LOOK.note);
  const verdictOf = byFigure(verdicts);
  narrative.figures.forEach((figure, at) =>
    putFigure(canvas, HEAD + at, figure, narrative, verdictOf.get(figure), unchecked.has(figure)),
  );
  return canvas.finish({
    name: NARRATIVE_SHEET,
    kind: 'table',
    defaultRowHeight: ROW_HEIGHT,
    freeze: { rows: HEAD, columns: 0 },
    print: printSetup('landscape', HEAD),
  });
}

function putFigure(
  canvas: Canvas,
  row: number,
  figure: TextFact,
  narrative: Narrative,
  verdict: Verdict | undefined,
  open: boolean,
): void {
  const sentence = (narrative.sentences[figure.sentence]?.text ?? '').slice(0, LONGEST_SENTENCE);
  const before = narrative.figures[figure.id - 1];
  canvas.put(
    row,
    SECTION,
    before?.section === figure.section ? null : (narrative.sections[figure.section]?.title ?? ''),
  );
  // A sentence stands beside its first figure only.
  const repeated = before?.sentence === figure.sentence;
  canvas.put(row, SENTENCE, repeated ? null : sentence);
  canvas.put(row, SUBJECT, figure.subject);
  putNumber(canvas, row, STATED, figure.amount.raw, figure.unit);
  canvas.put(row, UNIT, figure.unit);
  if (verdict) {
    putNumber(canvas, row, COMPUTED, verdict.expected(), figure.unit);
    canvas.put(row, ARITHMETIC, verdict.arithmetic());
  }
  canvas.put(row, RESULT, verdict ? RESULTS[verdict.outcome] : open ? '未核对' : '已核对');
  const texts: [string, number][] = [
    [repeated ? '' : sentence, SENTENCE],
    [verdict?.arithmetic() ?? '', ARITHMETIC],
    [figure.subject, SUBJECT],
  ];
  const lines = Math.max(...texts.map(([text, column]) => lineCount(text, COLUMNS[column]!.width)));
  canvas.height(row, rowHeight(Math.min(lines, MAX_LINES), ROW_HEIGHT));
}
