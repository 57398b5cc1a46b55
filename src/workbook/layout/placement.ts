import type { Disclosure, Profile, Statement, StatementBlock, Unit } from '../../model/disclosure';
import type { Family, FormBlock, FormSpec } from '../../model/form';
import { makeKey } from '../../model/key';
import { isFromTextNote } from '../../vocabulary/labels';
import { SheetNames } from '../sheet-name';
import { matchColumns, printedColumns, withoutYear, withYear, type PlacedColumn, type UnplacedColumn } from './columns';
import { foldRows, roomFor } from './folds';
import { formsOf } from './forms-of';
import { extraRows, matchRows, printedRows, type BlockRows, type HoldsContent, type PlacedRow, type PrintedPart, type UnplacedRow } from './rows';

/*
 * Where everything goes: which statement on which sheet, which of its rows and columns in which row and column. No style
 * and no text is made here, so that addresses alone cost next to nothing.
 */

/** Sheets that are not tables of the document; their names stay free. */
export const FINDINGS_SHEET = '核对结果';
/** Sheet of the explanation's figures. */
export const NARRATIVE_SHEET = '情况说明';
const RESERVED = [FINDINGS_SHEET, NARRATIVE_SHEET, '检查表'];

// Rows above the header: number of the form, title, entity and unit.
export const HEAD_ROWS = 3;

export interface BlockPlacement {
  readonly source: StatementBlock | undefined;
  /** Index in Statement.blocks; -1 where the document has no such block. */
  readonly index: number;
  readonly columns: readonly PlacedColumn[];
  readonly rows: readonly PlacedRow[];
}

export interface SheetPlacement {
  readonly name: string;
  /** Absent for a table of no family. */
  readonly form?: FormSpec;
  readonly statement?: Statement;
  /** Index in Disclosure.statements; -1 for a form that the document lacks. */
  readonly index: number;
  readonly unit: Unit;
  readonly blocks: readonly BlockPlacement[];
  /** All columns of the sheet from left to right. */
  readonly columns: readonly PlacedColumn[];
  /** Rows of the header, from row HEAD_ROWS; without the row of column numbers. */
  readonly headerRows: number;
  readonly bodyTop: number;
  readonly bodyRows: number;
}

interface BlockMatch {
  readonly source: StatementBlock | undefined;
  readonly index: number;
  readonly columns: readonly UnplacedColumn[];
  readonly extra: readonly UnplacedColumn[];
  readonly rows: BlockRows;
  /** Of a folded list, which neighbours are under one head. */
  readonly group?: number;
  /** Rows that go over the columns of several neighbours, this one the first of them. */
  readonly spans?: readonly Span[];
}

interface Span {
  readonly row: UnplacedRow;
  /** How many blocks it covers. */
  readonly blocks: number;
  /** Lines above the last one of the sheet. */
  readonly up: number;
}

/**
 * For each block of the form the block of the statement with its flow. A block that does not say its flow goes by order;
 * one that says another flow is `left`: its figures would stand under the wrong heading.
 */
function pairBlocks(form: FormSpec, statement: Statement | undefined): { pairs: number[]; left: number[] } {
  const flows = (statement?.blocks ?? []).map(({ key }) => makeKey(statement!.key, key).flow);
  const left = flows.map((_, index) => index);
  const take = (fits: (flow: string) => boolean): number => {
    const at = left.findIndex((index) => fits(flows[index]!));
    return at < 0 ? -1 : left.splice(at, 1)[0]!;
  };
  const pairs = form.blocks.map((block) => {
    const wanted = makeKey(form.key, block.key).flow;
    return take((flow) => flow === wanted);
  });
  const isOnly = form.blocks.length === 1;
  return { pairs: pairs.map((index) => (index >= 0 ? index : take((flow) => isOnly || flow === ''))), left };
}

/** Does this row hold an amount, a dash or a stray text? Built once a block, asked once a row. */
function contentOf(disclosure: Disclosure, statement: Statement, block: number): HoldsContent {
  const strays = new Set(statement.strays.filter((stray) => stray.block === block).map(({ row }) => row));
  const facts = statement.blocks[block]!.facts;
  return (row) =>
    strays.has(row) || (facts[row] ?? []).some((id) => id >= 0 && disclosure.facts[id]!.amount.raw !== '');
}

