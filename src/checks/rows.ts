import type { Statement, StatementBlock, StatementRow } from '../model/disclosure';

/** A row of a table. */
export interface RowAt {
  readonly statement: Statement;
  readonly block: StatementBlock;
  readonly row: StatementRow;
  /** Its index in the block. */
  readonly at: number;
}

/** Rows of all tables by what they are rows of, sorted once for all checks; each in the order of print. */
export interface Rows {
  /** 科目 of the functional classification. */
  readonly coded: readonly RowAt[];
  /** Projects. */
  readonly projects: readonly RowAt[];
  /** Items of forms without dimensions (政府采购, 资产), projects among them: their words name them. */
  readonly local: readonly RowAt[];
}

const LOCAL = /^(?:[plx]:|op|pr|veh)/;

export function rowsOf(statements: readonly Statement[]): Rows {
  const [coded, projects, local]: [RowAt[], RowAt[], RowAt[]] = [[], [], []];
  for (const statement of statements)
    for (const block of statement.blocks)
      for (const [at, row] of block.rows.entries()) {
        const item = row.key.item ?? '';
        if (/^\d/.test(item)) coded.push({ statement, block, row, at });
        if (!LOCAL.test(item)) continue;
        const found = { statement, block, row, at };
        local.push(found);
        if (item.startsWith('p:')) projects.push(found);
      }
  return { coded, projects, local };
}
