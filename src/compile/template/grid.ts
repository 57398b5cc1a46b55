import type { FixedRow, FormBlock, FormColumn, FormSpec } from '../../model/form';
import { makeKey, ROOT, type FactKey } from '../../model/key';
import { natureOfClass } from '../../vocabulary/items';
import type { ListRows, PlacedColumn, UnfilledForm } from '../../workbook';
import { isCoded } from './outline';

/*
 * A form as it lies on its sheet, with what it says of every row and column: block by block, and a list that is printed
 * in strips as one.
 */

export interface Line {
  /** Row of the sheet, from 0. */
  readonly at: number;
  readonly label: string;
  readonly spec: FixedRow;
  /** What form and row say of all figures in it. */
  readonly key: FactKey;
  /** Column of the sheet for each column of amounts. */
  readonly columns: ReadonlyMap<FormColumn, number>;
}

export interface AmountColumn {
  readonly spec: FormColumn;
  /** Header texts from the outermost down. */
  readonly heading: readonly string[];
  /** What form and column say of all figures in it. */
  readonly key: FactKey;
}

export interface Grid {
  readonly form: FormSpec;
  readonly block: FormBlock;
  /** Name of the sheet. */
  readonly sheet: string;
  readonly columns: readonly AmountColumn[];
  readonly lines: readonly Line[];
  /** Columns of the sheet that hold codes, from left to right. */
  readonly codes: readonly number[];
  /** Rows that are filled in, from the total above them or the header on. */
  readonly list: ListRows;
}

/** The line of a form whose rows are open that adds them up. */
export function isListTotal({ block }: Grid, { spec }: Line): boolean {
  return block.rows.kind === 'open' && spec === block.rows.total;
}

/** Key of a row; one of 支出经济分类 says by its code what it is spent on. */
function lineKey(form: FormSpec, block: FormBlock, { key }: FixedRow): FactKey {
  const full = makeKey(form.key, block.key, key);
  const code = /^e:(\d+)$/.exec(full.item)?.[1];
  const nature = code === undefined || key.nature !== undefined ? undefined : natureOfClass(code);
  return nature === undefined ? full : { ...full, nature };
}

function amountColumns(form: FormSpec, block: FormBlock, placed: readonly PlacedColumn[]): AmountColumn[] {
  return block.columns.flatMap((spec) => {
    const column = placed.find((each) => each.spec === spec);
    return spec.role === 'amount' && column
      ? [{ spec, heading: column.heading, key: makeKey(form.key, block.key, spec.key ?? {}) }]
      : [];
  });
}

function homes(columns: readonly PlacedColumn[]): Map<FormColumn, number> {
  return new Map(columns.flatMap(({ spec, at, role }) => (spec && role === 'amount' ? [[spec, at] as const] : [])));
}

function listOf(block: FormBlock, lines: readonly Line[], bodyTop: number, bodyRows: number): ListRows {
  const { rows } = block;
  const total = rows.kind === 'open' && rows.total ? lines.find(({ spec }) => spec === rows.total)?.at : undefined;
  const isLast = rows.kind === 'open' && rows.totalLast === true;
  return {
    after: total !== undefined && !isLast ? total : bodyTop - 1,
    before: total !== undefined && isLast ? total : bodyTop + bodyRows,
    open: !(total !== undefined && isLast),
  };
}

/** The blocks of one form. */
export function gridsOf({ plan, placement }: UnfilledForm): Grid[] {
  const { form, blocks, bodyTop, bodyRows } = placement;
  if (!form) return [];
  return form.blocks.map((block) => {
    const parts = blocks.filter((part) => part.form === block);
    const columns = parts.flatMap((part) => part.columns);
    const lines = parts.flatMap((part) => {
      const own = homes(part.columns);
      return part.rows.flatMap(({ at, spec, label }): Line[] =>
        spec && !spec.section && holds(spec)
          ? [{ at, label, spec, key: lineKey(form, block, spec), columns: own }]
          : [],
      );
    });
    const codes = columns.flatMap(({ role, at }) => (role === 'code' ? [at] : []));
    return {
      form,
      block,
      sheet: plan.name,
      columns: amountColumns(form, block, columns),
      lines,
      codes,
      list: listOf(block, lines, bodyTop, bodyRows),
    };
  });
}

/** False for a row that only keeps both sides level. */
function holds({ key }: FixedRow): boolean {
  return key.item !== '';
}

/** Key of a figure, by its row and column. */
export function figureKey({ form, block }: Grid, { spec: row }: Line, { spec: column }: AmountColumn): FactKey {
  return makeKey(form.key, block.key, column.key ?? {}, row.key);
}

/** True for a figure that stands on its own in the space of all figures, so that another form may print it too. */
export function isShared(key: FactKey, { spec }: Line): boolean {
  return key.flow !== ROOT.flow && !isCoded(spec) && spec.label !== '' && !spec.count;
}
