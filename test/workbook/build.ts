import type {
  ColumnRole,
  Disclosure,
  Fact,
  Profile,
  RowRole,
  Statement,
  StatementBlock,
  StrayText,
  Unit,
} from '../../src/model/disclosure';
import { makeKey, type PartialKey } from '../../src/model/key';
import { parseAmount } from '../../src/shared/amount';

/*
 * Small disclosures from short literals.
 */

export interface ColumnSpec {
  readonly role: ColumnRole;
  readonly path: readonly string[];
  readonly key?: PartialKey;
}

export interface RowSpec {
  readonly label?: string;
  readonly code?: string;
  readonly category?: string;
  readonly role?: RowRole;
  readonly depth?: number;
  readonly key?: PartialKey;
  /** One text an amount column; what is no amount becomes a stray text. */
  readonly cells: readonly string[];
}

export interface BlockSpec {
  readonly key?: PartialKey;
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly RowSpec[];
}

export interface StatementSpec {
  readonly id: string;
  readonly title?: string;
  readonly number?: string;
  readonly unit?: Unit;
  readonly key?: PartialKey;
  readonly blocks: readonly BlockSpec[];
  readonly notes?: readonly string[];
}

export const PROFILE: Profile = {
  kind: 'budget',
  level: 'unit',
  family: 'test',
  year: 2023,
  entity: '某某市某某中心',
  unit: '万元',
};

const PLACE = { line: 1, column: 1, length: 1 };

/** A disclosure that holds these statements; ids of figures count on from statement to statement. */
export function disclosure(specs: readonly StatementSpec[], profile: Partial<Profile> = {}): Disclosure {
  const facts: Fact[] = [];
  const statements = specs.map((spec, index) => statement(spec, index, facts));
  return {
    file: 'test',
    profile: { ...PROFILE, ...profile },
    statements,
    facts,
    missing: [],
    messages: [],
  };
}

function statement(spec: StatementSpec, index: number, facts: Fact[]): Statement {
  const { id, title = id, number = '', unit = '万元', key = {}, notes = [] } = spec;
  const strays: StrayText[] = [];
  const blocks = spec.blocks.map((each, at): StatementBlock => {
    const table = each.rows.map((row, r) => {
      const cells = [...row.cells];
      return each.columns.map((column, c) => {
        if (column.role !== 'amount') return -1;
        const text = cells.shift() ?? '';
        const amount = parseAmount(text);
        if (!amount) {
          strays.push({ block: at, row: r, column: c, text, place: PLACE });
          return -1;
        }
        facts.push({
          id: facts.length,
          amount,
          unit,
          key: makeKey(key, each.key ?? {}, column.key ?? {}, row.key ?? {}),
          place: PLACE,
          statement: index,
          block: at,
          row: r,
          column: c,
        });
        return facts.length - 1;
      });
    });
    return {
      key: each.key ?? {},
      columns: each.columns.map(({ role, path, key: own = {} }, at) => ({
        index: at,
        role,
        path,
        key: own,
        parts: [],
      })),
      rows: each.rows.map((row, at) => ({
        index: at,
        role: row.role ?? 'item',
        code: row.code ?? '',
        label: row.label ?? '',
        category: row.category ?? '',
        place: PLACE,
        depth: row.depth ?? 0,
        key: row.key ?? {},
        parts: [],
        partial: false,
      })),
      facts: table,
    };
  });
  return {
    id,
    title,
    titlePlace: PLACE,
    place: PLACE,
    number,
    unit,
    key,
    blocks,
    notes: notes.map((text) => ({ text, place: PLACE })),
    strays,
  };
}

/** Id of the figure at [row][amount column] of a block. */
export function factAt(
  source: Disclosure,
  at: { statement?: number; block?: number; row: number; amount?: number },
): number {
  const block = source.statements[at.statement ?? 0]!.blocks[at.block ?? 0]!;
  const ids = block.facts[at.row]!.filter((_, column) => block.columns[column]!.role === 'amount');
  return ids[at.amount ?? 0]!;
}
