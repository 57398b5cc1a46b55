import type { CellValue } from './plan';
import type { SheetValues } from './port';

/*
 * What people write into 检查表: names and dates behind the labels, and what is to be done about each point. A sheet that
 * is written anew keeps it.
 */

/** Headings by which a sheet that was written before is read. */
export const HEADINGS = { name: '检查项目', issue: '问题', where: '位置', remedy: '整改意见' } as const;
/** Between a label and what is written behind it. */
export const COLON = '：';
/** A proposal of ours ends so; one that is left as it is was not written by hand. */
const PROPOSAL = /→[^→]*请核实$/;

export interface Handwriting {
  /** By label. */
  readonly fields: ReadonlyMap<string, string>;
  /** By remedyKey. */
  readonly remedies: ReadonlyMap<string, string>;
}

export const NOTHING_WRITTEN: Handwriting = { fields: new Map(), remedies: new Map() };

/** Names a line of the form: what it says, and where that stands. */
export function remedyKey(text: string, where: string): string {
  return `${text}\n${where}`;
}

function textOf(value: CellValue | undefined): string {
  return value === null || value === undefined ? '' : String(value).trim();
}

/** Reads back what stands in the sheet besides what we wrote. */
export function handwritingOf({ values }: Pick<SheetValues, 'values'>): Handwriting {
  const fields = new Map<string, string>();
  const remedies = new Map<string, string>();
  let columns: Readonly<Record<keyof typeof HEADINGS, number>> | undefined;
  for (const row of values) {
    const texts = row.map(textOf);
    const at = (heading: string): number => texts.indexOf(heading);
    if (!columns && at(HEADINGS.remedy) >= 0) {
      columns = {
        name: at(HEADINGS.name),
        issue: at(HEADINGS.issue),
        where: at(HEADINGS.where),
        remedy: at(HEADINGS.remedy),
      };
      continue;
    }
    const remedy = columns ? (texts[columns.remedy] ?? '') : '';
    if (columns && remedy !== '' && !PROPOSAL.test(remedy))
      remedies.set(remedyKey(texts[columns.name] || (texts[columns.issue] ?? ''), texts[columns.where] ?? ''), remedy);
    for (const text of texts) {
      const colon = text.indexOf(COLON);
      if (colon > 0 && colon < text.length - 1) fields.set(text.slice(0, colon), text.slice(colon + 1).trim());
    }
  }
  return { fields, remedies };
}
