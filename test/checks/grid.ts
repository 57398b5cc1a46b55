import type { Disclosure, Profile, RowRole, Statement, Unit } from '../../src/model/disclosure';
import type { PartialKey } from '../../src/model/key';
import { disclosure, type ColumnSpec, type RowSpec, type StatementSpec } from '../workbook/build';

/*
 * Tables as short literals: a line a row, cells kept apart by bars, tables by blank lines.
 *
 *   支出 flow=expenditure 元 | 合计 = 基本 + 项目 | 基本 nature=basic | 项目 nature=project
 *   ∑合计 = 201 + 208        | 3.00               | 1.00              | 2.00
 *   201 = [20101]            | …
 *
 * The first cell names the table, says what holds for all of it and in which unit (万元 when it does not). Heads and rows
 * say which others they are the sum of; ∑ stands before a row of the role total, brackets round a part that does not
 * exhaust its whole. A row named by digits is that code, 合计 is the whole; others say item=….
 */

interface Label {
  readonly name: string;
  readonly key: PartialKey;
  readonly role: RowRole;
  readonly unit: Unit;
  readonly parts: readonly string[];
  readonly partial: ReadonlySet<string>;
}

interface Table {
  readonly spec: StatementSpec;
  readonly columns: readonly Label[];
  readonly rows: readonly Label[];
}

const UNITS: readonly string[] = ['元', '万元', '亿元'] satisfies Unit[];

function label(text: string): Label {
  const [left = '', right = ''] = text.split(/ = /, 2);
  const [named = '', ...words] = left.trim().split(/\s+/);
  const pairs = words.filter((word) => word.includes('=')).map((word) => word.split('=') as [string, string]);
  const terms = right === '' ? [] : right.split('+').map((part) => part.trim());
  const bare = terms.map((part) => part.replace(/^\[(.*)\]$/, '$1'));
  return {
    name: named.replace(/^∑/, ''),
    key: Object.fromEntries(pairs),
    role: named.startsWith('∑') ? 'total' : 'item',
    unit: (words.find((word) => UNITS.includes(word)) ?? '万元') as Unit,
    parts: bare,
    partial: new Set(bare.filter((_, at) => terms[at] !== bare[at])),
  };
}

function itemOf({ name, key }: Label): PartialKey {
  if (key.item !== undefined) return key;
  return { item: /^\d+$/.test(name) ? name : name === '合计' ? 'total' : `l:${name}`, ...key };
}

function table(text: string, at: number): Table {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const [[corner = '', ...heads] = [], ...bodies] = lines;
  const whole = label(corner);
  const columns = heads.map(label);
  const rows = bodies.map(([first = '']) => label(first));
  const columnSpecs: ColumnSpec[] = [
    { role: 'name', path: ['项目'] },
    ...columns.map(({ name, key }): ColumnSpec => ({ role: 'amount', path: [name], key })),
  ];
  const rowSpecs = bodies.map(([, ...cells], row): RowSpec => {
    const { name, role } = rows[row]!;
    return { label: name, code: /^\d+$/.test(name) ? name : '', role, key: itemOf(rows[row]!), cells };
  });
  const spec: StatementSpec = {
    id: `t${at + 1}`,
    title: whole.name,
    unit: whole.unit,
    key: whole.key,
    blocks: [{ columns: columnSpecs, rows: rowSpecs }],
  };
  return { spec, columns, rows };
}

/** Indices of the named ones; one that is not there is a slip of the test. */
function indices(parts: readonly string[], all: readonly Label[]): number[] {
  return parts.map((part) => {
    const at = all.findIndex(({ name }) => name === part);
    if (at < 0) throw new RangeError(`no ${part} among ${all.map(({ name }) => name).join(', ')}`);
    return at;
  });
}

function withParts(statement: Statement, { columns, rows }: Table): Statement {
  const [block] = statement.blocks;
  const partial = new Set(rows.flatMap((row) => [...row.partial]));
  return {
    ...statement,
    blocks: [
      {
        ...block!,
        columns: block!.columns.map((column, at) => {
          const parts = at === 0 ? [] : indices(columns[at - 1]!.parts, columns).map((part) => part + 1);
          return { ...column, parts: parts.length === 0 ? [] : [parts] };
        }),
        rows: block!.rows.map((row, at) => ({
          ...row,
          parts: indices(rows[at]!.parts, rows),
          partial: partial.has(rows[at]!.name),
        })),
      },
    ],
  };
}

/** A disclosure of the tables of a text, blank lines between them; a budget unless the profile says otherwise. */
export function grids(text: string, profile: Partial<Profile> = {}): Disclosure {
  const tables = text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map(table);
  const bare = disclosure(
    tables.map(({ spec }) => spec),
    profile,
  );
  return { ...bare, statements: bare.statements.map((statement, at) => withParts(statement, tables[at]!)) };
}
