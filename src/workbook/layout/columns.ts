import type { ColumnRole, StatementBlock, StatementColumn } from '../../model/disclosure';
import type { FormBlock, FormColumn } from '../../model/form';
import { DIMENSIONS, makeKey, type Dimension, type FactKey, type PartialKey } from '../../model/key';
import { memoized } from '../../shared/memo';
import { comparable } from '../../shared/text';

/*
 * Which column of the document goes into which column of the form. Meaning decides (role and key), then the printed
 * heading; what finds no place is appended, never dropped.
 */

export interface PlacedColumn {
  readonly role: ColumnRole;
  /** Header texts from the outermost down, ready to print. */
  readonly heading: readonly string[];
  /** Width in characters that the form asks for. */
  readonly width: number;
  /** Index in StatementBlock.columns; -1 where the document has no such column. */
  readonly source: number;
  /** Column of the sheet, from 0. */
  readonly at: number;
  /** Index of the block of the sheet. */
  readonly block: number;
  /** Columns of one group share their heads where these are equal. */
  readonly group: number;
  /** The form does not have it. */
  readonly added: boolean;
  /** What the form says of it. */
  readonly spec?: FormColumn;
}

export type UnplacedColumn = Omit<PlacedColumn, 'at' | 'block' | 'group'>;

/** Replaces {year}; without a year its words are left out, and a heading of nothing else says 金额. */
export function withYear(text: string, year: number | null): string {
  // Asked for every heading of every form, and few name the year.
  if (text !== '' && !text.includes('{')) return text;
  if (year !== null) return text.replace(/\{year\}/g, String(year));
  return text.replace(/\{year\}年?/g, '') || '金额';
}

/** Printed headings differ in the year (a wrong one, or 2023预算数 without 年), which is not what tells columns apart. */
export const withoutYear = memoized((text) => comparable(text).replace(/20\d\d年?/, ''));

function varyingDimensions(candidates: readonly Candidate[]): Dimension[] {
  if (candidates.length < 2) return [];
  const { key: first } = candidates[0]!;
  return DIMENSIONS.filter((dimension) => {
    for (const { key } of candidates) if (key[dimension] !== first[dimension]) return true;
    return false;
  });
}

function agree(one: FactKey, other: FactKey, dimensions: readonly Dimension[]): boolean {
  for (const dimension of dimensions) if (one[dimension] !== other[dimension]) return false;
  return true;
}

/** A column of amounts, for comparing those of the form with those of the document. */
class Candidate {
  readonly heading: string;
  private bareHeading: string | undefined = undefined;

  constructor(
    readonly index: number,
    readonly key: FactKey,
    private readonly path: readonly string[],
  ) {
    this.heading = joined(path, comparable);
  }

  /** The heading without its year. */
  get bare(): string {
    return (this.bareHeading ??= joined(this.path, withoutYear));
  }
}

function joined(path: readonly string[], as: (text: string) => string): string {
  let text = '';
  for (let at = 0; at < path.length; at += 1) text += at === 0 ? as(path[at]!) : `/${as(path[at]!)}`;
  return text;
}

/** Index of the source column for each amount column of the form, in the form's order; -1 where there is none. */
function matchAmounts(
  { candidates: form, varying: inForm }: FormSide,
  source: readonly Candidate[],
): Map<number, number> {
  const matched = new Map<number, number>();
  if (source.length === 0) return matched;
  const inBoth = [...new Set([...inForm, ...varyingDimensions(source)])];
  // From the surest to the least sure: a later pass sees only what the earlier ones left.
  const passes: readonly ((one: Candidate, other: Candidate) => boolean)[] = [
    (one, other) => agree(one.key, other.key, inBoth) && one.heading === other.heading,
    (one, other) => agree(one.key, other.key, inBoth) && one.bare === other.bare,
    (one, other) => agree(one.key, other.key, inBoth),
    (one, other) => agree(one.key, other.key, inForm) && one.bare === other.bare,
    (one, other) => inForm.length > 0 && agree(one.key, other.key, inForm),
    (one, other) => one.bare === other.bare,
  ];
  const used = new Set<number>();
  for (const fits of passes) {
    for (const wanted of form) {
      if (matched.has(wanted.index)) continue;
      const found = source.find((candidate) => !used.has(candidate.index) && fits(wanted, candidate));
      if (!found) continue;
      matched.set(wanted.index, found.index);
      used.add(found.index);
    }
    if (matched.size === form.length || used.size === source.length) break;
  }
  return matched;
}

/** What a block of a form and a block of the document are compared by. */
export interface BlockPair {
  readonly form: FormBlock;
  readonly formKey: PartialKey;
  readonly source: StatementBlock | undefined;
  readonly sourceKey: PartialKey;
  readonly year: number | null;
}

