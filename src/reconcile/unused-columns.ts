import type { Disclosure, Fact, StatementBlock } from '../model/disclosure';
import { type Figure, isText } from '../model/relation';
import { Decimal } from '../shared/decimal';
import { type Evaluation, slackIn } from './evaluate';

/*
 * Columns of a list in which nothing but blanks and zeros stands (上缴上级支出 of an office that has no superior to pay):
 * whatever a row is short of, it is not missing there. Where another form prints what is missing, or what is missing
 * adds up down the column, the column was lost.
 */

/** A form of one or two lines has hardly any figures: a zero among them may be the slip. */
const FEWEST_ROWS = 3;

/** The cells of such columns. Columns that add up others are none: left blank they were forgotten. */
export function cellsOfUnusedColumns(
  { statements, facts }: Disclosure,
  broken: readonly Evaluation[],
): ReadonlySet<Figure> {
  const wanted = wantedElsewhere(broken);
  const unused = new Set<Figure>();
  for (const { blocks } of statements)
    for (const block of blocks) {
      const cells = block.columns.map((_, column) => block.facts.flatMap((row) => facts[row[column]!] ?? []));
      block.columns.forEach(({ role, parts }, column) => {
        if (role !== 'amount' || parts.length > 0 || !isUnused(cells[column]!, wanted)) return;
        if (!isLost(block, facts, column)) for (const cell of cells[column]!) unused.add(cell);
      });
    }
  return unused;
}

function isUnused(cells: readonly Fact[], wanted: ReadonlySet<Figure>): boolean {
  return cells.length >= FEWEST_ROWS && cells.every((cell) => cell.amount.value.isZero() && !wanted.has(cell));
}

/** Figures that contradict one outside their own row. */
function wantedElsewhere(broken: readonly Evaluation[]): ReadonlySet<Figure> {
  const wanted = new Set<Figure>();
  for (const { relation } of broken) {
    const figures = [relation.stated, ...relation.terms.map(({ fact }) => fact)];
    const [first, ...others] = figures;
    if (!others.every((other) => isOfRow(other, first!))) for (const figure of figures) wanted.add(figure);
  }
  return wanted;
}

function isOfRow(one: Figure, other: Figure): boolean {
  return (
    !isText(one) &&
    !isText(other) &&
    one.statement === other.statement &&
    one.block === other.block &&
    one.row === other.row
  );
}

/** What the rows are short of is what the column would hold: every row that adds up others is short of their sum. */
function isLost(block: StatementBlock, facts: readonly Fact[], column: number): boolean {
  const total = block.columns.findIndex(({ parts }) => parts.some((group) => group.includes(column)));
  const group = block.columns[total]?.parts.find((each) => each.includes(column));
  if (!group) return false;
  const gaps = block.facts.map((row): Gap => {
    const stated = facts[row[total]!];
    const parts = group.flatMap((part) => facts[row[part]!] ?? []);
    if (!stated) return NO_GAP;
    const value = parts.reduce((rest, { amount }) => rest.minus(amount.value), stated.amount.value);
    const slack = parts.reduce((sum, part) => sum.plus(slackIn(part, stated.unit)), slackIn(stated, stated.unit));
    return { value, slack };
  });
  const isShort = ({ value, slack }: Gap): boolean => value.greaterThan(slack);
  const parents = block.rows.flatMap((row, at) => (row.parts.length > 0 && isShort(gaps[at]!) ? [{ row, at }] : []));
  return (
    parents.length > 0 &&
    parents.every(({ row: { parts }, at }) => {
      const sum = parts.reduce((so, part) => so.plus(gaps[part]!.value), new Decimal(0));
      const slack = parts.reduce((so, part) => so.plus(gaps[part]!.slack), gaps[at]!.slack);
      return gaps[at]!.value.minus(sum).abs().lessThanOrEqualTo(slack);
    })
  );
}

interface Gap {
  readonly value: Decimal;
  readonly slack: Decimal;
}

const NO_GAP: Gap = { value: new Decimal(0), slack: new Decimal(0) };
