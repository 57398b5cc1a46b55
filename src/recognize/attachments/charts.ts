import type { Profile } from '../../model/disclosure';
import type { Chart, ChartPoint } from '../../model/chart';
import type { PartialKey } from '../../model/key';
import type { TextFact } from '../../model/narrative';
import type { GridBlock, Place, SourceBlock, SourceCell } from '../../model/source';
import { type Amount, parseAmount } from '../../shared/amount';
import { stripMarks } from '../../shared/text';
import {
  chartCaption,
  chartSubject,
  isChartLabel,
  isYearLabel,
  labelSubject,
  labelYear,
} from '../../vocabulary/charts';
import { flowOf, meaningOf } from '../../vocabulary/lexicon';
import { type CodeNames, readSubject } from '../../vocabulary/narrative/subjects';
import { filledCells } from '../layout/non-blank-cells';

/*
 * Reads what is left of charts: a run of labels and behind it a run of as many numbers, under a caption. Only there,
 * and never in a grid that is a table: a label beside a number is nothing special.
 */

/** How many lines may stand between a caption and its data. */
const CAPTION_REACH = 3;

interface Caption {
  readonly words: string;
  readonly place: Place;
}

interface Setting {
  readonly profile: Profile;
  /** Asked for where there are charts only. */
  readonly names: () => CodeNames;
}

/** A number of a chart with its label and the name of its series. */
interface Pair {
  readonly label: SourceCell;
  readonly cell: SourceCell;
  readonly amount: Amount;
}

/**
 * All charts of a document, in order.
 * @param blocks without blank cells in grids that are no tables
 * @param tables places of the grids that are tables
 */
export function readCharts(blocks: readonly SourceBlock[], tables: ReadonlySet<Place>, setting: Setting): Chart[] {
  const found: Chart[] = [];
  blocks.forEach((block, at) => {
    if (block.kind === 'grid' && !tables.has(block.place))
      found.push(...chartsOf(block, captionAbove(blocks, at), setting));
  });
  return found;
}

/** The caption nearest above a grid, no other grid between. */
function captionAbove(blocks: readonly SourceBlock[], grid: number): Caption | undefined {
  for (let at = grid - 1; at >= 0 && at >= grid - 1 - CAPTION_REACH; at -= 1) {
    const block = blocks[at]!;
    if (block.kind === 'grid') return undefined;
    const words = block.contents ? undefined : chartCaption(stripMarks(block.text));
    if (words !== undefined) return { words, place: block.place };
  }
  return undefined;
}

/**
 * True for a grid that is the data of charts and no table: nothing in it but captions and labels with as many numbers
 * behind them.
 * @param above the line before it
 */
export function isChartGrid(grid: GridBlock, above: string): boolean {
  let captions = chartCaption(stripMarks(above)) === undefined ? 0 : 1;
  let pairs = 0;
  for (const cells of dataRows(grid)) {
    if (cells.length === 1 && chartCaption(stripMarks(cells[0]!.text)) !== undefined) captions += 1;
    else {
      const found = pairsOf(cells);
      if (found.pairs.length === 0 && found.name === '' && !cells.some(({ text }) => labelYear(text) !== null))
        return false;
      pairs += found.pairs.length;
    }
  }
  return captions > 0 && pairs > 0;
}

function chartsOf(grid: GridBlock, above: Caption | undefined, setting: Setting): Chart[] {
  const found: Chart[] = [];
  if (!above && !grid.rows.some(opensChart)) return found;
  let caption = above;
  let isChart = above !== undefined;
  let series = '';
  for (const cells of dataRows(grid)) {
    const words = cells.length === 1 ? chartCaption(stripMarks(cells[0]!.text)) : undefined;
    if (words !== undefined) {
      caption = { words, place: cells[0]!.place };
      isChart = true;
      series = '';
      continue;
    }
    if (!isChart && !tellsYears(cells)) continue;
    const { pairs, name } = pairsOf(cells);
    if (name !== '') series = name;
    const telling =
      pairs.length > 1 && pairs.every(({ label }) => labelYear(label.text) !== null && labelSubject(label.text) !== '');
    if (pairs.length === 0 || !(isChart || telling)) continue;
    const [first] = pairs;
    const points = pairs.map((pair) => pointOf(pair, telling ? '' : (caption?.words ?? ''), series, setting));
    found.push({ title: telling ? '' : (caption?.words ?? ''), place: caption?.place ?? first!.label.place, points });
  }
  return found;
}