/**
 * What there is to know of the columns of a form's block, whatever the document: its headings as they read in one year.
 */
interface FormSide {
  readonly year: number | null;
  readonly formKey: PartialKey;
  readonly headings: readonly (readonly string[])[];
  readonly candidates: readonly Candidate[];
  /** Dimensions in which its columns of amounts differ. */
  readonly varying: readonly Dimension[];
}

/** Forms are few, documents of one year come together, and a block that stands in several forms is rare. */
const formSides = new WeakMap<FormBlock, FormSide>();

function formSide({ form, formKey, year }: BlockPair): FormSide {
  const known = formSides.get(form);
  if (known?.year === year && known.formKey === formKey) return known;
  const headings = form.columns.map(({ heading }) => heading.map((text) => withYear(text, year)));
  const candidates = form.columns.flatMap(({ role, key }, index) =>
    role === 'amount' ? [new Candidate(index, makeKey(formKey, form.key, key ?? {}), headings[index]!)] : [],
  );
  const side = { year, formKey, headings, candidates, varying: varyingDimensions(candidates) };
  formSides.set(form, side);
  return side;
}

function sourceCandidates({ source, sourceKey }: BlockPair): Candidate[] {
  const candidates: Candidate[] = [];
  source?.columns.forEach(({ role, key, path }, index) => {
    if (role === 'amount') candidates.push(new Candidate(index, makeKey(sourceKey, source.key, key), path));
  });
  return candidates;
}

/** Roles whose text a row holds once (code, label, category): one column of a block is enough to print it. */
function isTextRole(role: ColumnRole): boolean {
  return role === 'code' || role === 'category';
}

function appended(column: StatementColumn, index: number): UnplacedColumn {
  return { role: column.role, heading: column.path, width: WIDTHS[column.role], source: index, added: true };
}

const WIDTHS: Readonly<Record<ColumnRole, number>> = { code: 12, name: 32, category: 24, ordinal: 7, amount: 14 };

/**
 * Columns of one block: those of the form in its order, then what the document has beyond them.
 * @returns `own` stand at the block's place; `extra` go to the right of the last block.
 */
export function matchColumns(pair: BlockPair): { readonly own: UnplacedColumn[]; readonly extra: UnplacedColumn[] } {
  const { form, source } = pair;
  const side = formSide(pair);
  const amounts = matchAmounts(side, sourceCandidates(pair));
  const used = new Set(amounts.values());
  const own = form.columns.map((column, index): UnplacedColumn => {
    let found = amounts.get(index) ?? -1;
    if (column.role !== 'amount') {
      found = (source?.columns ?? []).findIndex((other, at) => other.role === column.role && !used.has(at));
      if (found >= 0) used.add(found);
    }
    return {
      role: column.role,
      heading: side.headings[index]!,
      width: column.width,
      source: found,
      added: false,
      spec: column,
    };
  });
  const printed = new Set(form.columns.map(({ role }) => role));
  const whole = source?.columns.filter(({ role }) => role === 'code').length === 1;
  const extra: UnplacedColumn[] = [];
  (source?.columns ?? []).forEach((column, index) => {
    if (used.has(index)) return;
    if (column.role !== 'amount') {
      if (!isTextRole(column.role) || printed.has(column.role)) return;
      printed.add(column.role);
    }
    extra.push(appended(column, index));
  });
  return { own: whole ? withWholeCodes(own) : own, extra };
}

/** Codes that the document prints in one column stand in one, also where the form has 类, 款 and 项 apart. */
function withWholeCodes(columns: readonly UnplacedColumn[]): UnplacedColumn[] {
  const codes = columns.filter(({ role }) => role === 'code');
  if (codes.length < 2) return [...columns];
  return columns.flatMap((column) => {
    if (column.role !== 'code') return [column];
    return column === codes[0] ? [{ ...column, heading: column.heading.slice(0, -1), width: WIDTHS.code }] : [];
  });
}

// 类, 款 and 项 in columns of their own hold two or three digits each.
const CODE_PART_WIDTH = 7;
// Lists side by side share the width of the page.
const FOLD_WIDTHS: Partial<Record<ColumnRole, number>> = { code: 9, amount: 12 };

/** Columns of a block that no form describes, as printed; of one fold of it, under the heads of that fold. */
export function printedColumns(source: StatementBlock, fold?: number): UnplacedColumn[] {
  const inParts = source.columns.filter(({ role }) => role === 'code').length > 1;
  return source.columns.map((column, index) => {
    const heading = (fold === undefined ? undefined : column.folds?.[fold]) ?? column.path;
    const narrow =
      inParts && column.role === 'code' ? CODE_PART_WIDTH : fold === undefined ? undefined : FOLD_WIDTHS[column.role];
    return { ...appended(column, index), heading, added: false, ...(narrow === undefined ? {} : { width: narrow }) };
  });
}
