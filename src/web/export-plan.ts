import type { Plan, SheetPlan } from '../workbook';
import { nameKey, SheetNames } from '../workbook/sheet-name';

/**
 * The plan of the file: the workbook as it stands, its sheets of results as of now, and sheet names that Excel accepts.
 * @param reports sheets that take the place of those of the same name, or come last
 */
export function planOfExport(plan: Plan, reports: readonly SheetPlan[]): Plan {
  const fresh = new Map(reports.map((report) => [nameKey(report.name), report]));
  const replaced = plan.sheets.map((sheet) => {
    const report = fresh.get(nameKey(sheet.name));
    fresh.delete(nameKey(sheet.name));
    return report ?? sheet;
  });
  const sheets = [...replaced, ...fresh.values()];
  const names = new SheetNames();
  const renamed = new Map(sheets.map(({ name }) => [name, names.take(name)]));
  const nameOf = (name: string): string => renamed.get(name) ?? name;
  return {
    sheets: sheets.map((sheet) => ({
      ...sheet,
      name: nameOf(sheet.name),
      links: sheet.links.map((link) => ({ ...link, target: { ...link.target, sheet: nameOf(link.target.sheet) } })),
    })),
    marks: plan.marks.flatMap((mark) => (renamed.has(mark.sheet) ? [{ ...mark, sheet: nameOf(mark.sheet) }] : [])),
  };
}