function matchFormBlock(
  disclosure: Disclosure,
  form: FormSpec,
  formBlock: FormBlock,
  statement: Statement | undefined,
  index: number,
): BlockMatch[] {
  const source = statement?.blocks[index];
  const sourceKey = statement?.key ?? {};
  const year = disclosure.profile.year;
  const { own, extra } = matchColumns({ form: formBlock, formKey: form.key, source, sourceKey, year });
  const rows = matchRows(formBlock.rows, {
    source,
    sourceKey: { ...sourceKey, ...source?.key },
    formKey: { ...form.key, ...formBlock.key },
    holdsContent: source ? contentOf(disclosure, statement, index) : () => false,
  });
  const list = { source, index, columns: own, extra, rows };
  return foldBlock(formBlock, list) ?? [list];
}

/** The strips of a folded list; undefined for a list that the document has more columns in, or that says nothing of the groups. */
function foldBlock({ folds }: FormBlock, list: BlockMatch): BlockMatch[] | undefined {
  if (!folds || list.extra.length > 0) return undefined;
  const folded = foldRows(folds, [...list.rows.body, ...list.rows.foot], list.source);
  if (!folded) return undefined;
  const { strips, lines } = folded;
  return strips.map(({ group, rows }, at) => {
    const { head } = folds.groups[group]!;
    return {
      ...list,
      group,
      columns: list.columns.map((column) => ({ ...column, heading: [head, ...column.heading] })),
      rows: { body: rows, foot: roomFor(folded) },
      spans: lines.flatMap((line, number) =>
        line.flatMap(({ row, from, to }) => (from === at ? [{ row, blocks: to - from + 1, up: lines.length - 1 - number }] : [])),
      ),
    };
  });
}

/** A block of the document that the form has no block for. */
function extraBlock(disclosure: Disclosure, statement: Statement, index: number): BlockMatch {
  const source = statement.blocks[index]!;
  const rows = extraRows(source, contentOf(disclosure, statement, index));
  return {
    source,
    index,
    columns: printedColumns(source).map((column) => ({ ...column, added: true })),
    extra: [],
    rows,
  };
}

function rowsOf({ body, foot }: BlockRows, top: number, height: number): PlacedRow[] {
  return [
    ...body.map((row, index) => ({ ...row, at: top + index })),
    ...foot.map((row, index) => ({ ...row, at: top + height - foot.length + index })),
  ];
}

type SheetHead = Pick<SheetPlacement, 'name' | 'form' | 'statement' | 'index' | 'unit'>;

/** A row over several blocks: its label takes all columns but the last, which holds its amount. */
function placeSpan({ source, index }: BlockMatch, row: PlacedRow, columns: readonly PlacedColumn[]): BlockPlacement {
  const last = columns.reduce((found, { role }, at) => (role === 'amount' ? at : found), 0);
  const label = columns.slice(0, last).map((column): PlacedColumn => ({ ...column, role: 'name' }));
  return { source, index, columns: [...label, columns[last]!], rows: [row] };
}

/** Lines the blocks up: bodies begin level, feet end level, appended columns stand to the right of the last block. */
function assemble(head: SheetHead, blocks: readonly BlockMatch[]): SheetPlacement {
  const columns: PlacedColumn[] = [];
  // Blocks of one list that neighbour each other under one head are one group.
  const groups = blocks.map(({ index, group }, at) => {
    const isFirst = (one: BlockMatch): boolean => one.index === index && one.group === group;
    return group === undefined ? at : blocks.findIndex(isFirst);
  });
  const push = (column: UnplacedColumn, block: number): void => {
    columns.push({ ...column, at: columns.length, block, group: groups[block]! });
  };
  blocks.forEach((block, index) => block.columns.forEach((column) => push(column, index)));
  blocks.forEach((block, index) => block.extra.forEach((column) => push(column, index)));
  const headerRows = Math.max(1, ...columns.map(({ heading }) => heading.length));
  const bodyTop = HEAD_ROWS + headerRows + (head.form?.numbered ? 1 : 0);
  const bodyRows = Math.max(0, ...blocks.map(({ rows }) => rows.body.length + rows.foot.length));
  const placed = blocks.map(({ source, index, rows }, at): BlockPlacement => {
    return { source, index, columns: columns.filter(({ block }) => block === at), rows: rowsOf(rows, bodyTop, bodyRows) };
  });
  const spans = blocks.flatMap((match, at) =>
    (match.spans ?? []).map(({ row, blocks: covered, up }) => {
      const under = columns.filter(({ block, added }) => !added && block >= at && block < at + covered);
      return placeSpan(match, { ...row, at: bodyTop + bodyRows - 1 - up }, under);
    }),
  );
  return { ...head, columns, headerRows, bodyTop, bodyRows, blocks: [...placed, ...spans] };
}

