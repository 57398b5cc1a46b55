import type { Attachment, AttachmentFunds, AttachmentRate } from '../../model/attachment';
import type { TextFact } from '../../model/narrative';
import type { Place, SourceBlock } from '../../model/source';
import { parseAmount } from '../../shared/amount';
import { comparable } from '../../shared/text';
import {
  BEYOND_MONEY,
  BUDGET_LABEL,
  COLUMN_HEADS,
  DONE_LABEL,
  EXECUTION,
  EXECUTION_WORDS,
  INSTITUTION,
  MONEY_LABEL,
  PROJECT_NAME,
  TITLE,
  TOTAL_LABEL,
} from '../../vocabulary/assessments';
import { isChapter } from '../../vocabulary/narrative/headings';
import { Prose } from '../narrative/prose';
import { attachmentFigure } from './figure';

/*
 * Reads the money of 绩效自评表 however its cells fell apart: one cell a line, a row a line, labels and numbers run
 * together. What tells is the order of labels and numbers, not where they stand.
 */

const NUMBER = /-?(?<![\d,])\d{1,3}(?:,\d{3})+(?:\.\d+)?%?|-?\d{1,20}\.\d{2}(?=\d)|-?\d{1,20}(?:\.\d{1,20})?[%％]?/g;
/** The most characters that the money of one form takes. */
const REACH = 700;
const TITLE_LENGTH = 60;

interface Stretch {
  readonly text: string;
  placeOf(offset: number, length: number): Place;
}

/**
 * All forms of 自评 in a document, in order.
 * @param blocks without blank cells in grids that are no tables
 * @param printed places of the grids that are tables
 */
export function readAssessments(blocks: readonly SourceBlock[], printed: ReadonlySet<Place>): Attachment[] {
  const found: Attachment[] = [];
  for (const stretch of stretches(blocks, printed)) {
    const starts = [...stretch.text.matchAll(EXECUTION)].map((match) => match.index);
    starts.forEach((start, order) => {
      const next = starts[order + 1] ?? stretch.text.length;
      const form = readForm(stretch, order === 0 ? 0 : starts[order - 1]!, start, Math.min(next, start + REACH));
      if (form) found.push(form);
    });
  }
  return found;
}

/** True for the title of a 自评表, and for the label of its money where the title was lost. */
function opens(text: string): boolean {
  return text.length <= TITLE_LENGTH && (text.includes(EXECUTION_WORDS) || (text.includes('自评') && TITLE.test(text)));
}

/** The text behind each title of a 自评表, up to the next chapter. */
function stretches(blocks: readonly SourceBlock[], printed: ReadonlySet<Place>): Stretch[] {
  const found: Stretch[] = [];
  let prose: Prose | undefined;
  const add = (text: string, place: Place): void => {
    if (!prose && opens(text)) prose = new Prose();
    prose?.add(text.replace(/\|/g, ' '), place, false);
  };
  const close = (): void => {
    if (prose) found.push({ text: prose.text, placeOf: prose.placeOf.bind(prose) });
    prose = undefined;
  };
  for (const block of blocks) {
    if (block.kind === 'line') {
      // Without 自评表 no line matters.
      if (!prose && !opens(block.text)) continue;
      if (block.contents || isChapter(block.text)) close();
      else add(block.text, block.place);
    } else if (!printed.has(block.place))
      for (const row of block.rows) for (const { text, place } of row) add(text, place);
  }
  close();
  return found;
}

interface Value {
  readonly text: string;
  readonly at: number;
}

interface Labelled {
  readonly label: string;
  readonly values: readonly Value[];
}

/** Labels of money with the numbers behind each. */
function labelled(text: string, from: number, to: number): Labelled[] {
  const part = text.slice(from, to);
  const end = part.search(BEYOND_MONEY);
  const money = end < 0 ? part : part.slice(0, end);
  const labels = [...money.matchAll(MONEY_LABEL)];
  return labels.map((match, order) => {
    const start = match.index + match[0].length;
    const stop = labels[order + 1]?.index ?? money.length;
    const behind = money.slice(start, stop);
    // Words between a label and a number take the number away from it.
    const words = behind.search(/[\u4e00-\u9fff]{2,}/);
    const values = [...(words < 0 ? behind : behind.slice(0, words)).matchAll(NUMBER)].map((value): Value => ({
      text: value[0],
      at: from + start + value.index,
    }));
    return { label: match[0], values };
  });
}

