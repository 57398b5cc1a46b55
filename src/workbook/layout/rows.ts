import type { RowRole, StatementBlock, StatementRow } from '../../model/disclosure';
import type { FixedRow, FormRows } from '../../model/form';
import { type PartialKey, ROOT } from '../../model/key';
import { memoized } from '../../shared/memo';
import { comparable } from '../../shared/text';

/*
 * Which row of the document goes into which row of the form: by label and key where the form prints its rows, in the
 * document's order where they come from the document. Every row that holds anything gets a row of its own.
 */

export interface UnplacedRow {
  /** Index in StatementBlock.rows; -1 for a row of the form that the document does not have. */
  readonly source: number;
  readonly role: RowRole;
  readonly code: string;
  readonly label: string;
  readonly indent: number;
  /** The form does not have it. */
  readonly added: boolean;
  /** Heads a part of the table and holds nothing. */
  readonly section?: true;
  /** Its figures are counts, shown without decimals. */
  readonly count?: true;
  /** What the form says of it. */
  readonly spec?: FixedRow;
}

export interface PlacedRow extends UnplacedRow {
  /** Row of the sheet, from 0. */
  readonly at: number;
}

/** The rows of a block: `body` from the top, `foot` from the bottom, with free rows between them. */
export interface BlockRows {
  readonly body: readonly UnplacedRow[];
  readonly foot: readonly UnplacedRow[];
}

const NUMBERING =
  /^(?:其中[:：]?)?(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|[①-⑳]|\d+[.、])?(?:其中[:：]?)?/;

/** A label without the numbering in front of it, which differs between years and offices. */
const bareLabel = memoized((label) => {
  const text = comparable(label);
  return text.replace(NUMBERING, '') || text;
});

/** What every cell of the document's row holds: is there anything that must not be lost? */
export type HoldsContent = (row: number) => boolean;

function isCarried(row: StatementRow, index: number, holdsContent: HoldsContent): boolean {
  if (row.role !== 'blank' && (row.label !== '' || row.code !== '' || row.category !== '')) return true;
  return holdsContent(index);
}

/** Rows of the document that need a row of the sheet, in order. */
export function carriedRows(source: StatementBlock | undefined, holdsContent: HoldsContent): number[] {
  const carried: number[] = [];
  source?.rows.forEach((row, index) => {
    if (isCarried(row, index, holdsContent)) carried.push(index);
  });
  return carried;
}

/**
 * A row, for comparing those of the form with those of the document: by its label, and by what its key says of a row.
 */
interface Candidate {
  readonly index: number;
  readonly label: string;
  readonly item: string;
  readonly fund: string;
  readonly vintage: string;
  readonly role: RowRole;
  /** The row itself says whose figures it holds; else its key is only that of the block. */
  readonly named: boolean;
}

function candidate(
  index: number,
  { label, role, key: { item, fund, vintage } }: StatementRow | FixedRow,
  context: PartialKey,
): Candidate {
  return {
    index,
    label: bareLabel(label),
    item: item ?? context.item ?? ROOT.item,
    fund: fund ?? context.fund ?? ROOT.fund,
    vintage: vintage ?? context.vintage ?? ROOT.vintage,
    role,
    named: item !== undefined || fund !== undefined || vintage !== undefined,
  };
}

function sameKey(one: Candidate, other: Candidate): boolean {
  return one.item === other.item && one.fund === other.fund && one.vintage === other.vintage;
}

