import type { Disclosure } from '../../model/disclosure';
import type { Message, SheetPlace } from '../../model/source';
import { parseCell } from '../address';
import { LOOK } from '../layout/look';
import type { CellNote, SheetPlan, StyleRun } from '../plan';
import type { FilledFromText } from '.';
import { noteOf } from './words';

/*
 * How a cell that was filled from the text is told from one that is printed: its colour, and a note that names the
 * line.
 */

type CellOf = (factId: number) => SheetPlace | undefined;

/** Sheets with the cells that were taken from the text coloured and noted. */
export function showOrigins(
  sheets: readonly SheetPlan[],
  { origins, disclosure }: FilledFromText,
  cellOf: CellOf,
): SheetPlan[] {
  if (origins.size === 0) return [...sheets];
  const bySheet = new Map<string, { styles: StyleRun[]; notes: CellNote[] }>();
  for (const [id, found] of origins) {
    const place = cellOf(id);
    const at = place && parseCell(place.cell);
    if (!place || !at) continue;
    const own = bySheet.get(place.sheet) ?? { styles: [], notes: [] };
    bySheet.set(place.sheet, own);
    own.styles.push({ area: { ...at, rows: 1, columns: 1 }, style: LOOK.fromText });
    own.notes.push({ ...at, text: noteOf(found, disclosure.narrative!) });
  }
  return sheets.map((sheet) => {
    const own = bySheet.get(sheet.name);
    return own
      ? { ...sheet, styles: [...sheet.styles, ...own.styles], notes: [...(sheet.notes ?? []), ...own.notes] }
      : sheet;
  });
}

/** What was filled in from the text, and where the text contradicts itself about it. */
export function originMessages(
  { origins, disclosure }: FilledFromText,
  printed: Disclosure,
  cellOf: CellOf,
): Message[] {
  const forms = disclosure.statements.length - printed.statements.length;
  if (forms === 0) return [];
  const told = new Set<number>();
  const contradictions = [...origins].flatMap(([id, { stated, because }]): Message[] => {
    const { figure, others } = stated;
    if (others.length === 0 || because || told.has(figure.id)) return [];
    told.add(figure.id);
    const place = cellOf(id);
    const values = [...new Set([figure, ...others].map(({ amount, unit }) => `${amount.raw}${unit}`))].join('、');
    return [
      {
        severity: 'warning',
        text: `“${place?.sheet ?? ''}”${place?.cell ?? ''}（${figure.subject}）正文各处写法不同：${values}，暂按最先写的填入，请核实`,
        place: figure.place,
      },
    ];
  });
  return [
    {
      severity: 'info',
      text: `公开文件没有附的 ${forms} 张表按正文填入 ${origins.size} 格（蓝色，批注写明出处），正文没有写明的留空`,
    },
    ...contradictions,
  ];
}
