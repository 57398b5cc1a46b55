import type { Disclosure, Profile, Statement, StatementBlock, Unit } from '../../model/disclosure';
import type { Family, FormBlock, FormSpec } from '../../model/form';
import { isFromTextNote } from '../../vocabulary/labels';
import { SheetNames } from '../sheet-name';
import { withoutYear, withYear, type PlacedColumn, type UnplacedColumn } from './columns';
import { formsOf } from './forms-of';
import { type BlockMatch, formBlocks, hasAdded, printedBlocks } from './match';
import type { BlockRows, PlacedRow } from './rows';

/*
 * Where everything goes: which statement on which sheet, which of its rows and columns in which row and column. No
 * style and no text is made here, so that addresses alone cost next to nothing.
 */

/** Sheets that are not tables of the document; their names stay free. */
export const FINDINGS_SHEET = '核对结果';
/** Sheet of the explanation's figures. */
export const NARRATIVE_SHEET = '情况说明';
/** Sheet of the form that an inspector sends back. */
export const INSPECTION_SHEET = '检查表';
const RESERVED = [FINDINGS_SHEET, NARRATIVE_SHEET, INSPECTION_SHEET];

// Rows above the header: number of the form, title, entity and unit.
export const HEAD_ROWS = 3;

export interface BlockPlacement {
  readonly source: StatementBlock | undefined;
  /** Index in Statement.blocks; -1 where the document has no such block. */
  readonly index: number;
  readonly columns: readonly PlacedColumn[];
  readonly rows: readonly PlacedRow[];
  /** The block of the form that it is; absent for one that the form does not have. */
  readonly form?: FormBlock;
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

function rowsOf({ body, foot }: BlockRows, top: number, height: number): PlacedRow[] {
  return [
    ...body.map((row, index) => ({ ...row, at: top + index })),
    ...foot.map((row, index) => ({ ...row, at: top + height - foot.length + index })),
  ];
}

/** What is known of a sheet before its rows and columns are. */
export type SheetHead = Pick<SheetPlacement, 'name' | 'form' | 'statement' | 'index' | 'unit'>;

/** A row over several blocks: its label takes all columns but the last, which holds its amount. */
function placeSpan(
  { source, index, form }: BlockMatch,
  row: PlacedRow,
  columns: readonly PlacedColumn[],
): BlockPlacement {
  const last = columns.reduce((found, { role }, at) => (role === 'amount' ? at : found), 0);
  const label = columns.slice(0, last).map((column): PlacedColumn => ({ ...column, role: 'name' }));
  return { source, index, columns: [...label, columns[last]!], rows: [row], ...(form && { form }) };
}

/** Lines the blocks up: bodies begin level, feet end level, appended columns stand to the right of the last block. */
function assemble(head: SheetHead, blocks: readonly BlockMatch[]): SheetPlacement {
  const columns: PlacedColumn[] = [];
  // Blocks of one list that neighbour each other under one head are one group.
  const groups = blocks.map(({ index, group }, at) => {
    const isFirst = (one: BlockMatch): boolean => one.index === index && one.group === group;
    return group === undefined ? at : blocks.findIndex(isFirst);
  });
  const push = ({ role, heading, width, source, added, spec }: UnplacedColumn, block: number): void => {
    columns.push({
      role,
      heading,
      width,
      source,
      at: columns.length,
      block,
      group: groups[block]!,
      added,
      ...(spec && { spec }),
    });
  };
  blocks.forEach((block, index) => block.columns.forEach((column) => push(column, index)));
  blocks.forEach((block, index) => block.extra.forEach((column) => push(column, index)));
  const headerRows = Math.max(1, ...columns.map(({ heading }) => heading.length));
  const bodyTop = HEAD_ROWS + headerRows + (head.form?.numbered ? 1 : 0);
  const bodyRows = Math.max(0, ...blocks.map(({ rows }) => rows().body.length + rows().foot.length));
  const placed = blocks.map(({ source, index, rows, form }, at): BlockPlacement => {
    return {
      source,
      index,
      columns: columns.filter(({ block }) => block === at),
      rows: rowsOf(rows(), bodyTop, bodyRows),
      ...(form && { form }),
    };
  });
  const spans = blocks.flatMap((match, at) =>
    (match.spans ?? []).map(({ row, blocks: covered, up }) => {
      const under = columns.filter(({ block, added }) => !added && block >= at && block < at + covered);
      return placeSpan(match, { ...row, at: bodyTop + bodyRows - 1 - up }, under);
    }),
  );
  return { ...head, columns, headerRows, bodyTop, bodyRows, blocks: [...placed, ...spans] };
}

/** A sheet: its name at once; what goes into which row and column is settled when it is asked for. */
export class Sheet {
  private matches: readonly BlockMatch[] | undefined = undefined;
  private settled: SheetPlacement | undefined = undefined;

