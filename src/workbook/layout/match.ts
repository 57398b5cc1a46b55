import type { Disclosure, Statement, StatementBlock } from '../../model/disclosure';
import type { FormBlock, FormSpec } from '../../model/form';
import { type PartialKey, ROOT } from '../../model/key';
import { matchColumns, printedColumns, type UnplacedColumn } from './columns';
import { foldRows, roomFor } from './folds';
import {
  extraRows,
  matchRows,
  printedRows,
  type BlockRows,
  type HoldsContent,
  type PrintedPart,
  type UnplacedRow,
} from './rows';

/*
 * The blocks of one sheet: which block of the document goes into which block of the form, and which of its columns and
 * rows into which.
 */

/** A block of a sheet with its columns and rows, before it is known where these stand. */
export interface BlockMatch {
  readonly source: StatementBlock | undefined;
  /** The block of the form; absent for one that the form does not have. */
  readonly form?: FormBlock;
  readonly index: number;
  readonly columns: readonly UnplacedColumn[];
  readonly extra: readonly UnplacedColumn[];
  /**
   * Made when they are asked for: rows that come from the document as they are need no look before they are laid out.
   */
  readonly rows: () => BlockRows;
  /** The rows are those of the document, so that none of them is added to the form's. */
  readonly asPrinted: boolean;
  /** Of a folded list, which neighbours are under one head. */
  readonly group?: number;
  /** Rows that go over the columns of several neighbours, this one the first of them. */
  readonly spans?: readonly Span[];
}

/** A row over several blocks. */
export interface Span {
  readonly row: UnplacedRow;
  /** How many blocks it covers. */
  readonly blocks: number;
  /** Lines above the last one of the sheet. */
  readonly up: number;
}

/**
 * For each block of the form the block of the statement with its flow. A block that does not say its flow goes by
 * order; one that says another flow is `left`: its figures would stand under the wrong heading.
 */
function pairBlocks(form: FormSpec, statement: Statement | undefined): { pairs: number[]; left: number[] } {
  const flows = (statement?.blocks ?? []).map(({ key }) => flowOf(statement!.key, key));
  const left = flows.map((_, index) => index);
  const take = (fits: (flow: string) => boolean): number => {
    const at = left.findIndex((index) => fits(flows[index]!));
    return at < 0 ? -1 : left.splice(at, 1)[0]!;
  };
  const pairs = form.blocks.map((block) => {
    const wanted = flowOf(form.key, block.key);
    return take((flow) => flow === wanted);
  });
  const isOnly = form.blocks.length === 1;
  return { pairs: pairs.map((index) => (index >= 0 ? index : take((flow) => isOnly || flow === ''))), left };
}

/** Whether a block is of receipts or of expenditure: it says so itself, or its table does. */
function flowOf(table: PartialKey, block: PartialKey): string {
  return block.flow ?? table.flow ?? ROOT.flow;
}

/** Does this row hold an amount, a dash or a stray text? Built once a block, asked for rows without a name. */
function contentOf(disclosure: Disclosure, statement: Statement, block: number): HoldsContent {
  const strays = new Set<number>();
  for (const stray of statement.strays) if (stray.block === block) strays.add(stray.row);
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
  const rows = once(() =>
    matchRows(formBlock.rows, {
      source,
      sourceKey: { ...sourceKey, ...source?.key },
      formKey: { ...form.key, ...formBlock.key },
      holdsContent: source ? contentOf(disclosure, statement, index) : () => false,
    }),
  );
  const list: BlockMatch = {
    source,
    form: formBlock,
    index,
    columns: own,
    extra,
    rows,
    asPrinted: formBlock.rows.kind === 'open',
  };
  return foldBlock(formBlock, list) ?? [list];
}

/**
 * The strips of a folded list; undefined for a list that the document has more columns in, or that says nothing of the
 * groups.
 */
function foldBlock({ folds }: FormBlock, list: BlockMatch): BlockMatch[] | undefined {
  if (!folds || list.extra.length > 0) return undefined;
  const folded = foldRows(folds, [...list.rows().body, ...list.rows().foot], list.source);
  if (!folded) return undefined;
  const { strips, lines } = folded;
  return strips.map(({ group, rows }, at) => {
    const { head } = folds.groups[group]!;
    return {
      ...list,
      group,
      columns: list.columns.map((column) => ({ ...column, heading: [head, ...column.heading] })),
      rows: () => ({ body: rows, foot: roomFor(folded) }),
      asPrinted: false,
      spans: lines.flatMap((line, number) =>
        line.flatMap(({ row, from, to }) =>
          from === at ? [{ row, blocks: to - from + 1, up: lines.length - 1 - number }] : [],
        ),
      ),
    };
  });
}

/** A block of the document that the form has no block for. */
function extraBlock(disclosure: Disclosure, statement: Statement, index: number): BlockMatch {
  const source = statement.blocks[index]!;
  const columns = printedColumns(source).map((column) => ({ ...column, added: true }));
  return {
    source,
    index,
    columns,
    extra: [],
    rows: once(() => extraRows(source, contentOf(disclosure, statement, index))),
    asPrinted: true,
  };
}

/** Blocks of a form, filled from a statement; of none, the empty form. Then the blocks that the form does not have. */
export function formBlocks(disclosure: Disclosure, form: FormSpec, statement: Statement | undefined): BlockMatch[] {
  const { pairs, left } = pairBlocks(form, statement);
  // A list that is folded under heads of several kinds was read as several: it is folded already.
  if (left.length > 0 && form.blocks.some(({ folds }) => folds)) return printedBlocks(statement!);
  const matches = form.blocks.flatMap((block, at) => matchFormBlock(disclosure, form, block, statement, pairs[at]!));
  matches.push(...left.map((extra) => extraBlock(disclosure, statement!, extra)));
  return matches;
}

/** The answer of the first call for all. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Does a block hold a row or a column that the form does not have? */
export function hasAdded({ columns, extra, rows, asPrinted, spans }: BlockMatch): boolean {
  if (extra.length > 0 || columns.some(isAdded)) return true;
  return (
    !asPrinted && (rows().body.some(isAdded) || rows().foot.some(isAdded) || (spans ?? []).some(({ row }) => row.added))
  );
}

function isAdded({ added }: { readonly added: boolean }): boolean {
  return added;
}

/** A block that is printed side by side is as many parts as it has folds. */
function printedParts(source: StatementBlock): PrintedPart[] {
  const folds = Math.max(0, ...source.columns.map((column) => column.folds?.length ?? 0));
  return folds > 1 ? Array.from({ length: folds }, (_, fold) => ({ source, fold })) : [{ source }];
}

/** Blocks as the document prints them. */
export function printedBlocks({ blocks }: Statement): BlockMatch[] {
  const parts = blocks.flatMap((source, at) => printedParts(source).map((part) => ({ ...part, at })));
  const rows = printedRows(parts);
  return parts.map(({ source, fold, at }, part) => {
    const columns = printedColumns(source, fold);
    return {
      source,
      index: at,
      columns,
      extra: [],
      rows: () => rows[part]!,
      asPrinted: true,
      ...(fold === undefined ? {} : { group: 0 }),
    };
  });
}
