import assert from 'node:assert/strict';
import { FAMILIES } from '../../src/families';
import { readText } from '../../src/ingest';
import type { Disclosure, Statement, StatementBlock, StatementColumn } from '../../src/model/disclosure';
import type { Family } from '../../src/model/form';
import type { PartialKey } from '../../src/model/key';
import { recognize } from '../../src/recognize';
import { squeeze } from '../../src/shared/text';

/*
 * Short texts read as tables, and short ways of saying what was made of them.
 */

/** Rows of a table from lines whose cells are kept apart by bars; blanks around a cell do not count. */
export function rows(...lines: readonly string[]): string {
  return lines
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .join('\t'),
    )
    .join('\n');
}

export function read(text: string, families: readonly Family[] = FAMILIES): Disclosure {
  return recognize(readText('样例', text), families);
}

/** The only table of a text. */
export function statementOf(text: string): Statement {
  const { statements } = read(text);
  assert.equal(statements.length, 1, `${statements.length} tables: ${statements.map(({ title }) => title).join(', ')}`);
  return statements[0]!;
}

/** The block at an index of the only table of a text. */
export function blockOf(text: string, at = 0): StatementBlock {
  const block = statementOf(text).blocks[at];
  assert.ok(block, 'no such block');
  return block;
}

function keyText(key: PartialKey): string {
  return Object.values(key).join(' ');
}

/** The head next to the figures, without its blanks. */
function ownHead({ path }: StatementColumn): string {
  return squeeze(path[path.length - 1] ?? '');
}

/** Each amount column as its own head with what it says: 基本支出 (basic). */
export function heads({ columns }: StatementBlock): string[] {
  return columns.flatMap((column) => {
    const said = keyText(column.key);
    return column.role === 'amount' ? [`${ownHead(column)}${said === '' ? '' : ` (${said})`}`] : [];
  });
}

/** Which columns add up: 合计 = 基本支出 + 项目支出. */
export function columnSums({ columns }: StatementBlock): string[] {
  const name = (at: number): string => ownHead(columns[at]!);
  return columns.flatMap(({ parts }, at) => parts.map((group) => `${name(at)} = ${group.map(name).join(' + ')}`));
}

/** Which rows add up: 合计 = 201 + 208; rows under 其中 are in brackets. */
export function rowSums({ rows: body }: StatementBlock): string[] {
  const name = (at: number): string => body[at]!.code || body[at]!.label;
  const part = (at: number): string => (body[at]!.partial ? `[${name(at)}]` : name(at));
  return body.flatMap(({ parts }, at) => (parts.length === 0 ? [] : [`${name(at)} = ${parts.map(part).join(' + ')}`]));
}

/** Each row as role, name and what it says: item 卫生健康支出 (210). */
export function body({ rows: all }: StatementBlock): string[] {
  return all.map(({ role, code, label, key }) => {
    const said = keyText(key);
    return `${role} ${code === '' ? label : `${code} ${label}`}${said === '' ? '' : ` (${said})`}`;
  });
}

/** The printed figures, row by row. */
export function figures(text: string, at = 0): string[] {
  const disclosure = read(text);
  const { facts, columns } = disclosure.statements[0]!.blocks[at]!;
  return facts.map((row) =>
    row.flatMap((id, c) => (columns[c]!.role === 'amount' ? [disclosure.facts[id]?.amount.raw ?? '?'] : [])).join(' '),
  );
}