function readForm(stretch: Stretch, before: number, start: number, end: number): Attachment | undefined {
  const { text } = stretch;
  const head = text.slice(before, start);
  const title = lastMatch(head, TITLE) ?? '绩效自评表';
  const name = PROJECT_NAME.exec(head)?.[1]?.trim() ?? nameUnderTitle(head);
  const form = comparable(title);
  const make = ({ text: raw, at }: Value, subject: string, unit: string): TextFact | undefined => {
    const amount = parseAmount(raw);
    return amount?.printed
      ? attachmentFigure(
          amount,
          `${name === '' ? '' : `${name}·`}${subject}`,
          form,
          unit,
          stretch.placeOf(at, raw.length),
        )
      : undefined;
  };
  const unit = /万元/.test(text.slice(start, end)) || !/[（(]元[)）]/.test(text.slice(start, end)) ? '万元' : '元';
  const rows = labelled(text, start, end);
  const money = COLUMN_HEADS.test(text.slice(start, end)) ? byColumns(rows, make, unit) : byPairs(rows, make, unit);
  if (!money.term) return undefined;
  const place = stretch.placeOf(start, 1);
  return {
    ...{ title: form, place, year: null, yearPlace: place, rows: [], assessed: true },
    ...{
      term: money.term,
      annual: money.annual,
      ...(money.initial ? { initial: money.initial } : {}),
      rates: money.rates,
    },
    name: attachmentFigure({ ...parseAmount('')!, raw: name }, '项目名称', form, '', place),
    unit: INSTITUTION.exec(head)?.[1]?.trim() ?? '',
  };
}

interface Money {
  readonly initial?: AttachmentFunds | undefined;
  readonly term: AttachmentFunds | undefined;
  readonly annual: AttachmentFunds | undefined;
  readonly rates: readonly AttachmentRate[];
}

type Make = (value: Value, subject: string, unit: string) => TextFact | undefined;

/** 预算数 and 执行数 side by side, sources in the same order: a label that comes twice is of either in turn. */
function byPairs(rows: readonly Labelled[], make: Make, unit: string): Money {
  const sides: { total?: TextFact; sources: TextFact[] }[] = [{ sources: [] }, { sources: [] }];
  const times = new Map<string, number>();
  for (const { label, values } of rows) {
    const [value] = values;
    if (label === BUDGET_LABEL || label === DONE_LABEL) {
      const side = sides[label === BUDGET_LABEL ? 0 : 1]!;
      const total = value && make(value, label, unit);
      if (total) side.total ??= total;
      continue;
    }
    const turn = times.get(label) ?? 0;
    times.set(label, turn + 1);
    const source =
      value && turn < 2 ? make(value, `${turn === 0 ? BUDGET_LABEL : DONE_LABEL}·${label}`, unit) : undefined;
    if (source) sides[turn]!.sources.push(source);
  }
  const [term, annual] = sides.map(({ total, sources }) => (total ? { total, sources } : undefined));
  return { term, annual, rates: [] };
}

const COLUMNS = ['年初预算', '调整后预算', '执行数'] as const;

/** A row a source under 年初预算, 调整后预算数, 预算执行数, 预算执行率. */
function byColumns(rows: readonly Labelled[], make: Make, unit: string): Money {
  const columns = COLUMNS.map((): { total?: TextFact; sources: TextFact[] } => ({ sources: [] }));
  const rates: AttachmentRate[] = [];
  for (const { label, values } of rows) {
    if (values.length < COLUMNS.length || label === BUDGET_LABEL || label === DONE_LABEL) continue;
    const facts = COLUMNS.map((head, at) => make(values[at]!, `${label}·${head}`, unit));
    if (facts.some((fact) => !fact)) continue;
    facts.forEach((fact, at) => {
      const column = columns[at]!;
      if (TOTAL_LABEL.test(label)) column.total ??= fact!;
      else column.sources.push(fact!);
    });
    const printed = values[COLUMNS.length];
    const rate =
      printed && /[%％]$/.test(printed.text)
        ? make({ ...printed, text: printed.text.replace(/[%％]$/, '') }, `${label}·预算执行率`, '%')
        : undefined;
    // Nothing of nothing has no rate: 0% and 100% are both printed.
    if (rate && !facts[1]!.amount.value.isZero())
      rates.push({ rate: { ...rate, kind: 'percent' }, part: facts[2]!, whole: facts[1]! });
  }
  const [initial, term, annual] = columns.map(({ total, sources }) => (total ? { total, sources } : undefined));
  return { initial, term, annual, rates };
}

function lastMatch(text: string, pattern: RegExp): string | undefined {
  const lines = text.split('\n').filter((line) => pattern.test(line) && line.length <= TITLE_LENGTH);
  return lines[lines.length - 1];
}

/** The line under the title, where no 项目名称 is printed. */
function nameUnderTitle(head: string): string {
  const lines = head.split('\n').map((line) => line.trim());
  const at = lines.reduce((found, line, index) => (TITLE.test(line) ? index : found), -1);
  const next = lines[at + 1] ?? '';
  return at >= 0 && next.length <= TITLE_LENGTH && !/主管部门|实施单位/.test(next) ? next : '';
}
