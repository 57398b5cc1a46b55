import type { Fact, Statement, StatementColumn } from '../../model/disclosure';
import { type FactKey, makeKey, type PartialKey, refineKey } from '../../model/key';
import { isWithin } from '../../vocabulary/members';
import type { ReadTable } from '.';

/* The figures of a table become facts: what statement, block, row and column say together is their key. */

/** A column of a statement as far as the keys of its figures are concerned. */
interface ColumnKey {
  /** What statement, block and column say together. */
  readonly base: FactKey;
  /** The column itself names the item. */
  readonly hasItem: boolean;
  /** For a column of 项目支出 in a form of 基本支出, which is none of the document's project money: a slice of its own. */
  readonly foreign: PartialKey | undefined;
}

/** @param block what statement and block say together */
function keyOfColumn(form: PartialKey, block: FactKey, { key }: StatementColumn): ColumnKey {
  const isForeign =
    form.nature !== undefined && key.nature !== undefined && !isWithin('nature', key.nature, form.nature);
  // 当年财政拨款安排 in a form of 一般公共预算 is no more than that.
  const { fund, ...others } = key;
  const isWider = fund !== undefined && block.fund !== fund && isWithin('fund', block.fund, fund);
  return {
    base: refineKey(block, isWider ? others : key),
    hasItem: key.item !== undefined,
    foreign: isForeign ? { slice: `≠${form.nature}` } : undefined,
  };
}

/**
 * The key of a row without its item where the row is the whole of its form: there the column says which part of it, as
 * 公务接待费 in the row of an institution.
 */
function withoutWhole(form: PartialKey, row: PartialKey): PartialKey {
  const { item } = row;
  const isWhole = item === 'total' || item === form.item || item?.startsWith('x:');
  if (item === undefined || !isWhole) return row;
  const { item: _item, ...rest } = row;
  return rest;
}

/**
 * Turns the figures of a statement into facts and notes their ids in its blocks.
 * @param at index of the statement
 * @param facts of the statements before; those of this one are added
 */
export function attachFacts({ statement, figures }: ReadTable, at: number, facts: Fact[]): Statement {
  const { unit } = statement;
  const blocks = statement.blocks.map((block, b) => {
    const ofBlock = makeKey(statement.key, block.key);
    const keys = block.columns.map((column) => keyOfColumn(statement.key, ofBlock, column));
    const ids = block.rows.map((row, r) => {
      const ofPart = withoutWhole(statement.key, row.key);
      return keys.map(({ base, hasItem, foreign }, c) => {
        const figure = figures[b]![r]![c];
        if (!figure) return -1;
        const ofRow = refineKey(base, hasItem ? ofPart : row.key);
        const key = foreign ? refineKey(ofRow, foreign) : ofRow;
        return (
          facts.push({
            id: facts.length,
            amount: figure.amount,
            place: figure.place,
            unit,
            key,
            statement: at,
            block: b,
            row: r,
            column: c,
          }) - 1
        );
      });
    });
    return { ...block, facts: ids };
  });
  return { ...statement, blocks };
}
