import type { Disclosure, Fact, Statement, StatementBlock, StatementColumn } from '../../model/disclosure';
import type { Family, FormBlock, FormSpec } from '../../model/form';
import { type FactKey, makeKey, type PartialKey } from '../../model/key';
import type { TextFact } from '../../model/narrative';
import { FROM_TEXT_NOTE } from '../../vocabulary/labels';
import { withYear } from '../layout/columns';
import { candidateRows, keptRows, placedRow, type TextRow } from './rows';
import { type Found, SameMoney } from './same-money';
import { sourceLines } from './words';
import { amountIn, type Stated, TextValues } from './values';

/*
 * Forms that a document does not print are filled from what its explanation states: a figure whose key is that of a
 * cell stands in that cell, and the cell says where it was taken from. A form that is printed is never touched, however
 * little is in it.
 */

/**
 * A document with statements made of its explanation, for laying out only: none of it is printed there, and none of it
 * proves anything.
 */
export interface FilledFromText {
  readonly disclosure: Disclosure;
  /** For each made fact, by id, what it was taken from. */
  readonly origins: ReadonlyMap<number, Found>;
  /** Where a figure of the text stands, by its id: ids of made facts, the first is the cell that shows it. */
  readonly factOf: ReadonlyMap<number, number>;
}

/** Adds the forms that the document lacks and its explanation fills, at least in part. */
export function fillFromText(disclosure: Disclosure, family: Family | undefined): FilledFromText {
  const nothing: FilledFromText = { disclosure, origins: new Map(), factOf: new Map() };
  if (!family || !disclosure.narrative) return nothing;
  const printed = new Set(disclosure.statements.map(({ id }) => id));
  const empty = new Set((disclosure.listed ?? []).flatMap((each) => (each.empty ? [each.form] : [])));
  const lacking = family.forms.filter(({ id }) => !printed.has(id) && !empty.has(id));
  if (lacking.length === 0) return nothing;
  const values = new TextValues(disclosure.narrative, disclosure.profile);
  const money = new SameMoney(values);
  const statements: Statement[] = [];
  const facts: Fact[] = [];
  const origins = new Map<number, Found>();
  const factOf = new Map<number, number>();
  for (const form of lacking) {
    const draft = draftForm(form, disclosure, values, money);
    if (!draft) continue;
    const number = disclosure.statements.length + statements.length;
    const take = (found: Found, key: FactKey, block: number, row: number, column: number): number => {
      const id = disclosure.facts.length + facts.length;
      const { figure } = found.stated;
      facts.push({
        id,
        amount: amountIn(disclosure.profile.unit, figure),
        unit: disclosure.profile.unit,
        key,
        place: figure.place,
        statement: number,
        block,
        row,
        column,
      });
      origins.set(id, found);
      // The cell whose key the words give comes before those that are the same money.
      const before = factOf.get(figure.id);
      if (before === undefined || (origins.get(before)!.because && !found.because)) factOf.set(figure.id, id);
      return id;
    };
    statements.push(toStatement(form, draft, disclosure, take));
  }
  if (statements.length === 0) return nothing;
  return {
    disclosure: {
      ...disclosure,
      statements: [...disclosure.statements, ...statements],
      facts: [...disclosure.facts, ...facts],
    },
    origins,
    factOf,
  };
}

interface Cell {
  readonly key: FactKey;
  readonly found: Found;
}

interface DraftBlock {
  readonly spec: FormBlock;
  readonly rows: readonly TextRow[];
  /** [row][column] */
  readonly cells: readonly (readonly (Cell | undefined)[])[];
}

/** What the text fills of a form; undefined when that is nothing. */
function draftForm(
  form: FormSpec,
  disclosure: Disclosure,
  values: TextValues,
  money: SameMoney,
): DraftBlock[] | undefined {
  const blocks = form.blocks.map((spec): DraftBlock => {
    const candidates = candidateRows(spec, values.all());
    const all = candidates.map((row) =>
      spec.columns.map((column) =>
        column.role === 'amount' ? cellOf(form.key, spec.key, column.key ?? {}, row.key, money) : undefined,
      ),
    );
    const kept = keptRows(
      candidates,
      (row) => all[row]!.some((cell) => cell !== undefined),
      spec.rows.kind === 'fixed',
    );
    return { spec, rows: kept.map((at) => candidates[at]!), cells: kept.map((at) => all[at]!) };
  });
  return blocks.some(({ cells }) => cells.some((row) => row.some((cell) => cell !== undefined))) ? blocks : undefined;
}

function cellOf(
  form: PartialKey,
  block: PartialKey,
  column: PartialKey,
  row: PartialKey,
  money: SameMoney,
): Cell | undefined {
  // 工资福利支出 of one 科目: two items at once have no key, and the text speaks of one.
  if (row.item === '' || (column.item !== undefined && row.item !== undefined)) return undefined;
  const key = makeKey(form, block, column, row);
  const found = money.find(key);
  return found && { key, found };
}

/** As the document lists it, whole: a list drops the last character now and then. */
function titleOf({ title }: FormSpec, listed: string | undefined, year: number | null): string {
  if (listed === undefined) return withYear(title, year);
  return listed.endsWith('表') ? listed : `${listed}表`;
}

type Take = (found: Found, key: FactKey, block: number, row: number, column: number) => number;

function toStatement(
  form: FormSpec,
  draft: readonly DraftBlock[],
  { profile, listed, narrative }: Disclosure,
  take: Take,
): Statement {
  const sources: Stated[] = [];
  const first = draft.flatMap(({ cells }) =>
    cells.flatMap((row) => row.flatMap((cell) => (cell ? [cell.found.stated.figure.place] : []))),
  )[0]!;
  const blocks = draft.map(({ spec, rows, cells }, b): StatementBlock => ({
    key: spec.key,
    columns: spec.columns.map(({ role, heading, key = {} }, index): StatementColumn => ({
      index,
      role,
      path: heading.map((text) => withYear(text, profile.year)),
      key,
      parts: [],
    })),
    rows: rows.map((row, index) => placedRow(row, index, first)),
    facts: cells.map((row, r) =>
      row.map((cell, c) => {
        if (!cell) return -1;
        sources.push(cell.found.stated);
        return take(cell.found, cell.key, b, r, c);
      }),
    ),
  }));
  const name = listed?.find((each) => each.form === form.id);
  const figures = [...new Set(sources.map(({ figure }) => figure))].sort((a: TextFact, b: TextFact) => a.id - b.id);
  return {
    ...{
      id: form.id,
      title: titleOf(form, name?.title, profile.year),
      titlePlace: name?.place ?? first,
      place: first,
      number: '',
      unit: profile.unit,
      key: form.key,
    },
    blocks,
    notes: [{ text: `${FROM_TEXT_NOTE}：${sourceLines(figures, narrative!)}。其余各格正文没有写明。`, place: first }],
    strays: [],
  };
}
