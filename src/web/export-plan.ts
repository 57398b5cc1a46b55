import type { Plan, SheetPlan } from '../workbook';
import { nameKey, SheetNames } from '../workbook/sheet-name';

/**
 * The plan of the file: the workbook as it stands, with 核对结果 as of now, and sheet names that Excel accepts.
 * @param findings 核对结果 as of now; undefined leaves the sheet as it is
 */
export function planOfExport(plan: Plan, findings: SheetPlan | undefined): Plan {
  const sheets = plan.sheets.filter(({ name }) => !findings || nameKey(name) !== nameKey(findings.name));
  const names = new SheetNames();
  const renamed = new Map<string, string>();
  for (const { name } of [...sheets, ...(findings ? [findings] : [])]) renamed.set(name, names.take(name));
  const nameOf = (name: string): string => renamed.get(name) ?? name;
  return {
    sheets: [...sheets, ...(findings ? [findings] : [])].map((sheet) => ({
      ...sheet,
      name: nameOf(sheet.name),
      links: sheet.links.map((link) => ({ ...link, target: { ...link.target, sheet: nameOf(link.target.sheet) } })),
    })),
    marks: plan.marks.flatMap((mark) => (renamed.has(mark.sheet) ? [{ ...mark, sheet: nameOf(mark.sheet) }] : [])),
  };
}