function placeForm(disclosure: Disclosure, form: FormSpec, name: string, index: number): SheetPlacement {
  const statement = disclosure.statements[index];
  const { pairs, left } = pairBlocks(form, statement);
  const unit = statement?.unit ?? disclosure.profile.unit;
  const head: SheetHead = { name, form, ...(statement && { statement }), index, unit };
  // A list that is folded under heads of several kinds was read as several: it is folded already.
  if (left.length > 0 && form.blocks.some(({ folds }) => folds)) return assemble(head, printedBlocks(statement!));
  const matches = form.blocks.flatMap((block, at) => matchFormBlock(disclosure, form, block, statement, pairs[at]!));
  matches.push(...left.map((extra) => extraBlock(disclosure, statement!, extra)));
  return assemble(head, matches);
}

/** A block that is printed side by side is as many parts as it has folds. */
function printedParts(source: StatementBlock): PrintedPart[] {
  const folds = Math.max(0, ...source.columns.map((column) => column.folds?.length ?? 0));
  return folds > 1 ? Array.from({ length: folds }, (_, fold) => ({ source, fold })) : [{ source }];
}

/** Blocks as the document prints them. */
function printedBlocks({ blocks }: Statement): BlockMatch[] {
  const parts = blocks.flatMap((source, at) => printedParts(source).map((part) => ({ ...part, at })));
  const rows = printedRows(parts);
  return parts.map(({ source, fold, at }, part) => {
    const columns = printedColumns(source, fold);
    return { source, index: at, columns, extra: [], rows: rows[part]!, ...(fold === undefined ? {} : { group: 0 }) };
  });
}

function placePrinted(disclosure: Disclosure, name: string, index: number): SheetPlacement {
  const statement = disclosure.statements[index]!;
  return assemble({ name, statement, index, unit: statement.unit }, printedBlocks(statement));
}

/**
 * Every sheet: the forms of the family in their order (each once for every time it is printed, or empty), then the
 * statements of no form, in the document's order.
 */
export function placeSheets(disclosure: Disclosure, family: Family | undefined): SheetPlacement[] {
  const names = new SheetNames(RESERVED);
  const forms = formsOf(disclosure, family);
  // The forms take their canonical names before any other table can.
  const canonical = forms.map((form) => names.take(form.sheet));
  const placed = new Set<number>();
  const sheets = forms.flatMap((form, at) => {
    const found = disclosure.statements.flatMap(({ id }, index) => (id === form.id ? [index] : []));
    for (const index of found) placed.add(index);
    return (found.length > 0 ? found : [-1]).map((index, turn) =>
      placeForm(disclosure, form, turn === 0 ? canonical[at]! : names.take(form.sheet), index),
    );
  });
  disclosure.statements.forEach(({ title }, index) => {
    if (!placed.has(index)) sheets.push(placePrinted(disclosure, names.take(title, `表${index + 1}`), index));
  });
  return sheets;
}

/** Printed title of the sheet: of the titles that the form has had in different years the one that the document prints. */
export function titleOf({ form, statement }: SheetPlacement, { year, level }: Profile): string {
  // Where the sheet was filled from the text, the list that names the form names the sheet.
  if (!form || (statement && isFromTextNote(statement.notes[0]?.text ?? ''))) return statement?.title ?? '';
  const word = level === 'department' ? '部门' : '单位';
  // A missing year leaves a title as it is without its year, never 金额.
  const titles = [form.title, ...(form.aliases ?? [])].map((title) => withYear(title, year).replace('{level}', word));
  const printed = withoutYear(statement?.title ?? '');
  return titles.find((title) => withoutYear(title) === printed) ?? titles[0]!;
}
