import { comparable } from '../../../shared/text';
import { looksLikeUnit } from '../../../vocabulary/labels';
import { isBlank, type RowContext, rowFit } from './draft';

/*
 * Names of institutions among the codes. Either each heads the codes of its own (县教育局本级, 205, 20502 …; 第一小学, 205 …),
 * with a subtotal or without, or the institutions stand below each code and add up to it. The sums decide; where names
 * carry no figures, the names do.
 */

/** A heading and the rows of codes below it. */
interface Block {
  readonly head: number;
  readonly codes: readonly number[];
}

/** Could this row without a code be a name of its own, and not the rest of the name above? */
function isHeading(context: RowContext, at: number): boolean {
  const row = context.rows[at]!;
  if (row.role !== 'item' || row.code !== '' || row.label === '') return false;
  if (!isBlank(context, at)) return true;
  const next = context.rows[at + 1];
  const first = context.rows.find(({ code }) => code !== '');
  return looksLikeUnit(row.label) && next !== undefined && next.code !== '' && next.code.length <= first!.code.length;
}

function blocksOf(context: RowContext): Block[] {
  const blocks: { head: number; codes: number[] }[] = [];
  context.rows.forEach((row, at) => {
    if (isHeading(context, at)) blocks.push({ head: at, codes: [] });
    else if (row.role === 'item' && row.code !== '') blocks[blocks.length - 1]?.codes.push(at);
  });
  return blocks;
}

/** The rows of a block that lie under no other of it. */
function topsOf({ rows }: RowContext, codes: readonly number[]): number[] {
  return codes.filter(
    (at) =>
      !codes.some(
        (other) =>
          other < at &&
          rows[other]!.code.length < rows[at]!.code.length &&
          rows[at]!.code.startsWith(rows[other]!.code),
      ),
  );
}

/**
 * The blocks of a table that is set institution by institution.
 * @returns undefined for a table whose rows without a code are something else
 */
export function unitBlocks(context: RowContext): readonly Block[] | undefined {
  const { rows } = context;
  const first = rows.findIndex(({ role }) => role === 'item');
  const blocks = blocksOf(context);
  if (blocks.length === 0 || blocks[0]!.head !== first) return undefined;
  const filled = blocks.filter(({ codes }) => codes.length > 0);
  const subtotals = filled.filter(({ head }) => !isBlank(context, head));
  const holds = subtotals.filter(({ head, codes }) => rowFit(context, head, topsOf(context, codes)) > 0).length;
  if (subtotals.length > 0) return holds * 2 >= subtotals.length ? blocks : undefined;
  return filled.length > 1 && filled.every(({ head }) => looksLikeUnit(rows[head]!.label)) ? blocks : undefined;
}

/**
 * Hangs every block under its institution and gives its rows the institution's name; returns the rows that a total adds
 * up.
 */
export function hangBlocks(context: RowContext, blocks: readonly Block[]): readonly number[] {
  const { rows } = context;
  const heads: number[] = [];
  const tops: number[] = [];
  const filled = blocks.filter(({ codes }) => codes.length > 0).length;
  for (const { head, codes } of blocks) {
    const entity = comparable(rows[head]!.label);
    const own = topsOf(context, codes);
    rows[head]!.key = { item: context.rootItem, entity };
    // The only institution is the one that discloses: its rows are the document's own.
    if (filled > 1) for (const at of codes) rows[at]!.key = { ...rows[at]!.key, entity };
    tops.push(...own);
    if (isBlank(context, head)) continue;
    rows[head]!.parts = own;
    for (const at of codes) rows[at]!.depth += 1;
    heads.push(head);
  }
  if (heads.length === 0) return tops;
  const outer = overHeads(context, heads);
  // The department's own line stands over the institutions that follow it.
  const [department, ...others] = outer;
  if (rows[department!]!.parts.length > 0 || others.length === 0 || rowFit(context, department!, others) <= 0)
    return outer;
  rows[department!]!.parts = others;
  return [department!];
}

/**
 * Institutions over names of 科目 that head codes of their own (a unit, 安全监管, the projects of that 科目): returns the heads
 * that lie under no other.
 */
function overHeads(context: RowContext, heads: readonly number[]): number[] {
  const { rows } = context;
  const hasCodes = heads.map((at) => rows[at]!.parts.length > 0);
  const taken = new Set<number>();
  heads.forEach((head, order) => {
    if (hasCodes[order]) return;
    let end = order + 1;
    while (end < heads.length && hasCodes[end]) end += 1;
    const below = heads.slice(order + 1, end);
    if (below.length === 0 || rowFit(context, head, below) <= 0) return;
    rows[head]!.parts = below;
    for (const at of below) {
      taken.add(at);
      rows[at]!.depth += 1;
    }
  });
  return heads.filter((at) => !taken.has(at));
}

/** Institutions below the codes that they add up to: true when so they do. */
export function hangBelowCodes(context: RowContext): boolean {
  const { rows } = context;
  const groups: { readonly code: number; readonly names: number[] }[] = [];
  rows.forEach((row, at) => {
    if (row.role !== 'item') return;
    if (row.code !== '') groups.push({ code: at, names: [] });
    else if (!isBlank(context, at)) groups[groups.length - 1]?.names.push(at);
  });
  const divided = groups.filter(({ names }) => names.length > 0);
  const holds = divided.filter(({ code, names }) => rowFit(context, code, names) > 0).length;
  if (holds === 0 || holds * 2 < divided.length) return false;
  for (const { code, names } of divided) {
    rows[code]!.parts = names;
    for (const at of names) {
      rows[at]!.depth = rows[code]!.depth + 1;
      rows[at]!.key = { ...rows[code]!.key, entity: comparable(rows[at]!.label) };
    }
  }
  return true;
}