/** Labels that stand once in the list. */
function uniqueLabels(list: readonly Candidate[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const unique = new Set<string>();
  for (const { label } of list) {
    if (seen.has(label)) unique.delete(label);
    else unique.add(label);
    seen.add(label);
  }
  return unique;
}

/** Source index for each fixed row, by index; each source row is used at most once. */
function matchFixed(
  { candidates: fixed, unique: inForm }: FixedSide,
  source: readonly Candidate[],
): Map<number, number> {
  const matched = new Map<number, number>();
  if (source.length === 0) return matched;
  const inSource = uniqueLabels(source);
  const byLabel = new Map<string, Candidate[]>();
  for (const each of source) {
    const known = byLabel.get(each.label);
    if (known) known.push(each);
    else byLabel.set(each.label, [each]);
  }
  const namesake = ({ label }: Candidate): readonly Candidate[] => byLabel.get(label) ?? NONE;
  const passes: readonly {
    readonly among: (one: Candidate) => readonly Candidate[];
    readonly fits: (one: Candidate, other: Candidate) => boolean;
  }[] = [
    { among: namesake, fits: sameKey },
    // A label that stands once on either side is as good as a key; 一、一般公共预算 may stand twice.
    { among: namesake, fits: ({ label }) => inForm.has(label) && inSource.has(label) },
    { among: () => source, fits: (one, other) => one.role === other.role && other.named && sameKey(one, other) },
    { among: namesake, fits: () => true },
  ];
  const used = new Set<number>();
  for (const { among, fits } of passes) {
    for (const wanted of fixed) {
      if (matched.has(wanted.index) || wanted.label === '') continue;
      const found = among(wanted).find((other) => !used.has(other.index) && fits(wanted, other));
      if (!found) continue;
      matched.set(wanted.index, found.index);
      used.add(found.index);
    }
    if (used.size === source.length) break;
  }
  return matched;
}

const NONE: readonly Candidate[] = [];

/** Where a block of the document meets a block of the form. */
export interface RowContext {
  readonly source: StatementBlock | undefined;
  readonly sourceKey: PartialKey;
  readonly formKey: PartialKey;
  readonly holdsContent: HoldsContent;
}

function addedRow(source: StatementBlock, index: number): UnplacedRow {
  const row = source.rows[index]!;
  return { source: index, role: row.role, code: row.code, label: row.label, indent: 0, added: true };
}

/** A row of the form, with the document's row that fills it; -1 for none. */
export function formRow(row: FixedRow, source: StatementBlock | undefined, index: number): UnplacedRow {
  const { label, role, indent = 0, section, count } = row;
  const placed: UnplacedRow = {
    source: index,
    role,
    code: source?.rows[index]?.code || (row.code ?? ''),
    label,
    indent,
    added: false,
    spec: row,
  };
  const isHead = section && index < 0;
  return isHead || count ? { ...placed, ...(isHead && { section }), ...(count && { count }) } : placed;
}

type FixedRows = Extract<FormRows, { kind: 'fixed' }>;

/** What there is to know of the rows of a form's block, whatever the document. */
interface FixedSide {
  /** What the form and its block say of all rows. */
  readonly key: PartialKey;
  readonly all: readonly FixedRow[];
  readonly candidates: readonly Candidate[];
  /** Labels that stand once among them. */
  readonly unique: ReadonlySet<string>;
}

/** Forms are few, and rows that stand in several blocks are rare. */
const fixedSides = new WeakMap<FixedRows, FixedSide>();

function fixedSide(rows: FixedRows, key: PartialKey): FixedSide {
  const known = fixedSides.get(rows);
  if (known && known.key.item === key.item && known.key.fund === key.fund && known.key.vintage === key.vintage)
    return known;
  const all = [...rows.body, ...rows.foot];
  const candidates = all.map((row, index) => candidate(index, row, key));
  const side = { key, all, candidates, unique: uniqueLabels(candidates) };
  fixedSides.set(rows, side);
  return side;
}

function fixedRows(rows: FixedRows, context: RowContext): BlockRows {
  const { source, sourceKey, formKey } = context;
  const side = fixedSide(rows, formKey);
  const carried = carriedRows(source, context.holdsContent);
  const matched = matchFixed(
    side,
    carried.map((index) => candidate(index, source!.rows[index]!, sourceKey)),
  );
  const used = new Set(matched.values());
  const placed = side.all.map((row, index) => formRow(row, source, matched.get(index) ?? -1));
  const added = carried.filter((index) => !used.has(index)).map((index) => addedRow(source!, index));
  return { body: [...placed.slice(0, rows.body.length), ...added], foot: placed.slice(rows.body.length) };
}

// An empty open form shows that there is room for rows.
const FREE_ROWS = 4;

/** Rows without content. */
export function blankRows(how: number): UnplacedRow[] {
  return Array.from({ length: how }, () => ({
    source: -1,
    role: 'blank',
    code: '',
    label: '',
    indent: 0,
    added: false,
  }));
}

/** Levels of 类, 款, 项 by the length of the code; undefined for a code of another kind. */
function codeDepth(code: string): number | undefined {
  return /^\d+$/.test(code) && [3, 5, 7].includes(code.length) ? (code.length - 3) / 2 : undefined;
}

const MAX_INDENT = 4;

/** Depth of the outermost items, which are not indented. */
function shallowestOf(source: StatementBlock | undefined): number {
  let least = Infinity;
  for (const { role, depth } of source?.rows ?? []) if (role === 'item' && depth < least) least = depth;
  return least;
}

function documentRow(source: StatementBlock, index: number, shallowest: number): UnplacedRow {
  const { role, label, code, depth } = source.rows[index]!;
  const level = role === 'total' ? 0 : (codeDepth(code) ?? depth - shallowest);
  return { source: index, role, code, label, indent: Math.min(Math.max(level, 0), MAX_INDENT), added: false };
}

function openRows(rows: Extract<FormRows, { kind: 'open' }>, { source, holdsContent }: RowContext): BlockRows {
  const carried = carriedRows(source, holdsContent);
  const shallowest = shallowestOf(source);
  const body = carried.map((index) => documentRow(source!, index, shallowest));
  const isEmpty = body.every(({ role }) => role === 'total');
  const total = rows.total ? takeTotal(body, rows.total) : [];
  const free = rows.blank?.map((row) => formRow(row, undefined, -1)) ?? blankRows(FREE_ROWS);
  const items = isEmpty ? [...body, ...free] : body;
  if (rows.total) return rows.totalLast ? { body: items, foot: total } : { body: [...total, ...items], foot: [] };
  // 收入总计 and 支出总计 end their lists and stand level with one another, however long the lists are.
  const ends = items.length > 1 && isTotal(items[items.length - 1]!) && !isTotal(items[items.length - 2]!);
  return ends ? { body: items.slice(0, -1), foot: items.slice(-1) } : { body: items, foot: [] };
}

function isTotal({ role, code }: UnplacedRow): boolean {
  return role === 'total' && code === '';
}

/** Takes the total of the form out of the rows of the document; an empty one where it is not printed. */
function takeTotal(body: UnplacedRow[], total: FixedRow): UnplacedRow[] {
  const wanted = comparable(total.label);
  const named = body.findIndex(({ role, label }) => role === 'total' && comparable(label) === wanted);
  const at = named >= 0 ? named : body.findIndex(({ role }) => role === 'total');
  const [found] = at >= 0 ? body.splice(at, 1) : [];
  return [
    {
      source: found?.source ?? -1,
      role: 'total',
      code: found?.code ?? '',
      label: found?.label || total.label,
      indent: 0,
      added: false,
      spec: total,
    },
  ];
}

/** Rows of one block of a form, filled from the document. */
export function matchRows(rows: FormRows, context: RowContext): BlockRows {
  return rows.kind === 'fixed' ? fixedRows(rows, context) : openRows(rows, context);
}

/** Rows of a block that the form does not have. */
export function extraRows(source: StatementBlock, holdsContent: HoldsContent): BlockRows {
  return openRows({ kind: 'open' }, { source, sourceKey: {}, formKey: {}, holdsContent });
}

/** Rows of a block that stand in a column group of their own: all, or those of one fold. */
export interface PrintedPart {
  readonly source: StatementBlock;
  readonly fold?: number;
}

/**
 * Rows of a table that no form describes: as printed, so that what stands side by side in the document does so in the
 * sheet, free rows included.
 */
export function printedRows(parts: readonly PrintedPart[]): BlockRows[] {
  const own = parts.map(({ source, fold }) =>
    source.rows.flatMap((row, at) => (fold === undefined || row.fold === fold ? [{ line: row.index, at }] : [])),
  );
  const lines = [...new Set(own.flatMap((rows) => rows.map(({ line }) => line)))].sort((one, other) => one - other);
  return parts.map(({ source }, part) => {
    const shallowest = shallowestOf(source);
    const byLine = new Map(own[part]!.map(({ line, at }) => [line, at]));
    const [free] = blankRows(1);
    const body = lines.map((line) => {
      const at = byLine.get(line);
      return at === undefined ? free! : documentRow(source, at, shallowest);
    });
    // Two rows that claim one line of the document both need a row here.
    const second = own[part]!.flatMap(({ line, at }) => (byLine.get(line) === at ? [] : [at]));
    return { body: [...body, ...second.map((at) => documentRow(source, at, shallowest))], foot: [] };
  });
}
