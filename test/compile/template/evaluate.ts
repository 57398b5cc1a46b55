import type { Formula, Plan } from '../../../src/workbook';
import { Decimal } from '../../../src/shared/decimal';
import type { CellValue } from '../../../src/workbook';

/*
 * What a spreadsheet program makes of the formulas of a plan, exactly: tests need no program for it.
 */

type Sheets = ReadonlyMap<string, readonly (readonly CellValue[])[]>;

export class Evaluator {
  private readonly sheets: Sheets;
  private readonly formulas = new Map<string, Formula>();
  private readonly known = new Map<string, Decimal>();

  constructor({ sheets }: Plan) {
    this.sheets = new Map(sheets.map(({ name, values }) => [name, values]));
    for (const { name, formulas = [] } of sheets)
      for (const { row, column, formula } of formulas) this.formulas.set(`${name}/${row}/${column}`, formula);
  }

  /**
   * The number in a cell; text and nothing count as zero, as in sums. A circle of formulas ends in a stack overflow.
   */
  at(sheet: string, row: number, column: number): Decimal {
    const place = `${sheet}/${row}/${column}`;
    const formula = this.formulas.get(place);
    if (!formula) {
      const value = this.sheets.get(sheet)?.[row]?.[column];
      return new Decimal(typeof value === 'number' ? value : 0);
    }
    let result = this.known.get(place);
    if (!result) this.known.set(place, (result = this.evaluate(sheet, formula)));
    return result;
  }

  private evaluate(own: string, formula: Formula): Decimal {
    switch (formula.kind) {
      case 'same':
        return this.at(formula.cell.sheet ?? own, formula.cell.row, formula.cell.column);
      case 'sum':
        return total(
          formula.areas.flatMap((area) =>
            Array.from({ length: area.rows * area.columns }, (_, at) =>
              this.at(own, area.row + Math.floor(at / area.columns), area.column + (at % area.columns)),
            ),
          ),
        );
      case 'listed': {
        const { list, codes, amounts, rows } = formula;
        const sheet = list.sheet ?? own;
        const from = list.sheet === undefined ? list.after + 1 : list.after;
        const to = list.open || list.sheet !== undefined ? list.before : list.before - 1;
        const lines = Array.from({ length: to - from + 1 }, (_, at) => from + at);
        const code = (row: number): string =>
          codes.map((column) => String(this.sheets.get(sheet)?.[row]?.[column] ?? '')).join('');
        const counts = (row: number): boolean => {
          if (rows.kind === 'all') return true;
          if (rows.kind === 'digits') return code(row).length === rows.digits;
          if (rows.kind === 'code') return code(row) === rows.code;
          const above = code(rows.row);
          return code(row).length === above.length + 2 && code(row).startsWith(above);
        };
        return total(lines.filter(counts).map((row) => this.at(sheet, row, amounts)));
      }
    }
  }
}

function total(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value), new Decimal(0));
}

/** The plan with every formula's result in its cell. */
export function calculated(plan: Plan): Plan {
  const evaluator = new Evaluator(plan);
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => {
      const values = sheet.values.map((row) => [...row]);
      for (const { row, column } of sheet.formulas ?? [])
        values[row]![column] = evaluator.at(sheet.name, row, column).toNumber();
      return { ...sheet, values };
    }),
  };
}
