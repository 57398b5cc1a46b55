import { MAX_COLUMNS, MAX_ROWS, parseCell, type Area } from './address';
import { isFormula, sheetsOf } from './formula';
import type { Mark, Plan, SheetPlan } from './plan';
import { WorkbookError } from './port';
import { isSheetName, nameKey } from './sheet-name';

/*
 * A plan that contradicts itself is our own fault. Every adapter refuses it before it writes anything, and in the same
 * words.
 */

function refuse(text: string): never {
  throw new WorkbookError('invalid-plan', text);
}

function isInside(area: Area, rows: number, columns: number): boolean {
  const { row, column } = area;
  const whole = [row, column, area.rows, area.columns].every(Number.isInteger);
  const fits = row + area.rows <= rows && column + area.columns <= columns;
  return whole && row >= 0 && column >= 0 && area.rows > 0 && area.columns > 0 && fits;
}

function checkMerges({ name, values, merges }: SheetPlan): void {
  const taken = new Set<number>();
  for (const { row, column, rows, columns } of merges) {
    for (let r = row; r < row + rows; r += 1) {
      for (let c = column; c < column + columns; c += 1) {
        const cell = r * MAX_COLUMNS + c;
        if (taken.has(cell)) refuse(`工作表“${name}”的合并区域相互重叠（第 ${r + 1} 行）。`);
        taken.add(cell);
        const isFirst = r === row && c === column;
        if (!isFirst && values[r]![c] !== null) refuse(`工作表“${name}”第 ${r + 1} 行有内容被合并单元格盖住。`);
      }
    }
  }
}

function checkSheet(sheet: SheetPlan): void {
  const { name, values, columnWidths } = sheet;
  if (!isSheetName(name)) refuse(`“${name}”不能作工作表名称。`);
  if (values.length > MAX_ROWS || columnWidths.length > MAX_COLUMNS) refuse(`工作表“${name}”超出了行数或列数的上限。`);
  const width = columnWidths.length;
  values.forEach((row, index) => {
    if (row.length !== width) refuse(`工作表“${name}”第 ${index + 1} 行有 ${row.length} 格，应为 ${width} 格。`);
    if (row.some((value) => typeof value === 'number' && !Number.isFinite(value))) {
      refuse(`工作表“${name}”第 ${index + 1} 行有不是有限数的数值。`);
    }
  });
  const areas = [...sheet.styles.map(({ area }) => area), ...sheet.merges, ...(sheet.filter ? [sheet.filter] : [])];
  if (!areas.every((area) => isInside(area, values.length, width)))
    refuse(`工作表“${name}”有样式、合并或筛选区域超出了表格。`);
  for (const { row, column, target } of sheet.links) {
    const text = values[row]?.[column];
    if (typeof text !== 'string' || !parseCell(target.cell)) refuse(`工作表“${name}”的链接无效（${target.cell}）。`);
  }
  const noted = new Set<string>();
  for (const { row, column } of sheet.notes ?? []) {
    if (!isInside({ row, column, rows: 1, columns: 1 }, values.length, width))
      refuse(`工作表“${name}”有批注超出了表格。`);
    if (noted.has(`${row}/${column}`)) refuse(`工作表“${name}”第 ${row + 1} 行有一格写了两条批注。`);
    noted.add(`${row}/${column}`);
  }
  checkMerges(sheet);
  checkFormulas(sheet);
}

function checkFormulas({ name, values, links, formulas = [] }: SheetPlan): void {
  const taken = new Set(links.map(({ row, column }) => `${row}/${column}`));
  for (const { row, column, formula } of formulas) {
    const cell = `工作表“${name}”第 ${row + 1} 行第 ${column + 1} 列`;
    if (typeof values[row]?.[column] !== 'number') refuse(`${cell}是公式，却没有写明结果。`);
    if (taken.has(`${row}/${column}`)) refuse(`${cell}写了两个公式。`);
    if (!isFormula(formula)) refuse(`${cell}的公式无效。`);
    taken.add(`${row}/${column}`);
  }
}

/**
 * Refuses marks that name no sheet of `names` or no cell.
 * @param names keys of the sheets there are (nameKey).
 * @throws WorkbookError unknown-sheet, invalid-cell.
 */
export function checkMarks(marks: readonly Mark[], names: ReadonlySet<string>): void {
  for (const { sheet, cell } of marks) {
    if (!names.has(nameKey(sheet))) throw new WorkbookError('unknown-sheet', `没有工作表“${sheet}”，无法标记。`);
    if (!parseCell(cell)) throw new WorkbookError('invalid-cell', `“${cell}”不是单元格地址，无法标记。`);
  }
}

/**
 * Refuses a plan that cannot be carried out as it says: sheets of one name, ragged values, areas outside their sheet,
 * merges that overlap or hide a value, links and marks that lead nowhere, formulas without a result or of sheets that
 * are not in the plan.
 * @throws WorkbookError invalid-plan.
 */
export function checkPlan(plan: Plan): void {
  const names = new Set<string>();
  for (const sheet of plan.sheets) {
    if (names.has(nameKey(sheet.name))) refuse(`有两张工作表都叫“${sheet.name}”。`);
    names.add(nameKey(sheet.name));
    checkSheet(sheet);
  }
  for (const { name, formulas = [] } of plan.sheets) {
    const strange = formulas.flatMap(({ formula }) => sheetsOf(formula)).find((sheet) => !names.has(nameKey(sheet)));
    if (strange !== undefined) refuse(`工作表“${name}”的公式引用了不存在的工作表“${strange}”。`);
  }
  for (const { sheet, cell } of plan.marks) {
    if (!names.has(nameKey(sheet)) || !parseCell(cell)) refuse(`标记指向不存在的单元格：${sheet} ${cell}。`);
  }
}
