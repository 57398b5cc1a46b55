import { templateCells, templateOf } from '../../../src/compile/template';
import type { Cell } from '../../../src/compile/template/cells';
import { isListTotal, type Grid, type Line } from '../../../src/compile/template/grid';
import { isCoded } from '../../../src/compile/template/outline';
import type { Disclosure, Statement, StatementBlock } from '../../../src/model/disclosure';
import type { Family } from '../../../src/model/form';
import type { CellValue, Plan } from '../../../src/workbook';
import { placeSheets } from '../../../src/workbook/layout/placement';

/*
 * A template filled in as an accountant would: what a document prints goes into the cells that are no formulas, code by
 * code, name by name; what it prints in the others is what the formulas should come to.
 */

export interface FilledIn {
  /** The template with everything typed in; formulas still come to nothing. */
  readonly plan: Plan;
  /** What the document prints where the template has formulas. */
  readonly expected: readonly { readonly cell: Cell; readonly value: string }[];
}

const ROWS = 120;

/** Digits of a code for one of several columns of codes. */
function codeParts(code: string, columns: number): string[] {
  if (columns === 1) return [code];
  return Array.from({ length: columns }, (_, at) => (at === 0 ? code.slice(0, 3) : code.slice(1 + 2 * at, 3 + 2 * at)));
}

/** Rows of a block of the document and the lines of the template that they go into. */
class Matcher {
  private cursor = 0;

  constructor(
    private readonly grid: Grid,
    private readonly specs: ReadonlyMap<unknown, number>,
    private readonly block: StatementBlock,
  ) {}

  lines(): Map<Line, number> {
    const { grid, block } = this;
    const found = new Map<Line, number>();
    for (const line of grid.lines) {
      const row = this.specs.get(line.spec);
      if (row !== undefined) found.set(line, row);
    }
    if (grid.block.rows.kind === 'fixed') return found;
    const taken = new Set(found.values());
    block.rows.forEach((row, at) => {
      if (row.role === 'blank' || taken.has(at)) return;
      const line = this.lineFor(row);
      if (line) found.set(line, at);
    });
    return found;
  }

  private lineFor({ code, key, role, category }: StatementBlock['rows'][number]): Line | undefined {
    const { lines } = this.grid;
    if (role === 'total')
      return lines.find(
        (line) => isListTotal(this.grid, line) || (line.spec.role === 'total' && line.spec.key.nature === key.nature),
      );
    const printed =
      category === ''
        ? lines.find(
            ({ spec }) =>
              spec.label !== '' &&
              spec.role === role &&
              (spec.key.item ?? 'total') === (key.item ?? 'total') &&
              spec.key.fund === key.fund,
          )
        : undefined;
    if (printed) {
      this.cursor = lines.indexOf(printed) + 1;
      return printed;
    }
    while (this.cursor < lines.length) {
      const line = lines[this.cursor]!;
      this.cursor += 1;
      if (
        line.spec.label === '' &&
        (!isCoded(line.spec) ||
          line.spec.digits === code.length ||
          (!line.spec.parent && code.length > line.spec.digits))
      )
        return line;
    }
    throw new Error(`no room for ${code}`);
  }
}

function blockOf({ blocks, key }: Statement, grid: Grid): StatementBlock | undefined {
  const wanted = grid.block.key.flow ?? grid.form.key.flow;
  return (
    blocks.find((block) => (block.key.flow ?? key.flow) === wanted) ??
    (grid.form.blocks.length === 1 ? blocks[0] : undefined)
  );
}

/**
 * Types a document into the template of its family.
 * @throws when the template has no room for one of its rows
 */
export function fillIn(disclosure: Disclosure, family: Family): FilledIn {
  const { year, entity, level } = disclosure.profile;
  const options = { year, entity, level, rows: ROWS };
  const { cells } = templateCells(family, options);
  const plan = templateOf(family, options);
  const values = new Map<string, CellValue[][]>(
    plan.sheets.map((sheet) => [sheet.name, sheet.values.map((row) => [...row])]),
  );
  const expected: { cell: Cell; value: string }[] = [];
  const placements = new Map(placeSheets(disclosure, family).map(({ placement }) => [placement.form?.id, placement]));
  for (const grid of new Set(cells.map((cell) => cell.grid))) {
    const statement = disclosure.statements.find(({ id }) => id === grid.form.id);
    const placement = placements.get(grid.form.id);
    const block = statement && blockOf(statement, grid);
    if (!block || !placement) continue;
    const parts = placement.blocks.filter((part) => part.source === block);
    const columns = new Map(parts.flatMap((part) => part.columns.map(({ spec, source }) => [spec, source] as const)));
    const specs = new Map(
      parts.flatMap((part) =>
        part.rows.flatMap(({ spec, source }) => (spec && source >= 0 ? [[spec, source] as const] : [])),
      ),
    );
    const lines = new Matcher(grid, specs, block).lines();
    const sheet = values.get(grid.sheet)!;
    const home = plan.sheets.find(({ name }) => name === grid.sheet)!;
    for (const [line, row] of lines) typeTexts(sheet[line.at]!, grid, line, block.rows[row]!, home.columnWidths.length);
    for (const cell of cells) {
      const row = cell.grid === grid ? lines.get(cell.line) : undefined;
      const column = columns.get(cell.column.spec) ?? -1;
      const id = row === undefined ? -1 : (block.facts[row]?.[column] ?? -1);
      if (id < 0) continue;
      const { amount } = disclosure.facts[id]!;
      if (cell.live) expected.push({ cell, value: amount.value.toString() });
      else if (amount.printed) sheet[cell.row]![cell.at] = amount.value.toNumber();
    }
  }
  return {
    plan: { ...plan, sheets: plan.sheets.map((sheet) => ({ ...sheet, values: values.get(sheet.name)! })) },
    expected,
  };
}

function typeTexts(
  cells: CellValue[],
  grid: Grid,
  line: Line,
  { code, label, category }: StatementBlock['rows'][number],
  width: number,
): void {
  if (line.spec.label !== '' || width === 0) return;
  const parts = codeParts(code, grid.codes.length);
  grid.codes.forEach((at, part) => (cells[at] = parts[part] === '' ? null : (parts[part] ?? null)));
  const offset = Math.min(...[...line.columns.values()]);
  const texts = grid.block.columns.filter(({ role }) => role !== 'amount').length;
  grid.block.columns.forEach(({ role }, index) => {
    // Columns of text stand to the left of the amounts.
    const at = offset - texts + index;
    if (role === 'name') cells[at] = label === '' ? null : label;
    else if (role === 'category') cells[at] = category === '' ? null : category;
  });
}