  /** @param match finds the blocks of the sheet */
  constructor(
    readonly head: SheetHead,
    private readonly match: () => readonly BlockMatch[],
  ) {}

  /** Does it hold rows or columns that its form does not have? */
  get hasAdded(): boolean {
    const { form, statement } = this.head;
    return form !== undefined && statement !== undefined && this.blocks().some(hasAdded);
  }

  get placement(): SheetPlacement {
    return (this.settled ??= assemble(this.head, this.blocks()));
  }

  private blocks(): readonly BlockMatch[] {
    return (this.matches ??= this.match());
  }
}

function formSheet(disclosure: Disclosure, form: FormSpec, name: string, index: number): Sheet {
  const statement = disclosure.statements[index];
  const head: SheetHead = {
    name,
    form,
    ...(statement && { statement }),
    index,
    unit: statement?.unit ?? disclosure.profile.unit,
  };
  return new Sheet(head, () => formBlocks(disclosure, form, statement));
}

function printedSheet(disclosure: Disclosure, name: string, index: number): Sheet {
  const statement = disclosure.statements[index]!;
  return new Sheet({ name, statement, index, unit: statement.unit }, () => printedBlocks(statement));
}

/**
 * Every sheet: the forms of the family in their order (each once for every time it is printed, or empty), then the
 * statements of no form, in the document's order.
 */
export function placeSheets(disclosure: Disclosure, family: Family | undefined): Sheet[] {
  const names = new SheetNames(RESERVED);
  const forms = formsOf(disclosure, family);
  // The forms take their canonical names before any other table can.
  const canonical = forms.map((form) => names.take(form.sheet));
  const byForm = new Map<string, number[]>();
  for (const { id } of forms) byForm.set(id, []);
  disclosure.statements.forEach(({ id }, index) => byForm.get(id)?.push(index));
  const sheets = forms.flatMap((form, at) => {
    const found = byForm.get(form.id)!;
    return (found.length > 0 ? found : [-1]).map((index, turn) =>
      formSheet(disclosure, form, turn === 0 ? canonical[at]! : names.take(form.sheet), index),
    );
  });
  disclosure.statements.forEach(({ id, title }, index) => {
    if (!byForm.has(id)) sheets.push(printedSheet(disclosure, names.take(title, `表${index + 1}`), index));
  });
  return sheets;
}

/**
 * Printed title of the sheet: of the titles that the form has had in different years the one that the document prints.
 */
export function titleOf({ form, statement }: SheetPlacement, { year, level }: Profile): string {
  // Where the sheet was filled from the text, the list that names the form names the sheet.
  if (!form || (statement && isFromTextNote(statement.notes[0]?.text ?? ''))) return statement?.title ?? '';
  const word = level === 'department' ? '部门' : '单位';
  // A missing year leaves a title as it is without its year, never 金额.
  const titles = [form.title, ...(form.aliases ?? [])].map((title) => withYear(title, year).replace('{level}', word));
  const printed = withoutYear(statement?.title ?? '');
  return titles.find((title) => withoutYear(title) === printed) ?? titles[0]!;
}
