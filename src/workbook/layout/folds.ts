import type { StatementBlock } from '../../model/disclosure';
import type { FixedRow, FormFolds } from '../../model/form';
import { comparable } from '../../shared/text';
import { blankRows, formRow, type UnplacedRow } from './rows';

/*
 * One list printed side by side (人员经费 | 公用经费 of the form of 基本支出): which of its rows stand in which strip, by code and
 * never by position. Nothing is lost: what no strip names stands in the last one, a total of no group on a line of its
 * own.
 */

export interface Strip {
  readonly group: number;
  readonly rows: readonly UnplacedRow[];
}

/** A row at the foot that goes over strips `from` … `to`. */
export interface SpanRow {
  readonly row: UnplacedRow;
  readonly from: number;
  readonly to: number;
}

export interface FoldedRows {
  readonly strips: readonly Strip[];
  /** Lines at the foot, from the top. */
  readonly lines: readonly (readonly SpanRow[])[];
}

const ECONOMIC = 'e:';

/** Code of a row, from its meaning where none is printed. */
function codeOf(row: UnplacedRow, source: StatementBlock | undefined): string {
  const item = source?.rows[row.source]?.key.item ?? '';
  return row.code || (item.startsWith(ECONOMIC) ? item.slice(ECONOMIC.length) : '');
}

/** Strips of the form in one list, each with the group that it belongs to. */
function stripsOf({ groups }: FormFolds): { readonly group: number; readonly codes: readonly string[] }[] {
  return groups.flatMap(({ strips }, group) => strips.map((codes) => ({ group, codes })));
}

/** Deals the items out; undefined when no row says by its code where it belongs. */
function dealItems(
  folds: FormFolds,
  items: readonly UnplacedRow[],
  source: StatementBlock | undefined,
): UnplacedRow[][] | undefined {
  const strips = stripsOf(folds);
  const dealt = strips.map((): UnplacedRow[] => []);
  const last = strips.reduce((found, { codes }, at) => (codes.length > 0 ? at : found), 0);
  let known = 0;
  let before = 0;
  for (const row of items) {
    const code = codeOf(row, source);
    const home = strips.findIndex(({ codes }) => codes.some((start) => code.startsWith(start)));
    if (home >= 0) known += 1;
    // A row without a code belongs to the row above it.
    before = home >= 0 ? home : code === '' ? before : last;
    dealt[before]!.push(home >= 0 || code === '' ? row : { ...row, added: true });
  }
  return known > 0 ? dealt : undefined;
}

/** Lets lists run on into the strips that follow them, no strip longer than the longest must be. */
function runOn(folds: FormFolds, dealt: readonly UnplacedRow[][]): Strip[] {
  const strips = stripsOf(folds);
  const chains: { readonly strips: number[]; readonly rows: UnplacedRow[] }[] = [];
  strips.forEach(({ codes }, at) => {
    if (codes.length > 0 || chains.length === 0) chains.push({ strips: [at], rows: dealt[at]! });
    else chains[chains.length - 1]!.strips.push(at);
  });
  const height = Math.max(...chains.map(({ strips: own, rows }) => Math.ceil(rows.length / own.length)));
  return chains.flatMap(({ strips: own, rows }) =>
    own.flatMap((at, turn) => {
      const part = rows.slice(turn * height, (turn + 1) * height);
      return turn > 0 && part.length === 0 ? [] : [{ group: strips[at]!.group, rows: part }];
    }),
  );
}

/** Totals of groups side by side, then lines over the whole width. */
function footLines(
  folds: FormFolds,
  strips: readonly Strip[],
  totals: readonly UnplacedRow[],
  source: StatementBlock | undefined,
): SpanRow[][] {
  const left = [...totals];
  const take = (wanted: FixedRow): UnplacedRow => {
    const at = left.findIndex(({ label }) => comparable(label) === comparable(wanted.label));
    return at >= 0 ? { ...left.splice(at, 1)[0]!, added: false } : formRow(wanted, source, -1);
  };
  const ofGroups = folds.groups.flatMap(({ total }, group): SpanRow[] => {
    const own = strips.flatMap((strip, at) => (strip.group === group ? [at] : []));
    return total ? [{ row: take(total), from: own[0]!, to: own[own.length - 1]! }] : [];
  });
  const last = strips.length - 1;
  const whole = folds.total ? [take(folds.total)] : [];
  whole.unshift(...left.map((row) => ({ ...row, added: true })));
  return [...(ofGroups.length > 0 ? [ofGroups] : []), ...whole.map((row) => [{ row, from: 0, to: last }])];
}

/**
 * Folds a list.
 * @param body rows of the list in the document's order.
 * @returns undefined for a list that cannot be folded: its rows say nothing of the groups.
 */
export function foldRows(
  folds: FormFolds,
  body: readonly UnplacedRow[],
  source: StatementBlock | undefined,
): FoldedRows | undefined {
  const isTotal = (row: UnplacedRow): boolean => row.role === 'total' && row.code === '';
  const dealt = dealItems(
    folds,
    body.filter((row) => !isTotal(row)),
    source,
  );
  if (!dealt) return undefined;
  const strips = runOn(folds, dealt);
  const lines = footLines(folds, strips, body.filter(isTotal), source);
  return { strips, lines };
}

/** Free rows under a strip, where the lines of the foot go. */
export function roomFor({ lines }: FoldedRows): UnplacedRow[] {
  return blankRows(lines.length);
}