/** True for a row that charts may begin with in a grid without a caption above it: most grids have none. */
function opensChart(row: readonly SourceCell[]): boolean {
  return row.length === 1 ? chartCaption(stripMarks(row[0]!.text)) !== undefined : tellsYears(row);
}

/** Years beside two labels or more tell a chart without a caption. */
function tellsYears(cells: readonly SourceCell[]): boolean {
  let labels = 0;
  for (const { text } of cells) if (isYearLabel(text)) labels += 1;
  return labels > 1;
}

/** The filled cells of each row, one after the other; labels in one row and as many numbers in the next are one. */
function* dataRows({ rows }: GridBlock): Generator<readonly SourceCell[]> {
  for (let at = 0; at < rows.length; at += 1) {
    const cells = filledCells(rows[at]!);
    const numbers = cells.length > 1 ? numbersOf(rows[at + 1] ?? [], cells.length) : undefined;
    const isPair = numbers !== undefined && cells.every(isLabelAlone);
    yield isPair ? [...cells, ...numbers] : cells;
    if (isPair) at += 1;
  }
}

function isLabelAlone({ text }: SourceCell): boolean {
  return isChartLabel(text) && !parseAmount(text);
}

/**
 * The filled cells of a row of as many numbers; undefined when there are more or less, or anything else stands in it.
 */
function numbersOf(row: readonly SourceCell[], count: number): readonly SourceCell[] | undefined {
  // Rows of a table begin with a label or end with one: most are told at once.
  const first = row.find(({ text }) => text !== '');
  if (first === undefined || !parseAmount(first.text)?.printed) return undefined;
  const cells = filledCells(row);
  return cells.length === count && cells.every(({ text }) => parseAmount(text)?.printed) ? cells : undefined;
}

/** Runs of labels before runs of numbers: the last of the labels belong to the numbers, one more names the series. */
function pairsOf(cells: readonly SourceCell[]): { pairs: Pair[]; name: string } {
  const pairs: Pair[] = [];
  let name = '';
  let labels: SourceCell[] = [];
  for (let at = 0; at < cells.length;) {
    const text = cells[at]!.text;
    const amount = parseAmount(text);
    if (!amount?.printed) {
      if (!isChartLabel(text)) return { pairs: [], name: '' };
      labels.push(cells[at]!);
      at += 1;
      continue;
    }
    const numbers: { cell: SourceCell; amount: Amount }[] = [];
    for (let each = amount as Amount | undefined; each?.printed; each = cells[at] && parseAmount(cells[at]!.text)) {
      numbers.push({ cell: cells[at]!, amount: each });
      at += 1;
    }
    const fits = labels.length === numbers.length || (numbers.length > 1 && labels.length === numbers.length + 1);
    if (fits) {
      const own = labels.slice(labels.length - numbers.length);
      if (labels.length > own.length) name = labels[0]!.text;
      numbers.forEach(({ cell, amount: value }, order) => pairs.push({ label: own[order]!, cell, amount: value }));
    }
    labels = [];
  }
  // The name of a series may stand by itself behind the index of its numbers.
  if (pairs.length === 0 && labels.length === 1) name = labels[0]!.text;
  return { pairs, name };
}

function pointOf(
  { label, cell, amount }: Pair,
  title: string,
  series: string,
  { profile, names }: Setting,
): ChartPoint {
  const year = labelYear(label.text);
  const own = labelSubject(label.text);
  const whole = chartSubject(title);
  const words = own === '' ? (whole === '' ? series : whole) : own;
  const subject = readSubject(words, names(), profile.entity);
  const percent = /[%％]\s*$/.test(cell.text);
  const { stage: _stage, ...meaning } = meaningOf(title);
  const flow = flowOf(title);
  const context: PartialKey = own === '' ? {} : { ...meaning, ...(flow ? { flow } : {}) };
  const figure: TextFact = {
    ...{ text: true, id: -1, kind: percent ? 'percent' : 'amount', role: 'value', section: -1, sentence: -1 },
    ...{ amount, unit: percent ? '%' : profile.unit, place: cell.place },
    ...{
      form: `图表${title === '' ? '' : `“${title}”`}`,
      subject: label.text,
      said: subject.said,
      context,
      items: subject.items,
      clear: subject.clear,
    },
  };
  return { label: label.text, year, figure };
}
